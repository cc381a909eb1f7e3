/* Findings and stripped spans as text. */
#include "support.h"

#include "writer/report.h"

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
	struct buffer out;

	buffer_init(&out);
	report_finding(&out, &style, &place, &finding);
	assert_string_equal(buffer_text(&out), wanted);
	buffer_release(&out);
}

#define JSON_TAIL                                                              \
	", \"record\": 7, \"field\": \"text\", \"line\": 4, \"col\": 5, "      \
	"\"end_line\": 4, \"end_col\": 6, \"offset\": 12, "                    \
	"\"end_offset\": 13, \"rule\": \"quotes/straight\", "                  \
	"\"kind\": \"fix\", \"severity\": \"warning\", \"fixable\": true, "    \
	"\"message\": \"a \\\"mark\\\",\\n100%\", \"edits\": [{\"offset\": 12" \
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
		      "col=5,endColumn=6,title=quotes/straight::a \"mark\",%0A100%25\n");
	assert_report(REPORT_JSON, COLOUR_OFF, "a\\\x01",
		      ",\n  {\"file\": \"a\\\\\\u0001\"" JSON_TAIL);
	assert_report(
		REPORT_JSON_LINES, COLOUR_OFF, "\xFF\xC3\xA9\xE2\x80",
		"{\"file\": \"\xEF\xBF\xBD\xC3\xA9\xEF\xBF\xBD\"" JSON_TAIL
		"\n");
}

static void test_frame(void **state)
{
	const struct report_style array = { REPORT_JSON, COLOUR_OFF };
	const struct report_style lines = { REPORT_JSON_LINES, COLOUR_OFF };
	struct buffer out;

	(void)state;
	buffer_init(&out);
	report_begin(&out, &array);
	report_end(&out, &array, 0);
	report_begin(&out, &lines);
	report_end(&out, &lines, 3);
	assert_string_equal(buffer_text(&out), "[]\n");
	buffer_release(&out);
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
		cmocka_unit_test(test_frame),
		cmocka_unit_test(test_stripped),
	};

	return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
