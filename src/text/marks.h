/*
 * What a code point is as a mark: one table for all stages.
 *
 * The classes say what a mark can be, not what it is at its place: "”" opens a
 * quotation in Swedish. What is beside a mark is for the stages to judge.
 */
#ifndef COPYDESK_TEXT_MARKS_H
#define COPYDESK_TEXT_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum mark {
	MARK_COLON = 1 << 0,
	MARK_COMMA = 1 << 1,
	MARK_TERMINAL = 1 << 2,	     /* . ! ? and the ellipsis */
	MARK_OPEN_BRACKET = 1 << 3,  /* ( [ { */
	MARK_CLOSE_BRACKET = 1 << 4, /* ) ] } */
	MARK_DASH = 1 << 5,	     /* figure, en and em dash, bar */
	MARK_HYPHEN = 1 << 6,
	MARK_BAR = 1 << 7,    /* | */
	MARK_QUOTE = 1 << 8,  /* double: " and “ ” « » */
	MARK_BULLET = 1 << 9, /* * and the round, square and arrow bullets */
	MARK_SLASH = 1 << 10, /* and backslash */
	MARK_SPACE = 1 << 11, /* space, tab, newline, no-break space */
	MARK_APOSTROPHE = 1 << 12, /* ' ` ‘ ’: single quotation marks, too */
	MARK_SIGN = 1 << 13,	   /* # % + = @ ; $ ...: none of the above */
	MARK_QUERY = 1 << 14,	   /* ? or ! */
	MARK_ELLIPSIS = 1 << 15,   /* the one character */
	MARK_SEMICOLON = 1 << 16,
	MARK_CURRENCY = 1 << 17,    /* $ £ ¥ € */
	MARK_OPEN_QUOTE = 1 << 18,  /* directed: “ ‘ « ‹ „ ‚ */
	MARK_CLOSE_QUOTE = 1 << 19, /* directed: ” ’ » › */
	MARK_INVERTED = 1 << 20,    /* ¡ ¿ */
};

/* Sets of classes. */
#define MARK_PAUSE (MARK_COMMA | MARK_SEMICOLON | MARK_COLON)
#define MARK_STOP_OR_PAUSE (MARK_TERMINAL | MARK_PAUSE)
#define MARK_QUOTATION (MARK_QUOTE | MARK_APOSTROPHE)

extern const uint32_t mark_ascii[128];

uint32_t mark_of_high(uint32_t point);

/* The classes of a code point; 0 for a letter, a digit, and what has none. */
static inline uint32_t mark_of(uint32_t point)
{
	return point < 0x80 ? mark_ascii[point] : mark_of_high(point);
}

/* Whether a code point has one of the classes. */
static inline bool mark_is(uint32_t point, uint32_t classes)
{
	return (mark_of(point) & classes) != 0;
}

/* A bracket or a quotation mark that may close, as in: .” .) .'" */
static inline bool mark_may_close(uint32_t point)
{
	const uint32_t mark = mark_of(point);

	return mark & (MARK_CLOSE_BRACKET | MARK_CLOSE_QUOTE) || point == '"' ||
	       point == '\'';
}

/* The length of a double quotation mark of English at text[at]; 0: none. */
static inline size_t mark_double_length(const char *text, size_t len, size_t at)
{
	if (at >= len)
		return 0;
	if (text[at] == '"')
		return 1;
	/* U+201C, U+201D */
	return len - at >= 3 && text[at] == '\xE2' && text[at + 1] == '\x80' &&
			       (text[at + 2] == '\x9C' ||
				text[at + 2] == '\x9D')
		       ? 3
		       : 0;
}

/*
 * Whether a comma at `at` stands for the low mark that opens, as German has it
 * where nobody can type one: ,Luxus‘ or ,Luxus'. *end: where what closes
 * begins.
 */
bool text_comma_opens(const char *text, size_t len, size_t at, size_t *end);

/*
 * Whether a mark ends at text[at] that opens in English and closes elsewhere,
 * as “ does in German and « in Danish: it touches what it closes. Valid UTF-8.
 */
bool text_closes_elsewhere(const char *text, size_t at);

/* The end of text[at, end) without the marks that close at its end. */
size_t text_before_closing(const char *text, size_t at, size_t end);

/*
 * Whether text[at, end) ends as a sentence does: in a terminal mark, with or
 * without closing brackets and quotation marks after it. Any bytes will do.
 */
bool text_ends_sentence(const char *text, size_t at, size_t end);

#endif
