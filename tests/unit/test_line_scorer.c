/*
 * The line scorer gives the same on any machine: the numbers that
 * train/reference.py computes, for the fixed articles of
 * tests/unit/line_scorer_golden.txt. A damaged model is refused.
 */
#include "support.h"

#include "desk.h"
#include "edit/examine.h"
#include "lang/lang.h"
#include "stages/boilerplate/line_scorer.h"
#include "stages/boilerplate/line_text.h"
#include "stages/boilerplate/lines.h"

#define GOLDEN "tests/unit/line_scorer_golden.txt"
#define MOST_LINES 16

/* An article whose lines all stay. */
struct golden {
	const struct settings *settings;
	struct arena arena;
	struct survey survey;
	struct pass pass;
	struct article article;
	struct line_contexts contexts;
	struct context_line lines[MOST_LINES + 1];
	struct context_sums sums[MOST_LINES + 1];
	uint32_t ids[LINE_TEXT_MOST];
	char text[4096];
};

static size_t find_ids(struct golden *g, size_t index)
{
	const struct tokens *words = &g->article.lines[index].words;

	return line_text_find(words, 0, words->count, g->ids);
}

static void read_line(struct golden *g, size_t index)
{
	struct context_line *around = &g->lines[index];
	const struct line *line = &g->article.lines[index];
	size_t count;

	assert_true(lines_know(&g->article, index));
	count = find_ids(g, index);
	for (unsigned i = 0; i < SCORER_TEXTS; i++)
		around->text[i] = (int16_t)line_scorer_text(g->settings->scorer,
							    i, g->ids, count);
	around->bytes = (int16_t)(line->end - line->at);
	around->sentence = line_is_sentence(&g->article, index);
}

static void read_article(struct golden *g, const char *escaped)
{
	const struct settings *settings = g->settings;
	size_t len = 0;

	arena_release(&g->arena);
	memset(&g->article, 0, sizeof(g->article));
	memset(g->lines, 0, sizeof(g->lines));
	for (; *escaped && *escaped != '\n'; escaped++) {
		const bool end = !strncmp(escaped, "\\n", 2);

		g->text[len++] = end ? '\n' : *escaped;
		escaped += end;
	}
	arena_init(&g->arena);
	examine_text(&g->survey, g->text, len, settings->lists);
	g->pass = (struct pass){ .text = g->text,
				 .len = len,
				 .survey = &g->survey,
				 .settings = settings,
				 .arena = &g->arena };
	g->article =
		(struct article){ .pass = &g->pass, .rules = settings->strip };
	assert_true(lines_read(&g->article));
	assert_true(g->article.count <= MOST_LINES);
	for (size_t i = 0; i < g->article.count; i++)
		read_line(g, i);
	g->contexts = (struct line_contexts){ .lines = g->lines,
					      .count = g->article.count };
	line_contexts_sum(&g->contexts, g->sums);
}

static void check_line(struct golden *g, size_t index, const char *numbers)
{
	const struct line *line = &g->article.lines[index];
	const struct line_scorer *scorer = g->settings->scorer;
	int16_t features[SCORER_FEATURES];
	char found[80];
	size_t count;

	line_context_find(&g->contexts, index, g->lines[index].text, features);
	line_shape_find(g->article.rules, &line->words, line->features,
			features + CONTEXT_COUNT);
	count = find_ids(g, index);
	snprintf(found, sizeof(found), "line %d %d %d %u\n",
		 g->lines[index].text[0], g->lines[index].text[1],
		 line_scorer_trees(scorer, features),
		 line_scorer_class(scorer, g->ids, count));
	assert_string_equal(found, numbers);
}

static void test_golden(void **state)
{
	struct golden g = { 0 };
	struct cd_desk *desk;
	char row[4096];
	FILE *file = fopen(GOLDEN, "r");
	size_t line = 0, all = 0;

	(void)state;
	assert_non_null(file);
	assert_int_equal(cd_desk_new(NULL, &desk), CD_OK);
	g.settings = &desk->settings;
	arena_init(&g.arena);
	while (fgets(row, sizeof(row), file)) {
		if (!strncmp(row, "text ", 5)) {
			read_article(&g, row + 5);
			line = 0;
			continue;
		}
		assert_true(line < g.article.count);
		check_line(&g, line++, row);
		all++;
	}
	assert_true(all >= 16);
	fclose(file);
	arena_release(&g.arena);
	cd_desk_free(desk);
}

/* Opens `len` bytes of a copy of the model with one byte changed. */
static enum cd_status open_changed(size_t at, int value, size_t len)
{
	const struct lang_file *file = &lang_find("en")->scorer;
	const size_t size = (size_t)(file->end - file->bytes);
	struct line_scorer *scorer;
	enum cd_status status;
	char error[256];
	char *copy = malloc(size);

	assert_non_null(copy);
	memcpy(copy, file->bytes, size);
	if (at < size)
		copy[at] = (char)value;
	status = line_scorer_open(copy, len < size ? len : size, &scorer, error,
				  sizeof(error));
	line_scorer_free(scorer);
	free(copy);
	return status;
}

static void test_damaged(void **state)
{
	const struct lang_file *file = &lang_find("en")->scorer;
	const size_t size = (size_t)(file->end - file->bytes);
	size_t node;

	(void)state;
	assert_int_equal(open_changed(SIZE_MAX, 0, SIZE_MAX), CD_OK);
	assert_int_equal(open_changed(0, 'x', SIZE_MAX), CD_DATA);
	for (size_t len = 0; len < size; len += 1009)
		assert_int_equal(open_changed(SIZE_MAX, 0, len), CD_DATA);
	/* sizes of the header that do not fit the file */
	for (size_t at = 8; at < 8 + 6 * 4; at++)
		assert_int_equal(open_changed(at, 0x7F, SIZE_MAX), CD_DATA);
	/* the last tree's last node is a leaf: as a node it points nowhere */
	assert_int_equal(open_changed(size - 8, 0, SIZE_MAX), CD_DATA);
	assert_int_equal(open_changed(size - 8, 0xFE, SIZE_MAX), CD_DATA);
	/* its last node that has children: they come after it, in the tree */
	for (node = size - 8; (unsigned char)file->bytes[node] == 0xFF;)
		node -= 8;
	for (size_t child = node + 1; child <= node + 2; child++) {
		assert_int_equal(open_changed(child, 0, SIZE_MAX), CD_DATA);
		assert_int_equal(open_changed(child, 0xFF, SIZE_MAX), CD_DATA);
	}
}

static void test_small(void **state)
{
	const struct lang_file *file = &lang_find("en")->scorer;

	(void)state;
	assert_true(file->end - file->bytes <= 256 * 1024);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_golden),
		cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_small),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
