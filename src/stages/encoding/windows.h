/* What Windows-1252 has where ISO 8859-1 has controls. */
#ifndef COPYDESK_STAGES_ENCODING_WINDOWS_H
#define COPYDESK_STAGES_ENCODING_WINDOWS_H

#include <stdint.h>

/* The code point of a byte from 0x80 on; its number where it has none. */
uint32_t windows_point(unsigned char byte);

#endif
