/* What a backslash is, by what is on both sides of it. */
#include "stages/encoding/backslash.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "stages/encoding/digits.h"
#include "text/marks.h"
#include "unicode/props.h"

#define OPEN_GUILLEMET 0xAB
#define CLOSE_GUILLEMET 0xBB

/*
 * The byte before, or at, text[at]; of any white space, a space: the whitespace
 * stage makes one of it, and what is an escape must not depend on that.
 */
unsigned backslash_before(const struct pass *pass, size_t at)
{
	const unsigned byte = pass_byte_before(pass, at);

	return byte >= 0x80 && unicode_is_space(utf8_before(pass->text, at))
		       ? ' '
		       : byte;
}

unsigned backslash_after(const struct pass *pass, size_t at)
{
	const unsigned byte = pass_byte(pass, at);

	return byte >= 0xC0 && unicode_is_space(
				       utf8_at(pass->text, pass->len, at))
		       ? ' '
		       : byte;
}

size_t backslash_row_end(const struct pass *pass, size_t at)
{
	while (pass_byte(pass, at) == '\\')
		at++;
	return at;
}

bool backslash_may_escape(const struct pass *pass, size_t at)
{
	const unsigned c = pass_byte(pass, at + 1);

	return c == 'n' || c == 'r' || c == 't';
}

/* A quotation mark, or what a later step may make one of. */
static bool is_quote(uint32_t point)
{
	return mark_is(point, MARK_QUOTATION | MARK_CLOSE_QUOTE);
}

/* The end of the escape at text[at]; "\r\n" is one. */
static size_t escape_end(const struct pass *pass, size_t at)
{
	const bool pair = pass_byte(pass, at + 1) == 'r' &&
			  pass_byte(pass, at + 2) == '\\' &&
			  pass_byte(pass, at + 3) == 'n';

	return pair ? at + 4 : at + 2;
}

/*
 * Past a row of them: what is two now may be one mark later, and what is
 * between them may go.
 */
static size_t skip_quotes(const struct pass *pass, size_t at)
{
	size_t next = at;

	while (is_quote(pass_point(pass, next))) {
		utf8_next(pass->text, &next);
		at = next;
		while (next < pass->len && pass->text[next] != '\n' &&
		       backslash_after(pass, next) == ' ')
			utf8_next(pass->text, &next);
	}
	return at;
}

/* Past blanks before text[at], of any kind. */
static size_t before_gap(const struct pass *pass, size_t at)
{
	while (at && pass->text[at - 1] != '\n' &&
	       backslash_before(pass, at) <= ' ')
		utf8_previous(pass->text, &at);
	return at;
}

static bool begins_line(const struct pass *pass, size_t at)
{
	at = before_gap(pass, at);
	return !at || pass->text[at - 1] == '\n';
}

/*
 * What a sentence, or a part of it, ends with; an escape may be between. What
 * the line before ends with says nothing: it may be furniture, which goes.
 */
static bool is_after_part(const struct pass *pass, size_t at)
{
	unsigned before;

	if (begins_line(pass, at))
		return true;
	at = before_gap(pass, at);
	before = pass_byte_before(pass, at);
	return before >= 0x80 || strchr(".,;:!?\"'`)]", (int)before) ||
	       pass_byte_before(pass, at - 1) == '\\';
}

/* "said“": behind a word or its stop a mark closes, whatever its shape is. */
static bool closes(const struct pass *pass, size_t at)
{
	utf8_previous(pass->text, &at);
	return unicode_is_word(utf8_before(pass->text, at)) ||
	       (at && strchr(".,;!?", pass->text[at - 1]));
}

/* 'Type "\rm *"', “\n”: a mark that opens, before what it quotes. */
static bool is_quoted(const struct pass *pass, size_t at)
{
	const uint32_t mark = utf8_before(pass->text, at);
	size_t space = at;

	if (at && backslash_before(pass, at) == ' ') {
		utf8_previous(pass->text, &space);
		return utf8_before(pass->text, space) == OPEN_GUILLEMET;
	}
	if (mark_is(mark, MARK_OPEN_QUOTE))
		return !closes(pass, at);
	return (mark == '"' || mark == '\'' || mark == '`') &&
	       (at < 2 || backslash_before(pass, at - 1) <= ' ' ||
		strchr("([", pass->text[at - 2]));
}

/* Past a space that French sets before its mark, or `at`. */
static size_t skip_french_space(const struct pass *pass, size_t at)
{
	size_t mark = at;

	if (at < pass->len && backslash_after(pass, at) == ' ')
		utf8_next(pass->text, &mark);
	return pass_point(pass, mark) == CLOSE_GUILLEMET ? mark : at;
}

/*
 * Whether a string of a program ends after the escape at text[at], as in
 * printf("%s\n") and '{author}\n': there is no word after it. At the text's
 * end, where white space goes, it may end what a sentence is quoted in, too.
 */
static bool ends_string(const struct pass *pass, size_t at)
{
	size_t end = escape_end(pass, at);
	unsigned after;

	end = skip_french_space(pass, end);
	if (!is_quote(pass_point(pass, end)))
		return false;
	end = skip_quotes(pass, end);
	after = backslash_after(pass, end);
	while (end < pass->len && backslash_after(pass, end) <= ' ')
		utf8_next(pass->text, &end);
	if (end == pass->len)
		return !is_after_part(pass, at) || is_quoted(pass, at);
	return after <= ' ' || strchr(",.;:)]}", (int)after);
}

/* "no\n" in a string: of a word, with no word in the mark that follows. */
static bool ends_word_in_string(const struct pass *pass, size_t at)
{
	size_t end = escape_end(pass, at);

	if (!ascii_is_letter(pass_byte_before(pass, at)) ||
	    !is_quote(utf8_at(pass->text, pass->len, end)))
		return false;
	end = skip_quotes(pass, end);
	return !unicode_is_word(utf8_at(pass->text, pass->len, end));
}

/* "matches \n." and 'matches \n."'; "\n. . ." begins a line with dots. */
static bool ends_sentence(const struct pass *pass, size_t at)
{
	size_t after = at + 1;

	if (pass_byte(pass, at) != '.')
		return false;
	while (after < pass->len && backslash_after(pass, after) <= ' ')
		utf8_next(pass->text, &after);
	if (after == pass->len || is_quote(pass_point(pass, after)) ||
	    strchr(")]}", pass->text[after]))
		return true;
	return after > at + 1 && pass->text[after] != '.';
}

#define CLASS_MOST 24 /* bytes of a class before an escape, and after it */

/* "[,; \t\r\n]": a class of a pattern, after which nothing begins. */
static bool is_in_class(const struct pass *pass, size_t at, size_t end)
{
	size_t open = at;

	while (end - at < CLASS_MOST && pass_byte(pass, end) == '\\')
		for (end += 2; ascii_is_digit(pass_byte(pass, end)); end++)
			continue;
	if (pass_byte(pass, end) != ']')
		return false;
	while (open && at - open < CLASS_MOST && pass->text[open - 1] != '\n' &&
	       pass->text[open - 1] != '[')
		open--;
	return pass_byte_before(pass, open) == '[';
}

/* "matches \n.", "[a-z]\n[a-z]", "no\n" in a string: no line begins there. */
static bool is_in_code(const struct pass *pass, size_t at)
{
	const size_t end = escape_end(pass, at);
	const unsigned after = pass_byte(pass, end);

	return (after && strchr(",;:)]}", (int)after)) ||
	       is_in_class(pass, at, end) || ends_sentence(pass, end) ||
	       (after == '[' && pass_byte_before(pass, at) == ']') ||
	       ends_string(pass, at);
}

/* "(\n", also with spaces between, which go. */
static bool is_after_bracket(const struct pass *pass, size_t at)
{
	while (at && backslash_before(pass, at) <= ' ')
		utf8_previous(pass->text, &at);
	return at && strchr("([{", pass->text[at - 1]);
}

/* Whether blanks and a small letter are at text[at]. */
static bool is_before_small(const struct pass *pass, size_t at)
{
	while (at < pass->len && pass->text[at] != '\n' &&
	       backslash_after(pass, at) <= ' ')
		utf8_next(pass->text, &at);
	return ascii_is_lower(pass_byte(pass, at));
}

/*
 * All of its line, but for marks: what is above and below it says nothing, for
 * it may be furniture, which goes.
 */
static bool is_alone(const struct pass *pass, size_t at)
{
	size_t end = escape_end(pass, at);

	if (!begins_line(pass, at))
		return false;
	while (end < pass->len && pass->text[end] != '\n' &&
	       (backslash_after(pass, end) <= ' ' ||
		is_quote(pass_point(pass, end))))
		utf8_next(pass->text, &end);
	return end == pass->len || pass->text[end] == '\n';
}

/*
 * "\n", "\r" or "\t" where no word begins with that letter. In a string of a
 * program it is text, and so it is where an article speaks of it.
 */
bool backslash_is_control(const struct pass *pass, size_t at)
{
	const unsigned after = backslash_after(pass, escape_end(pass, at));

	if (!backslash_may_escape(pass, at) || ascii_is_lower(after) ||
	    is_alone(pass, at) || ends_word_in_string(pass, at) ||
	    is_in_code(pass, at))
		return false;
	if (after > ' ')
		return true;
	/* "\n means that a line ends", in marks, too */
	if (begins_line(pass, at) || is_quoted(pass, at))
		return !is_before_small(pass, escape_end(pass, at));
	return is_after_part(pass, at) || (backslash_before(pass, at) > ' ' &&
					   !is_after_bracket(pass, at));
}

bool backslash_is_in_sentence(const struct pass *pass, size_t at)
{
	const size_t end = escape_end(pass, at);

	return backslash_before(pass, at) == ' ' &&
	       backslash_after(pass, end) == ' ' && !begins_line(pass, at) &&
	       is_before_small(pass, end);
}

bool backslash_is_spoken_of(const struct pass *pass, size_t at, size_t end)
{
	return is_quoted(pass, at) ||
	       (backslash_may_escape(pass, end - 1) &&
		!ascii_is_letter(pass_byte(pass, end + 1)));
}

/* "hand;\nrun": no folder or line of a wire begins after a mark. */
bool backslash_follows_mark(const struct pass *pass, size_t at)
{
	const unsigned before = backslash_before(pass, at);

	return backslash_may_escape(pass, at) && !begins_line(pass, at) &&
	       before != ':' && before < 0x80 && before != '\\' &&
	       !ascii_is_alnum(before) &&
	       !strchr("$({[<=+-*/^_&|", (int)before) &&
	       is_after_part(pass, at) && !is_quoted(pass, at) &&
	       !is_in_code(pass, at);
}

/* A word or its mark before, a word after, as at the end of a line. */
bool backslash_joins_lines(const struct pass *pass, size_t at, size_t end)
{
	const unsigned before = backslash_before(pass, at);
	const unsigned after = backslash_after(pass, end);

	if (before <= ' ' || is_quoted(pass, at))
		return false;
	return ascii_is_alnum(after) || after >= 0x80 ||
	       (end - at >= 2 && (after == '"' || after == '\''));
}

/* "and\or", "his\her": a slash that leans the wrong way. */
bool backslash_is_slash(const struct pass *pass, size_t at, size_t end)
{
	size_t before = 0, after = 0;

	while (before < at &&
	       ascii_is_letter((unsigned char)pass->text[at - 1 - before]))
		before++;
	while (ascii_is_letter(pass_byte(pass, end + after)))
		after++;
	return end - at == 1 && before && after && before < 4 && after < 4;
}

/* Where the word starts that text[at] is in, if it is near. */
static size_t word_start(const struct pass *pass, size_t at)
{
	size_t from = at;

	while (from && backslash_before(pass, from) > ' ' && at - from < 64)
		from--;
	return from;
}

/* "C:\..." at text[at]. */
static bool begins_drive(const struct pass *pass, size_t at)
{
	return ascii_is_letter(pass_byte(pass, at)) &&
	       pass_byte(pass, at + 1) == ':' &&
	       pass_byte(pass, at + 2) == '\\';
}

/* "HKLM\Software\nName": a folder's backslash is before it in its word. */
static bool follows_folder(const struct pass *pass, size_t at)
{
	const size_t from = word_start(pass, at);

	for (size_t i = from; i < at; i++)
		if (pass->text[i] == '\\' && i > from &&
		    ascii_is_alnum((unsigned char)pass->text[i - 1]) &&
		    ascii_is_upper(pass_byte(pass, i + 1)))
			return true;
	return false;
}

/* "\\server"; not what was escaped twice, '\\"No"' and "\\u201cNo". */
static bool begins_server(const struct pass *pass, size_t at)
{
	uint32_t value;

	return pass_byte(pass, at) == '\\' && pass_byte(pass, at + 1) == '\\' &&
	       pass_byte(pass, at + 2) != '"' &&
	       !(pass_byte(pass, at + 2) == 'u' &&
		 digits_read_hex(pass, at + 3, 4, &value) == 4);
}

/* Also of marks that follow each other: "C:\...", "\\...". */
bool backslash_is_in_drive(const struct pass *pass, size_t at)
{
	const size_t from = word_start(pass, at);

	return begins_drive(pass, from) || follows_folder(pass, at) ||
	       begins_server(pass, from);
}

/* "C:\Users\ann", "\\server\share", "HKEY\Software\Name". */
bool backslash_is_in_path(const struct pass *pass, size_t at, size_t end)
{
	size_t other = end;

	if (pass_byte_before(pass, at) == ':' && end - at == 1)
		return true;
	if (end - at == 2 && begins_drive(pass, word_start(pass, at)))
		return true;
	while (backslash_after(pass, other) > ' ' &&
	       pass_byte(pass, other) != '\\' && other - end < 64)
		other++;
	if (pass_byte(pass, other) == '\\' &&
	    pass_byte(pass, other + 1) != '\\' &&
	    pass_byte(pass, other + 1) != '$' && other > end)
		return true;
	for (other = at; other && at - other < 64; other--)
		if (backslash_before(pass, other) <= ' ')
			return false;
		else if (pass->text[other - 1] == '\\')
			return pass_byte_before(pass, other - 1) != '\\';
	return false;
}
