/* Chunks of text through the library. */
#include "batch/process.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "reader/warc.h"
#include "support/quote.h"
#include "writer/format.h"

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

const struct buffer *outcome_text(const struct outcome *outcome,
				  const struct chunk *chunk)
{
	return outcome->edited ? &outcome->text : &chunk->text;
}

void tally_add(struct tally *sum, const struct tally *more)
{
	sum->findings += more->findings;
	sum->serious += more->serious;
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

/* A finding in the explanation of its article; its edits are in any case. */
static void explain(struct worker *worker, const struct cd_finding *finding,
		    const struct report_place *place)
{
	struct explanation alone = { worker->plan->style, place, 0, 0 };
	struct explanation *explanation =
		place->text ? &worker->explanation : &alone;

	explanation->place = place;
	if (!finding->edit_count)
		explain_finding(&worker->outcome->notes, explanation, finding);
}

/* Render a finding, or explain it. */
static void render(struct worker *worker, const struct cd_finding *finding,
		   const struct report_place *place)
{
	struct cd_finding shown = *finding;

	if (worker->plan->wants & WANT_EXPLANATION) {
		explain(worker, finding, place);
		return;
	}
	if (place->text)
		report_find_line(&worker->text, finding->off);
	shown.fixable |=
		worker->plan->restorable && finding->rule->kind == CD_RESTORE;
	format_finding(&worker->outcome->report, &worker->outcome->items,
		       &worker->plan->style, place, &shown);
}

static bool is_ignored(struct worker *worker, const struct cd_finding *finding,
		       const struct report_place *place)
{
	const struct plan *plan = worker->plan;
	uint64_t hash;

	if (!plan->ignored_count)
		return false;
	if (place->text)
		report_find_line(&worker->text, finding->off);
	hash = report_hash(place, finding);
	for (size_t i = 0; i < plan->ignored_count; i++) {
		if (plan->ignored[i].rule == finding->rule &&
		    plan->ignored[i].hash == hash)
			return true;
	}
	return false;
}

void worker_count(struct worker *worker, const struct cd_finding *finding,
		  const struct report_place *place)
{
	struct tally *tally = &worker->outcome->tally;
	const size_t rule = (size_t)(finding->rule - cd_rule(0));

	if (!(worker->plan->wants & (WANT_FINDINGS | WANT_COUNTS)))
		return;
	if (worker->plan->wants & WANT_FINDINGS &&
	    is_ignored(worker, finding, place))
		return;
	tally->findings++;
	if (rule < TALLY_RULES)
		tally->rules[rule]++;
	if (!(worker->plan->wants & WANT_FINDINGS))
		return;
	tally->serious += finding->rule->severity >= worker->plan->fail_level;
	render(worker, finding, place);
}

bool worker_report(struct worker *worker, const struct reader_finding *found)
{
	const struct cd_rule *rule = cd_rule_find(found->rule);
	const struct report_place place = {
		.path = worker->path,
		.record = found->record,
		.field = found->field,
	};
	struct cd_finding finding = { .rule = rule };

	if (!rule || !cd_desk_selects(worker->plan->desk, rule))
		return false;
	finding.fixable = found->fixable;
	finding.line = finding.end_line = found->line;
	finding.col = found->col;
	finding.end_col = found->end_col;
	finding.message = found->message ? found->message : rule->summary;
	worker_count(worker, &finding, &place);
	return true;
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

bool worker_run(struct worker *worker, const struct piece *piece,
		const char *text, size_t len)
{
	const enum cd_status status =
		cd_run(worker->plan->desk, text, len, &worker->result);
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

void worker_begin_text(struct worker *worker)
{
	struct report_text *text = &worker->text;

	memset(text, 0, sizeof(*text));
	worker->explanation =
		(struct explanation){ .style = worker->plan->style };
	text->source = cd_source(worker->result);
	if (cd_changes(worker->result, &text->changes, &text->change_count) !=
	    CD_OK)
		worker->outcome->report.failed = true;
}

void worker_end_text(struct worker *worker, const struct report_place *place)
{
	worker->explanation.place = place;
	if (worker->plan->wants & WANT_EXPLANATION)
		explain_end(&worker->outcome->notes, &worker->explanation);
}

struct report_spot (*worker_spots(struct worker *worker))[2]
{
	const size_t count = worker->text.change_count;

	if (!(worker->plan->wants & WANT_SPOTS) || !count)
		return NULL;
	if (count > worker->spot_cap) {
		void *grown =
			realloc(worker->spots, count * sizeof(*worker->spots));

		worker->outcome->report.failed |= !grown;
		if (!grown)
			return NULL;
		worker->spots = grown;
		worker->spot_cap = count;
	}
	worker->text.spots = (const struct report_spot(*)[2])worker->spots;
	return worker->spots;
}

/* From *at to `to`; lines end as the library has it. */
static void advance(struct cd_span text, size_t *at, size_t to,
		    struct report_spot *spot)
{
	for (; *at < to && *at < text.len; ++*at) {
		const char c = text.bytes[*at];
		const bool lone = c == '\r' && (*at + 1 == text.len ||
						text.bytes[*at + 1] != '\n');

		if (c == '\n' || lone)
			*spot = (struct report_spot){ spot->line + 1, 1 };
		else
			spot->col += ((unsigned char)c & 0xC0) != 0x80;
	}
}

static void text_spots(struct worker *worker, const struct piece *piece)
{
	const struct report_text *text = &worker->text;
	struct report_spot(*spots)[2] = worker_spots(worker);
	struct report_spot spot = { piece->line, piece->col };
	size_t at = 0;

	for (size_t i = 0; spots && i < text->change_count; i++) {
		advance(text->source, &at, text->changes[i].off, &spot);
		spots[i][0] = spot;
		advance(text->source, &at, text->changes[i].end, &spot);
		spots[i][1] = spot;
	}
}

static struct report_place place_of(const struct worker *worker,
				    const struct piece *piece)
{
	return (struct report_place){
		.path = worker->path,
		.record = piece->record,
		.base = piece->base,
	};
}

static void text_findings(struct worker *worker, const struct piece *piece)
{
	struct report_place place = place_of(worker, piece);
	const struct cd_finding *findings;
	size_t count;

	worker_begin_text(worker);
	worker->text.exact = !worker->chunk->charset &&
			     worker->text.source.bytes ==
				     worker->chunk->text.bytes + piece->at;
	text_spots(worker, piece);
	place.text = &worker->text;
	if (cd_findings(worker->result, &findings, &count) != CD_OK)
		worker->outcome->report.failed = true;
	for (size_t i = 0; i < count; i++) {
		struct cd_finding finding = findings[i];

		if (finding.line == 1)
			finding.col += piece->col - 1;
		if (finding.end_line == 1)
			finding.end_col += piece->col - 1;
		finding.line += piece->line - 1;
		finding.end_line += piece->line - 1;
		worker_count(worker, &finding, &place);
	}
	worker_end_text(worker, &place);
}

static void text_stripped(struct worker *worker, const struct piece *piece)
{
	const struct report_place place = place_of(worker, piece);
	const struct cd_stripped *spans;
	size_t count;

	if (cd_stripped(worker->result, &spans, &count) != CD_OK)
		worker->outcome->stripped.failed = true;
	for (size_t i = 0; i < count; i++)
		report_stripped(&worker->outcome->stripped, &place, &spans[i]);
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
	const char *text = worker->chunk->text.bytes + piece->at;
	struct cd_span clean;

	if (!worker_run(worker, piece, text, piece->len))
		return;
	if (worker->plan->wants & WANT_FINDINGS)
		text_findings(worker, piece);
	if (worker->plan->wants & WANT_STRIPPED)
		text_stripped(worker, piece);
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
	const struct cd_rule *rule = cd_rule_find("whitespace/line-end");

	if (worker->chunk->format != FORMAT_TEXT || at == end ||
	    !memchr(text + at, '\r', end - at) || !worker_heeds(worker, rule))
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
	size_t at = 0, line = 0;

	while (at + 3 < chunk->text.len && memcmp(text + at, "\xEF\xBF\xBD", 3))
		at++;
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
	    chunk->text.len >= 3 &&
	    !memcmp(chunk->text.bytes, "\xEF\xBB\xBF", 3))
		process_mark(worker);
}

bool worker_process(struct worker *worker, const struct work *work,
		    struct outcome *outcome)
{
	const struct chunk *chunk = work->chunk;
	size_t end = 0;

	outcome_reset(outcome);
	worker->plan = work->plan;
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
