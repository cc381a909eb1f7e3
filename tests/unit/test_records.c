/* A record a line: what is, and what only looks so. */
#include "support.h"

#include "base/buffer.h"
#include "text/records.h"

/* `lines` of them, by turns. */
static bool are_records(const char *const *texts, size_t kinds, size_t lines)
{
	struct buffer text;
	bool found;

	buffer_init(&text);
	for (size_t i = 0; i < lines; i++) {
		buffer_add_text(&text, texts[i % kinds]);
		buffer_add_text(&text, "\n");
	}
	found = records_text(text.bytes, text.len);
	buffer_release(&text);
	return found;
}

#define ARE_RECORDS(texts, lines)                                              \
	are_records(texts, sizeof(texts) / sizeof((texts)[0]), lines)

static void test_records(void **state)
{
	static const char *const heads[] = {
		"Ferry line to close",
		"Harbour board looks at every number twice, then again",
		"“Late again”", "Ellis 5, Sound 3"
	};
	static const char *const sentences[] = {
		"the ferry left .",
		"it was late , as it is most days , he said .",
		"nobody waited !"
	};
	static const char *const posts[] = { "@ida why is the ferry late AGAIN",
					     "so tired of this\r",
					     "Ferry http://t.example/1",
					     "RT @ida: ok",
					     "Lol",
					     "WHY" };
	static const char *const chinese[] = {
		"渡轮停航了。",
		"港口委员会星期一说将关闭最后一条渡轮航线因为没有钱。",
		"她说太晚了。"
	};
	static const char *const shouted[] = {
		"nobody waited‼",
		"it was late, as it is most days, says the captain‼",
		"why is it late⁉"
	};
	/* The next line's "We" would just fit: no line was broken there. */
	static const char june[] = "We waited there all of June";
	const char *const fitting[] = {
		"We waited there until November",
		june,
		june,
		june,
		june,
		june,
		june,
		june,
		june,
		june,
	};

	(void)state;
	assert_true(ARE_RECORDS(fitting, 2 * RECORDS_LEAST));
	assert_true(ARE_RECORDS(heads, RECORDS_LEAST));
	assert_true(ARE_RECORDS(sentences, RECORDS_LEAST));
	assert_true(ARE_RECORDS(posts, 2 * RECORDS_LEAST));
	assert_true(ARE_RECORDS(chinese, RECORDS_LEAST));
	assert_true(ARE_RECORDS(shouted, RECORDS_LEAST));
	assert_false(ARE_RECORDS(heads, RECORDS_LEAST - 1));
}

static void test_others(void **state)
{
	static const char *const broken[] = {
		"The harbour board said on Monday that it would close the",
		"Last ferry line in October, and that nobody would be left",
		"Behind. The board's chairwoman, Ida Lowell, had looked at",
		"Every number twice. It was late. She went home."
	};
	static const char *const column[] = { "the board said that it", "would",
					      "close the last line of all" };
	static const char *const blocks[] = { "The ferry left.", "It was late.",
					      "" };
	struct buffer text;

	(void)state;
	assert_false(ARE_RECORDS(broken, 2 * RECORDS_LEAST));
	assert_false(ARE_RECORDS(column, 2 * RECORDS_LEAST));
	assert_false(ARE_RECORDS(blocks, 2 * RECORDS_LEAST));
	/* A title, and a paragraph a line. */
	buffer_init(&text);
	buffer_add_text(&text, "A ferry leaves\n\n");
	for (size_t i = 0; i < RECORDS_LEAST; i++)
		buffer_add_text(&text, i % 3 ? "It was late.\n"
					     : "The last ferry left us.\n");
	assert_false(records_text(text.bytes, text.len));
	assert_true(records_text(text.bytes + 16, text.len - 16));
	buffer_release(&text);
}

/* So many lines of each in turn, then records to make them enough. */
struct page {
	size_t head, story, foot;
	const char *last;
};

static void add_lines(struct buffer *text, const char *line, size_t count)
{
	while (count--)
		buffer_add_text(text, line);
}

static bool is_records_page(const struct page *page)
{
	static const char story[] =
		"The harbour board said on Monday that it would close the last "
		"ferry line in October, and that nobody would be left behind "
		"there.\n";
	static const char *const heads[] = {
		"Harbour board looks at every number twice, then again\n",
		"Ferry line to close\n", "It was late again in October, late\n",
		"Ellis 5, Sound 3\n"
	};
	struct buffer text;
	bool found;

	buffer_init(&text);
	add_lines(&text, "Sports\n", page->head);
	add_lines(&text, story, page->story);
	add_lines(&text, "The ferry left late again in October.\n", 1);
	add_lines(&text, "About us\n", page->foot);
	add_lines(&text, page->last, 1);
	for (size_t i = 0; i < RECORDS_LEAST; i++)
		buffer_add_text(&text, heads[i % 4]);
	found = records_text(text.bytes, text.len);
	buffer_release(&text);
	return found;
}

/* A web page, a line an element: menus, and paragraphs between them. */
static void test_pages(void **state)
{
	static const struct page pages[] = {
		{ 10, 4, 10, "" },
		{ 20, 4, 0, "" },
		{ 10, 3, 0, "© 2024 The Harbour Post. All rights reserved.\n" },
	};
	static const struct page records[] = {
		{ 9, 4, 10, "" },
		{ 10, 3, 10, "" },
		{ 10, 4, 9, "" },
		{ 19, 4, 0, "" },
		{ 20, 3, 0, "" },
		{ 0, 30, 30, "" },
		{ 30, 0, 30, "" },
		{ 9, 3, 0, "© 2024 The Harbour Post\n" },
		{ 10, 2, 0, "© 2024 The Harbour Post\n" },
		{ 10, 3, 0, "® 2024 The Harbour Post\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++)
		assert_false(is_records_page(&pages[i]));
	for (size_t i = 0; i < sizeof(records) / sizeof(*records); i++)
		assert_true(is_records_page(&records[i]));
}

/* Lines in small letters: what ends each tells whether it is whole. */
static void test_ends(void **state)
{
	static const char *const whole[] = { ".", "!",	"?",  "…", ")",
					     "”", "’",	"\"", "'", "»",
					     "]", "。", "؟" };
	static const char *const open[] = { "",	 ",", ";", ":", "-",
					    "—", "(", "“", "[", "7" };
	char line[64];
	const char *const texts[] = { line, line, "the ferry was late again!" };

	(void)state;
	for (size_t i = 0; i < sizeof(whole) / sizeof(*whole); i++) {
		snprintf(line, sizeof(line), "nobody waited%s", whole[i]);
		assert_true(ARE_RECORDS(texts, RECORDS_LEAST));
	}
	for (size_t i = 0; i < sizeof(open) / sizeof(*open); i++) {
		snprintf(line, sizeof(line), "nobody waited%s", open[i]);
		assert_false(ARE_RECORDS(texts, RECORDS_LEAST));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_records),
		cmocka_unit_test(test_others),
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
