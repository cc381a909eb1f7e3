/* Chunks of text through the library. */
#include "batch/process.h"

#include <string.h>

#include "base/bytes.h"
#include "base/utf8.h"
#include "batch/record.h"
#include "reader/split.h"
#include "reader/warc.h"

/* The header of a WARC record says how long its block is. */
static void put_lead(struct worker *worker, const struct piece *piece,
		     struct cd_span block)
{
	const char *text = worker->chunk->text.bytes + piece->at - piece->lead;
	struct buffer *out = &worker->outcome->text;
	struct warc_header header;

	worker_put(worker, piece->at - piece->lead, piece->at, NULL, 0);
	warc_read(text, piece->lead, &header);
	warc_write_header(text, &header, block.bytes, block.len, out);
}

static void process_article(struct worker *worker, const struct piece *piece)
{
	const struct report_place place = worker_place(worker, piece);
	const struct cd_span text = { worker->chunk->text.bytes + piece->at,
				      piece->len };
	struct cd_span clean;

	if (!worker_run(worker, piece, text,
			separator_lines(worker->chunk->separator)))
		return;
	if (worker->plan->wants & WANT_FINDINGS)
		worker_text_findings(worker, piece);
	if (worker->plan->wants & WANT_STRIPPED)
		worker_stripped(worker, &place);
	if (!worker_text(worker, &clean))
		return;
	worker->outcome->tally.changed++;
	if (!(worker->plan->wants & WANT_TEXT))
		return;
	if (piece->lead)
		put_lead(worker, piece, clean);
	worker_put(worker, piece->at, piece->at + piece->len, clean.bytes,
		   clean.len);
}

/* Between articles nothing changes, but that a line ends in a newline. */
static void process_gap(struct worker *worker, size_t at, size_t end)
{
	const char *text = worker->chunk->text.bytes;
	size_t from = at;

	if (!format_is_text(worker->chunk->format) || at == end ||
	    !memchr(text + at, '\r', end - at) ||
	    !worker_heeds(worker, cd_rule_find("whitespace/line-end")))
		return;
	for (; at < end; at++) {
		if (text[at] == '\n' && from < at)
			worker_put(worker, from, at, NULL, 0);
		if (text[at] != '\r')
			from = at + 1;
	}
}

/* The article or record that byte `at` of the chunk is in, or comes after. */
static size_t record_at(const struct chunk *chunk, size_t at)
{
	size_t i = chunk->count;

	while (i > 1 && chunk->pieces[i - 1].at > at)
		i--;
	return i ? chunk->pieces[i - 1].record : 1;
}

/* A finding at byte `at` of the chunk. */
static struct reader_finding found_at(const struct chunk *chunk, size_t at)
{
	const char *text = chunk->text.bytes;
	const size_t line = bytes_line_start(text, at);
	struct reader_finding found = { 0 };

	found.line = chunk->line + utf8_count_lines(text, at);
	found.col = 1 + utf8_count(text + line, at - line);
	if (!line)
		found.col += chunk->col - 1;
	found.end_col = found.col;
	found.record = record_at(chunk, at);
	return found;
}

/* The first bytes that the charset's decoder could not read. */
static void report_lossy(struct worker *worker)
{
	const struct chunk *chunk = worker->chunk;
	struct reader_finding found = found_at(chunk, chunk_lost(chunk));

	found.rule = "encoding/invalid-byte";
	found.end_col++;
	found.message = "bytes are not valid in the input's charset";
	worker->outcome->tally.lossy++;
	worker_report(worker, &found);
}

/* The input was not UTF-8: it changes even where its text does not. */
static void report_charset(struct worker *worker)
{
	struct reader_finding found =
		found_at(worker->chunk, worker->chunk->decoded_at);
	struct buffer message;

	buffer_init(&message);
	buffer_printf(&message, "text is in %s", worker->chunk->charset);
	found.rule = "encoding/charset";
	found.fixable = true;
	found.message = buffer_text(&message);
	worker_report(worker, &found);
	worker_put(worker, 0, 0, NULL, 0);
	worker->outcome->tally.decoded++;
	buffer_release(&message);
}

/* A byte order mark before the first record. */
static void process_mark(struct worker *worker)
{
	const struct reader_finding found = {
		.rule = "encoding/bom",
		.line = 1,
		.col = 1,
		.end_col = 2,
		.record = 1,
		.fixable = true,
	};
	const struct cd_rule *rule = cd_rule_find(found.rule);

	if (!worker_heeds(worker, rule))
		return;
	worker_report(worker, &found);
	worker_put(worker, 0, 3, NULL, 0);
	worker->outcome->tally.decoded++;
}

static void process_front(struct worker *worker)
{
	const struct chunk *chunk = worker->chunk;

	if (chunk->decoded)
		report_charset(worker);
	if (chunk->lossy)
		report_lossy(worker);
	if (chunk->first && chunk->format == FORMAT_JSONL &&
	    utf8_mark(chunk->text.bytes, chunk->text.len))
		process_mark(worker);
}

bool worker_process(struct worker *worker, const struct work *work,
		    struct outcome *outcome)
{
	const struct chunk *chunk = work->chunk;
	size_t end = 0;

	outcome_reset(outcome);
	worker->plan = work->plan;
	worker->packed = work->packed;
	worker->path = work->path;
	worker->chunk = chunk;
	worker->outcome = outcome;
	worker->done = 0;
	process_front(worker);
	for (size_t i = 0; i < chunk->count; i++) {
		const struct piece *piece = &chunk->pieces[i];

		if (format_has_records(chunk->format) ||
		    piece->kind == PIECE_TOO_LONG) {
			worker_record(worker, piece);
		} else {
			process_gap(worker, end, piece->at);
			process_article(worker, piece);
		}
		end = piece->at + piece->len;
	}
	if (!format_has_records(chunk->format))
		process_gap(worker, end, chunk->text.len);
	if (outcome->edited)
		worker_put(worker, chunk->text.len, chunk->text.len, NULL, 0);
	return !outcome->text.failed && !outcome->report.failed &&
	       !outcome->stripped.failed && !outcome->messages.failed &&
	       !outcome->notes.failed;
}
