/*
 * Records of JSON Lines: one string of each is normalised, every other byte
 * stays as it is. Findings point to the record as it stands.
 */
#include "base/utf8.h"
#include "batch/process.h"

#include <string.h>

#include "support/json.h"

/* A record with its text found. */
struct record {
	const struct piece *piece;
	const char *string; /* the text as it stands, escaped */
	size_t len;
	size_t lead; /* code points of the record before it */
};

static void bad_record(struct worker *worker, const struct piece *piece,
		       const struct json_query *query)
{
	const char *record = worker->chunk->text.bytes + piece->at;
	struct reader_finding found = {
		.rule = "reader/bad-record",
		.line = piece->line,
		.record = piece->record,
	};
	struct buffer message;

	buffer_init(&message);
	buffer_printf(&message, "record is not valid: %s", query->error);
	found.message = buffer_text(&message);
	found.col = piece->col + utf8_count(record, query->error_at);
	found.end_col = found.col;
	if (!found.message)
		found.message = "record is not valid";
	if (worker->plan->wants & WANT_FINDINGS &&
	    worker_report(worker, &found))
		worker->outcome->tally.trouble++;
	else
		worker_complain(worker, piece->line, found.message, NULL);
	buffer_release(&message);
}

static void too_long(struct worker *worker, const struct piece *piece)
{
	const struct reader_finding found = {
		.rule = "reader/too-long",
		.line = piece->line,
		.col = piece->col,
		.end_col = piece->col,
		.record = piece->record,
		.message = "record is longer than --max-article",
	};

	if (worker->plan->wants & WANT_FINDINGS &&
	    worker_report(worker, &found))
		worker->outcome->tally.trouble++;
	else
		worker_complain(worker, piece->line, found.message, NULL);
}

static void no_field(struct worker *worker, const struct piece *piece,
		     enum json_kind kind)
{
	const struct reader_finding found = {
		.rule = "reader/no-field",
		.line = piece->line,
		.col = piece->col,
		.end_col = piece->col,
		.record = piece->record,
		.message = kind == JSON_MISSING
				   ? NULL
				   : "the record's text field is not a string",
	};

	worker_report(worker, &found);
}

/* From a place in the text (the library's source) to the record as it stands.
 */
struct walk {
	const struct record *record;
	struct cd_span source;
	size_t off; /* byte of the source */
	struct json_place place;
	bool single; /* see json_step() */
};

static void walk_to(struct walk *walk, size_t off)
{
	bool valid;

	while (walk->off < off && walk->off < walk->source.len) {
		walk->off += utf8_step(walk->source.bytes + walk->off,
				       walk->source.len - walk->off, &valid);
		json_step(walk->record->string, walk->record->len, walk->single,
			  &walk->place);
	}
}

static size_t walk_col(const struct walk *walk)
{
	return walk->record->piece->col + walk->record->lead +
	       walk->place.points;
}

/* Bytes read in another charset are a code point each. */
static bool read_singly(struct cd_span text, struct cd_span source)
{
	size_t points = 0;
	bool valid;

	for (size_t at = 0; at < text.len; points++)
		at += utf8_step(text.bytes + at, text.len - at, &valid);
	return points != utf8_count(source.bytes, source.len);
}

static void record_findings(struct worker *worker, const struct record *record,
			    struct cd_span text)
{
	const struct report_place place = {
		.path = worker->path,
		.record = record->piece->record,
		.field = worker->plan->field,
	};
	struct walk walk = { .record = record,
			     .source = cd_source(worker->result) };
	const struct cd_finding *findings;
	size_t count;

	if (cd_findings(worker->result, &findings, &count) != CD_OK)
		worker->outcome->report.failed = true;
	if (count && walk.source.bytes != text.bytes)
		walk.single = read_singly(text, walk.source);
	for (size_t i = 0; i < count; i++) {
		struct cd_finding finding = findings[i];
		struct walk end;

		walk_to(&walk, finding.off);
		end = walk;
		walk_to(&end, finding.end);
		finding.line = finding.end_line = record->piece->line;
		finding.col = walk_col(&walk);
		finding.end_col = walk_col(&end);
		worker_count(worker, &finding, &place);
	}
}

static void record_stripped(struct worker *worker, const struct record *record)
{
	const struct report_place place = {
		.path = worker->path,
		.record = record->piece->record,
	};
	const struct cd_stripped *spans;
	size_t count;

	if (cd_stripped(worker->result, &spans, &count) != CD_OK)
		worker->outcome->stripped.failed = true;
	for (size_t i = 0; i < count; i++)
		report_stripped(&worker->outcome->stripped, &place, &spans[i]);
}

static void lone_surrogates(struct worker *worker, const struct record *record)
{
	const struct reader_finding found = {
		.rule = "encoding/invalid-byte",
		.line = record->piece->line,
		.col = record->piece->col + record->lead,
		.end_col = record->piece->col + record->lead,
		.record = record->piece->record,
		.message = "half of a surrogate pair",
	};

	worker_report(worker, &found);
	worker->outcome->tally.lossy++;
}

static void put_field(struct worker *worker, const struct record *record)
{
	const struct cd_span clean = cd_text(worker->result);
	const size_t at = (size_t)(record->string - worker->chunk->text.bytes);

	worker_put(worker, at, at, NULL, 0);
	json_escape(&worker->outcome->text, clean.bytes, clean.len);
	worker->done = at + record->len;
}

static void process_field(struct worker *worker, const struct record *record,
			  bool escaped)
{
	const struct cd_rule *invalid = cd_rule_find("encoding/invalid-byte");
	struct cd_span text = { record->string, record->len };
	bool lone = false;

	if (escaped) {
		buffer_reset(&worker->field);
		lone = json_unescape(record->string, record->len,
				     &worker->field) != 0;
		text = (struct cd_span){ worker->field.bytes,
					 worker->field.len };
		worker->outcome->text.failed |= worker->field.failed;
	}
	if (!worker_run(worker, record->piece, text.bytes, text.len))
		return;
	lone = lone && cd_desk_selects(worker->plan->desk, invalid);
	if (lone)
		lone_surrogates(worker, record);
	if (worker->plan->wants & WANT_FINDINGS)
		record_findings(worker, record, text);
	if (worker->plan->wants & WANT_STRIPPED)
		record_stripped(worker, record);
	if (!cd_changed(worker->result) && !lone)
		return;
	worker->outcome->tally.changed++;
	if (worker->plan->wants & WANT_TEXT)
		put_field(worker, record);
}

void worker_record(struct worker *worker, const struct piece *piece)
{
	const char *text = worker->chunk->text.bytes + piece->at;
	struct json_query query = {
		.field = worker->plan->field,
		.field_len = strlen(worker->plan->field),
	};
	struct record record;

	if (piece->kind == PIECE_TOO_LONG) {
		too_long(worker, piece);
		return;
	}
	if (!json_scan(text, piece->len, &query)) {
		bad_record(worker, piece, &query);
		return;
	}
	worker->outcome->tally.records++;
	worker->outcome->tally.fields += query.value.kind != JSON_MISSING;
	if (query.value.kind != JSON_STRING) {
		no_field(worker, piece, query.value.kind);
		return;
	}
	record.piece = piece;
	record.string = text + query.value.at;
	record.len = query.value.len;
	record.lead = 0;
	if (worker->plan->wants & WANT_FINDINGS)
		record.lead = utf8_count(text, query.value.at);
	process_field(worker, &record, query.value.escaped);
}
