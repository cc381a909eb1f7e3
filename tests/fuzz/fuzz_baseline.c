/*
 * Baselines. The first byte chooses: a text that is refused at one of its lines
 * or written again for what it has, or findings, whose baseline knows them and
 * no others.
 */
#include "fuzz/fuzz.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "writer/baseline.h"
#include "writer/fingerprint.h"

#define FINDINGS 64 /* at most */
#define PATH 32	    /* bytes of one, at most */
#define HEX "0123456789ABCDEFabcdef"

static const char *const rules[] = {
	"whitespace/run",
	"quotes/straight",
	"encoding/control",
	"boilerplate/credit",
};

struct found {
	char path[PATH + 1];
	struct report_item item;
};

/* The findings that the bytes are; how many. */
static size_t read_findings(const uint8_t *data, size_t size,
			    struct found *found)
{
	size_t count = 0;

	for (size_t at = 0; at + 3 < size && count < FINDINGS; count++) {
		const size_t left = size - at - 2;
		const size_t most = data[at] % PATH + 1u;
		const size_t len = strnlen((const char *)data + at + 2,
					   left < most ? left : most);
		struct found *one = &found[count];

		memcpy(one->path, data + at + 2, len);
		one->path[len] = '\0';
		if (!*plain_path(one->path))
			strcpy(one->path, "x");
		one->item = (struct report_item){
			.rule = cd_rule_find(rules[data[at + 1] % 4]),
			.hash = data[at + 1] / 4 * UINT64_C(0x0123456789ABCDEF),
		};
		FUZZ_HOLD(one->item.rule);
		at += 2 + len;
	}
	return count;
}

/* Take them all; how many are not known. */
static size_t take_all(struct baseline *baseline, const struct found *found,
		       size_t count)
{
	size_t fresh = 0;

	for (size_t i = 0; i < count; i++) {
		enum baseline_state state;

		FUZZ_HOLD(baseline_begin_file(baseline, found[i].path));
		state = baseline_take(baseline, &found[i].item);
		FUZZ_HOLD(state != BASELINE_NO_MEMORY);
		fresh += state == BASELINE_NEW;
	}
	return fresh;
}

static void read_whole(struct baseline *baseline, const char *text, size_t len)
{
	char *copy = fuzz_copy((const uint8_t *)text, len);

	FUZZ_HOLD(baseline_read(baseline, copy) == 0);
	free(copy);
}

/* `text` is a baseline of the findings, and of no others. */
static void check_known(struct buffer *text, const struct found *found,
			size_t count)
{
	struct baseline baseline = { 0 };
	struct buffer again;

	buffer_init(&again);
	read_whole(&baseline, text->bytes, text->len);
	FUZZ_HOLD(take_all(&baseline, found, count) == 0);
	FUZZ_HOLD(baseline_gone(&baseline) == 0);
	FUZZ_HOLD(baseline_text(&baseline, &again));
	FUZZ_HOLD(again.len == text->len);
	FUZZ_HOLD(!memcmp(again.bytes, text->bytes, text->len));
	FUZZ_HOLD(!count || take_all(&baseline, found, 1) == 1);
	baseline_release(&baseline);
	buffer_release(&again);
}

/* The lines twice over, as two branches that were merged: they count once. */
static void check_merged(struct buffer *text, const struct found *found,
			 size_t count)
{
	struct baseline baseline = { 0 };
	struct buffer twice;

	buffer_init(&twice);
	buffer_add(&twice, text->bytes, text->len);
	buffer_add(&twice, text->bytes, text->len);
	read_whole(&baseline, twice.bytes, twice.len);
	FUZZ_HOLD(take_all(&baseline, found, count) == 0);
	FUZZ_HOLD(baseline_gone(&baseline) == 0);
	baseline_release(&baseline);
	buffer_release(&twice);
}

static void check_findings(const uint8_t *data, size_t size)
{
	static struct found found[FINDINGS];
	const size_t count = read_findings(data, size, found);
	struct baseline baseline = { 0 };
	struct buffer text;

	buffer_init(&text);
	FUZZ_HOLD(take_all(&baseline, found, count) == count);
	FUZZ_HOLD(baseline_text(&baseline, &text));
	check_known(&text, found, count);
	check_merged(&text, found, count);
	baseline_release(&baseline);
	buffer_release(&text);
}

/* Whether the line is in the form that baseline_text() writes. */
static bool is_plain(const char *line, size_t len)
{
	const char *tab = memchr(line, '\t', len);
	size_t digits = 0;

	for (const char *at = line; tab && at < tab; at++)
		if (*at == '%' &&
		    (strspn(at + 1, HEX) < 2 || !strncmp(at, "%00", 3)))
			return false;
	while (digits < len &&
	       ascii_is_digit((unsigned char)line[len - 1 - digits]))
		digits++;
	return tab && tab > line && digits && line[len - 1 - digits] == '\t';
}

/* The bytes as a text, of which some are what else is seldom hit upon. */
static void write_text(const uint8_t *data, size_t size, struct buffer *text)
{
	for (size_t i = 0; i < size; i++) {
		if (data[i] == 1)
			buffer_add_text(text, rules[i % 4]);
		else if (data[i] == 2)
			buffer_add_text(text, "0123456789abcdef");
		else if (data[i])
			buffer_add_byte(text, (char)data[i]);
	}
	FUZZ_HOLD(buffer_text(text));
}

/* Refused at a line that is wrong, or each of its lines has the right form. */
static void check_text(const char *text, size_t len)
{
	char *copy = fuzz_copy((const uint8_t *)text, len);
	struct baseline baseline = { 0 };
	const size_t wrong = baseline_read(&baseline, copy);
	size_t number = 1;

	text += utf8_mark(text, len); /* which is read over */
	for (const char *line = text, *next; line; line = next, number++) {
		size_t end = strcspn(line, "\n");

		next = line[end] ? line + end + 1 : NULL;
		if (next && end && line[end - 1] == '\r')
			end--;
		if (number == wrong)
			break;
		if (end && *line != '#')
			FUZZ_HOLD(is_plain(line, end));
	}
	FUZZ_HOLD(!wrong || number == wrong);
	baseline_release(&baseline);
	free(copy);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buffer text;

	if (!size)
		return 0;
	if (data[0] & 1) {
		check_findings(data + 1, size - 1);
		return 0;
	}
	buffer_init(&text);
	write_text(data + 1, size - 1, &text);
	check_text(text.bytes, text.len);
	buffer_release(&text);
	return 0;
}
