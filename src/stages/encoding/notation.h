/*
 * The notations in which programs write marks for each other to read; which
 * one a text has, notation_step.c tells.
 */
#ifndef COPYDESK_STAGES_ENCODING_NOTATION_H
#define COPYDESK_STAGES_ENCODING_NOTATION_H

#include "edit/pass.h"

/* A mark in a notation. */
struct notation_mark {
	size_t len; /* bytes; 0: there is none */
	uint32_t point;
};

/* In the order in which they are asked. */
enum notation_kind {
	NOTATION_RTF,
	NOTATION_CSS,
	NOTATION_R,
	NOTATION_PLAIN, /* "U+2019" */
	NOTATION_SCRIPT,
	NOTATION_PERCENT,
	NOTATION_ENTITY,
	NOTATION_BARE, /* "u2019" */
	NOTATION_COUNT
};

struct notation {
	char begins;
	bool glued;    /* no text has it beside a word */
	uint32_t seen; /* what the survey saw where a text may have it; 0: a
			  digit after a small letter */
	struct notation_mark (*read)(const struct pass *pass, size_t at);
};

extern const struct notation notations[NOTATION_COUNT];

/* notation_rtf.c: the row of RTF reads a byte, a code point or a word. */
struct notation_mark notation_read_rtf(const struct pass *pass, size_t at);

/*
 * "\'c3\'ee", "t\'e9l\'e9": bytes of RTF in a row, or one within a word with a
 * digit. What a program escaped is "l\'eau".
 */
bool notation_is_rtf_letter(const struct pass *pass, size_t at);

/* "left.\par": what ends a sentence and its line, and no command of TeX's. */
bool notation_is_rtf_paragraph(const struct pass *pass, size_t at);

/* "\emph{late}": a command of TeX. */
bool notation_has_arguments(const struct pass *pass);

#endif
