/*
 * Records: the fields that hold articles are normalised, every other byte stays
 * as it is. Findings point to the record as it is.
 */
#include "batch/record.h"

#include <string.h>

#include "base/bytes.h"
#include "base/utf8.h"

/* A record with one of its values. */
struct record {
	const struct piece *piece;
	const char *bytes; /* of the record */
	const struct record_value *value;
	size_t lead; /* code points of the record before it */
	bool lines;  /* the record goes on over lines */
	const char *field;
};

/* The name of the only field that is asked for. */
static const char *only_field(const struct worker *worker)
{
	const struct fields *fields = worker->plan->fields;

	if (!format_has_records(worker->chunk->format))
		return NULL;
	return fields->count == 1 ? fields->names[0] : NULL;
}

static void bad_record(struct worker *worker, const struct piece *piece)
{
	const struct record_finder *finder = &worker->finder;
	const char *record = worker->chunk->text.bytes + piece->at;
	struct reader_finding found = {
		.rule = "reader/bad-record",
		.line = piece->line,
		.record = piece->record,
		.field = only_field(worker),
	};
	struct buffer message;

	buffer_init(&message);
	buffer_printf(&message, "record is not valid: %.*s",
		      (int)finder->why.len, finder->why.bytes);
	found.message = buffer_text(&message);
	found.col = piece->col + utf8_count(record, finder->why_at);
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
		.field = only_field(worker),
		.message = format_is_text(worker->chunk->format)
				   ? "text is longer than --max-article"
				   : "record is longer than --max-article",
	};

	if (piece->base)
		return; /* its first part has told it */
	if (worker->plan->wants & WANT_FINDINGS &&
	    worker_report(worker, &found))
		worker->outcome->tally.trouble++;
	else
		worker_complain(worker, piece->line, found.message, NULL);
}

static void no_field(struct worker *worker, const struct piece *piece,
		     bool missing)
{
	const struct reader_finding found = {
		.rule = "reader/no-field",
		.line = piece->line,
		.col = piece->col,
		.end_col = piece->col,
		.record = piece->record,
		.field = only_field(worker),
		.message = missing ? NULL
				   : "the record's text field is not a string",
	};

	worker_report(worker, &found);
}

/* From a place in the text (the library's source) to the record as it is.
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
		record_step(walk->record->value, walk->record->bytes,
			    walk->single, &walk->place);
	}
}

/* The line and column where the walk is; a record may go on over lines. */
static void walk_place(const struct walk *walk, size_t *line, size_t *col)
{
	const struct record *record = walk->record;
	const size_t at = record->value->at + walk->place.at;
	size_t from = record->lines ? at : 0;

	*line = record->piece->line;
	from = bytes_line_start(record->bytes, from);
	if (!from) {
		*col = record->piece->col + record->lead + walk->place.points;
		return;
	}
	*line += utf8_count_lines(record->bytes, from);
	*col = 1 + utf8_count(record->bytes + from, at - from);
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

static void record_spots(struct worker *worker, const struct walk *from)
{
	const struct report_text *text = &worker->text;
	struct report_spot(*spots)[2] = worker_spots(worker);
	struct walk walk = *from;

	for (size_t i = 0; spots && i < text->change_count; i++) {
		struct report_spot *at = spots[i];

		walk_to(&walk, text->changes[i].off);
		walk_place(&walk, &at[0].line, &at[0].col);
		walk_to(&walk, text->changes[i].end);
		walk_place(&walk, &at[1].line, &at[1].col);
	}
}

static void record_findings(struct worker *worker, const struct record *record,
			    struct cd_span text)
{
	const struct report_place place = {
		.path = worker->path,
		.record = record->piece->record,
		.field = record->field,
		.value = record->value->nth,
		.text = &worker->text,
	};
	struct walk walk = { .record = record,
			     .place = record_walk(record->value),
			     .source = cd_source(worker->result) };
	const struct cd_finding *findings;
	size_t count;

	worker_begin_text(worker);
	if (cd_findings(worker->result, &findings, &count) != CD_OK)
		worker->outcome->report.failed = true;
	if (count && walk.source.bytes != text.bytes)
		walk.single = read_singly(text, walk.source);
	if (count)
		record_spots(worker, &walk);
	for (size_t i = 0; i < count; i++) {
		struct cd_finding finding = findings[i];
		struct walk end;

		walk_to(&walk, finding.off);
		end = walk;
		walk_to(&end, finding.end);
		walk_place(&walk, &finding.line, &finding.col);
		walk_place(&end, &finding.end_line, &finding.end_col);
		worker_count(worker, &finding, &place);
	}
	worker_end_text(worker, &place);
}

static void record_stripped(struct worker *worker, const struct record *record)
{
	const struct report_place place = {
		.path = worker->path,
		.record = record->piece->record,
		.field = record->field,
		.value = record->value->nth,
	};

	worker_stripped(worker, &place);
}

static void lone_surrogates(struct worker *worker, const struct record *record)
{
	const struct reader_finding found = {
		.rule = "encoding/invalid-byte",
		.line = record->piece->line,
		.col = record->piece->col + record->lead,
		.end_col = record->piece->col + record->lead,
		.record = record->piece->record,
		.field = record->field,
		.message = "half of a surrogate pair",
	};

	worker_report(worker, &found);
	worker->outcome->tally.lossy++;
}

static void put_field(struct worker *worker, const struct record *record,
		      struct cd_span clean)
{
	const size_t at = record->piece->at + record->value->at;

	worker_put(worker, at, at, NULL, 0);
	record_encode(record->value, worker->chunk->format, clean.bytes,
		      clean.len, &worker->outcome->text);
	worker->done = at + record->value->len;
}

/* What the value holds: its own bytes, or unescaped; *lone: see below. */
static struct cd_span field_text(struct worker *worker,
				 const struct record *record, bool *lone)
{
	const struct record_value *value = record->value;

	*lone = false;
	if (value->text == RECORD_JSON || value->text == RECORD_CSV)
		return (struct cd_span){ record->bytes + value->at,
					 value->len };
	buffer_reset(&worker->field);
	*lone = record_decode(value, record->bytes, &worker->field) != 0;
	worker->outcome->text.failed |= worker->field.failed;
	return (struct cd_span){ worker->field.bytes, worker->field.len };
}

static void process_field(struct worker *worker, const struct record *record)
{
	bool lone; /* half of a surrogate pair was replaced */
	const struct cd_span text = field_text(worker, record, &lone);
	struct cd_span clean;

	if (!worker_run(worker, record->piece, text,
			record_lines(record->value, worker->chunk->format)))
		return;
	lone = lone &&
	       worker_heeds(worker, cd_rule_find("encoding/invalid-byte"));
	if (lone)
		lone_surrogates(worker, record);
	if (worker->plan->wants & WANT_FINDINGS)
		record_findings(worker, record, text);
	if (worker->plan->wants & WANT_STRIPPED)
		record_stripped(worker, record);
	if (!worker_text(worker, &clean) && !lone)
		return;
	worker->outcome->tally.changed++;
	if (worker->plan->wants & WANT_TEXT)
		put_field(worker, record, clean);
}

static void process_value(struct worker *worker, const struct piece *piece,
			  const struct record_value *value)
{
	const char *bytes = worker->chunk->text.bytes + piece->at;
	struct record record = {
		.piece = piece,
		.bytes = bytes,
		.value = value,
		.field = worker->plan->fields->names[value->field],
	};

	if (worker->plan->wants & WANT_FINDINGS) {
		record.lead = utf8_count(bytes, value->at);
		record.lines = memchr(bytes, '\n', piece->len) != NULL;
	}
	process_field(worker, &record);
}

/* Not so an array or an object: what is asked for is within it. */
static bool may_be_field(const struct record_value *value, const char *text)
{
	return value->text != RECORD_NO_TEXT ||
	       (text[value->at] != '[' && text[value->at] != '{');
}

/* Bytes [at, end) of the record; else the finder says what is wrong. */
static bool is_utf8(struct record_finder *finder, const char *record, size_t at,
		    size_t end)
{
	const size_t good = utf8_valid_prefix(record + at, end - at);

	if (good == end - at)
		return true;
	buffer_reset(&finder->why);
	buffer_add_text(&finder->why, "not UTF-8 beside its text: name the "
				      "charset (--from-code)");
	finder->why_at = at + good;
	return false;
}

/*
 * What is beside the texts stays as it is: where that is in another charset,
 * the file would be in two.
 */
static bool rest_is_utf8(struct record_finder *finder, const char *record,
			 size_t len)
{
	size_t at = 0;

	if (utf8_valid_prefix(record, len) == len)
		return true;
	for (size_t i = 0; i < finder->count; i++) {
		const struct record_value *value = &finder->values[i];

		if (!is_utf8(finder, record, at, value->at))
			return false;
		at = value->at + value->len;
	}
	return is_utf8(finder, record, at, len);
}

/* Whether what stays of a table's record can stay. */
static bool may_stay(struct worker *worker, const struct piece *piece)
{
	const char *text = worker->chunk->text.bytes + piece->at;

	if (!format_is_table(worker->chunk->format) ||
	    rest_is_utf8(&worker->finder, text, piece->len))
		return true;
	worker->outcome->tally.lossy++;
	bad_record(worker, piece);
	return false;
}

void worker_record(struct worker *worker, const struct piece *piece)
{
	const struct record_form form = {
		.format = worker->chunk->format,
		.fields = worker->plan->fields,
		.columns = &worker->chunk->columns,
	};
	const char *text = worker->chunk->text.bytes + piece->at;
	struct record_finder *finder = &worker->finder;
	size_t texts = 0, fields = 0;

	finder->count = 0;
	if (piece->kind == PIECE_HEADER) {
		may_stay(worker, piece);
		return;
	}
	if (piece->kind == PIECE_TOO_LONG) {
		too_long(worker, piece);
		return;
	}
	if (!record_find(finder, &form, text, piece->len, piece->element)) {
		bad_record(worker, piece);
		return;
	}
	if (!may_stay(worker, piece))
		return;
	worker->outcome->tally.records++;
	for (size_t i = 0; i < finder->count; i++) {
		fields += may_be_field(&finder->values[i], text);
		if (finder->values[i].text == RECORD_NO_TEXT)
			continue;
		texts++;
		process_value(worker, piece, &finder->values[i]);
	}
	worker->outcome->tally.fields += fields != 0;
	if (!texts)
		no_field(worker, piece, !finder->count);
}
