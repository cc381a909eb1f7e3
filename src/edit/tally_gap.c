/* What is between words: marks and spaces. */
#include "edit/tally.h"

#include <limits.h>
#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

#define COLUMN_GAP 5 /* spaces: more than a lost mark leaves */

/* What the marks between words are. */
enum mark_class {
	CLASS_STOP = 1 << 0,
	CLASS_SOFT = 1 << 1, /* of words and amounts */
	CLASS_BRACKET = 1 << 2,
	CLASS_AMOUNT = 1 << 3, /* white space and signs that separate nothing */
};

/* clang-format off */
static const unsigned char classes[UCHAR_MAX + 1] = {
	['.'] = CLASS_STOP, [','] = CLASS_STOP, [';'] = CLASS_STOP,
	[':'] = CLASS_STOP, ['?'] = CLASS_STOP, ['!'] = CLASS_STOP,
	['('] = CLASS_SOFT | CLASS_BRACKET, [')'] = CLASS_SOFT | CLASS_BRACKET,
	['['] = CLASS_SOFT | CLASS_BRACKET, [']'] = CLASS_SOFT | CLASS_BRACKET,
	['$'] = CLASS_SOFT | CLASS_AMOUNT, ['%'] = CLASS_SOFT | CLASS_AMOUNT,
	['&'] = CLASS_SOFT | CLASS_AMOUNT,
	[' '] = CLASS_AMOUNT, ['\n'] = CLASS_AMOUNT,
	['-'] = CLASS_SOFT, ['/'] = CLASS_SOFT,
};
/* clang-format on */

static bool is_of(char c, enum mark_class class)
{
	return classes[(unsigned char)c] & class;
}

bool tally_is_high_mark(const char *text, size_t len, size_t at)
{
	return at + 2 < len && !memcmp(text + at, "\xE2\x80", 2) &&
	       (unsigned char)text[at + 2] - 0x90u < 16;
}

static void see_high_mark(struct tally *tally, unsigned char last, bool inside)
{
	if (last < 0x98)
		tally->soft++;
	else if (last < 0x9C && inside)
		tally->apostrophes++;
	else
		tally->quotes++;
	tally->doubles += last >= 0x9C;
}

static void see_mark(struct tally *tally, const char *text, size_t at,
		     size_t end)
{
	const unsigned char c = (unsigned char)text[at];

	tally->doubles += c == '"';
	tally->commas += c == ',';
	if (is_of(text[at], CLASS_STOP))
		tally->stops++;
	else if (c == '"' || c == '`')
		tally->quotes++;
	else if (c == '\'')
		tally->apostrophes++;
	else if (is_of(text[at], CLASS_SOFT))
		tally->soft++;
	else if (tally_is_high_mark(text, end, at))
		see_high_mark(tally, (unsigned char)text[at + 2],
			      at + 3 == end);
}

bool tally_gap_is_odd(const char *text, size_t at, size_t end)
{
	if (at < end && text[at] == ',')
		at++;
	return end - at == 2 && text[at] == ' ' && text[at + 1] == ' ';
}

/* A mark that is no sign of an amount, nor a byte of a letter: "café ". */
static bool is_separator(const char *text, size_t at, size_t end)
{
	if ((unsigned char)text[at] >= 0x80)
		return tally_is_high_mark(text, end, at);
	return !is_of(text[at], CLASS_AMOUNT);
}

/*
 * Whether a gap holds a mark that separates words: no apostrophe, no hyphen,
 * and no bracket within a line, as transcripts have where they have no other
 * marks: "the cell dies (laughter) now".
 */
static bool separates(const char *text, size_t at, size_t end)
{
	bool space = false, mark = false, line = false, bracket = false;

	for (size_t i = at; i < end; i++) {
		space |= text[i] == ' ';
		line |= text[i] == '\n';
		if (is_of(text[i], CLASS_BRACKET))
			bracket = true;
		else
			mark |= is_separator(text, i, end);
	}
	return (mark && (space || line)) || (bracket && line);
}

/* The same of a mark that ends the text, with or without a newline. */
static bool closes_text(const char *text, size_t at, size_t end)
{
	return end > at && !separates(text, at, end) &&
	       is_separator(text, at, end) && !strchr("()[]'-", text[at]);
}

/* A line's dash alone, before what the next speaker says: "\n- ". */
static bool begins_turn(const char *text, size_t at, size_t end)
{
	bool line = !at;

	if (end - at < 2 || memcmp(text + end - 2, "- ", 2))
		return false;
	for (; at < end - 2; at++) {
		if (!ascii_is_space((unsigned char)text[at]))
			return false;
		line |= text[at] == '\n';
	}
	return line;
}

bool tally_gap_starts(const char *text, size_t at, size_t end)
{
	bool stop = !at, blank = false;

	for (size_t i = at; i < end; i++) {
		const char c = text[i];

		if (c == '.' || c == '?' || c == '!')
			stop = true;
		else if (c == '\n' && i > at && text[i - 1] == '\n')
			stop = true;
		else if (tally_is_high_mark(text, end, i) &&
			 (unsigned char)text[i + 2] >= 0x98)
			i += 2;
		else if (!strchr(" \n\"'()[]", c))
			return false;
		blank |= c == ' ' || c == '\n';
	}
	return stop && (blank || !at);
}

bool tally_gap_is_loose(const char *text, size_t at, size_t end)
{
	while (at < end && text[at] != '(' && text[at] != '[' &&
	       !bytes_begin(text, end, at, ".."))
		at++;
	return at < end;
}

/* A line of capitals alone has no sentence starts; see struct tally. */
static void end_line(struct tally *tally)
{
	const struct tally_line *line = &tally->line;

	if (line->upper && !line->lower) {
		tally->starts_upper -= line->starts_upper;
		tally->heads += line->upper;
	}
	tally->tails += line->tail;
	tally->lines += line->lower + line->upper > 0;
	tally->running += (tally->last & LIST_BARE) != 0;
	tally->led += line->led && line->wide;
	tally->line = (struct tally_line){ 0 };
}

/* "f(x", "x[i", but "boat(s)": a bracket that is glued to both its words. */
static bool is_call(const char *text, size_t len, size_t at, size_t end)
{
	if (end == at || (text[at] != '(' && text[at] != '['))
		return false;
	return end - at > 1 ? text[at + 1] != ' '
			    : ascii_is_alnum(bytes_at(text, len, end + 1));
}

/* What prose has not within a line: "f(x)", " = ", "a_name". */
static void see_code(struct tally *tally, const char *text, size_t len,
		     size_t at, size_t end)
{
	const bool name = bytes_find(text, end, at, '_') < end;

	tally->names += name;
	tally->code += !name && (is_call(text, len, at, end) ||
				 bytes_find(text, end, at, '=') < end);
}

void tally_gap(struct tally *tally, const char *text, size_t len, size_t at,
	       size_t end)
{
	bool wide = false, line = false;

	for (size_t i = at; i < end; i++) {
		if (text[i] == ' ') {
			wide |= i > at && text[i - 1] == ' ';
		} else if (text[i] == '\n') {
			end_line(tally);
			line = true;
		} else
			see_mark(tally, text, i, end);
	}
	tally->wide += wide;
	tally->columns +=
		wide && !line && end - at >= COLUMN_GAP && text[at] == ' ';
	tally->set_in += wide && line;
	tally->sentences += end - at >= 2 && end - at <= 3 &&
			    strchr(".?!", text[at]) && text[end - 1] == ' ';
	tally->odd_wide += tally_gap_is_odd(text, at, end);
	tally->between += separates(text, at, end);
	tally->dashed += begins_turn(text, at, end);
	if (at)
		see_code(tally, text, len, at, end);
}

void tally_end(struct tally *tally, const char *text, size_t at, size_t end)
{
	tally_gap(tally, text, end, at, end);
	tally->between += closes_text(text, at, end);
	end_line(tally);
}
