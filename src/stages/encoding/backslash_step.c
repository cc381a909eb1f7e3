/*
 * Backslashes. Some wires write one for a line end and two for a paragraph;
 * some exports leave a programmer's escapes (\n, \", \u2019). Paths, figures
 * of type ("2\ cents", a fraction) and a lone "and\or" are text.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "lang/lookup.h"
#include "stages/encoding/backslash.h"
#include "stages/encoding/tex.h"
#include "text/marks.h"
#include "text/word_lists.h"
#include "unicode/props.h"

/* What the article's backslashes are. */
enum style {
	STYLE_TEXT,    /* text */
	STYLE_WIRE,    /* line ends */
	STYLE_ESCAPES, /* \n, \t and so on */
	STYLE_TEX,     /* commands */
};

/*
 * The byte before, or at, text[at]; of any white space, a space: the whitespace
 * stage makes one of it, and what is an escape must not depend on that.
 */
static unsigned before_of(const struct pass *pass, size_t at)
{
	const unsigned byte = byte_before(pass, at);

	return byte >= 0x80 && unicode_is_space(utf8_before(pass->text, at))
		       ? ' '
		       : byte;
}

static unsigned after_of(const struct pass *pass, size_t at)
{
	const unsigned byte = byte_at(pass, at);

	return byte >= 0xC0 && unicode_is_space(
				       utf8_at(pass->text, pass->len, at))
		       ? ' '
		       : byte;
}

static size_t end_of_row(const struct pass *pass, size_t at)
{
	while (byte_at(pass, at) == '\\')
		at++;
	return at;
}

static bool may_be_escape(const struct pass *pass, size_t at)
{
	const unsigned c = byte_at(pass, at + 1);

	return c == 'n' || c == 'r' || c == 't';
}

/*
 * Whether a string of a program ends at text[at], as in printf("%s\n") and
 * '{author}\n': there is no word after it.
 */
static bool ends_string(const struct pass *pass, size_t at)
{
	const uint32_t quote = utf8_at(pass->text, pass->len, at);
	unsigned after;

	if (quote != '"' && quote != '\'' && !mark_is(quote, MARK_CLOSE_QUOTE))
		return false;
	utf8_next(pass->text, &at);
	after = after_of(pass, at);
	return after && (after <= ' ' || strchr(",.;:)]}", (int)after));
}

/* What a sentence, or a part of it, ends with; an escape may be between. */
static bool is_after_part(const struct pass *pass, size_t at)
{
	unsigned before;

	while (at && before_of(pass, at) <= ' ')
		utf8_previous(pass->text, &at);
	before = byte_before(pass, at);
	return before >= 0x80 || !before ||
	       strchr(".,;:!?\"')]", (int)before) ||
	       (at >= 2 && pass->text[at - 2] == '\\');
}

/*
 * "\n", "\r" or "\t" where no word begins with that letter. In a string of a
 * program it is text, and so it is where an article speaks of it.
 */
static bool is_control_escape(const struct pass *pass, size_t at)
{
	const unsigned after = after_of(pass, at + 2);

	if (!may_be_escape(pass, at) || ascii_is_lower(after) ||
	    (after == '"' && ascii_is_letter(byte_before(pass, at))) ||
	    ends_string(pass, at + 2))
		return false;
	return before_of(pass, at) > ' ' || after > ' ' ||
	       is_after_part(pass, at);
}

/* The letter alone, which no line of a wire begins with. */
static bool is_spoken_of(const struct pass *pass, size_t at)
{
	return may_be_escape(pass, at) &&
	       !ascii_is_letter(byte_at(pass, at + 2));
}

/* "hand;\nrun": no folder or line of a wire begins after a mark. */
static bool is_escape_after_mark(const struct pass *pass, size_t at)
{
	const unsigned before = byte_before(pass, at);

	return may_be_escape(pass, at) && before && before != ':' &&
	       before < 0x80 && before != '\\' && !ascii_is_alnum(before) &&
	       !strchr("$({[<=+-*/^_&|", (int)before) &&
	       is_after_part(pass, at) && !ends_string(pass, at + 2);
}

/* A word or its mark before, a word behind, as at the end of a line. */
static bool joins_lines(const struct pass *pass, size_t at, size_t end)
{
	const unsigned before = before_of(pass, at);
	const unsigned after = after_of(pass, end);

	if (before <= ' ')
		return false;
	return ascii_is_alnum(after) || after >= 0x80 ||
	       (end - at >= 2 && (after == '"' || after == '\''));
}

/* "and\or", "his\her": a slash that leans the wrong way. */
static bool is_slash(const struct pass *pass, size_t at, size_t end)
{
	size_t before = 0, after = 0;

	while (before < 4 && before < at &&
	       ascii_is_letter((unsigned char)pass->text[at - 1 - before]))
		before++;
	while (after < 4 && ascii_is_letter(byte_at(pass, end + after)))
		after++;
	return end - at == 1 && before && after && before < 4 && after < 4;
}

/* "C:\Users\ann", "\\server\share", "HKEY\Software\Name". */
static bool is_in_path(const struct pass *pass, size_t at, size_t end)
{
	size_t other = end;

	if (byte_before(pass, at) == ':' && end - at == 1)
		return true;
	while (after_of(pass, other) > ' ' && byte_at(pass, other) != '\\' &&
	       other - end < 64)
		other++;
	if (byte_at(pass, other) == '\\' && byte_at(pass, other + 1) != '\\' &&
	    byte_at(pass, other + 1) != '$' && other > end)
		return true;
	for (other = at; other && at - other < 64; other--)
		if (before_of(pass, other) <= ' ')
			return false;
		else if (pass->text[other - 1] == '\\')
			return byte_before(pass, other - 1) != '\\';
	return false;
}

/* The same for escapes, which follow each other, too: "C:\...", "\\...". */
static bool is_in_drive(const struct pass *pass, size_t at)
{
	size_t from = at;

	while (from && before_of(pass, from) > ' ' && at - from < 64)
		from--;
	return (ascii_is_letter(byte_at(pass, from)) &&
		byte_at(pass, from + 1) == ':' &&
		byte_at(pass, from + 2) == '\\') ||
	       (byte_at(pass, from) == '\\' && byte_at(pass, from + 1) == '\\');
}

/* `count` hexadecimal digits. */
static bool read_hex(const struct pass *pass, size_t at, size_t count,
		     uint32_t *value)
{
	*value = 0;
	for (size_t i = 0; i < count; i++) {
		const unsigned c = ascii_lower(byte_at(pass, at + i));

		if (ascii_is_digit(c))
			*value = *value * 16 + (c - '0');
		else if (c >= 'a' && c <= 'f')
			*value = *value * 16 + (c - 'a' + 10);
		else
			return false;
	}
	return true;
}

/* "\u2019", or a pair of surrogates. Returns its length; 0: none. */
static size_t read_unicode(const struct pass *pass, size_t at, uint32_t *point)
{
	uint32_t low;

	if (byte_at(pass, at + 1) == 'U' && read_hex(pass, at + 2, 8, point) &&
	    *point >= 0x10000 && *point <= 0x10FFFF)
		return 10;
	if (byte_at(pass, at + 1) != 'u' || !read_hex(pass, at + 2, 4, point))
		return 0;
	if (*point < 0x20 || (*point >= 0xDC00 && *point < 0xE000))
		return 0;
	if (*point < 0xD800 || *point >= 0xE000)
		return 6;
	if (byte_at(pass, at + 6) != '\\' || byte_at(pass, at + 7) != 'u' ||
	    !read_hex(pass, at + 8, 4, &low) || low < 0xDC00 || low >= 0xE000)
		return 0;
	*point = 0x10000 + ((*point - 0xD800) << 10) + (low - 0xDC00);
	return 12;
}

/* A digit or a mark before text[at], after which a space may be. */
static bool ends_part(const struct pass *pass, size_t at)
{
	const unsigned before = byte_before(pass, at);

	return ascii_is_digit(before) ||
	       (before && strchr(".,;!?)\"'%", (int)before));
}

/*
 * "\xe2\x80\x99": the bytes of one code point, as Python prints them; or its
 * number, where that is no byte of such a row ("caf\xe9"). Returns its length.
 */
static size_t read_bytes(const struct pass *pass, size_t at, uint32_t *point)
{
	char bytes[UTF8_MAX];
	size_t count = 0, bad, zero = 0, len;
	uint32_t byte;

	while (count < UTF8_MAX && byte_at(pass, at + 4 * count) == '\\' &&
	       byte_at(pass, at + 4 * count + 1) == 'x' &&
	       read_hex(pass, at + 4 * count + 2, 2, &byte))
		bytes[count++] = (char)byte;
	if (!count || (unsigned char)bytes[0] < 0xA0)
		return 0;
	len = utf8_length(bytes, count, &bad);
	if (len) {
		*point = utf8_next(bytes, &zero);
		return 4 * len;
	}
	*point = (unsigned char)bytes[0];
	return unicode_is_letter(byte_before(pass, at)) ||
			       (*point == 0xA0 && ends_part(pass, at))
		       ? 4
		       : 0;
}

/* "\u2019", "\xa0": an escape in any style. Returns its length; 0: none. */
static size_t read_point(const struct pass *pass, size_t at, uint32_t *point)
{
	const size_t len = read_unicode(pass, at, point);

	return len ? len : read_bytes(pass, at, point);
}

#define COMMANDS 2  /* of TeX, at least: one may be a folder */
#define LINE_MIN 30 /* a line of a wire is longer than a folder's name */

static enum style find_style(const struct pass *pass)
{
	size_t lines = 0, lower = 0, escapes = 0, last = 0, at, end;
	size_t names = 0; /* of TeX */
	uint32_t point;

	last = next_backslash(pass, 0);
	for (at = last; at < pass->len; at = next_backslash(pass, end)) {
		end = end_of_row(pass, at);
		if (end - at == 1 && tex_is_command(pass, at) &&
		    !is_in_path(pass, at, end))
			names++;
		else if (is_control_escape(pass, end - 1) ||
			 (end - at == 1 && is_escape_after_mark(pass, at)))
			escapes++;
		else if (is_spoken_of(pass, end - 1))
			continue;
		else if (byte_at(pass, end) == '$')
			lower++;
		else if (end - at == 1 && read_point(pass, at, &point))
			end = at + 1;
		else if (joins_lines(pass, at, end) &&
			 !is_slash(pass, at, end) &&
			 !is_in_path(pass, at, end)) {
			lines += end - at;
			lower += end - at > 1 || at - last >= LINE_MIN ||
				 !ascii_is_upper(byte_at(pass, end));
		}
		last = at;
	}
	if (names >= COMMANDS && names > escapes)
		return STYLE_TEX;
	if (escapes > lines)
		return STYLE_ESCAPES;
	/* A path whose folders have spaces in their names has capitals. */
	return lines + lower >= 3 && lower ? STYLE_WIRE : STYLE_TEXT;
}

static void put_point(struct pass *pass, size_t at, size_t end, uint32_t point)
{
	char bytes[UTF8_MAX];
	const size_t len = utf8_encode(point, bytes);
	char *text = arena_copy(pass->arena, bytes, len);

	if (!text)
		pass->failed = true;
	else
		pass_replace(pass, RULE_ENCODING_BACKSLASH, at, end, text, len);
}

static bool is_known(const struct pass *pass, const char *word, size_t len)
{
	size_t rest;

	return word_lists_find(pass->settings->lists, word, len) ||
	       lang_lookup(&pass->settings->lang->words, word, len, &rest);
}

/* "\nobody": the letter is the word's, which is none without it. */
static bool is_letter_of_word(const struct pass *pass, size_t at)
{
	const char *word = pass->text + at + 1;
	size_t len = 0;

	while (ascii_is_lower(byte_at(pass, at + 1 + len)))
		len++;
	return len > 2 && is_known(pass, word, len) &&
	       !is_known(pass, word + 1, len - 1);
}

static void mend(struct pass *pass, size_t at, size_t end, const char *text)
{
	pass_put(pass, RULE_ENCODING_BACKSLASH, at, end, text);
}

/* Marks that programs escape, and that no word of news has a backslash for. */
static bool is_escaped_mark(const struct pass *pass, size_t at)
{
	const unsigned c = byte_at(pass, at + 1);

	return c == '"' || c == '\'' || c == '$' || c == '&' ||
	       (c == '/' && byte_before(pass, at) != '\\' &&
		before_of(pass, at) > ' ');
}

/* A row of backslashes in an article whose line ends they are. */
static size_t mend_wire(struct pass *pass, size_t at)
{
	const size_t end = end_of_row(pass, at);
	const unsigned before = before_of(pass, at);
	const unsigned after = after_of(pass, end);

	if (is_in_path(pass, at, end) || is_spoken_of(pass, end - 1))
		return end;
	if (after == '$')
		mend(pass, end - 1, end, "");
	else if (end - at >= 2)
		mend(pass, at, end, after ? "\n" : "");
	else if (before <= ' ' || after <= ' ')
		mend(pass, at, end, "");
	else
		mend(pass, at, end, " ");
	return end;
}

static size_t mend_escape(struct pass *pass, size_t at)
{
	const unsigned c = byte_at(pass, at + 1);
	size_t end = at + 2;

	if (c == 'r' && byte_at(pass, end) == '\\' &&
	    byte_at(pass, end + 1) == 'n')
		end += 2;
	mend(pass, at, end, c == 't' ? " " : "\n");
	return end;
}

/* One that ends a sentence's line was a line end. */
static bool ends_line(const struct pass *pass, size_t at)
{
	const unsigned before = byte_before(pass, at);
	size_t end = at + 1;

	while (byte_at(pass, end) == ' ')
		end++;
	return (end == pass->len || pass->text[end] == '\n') &&
	       (before == '.' || before == '?' || before == '!' ||
		before == '"');
}

static size_t mend_one(struct pass *pass, size_t at, enum style style)
{
	uint32_t point;
	const size_t len = read_point(pass, at, &point);

	if (len) {
		put_point(pass, at, at + len, point);
		return at + len;
	}
	if (style == STYLE_ESCAPES && may_be_escape(pass, at) &&
	    !is_in_drive(pass, at) && !tex_is_command(pass, at) &&
	    !is_letter_of_word(pass, at))
		return mend_escape(pass, at);
	if (is_escaped_mark(pass, at)) {
		mend(pass, at, at + 1, "");
		return at + 2;
	}
	if (style == STYLE_WIRE)
		return mend_wire(pass, at);
	if (ends_line(pass, at)) {
		mend(pass, at, at + 1, "");
		return at + 1;
	}
	return end_of_row(pass, at);
}

static void run(struct pass *pass)
{
	const enum style style = find_style(pass);
	size_t at = next_backslash(pass, 0);

	if (style == STYLE_TEX)
		return;
	for (; at < pass->len; at = next_backslash(pass, at))
		at = mend_one(pass, at, style);
}

static bool triggered(const struct survey *survey,
		      const struct settings *settings)
{
	return survey_saw(survey, SEEN_BACKSLASH) &&
	       settings_select(settings, RULE_ENCODING_BACKSLASH);
}

const struct stage backslash_stage = {
	.name = "encoding",
	.decodes = true,
	.triggered = triggered,
	.run = run,
};
