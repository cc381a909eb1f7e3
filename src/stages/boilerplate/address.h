/*
 * Addresses of the web, e-mail addresses and handles in a text.
 */
#ifndef COPYDESK_BOILERPLATE_ADDRESS_H
#define COPYDESK_BOILERPLATE_ADDRESS_H

#include <stddef.h>

/*
 * Whether one begins at text[at]: its end, and in *flag what it is (TOKEN_URL
 * and so on); 0 when there is none.
 */
size_t address_at(const char *text, size_t at, size_t end, unsigned *flag);

#endif
