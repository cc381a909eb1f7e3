/* The sentences of a line that are furniture. */
#include "stages/boilerplate/sentence_spans.h"

#include <string.h>

#include "stages/boilerplate/bound.h"
#include "stages/boilerplate/classify.h"
#include "stages/boilerplate/lines.h"
#include "stages/boilerplate/own_lines.h"
#include "stages/boilerplate/prefilter.h"
#include "stages/boilerplate/run_on.h"
#include "stages/boilerplate/scored_rest.h"
#include "stages/boilerplate/sentence_class.h"
#include "stages/boilerplate/sentences.h"
#include "stages/stage.h"

#define MOST_BRIDGE 3  /* words of "Like this?" between such sentences */
#define MOST_OPENER 20 /* of a pitch's first sentence */
#define ROUNDS 8
#define LEAST_SPEECHES 3 /* of a transcript, and so many sentences in each */
#define SPEECH_SENTENCES 12

/* A sentence of the line at hand. */
struct sentence {
	size_t first, end; /* words */
	uint16_t class;	   /* 0: it stays */
	uint32_t cause;	   /* as a line's */
	bool taken;	   /* a rule's match covers it already */
	bool rest;	   /* or its start: what follows is judged without it */
	bool weak;	   /* it would go, but is too short to go alone */
	uint32_t from;	   /* its first word that goes; 0: all of it goes */
	int open;	   /* a quotation is open before it */
};

struct sentences {
	struct article *article;
	struct line *line;
	struct sentence *list; /* the arena's */
	size_t count;
	bool counted; /* `open` of all of them is known */
	bool plain;   /* no rule matched the line, which ends in a sentence */
	bool opens;   /* the line is the article's first */
	bool speech;  /* the line is a transcript */
};

/* Where a sentence ends, with its marks. */
static size_t stop_of(const struct sentences *all, const struct sentence *one)
{
	const struct line *line = all->line;

	if (one->end == line->words.count)
		return line->end;
	return sentence_skip_closing(all->article->pass->text,
				     line->words.word[one->end - 1].end,
				     line->end);
}

/*
 * Whether a quotation is open after text[at, end), if one was before it. A
 * second mark that opens says that the first had no closing mark of its kind.
 */
static int count_open(const char *text, size_t at, size_t end, int open)
{
	for (; at < end; at++) {
		if (text[at] == '"')
			open = 0;
		if (text[at] != '\xE2' || end - at < 3 ||
		    text[at + 1] != '\x80')
			continue;
		if (text[at + 2] == '\x9C')
			open = 1;
		else if (text[at + 2] == '\x9D')
			open = 0;
	}
	return open;
}

/* At the first question, for all sentences: each byte is read once. */
static void count_all_open(struct sentences *all)
{
	const struct line *line = all->line;
	size_t at = line->at;
	int open = 0;

	for (size_t i = 0; i < all->count; i++) {
		const size_t begin = line->words.word[all->list[i].first].at;

		open = count_open(all->article->pass->text, at, begin, open);
		all->list[i].open = open;
		at = begin;
	}
	all->counted = true;
}

static bool is_quoted(struct sentences *all, const struct sentence *one)
{
	if (!all->counted)
		count_all_open(all);
	return one->open > 0;
}

/*
 * What a sentence without a mark before it follows: a heading, too. "Boats Inc.
 * (ASX: BTS) Builds a Pier": what follows a ticker in a headline.
 */
static bool is_cut_off(const struct line *line, const struct sentence *one)
{
	const struct token *word = line->words.word;
	const struct token *first = &word[one->first], *next = &word[one->end];

	if (one->first && first->gap & GAP_CLOSE && !(first->gap & GAP_STOP) &&
	    first[-1].gap & GAP_COLON)
		return true;
	return one->end < line->words.count && !(next->gap & GAP_STOP) &&
	       !(next[-1].flags & TOKEN_CAPS);
}

/* "... for more. 'An Affinity' for Boats": a heading that lost its line. */
static bool is_quoted_heading(const struct line *line,
			      const struct sentence *one)
{
	return line->words.word[one->first].gap & (GAP_QUOTE | GAP_APOSTROPHE);
}

/* "3. Video", "[x] Read the plan": what a list has under a number or letter. */
static bool is_item(const struct sentences *all, const struct sentence *one)
{
	const struct token *word;

	if (one == all->list || one[-1].end - one[-1].first != 1)
		return false;
	word = &all->line->words.word[one[-1].first];
	return word->flags & TOKEN_NUMBER ||
	       (one == all->list + 1 && word->end - word->at == 1);
}

/*
 * "The pier closes. Next up: the mill." is a story's, but for a label without a
 * full stop; so is "What will it cost? - Lowell News" on the first line.
 */
static bool is_of_story(const struct sentences *all,
			const struct line *sentence, uint16_t class)
{
	if (all->plain && class == RULE_BOILERPLATE_RELATED)
		return sentence->marks & GAP_COLON;
	return all->opens && class == RULE_BOILERPLATE_CREDIT;
}

/* "GET THE APPA boat sank": the last word of a call holds the next one. */
static bool holds_next(const struct sentences *all, const struct sentence *one)
{
	const struct token *last = &all->line->words.word[one->end - 1];
	const char *text = all->article->pass->text;

	return one->end < all->line->words.count && last->flags & TOKEN_CAPS &&
	       !(last[1].flags & TOKEN_CAPS) && text[last->end - 1] == 'A' &&
	       token_set_has(
		       &all->article->rules->enders,
		       token_hash(text + last->at, last->end - last->at - 1));
}

/* "The mills of Lowell. http://lowell.example. Retrieved May 3." */
static bool is_address(const struct tokens *words)
{
	return words->count == 1 && words->word[0].flags & TOKEN_URL;
}

/*
 * "... rot. (str. 30)", or the start of a sentence that the next line has the
 * end of: a part. "(Copyright 2008 Reed. All rights reserved.)" is none.
 */
static bool is_part(const struct sentences *all, const struct sentence *one,
		    uint16_t class)
{
	struct line span = *all->line;

	if (one->end == span.words.count &&
	    !(span.words.word[one->end - 1].flags & TOKEN_CAPS) &&
	    own_lines_runs_over(all->article, all->line))
		return true;
	if (class == RULE_BOILERPLATE_COPYRIGHT ||
	    class == RULE_BOILERPLATE_CREDIT)
		return false;
	if (one > all->list)
		span.at = (uint32_t)stop_of(all, one - 1);
	span.end = (uint32_t)stop_of(all, one);
	return own_lines_is_open(all->article, &span);
}

/* "MOSS: Good evening.", but no "WATCH: The ferry sinks." */
static bool is_speech(const struct sentences *all, const struct sentence *one)
{
	const struct token *word = all->line->words.word;
	size_t i = one->first;

	if (token_set_has(&all->article->rules->calls, word[i].hash))
		return false;
	while (i + 1 < one->end && word[i].flags & TOKEN_CAPS)
		if (word[++i].gap & GAP_COLON)
			return true;
	return false;
}

/* Whether a line that lost its line ends holds speeches. */
static bool is_transcript(const struct sentences *all)
{
	size_t speeches = 0;

	for (size_t i = 0; i < all->count; i++)
		speeches += is_speech(all, &all->list[i]);
	return speeches >= LEAST_SPEECHES &&
	       speeches * SPEECH_SENTENCES >= all->count;
}

/* What pages say in labels without a full stop. */
static bool is_label(uint16_t class)
{
	return class == RULE_BOILERPLATE_NEWSLETTER ||
	       class == RULE_BOILERPLATE_SHARE ||
	       class == RULE_BOILERPLATE_AD ||
	       class == RULE_BOILERPLATE_PLAYER ||
	       class == RULE_BOILERPLATE_OTHER;
}

/* Pitches, which begin with a question or a promise to the reader. */
static bool is_pitch(uint16_t class)
{
	return class == RULE_BOILERPLATE_NEWSLETTER ||
	       class == RULE_BOILERPLATE_SHARE || class == RULE_BOILERPLATE_AD;
}

/* The class of a sentence as a line of its own; 0 for none. */
static uint16_t class_of(struct sentences *all, struct sentence *one,
			 size_t before, size_t after)
{
	struct article *article = all->article;
	struct line *spare = &article->lines[article->count];
	uint16_t class;

	if (one->rest || is_item(all, one) || holds_next(all, one))
		return 0;
	memset(spare, 0, sizeof(*spare));
	spare->at = all->line->words.word[one->first].at;
	spare->end = (uint32_t)stop_of(all, one);
	if (!lines_know(article, article->count) ||
	    spare->features & FEATURE_QUOTE)
		return 0;
	class = classify_alone(article, article->count, before, after);
	if (!class && !is_cut_off(all->line, one) &&
	    !is_quoted_heading(all->line, one))
		class = scored_rest_class(article, spare);
	/* what is no sentence is not said by anybody */
	if (class && !(spare->features & FEATURE_OPEN) && is_quoted(all, one))
		return 0;
	if (all->speech && is_pitch(class) && !(spare->features & FEATURE_CAPS))
		return 0;
	if (class && all->line->flat &&
	    sentence_runs_into_speech(article, spare, class))
		return 0;
	if ((is_label(class) ||
	     (class == RULE_BOILERPLATE_RELATED && all->line->flat)) &&
	    sentence_runs_on(article, spare, class))
		return 0;
	if (((all->plain || class == RULE_BOILERPLATE_CREDIT) &&
	     sentence_tells_where(article, spare, class)) ||
	    is_of_story(all, spare, class) ||
	    sentence_is_late(article, spare, class))
		return 0;
	if (all->line->flat && class == RULE_BOILERPLATE_EMBED && after &&
	    is_address(&spare->words))
		return 0;
	if (class && is_part(all, one, class))
		return 0;
	one->from = sentence_cut(article, spare, class);
	one->cause = spare->cause;
	one->weak = class && !sentence_may_go(spare, class);
	return one->weak ? 0 : class;
}

static bool read_sentences(struct sentences *all)
{
	const struct line *line = all->line;

	all->list = arena_alloc(all->article->pass->arena,
				(line->sentences + 1) * sizeof(*all->list));
	if (!all->list) {
		all->article->pass->failed = true;
		return false;
	}
	for (; all->count < line->sentences; all->count++)
		all->list[all->count] = (struct sentence){
			.first = line->starts[all->count],
			.end = line->starts[all->count + 1],
		};
	return true;
}

/* Whether a sentence could be furniture, told without splitting it. */
static bool is_suspect(const struct sentences *all, const struct sentence *one,
		       unsigned edges)
{
	const struct line *line = all->line;
	const size_t at = line->words.word[one->first].at;

	return !(line->words.word[one->end].gap & GAP_STOP) ||
	       prefilter_passes(all->article->rules, all->article->pass->text,
				at, stop_of(all, one), edges,
				all->article->met);
}

/* "Like this?" goes where the sentences around it do. */
static bool is_bridge(const struct sentences *all, size_t i)
{
	const struct sentence *one = &all->list[i];

	if (i <= 1)
		return false;
	return one->weak || (one->end - one->first <= MOST_BRIDGE &&
			     i + 1 < all->count && all->list[i + 1].class);
}

/* The last sentences of a line, as far as they are furniture. */
static void judge_last(struct sentences *all, const size_t around[2])
{
	const unsigned edges = strip_edges(around[0] + 1, around[1]);
	size_t bridge = 0;

	for (size_t i = all->count; i-- > 1;) {
		struct sentence *one = &all->list[i];

		if (!one->class && is_suspect(all, one, edges))
			one->class =
				class_of(all, one, around[0] + 1, around[1]);
		if (one->class && bridge)
			all->list[bridge].class = one->class;
		if (!one->class && (bridge || !is_bridge(all, i)))
			return;
		bridge = one->class ? 0 : i;
	}
}

/* "MAYOR: Thanks." */
static bool names_speaker(const struct tokens *words)
{
	return words->word[0].flags & TOKEN_CAPS &&
	       words->word[1].gap & GAP_COLON;
}

/*
 * "Our cooks have your dinner covered. Follow us on Facebook, Twitter and
 * Instagram for more.": the first sentence goes with the rest, which is
 * longer, and all of it a pitch.
 */
static void judge_first(struct sentences *all)
{
	struct sentence *first = &all->list[0];
	const size_t words = all->line->words.count;

	for (size_t i = 1; i < all->count; i++)
		if (!is_pitch(all->list[i].class))
			return;
	if (first->class || all->count < 2 || first->end > MOST_OPENER ||
	    first->end * 2 > words || all->line->features & FEATURE_QUOTE ||
	    all->line->features & FEATURE_SPEAKER ||
	    names_speaker(&all->line->words) ||
	    !(all->line->words.word[first->end].gap & GAP_STOP) ||
	    bound_is_ordinary(all->article, all->line, 0, first->end))
		return;
	first->class = all->list[1].class;
	first->cause = all->list[1].cause;
}

/* What is beside a sentence that stays, or may: so many that do not go. */
struct beside {
	size_t before, after;
};

static bool judge_one(struct sentences *all, size_t i,
		      const struct beside *beside)
{
	struct sentence *one = &all->list[i];

	if (is_suspect(all, one, strip_edges(beside->before, beside->after)))
		one->class = class_of(all, one, beside->before, beside->after);
	return one->class != 0;
}

/* One round over all sentences; whether one more of them goes. */
static bool judge_down(struct sentences *all, struct beside beside)
{
	bool more = false;

	for (size_t i = 0; i < all->count; i++)
		beside.after += !all->list[i].class;
	for (size_t i = 0; i < all->count; i++) {
		if (all->list[i].class)
			continue;
		beside.after--;
		if (judge_one(all, i, &beside))
			more = true;
		else
			beside.before++;
	}
	return more;
}

/* The same from the end: what ends the article goes, however long it is. */
static bool judge_up(struct sentences *all, struct beside beside)
{
	bool more = false;

	for (size_t i = 0; i < all->count; i++)
		beside.before += !all->list[i].class;
	for (size_t i = all->count; i-- > 0;) {
		if (all->list[i].class)
			continue;
		beside.before--;
		if (judge_one(all, i, &beside))
			more = true;
		else
			beside.after++;
	}
	return more;
}

static void judge_all(struct sentences *all, const size_t around[2])
{
	const struct beside beside = { around[0], around[1] };
	bool more = true;

	for (int round = 0; more && round < ROUNDS; round++) {
		more = round % 2 ? judge_up(all, beside)
				 : judge_down(all, beside);
		if (all->article->pass->failed)
			return;
	}
}

static size_t add_spans(const struct sentences *all, struct strip_span *spans)
{
	const char *text = all->article->pass->text;
	const struct line *line = all->line;
	size_t count = 0;

	for (size_t i = 0; i < all->count; i++) {
		const struct sentence *one = &all->list[i];
		size_t at = line->at, stop = stop_of(all, one);

		if (!one->class || one->taken ||
		    !pass_selects(all->article->pass, one->class))
			continue;
		if (one->from)
			at = line->words.word[one->first + one->from - 1].end;
		else if (i)
			at = stop_of(all, one - 1);
		else
			while (stop < line->end && text[stop] == ' ')
				stop++;
		/* the space stays where there is none after it */
		if (i && stop < line->end && text[stop] != ' ' &&
		    text[at] == ' ')
			at++;
		spans[count++] = (struct strip_span){
			.at = (uint32_t)at,
			.end = (uint32_t)stop,
			.rule = one->class,
			.cause = one->cause,
		};
	}
	return count;
}

static bool all_go(const struct sentences *all)
{
	for (size_t i = 0; i < all->count; i++)
		if (!all->list[i].class || all->list[i].from ||
		    !pass_selects(all->article->pass, all->list[i].class))
			return false;
	return true;
}

size_t sentence_spans_most(struct article *article, size_t index)
{
	struct line *line = &article->lines[index];

	return sentences_split(article, line) ? line->sentences : 0;
}

/*
 * "Continue reading the main story The council met in May.": a call that goes,
 * and after it a sentence of the story.
 */
static bool leaves_rest(const struct sentences *all, const struct sentence *one,
			const struct strip_span *span)
{
	const struct token *word = all->line->words.word;
	size_t at = one->first;

	if ((span->rule != RULE_BOILERPLATE_NEWSLETTER &&
	     span->rule != RULE_BOILERPLATE_AD &&
	     span->rule != RULE_BOILERPLATE_RELATED) ||
	    span->at > word[at].at)
		return false;
	while (at < one->end && word[at].at < span->end)
		at++;
	return at > one->first && at < one->end &&
	       word[at].flags & (TOKEN_CAPITAL | TOKEN_NUMBER) &&
	       bound_is_ordinary(all->article, all->line, at, one->end);
}

/* Sentences that lie in spans, in order, which were found by matches. */
static void note_taken(struct sentences *all, const struct strip_span *spans,
		       size_t count)
{
	const struct token *word = all->line->words.word;
	size_t k = 0;

	for (size_t i = 0; i < all->count; i++) {
		struct sentence *one = &all->list[i];

		while (k < count && spans[k].end < word[one->end - 1].end) {
			one->rest |= leaves_rest(all, one, &spans[k]);
			k++;
		}
		if (k == count || spans[k].at > word[one->first].at)
			continue;
		one->class = spans[k].rule;
		one->taken = true;
	}
}

/* "4. The Quiet Pier by Ida Lowell": the number is no sentence. */
static bool is_numbered_item(const struct line *line)
{
	return line->sentences == 2 && line->starts[1] == 1 &&
	       line->words.word[0].flags & TOKEN_NUMBER;
}

size_t sentence_spans_find(struct article *article, size_t index,
			   const size_t around[2], struct strip_span *spans,
			   size_t matched)
{
	struct line *line = &article->lines[index];
	struct sentences all = {
		.article = article,
		.line = line,
		.plain = !line->match_count && !line->flat &&
			 !(line->features & FEATURE_OPEN),
		.opens = !around[0] && !line->flat,
	};
	size_t count;

	if (!sentences_split(article, line) ||
	    (line->sentences < 2 && !line->flat) || is_numbered_item(line))
		return matched;
	if (!read_sentences(&all))
		return 0;
	all.speech = line->flat && is_transcript(&all);
	note_taken(&all, spans, matched);
	if (line->flat)
		judge_all(&all, around);
	else {
		judge_last(&all, around);
		judge_first(&all);
	}
	count = add_spans(&all, spans + matched);
	if (!count || count + matched < all.count || !all_go(&all))
		return matched + count;
	line->mark = all.list[0].class;
	line->cause = all.list[0].cause;
	return 0;
}
