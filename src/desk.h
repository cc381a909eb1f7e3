/*
 * A desk from the inside: the settings that every stage reads.
 */
#ifndef COPYDESK_DESK_H
#define COPYDESK_DESK_H

#include "edit/pass.h"

struct cd_desk {
	struct settings settings;
	char version[256];
	char error[256];
};

#endif
