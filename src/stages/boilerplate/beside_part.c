/* Lines that are part of an article's notes, contents and addresses. */
#include "stages/boilerplate/beside_part.h"

#include <string.h>

#include "base/ascii.h"
#include "stages/boilerplate/kept.h"
#include "stages/boilerplate/lines.h"
#include "stages/boilerplate/own_contacts.h"
#include "stages/stage.h"

#define NOTE_MOST 100	  /* notes of an article */
#define CONTENTS_NEAR 400 /* lines between contents and what they name */
#define ADDRESS_BYTES 60  /* of "Ellis Sound 17943" */
#define POSTCODE 4	  /* digits, at least */
#define YEAR_BYTES 6	  /* of "(1999)" */
#define HEADING_WORDS 3
#define LIFETIME 8	 /* bytes of "(1972- )" */
#define HEADLINE_WORDS 4 /* of one in capitals, with no more it is a label */

/* "(May 4, 1972- )": when somebody was born. */
static bool is_lifetime(const struct article *article, size_t index,
			uint16_t rule)
{
	const struct line *line = &article->lines[index];
	const char *text = article->pass->text;
	size_t end = line->end - 1;

	if (rule != RULE_BOILERPLATE_TIMESTAMP || text[line->at] != '(' ||
	    line->end - line->at < LIFETIME || text[end] != ')')
		return false;
	while (end > line->at + 3 && text[end - 1] == ' ')
		end--;
	return text[end - 1] == '-' || !memcmp(text + end - 3, "\u2013", 3) ||
	       !memcmp(text + end - 3, "\u2014", 3);
}

/* The number that a note begins with: "12 https://lowell.example"; 0: none. */
static unsigned note_number(const struct article *article, size_t index)
{
	const char *text = article->pass->text;
	unsigned number = 0;
	size_t at, end;

	if (index >= article->count)
		return 0;
	at = article->lines[index].at;
	end = article->lines[index].end;
	while (at < end && number < NOTE_MOST &&
	       ascii_is_digit((unsigned char)text[at]))
		number = number * 10 + (unsigned)(text[at++] - '0');
	return at < end && !ascii_is_digit((unsigned char)text[at]) &&
			       !strchr(".,:)/%-", text[at])
		       ? number
		       : 0;
}

/* One of an article's notes, which are numbered, and may be links alone. */
static bool is_numbered_note(const struct article *article, size_t index,
			     uint16_t rule)
{
	const unsigned number = note_number(article, index);

	return number &&
	       (rule == RULE_BOILERPLATE_EMBED ||
		rule == RULE_BOILERPLATE_RELATED) &&
	       article->lines[index].features & FEATURE_URL &&
	       (note_number(article, index + 1) == number + 1 ||
		(index && number > 1 &&
		 note_number(article, index - 1) == number - 1));
}

/* "Notes:" above "1 The number is that of May." */
static bool heads_notes(const struct article *article, size_t index,
			uint16_t rule)
{
	const struct line *line = &article->lines[index];

	return rule == RULE_BOILERPLATE_OTHER &&
	       line->features & FEATURE_COLON && line->words.count == 1 &&
	       index + 1 < article->count && !line[1].mark &&
	       line_is_sentence(article, index + 1) &&
	       (article->pass->text[line[1].at] == '[' ||
		note_number(article, index + 1) == 1);
}

/* "More from the Ellis Times:", and then what that paper wrote. */
static bool leads_quotation(struct article *article, size_t index,
			    uint16_t rule)
{
	const struct line *line = &article->lines[index];

	return rule == RULE_BOILERPLATE_RELATED &&
	       line->features & FEATURE_COLON && lines_know(article, index) &&
	       line->words.count > 2 && index + 1 < article->count &&
	       !(line->words.word[0].flags & TOKEN_CAPS) &&
	       line->words.word[1].hash == token_hash("from", 4) &&
	       line_is_sentence(article, index + 1);
}

static bool is_capitals(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return index < article->count && line->features & FEATURE_CAPS &&
	       line->words.count > 1;
}

/* Whether it stands with other lines in capitals, as headlines listed do. */
static bool is_with_capitals(const struct article *article, size_t index)
{
	return is_capitals(article, index + 1) ||
	       (index && is_capitals(article, index - 1));
}

/*
 * A line in capitals that the article has twice: among what is in it, and over
 * the part that it names.
 */
static bool is_of_contents(const struct article *article, size_t index,
			   uint16_t rule)
{
	const struct line *line = &article->lines[index];
	const char *text = article->pass->text;
	const size_t len = line->end - line->at;
	const size_t from = index > CONTENTS_NEAR ? index - CONTENTS_NEAR : 0;

	if (rule != RULE_BOILERPLATE_RELATED || !is_capitals(article, index) ||
	    line->words.count <= HEADLINE_WORDS)
		return false;
	for (size_t i = from; i < article->count && i <= index + CONTENTS_NEAR;
	     i++) {
		const struct line *other = &article->lines[i];

		if (i != index && other->end - other->at == len &&
		    !memcmp(text + other->at, text + line->at, len))
			return is_with_capitals(article, i) ||
			       is_with_capitals(article, index);
	}
	return false;
}

/* "Ellis Sound 17943": where an address ends. */
static bool ends_address(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];
	const char *end = article->pass->text + line->end;
	size_t digits = 0;

	if (!index || line->mark || line->end - line->at > ADDRESS_BYTES ||
	    line->end - line->at < POSTCODE || !line_adjoins(article, index))
		return false;
	while (digits < POSTCODE && ascii_is_digit((unsigned char)*--end))
		digits++;
	return digits == POSTCODE;
}

/* Whether a line with a colon leads to the block of lines that holds a line. */
static bool is_in_led_block(const struct article *article, size_t index)
{
	while (index && line_adjoins(article, index))
		index--;
	return article->pass->text[article->lines[index].end - 1] == ':' ||
	       (index &&
		article->pass->text[article->lines[index - 1].end - 1] == ':');
}

/*
 * "Phone: 555-0100" below "Ellis 17943": where a story says that one may write
 * to.
 */
static bool is_of_address(const struct article *article, size_t index,
			  uint16_t rule)
{
	const char *text = article->pass->text;
	size_t i = index;

	if ((rule != RULE_BOILERPLATE_SHARE &&
	     rule != RULE_BOILERPLATE_OTHER) ||
	    !own_label_length(text, &article->lines[index]))
		return false;
	while (i && line_adjoins(article, i) &&
	       own_label_length(text, &article->lines[i]))
		i--;
	return i < index && ends_address(article, i) &&
	       is_in_led_block(article, i);
}

/* "Ida Lowell, Boats of the Sound (1999)": a book and its year. */
static bool ends_in_year(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];
	const char *text = article->pass->text;
	const char *bracket;

	if (index >= article->count)
		return false;
	bracket = memchr(text + line->at, '(', line->end - line->at);
	return bracket && bracket > text + line->at &&
	       bracket + YEAR_BYTES <= text + line->end &&
	       (!memcmp(bracket, "(19", 3) || !memcmp(bracket, "(20", 3)) &&
	       ascii_is_digit((unsigned char)bracket[3]) &&
	       ascii_is_digit((unsigned char)bracket[4]) && bracket[5] == ')';
}

/* "Further reading" over books and their years. */
static bool heads_books(const struct article *article, size_t index,
			uint16_t rule)
{
	return rule == RULE_BOILERPLATE_RELATED &&
	       article->lines[index].words.count <= HEADING_WORDS &&
	       (ends_in_year(article, index + 1) ||
		/* below what underlines it */
		ends_in_year(article, index + 2));
}

/* "Thanks," over a name: the close of a letter. */
static bool closes_letter(const struct article *article, size_t index,
			  uint16_t rule)
{
	const struct line *line = &article->lines[index];

	return rule == RULE_BOILERPLATE_OTHER && line->words.count == 1 &&
	       article->pass->text[line->end - 1] == ',' &&
	       index + 1 < article->count;
}

bool beside_is_part(struct article *article, size_t index, uint16_t rule)
{
	return is_lifetime(article, index, rule) ||
	       closes_letter(article, index, rule) ||
	       heads_books(article, index, rule) ||
	       is_numbered_note(article, index, rule) ||
	       heads_notes(article, index, rule) ||
	       leads_quotation(article, index, rule) ||
	       is_of_contents(article, index, rule) ||
	       is_of_address(article, index, rule);
}
