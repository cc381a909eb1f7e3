/*
 * copydesk verify ORIGINAL CLEANED: prove that no letter was lost.
 *
 * Without the stages after encoding: what is proved does not rest on them. In
 * JSON Lines every byte beside the text must be the same, too.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "cli/command.h"
#include "cli/listing.h"
#include "support/json.h"
#include "text/lines.h"

struct verify {
	const struct options *options;
	const struct cd_desk *desk;
	const char *name; /* of the cleaned file */
	struct listing listing;
	size_t next;		   /* see listing_of() */
	struct cd_stripped *spans; /* owned: room for all of the listing */
	struct buffer original, cleaned;    /* the files */
	struct buffer old_field, new_field; /* unescaped */
	size_t broken;
	bool trouble;
};

/* A whole file, decoded as the other commands do. */
static bool load(const struct verify *verify, const char *path,
		 struct buffer *text)
{
	const bool standard = !strcmp(path, "-");
	const int fd =
		standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	const struct input_options options = {
		.charset = verify->options->from_code,
	};
	struct input input;
	ssize_t got = -1;

	if (fd < 0) {
		complain(path, strerror(errno));
		return false;
	}
	if (!input_start(&input, fd, &options)) {
		complain(path, input.error);
	} else {
		do {
			if (!buffer_reserve(text, INPUT_BLOCK))
				input.error = "out of memory";
			else
				got = input_read(&input,
						 text->bytes + text->len,
						 INPUT_BLOCK);
			text->len += got > 0 ? (size_t)got : 0;
		} while (got > 0 && !input.error);
		if (input.error)
			complain(path, input.error);
	}
	input_stop(&input);
	if (!standard)
		close(fd);
	return got == 0;
}

static void broken(struct verify *verify, size_t line, size_t col,
		   const char *what)
{
	printf("%s:%zu:%zu: %s\n", verify->name, line, col, what);
	verify->broken++;
}

/* One text against the other; *at is where the proof fails. */
static enum cd_proof prove(struct verify *verify, size_t record,
			   const struct buffer *original,
			   const struct buffer *cleaned, size_t *at)
{
	const struct cd_span old = { original->bytes, original->len };
	const struct cd_span fresh = { cleaned->bytes, cleaned->len };
	const size_t count = listing_of(&verify->listing, record, &verify->next,
					verify->spans);
	enum cd_proof proof = CD_PROOF_BROKEN;
	enum cd_status status;

	status = cd_verify(verify->desk, old, fresh, verify->spans, count,
			   &proof, at);
	if (status == CD_OK)
		return proof;
	complain(verify->name, cd_status_text(status));
	verify->trouble = true;
	return CD_PROOF_HOLDS;
}

static const char *proof_text(enum cd_proof proof)
{
	return proof == CD_PROOF_NOT_UTF8
		       ? "not valid UTF-8"
		       : "a letter or number is not the original's";
}

static void verify_text(struct verify *verify)
{
	const struct buffer *text = &verify->cleaned;
	size_t at = 0, front;
	const enum cd_proof proof =
		prove(verify, 1, &verify->original, text, &at);

	if (proof == CD_PROOF_HOLDS)
		return;
	for (front = at; front && text->bytes[front - 1] != '\n'; front--)
		;
	broken(verify, utf8_count_lines(text->bytes, at) + 1,
	       utf8_count(text->bytes + front, at - front) + 1,
	       proof_text(proof));
}

/* A line of a file. */
struct line {
	const char *text;
	size_t len;
};

static struct line take_line(const struct buffer *text, size_t *at)
{
	const char *from = text->bytes + *at;
	const char *end = memchr(from, '\n', text->len - *at);
	const struct line line = { from, end ? (size_t)(end - from)
					     : text->len - *at };

	*at += line.len + (end != NULL);
	return line;
}

static bool same_bytes(const char *a, size_t a_len, const char *b, size_t b_len)
{
	return a_len == b_len && !memcmp(a, b, a_len);
}

static void unescape(const struct line *line, const struct json_value *value,
		     struct buffer *out)
{
	buffer_reset(out);
	json_unescape(line->text + value->at, value->len, out);
	buffer_text(out);
}

/* Whether all but the text is the same. */
static bool same_around(const struct line *old, const struct json_value *a,
			const struct line *fresh, const struct json_value *b)
{
	const size_t a_end = a->at + a->len, b_end = b->at + b->len;

	return same_bytes(old->text, a->at, fresh->text, b->at) &&
	       same_bytes(old->text + a_end, old->len - a_end,
			  fresh->text + b_end, fresh->len - b_end);
}

static void verify_fields(struct verify *verify, size_t number, size_t record,
			  const struct line *fresh,
			  const struct json_value *value)
{
	struct json_place place = { 0, 0 };
	size_t at = 0, off = 0;
	enum cd_proof proof;

	if (verify->old_field.failed || verify->new_field.failed) {
		complain(verify->name, "out of memory");
		verify->trouble = true;
		return;
	}
	proof = prove(verify, record, &verify->old_field, &verify->new_field,
		      &at);
	if (proof == CD_PROOF_HOLDS)
		return;
	while (off < at && off < verify->new_field.len) {
		bool valid;

		off += utf8_step(verify->new_field.bytes + off,
				 verify->new_field.len - off, &valid);
		json_step(fresh->text + value->at, value->len, false, &place);
	}
	broken(verify, number,
	       1 + utf8_count(fresh->text, value->at) + place.points,
	       proof_text(proof));
}

static void verify_record(struct verify *verify, size_t number, size_t record,
			  const struct line *old, const struct line *fresh)
{
	const char *field = fields_or_text(&verify->options->fields)->names[0];
	struct json_query a = { .field = field, .field_len = strlen(field) };
	struct json_query b = a;

	if (same_bytes(old->text, old->len, fresh->text, fresh->len))
		return;
	if (!json_scan(old->text, old->len, &a) ||
	    a.value.kind != JSON_STRING) {
		broken(verify, number, 1,
		       "a record without a text to clean is changed");
	} else if (!json_scan(fresh->text, fresh->len, &b) ||
		   b.value.kind != JSON_STRING) {
		broken(verify, number, 1, "not a record with that text field");
	} else if (!same_around(old, &a.value, fresh, &b.value)) {
		broken(verify, number, 1,
		       "something beside the text is changed");
	} else {
		unescape(old, &a.value, &verify->old_field);
		unescape(fresh, &b.value, &verify->new_field);
		verify_fields(verify, number, record, fresh, &b.value);
	}
}

static void skip_mark(const struct buffer *text, size_t *at)
{
	if (text->len >= 3 && !memcmp(text->bytes, "\xEF\xBB\xBF", 3))
		*at = 3;
}

static void verify_records(struct verify *verify)
{
	const struct buffer *original = &verify->original;
	const struct buffer *cleaned = &verify->cleaned;
	size_t a = 0, b = 0, number = 0, record = 0;

	skip_mark(original, &a);
	skip_mark(cleaned, &b);
	while (a < original->len && b < cleaned->len && !verify->trouble) {
		const struct line old = take_line(original, &a);
		const struct line fresh = take_line(cleaned, &b);

		number++;
		record += !text_is_blank_line(old.text, old.len);
		verify_record(verify, number, record, &old, &fresh);
	}
	if (!verify->trouble && (a < original->len || b < cleaned->len))
		broken(verify, number + 1, 1,
		       a < original->len ? "records are missing"
					 : "more records than the original");
}

static enum format format_of(const struct options *options)
{
	if (options->format != FORMAT_AUTO)
		return (enum format)options->format;
	return choice_format(options->paths[0]);
}

static bool prepare(struct verify *verify)
{
	const struct options *options = verify->options;

	if (options->path_count != 2) {
		complain("verify", "name two files: ORIGINAL CLEANED");
		return false;
	}
	/* Digests are letters that change. */
	if (format_of(options) == FORMAT_WARC) {
		complain(options->paths[0], "verify reads no web archives");
		return false;
	}
	verify->name = options->paths[1];
	if (options->stripped &&
	    !listing_read(&verify->listing, options->stripped,
			  options->paths[0],
			  fields_or_text(&options->fields)->names[0]))
		return false;
	verify->spans =
		malloc((verify->listing.count + 1) * sizeof(*verify->spans));
	if (!verify->spans) {
		complain("verify", "out of memory");
		return false;
	}
	return load(verify, options->paths[0], &verify->original) &&
	       load(verify, options->paths[1], &verify->cleaned);
}

int command_verify(const struct options *options, const struct setup *setup)
{
	struct verify verify = { .options = options, .desk = setup->desk };
	bool done = prepare(&verify);

	if (done && format_of(options) == FORMAT_JSONL)
		verify_records(&verify);
	else if (done)
		verify_text(&verify);
	if (fflush(stdout)) {
		complain("standard output", strerror(errno));
		done = false;
	}
	listing_release(&verify.listing);
	free(verify.spans);
	buffer_release(&verify.original);
	buffer_release(&verify.cleaned);
	buffer_release(&verify.old_field);
	buffer_release(&verify.new_field);
	if (!done || verify.trouble)
		return EXIT_TROUBLE;
	return verify.broken ? EXIT_FOUND : EXIT_CLEAN;
}
