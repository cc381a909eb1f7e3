/* Lines that are a part of more. */
#include "stages/boilerplate/line_torn.h"

#include <string.h>

#include "base/ascii.h"
#include "edit/shape.h"
#include "stages/boilerplate/kept.h"
#include "text/code.h"

#define SPAN 3	      /* bytes of code and its signs */
#define LEAST_FULL 40 /* bytes of a line that its sentence goes on after */

/* A bracket that closes at a line's end, before marks. ":)" closes nothing. */
static bool closes(const char *text, const struct line *line, size_t at)
{
	if (at == line->at || strchr(":;-", text[at - 1]))
		return false;
	while (at < line->end && !ascii_is_alnum((unsigned char)text[at]) &&
	       (unsigned char)text[at] < 0x80)
		at++;
	return at == line->end;
}

/* Whether a bracket in a line is open at its end, or closes none of it. */
static bool is_open(const char *text, const struct line *line, char open,
		    char close)
{
	const size_t len = line->end - line->at;
	size_t depth = 0;

	/* most lines hold neither */
	if (!memchr(text + line->at, open, len) &&
	    !memchr(text + line->at, close, len))
		return false;
	for (size_t at = line->at; at < line->end; at++) {
		if (text[at] == open)
			depth++;
		else if (text[at] == close && depth)
			depth--;
		else if (text[at] == close && closes(text, line, at))
			return true;
	}
	return depth > 0;
}

/* "tom@harbour.example>", "Tom Reed <": the address is in two lines. */
static bool holds_part(const char *text, const struct line *line)
{
	const size_t len = line->end - line->at;

	return text[line->end - 1] == '<' ||
	       (line->words.count && text[line->end - 1] == '>' &&
		!memchr(text + line->at, '<', len));
}

/* "Harbour: `install port@next`": code in a line. */
static bool holds_span(const char *text, const struct line *line)
{
	const char *end = text + line->end;
	const char *open = memchr(text + line->at, '`', line->end - line->at);
	const char *close;

	if (!open || end - open < SPAN || open[1] == '`' || open[1] == ' ')
		return false;
	close = memchr(open + 1, '`', (size_t)(end - open - 1));
	return close && close[-1] != ' ' &&
	       (close + 1 == end || close[1] != '`');
}

bool line_asks_for_more(const struct article *article, const struct line *line)
{
	const char *text = article->pass->text;
	size_t at = line->end;

	while (at > line->at && ascii_is_letter((unsigned char)text[at - 1]))
		at--;
	return at < line->end && token_set_has(&article->rules->common,
					       word_hash(text, at, line->end));
}

/* Whether the line before is one of a paragraph, which may end here; across a
 * blank line, if its last word is one that more follows. */
static bool may_go_on(const struct article *article, const struct line *line)
{
	const bool full = line[-1].end - line[-1].at >= LEAST_FULL;
	const bool asks = line_asks_for_more(article, line - 1);

	return line_adjoins(article, (size_t)(line - article->lines))
		       ? full || asks
		       : full && asks;
}

/*
 * A paragraph, or a cell of a table, that is still wrapped: the line before
 * stays, and goes on here. An address in a contact's block begins small, too.
 */
static bool goes_on(const struct article *article, const struct line *line)
{
	const char *text = article->pass->text;
	const size_t i = (size_t)(line - article->lines);

	/* the spare one is a sentence */
	return i && i < article->count && !line[-1].mark &&
	       !memchr(text + line->at, '@', line->end - line->at) &&
	       may_go_on(article, line) &&
	       shape_end(text, line[-1].end) != SHAPE_END_SENTENCE &&
	       shape_start(text, article->pass->len, line->at) ==
		       SHAPE_START_LOWER;
}

bool line_has_open_bracket(const struct article *article,
			   const struct line *line)
{
	const char *text = article->pass->text;

	return is_open(text, line, '(', ')') || is_open(text, line, '[', ']') ||
	       is_open(text, line, '{', '}');
}

bool line_runs_over(const struct article *article, const struct line *line)
{
	const size_t next = (size_t)(line - article->lines) + 1;

	*article->beyond = true;
	return next < article->count && goes_on(article, line + 1);
}

/* "[source,python]": what AsciiDoc says of the block after it. */
static bool is_attribute(const char *text, const struct line *line)
{
	return text[line->at] == '[' && text[line->end - 1] == ']' &&
	       memchr(text + line->at, ',', line->end - line->at) &&
	       !memchr(text + line->at, ' ', line->end - line->at);
}

/* "|===", "|---|---|": what parts the rows of a table. */
static bool is_rule_of_table(const char *text, const struct line *line)
{
	return !line->words.count && text[line->at] == '|' &&
	       (memchr(text + line->at, '=', line->end - line->at) ||
		memchr(text + line->at, '-', line->end - line->at));
}

bool line_is_torn(const struct article *article, const struct line *line)
{
	const char *text = article->pass->text;

	return line->end > line->at &&
	       (goes_on(article, line) || line_runs_over(article, line) ||
		holds_span(text, line) || is_rule_of_table(text, line) ||
		is_attribute(text, line) ||
		text_calls(text, line->at, line->end) ||
		holds_part(text, line) || line_has_open_bracket(article, line));
}
