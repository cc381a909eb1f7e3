/* The sentences of a line that are furniture. */
#include "stages/boilerplate/sentence_spans.h"

#include "base/ascii.h"
#include "stages/boilerplate/bound.h"
#include "stages/boilerplate/suspect.h"
#include "stages/boilerplate/sentence_class.h"
#include "stages/boilerplate/sentence_judge.h"
#include "stages/boilerplate/sentences.h"
#include "stages/stage.h"

#define MOST_BRIDGE 3  /* words of "Like this?" between such sentences */
#define MOST_OPENER 20 /* of a pitch's first sentence */
#define ROUNDS 8
#define LEAST_SPEECHES 3 /* of a transcript, and so many sentences in each */
#define SPEECH_SENTENCES 12

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

#define ITEMS_MOST 99  /* of a list; more is a year, or a sum */
#define ITEM_WORDS 200 /* from one number to the next */

/* The number of an item, "2" of "2. Ships", that the word is; 0: it is none. */
static unsigned item_number(const struct sentences *all, size_t word)
{
	const struct token *one = &all->line->words.word[word];
	const struct pass *pass = all->article->pass;
	unsigned number = 0;

	if (!(one->flags & TOKEN_NUMBER) || !pass_has(pass, one->end, ". ") ||
	    (one->at > all->line->at && pass_byte_before(pass, one->at) > ' '))
		return 0;
	for (size_t at = one->at; at < one->end; at++) {
		if (!ascii_is_digit(pass_byte(pass, at)) || number > ITEMS_MOST)
			return 0;
		number = number * 10 + (pass_byte(pass, at) - '0');
	}
	return number;
}

/*
 * "1. Ships 2. Follow us": the number before it would be left alone. A list
 * begins with the first one, before which no sentence goes on: "May 1. Ships".
 */
static bool is_item(const struct sentences *all, const struct sentence *one)
{
	const struct token *words = all->line->words.word;
	size_t last = one->first - 1, i = one->first;
	unsigned number;

	if (!one->first)
		return false;
	for (number = item_number(all, --i); number > 1 && i > 0;) {
		if (last - --i > ITEM_WORDS)
			return false;
		if (item_number(all, i) == number - 1) {
			number--;
			last = i;
		}
	}
	return number == 1 && (!i || words[i].gap & (GAP_STOP | GAP_COLON));
}

/* Whether a sentence could be furniture, told without splitting it. */
static bool is_suspect(const struct sentences *all, const struct sentence *one,
		       unsigned edges)
{
	const struct line *line = all->line;
	const size_t at = line->words.word[one->first].at;

	if (is_item(all, one))
		return false;
	return !(line->words.word[one->end].gap & GAP_STOP) ||
	       suspect_part(all->article, at, sentence_end_at(all, one), edges);
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
			one->class = sentence_judge(all, one, around[0] + 1,
						    around[1]);
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
		if (!sentence_is_pitch(all->list[i].class))
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
		one->class =
			sentence_judge(all, one, beside->before, beside->after);
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
		size_t at = line->at, stop = sentence_end_at(all, one);

		if (!one->class || one->taken ||
		    !pass_selects(all->article->pass, one->class))
			continue;
		if (one->from)
			at = sentence_skip_closing(
				text,
				line->words.word[one->first + one->from - 1]
					.end,
				stop);
		else if (i)
			at = sentence_end_at(all, one - 1);
		else
			stop = skip_spaces(text, line->end, stop);
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
