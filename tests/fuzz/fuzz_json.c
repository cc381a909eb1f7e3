/*
 * JSON records: what is taken for a record stays one when its text changes, and
 * strings come back as they were.
 */
#include "fuzz/fuzz.h"

#include "base/utf8.h"
#include "support/json.h"

static bool scan(const char *record, size_t len, struct json_query *query)
{
	*query = (struct json_query){ .field = "text", .field_len = 4 };
	return json_scan(record, len, query);
}

/* The record with `text` in place of its field is one, and holds the text. */
static void check_rewritten(const char *record, size_t len,
			    const struct json_value *value,
			    const struct buffer *text)
{
	struct buffer out, read;
	struct json_query query;

	buffer_init(&out);
	buffer_init(&read);
	buffer_add(&out, record, value->at);
	json_escape(&out, text->bytes, text->len);
	buffer_add(&out, record + value->at + value->len,
		   len - value->at - value->len);
	FUZZ_HOLD(scan(out.bytes, out.len, &query));
	FUZZ_HOLD(query.value.kind == JSON_STRING);
	json_unescape(out.bytes + query.value.at, query.value.len, &read);
	FUZZ_HOLD(read.len == text->len);
	FUZZ_HOLD(!read.len || !memcmp(read.bytes, text->bytes, read.len));
	buffer_release(&out);
	buffer_release(&read);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* A copy of its own, so that reads beyond it are seen. */
	char *record = fuzz_copy(data, size);
	struct json_query query;
	struct buffer text;

	buffer_init(&text);
	if (scan(record, size, &query)) {
		if (query.value.kind == JSON_STRING) {
			json_unescape(record + query.value.at, query.value.len,
				      &text);
			if (utf8_valid_prefix(text.bytes, text.len) == text.len)
				check_rewritten(record, size, &query.value,
						&text);
		}
	} else {
		FUZZ_HOLD(query.error);
		FUZZ_HOLD(query.error_at <= size);
	}
	buffer_release(&text);
	free(record);
	return 0;
}
