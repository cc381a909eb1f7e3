/* Chunks of text through the library. */
#include "batch/process.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "reader/warc.h"
#include "support/quote.h"

static void outcome_reset(struct outcome *outcome)
{
	buffer_reset(&outcome->text);
	buffer_reset(&outcome->report);
	outcome->items.count = 0;
	buffer_reset(&outcome->stripped);
	buffer_reset(&outcome->messages);
	buffer_reset(&outcome->notes);
	memset(&outcome->tally, 0, sizeof(outcome->tally));
	outcome->edited = false;
}

void outcome_release(struct outcome *outcome)
{
	buffer_release(&outcome->text);
	buffer_release(&outcome->report);
	free(outcome->items.at);
	outcome->items = (struct report_items){ 0 };
	buffer_release(&outcome->stripped);
	buffer_release(&outcome->messages);
	buffer_release(&outcome->notes);
}

size_t outcome_bytes(const struct outcome *outcome)
{
	return outcome->text.len + outcome->report.len +
	       outcome->items.count * sizeof(*outcome->items.at) +
	       outcome->stripped.len + outcome->messages.len +
	       outcome->notes.len;
}

const struct buffer *outcome_text(const struct outcome *outcome,
				  const struct chunk *chunk)
{
	return outcome->edited ? &outcome->text : &chunk->text;
}

void tally_add(struct tally *sum, const struct tally *more)
{
	sum->findings += more->findings;
	sum->trouble += more->trouble;
	sum->changed += more->changed;
	sum->decoded += more->decoded;
	sum->articles += more->articles;
	for (size_t i = 0; i < TALLY_RULES && more->findings; i++)
		sum->rules[i] += more->rules[i];
	for (size_t i = 0; i < TALLY_CONDITIONS && more->articles; i++)
		sum->conditions[i] += more->conditions[i];
	sum->lossy += more->lossy;
	sum->records += more->records;
	sum->fields += more->fields;
}

size_t tally_changed(const struct tally *tally)
{
	/* Of a long article the parts are counted. */
	return tally->changed < tally->articles ? tally->changed
						: tally->articles;
}

void worker_init(struct worker *worker)
{
	memset(worker, 0, sizeof(*worker));
	buffer_init(&worker->field);
	buffer_init(&worker->part);
}

void worker_release(struct worker *worker)
{
	cd_result_free(worker->result);
	free(worker->spots);
	buffer_release(&worker->field);
	buffer_release(&worker->part);
	record_finder_release(&worker->finder);
}

void worker_complain(struct worker *worker, size_t line, const char *what,
		     const char *detail)
{
	struct buffer *out = &worker->outcome->messages;

	buffer_add_text(out, "copydesk: ");
	quote_name(out, worker->path);
	buffer_printf(out, ":%zu: %s%s%s\n", line, what, detail ? ": " : "",
		      detail ? detail : "");
	worker->outcome->tally.trouble++;
}

void worker_put(struct worker *worker, size_t at, size_t end, const char *text,
		size_t len)
{
	struct outcome *outcome = worker->outcome;

	outcome->edited = true;
	buffer_add(&outcome->text, worker->chunk->text.bytes + worker->done,
		   at - worker->done);
	buffer_add(&outcome->text, text, len);
	worker->done = end;
}

/* A proof that failed is trouble whatever the command. */
static void watch_proofs(struct worker *worker, const struct piece *piece,
			 const struct cd_finding *findings, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (strncmp(findings[i].rule->name, "internal/", 9))
			continue;
		if (worker->plan->wants & WANT_FINDINGS)
			worker->outcome->tally.trouble++;
		else
			worker_complain(worker, piece->line,
					findings[i].rule->name,
					findings[i].message);
	}
}

/* Where they are not wanted but for their numbers. */
static void count_findings(struct worker *worker)
{
	const struct report_place nowhere = { .path = worker->path };
	const struct cd_finding *findings;
	size_t count;

	if (cd_findings(worker->result, &findings, &count) != CD_OK)
		worker->outcome->report.failed = true;
	for (size_t i = 0; i < count; i++)
		worker_count(worker, &findings[i], &nowhere);
}

/* A long article is counted once, by its first part. */
static void count_article(struct worker *worker)
{
	struct tally *tally = &worker->outcome->tally;
	uint32_t left = cd_conditions(worker->result);

	tally->articles++;
	for (size_t i = 0; left; i++, left >>= 1)
		tally->conditions[i] += left & 1;
}

const struct cd_desk *plan_desk(const struct plan *plan, enum format format)
{
	return format == FORMAT_MARKDOWN ? cd_desk_markdown(plan->desk)
					 : plan->desk;
}

bool worker_run(struct worker *worker, const struct piece *piece,
		const char *text, size_t len)
{
	const enum cd_status status =
		cd_run(plan_desk(worker->plan, worker->chunk->format), text,
		       len, &worker->result);
	const struct cd_finding *findings;
	size_t count;

	if (status != CD_OK) {
		worker_complain(worker, piece->line, cd_status_text(status),
				NULL);
		return false;
	}
	worker->outcome->tally.lossy += cd_lossy(worker->result);
	if (piece->base == 0)
		count_article(worker);
	if ((worker->plan->wants & (WANT_FINDINGS | WANT_COUNTS)) ==
	    WANT_COUNTS)
		count_findings(worker);
	if (worker->plan->inspector)
		worker->plan->inspector->look(worker->plan->inspector, worker,
					      piece);
	/* A broken proof leaves the text unchanged, or as it was decoded. */
	if (cd_text(worker->result).bytes == cd_source(worker->result).bytes &&
	    cd_findings(worker->result, &findings, &count) == CD_OK)
		watch_proofs(worker, piece, findings, count);
	return true;
}

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
	const char *text = worker->chunk->text.bytes + piece->at;
	struct cd_span clean;

	if (!worker_run(worker, piece, text, piece->len))
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

	if (!format_is_text(worker->chunk->format) || at == end ||
	    !memchr(text + at, '\r', end - at) ||
	    !worker_heeds(worker, cd_rule_find("whitespace/line-end")))
		return;
	for (; at + 1 < end; at++) {
		if (text[at] == '\r' && text[at + 1] == '\n')
			worker_put(worker, at, at + 1, NULL, 0);
	}
}

/* The first bytes that the charset's decoder could not read. */
static void report_lossy(struct worker *worker)
{
	const struct chunk *chunk = worker->chunk;
	const char *text = chunk->text.bytes;
	struct reader_finding found = { .rule = "encoding/invalid-byte" };
	const size_t at = chunk_lost(chunk);
	size_t line;

	for (line = at; line && text[line - 1] != '\n'; line--)
		;
	found.line = chunk->line + utf8_count_lines(text, at);
	found.col = 1 + utf8_count(text + line, at - line);
	if (!line)
		found.col += chunk->col - 1;
	found.end_col = found.col + 1;
	found.message = "bytes are not valid in the input's charset";
	found.record = chunk->count ? chunk->pieces[0].record : 1;
	worker->outcome->tally.lossy++;
	worker_report(worker, &found);
}

/* The input was not UTF-8: it changes even where its text does not. */
static void report_charset(struct worker *worker)
{
	struct reader_finding found = {
		.rule = "encoding/charset",
		.line = 1,
		.col = 1,
		.end_col = 1,
		.record = 1,
		.fixable = true,
	};
	struct buffer message;

	buffer_init(&message);
	buffer_printf(&message, "text is in %s", worker->chunk->charset);
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

	if (chunk->first && chunk->charset)
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
