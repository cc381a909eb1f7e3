/* A dateline at a line's front: its bracket, its dash and the spaces after. */
#include "stages/boilerplate/seam.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "stages/stage.h"

static bool skip_dash(const char *text, size_t *at, size_t end)
{
	if (*at < end &&
	    (text[*at] == '-' || text[*at] == '_' || text[*at] == ':' ||
	     text[*at] == '/' || text[*at] == '|')) {
		(*at)++;
		return true;
	}
	if (end - *at >= 3 && !memcmp(text + *at, "\xE2\x80", 2) &&
	    (unsigned char)text[*at + 2] >= 0x92 &&
	    (unsigned char)text[*at + 2] <= 0x95) {
		*at += 3;
		return true;
	}
	return false;
}

#define MOST_DATELINE 100 /* bytes of its bracket */

/* "LOWELL, (HPP - Lowell Post - 6 April):": the end of the bracket that is open
 * after what matches; 0: it does not close. */
static size_t bracket_end(const struct seam *seam, size_t at)
{
	const char *text = seam->article->pass->text;
	const size_t left = seam->line->end - at;
	const char *close;
	int depth = 0;

	for (size_t i = seam->line->at; i < at; i++)
		depth += (text[i] == '(') - (text[i] == ')');
	if (depth <= 0)
		return at;
	close = memchr(text + at, ')',
		       left < MOST_DATELINE ? left : MOST_DATELINE);
	if (!close)
		return 0;
	at = (size_t)(close - text) + 1;
	while (at < seam->line->end && text[at] == ':')
		at++;
	return at;
}

/* "ADVERTISEMENT, the sign said", "The Post’s": a sentence goes on there. */
static bool goes_on(const char *text, size_t at, size_t end)
{
	return at < end && (strchr(",;?!'", text[at]) ||
			    bytes_begin(text, end, at, "\u2019"));
}

/* A dateline goes with its bracket, its dash and the spaces after. */
bool seam_front(struct seam *seam)
{
	const char *text = seam->article->pass->text;
	const size_t end = seam->line->end;
	const struct token *word = seam->line->words.word;
	size_t at = word[seam->end - 1].end;

	while (at < end &&
	       (text[at] == ')' || text[at] == ']' || text[at] == '.'))
		at++;
	at = bracket_end(seam, at);
	if (!at)
		return false;
	/* "FORT LOWELL, Wyo., - The board" */
	if (bytes_begin(text, end, at, ", -"))
		at++;
	while (at < end) {
		if (text[at] == ' ')
			at++;
		else if (end - at >= 2 && !memcmp(text + at, "\xC2\xA0", 2))
			at += 2;
		else if (!skip_dash(text, &at, end))
			break;
	}
	if (goes_on(text, at, end))
		return false;
	seam->at = seam->line->at;
	seam->stop = at;
	/* "ISIS -- through its media arm -- claimed": no place, no outlet */
	return text[seam->at] == '(' ||
	       (seam->rule->rule != RULE_BOILERPLATE_DATELINE_PLACE &&
		seam->rule->rule != RULE_BOILERPLATE_DATELINE) ||
	       at == end || !ascii_is_lower((unsigned char)text[at]);
}
