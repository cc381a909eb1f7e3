/* Lines that stay for what the lines beside them say. */
#include "stages/boilerplate/beside.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "edit/shape.h"
#include "stages/boilerplate/beside_part.h"
#include "stages/boilerplate/contacts.h"
#include "stages/boilerplate/kept.h"
#include "stages/boilerplate/line_end.h"
#include "stages/boilerplate/line_torn.h"
#include "stages/boilerplate/lines.h"
#include "stages/stage.h"

#define LABEL_MOST 24	  /* bytes of "Livestream link:" */
#define SALUTATION_MOST 6 /* words of "My dear Mrs. Moss:" */
#define LINK_MOST 80	  /* bytes of a link within a sentence */
#define FACT_MOST 3	  /* words before a fact's colon */
#define TERM_MOST 2	  /* words of "Open comments:" */
#define LABEL_WORDS 4	  /* of a label that has no colon */

/* "To hear the pilots, please go to", "https://lowell.example". */
static bool is_led_to(const struct line *label, uint16_t rule)
{
	const unsigned flags =
		label[1].words.count ? label[1].words.word[0].flags : 0;

	return label->end - label->at > LABEL_MOST &&
	       ((rule == RULE_BOILERPLATE_EMBED && flags & TOKEN_URL) ||
		(rule == RULE_BOILERPLATE_SHARE && flags & TOKEN_MAIL &&
		 label[1].words.count == 1));
}

/* "[SN]URL[SN]", "URL:": a field of a corpus, whose value is below it. */
static bool names_address(const struct article *article,
			  const struct line *label)
{
	static const char name[] = "URL";
	const char *text = article->pass->text;
	size_t at = label->at;

	if (label->end - label->at > LABEL_MOST)
		return false;
	while ((at = bytes_find(text, label->end, at, name[0])) < label->end) {
		if (bytes_begin(text, label->end, at, name) &&
		    !ascii_is_alnum(
			    bytes_at(text, label->end, at + sizeof(name) - 1)))
			return true;
		at++;
	}
	return false;
}

/* "The vote is on"; a headline may end in a word as common as "president". */
static bool goes_on(const struct article *article, const struct line *label)
{
	const size_t count = label->words.count;

	return line_asks_for_more(article, label) &&
	       (count <= LABEL_WORDS ||
		token_set_has(&article->rules->unfinished,
			      label->words.word[count - 1].hash));
}

/* "The column can be read here \u2013": a link is below it. */
static bool ends_in_dash(const struct article *article,
			 const struct line *label)
{
	const char *end = article->pass->text + label->end;

	return label->end - label->at > LABEL_MOST &&
	       (!memcmp(end - 3, "\u2013", 3) ||
		!memcmp(end - 3, "\u2014", 3) || !memcmp(end - 2, " -", 2));
}

/*
 * "Date/Time:", "June 4, 2019": what takes place then, and no page's date. The
 * same of "The day of the vote (all times local):" and an hour.
 */
static bool is_value(const struct article *article, size_t index, uint16_t rule)
{
	const struct line *label = &article->lines[index] - 1;

	if (!index || (label->mark && pass_selects(article->pass, label->mark)))
		return false;
	if (rule == RULE_BOILERPLATE_EMBED && names_address(article, label))
		return true;
	if (ends_in_dash(article, label))
		return is_led_to(label, rule);
	if (article->pass->text[label->end - 1] != ':' &&
	    !goes_on(article, label))
		return false;
	return rule == RULE_BOILERPLATE_TIMESTAMP || is_led_to(label, rule);
}

/* "- Podcast: the pilots speak": one of the links that a list is made of. */
static bool is_listed(const struct article *article, size_t index,
		      uint16_t rule)
{
	const struct line *line = &article->lines[index];

	if ((rule != RULE_BOILERPLATE_RELATED &&
	     rule != RULE_BOILERPLATE_PLAYER) ||
	    !line->lead || index + 1 >= article->count ||
	    line[1].lead != line->lead || line[1].mark)
		return false;
	/* the first one, before two that no rule is about */
	return index && line[-1].lead == line->lead
		       ? !line[-1].mark
		       : index + 2 < article->count &&
				 line[2].lead == line->lead && !line[2].mark &&
				 !line[1].match_count && !line[2].match_count;
}

/* "May 4, 1968" above "Dear Mrs. Moss,": a letter that the article shows. */
static bool dates_letter(struct article *article, size_t index, uint16_t rule)
{
	const struct line *next = &article->lines[index] + 1;
	const char *text = article->pass->text;

	return rule == RULE_BOILERPLATE_TIMESTAMP && kept_end(article, index) &&
	       index + 1 < article->count &&
	       strchr(",:", text[next->end - 1]) &&
	       lines_know(article, index + 1) &&
	       next->words.count <= SALUTATION_MOST;
}

/* "Graphics: two cards", which no rule knows. */
static bool is_fact(struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	if (index >= article->count || !lines_know(article, index) ||
	    line->match_count)
		return false;
	for (size_t i = 1; i <= FACT_MOST && i < line->words.count; i++)
		if (line->words.word[i].gap & GAP_COLON)
			return line->words.word[i].gap & GAP_SPACE &&
			       !(line->words.word[i - 1].flags & TOKEN_CAPS);
	return false;
}

/* "Audio: four speakers" beside a fact, "Source: the harbour master" over one.
 */
static bool is_of_facts(struct article *article, size_t index, uint16_t rule)
{
	const struct tokens *words = &article->lines[index].words;
	bool before, after;

	if (words->count < 2 || !(words->word[1].gap & GAP_COLON) ||
	    !(words->word[1].gap & GAP_SPACE) ||
	    words->word[0].flags & TOKEN_CAPS)
		return false;
	before = index && is_fact(article, index - 1);
	after = is_fact(article, index + 1);
	switch (rule) {
	case RULE_BOILERPLATE_CREDIT:
		return after || (before && line_adjoins(article, index));
	case RULE_BOILERPLATE_PLAYER:
		return before || after;
	default:
		return rule == RULE_BOILERPLATE_RELATED && before && after;
	}
}

/* "Comments:" right above a sentence: what that is about, or what it explains.
 */
static bool is_term(const struct article *article, size_t index, uint16_t rule)
{
	const struct line *line = &article->lines[index];

	return (rule == RULE_BOILERPLATE_SHARE ||
		rule == RULE_BOILERPLATE_OTHER) &&
	       line->features & FEATURE_COLON &&
	       line->words.count <= TERM_MOST && index + 1 < article->count &&
	       line_adjoins(article, index + 1) &&
	       line_is_sentence(article, index + 1);
}

#define TERM_BYTES 32 /* of "Gunwale (pron. gunnel)" */
#define TERM_SAID 16  /* bytes of what it is, at least */
#define TERMS_NEAR 8  /* lines in which there is another one */

/* "Yaw", which begins a block, right above a sentence. */
static bool heads_sentence(const struct article *article, size_t i)
{
	const struct line *line = &article->lines[i];

	return i + 1 < article->count && line->end - line->at <= TERM_BYTES &&
	       !(i && line_adjoins(article, i)) &&
	       line_adjoins(article, i + 1) &&
	       line[1].end - line[1].at >= TERM_SAID &&
	       line_ends_sentence(article->pass->text, line[1].at, line[1].end);
}

/* "Share", and what that is, among other terms: a glossary, ways to help. */
static bool is_among_terms(const struct article *article, size_t index,
			   uint16_t rule)
{
	const size_t from = index > TERMS_NEAR ? index - TERMS_NEAR : 0;
	const bool button = rule == RULE_BOILERPLATE_SHARE ||
			    rule == RULE_BOILERPLATE_OTHER ||
			    rule == RULE_BOILERPLATE_NEWSLETTER;

	if (!button || article->lines[index].words.count > TERM_MOST ||
	    !heads_sentence(article, index))
		return false;
	for (size_t i = from; i < article->count && i <= index + TERMS_NEAR;
	     i++)
		if (i != index && !article->lines[i].mark &&
		    heads_sentence(article, i))
			return true;
	return false;
}

/*
 * A link that has a paragraph of its own within a sentence: "A man on",
 * "Facebook", "asked for the boat."
 */
static bool is_link_inside(const struct article *article, size_t i)
{
	const char *text = article->pass->text;
	const struct line *line = &article->lines[i], *next = line + 1;

	if (!i || i + 1 >= article->count || line[-1].mark || next->mark ||
	    line->end - line->at >= LINK_MOST ||
	    shape_end(text, line[-1].end) == SHAPE_END_SENTENCE)
		return false;
	if (strchr(",.;)", text[next->at]))
		return true;
	/* not "iPhones are late.", "https://lowell.example" */
	return next->end - next->at > 4 && memcmp(text + next->at, "http", 4) &&
	       ascii_is_lower((unsigned char)text[next->at]) &&
	       !ascii_is_upper((unsigned char)text[next->at + 1]) &&
	       memchr(text + next->at, ' ', next->end - next->at) &&
	       (line_asks_for_more(article, line - 1) ||
		line_is_sentence(article, i + 1));
}

/* The same of the line before or after it. Advertisements stand anywhere. */
static bool is_beside_link(const struct article *article, size_t i,
			   uint16_t rule)
{
	return rule != RULE_BOILERPLATE_AD &&
	       (is_link_inside(article, i) || is_link_inside(article, i + 1) ||
		(i && is_link_inside(article, i - 1)));
}

/* "computing earnings", "per common", "share:": the end of a cell's label. */
static bool ends_cell(const struct article *article, size_t i)
{
	const char *text = article->pass->text;
	const struct line *line = &article->lines[i];

	return i && line->features & FEATURE_COLON && line->words.count == 1 &&
	       line_adjoins(article, i) &&
	       ascii_is_lower((unsigned char)text[line->at]) &&
	       !line[-1].mark && !line[-1].match_count &&
	       ascii_is_letter((unsigned char)text[line[-1].end - 1]);
}

/* "Office: 503 555 0199", "ida@lowell.example": the rest of how to reach her.
 */
static bool is_of_contact(struct article *article, size_t index, uint16_t rule)
{
	const struct tokens *words = &article->lines[index].words;

	return rule == RULE_BOILERPLATE_SHARE && index && words->count == 1 &&
	       words->word->flags & TOKEN_MAIL &&
	       line_adjoins(article, index) &&
	       !article->lines[index - 1].mark &&
	       lines_know(article, index - 1) &&
	       contacts_names_phone(article->pass->text,
				    &article->lines[index - 1].words);
}

#define COLUMN_GAP 2 /* spaces between a table's columns */
#define LEAST_GAPS 2

/* "Most active", right above a row of a table: what the table is about. */
static bool heads_table(const struct article *article, size_t index,
			uint16_t rule)
{
	const struct line *row = &article->lines[index] + 1;
	size_t run = 0, gaps = 0;

	if (rule != RULE_BOILERPLATE_OTHER || index + 1 == article->count ||
	    !line_adjoins(article, index + 1))
		return false;
	for (size_t at = row->at; at < row->end; at++) {
		run = article->pass->text[at] == ' ' ? run + 1 : 0;
		gaps += run == COLUMN_GAP;
	}
	return gaps >= LEAST_GAPS;
}

#define AGENCY_MOST 2 /* words of "Associated Press" */

/* "Who broke the news?", "It was signed:": what follows is no credit. */
static bool is_answer(const struct article *article, size_t index,
		      uint16_t rule)
{
	const struct line *line = &article->lines[index];

	return rule == RULE_BOILERPLATE_CREDIT && index && !line[-1].mark &&
	       line->words.count <= AGENCY_MOST &&
	       !(line->features & FEATURE_BRACKET) &&
	       !(line->words.word[1].gap & GAP_COLON) &&
	       strchr(":?", article->pass->text[line[-1].end - 1]);
}

#define SPEAKER_MOST 80 /* bytes of who said it */

/* Where a quotation ends that a line begins with; its start: there is none. */
static size_t quotation_end(const char *text, const struct line *line)
{
	const bool curly = bytes_begin(text, line->end, line->at, "\u201C");
	const char *mark = curly ? "\u201D" : "\"";
	size_t at = line->end;

	if (!curly && text[line->at] != '"')
		return line->at;
	while (at > line->at && line->end - at <= SPEAKER_MOST &&
	       !bytes_end(text, at, mark))
		at--;
	return at > line->at + 2 * strlen(mark) && bytes_end(text, at, mark) &&
			       strchr(".!?", text[at - strlen(mark) - 1])
		       ? at
		       : line->at;
}

/* A name, and no "Photo: Ida Moss/AP". */
static bool is_speaker(const char *text, size_t at, size_t end)
{
	while (at < end && !strchr(":/([|", text[at]))
		at++;
	return at == end;
}

/*
 * "– Ida Moss, The Lowell Times", below what she said, or in the same line: she
 * took no picture.
 */
static bool names_speaker(const struct article *article, size_t index,
			  uint16_t rule)
{
	const struct line *line = &article->lines[index];
	const char *text = article->pass->text;
	const size_t end = quotation_end(text, line);

	if (rule != RULE_BOILERPLATE_CAPTION && rule != RULE_BOILERPLATE_BYLINE)
		return false;
	if (end > line->at)
		return is_speaker(text, end, line->end);
	return index && !line[-1].mark &&
	       line->end - line->at <= SPEAKER_MOST &&
	       quotation_end(text, &line[-1]) == line[-1].end &&
	       is_speaker(text, line->at, line->end);
}

bool beside_keeps(struct article *article, size_t index, uint16_t rule)
{
	return is_value(article, index, rule) ||
	       is_listed(article, index, rule) ||
	       dates_letter(article, index, rule) ||
	       is_of_facts(article, index, rule) ||
	       is_term(article, index, rule) || ends_cell(article, index) ||
	       is_among_terms(article, index, rule) ||
	       is_beside_link(article, index, rule) ||
	       is_of_contact(article, index, rule) ||
	       heads_table(article, index, rule) ||
	       is_answer(article, index, rule) ||
	       names_speaker(article, index, rule) ||
	       beside_is_part(article, index, rule);
}
