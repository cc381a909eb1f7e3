/* One token a line: what is, and what only looks so. */
#include "support.h"

#include "base/buffer.h"
#include "text/vertical.h"

/* The lines `count` times over. */
static bool is_vertical(const char *lines, size_t count)
{
	struct buffer text;
	bool found;

	buffer_init(&text);
	for (size_t i = 0; i < count; i++)
		buffer_add_text(&text, lines);
	found = vertical_text(text.bytes, text.len);
	buffer_release(&text);
	return found;
}

static void test_tokens(void **state)
{
	(void)state;
	assert_true(is_vertical("The\nferry\nleft\n.\n\n", 6));
	assert_true(is_vertical("The DT\nferry NN\nleft VBD\n. .\n", 6));
	assert_true(is_vertical("The O\nferry, O\nleft. O\n", 8));
	assert_true(is_vertical("The\tO\nEllis\tB-LOC\nleft,\tO\nso\tO\n", 6));
	assert_true(
		is_vertical("# id = 4\n1 The DT\n2 ferry NN\n3 . .\n\n", 8));
	assert_true(is_vertical("The O\r\nferry O\r\n. O\r\n\r\n", 8));
	assert_true(is_vertical("<s>\nThe\tDT\tthe\nferry\tNN\tferry\n.\tS\t.\n"
				"</s>\n",
				8));
	assert_true(is_vertical(
		"# text = The ferry.\n1\tThe\tthe\t_\tEntity=(1-person-new-"
		"coref-and-so-on-for-long\n2\tferry\tferry\t_\t_\n3\t.\t.\t_\t_"
		"\n\n",
		8));
	assert_true(
		is_vertical("(S\n  (NP (DT The) (NN ferry))\n  (. .))\n", 8));
}

static void test_few(void **state)
{
	(void)state;
	assert_true(is_vertical("The DT B O\nferry NN I O\n, , O O\n", 2));
	/* too few fields, or lines; items of a list; lines of other lengths */
	assert_false(is_vertical("The O\nferry O\n, O\n", 2));
	assert_false(is_vertical("The DT O\n, , O\n", 2));
	assert_false(is_vertical("- the ferry\n- a boat\n", 4));
	assert_false(is_vertical("The DT O\n, , O\nIt left , she said .\n", 2));
}

/* A document's name before each token, and columns as the sentence has verbs.
 */
static void test_named(void **state)
{
	(void)state;
	assert_true(
		is_vertical("nw/1 0 0 The DT * -\nnw/1 0 1 ferry NN * -\n"
			    "nw/1 0 2 . . * -\n\n"
			    "nw/1 0 0 It PRP * * -\nnw/1 0 1 left VBD * * -\n"
			    "nw/1 0 2 . . * * -\n\n",
			    5));
	assert_false(is_vertical("Moss and the ferry left .\n"
				 "Moss and all of the boats\n"
				 "Reed and the others\n",
				 9));
}

static void test_others(void **state)
{
	(void)state;
	/* too few */
	assert_false(is_vertical("The\nferry\nleft\n.\n\n", 5));
	/* no marks, no tags */
	assert_false(is_vertical("Ida Marsh\nTom Reed\n", 20));
	assert_false(is_vertical("Monday\nferry\n", 20));
	/* tokens, but many a line */
	assert_false(is_vertical("The ferry left .\nIt rained .\n. .\n", 20));
	assert_false(is_vertical("(Photo: Ida Marsh)\nThe ferry left.\n", 20));
	assert_false(is_vertical("", 1));
	assert_false(is_vertical("\n", 100));
	assert_false(is_vertical("https://news.example/a-long-address/of-an-"
				 "article-about-a-ferry\n.\n",
				 20));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tokens),
		cmocka_unit_test(test_few),
		cmocka_unit_test(test_named),
		cmocka_unit_test(test_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
