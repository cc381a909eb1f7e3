/* The proof of a text, or of each record. */
#include <stdio.h>
#include <string.h>

#include "base/bytes.h"
#include "base/utf8.h"
#include "cli/pair.h"
#include "reader/split.h"
#include "reader/warc.h"

/* A value of a record in both files. */
struct field {
	const char *name;
	const struct record_value *old, *fresh;
};

static const char *proof_text(enum cd_proof proof)
{
	return proof == CD_PROOF_NOT_UTF8
		       ? "not valid UTF-8"
		       : "a letter or number is not the original's";
}

static void broken_at(struct pair *pair, size_t line, size_t col,
		      const char *what)
{
	const struct broken broken = { pair->fresh.file->name, line, col,
				       what };

	verify_broken(pair->verify, &broken);
}

/* At byte `at` of the new text, which begins at that line and column. */
static void broken_in_text(struct pair *pair, size_t line, size_t col,
			   size_t at, const char *what)
{
	const char *text = pair->verify->new_text.bytes;
	const size_t lines = at ? utf8_count_lines(text, at) : 0;
	size_t start = bytes_line_start(text, at);

	broken_at(pair, line + lines,
		  (lines ? 1 : col) +
			  (at ? utf8_count(text + start, at - start) : 0),
		  what);
}

/* No cleaned text is longer: what is may be a device that does not end. */
static size_t most_of(size_t original)
{
	return (16 << 20) +
	       (original < SIZE_MAX / 32 ? 16 * original : original);
}

static void verify_text(struct pair *pair)
{
	struct verify *verify = pair->verify;
	const struct listing_text listed = {
		pair->listed,
		NULL,
		1,
		1,
		separator_lines(verify->reader.separator),
	};
	size_t at = 0;
	enum cd_proof proof;

	if (!side_read(&pair->old, SIZE_MAX, &verify->old_text) ||
	    !side_read(&pair->fresh, most_of(verify->old_text.len),
		       &verify->new_text)) {
		verify->trouble++;
		return;
	}
	proof = proof_of(pair, &listed, &at);
	if (proof != CD_PROOF_HOLDS)
		broken_in_text(pair, 1, 1, at, proof_text(proof));
}

static bool same_bytes(struct cd_span a, struct cd_span b)
{
	return a.len == b.len && (!a.len || !memcmp(a.bytes, b.bytes, a.len));
}

/* What is broken at byte `at` of the new record. */
static void broken_in_record(struct pair *pair, size_t at, const char *what)
{
	const struct piece *piece = pair->fresh.piece;
	const char *record = side_record(&pair->fresh).bytes;
	const size_t lines = utf8_count_lines(record, at);
	size_t start = bytes_line_start(record, at);

	broken_at(pair, piece->line + lines,
		  (lines ? 1 : piece->col) +
			  utf8_count(record + start, at - start),
		  what);
}

/* Where a byte of the new text is in the record. */
static size_t place_in_record(const struct pair *pair,
			      const struct record_value *value, size_t at)
{
	const struct buffer *text = &pair->verify->new_text;
	struct json_place place = record_walk(value);
	size_t off = 0;

	while (off < at && off < text->len) {
		bool valid;

		off += utf8_step(text->bytes + off, text->len - off, &valid);
		record_step(value, side_record(&pair->fresh).bytes, false,
			    &place);
	}
	return value->at + place.at;
}

static void verify_field(struct pair *pair, const struct field *field)
{
	struct verify *verify = pair->verify;
	const struct listing_text listed = {
		.file = pair->listed,
		.field = field->name,
		.record = pair->old.piece->record,
		.value = field->old->nth,
		.lines = record_lines(field->old, pair->old.file->format),
	};
	size_t at = 0;
	enum cd_proof proof;

	buffer_reset(&verify->old_text);
	buffer_reset(&verify->new_text);
	record_decode(field->old, side_record(&pair->old).bytes,
		      &verify->old_text);
	record_decode(field->fresh, side_record(&pair->fresh).bytes,
		      &verify->new_text);
	if (verify->old_text.failed || verify->new_text.failed) {
		verify_complain(verify, pair->fresh.file->name,
				"out of memory");
		return;
	}
	proof = proof_of(pair, &listed, &at);
	if (proof != CD_PROOF_HOLDS)
		broken_in_record(pair, place_in_record(pair, field->fresh, at),
				 proof_text(proof));
}

static bool find(struct pair *pair, struct side *side,
		 struct record_finder *finder)
{
	const struct record_form form = {
		.format = pair->old.file->format,
		.fields = pair->old.file->plan->fields,
		.columns = &side->chunk.columns,
	};
	const struct cd_span record = side_record(side);

	return side->piece->kind == PIECE_RECORD &&
	       record_find(finder, &form, record.bytes, record.len,
			   side->piece->element);
}

/* The bytes before the value at `i`, or after the last one. */
static struct cd_span around(const struct side *side,
			     const struct record_finder *finder, size_t i)
{
	const struct cd_span record = side_record(side);
	const struct record_value *values = finder->values;
	const size_t from = i ? values[i - 1].at + values[i - 1].len : 0;
	const size_t end = i < finder->count ? values[i].at : record.len;

	return (struct cd_span){ record.bytes + from, end - from };
}

static bool same_values(const struct record_finder *old,
			const struct record_finder *fresh)
{
	bool same = old->count == fresh->count;

	for (size_t i = 0; same && i < old->count; i++)
		same = old->values[i].field == fresh->values[i].field &&
		       (old->values[i].text == RECORD_NO_TEXT) ==
			       (fresh->values[i].text == RECORD_NO_TEXT);
	return same;
}

static bool same_around(const struct pair *pair)
{
	const struct record_finder *old = &pair->verify->old_finder;
	const struct record_finder *fresh = &pair->verify->new_finder;
	bool same = true;

	for (size_t i = 0; same && i <= old->count; i++)
		same = same_bytes(around(&pair->old, old, i),
				  around(&pair->fresh, fresh, i));
	for (size_t i = 0; same && i < old->count; i++)
		same = old->values[i].text != RECORD_NO_TEXT ||
		       (old->values[i].len == fresh->values[i].len &&
			!memcmp(side_record(&pair->old).bytes +
					old->values[i].at,
				side_record(&pair->fresh).bytes +
					fresh->values[i].at,
				old->values[i].len));
	return same;
}

static void verify_fields(struct pair *pair)
{
	const struct record_finder *old = &pair->verify->old_finder;
	const struct fields *fields = pair->old.file->plan->fields;

	for (size_t i = 0; i < old->count; i++) {
		const struct field field = {
			.name = fields->names[old->values[i].field],
			.old = &old->values[i],
			.fresh = &pair->verify->new_finder.values[i],
		};

		if (field.old->text != RECORD_NO_TEXT)
			verify_field(pair, &field);
	}
}

static void verify_record(struct pair *pair)
{
	struct record_finder *old = &pair->verify->old_finder;
	struct record_finder *fresh = &pair->verify->new_finder;

	if (same_bytes(side_record(&pair->old), side_record(&pair->fresh)))
		return;
	if (!find(pair, &pair->old, old) || !old->count)
		broken_in_record(pair, 0,
				 "a record without a text to clean is changed");
	else if (!find(pair, &pair->fresh, fresh) || !same_values(old, fresh))
		broken_in_record(pair, 0, "not a record with that text field");
	else if (!same_around(pair))
		broken_in_record(pair, 0,
				 "something beside the text is changed");
	else
		verify_fields(pair);
}

/* The block of a record of a web archive. */
static bool read_block(const struct side *side, struct buffer *text)
{
	const struct cd_span block = side_record(side);

	buffer_reset(text);
	buffer_add(text, block.bytes, block.len);
	return !text->failed;
}

/* Its header is as it was, but for the block's length and digests. */
static bool fits_header(const struct pair *pair, struct buffer *wanted)
{
	const struct cd_span old = side_lead(&pair->old);
	const struct cd_span block = side_record(&pair->fresh);
	struct warc_header header;

	buffer_reset(wanted);
	if (same_bytes(side_record(&pair->old), block))
		buffer_add(wanted, old.bytes, old.len);
	else if (warc_read(old.bytes, old.len, &header) == WARC_WHOLE)
		warc_write_header(old.bytes, &header, block.bytes, block.len,
				  wanted);
	return same_bytes(pair_bytes(wanted), side_lead(&pair->fresh));
}

static void verify_block(struct pair *pair)
{
	struct verify *verify = pair->verify;
	const struct piece *old = pair->old.piece, *fresh = pair->fresh.piece;
	const struct listing_text listed = {
		.file = pair->listed,
		.record = old->record,
		.value = 1,
	};
	size_t at = 0;
	enum cd_proof proof;

	if (!fits_header(pair, &verify->old_text))
		broken_at(pair, fresh->line, fresh->col,
			  "the header before it is not the block's");
	if (!read_block(&pair->old, &verify->old_text) ||
	    !read_block(&pair->fresh, &verify->new_text)) {
		verify_complain(verify, pair->fresh.file->name,
				"out of memory");
		return;
	}
	proof = proof_of(pair, &listed, &at);
	if (proof != CD_PROOF_HOLDS)
		broken_in_text(pair, fresh->line, fresh->col, at,
			       proof_text(proof));
}

/* The next records of both; false: there is none, or trouble. */
static bool next_records(struct pair *pair)
{
	struct side *old = &pair->old, *fresh = &pair->fresh;

	if (!side_next(old) || !side_next(fresh)) {
		pair->verify->trouble++;
		return false;
	}
	if (!old->piece != !fresh->piece) {
		broken_at(pair, fresh->reader.line, 1,
			  old->piece ? "records are missing"
				     : "more records than the original");
		return false;
	}
	if (!same_bytes(side_gap(old), side_gap(fresh)))
		broken_at(pair,
			  fresh->piece ? fresh->piece->line
				       : fresh->reader.line,
			  1, "something between the records is changed");
	return old->piece != NULL;
}

static void verify_records(struct pair *pair)
{
	const struct reader_options options = {
		.format = pair->old.file->format,
		.fields = pair->old.file->plan->fields,
		.no_header = pair->old.file->plan->no_header,
		.max_article = CD_ARTICLE_MAX,
	};

	side_start(&pair->old, &options);
	side_start(&pair->fresh, &options);
	while (next_records(pair)) {
		if (options.format == FORMAT_WARC)
			verify_block(pair);
		else
			verify_record(pair);
	}
}

/* What the listing calls them: as one of the two, or what it is all about. */
static const char *listed_name(const struct pair *pair)
{
	const struct listing *listing = &pair->verify->listing;

	if (listing_names(listing, pair->old.file->name))
		return pair->old.file->name;
	if (listing_names(listing, pair->fresh.file->name))
		return pair->fresh.file->name;
	return pair->verify->is_tree ? NULL : listing_only(listing);
}

void pair_prove(struct pair *pair)
{
	pair->verify->files++;
	pair->listed = listed_name(pair);
	buffer_reset(&pair->verify->old_text);
	buffer_reset(&pair->verify->new_text);
	if (format_has_records(pair->old.file->format) ||
	    pair->old.file->format == FORMAT_WARC)
		verify_records(pair);
	else
		verify_text(pair);
}
