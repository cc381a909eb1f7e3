/*
 * A desk from the inside: the settings that every stage reads.
 */
#ifndef COPYDESK_DESK_H
#define COPYDESK_DESK_H

#include "edit/pass.h"
#include "restore/least.h"
#include "unicode/delimiters.h"

/* Bytes of an error text: a list of all languages fits. */
#define CD_ERROR_MAX 2048

struct cd_desk {
	struct settings settings;
	/* owned; what they point to is this one's; NULL: it is one of them */
	struct cd_desk *markdown;
	struct cd_desk *keeping[CD_LINES_COUNT]; /* not [CD_LINES_FREE] */
	struct quote_marks marks;		 /* settings.marks */
	struct word_lists lists;		 /* settings.lists */
	struct strip_rules *strip;    /* settings.strip; NULL: it is static */
	struct restore_leasts leasts; /* settings.leasts */
	bool ready;		      /* else it serves only its error */
	char version[256];
	char error[CD_ERROR_MAX];
};

#endif
