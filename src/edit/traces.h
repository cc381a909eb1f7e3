/*
 * Traces of formats that a converter did not undo. Each function looks at a few
 * bytes around text[at] and says which of them are there, as bits of enum
 * trace.
 */
#ifndef COPYDESK_EDIT_TRACES_H
#define COPYDESK_EDIT_TRACES_H

#include <stddef.h>
#include <stdint.h>

/* The survey's bits (enum survey_seen) are these. */
enum trace {
	TRACE_PRINTABLE = 1 << 19, /* "=E2", "=" at a line's end */
	TRACE_ESCAPE = 1 << 20,	   /* "_x000D_", "%E2", "+IBk-" */
	TRACE_FRAME = 1 << 22,	   /* lines that begin with > | = - +, a
				      drawn line, or a clock's time */
	TRACE_MARKUP = 1 << 21,	   /* "**", "](", "19^th", "[http", "thumb|" */
	TRACE_LETTER = 1 << 23,	   /* lines that begin with a capital alone */
	TRACE_LITERAL = 1 << 24,   /* lines that begin with b', b" or """ */
	TRACE_SUBWORD = 1 << 25,   /* "@@" */
	TRACE_SHORTCODE = 1 << 26, /* "[/b", "[caption id=" */
	TRACE_SIGN = 1 << 27,	   /* "don_t", "it=s" */
	TRACE_CITATION = 1 << 28,  /* ":contentReference", "[+41" */
};

/* % * + = @ ^ or _. */
uint32_t trace_of_sign(const char *text, size_t len, size_t at);

/* A bracket, digit or other sign after a bracket: "](", "[1", "[/". */
uint32_t trace_of_link(const char *text, size_t at);

/* A colon: "[https://". */
uint32_t trace_of_colon(const char *text, size_t len, size_t at);

/* A straight double quotation mark: HYPERLINK ". */
uint32_t trace_of_quote(const char *text, size_t at);

/* The first byte of a line. */
uint32_t trace_of_line(const char *text, size_t len, size_t at);

#endif
