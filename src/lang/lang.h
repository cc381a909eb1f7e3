/*
 * Language data, compiled into the library. A new language is a new folder
 * beside en/; see src/lang/README.md for its files and their formats.
 */
#ifndef COPYDESK_LANG_LANG_H
#define COPYDESK_LANG_LANG_H

#include <stdbool.h>

/* A file that was compiled in: bytes [bytes, end). */
struct lang_file {
	const char *bytes, *end;
};

struct lang {
	const char *name;		/* "en" */
	struct lang_file boilerplate;	/* rules */
	struct lang_file abbreviations; /* words, one a line */
	struct lang_file words;		/* frequent words, one a line */
	struct lang_file short_words;	/* the same of 2 to 4 letters */
	struct lang_file rare_words;	/* words and names beyond both */
	struct lang_file lists;		/* words that stages ask for */
	struct lang_file speech;	/* words beside quotation marks */
	struct lang_file currency; /* words that tell pounds from dollars */
	struct lang_file acronyms; /* that are said as words */
	struct lang_file restore;  /* restoration model */
	struct lang_file scorer;   /* line scorer of boilerplate */
};

/*
 * The language of a tag ("en", "en-GB"); static. A language without a folder
 * gets a row without data; NULL is never returned.
 */
const struct lang *lang_find(const char *tag);

/* Whether it is English: what another language's texts may do is then none. */
bool lang_is_english(const struct lang *lang);

#endif
