/* Contacts: names, telephone numbers and addresses. */
#include "stages/boilerplate/contacts.h"

#include <string.h>

#include "stages/boilerplate/bound.h"
#include "stages/boilerplate/lines.h"

#define PHONE_DIGITS 7 /* of a telephone number, at least */
#define DATE_DIGITS 8  /* of days, months and years */
#define YEAR_DIGITS 4
#define NAME_LINES 6	   /* of who it is, and where, before an address */
#define PARAGRAPH_WORDS 80 /* more are the article's */
#define PLACE_WORDS 10	   /* of a place; more are a headline */
#define NAME_WORDS 5	   /* of a name, before a comma */
#define ROW_DIGITS 2	   /* of a row's number */

/* "2024 2024", "30.11.2024": what holds a year, and not much more. */
static bool is_date(size_t digits, bool year)
{
	return year && digits <= DATE_DIGITS;
}

static bool is_year(const char *text, const struct token *word)
{
	return word->end - word->at == YEAR_DIGITS &&
	       (!memcmp(text + word->at, "19", 2) ||
		!memcmp(text + word->at, "20", 2));
}

bool contacts_names_phone(const char *text, const struct tokens *words)
{
	const unsigned amount = GAP_COMMA | GAP_SIGN;
	size_t digits = 0;
	bool year = false;

	for (size_t i = 0; i < words->count; i++) {
		const struct token *word = &words->word[i];
		const bool number = (word->flags & TOKEN_NUMBER) != 0;

		if (!number || word->gap & amount) {
			digits = 0;
			year = false;
		}
		digits += number ? word->end - word->at : 0;
		year |= number && is_year(text, word);
		if (digits >= PHONE_DIGITS && !is_date(digits, year) &&
		    !(word[1].gap & GAP_COMMA))
			return true;
	}
	return false;
}

/* Whom to call, and where. */
static bool has_address(const struct article *article, const struct line *line)
{
	return line->features & (FEATURE_MAIL | FEATURE_URL) ||
	       contacts_names_phone(article->pass->text, &line->words);
}

/* A full sentence of the article, or a long paragraph. */
static bool is_prose(const struct article *article, const struct line *line,
		     uint16_t class)
{
	return !line->mark && (line->words.count > PARAGRAPH_WORDS ||
			       bound_line(article, line, class));
}

/* "Ida Lowell, First Deputy of the Mayor" */
static bool is_titled(const struct line *line)
{
	for (size_t i = 1; i <= NAME_WORDS && i < line->words.count; i++)
		if (line->words.word[i].gap & GAP_COMMA)
			return true;
	return false;
}

/* "Lowell Mill Honored with the Award of the County for Its Work on Boats" */
static bool is_headline(const struct article *article, const struct line *line)
{
	return !line->mark && line->words.count > PLACE_WORDS &&
	       line->features & FEATURE_OPEN &&
	       line->features & FEATURE_TITLE &&
	       !(line->features & (FEATURE_CAPS | FEATURE_BAR)) &&
	       !is_titled(line) && !has_address(article, line);
}

/* "2" between two entries: a table of whom the article tells how to reach. */
static bool is_row_number(const struct line *line)
{
	return line->end - line->at <= ROW_DIGITS && line->words.count == 1 &&
	       line->words.word->flags & TOKEN_NUMBER;
}

size_t contacts_end(struct article *article, size_t index,
		    const struct strip_rule *rule)
{
	size_t i = index, end = index;

	for (; i < article->count && i <= index + rule->lines; i++) {
		const struct line *line = &article->lines[i];

		if (!lines_know(article, i) ||
		    (i > index && (is_prose(article, line, rule->rule) ||
				   is_headline(article, line))) ||
		    (end > index && i >= end + NAME_LINES))
			break;
		if (is_row_number(line))
			return index;
		if (has_address(article, line))
			end = i + 1;
	}
	return end > index && i == article->count ? i : end;
}
