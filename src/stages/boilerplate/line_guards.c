/* Lines that are the article's, whatever they score. */
#include "stages/boilerplate/line_guards.h"

#include <string.h>

#include "base/ascii.h"
#include "stages/boilerplate/line_end.h"
#include "stages/boilerplate/line_language.h"
#include "stages/boilerplate/line_markup.h"
#include "stages/boilerplate/line_torn.h"
#include "stages/boilerplate/own_lists.h"
#include "stages/boilerplate/sentences.h"

#define MOST_ABBREVIATION 3 /* bytes of "No" or "Vol" */
#define MOST_SPEAKER 5	    /* words before a speaker's colon */
#define MANY_DIGITS 7	    /* of a line with a telephone number */
#define LEAST_SENTENCE 7    /* words of a sentence that others follow */
#define LEAST_LISTED 5	    /* of an item: a name of few has its address */
#define LEAST_CLOSED 4	    /* words of a line with a full stop */
#define LEAST_HEADING 3	    /* capitals of a heading */
#define MOST_LETTERS 4	    /* of a part's number, "(viii)" */
#define MOST_LABEL 3	    /* words before a labelled headline's colon */
#define LEAST_HEADLINE 2    /* words after it */
#define MOST_HEADLINE 20
#define COLUMN_GAP 3 /* spaces between a table's columns */
#define LEAST_GAPS 3
#define CELL_INDENT 12

/* "MOSS: Yes.", "Dr. Ida Lowell:": who speaks. */
static bool names_speaker(const struct tokens *words)
{
	const struct token *word = words->word;

	for (size_t i = 1; i <= words->count && i <= MOST_SPEAKER; i++) {
		if (token_is_small(&word[i - 1]))
			return false;
		if (word[i].gap & GAP_COLON)
			return i == words->count ||
			       word[i - 1].flags & TOKEN_CAPS ||
			       word[words->count].gap & GAP_STOP;
	}
	return false;
}

/* "Where: the old pier": what takes place. */
static bool names_occasion(const struct article *article,
			   const struct tokens *words)
{
	return words->count > 1 && words->word[1].gap & GAP_COLON &&
	       token_set_has(&article->rules->occasion, words->word[0].hash);
}

/* "Average volume: 912": a fact of a list. */
static bool states_number(const struct tokens *words)
{
	const struct token *word = words->word;
	size_t first = words->count;

	while (first && word[first - 1].flags & TOKEN_NUMBER &&
	       (first == words->count || !(word[first].gap & GAP_SPACE)))
		first--;
	return first < words->count &&
	       word[first].gap & (GAP_COLON | GAP_SIGN | GAP_DASH);
}

/* "Day two: March 27, 2012": a name and numbers after the colon. */
static bool states_date(const struct tokens *words)
{
	const struct token *word = words->word;
	size_t first = words->count;

	while (first && word[first - 1].flags & TOKEN_NUMBER)
		first--;
	return first > 1 && first < words->count &&
	       word[first - 1].flags & TOKEN_CAPITAL &&
	       word[first - 1].gap & GAP_COLON;
}

static bool states_fact(const struct tokens *words)
{
	return states_number(words) || states_date(words);
}

static bool is_heading_in_capitals(const struct line *line)
{
	return line->features & FEATURE_CAPS &&
	       line->words.count >= LEAST_HEADING;
}

/* "Tickets: $4.50": a price. */
static bool names_price(const struct tokens *words)
{
	for (size_t i = 0; i < words->count; i++)
		if (words->word[i].flags & TOKEN_NUMBER &&
		    words->word[i].gap & GAP_SIGN)
			return true;
	return false;
}

/* "Phone: (03) 555-0199", "2024 2023 2022": as many as a number to call. */
static bool has_many_digits(const struct tokens *words)
{
	size_t digits = 0;

	for (size_t i = 0; i < words->count; i++)
		if (words->word[i].flags & TOKEN_NUMBER)
			digits += words->word[i].end - words->word[i].at;
	return digits >= MANY_DIGITS;
}

/* A line of numbers, or of links: what it lists, the rules may know. */
static bool lacks_words(const struct tokens *words)
{
	const unsigned others = TOKEN_NUMBER | TOKENS_CONTACT;

	for (size_t i = 0; i < words->count; i++)
		if (!(words->word[i].flags & others))
			return false;
	return true;
}

/* "The council will meet. Never miss a story": its sentences are judged. */
static bool begins_with_sentence(const struct article *article,
				 const struct line *line)
{
	const struct tokens *words = &line->words;
	const size_t end = words->count ? sentence_end(article, words, 0) : 0;

	return end < words->count && end >= LEAST_SENTENCE &&
	       words->word[end].gap & GAP_STOP;
}

static bool begins_with_dash(const char *text, const struct line *line)
{
	const size_t len = line->end - line->at;

	text += line->at;
	return (len > 2 && !memcmp(text, "--", 2)) ||
	       (len > 3 &&
		(!memcmp(text, "\u2013", 3) || !memcmp(text, "\u2014", 3)));
}

/* "Thank you.": a sentence, however short. */
static bool is_short_sentence(const struct line *line)
{
	return line->words.count < LEAST_CLOSED &&
	       !(line->features & FEATURE_OPEN);
}

/*
 * "the boat was late;", "Dear harbour master,": a list or a letter goes on in
 * the next line.
 */
static bool is_item(const struct article *article, const struct line *line)
{
	return line->end > line->at &&
	       strchr(",;", article->pass->text[line->end - 1]);
}

/*
 * "@lowell The quay is open", "The quay is open pic.twitter.com/a1", "Ida
 * Lowell @ida", "Ida Lowell (@ida) The quay is open": a post, or who wrote it.
 */
static bool is_post(const struct tokens *words)
{
	const struct token *word = words->word;
	size_t names = 0;

	if (!words->count)
		return false;
	if (word[0].flags & TOKEN_HANDLE ||
	    word[words->count - 1].flags & TOKEN_POST)
		return words->count >= LEAST_CLOSED;
	while (names < words->count && word[names].flags & TOKEN_CAPITAL)
		names++;
	return names && word[names].flags & TOKEN_HANDLE &&
	       (names + 1 == words->count || word[names].gap & GAP_OPEN);
}

/* The line after it says who posted it: "— Ida Lowell (@ida) May 4, 2019". */
static bool is_posted(const struct article *article, const struct line *line)
{
	const char *text = article->pass->text;
	const struct line *next = line + 1;

	return line >= article->lines &&
	       next < article->lines + article->count &&
	       begins_with_dash(text, next) &&
	       memchr(text + next->at, '@', next->end - next->at);
}

/* "*The mayor has since left.": a note, and no bullet. */
static bool is_note(const struct article *article, const struct line *line)
{
	const char *text = article->pass->text;
	const size_t len = line->end - line->at;

	return len > 1 && text[line->at] == '*' &&
	       ascii_is_letter((unsigned char)text[line->at + 1]) &&
	       !memchr(text + line->at + 1, '*', len - 1);
}

/* "(in thousands, unaudited)": what a table's numbers are. */
static bool names_units(const struct article *article, const struct line *line)
{
	if (!(line->features & FEATURE_BRACKET))
		return false;
	for (size_t i = 0; i < line->words.count; i++)
		if (token_set_has(&article->rules->units,
				  line->words.word[i].hash))
			return true;
	return false;
}

/* "To: Ida Lowell <ida@lowell.example>": the head of a mail. */
static bool is_mail_head(const struct tokens *words)
{
	for (size_t i = 0; i < words->count; i++)
		if (words->word[i].flags & TOKEN_MAIL &&
		    words->word[i].gap & GAP_SIGN)
			return true;
	return false;
}

/* "What we will see in the spring:": more follows. */
static bool is_lead(const struct line *line)
{
	return line->features & FEATURE_COLON &&
	       line->words.count >= LEAST_CLOSED;
}

/* Columns: three spaces or more between words, so often. */
static bool is_row(const struct article *article, const struct line *line)
{
	const char *text = article->pass->text;
	size_t run = 0, gaps = 0;

	for (size_t at = line->at; at < line->end; at++) {
		if (text[at] == ' ') {
			run++;
			continue;
		}
		gaps += run >= COLUMN_GAP;
		run = 0;
	}
	return gaps >= LEAST_GAPS;
}

/* A cell's line, set in as far as its column is. */
static bool is_cell(const struct article *article, const struct line *line)
{
	size_t indent = 0;

	while (indent < line->at && indent < CELL_INDENT &&
	       article->pass->text[line->at - 1 - indent] == ' ')
		indent++;
	return indent == CELL_INDENT;
}

/* "-- Ida Lowell, in a letter": who said what is in the line before. */
static bool is_signature(const struct article *article, const struct line *line)
{
	return begins_with_dash(article->pass->text, line) &&
	       line > article->lines &&
	       line_ends_sentence(article->pass->text, line[-1].at,
				  line[-1].end) &&
	       line->words.count && line->words.word[0].flags & TOKEN_CAPITAL;
}

/* "No. 93-2153", "Volume XII No. 36": what has a number. */
static bool is_numbered(const struct tokens *words)
{
	const struct token *word = words->word;
	size_t first = words->count;

	while (first && word[first - 1].flags & TOKEN_NUMBER)
		first--;
	return first && first < words->count && word[first].gap & GAP_STOP &&
	       word[first - 1].flags & TOKEN_CAPITAL &&
	       word[first - 1].end - word[first - 1].at <= MOST_ABBREVIATION;
}

/* A rule takes a part of it, and leaves the rest: spans.c. */
static bool is_in_parts(const struct article *article, const struct line *line)
{
	for (size_t i = 0; i < line->match_count; i++)
		if (article->rules->rules[line->matches[i].rule].how >=
		    HOW_FRONT)
			return true;
	return line->dateline || line->flat;
}

#define POINTS_OWN (-200)

/* A rule knows that it is the article's, whatever its words are like. */
static bool is_known_as_own(const struct article *article,
			    const struct line *line)
{
	for (size_t i = 0; i < line->match_count; i++) {
		const struct strip_rule *rule =
			&article->rules->rules[line->matches[i].rule];

		if (rule->points <= POINTS_OWN &&
		    (line->features & rule->need) == rule->need &&
		    !(line->features & rule->forbid) &&
		    strip_rule_fits(rule, line->words.count))
			return true;
	}
	return false;
}

/* "More: we build a better one.": a label, and the author's own sentence. */
static bool explains(const struct line *line)
{
	const struct token *word = line->words.word;

	/* "... of 1998.[3]" ends as well */
	if (line->features & FEATURE_OPEN &&
	    !(word[line->words.count].gap & GAP_CLOSE))
		return false;
	for (size_t i = 1; i <= MOST_LABEL && i < line->words.count; i++)
		if (word[i].gap & GAP_COLON)
			return word[i].gap & GAP_SPACE &&
			       !(word[i].flags & (TOKEN_CAPITAL | TOKEN_NUMBER |
						  TOKENS_CONTACT));
	return false;
}

/* An item that stays and tells how to reach nobody. */
static bool is_plain_item(const struct article *article,
			  const struct line *line, uint32_t lead)
{
	return line >= article->lines &&
	       line < article->lines + article->count && !line->mark &&
	       line->lead == lead &&
	       !memchr(article->pass->text + line->at, '@',
		       line->end - line->at);
}

/* "* Ranked best ferry", "* Awarded two stars": items of a list of its own. */
static bool is_among_items(const struct article *article,
			   const struct line *line)
{
	return line->lead && line->words.count >= LEAST_LISTED &&
	       is_plain_item(article, line, line->lead) &&
	       !(line->features & FEATURE_URL) &&
	       (is_plain_item(article, line - 1, line->lead) ||
		is_plain_item(article, line + 1, line->lead));
}

/* "(C) Make it known", "(ii) Make it known": a part of the article. */
static bool is_lettered(const struct article *article, const struct line *line)
{
	const char *text = article->pass->text + line->at;
	const size_t len = line->end - line->at;
	size_t at = 1;

	while (at < len && at <= MOST_LETTERS &&
	       ascii_is_letter((unsigned char)text[at]))
		at++;
	return at > 1 && at + 2 < len && text[0] == '(' && text[at] == ')' &&
	       text[at + 1] == ' ' &&
	       ascii_is_upper((unsigned char)text[at + 2]);
}

/* "n The Harbour Act": the letter that a bullet became without its font. */
static bool begins_with_glyph(const struct article *article,
			      const struct line *line)
{
	const char *text = article->pass->text + line->at;

	return !line->mark && line->end - line->at > 3 &&
	       strchr("lnoqu", text[0]) && text[1] == ' ' &&
	       ascii_is_upper((unsigned char)text[2]);
}

static bool is_among_glyphs(const struct article *article,
			    const struct line *line)
{
	const struct line *first = article->lines;
	const struct line *last = first + article->count - 1;

	return begins_with_glyph(article, line) &&
	       ((line > first && begins_with_glyph(article, line - 1)) ||
		(line < last && begins_with_glyph(article, line + 1)));
}

bool line_is_headline(const struct article *article, const struct line *line)
{
	const struct token *word = line->words.word;

	if (line != article->lines || line->words.count > MOST_HEADLINE)
		return false;
	for (size_t i = 1; i <= MOST_LABEL && i < line->words.count; i++)
		if (word[i].gap & GAP_COLON)
			return line->words.count >= i + LEAST_HEADLINE;
	return false;
}

bool line_is_guarded(const struct article *article, const struct line *line)
{
	return line_is_headline(article, line) || line->own ||
	       own_lists_has(article, line) || line_is_torn(article, line) ||
	       explains(line) || is_signature(article, line) ||
	       is_among_items(article, line) || is_numbered(&line->words) ||
	       is_lettered(article, line) || is_among_glyphs(article, line) ||
	       names_speaker(&line->words) || states_fact(&line->words) ||
	       names_occasion(article, &line->words) ||
	       is_heading_in_capitals(line) || lacks_words(&line->words) ||
	       names_price(&line->words) || has_many_digits(&line->words) ||
	       line_seems_foreign(article, line) || is_short_sentence(line) ||
	       begins_with_sentence(article, line) || is_item(article, line) ||
	       is_post(&line->words) || is_posted(article, line) ||
	       is_note(article, line) || names_units(article, line) ||
	       is_mail_head(&line->words) || is_lead(line) ||
	       is_in_parts(article, line) || is_known_as_own(article, line) ||
	       is_row(article, line) || is_cell(article, line) ||
	       line_is_markup(article, line);
}
