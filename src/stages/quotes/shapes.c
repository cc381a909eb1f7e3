/*
 * How well each reading of a mark fits its shape: how often each glyph is used
 * for each label, counted on the marks whose place alone tells the label.
 */
#include "stages/quotes/quotes.h"

#include <string.h>

#include "unicode/delimiters.h"

/*
 * Shapes: how often each glyph is used for each label, counted in fourths on
 * marks whose place alone tells the label. Where every quotation mark is
 * U+201D, U+201D says nothing; where all are right it says nearly all.
 */
struct shapes {
	uint32_t count[2][LABEL_COUNT][GLYPH_COUNT];
	uint32_t total[2][LABEL_COUNT];
};

/* A place tells the label where others are 64 times less likely. */
#define CERTAIN 60
#define ONE 4

static const uint8_t prior_shapes[2][LABEL_COUNT][GLYPH_COUNT] = {
	[FAMILY_DOUBLE] = {
		[LABEL_OPEN] = { 8, 8, 1, 8, 2, 8, 1 },
		[LABEL_CLOSE] = { 8, 1, 8, 1, 1, 1, 8 },
		[LABEL_APOSTROPHE] = { 1, 1, 1, 1, 1, 1, 1 },
		[LABEL_LITERAL] = { 32, 1, 4, 1, 1, 1, 4 },
		[LABEL_TWO] = { 1, 1, 1, 1, 1, 1, 16 },
	},
	[FAMILY_SINGLE] = {
		[LABEL_OPEN] = { 8, 8, 1, 8, 4, 8, 1 },
		[LABEL_CLOSE] = { 8, 1, 8, 1, 1, 2, 4 },
		[LABEL_APOSTROPHE] = { 8, 1, 8, 1, 4, 2, 4 },
		[LABEL_LITERAL] = { 32, 1, 4, 4, 1, 4, 4 },
		[LABEL_TWO] = { 1, 1, 1, 1, 1, 1, 1 },
	},
};

/* What a language's own marks add to the prior counts. */
#define LANGUAGE 8

static const struct {
	const char *mark;
	uint8_t glyph;
} glyphs_of_marks[] = {
	{ "\u201C", GLYPH_OPEN },  { "\u2018", GLYPH_OPEN },
	{ "\u201D", GLYPH_CLOSE }, { "\u2019", GLYPH_CLOSE },
	{ "\u201E", GLYPH_LOW },   { "\u201A", GLYPH_LOW },
};

static void add_language(uint32_t count[GLYPH_COUNT], const char *mark)
{
	const size_t n = sizeof(glyphs_of_marks) / sizeof(*glyphs_of_marks);

	for (size_t i = 0; i < n; i++) {
		if (!strcmp(glyphs_of_marks[i].mark, mark))
			count[glyphs_of_marks[i].glyph] += LANGUAGE;
	}
}

static void begin_shapes(struct shapes *shapes, const struct quote_marks *marks)
{
	for (int f = 0; f < 2; f++) {
		for (int l = 0; l < LABEL_COUNT; l++) {
			for (int g = 0; g < GLYPH_COUNT; g++)
				shapes->count[f][l][g] = prior_shapes[f][l][g];
		}
	}
	add_language(shapes->count[FAMILY_DOUBLE][LABEL_OPEN],
		     marks->doubles.open);
	add_language(shapes->count[FAMILY_DOUBLE][LABEL_CLOSE],
		     marks->doubles.close);
	add_language(shapes->count[FAMILY_SINGLE][LABEL_OPEN],
		     marks->singles.open);
	add_language(shapes->count[FAMILY_SINGLE][LABEL_CLOSE],
		     marks->singles.close);
}

/* The label that a mark's place alone tells, or LABEL_COUNT. */
static unsigned certain_label(const struct quote_mark *mark)
{
	unsigned best = 0;

	for (unsigned l = 1; l <= LABEL_LITERAL; l++) {
		if (mark->place[l] < mark->place[best])
			best = l;
	}
	for (unsigned l = 0; l <= LABEL_LITERAL; l++) {
		if (l != best && mark->place[l] < mark->place[best] + CERTAIN)
			return LABEL_COUNT;
	}
	return best;
}

static void count_shapes(struct shapes *shapes, const struct quote_mark *marks,
			 size_t count)
{
	for (size_t i = 0; i < count; i++) {
		unsigned label;

		if (marks[i].family == FAMILY_BREAK)
			continue;
		label = certain_label(&marks[i]);
		if (label < LABEL_LITERAL)
			shapes->count[marks[i].family][label][marks[i].shape] +=
				ONE;
	}
	for (int f = 0; f < 2; f++) {
		for (int l = 0; l < LABEL_COUNT; l++) {
			shapes->total[f][l] = 0;
			for (int g = 0; g < GLYPH_COUNT; g++)
				shapes->total[f][l] += shapes->count[f][l][g];
		}
	}
}

/* Ten times the binary logarithm, n > 0; linear between powers of two. */
static int32_t log2_tenths(uint32_t n)
{
	const int32_t power = 31 - __builtin_clz(n);
	const uint64_t rest = n - ((uint32_t)1 << power);

	return 10 * power + (int32_t)(rest * 10 >> power);
}

/* What a glyph costs under each label. */
struct weight {
	int32_t cost[LABEL_COUNT];
	bool known;
};

static void weigh_glyph(struct weight *weight, const struct shapes *shapes,
			unsigned family, unsigned glyph)
{
	for (int l = 0; l < LABEL_COUNT; l++)
		weight->cost[l] = log2_tenths(shapes->total[family][l]) -
				  log2_tenths(shapes->count[family][l][glyph]);
	weight->known = true;
}

void quotes_weigh(struct quote_window *window)
{
	struct quote_mark *marks = window->marks;
	/* most texts have few glyphs */
	struct weight weights[2][GLYPH_COUNT] = { 0 };
	struct shapes shapes;

	begin_shapes(&shapes, window->language);
	count_shapes(&shapes, marks, window->count);
	for (size_t i = 0; i < window->count; i++) {
		struct quote_mark *mark = &marks[i];
		struct weight *weight;

		if (mark->family == FAMILY_BREAK)
			continue;
		weight = &weights[mark->family][mark->shape];
		if (!weight->known)
			weigh_glyph(weight, &shapes, mark->family, mark->shape);
		for (int l = 0; l < LABEL_COUNT; l++)
			mark->cost[l] = mark->place[l] + weight->cost[l];
	}
}
