/*
 * Marks of mojibake, "â€™", whose last character a program spelled in ASCII:
 * "â€TM", and "aEUR(tm)" where the others were spelled, too.
 */
#ifndef COPYDESK_STAGES_ENCODING_MOJIBAKE_SPELLED_H
#define COPYDESK_STAGES_ENCODING_MOJIBAKE_SPELLED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is left of the last character of a mark. */
struct mojibake_spelled {
	size_t len;	/* bytes; 0: there is none */
	uint32_t point; /* the mark */
	bool sure;	/* no text has that after "aEUR" */
};

/* A mark, all of which was spelled. */
struct mojibake_mark {
	size_t at, end;
	uint32_t point; /* 0: there is none */
	bool sure;	/* it can be nothing else */
};

/* What text[at] begins with. */
struct mojibake_spelled mojibake_read_spelled(const char *text, size_t len,
					      size_t at);

/* The mark whose "EUR" is at text[at]: "aEUR(tm)", "âEURoe". */
struct mojibake_mark mojibake_spelled_mark(const char *text, size_t len,
					   size_t at);

#endif
