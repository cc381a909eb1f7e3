/* Headers of WARC records. */
#include "reader/warc.h"

#include <string.h>
#include <strings.h>

#include "base/ascii.h"
#include "base/skip.h"
#include "support/digest.h"

/* A part of the header. */
struct part {
	const char *text;
	size_t len;
};

bool warc_begins(const char *bytes, size_t len)
{
	static const char magic[] = "WARC/";

	return len >= WARC_MAGIC && !memcmp(bytes, magic, sizeof(magic) - 1) &&
	       ascii_is_digit((unsigned char)bytes[5]) && bytes[6] == '.';
}

static bool is(struct part part, const char *word)
{
	return part.len == strlen(word) &&
	       !strncasecmp(part.text, word, part.len);
}

static struct part trim(struct part part)
{
	while (part.len && ascii_is_space((unsigned char)part.text[0])) {
		part.text++;
		part.len--;
	}
	part.len = skip_white_back(part.text, 0, part.len);
	return part;
}

static bool read_number(struct part part, uint64_t *number)
{
	*number = 0;
	for (size_t i = 0; i < part.len; i++) {
		if (!ascii_is_digit((unsigned char)part.text[i]) ||
		    *number > (UINT64_MAX - 9) / 10)
			return false;
		*number = *number * 10 + (uint64_t)(part.text[i] - '0');
	}
	return part.len > 0;
}

/* "text/plain" in a charset that is UTF-8's, or that nobody named. */
static bool is_plain_text(struct part type)
{
	const char *mark = type.len ? memchr(type.text, ';', type.len) : NULL;
	struct part media = type, charset = { "", 0 };

	if (mark) {
		media.len = (size_t)(mark - type.text);
		charset = trim(
			(struct part){ mark + 1, type.len - media.len - 1 });
	}
	return is(trim(media), "text/plain") &&
	       (!charset.len || is(charset, "charset=utf-8") ||
		is(charset, "charset=\"utf-8\"") ||
		is(charset, "charset=us-ascii"));
}

/* What the fields said so far. */
struct reading {
	struct warc_header *header;
	bool has_length, is_conversion, is_plain;
};

static bool add_value(struct warc_header *header, enum warc_field field,
		      size_t at, size_t len)
{
	for (size_t i = 0; i < header->count; i++) {
		if (header->values[i].field == field)
			return false;
	}
	header->values[header->count++] = (struct warc_value){ field, at, len };
	return true;
}

/* A line "Name: value" at `at` of the header; false: it contradicts another. */
static bool read_field(struct reading *reading, struct part line, size_t at)
{
	static const char *const names[WARC_FIELDS] = {
		[WARC_LENGTH] = "Content-Length",
		[WARC_BLOCK_DIGEST] = "WARC-Block-Digest",
		[WARC_PAYLOAD_DIGEST] = "WARC-Payload-Digest",
	};
	const char *mark = line.len ? memchr(line.text, ':', line.len) : NULL;
	struct part name, value;

	if (!mark)
		return true;
	name = (struct part){ line.text, (size_t)(mark - line.text) };
	value = trim((struct part){ mark + 1, line.len - name.len - 1 });
	at += (size_t)(value.text - line.text);
	if (is(name, "WARC-Type"))
		reading->is_conversion = is(value, "conversion");
	if (is(name, "Content-Type"))
		reading->is_plain = is_plain_text(value);
	for (size_t i = 0; i < WARC_FIELDS; i++) {
		if (is(name, names[i]) &&
		    !add_value(reading->header, (enum warc_field)i, at,
			       value.len))
			return false;
	}
	if (is(name, names[WARC_LENGTH]))
		reading->has_length =
			read_number(value, &reading->header->block);
	return true;
}

static enum warc_status read_lines(struct reading *reading, const char *text,
				   size_t len)
{
	size_t at = 0;

	for (;;) {
		const char *end = memchr(text + at, '\n', len - at);
		struct part line = { text + at, 0 };

		if (!end)
			return len < WARC_HEADER_MAX ? WARC_PART : WARC_NONE;
		line.len = (size_t)(end - line.text);
		if (line.len && line.text[line.len - 1] == '\r')
			line.len--;
		if (at && !read_field(reading, line, at))
			return WARC_NONE;
		at = (size_t)(end - text) + 1;
		if (!line.len)
			break;
	}
	reading->header->len = at;
	return reading->has_length ? WARC_WHOLE : WARC_NONE;
}

enum warc_status warc_read(const char *text, size_t len,
			   struct warc_header *header)
{
	struct reading reading = { .header = header };
	enum warc_status status;

	memset(header, 0, sizeof(*header));
	if (len < WARC_MAGIC)
		return WARC_PART;
	if (!warc_begins(text, len))
		return WARC_NONE;
	status = read_lines(&reading, text, len);
	header->article = reading.is_conversion && reading.is_plain;
	return status;
}

bool warc_write_header(const char *text, const struct warc_header *header,
		       const char *block, size_t len, struct buffer *out)
{
	char digest[DIGEST_TEXT];
	size_t at = 0;

	digest_sha1(block, len, digest);
	for (size_t i = 0; i < header->count; i++) {
		const struct warc_value *value = &header->values[i];

		buffer_add(out, text + at, value->at - at);
		if (value->field == WARC_LENGTH)
			buffer_printf(out, "%zu", len);
		else
			buffer_printf(out, "sha1:%s", digest);
		at = value->at + value->len;
	}
	buffer_add(out, text + at, header->len - at);
	return !out->failed;
}

void warc_cutter_release(struct warc_cutter *cutter)
{
	buffer_release(&cutter->header);
}

/* How many of the bytes are of the header. */
static size_t cut_header(struct warc_cutter *cutter, const char *bytes,
			 size_t len)
{
	const size_t before = cutter->header.len;
	struct warc_header header;

	buffer_add(&cutter->header, bytes, len);
	if (cutter->header.failed) {
		cutter->place = WARC_LOST;
		return len;
	}
	switch (warc_read(cutter->header.bytes, cutter->header.len, &header)) {
	case WARC_PART:
		return len;
	case WARC_NONE:
		cutter->place = WARC_LOST;
		return len;
	case WARC_WHOLE:
		break;
	}
	cutter->place = WARC_BLOCK;
	cutter->left = header.block;
	buffer_reset(&cutter->header);
	return header.len - before;
}

static size_t cut_block(struct warc_cutter *cutter, size_t len)
{
	if (len < cutter->left) {
		cutter->left -= len;
		return len;
	}
	len = (size_t)cutter->left;
	cutter->left = 0;
	cutter->place = WARC_BETWEEN;
	return len;
}

size_t warc_cut(struct warc_cutter *cutter, const char *bytes, size_t len,
		bool *begins)
{
	size_t at = 0;

	*begins = false;
	if (cutter->place == WARC_BETWEEN) {
		while (at < len && (bytes[at] == '\r' || bytes[at] == '\n'))
			at++;
		if (at || !len)
			return at;
		*begins = true;
		cutter->place = WARC_HEADER;
	}
	if (cutter->place == WARC_HEADER)
		return cut_header(cutter, bytes, len);
	return cutter->place == WARC_BLOCK ? cut_block(cutter, len) : len;
}
