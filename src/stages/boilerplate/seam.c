/* Where a span begins and ends: what goes with the words of a match. */
#include "stages/boilerplate/seam.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "stages/boilerplate/bound.h"
#include "stages/boilerplate/glued.h"
#include "stages/boilerplate/headline.h"
#include "stages/boilerplate/run_on.h"
#include "stages/boilerplate/sentences.h"
#include "stages/boilerplate/story.h"
#include "stages/stage.h"
#include "text/marks.h"
#include "unicode/props.h"

#define MOST_BRACKET 1500 /* bytes of a credit in brackets */
#define LEAST_REMARK 6	  /* words of a sentence after a label */
#define MOST_REST 12	  /* words after the last sentence of a line */

static bool is_sentence_mark(const char *text, size_t at)
{
	return text[at] == '.' || text[at] == '!' || text[at] == '?';
}

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

/* A dateline goes with its bracket, its dash and the spaces after. */
static bool front_seam(struct seam *seam)
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
	seam->at = seam->line->at;
	seam->stop = at;
	/* "ISIS -- through its media arm -- claimed": no place, no outlet */
	return text[seam->at] == '(' ||
	       (seam->rule->rule != RULE_BOILERPLATE_DATELINE_PLACE &&
		seam->rule->rule != RULE_BOILERPLATE_DATELINE) ||
	       at == end || !ascii_is_lower((unsigned char)text[at]);
}

/* "SIGN UP FOR OUR NEWSLETTER The ferry is late": what is said in capitals */
static bool leaves_capitals(const struct seam *seam, size_t at)
{
	const struct token *word = seam->line->words.word;

	return word[seam->first].flags & TOKEN_CAPS &&
	       word[at].flags & TOKEN_CAPITAL && !(word[at].flags & TOKEN_CAPS);
}

/* "How do I sign up for the newsletter?": what is before it needs it. */
static bool is_within_sentence(const struct tokens *words, size_t first)
{
	const struct token *word = &words->word[first], *last = word - 1;

	return first && word->gap == GAP_SPACE &&
	       !(word->flags & TOKEN_CAPITAL) && !(last->flags & TOKEN_URL) &&
	       !(last->flags & TOKEN_CAPS && last->end - last->at > 1);
}

/* To the end of the sentence in which the match ends. */
static bool sentence_seam(struct seam *seam)
{
	const struct tokens *words = &seam->line->words;
	const char *text = seam->article->pass->text;
	size_t i = seam->end;

	if (is_within_sentence(words, seam->first))
		return false;
	while (i < words->count && i - seam->end < BOUND_WORDS &&
	       !(words->word[i].gap & GAP_STOP) && !leaves_capitals(seam, i) &&
	       !sentence_begins_unmarked(seam->article, words, i))
		i++;
	if (runs_on_after(seam->article, seam->line, seam->end, i))
		return false;
	seam->stop = words->word[i - 1].end;
	while (words->word[i].gap & GAP_STOP &&
	       seam->stop < words->word[i].at &&
	       !is_sentence_mark(text, seam->stop))
		seam->stop++;
	seam->stop = sentence_skip_closing(text, seam->stop, seam->line->end);
	return true;
}

/* The last sentence of a notice: those that follow speak of rights, too. */
static size_t notice_last(const struct seam *seam, size_t last)
{
	const struct line *line = seam->line;
	const uint16_t class = seam->rule->rule;

	while (class == RULE_BOILERPLATE_COPYRIGHT &&
	       last + 1 < line->sentences) {
		const size_t first = line->starts[last + 1];
		const size_t end = line->starts[last + 2];

		if (!bound_is_ordinary(seam->article, line, first, end) ||
		    bound_is_article(seam->article, line, first, end, class))
			break;
		last++;
	}
	return last;
}

/* "By Ida Lowell Update: The boat is back": the end of who wrote it. */
static size_t credit_end(const struct seam *seam, size_t end)
{
	const struct token *word = seam->line->words.word;

	for (size_t i = seam->end; i < end; i++)
		if (word[i + 1].gap & GAP_COLON &&
		    token_set_has(&seam->article->rules->amends, word[i].hash))
			return i;
	return end;
}

/* Calls end without a full stop, notices and credits with one. */
static bool is_call(uint16_t class)
{
	return class == RULE_BOILERPLATE_SHARE ||
	       class == RULE_BOILERPLATE_RELATED ||
	       class == RULE_BOILERPLATE_NEWSLETTER ||
	       class == RULE_BOILERPLATE_AD;
}

/*
 * From a sentence's start to its end, and on to the line's end where that is
 * no sentence. Sentences that follow are judged by themselves.
 */
static bool back_seam(struct seam *seam)
{
	struct line *line = seam->line;
	const struct tokens *words = &line->words;
	size_t last, end;

	if (!sentences_split(seam->article, line))
		return false;
	last = sentence_of(line, seam->end - 1);
	if (seam->rule->rule == RULE_BOILERPLATE_SHARE &&
	    runs_on_after(seam->article, line, seam->end,
			  line->starts[last + 1]))
		return false;
	end = line->starts[last + 1];
	if (is_call(seam->rule->rule) &&
	    (runs_into_later(seam->article, line, seam->end, end) ||
	     story_start(seam->article, line, seam->end, end) < end))
		return false;
	last = notice_last(seam, last);
	end = line->starts[last + 1];
	if (last + 2 == line->sentences && words->count - end <= MOST_REST &&
	    !(words->word[words->count].gap & GAP_STOP))
		end = words->count;
	if (seam->rule->rule == RULE_BOILERPLATE_CREDIT)
		end = credit_end(seam, end);
	seam->stop = end == words->count
			     ? seam->line->end
			     : sentence_skip_closing(seam->article->pass->text,
						     words->word[end - 1].end,
						     seam->line->end);
	return true;
}

static bool begins_headline(const struct tokens *words, size_t at)
{
	return at < words->count &&
	       (words->word[at].flags & (TOKEN_CAPITAL | TOKEN_NUMBER) ||
		words->word[at].gap & GAP_QUOTE);
}

/* "... saying, “Look!”": what asks or calls is a quotation in the sentence. */
static bool ends_quoted(const struct pass *pass, size_t at)
{
	return bytes_begin(pass->text, pass->len, at + 1, "\"") ||
	       bytes_begin(pass->text, pass->len, at + 1, "\u201D");
}

/* "Related: The harbour office says so on its page.": the author's own words */
static bool is_remark(const struct pass *pass, const struct tokens *words,
		      size_t at, size_t end)
{
	size_t small = 0;

	if (end - at < LEAST_REMARK || !(words->word[end].gap & GAP_STOP) ||
	    (words->word[end].gap & GAP_QUERY &&
	     !ends_quoted(pass, words->word[end - 1].end)))
		return false;
	for (size_t i = at; i < end; i++)
		small += !(words->word[i].flags &
			   (TOKEN_CAPITAL | TOKEN_NUMBER));
	return small * 2 > end - at;
}

/* "WATCH: The mayor wrote, “Come to the pier!”": who said it, and what */
static bool tells_words(const struct article *article,
			const struct tokens *words, size_t at, size_t end)
{
	for (size_t i = at; i + 1 < end; i++)
		if (token_set_has(&article->rules->speech,
				  words->word[i].hash) &&
		    words->word[i + 1].gap & GAP_QUOTE &&
		    words->word[i + 1].gap & (GAP_COMMA | GAP_COLON))
			return true;
	return false;
}

/* "ICYMI: “The bridge is open,” Ada Penn reports.": a sentence of the author's
 */
static bool says_before(const struct seam *seam, size_t end)
{
	const struct tokens *words = &seam->line->words;
	const char *text = seam->article->pass->text;
	size_t at = words->word[end - 1].end;

	return end < words->count && text[at++] == ',' &&
	       (text[at] == '"' ||
		bytes_begin(text, seam->line->end, at, "\u201D"));
}

/* "Related: his uncle sat on the board.", and what is the author's own, too */
static bool is_own(const struct seam *seam, size_t end)
{
	const struct tokens *words = &seam->line->words;
	const struct token *first = &words->word[seam->end];

	return !begins_headline(words, seam->end) || says_before(seam, end) ||
	       /* "WATCH: — Lowell News (@lowell)": what was between is lost */
	       (first->gap & GAP_DASH && end < words->count) ||
	       is_remark(seam->article->pass, words, seam->end, end) ||
	       tells_words(seam->article, words, seam->end, end) ||
	       /* "ANALYSIS/OPINION:" is what the story is */
	       words->word[seam->first].gap & GAP_SLASH ||
	       /* "WATCH:The ferry is late": what is glued to it may be it */
	       (seam->first && seam->end < words->count &&
		!(first->gap & GAP_SPACE));
}

/* The mark that closes a quotation at the headline's end goes with it. */
static size_t headline_stop(const struct seam *seam, size_t end)
{
	const struct tokens *words = &seam->line->words;
	const char *text = seam->article->pass->text;
	const size_t at = words->word[end - 1].end;

	if (end == words->count)
		return seam->line->end;
	if (text[at] == '\'' && text[at + 1] == ' ')
		return at + 1;
	return sentence_skip_closing(text, at, seam->line->end);
}

/* "THE BIG READ:", "ONES TO WATCH:": the match is the end of a longer label. */
static bool is_end_of_label(const struct seam *seam)
{
	const struct token *word = &seam->line->words.word[seam->first];

	return seam->first && word->gap == GAP_SPACE &&
	       word->flags & TOKEN_CAPS && word[-1].flags & TOKEN_CAPS;
}

static bool headline_seam(struct seam *seam)
{
	const size_t end = headline_end(&seam->article->rules->patterns,
					seam->article->pass->text,
					&seam->line->words, seam->end);

	if (end == NO_MATCH || is_own(seam, end) || is_end_of_label(seam))
		return false;
	seam->stop = headline_stop(seam, end);
	return true;
}

/* From the bracket before the match to the one that closes it. */
static bool bracket_seam(struct seam *seam)
{
	const char *text = seam->article->pass->text;
	const size_t end = seam->line->end;
	size_t at = seam->at;
	int depth = 0;

	if (text[at] != '(' && text[at] != '[')
		return false;
	for (; at < end && at < seam->at + MOST_BRACKET; at++) {
		depth += text[at] == '(' || text[at] == '[';
		depth -= text[at] == ')' || text[at] == ']';
		if (!depth)
			break;
	}
	if (depth)
		return false;
	seam->stop = at + 1;
	return true;
}

/* Back to the name that a run of headlines is glued to. */
static bool glued_seam(struct seam *seam)
{
	const size_t at = glued_start(seam->article->pass->text,
				      &seam->line->words, seam->first);

	if (at)
		seam->at = at;
	/* what follows is of the name: "Ada Penn, who" */
	seam->stop = seam->line->words.word[seam->end - 1].end;
	return at != 0;
}

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
static void widen_front(struct seam *seam)
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

/* "We are sold out on https://a.example.": the sentence needs its address. */
static bool needs_address(const struct seam *seam)
{
	const struct token *word = &seam->line->words.word[seam->first];

	return seam->rule->rule == RULE_BOILERPLATE_EMBED && seam->first &&
	       word->flags & TOKEN_URL && word->gap == GAP_SPACE &&
	       token_set_has(&seam->article->rules->leading, word[-1].hash) &&
	       !bytes_begin(seam->article->pass->text, seam->line->end,
			    word->at, "pic.");
}

/* "... the boat. ADVERTISEMENT The mayor was not there.": a label is between
   two sentences, of a flat line or in capitals. */
static bool label_seam(const struct seam *seam)
{
	const struct tokens *words = &seam->line->words;
	const struct token *next = &words->word[seam->end];
	const struct token *label = &words->word[seam->first];

	const bool sure = seam->line->flat || label->flags & TOKEN_CAPS ||
			  seam->end > seam->first + 1;

	if (!sure || !seam->first || !(label->gap & GAP_STOP))
		return false;
	if (seam->end == words->count)
		return !(next->gap & GAP_STOP);
	return next->flags & TOKEN_CAPITAL &&
	       (!(next->flags & TOKEN_CAPS) || next->end - next->at == 1) &&
	       !(next->gap & ~(unsigned)(GAP_SPACE | GAP_OPEN | GAP_QUOTE));
}

/* "the U.S. Ida Moss contributed": what matches begins within initials. */
static bool parts_initials(const struct seam *seam)
{
	const struct token *word = &seam->line->words.word[seam->first];

	return seam->first && !(word->gap & GAP_SPACE) &&
	       word->gap & GAP_STOP &&
	       word->flags & word[-1].flags & TOKEN_CAPS &&
	       word->end - word->at == 1 && word[-1].end - word[-1].at == 1;
}

bool seam_find(struct seam *seam)
{
	const struct token *word = seam->line->words.word;
	const char *text = seam->article->pass->text;

	if (needs_address(seam) || parts_initials(seam))
		return false;
	if (seam->rule->how == HOW_FRONT)
		return front_seam(seam);
	/* "... on Aug. 12. Ida Lowell contributed": a date's number */
	while (seam->rule->rule == RULE_BOILERPLATE_CREDIT &&
	       seam->first + 1 < seam->end &&
	       word[seam->first].flags & TOKEN_NUMBER &&
	       word[seam->first + 1].gap & GAP_STOP)
		seam->first++;
	seam->at = word[seam->first].at;
	seam->stop = sentence_skip_closing(text, word[seam->end - 1].end,
					   seam->line->end);
	widen_front(seam);
	switch (seam->rule->until) {
	case UNTIL_SENTENCE:
		return sentence_seam(seam);
	case UNTIL_HEADLINE:
		return headline_seam(seam);
	case UNTIL_BRACKET:
		return bracket_seam(seam);
	case UNTIL_GLUED:
		return glued_seam(seam);
	case UNTIL_LABEL:
		return label_seam(seam);
	default:
		if (seam->rule->how == HOW_REAR)
			seam->stop = seam->line->end;
		return seam->rule->how != HOW_BACK || back_seam(seam);
	}
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
	while (at < end && text[at] == ' ')
		at++;
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
		while (seam->at > seam->line->at && text[seam->at - 1] == ' ')
			seam->at--;
}
