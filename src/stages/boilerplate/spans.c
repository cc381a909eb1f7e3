/* Furniture inside lines that stay. */
#include "stages/boilerplate/spans.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "stages/boilerplate/bound.h"
#include "stages/boilerplate/classify.h"
#include "stages/boilerplate/doubled.h"
#include "stages/boilerplate/glued.h"
#include "stages/boilerplate/headline.h"
#include "stages/boilerplate/lines.h"
#include "stages/boilerplate/own_lines.h"
#include "stages/boilerplate/sentence_spans.h"
#include "stages/boilerplate/sentences.h"
#include "stages/stage.h"

#define MOST_BRACKET 1500 /* bytes of a credit in brackets */
#define MOST_REST 12	  /* words after the last sentence of a line */

struct seam {
	const struct article *article;
	struct line *line;
	const struct strip_rule *rule;
	size_t first, end; /* words */
	size_t at, stop;   /* bytes */
};

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
	/* "ISIS -- through its media arm -- claimed": no place */
	return seam->rule->rule != RULE_BOILERPLATE_DATELINE_PLACE ||
	       at == end || !ascii_is_lower((unsigned char)text[at]);
}

/* To the end of the sentence in which the match ends. */
static bool sentence_seam(struct seam *seam)
{
	const struct tokens *words = &seam->line->words;
	const char *text = seam->article->pass->text;
	size_t i = seam->end;

	while (i < words->count && i - seam->end < BOUND_WORDS &&
	       !(words->word[i].gap & GAP_STOP))
		i++;
	seam->stop = words->word[i - 1].end;
	while (seam->stop < words->word[i].at &&
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
	last = notice_last(seam, sentence_of(line, seam->end - 1));
	end = line->starts[last + 1];
	if (last + 2 == line->sentences && words->count - end <= MOST_REST &&
	    !(words->word[words->count].gap & GAP_STOP))
		end = words->count;
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

static bool headline_seam(struct seam *seam)
{
	const struct tokens *words = &seam->line->words;
	const size_t end =
		headline_end(&seam->article->rules->patterns, words, seam->end);

	/* "Related: his uncle sat on the board." */
	if (end == NO_MATCH || !begins_headline(words, seam->end))
		return false;
	seam->stop = sentence_skip_closing(seam->article->pass->text,
					   words->word[end - 1].end,
					   seam->line->end);
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
	return at != 0;
}

/* Back over brackets, bullets and dashes that introduce what goes. */
static void widen_front(struct seam *seam)
{
	const char *text = seam->article->pass->text;
	const size_t floor =
		seam->first ? seam->line->words.word[seam->first - 1].end
			    : seam->line->at;

	while (seam->at > floor &&
	       (text[seam->at - 1] == '(' || text[seam->at - 1] == '['))
		seam->at--;
	if (seam->at > floor + 2 && text[seam->at - 1] == ' ' &&
	    (text[seam->at - 2] == '-' || text[seam->at - 2] == '*'))
		seam->at -= 2;
}

static bool find_seam(struct seam *seam)
{
	const struct token *word = seam->line->words.word;
	const char *text = seam->article->pass->text;

	if (seam->rule->how == HOW_FRONT)
		return front_seam(seam);
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
	default:
		if (seam->rule->how == HOW_REAR)
			seam->stop = seam->line->end;
		return seam->rule->how != HOW_BACK || back_seam(seam);
	}
}

/* Take the space with it that would be left doubled, or at the line's edge. */
static void close_up(struct seam *seam)
{
	const char *text = seam->article->pass->text;

	while (seam->stop < seam->line->end && text[seam->stop] == ' ' &&
	       (seam->at == seam->line->at || text[seam->at - 1] == ' '))
		seam->stop++;
	if (seam->stop == seam->line->end ||
	    memchr(",.;:!?)", text[seam->stop], 7))
		while (seam->at > seam->line->at && text[seam->at - 1] == ' ')
			seam->at--;
}

static int by_place(const void *left, const void *right)
{
	const struct strip_span *a = left, *b = right;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return a->end > b->end ? -1 : a->end < b->end;
}

/* Of spans that overlap the later one begins where the one before ends. */
static size_t drop_overlaps(struct strip_span *spans, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		const uint32_t done = kept ? spans[kept - 1].end : 0;

		if (spans[i].end <= done)
			continue;
		spans[kept] = spans[i];
		if (spans[kept].at < done)
			spans[kept].at = done;
		kept++;
	}
	return kept;
}

static bool applies(const struct article *article, struct line *line,
		    const struct rule_match *hit, const size_t around[2])
{
	const struct strip_rule *rule = &article->rules->rules[hit->rule];
	size_t before = 0, behind = 0;

	if (rule->how < HOW_FRONT || !pass_selects(article->pass, rule->rule) ||
	    (line->features & rule->need) != rule->need ||
	    line->features & rule->forbid)
		return false;
	if (line->flat && sentences_split(article, line)) {
		before = sentence_of(line, hit->first);
		behind = line->sentences - 1 - before;
	}
	return classify_place(rule->where, around[0] + before,
			      around[1] + behind);
}

/* The first word at or after byte `at`. */
static size_t word_at(const struct tokens *words, size_t at)
{
	size_t low = 0, high = words->count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (words->word[middle].at < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Whether what would go is short enough; if not, that is noted. */
static bool is_bounded(struct line *line, const struct seam *seam)
{
	const size_t first = word_at(&line->words, seam->at);
	const size_t end = word_at(&line->words, seam->stop);

	if (seam->rule->unbounded || end - first <= BOUND_WORDS ||
	    bound_span(seam->article, line, first, end, seam->first) <=
		    BOUND_WORDS)
		return true;
	bound_hold(line, first, end, seam->rule->rule);
	return false;
}

/* The spans of a line's matches; where one is the whole line, it is marked. */
static size_t find_matches(struct article *article, struct line *line,
			   const size_t around[2], struct strip_span *spans)
{
	size_t count = 0;

	for (size_t i = 0; i < line->match_count; i++) {
		const struct rule_match *hit = &line->matches[i];
		struct seam seam = {
			.article = article,
			.line = line,
			.rule = &article->rules->rules[hit->rule],
			.first = hit->first,
			.end = hit->end,
		};

		if (!applies(article, line, hit, around) || !find_seam(&seam) ||
		    !is_bounded(line, &seam))
			continue;
		close_up(&seam);
		if (seam.at == line->at && seam.stop == line->end) {
			line->mark = seam.rule->rule;
			line->cause = seam.rule->source_line;
			return 0;
		}
		spans[count++] = (struct strip_span){
			.at = (uint32_t)seam.at,
			.end = (uint32_t)seam.stop,
			.rule = seam.rule->rule,
			.cause = seam.rule->source_line,
			/* A teaser's own line was joined to those around it. */
			.parts = seam.rule->until == UNTIL_HEADLINE &&
				 seam.at > line->at && seam.stop < line->end,
		};
	}
	return count;
}

/* What a line says a second time. */
static size_t find_double(const struct article *article,
			  const struct line *line, struct strip_span *spans)
{
	const struct pass *pass = article->pass;
	const size_t word = line->flat || line->features & FEATURE_QUOTE
				    ? 0
				    : doubled_start(pass->text, &line->words);

	if (!word || !pass_selects(pass, RULE_BOILERPLATE_OTHER))
		return 0;
	spans[0] = (struct strip_span){
		.at = (uint32_t)line->words.word[word - 1].end,
		.end = (uint32_t)line->end,
		.rule = RULE_BOILERPLATE_OTHER,
	};
	return 1;
}

/* Spans that touch, up to the line's end, leave no space before them. */
static void trim_end(const char *text, struct line *line)
{
	size_t i = line->span_count, at = line->end;

	while (i && line->spans[i - 1].end == at)
		at = line->spans[--i].at;
	if (i == line->span_count)
		return;
	while (at > line->at && text[at - 1] == ' ')
		at--;
	if (!i || line->spans[i - 1].end <= at)
		line->spans[i].at = (uint32_t)at;
}

void spans_find(struct article *article, size_t index, const size_t around[2])
{
	struct line *line = &article->lines[index];
	const uint16_t mark = line->mark;
	size_t count;

	if (!line->match_count && !line->flat &&
	    !(line->known && line->features & FEATURE_OPEN))
		return;
	line->spans = arena_alloc(
		article->pass->arena,
		(line->match_count + 1 + sentence_spans_most(article, index)) *
			sizeof(*line->spans));
	if (!line->spans) {
		article->pass->failed = true;
		return;
	}
	count = find_matches(article, line, around, line->spans);
	if (line->mark != mark)
		return;
	count += find_double(article, line, line->spans + count);
	qsort(line->spans, count, sizeof(*line->spans), by_place);
	if (!own_lines_is_item(article, line))
		count = sentence_spans_find(article, index, around, line->spans,
					    count);
	if (line->mark != mark)
		return;
	qsort(line->spans, count, sizeof(*line->spans), by_place);
	line->span_count = drop_overlaps(line->spans, count);
	trim_end(article->pass->text, line);
}
