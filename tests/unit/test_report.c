/* Findings and stripped spans as text. */
#include "support.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "writer/format.h"
#include "writer/stream.h"

static const struct cd_rule rule = {
	.name = "quotes/straight",
	.kind = CD_FIX,
	.severity = CD_SEVERITY_WARNING,
};

static const struct cd_edit edit = {
	.off = 2,
	.end = 3,
	.text = { "\xE2\x80\x9C", 3 },
	.confidence = 100,
};

static const struct cd_finding finding = {
	.rule = &rule,
	.off = 2,
	.end = 3,
	.line = 4,
	.col = 5,
	.end_line = 4,
	.end_col = 6,
	.edits = &edit,
	.edit_count = 1,
	.fixable = true,
	.message = "a \"mark\",\n100%",
};

static void assert_report(enum report_format format, enum colour colour,
			  const char *path, const char *wanted)
{
	const struct report_style style = { format, colour };
	const struct report_place place = {
		.path = path,
		.record = 7,
		.field = "text",
		.base = 10,
	};
	struct report_items items = { 0 };
	struct buffer out;

	buffer_init(&out);
	format_finding(&out, &items, &style, &place, &finding);
	assert_string_equal(buffer_text(&out), wanted);
	assert_int_equal(items.count, 1);
	assert_int_equal(items.at[0].end, strlen(wanted));
	free(items.at);
	buffer_release(&out);
}

#define JSON_TAIL                                                              \
	", \"record\": 7, \"field\": \"text\", \"line\": 4, \"col\": 5, "      \
	"\"end_line\": 4, \"end_col\": 6, \"offset\": 12, "                    \
	"\"end_offset\": 13, \"rule\": \"quotes/straight\", "                  \
	"\"kind\": \"fix\", \"severity\": \"warning\", \"fixable\": true, "    \
	"\"hash\": \"20c947ac88b30184\", \"message\": \"a "                    \
	"\\\"mark\\\",\\n100%\", \"edits\": [{\"offset\": 12"                  \
	", \"end_offset\": 13, \"text\": \"\xE2\x80\x9C\", "                   \
	"\"confidence\": 100}]}"

static void test_formats(void **state)
{
	(void)state;
	assert_report(REPORT_CONCISE, COLOUR_OFF, "a b",
		      "a b:4:5: quotes/straight [*] a \"mark\",\n100%\n");
	assert_report(REPORT_CONCISE, COLOUR_ON, "a",
		      "\033[1ma\033[0m:4:5: \033[33mquotes/straight\033[0m "
		      "[\033[36m*\033[0m] a \"mark\",\n100%\n");
	assert_report(REPORT_GITHUB, COLOUR_OFF, "a:b,c%\n",
		      "::warning file=a%3Ab%2Cc%25%0A,line=4,endLine=4,"
		      "col=5,endColumn=6,title=quotes/straight::a "
		      "\"mark\",%0A100%25\n");
	assert_report(REPORT_JSON, COLOUR_OFF, "a\\\x01",
		      "{\"file\": \"a\\\\\\u0001\"" JSON_TAIL);
	assert_report(
		REPORT_JSON_LINES, COLOUR_OFF, "\xFF\xC3\xA9\xE2\x80",
		"{\"file\": \"\xEF\xBF\xBD\xC3\xA9\xEF\xBF\xBD\"" JSON_TAIL
		"\n");
}

/* What a format has around `count` findings "x". */
static void assert_stream(enum report_format format, size_t count,
			  const char *wanted)
{
	const struct report_item item = { .rule = &rule };
	const struct cd_span text = { "x", 1 };
	char got[64] = "";
	struct report_stream stream;
	struct output output;
	int pipe_ends[2];

	assert_int_equal(pipe(pipe_ends), 0);
	output_init(&output);
	output_to_fd(&output, pipe_ends[1]);
	report_stream_init(&stream, format_row(format), &output);
	report_stream_begin(&stream);
	for (size_t i = 0; i < count; i++)
		report_stream_put(&stream, &item, text);
	report_stream_end(&stream);
	report_stream_release(&stream);
	assert_true(output_close(&output));
	assert_true(read(pipe_ends[0], got, sizeof(got) - 1) >= 0);
	close(pipe_ends[0]);
	assert_string_equal(got, wanted);
}

static void test_stream(void **state)
{
	(void)state;
	assert_stream(REPORT_JSON, 0, "[]\n");
	assert_stream(REPORT_JSON, 2, "[\n  x,\n  x\n]\n");
	assert_stream(REPORT_JSON_LINES, 0, "");
	assert_stream(REPORT_CONCISE, 2, "xx");
}

static uint64_t hash_at(struct report_text *text, size_t off)
{
	report_find_line(text, off);
	return text->line.hash;
}

/* A line's hash is that of its text, wherever it is. */
static void test_line(void **state)
{
	struct report_text text = {
		.source = { "One.\n\nTwo.\nOne.", 15 },
	};
	const uint64_t one = hash_at(&text, 2);

	(void)state;
	assert_int_equal(text.line.end, 4);
	assert_true(hash_at(&text, 4) == one);
	assert_true(hash_at(&text, 5) != one);
	assert_true(hash_at(&text, 6) != one);
	assert_int_equal(text.line.from, 6);
	assert_true(hash_at(&text, 15) == one);
}

static void test_stripped(void **state)
{
	const struct report_place place = {
		.path = "a",
		.record = 2,
		.base = 100,
	};
	const struct cd_stripped span = {
		.rule = &rule,
		.off = 1,
		.end = 4,
		.text = { "\"\n", 2 },
	};
	struct buffer out;

	(void)state;
	buffer_init(&out);
	report_stripped(&out, &place, &span);
	assert_string_equal(buffer_text(&out),
			    "{\"file\": \"a\", \"record\": 2, \"start\": 101, "
			    "\"end\": 104, \"rule\": \"quotes/straight\", "
			    "\"text\": \"\\\"\\n\"}\n");
	buffer_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_formats),
		cmocka_unit_test(test_stream),
		cmocka_unit_test(test_line),
		cmocka_unit_test(test_stripped),
	};

	return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
