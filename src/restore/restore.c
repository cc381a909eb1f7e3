/* Restoration: text to sequences, sequences to windows, verdicts to edits. */
#include "restore/restore.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "restore/backoff.h"
#include "restore/decode.h"
#include "restore/lexicon.h"
#include "restore/line_ends.h"
#include "restore/net.h"
#include "restore/pounds.h"
#include "restore/reading.h"
#include "restore/repeats.h"
#include "restore/spaced_quotes.h"
#include "restore/write.h"
#include "text/lead.h"

#define RUN_LIMIT 12
#define RUN_NONE 13

/* A sequence: what the model reads as one. README.md, "sequences". */
struct sequence {
	const struct restore_task *task;
	struct words words;
	struct gap_rules rules;
	struct net *net;
	const uint8_t *repeats; /* rows of its words */
	int pounds;		/* pounds_read() of all */
	size_t base;		/* of the words' text in the task's */
};

/* What the sequences of a text share. */
struct restoration {
	const struct restore_task *task;
	struct net *net;
	struct words words;
	struct readings readings;
	struct repeats repeats;
	size_t done;	 /* words of the sequences so far */
	bool whole;	 /* no paragraph is broken up */
	bool numberless; /* numbers are lost, too */
	int pounds;	 /* pounds_read() */
	struct line_ends ends;
};

bool restore_has_runs(const char *text, size_t len)
{
	size_t words = 0, wide = 0;

	for (size_t i = 1; i < len; i++) {
		words += text[i] != ' ' && text[i - 1] == ' ';
		wide += i > 1 && text[i] != ' ' && text[i - 1] == ' ' &&
			text[i - 2] == ' ';
	}
	return wide && wide * 50 >= words;
}

static uint32_t run_length(const struct sequence *s, size_t i)
{
	const struct words *words = &s->words;
	const bool edge = i == 0 || i == words->count;
	size_t at, end, count;

	words_gap(words, i, &at, &end);
	count = utf8_count(words->text + at, end - at) -
		(end - at - gap_width(&s->rules.view, words, i));
	if (!count && edge)
		return RUN_NONE;
	return count < RUN_LIMIT ? (uint32_t)count : RUN_LIMIT;
}

/*
 * Where every mark became a space an apostrophe or a hyphen between two words
 * may have survived, as in transcripts. No other gap says what it was.
 */
static uint32_t joint_row(const struct sequence *s, size_t i)
{
	struct seen_gap seen;

	if (gap_is_blank(&s->rules.view, &s->words, i))
		return 0;
	gap_see(&seen, &s->rules.view, &s->words, i);
	if (seen.count != 1 ||
	    (seen.points[0] != CLOSE_SINGLE && seen.points[0] != '-'))
		return 0;
	return lexicon_seen(s->task->model, seen.text, seen.len);
}

/* The rows of gap i: how it is seen, and its length. */
static void gap_rows(const struct sequence *s, size_t i, uint32_t rows[2])
{
	const struct restore_bases *base = &s->task->model->base;
	struct seen_gap seen;

	rows[0] = base->seen;
	rows[1] = base->run;
	if (s->rules.loss == LOSS_WIRE)
		rows[1] += run_length(s, i);
	if (s->rules.loss <= LOSS_COLLAPSED) {
		rows[0] += joint_row(s, i);
		return;
	}
	gap_see(&seen, &s->rules.view, &s->words, i);
	rows[0] += seen.too_long
			   ? (seen.newline ? 2 : 1)
			   : lexicon_seen(s->task->model, seen.text, seen.len);
	if (s->rules.view.runs)
		rows[1] += seen.count < RUN_LIMIT ? (uint32_t)seen.count
						  : RUN_LIMIT;
}

/* Token t: 0 and words + 1 are virtual. */
static void token_rows(const struct sequence *s, size_t t,
		       uint32_t rows[RESTORE_ROWS])
{
	const struct restore_model *model = s->task->model;
	const bool virtual = t == 0 || t > s->words.count;
	const struct word_reading *reading = s->words.readings + t - 1;

	rows[6] = model->base.letters;
	rows[7] = model->base.pair;
	rows[8] = model->base.repeat;
	gap_rows(s, t > s->words.count ? 0 : t, rows + 4);
	if (virtual) {
		lexicon_virtual_rows(model, rows);
		return;
	}
	memcpy(rows, reading->rows, sizeof(reading->rows));
	if (s->rules.loss == LOSS_LOST_QUOTES)
		rows[6] += reading->seen_case;
	if (t > 1)
		rows[7] = reading->pair;
	rows[8] += s->repeats[t - 1];
}

/* Decide tokens [from, to) of all. */
static void run_window(struct sequence *s, size_t from, size_t to,
		       struct decoder *decoder)
{
	const size_t tokens = s->words.count + 2;
	const size_t first = from > NET_CONTEXT ? from - NET_CONTEXT : 0;
	const size_t last =
		tokens - to > NET_CONTEXT ? to + NET_CONTEXT : tokens;

	for (size_t t = first; t < last; t++)
		token_rows(s, t, s->net->rows[t - first]);
	net_run(s->net, last - first);
	for (size_t t = from; t < to; t++) {
		const int16_t *logits =
			s->net->logits + (t - first) * NET_STRIDE;

		if (s->task->token)
			s->task->token(s->task->context,
				       s->net->rows[t - first], logits);
		if (t <= s->words.count)
			decoder_take(decoder, t, logits);
	}
}

static bool run_sequence(struct sequence *s)
{
	const size_t tokens = s->words.count + 2;
	struct verdict *verdicts =
		calloc(s->words.count + 1, sizeof(*verdicts));
	struct decoder decoder;
	bool done;

	if (!verdicts ||
	    !decoder_init(&decoder, s->net->lists, &s->rules, &s->words)) {
		free(verdicts);
		return false;
	}
	decoder.lang = s->task->lang;
	decoder.pounds = s->pounds;
	for (size_t from = 0; from < tokens; from += NET_WINDOW) {
		const size_t left = tokens - from;

		run_window(s, from,
			   from + (left < NET_WINDOW ? left : NET_WINDOW),
			   &decoder);
	}
	done = decoder_end(&decoder, verdicts);
	if (done && s->rules.loss != LOSS_LOWER)
		backoff_verdicts(&decoder, s->task, verdicts);
	if (done)
		write_edits(&(struct writer){ s->task, &s->rules, &s->words,
					      s->base },
			    verdicts);
	decoder_release(&decoder);
	free(verdicts);
	return done;
}

static bool restore_words(struct sequence *s, const struct restoration *r)
{
	const struct restore_task *task = s->task;
	unsigned char *quotes = NULL;
	bool done;

	gap_rules_init(&s->rules, task->model, task->loss, &s->words);
	s->rules.cased = task->cased;
	s->rules.lowered = !task->cased && !task->uppercased;
	s->rules.whole = r->whole;
	s->rules.numberless = r->numberless;
	s->rules.view.wrapped = r->ends.wrapped;
	s->rules.view.told = r->ends.told;
	s->rules.view.beside = r->ends.beside;
	s->rules.view.set_apart = task->set_apart;
	if (task->set_apart && task->loss > LOSS_COLLAPSED) {
		quotes = calloc(s->words.len / 8 + 1, 1);
		if (!quotes)
			return false;
		spaced_quotes_read(s->words.text, s->words.len, quotes);
		s->rules.view.quotes = quotes;
	}
	done = run_sequence(s);
	free(quotes);
	return done;
}

static bool restore_span(struct restoration *r, size_t at, size_t end)
{
	const struct restore_task *task = r->task;
	struct sequence s = {
		.task = task, .net = r->net, .pounds = r->pounds, .base = at
	};
	bool done = true;

	if (!words_part(&s.words, &r->words, r->done, at, end))
		return false;
	s.repeats = r->repeats.rows + r->done;
	r->done += s.words.count;
	if (s.words.count)
		done = restore_words(&s, r);
	words_release(&s.words);
	return done;
}

/* The end of a line; of a wrapped text, of a paragraph. */
static size_t line_end(const struct restoration *r, size_t at)
{
	const struct restore_task *task = r->task;
	const char *text = task->text;

	while (at < task->len &&
	       (text[at] != '\n' ||
		(r->ends.wrapped && at && text[at - 1] != '\n' &&
		 at + 1 < task->len && text[at + 1] != '\n')))
		at++;
	return at;
}

/* So many lines, of so few words each, are a text's own paragraphs. */
#define PARAGRAPHS 3
#define PARAGRAPH_WORDS 100

/* Whether the text kept its paragraphs: then there are no others to be found.
 */
static bool has_paragraphs(const struct restoration *r)
{
	size_t lines = 0, at = 0;

	while (at < r->task->len) {
		const size_t end = line_end(r, at);

		lines += end > at;
		at = end + 1;
	}
	return lines >= PARAGRAPHS && r->words.count < lines * PARAGRAPH_WORDS;
}

#define NUMBERLESS_WORDS 100 /* without a number: they are lost */

static bool is_numberless(const struct restoration *r)
{
	size_t numbers = 0;

	for (size_t i = 0; i < r->words.count && !numbers; i++)
		numbers += words_digits(&r->words, i) > 0;
	return !numbers && r->words.count >= NUMBERLESS_WORDS;
}

/* Past the time and the speaker of a transcript's line, which stay. */
static size_t skip_lead(struct restoration *r, size_t at, size_t end)
{
	const size_t past = lead_end(r->task->text, end, at);

	while (r->done < r->words.count && r->words.items[r->done].at < past)
		r->done++;
	return past;
}

/* Where every mark is gone each line is a sequence of its own. */
static bool restore_lines(struct restoration *r)
{
	const struct restore_task *task = r->task;
	size_t at = 0;

	line_ends_read(&r->ends, task, &r->words);
	r->whole = has_paragraphs(r);
	r->numberless = is_numberless(r);
	while (at < task->len) {
		const size_t end = line_end(r, at);

		if (!restore_span(r, skip_lead(r, at, end), end))
			return false;
		at = end + 1;
	}
	return true;
}

/* What the sequences share, of the text as a whole. */
static bool read_text(struct restoration *r)
{
	const struct restore_task *task = r->task;

	if (!words_split(&r->words, task->text, task->len) ||
	    !readings_read(&r->readings, task->model, &r->words))
		return false;
	if (task->lang)
		r->pounds = pounds_read(&task->lang->currency, &r->words);
	r->words.lists = task->lists;
	r->words.readings = r->readings.items;
	r->words.hashes = r->readings.hashes;
	return repeats_read(&r->repeats, r->net->counters, r->words.hashes,
			    r->words.count);
}

bool restore_text(const struct restore_task *task)
{
	struct restoration r = { .task = task,
				 .ends = { .wrapped = task->wrapped } };
	bool done;

	r.net = net_borrow(task->model);
	if (!r.net)
		return false;
	done = read_text(&r) &&
	       (task->loss <= LOSS_COLLAPSED ? restore_lines(&r)
					     : restore_span(&r, 0, task->len));
	net_return(r.net);
	repeats_release(&r.repeats);
	readings_release(&r.readings);
	words_release(&r.words);
	return done;
}
