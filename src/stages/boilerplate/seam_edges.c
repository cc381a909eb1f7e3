/* What goes with a span at its edges: brackets, bullets, dashes and spaces. */
#include "stages/boilerplate/seam.h"

#include <string.h>

#include "base/utf8.h"
#include "stages/stage.h"
#include "text/marks.h"
#include "unicode/props.h"

/* An en or em dash, or a horizontal bar. */
static bool is_long_dash(const char *text)
{
	return !memcmp(text, "\xE2\x80", 2) && (unsigned char)text[2] >= 0x93 &&
	       (unsigned char)text[2] <= 0x95;
}

/* The length of a dash before text[at], of hyphens too; 0: there is none. */
static size_t dash_before(const char *text, size_t floor, size_t at)
{
	size_t from = at;

	if (at >= floor + 3 && is_long_dash(text + at - 3))
		return 3;
	while (from > floor && at - from < 2 && text[from - 1] == '-')
		from--;
	return at - from;
}

/* Back over brackets, bullets and dashes that introduce what goes. */
void seam_widen_front(struct seam *seam)
{
	const char *text = seam->article->pass->text;
	size_t at, sign;
	const size_t floor =
		seam->first ? seam->line->words.word[seam->first - 1].end
			    : seam->line->at;

	while (seam->at > floor && memchr("([<", text[seam->at - 1], 3))
		seam->at--;
	seam->stop += text[seam->at] == '<' && seam->stop < seam->line->end &&
		      text[seam->stop] == '>';
	at = seam->at - (seam->at > floor && text[seam->at - 1] == ' ');
	if (at > floor && at < seam->at && text[at - 1] == '*')
		sign = 1;
	else
		sign = dash_before(text, floor, at);
	/* not the hyphen of "pre-order now" */
	if (sign && (at - sign == seam->line->at || text[at - sign - 1] == ' '))
		seam->at = at - sign;
}

/* The length of a dash at text[at], a hyphen too; 0: there is none. */
static size_t dash_length(const char *text, size_t at, size_t end)
{
	if (at < end && text[at] == '-')
		return 1;
	return end - at >= 3 && is_long_dash(text + at) ? 3 : 0;
}

/* "- Advertisement -": the dash after it, which a space or nothing follows. */
static void take_dash(struct seam *seam)
{
	const char *text = seam->article->pass->text;
	const size_t end = seam->line->end;
	size_t at = seam->stop, length;

	if (seam->rule->rule != RULE_BOILERPLATE_AD ||
	    !dash_length(text, seam->at, end))
		return;
	at = skip_spaces(text, end, at);
	length = dash_length(text, at, end);
	if (length && (at + length == end || text[at + length] == ' '))
		seam->stop = at + length;
}

#define SYMBOLS 0x2190 /* arrows are the first of them */

/* Whether more than marks is in text[at, end). */
static bool has_content(const char *text, size_t at, size_t end)
{
	while (at < end) {
		const uint32_t point = utf8_next(text, &at);

		if (unicode_is_word(point) ||
		    (point >= SYMBOLS && !mark_of(point)))
			return true;
	}
	return false;
}

/* Take the space with it that would be left doubled, or at the line's edge. */
void seam_close_up(struct seam *seam)
{
	const char *text = seam->article->pass->text;

	take_dash(seam);
	/* of a line of which no word is left no mark is */
	if (!has_content(text, seam->line->at, seam->at) &&
	    !has_content(text, seam->stop, seam->line->end)) {
		seam->at = seam->line->at;
		seam->stop = seam->line->end;
	}
	while (seam->stop < seam->line->end && text[seam->stop] == ' ' &&
	       (seam->at == seam->line->at || text[seam->at - 1] == ' '))
		seam->stop++;
	if (seam->stop == seam->line->end ||
	    memchr(",.;:!?)", text[seam->stop], 7))
		seam->at = skip_spaces_back(text, seam->line->at, seam->at);
}
