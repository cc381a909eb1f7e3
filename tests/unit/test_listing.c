/* Listings of code in a text. */
#include "support.h"

#include "text/listing.h"
#include "text/listing_line.h"

static struct listing_line read_line(const char *text)
{
	struct listing_line line;

	listing_line_read(&line, text, strlen(text), 0);
	return line;
}

static void test_listing_lines(void **state)
{
	static const char *const lines[] = {
		"let quay = new Quay(\"north\");",
		"exports.Quay = Quay;",
		"moor(\"ferry\", function(boat) {",
		"});",
		"  if (tide == 3)",
		"SELECT sum(crates) FROM quay",
		"POST /quay/north HTTP/1.1",
		"HTTP/1.1 404 Not Found",
		"$ ferry --list quay",
		"\"crates\": 12,",
		"<div id=\"quay\">",
		"</body>",
		" 3 \xE2\x94\x82 north",
		"\\frac{\\partial h}{\\partial t}",
		"#include <quay.h>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		if (!read_line(lines[i]).strong)
			fail_msg("no code: %s", lines[i]);
}

static void test_other_lines(void **state)
{
	static const char *const lines[] = {
		"The ferry is late; nobody said why;",
		"It moors at the quay (see the map);",
		"Calling moor() twice is a mistake, said the harbor master.",
		"north = 3",
		"Net profit = $3 million (last year)",
		"https://www.example.org/quay?tide=3&boat=2;",
		"$ 5 million for the quay",
		"under section 12(1)(a);",
		"Tickets: $12 (adults), $6 (children)",
		"------ = = = ------",
		"==========",
		"the boat(s) and the crew;",
		"SEEN FROM THE QUAY",
		"</b> The ferry is \"late\".",
		"\\sqrt{h}}}], though note that in tides [{h}] is the height,",
		"\"Nobody asked us,\" said Tom Reed; {sic}",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		if (read_line(lines[i]).strong)
			fail_msg("code: %s", lines[i]);
}

/* The signs of an assignment and of comparisons. */
static void test_equal_signs(void **state)
{
	static const struct {
		const char *line;
		size_t signs;
	} rows[] = {
		{ "boat = quay", 1 }, { "boat = \"quay\"", 2 },
		{ "a] = b", 0 },      { "a] == b", 1 },
		{ "a] === b", 0 },    { "a] => b", 1 },
		{ "a] != b", 1 },     { "a]='b'", 1 },
		{ "= a = b", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (read_line(rows[i].line).signs != rows[i].signs)
			fail_msg("%zu signs: %s", read_line(rows[i].line).signs,
				 rows[i].line);
}

/* What listings of `text` are, from the first to the last. */
static void expect(const char *text, const char *const *listings)
{
	struct listing_walk walk = { .text = text, .len = strlen(text) };
	struct listing span;

	for (; *listings; listings++) {
		assert_true(listing_next(&walk, &span));
		assert_int_equal(span.end - span.at, strlen(*listings));
		assert_memory_equal(text + span.at, *listings,
				    span.end - span.at);
	}
	assert_false(listing_next(&walk, &span));
}

static void test_blank_lines(void **state)
{
	static const char text[] = "It is so:\n"
				   "\n"
				   "  open() {\n"
				   "    tide = 3;\n"
				   "\n"
				   "    wait\n"
				   "\n"
				   "    moor(\"quay\");\n"
				   "  }\n"
				   "\n"
				   "Then it is done.\n";
	static const char *const wanted[] = {
		"  open() {\n    tide = 3;\n\n    wait\n\n    "
		"moor(\"quay\");\n  }",
		NULL,
	};

	(void)state;
	expect(text, wanted);
}

static void test_beside_prose(void **state)
{
	static const char text[] =
		"The harbor master showed us how the boats are moored at\n"
		"the quay:\n"
		"moor(\"quay\", function(boat) {\n"
		"  boat\n"
		"  if (boat) throw 1\n"
		"});\n"
		"***** Tides *****\n"
		"Nobody can do that when the tide is out, he said, but\n"
		"the tide() function may help.\n";
	static const char *const wanted[] = {
		"moor(\"quay\", function(boat) {\n  boat\n  if (boat) throw "
		"1\n});",
		NULL,
	};

	(void)state;
	expect(text, wanted);
}

static void test_output_of_a_command(void **state)
{
	static const char text[] = "He types:\n"
				   "\n"
				   "$ ferry list\n"
				   "north  late\n"
				   "south  there is no boat here today\n"
				   "\n"
				   "So it is.\n";
	static const char *const wanted[] = {
		"$ ferry list\nnorth  late\nsouth  there is no boat here today",
		NULL,
	};

	(void)state;
	expect(text, wanted);
}

#define TWO_SIGNS "north_boat_of_the_morning = \"quay_of_the_harbor\"\n"

/* Half of a block's lines are code, or its signs are close together. */
static void test_half_of_a_block(void **state)
{
	static const char *const half[] = {
		TWO_SIGNS "north quay\nsouth quay\n"
			  "north_boat_of_the_morning = \"quay_of_the_harbor\"",
		NULL,
	};
	static const char *const none[] = { NULL };

	(void)state;
	expect(half[0], half);
	expect(TWO_SIGNS "north quay\nsouth quay\neast quay\n" TWO_SIGNS, none);
}

static void test_none(void **state)
{
	static const char *const none[] = { NULL };

	(void)state;
	expect("", none);
	expect("\n\n", none);
	expect("One word.\n\nTwo words; so {sic}\nThree.\n", none);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_listing_lines),
		cmocka_unit_test(test_other_lines),
		cmocka_unit_test(test_equal_signs),
		cmocka_unit_test(test_blank_lines),
		cmocka_unit_test(test_beside_prose),
		cmocka_unit_test(test_output_of_a_command),
		cmocka_unit_test(test_half_of_a_block),
		cmocka_unit_test(test_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
