/* Lists whose items end in a year or a day. */
#include "stages/boilerplate/date_list.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "stages/boilerplate/lines.h"
#include "stages/stage.h"

#define MOST_APART 4 /* lines from one item to the next */
#define YEAR_DIGITS 4
#define DAY_DIGITS 2
#define LEAST_DAY 3   /* words of a day without a year */
#define HOUR_BYTES 16 /* of an hour and what is then */

/* "Saturday, April 5": capitals, and a number. */
static bool is_day(const struct tokens *words)
{
	for (size_t i = 0; i + 1 < words->count; i++)
		if (!(words->word[i].flags & TOKEN_CAPITAL))
			return false;
	return words->count >= LEAST_DAY;
}

/* "The Old Pier 1927", "Friday, March 5, 2021" */
static bool ends_in_date(struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];
	const struct token *last;
	size_t digits;

	if (!lines_know(article, index) || line->words.count < 2 ||
	    !(line->features & FEATURE_SHORT))
		return false;
	last = &line->words.word[line->words.count - 1];
	digits = last->end - last->at;
	return last->flags & TOKEN_NUMBER &&
	       (digits == YEAR_DIGITS ||
		(digits <= DAY_DIGITS && is_day(&line->words)));
}

static bool date_list_has(struct article *article, size_t index)
{
	const size_t first = index < MOST_APART ? 0 : index - MOST_APART;

	if (!ends_in_date(article, index))
		return false;
	for (size_t i = first; i <= index + MOST_APART; i++)
		if (i != index && i < article->count &&
		    !article->lines[i].mark && ends_in_date(article, i))
			return true;
	return false;
}

/* "6:00 PM service, and a meal", "10 a.m. to 2 p.m. at the old mill" */
static bool begins_with_hour(const struct article *article, size_t index)
{
	const char *text = article->pass->text;
	const struct line *line = &article->lines[index];
	const size_t hour = skip_digits(text, line->end, line->at);
	size_t at = hour;

	if (hour == line->at || hour > line->at + DAY_DIGITS ||
	    line->end - line->at < HOUR_BYTES)
		return false;
	if (text[at] == ':')
		at = skip_digits(text, line->end, at + 1);
	at += bytes_at(text, line->end, at) == ' ';
	if (at >= line->end || !memchr("aApP", text[at], 4))
		return false;
	at += bytes_at(text, line->end, at + 1) == '.' ? 2 : 1;
	return ascii_lower(bytes_at(text, line->end, at)) == 'm';
}

/* "Monday, July 13, 2026", and what begins then in the line below it. */
static bool date_of_event(struct article *article, size_t index)
{
	return index && index + 1 < article->count &&
	       ends_in_date(article, index) &&
	       begins_with_hour(article, index + 1);
}

bool date_list_keeps(struct article *article, size_t index, uint16_t class)
{
	return (class == RULE_BOILERPLATE_OTHER ||
		class == RULE_BOILERPLATE_RELATED) &&
	       (date_list_has(article, index) || date_of_event(article, index));
}
