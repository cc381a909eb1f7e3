/*
 * The lines of many articles as the scorer sees them, for training: the same
 * code reads them in training and in use.
 *
 * usage: dump ROWS IDS < ARTICLES
 *
 * ARTICLES: for each a 32-bit length, then its text. ROWS gets one row of
 * int32_t for each line, IDS the line's hashed features, of 32 bits. All in the
 * machine's byte order.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "desk.h"
#include "edit/examine.h"
#include "stages/boilerplate/classify.h"
#include "stages/boilerplate/line_scorer.h"
#include "stages/boilerplate/lines.h"
#include "stages/boilerplate/spans.h"
#include "stages/stage.h"

/* Columns of a row before the shape. */
enum {
	ROW_ARTICLE,
	ROW_LINE,
	ROW_AT,
	ROW_END,
	ROW_SUSPECT,  /* the line was looked at closely */
	ROW_SENTENCE, /* line_is_sentence() */
	ROW_CLASS,    /* by the rules, from 1; 0: it stays */
	ROW_INSIDE,   /* bytes of spans that go */
	ROW_WORDS,
	ROW_IDS,
	ROW_TEXT, /* hash of the line's words, numbers alike */
	ROW_SHAPE,
	ROW_COUNT = ROW_SHAPE + SHAPE_COUNT,
};

struct dump {
	FILE *rows, *ids;
	int32_t article;
};

static int32_t class_of(uint16_t mark)
{
	for (int32_t i = 0; i < SCORER_CLASSES; i++)
		if (line_scorer_rules[i] == mark)
			return i + 1;
	return mark ? SCORER_CLASSES : 0;
}

static int32_t inside_bytes(struct article *article, size_t index)
{
	struct strip_span *spans;
	size_t before = 0, kept = 0, count;
	int32_t bytes = 0;

	for (size_t i = 0; i < article->count; i++) {
		kept += !article->lines[i].mark;
		before += i < index && !article->lines[i].mark;
	}
	count = spans_find(article, index,
			   (const size_t[]){ before, kept - before - 1 },
			   &spans);
	for (size_t i = 0; i < count; i++)
		bytes += (int32_t)(spans[i].end - spans[i].at);
	return bytes;
}

static int32_t text_hash(const struct tokens *words)
{
	uint32_t hash = 5381;

	for (size_t i = 0; i < words->count; i++)
		hash = hash * 33 ^ (words->word[i].flags & TOKEN_NUMBER
					    ? 1
					    : words->word[i].hash);
	return (int32_t)(hash & 0x7FFFFFFF);
}

static void write_line(const struct dump *dump, struct article *article,
		       size_t index)
{
	struct line *line = &article->lines[index];
	uint32_t ids[LINE_TEXT_MOST];
	int16_t shape[SHAPE_COUNT];
	int32_t row[ROW_COUNT] = {
		[ROW_ARTICLE] = dump->article,
		[ROW_LINE] = (int32_t)index,
		[ROW_AT] = (int32_t)line->at,
		[ROW_END] = (int32_t)line->end,
		[ROW_SUSPECT] = line->suspect,
		[ROW_SENTENCE] = line_is_sentence(article, index),
		[ROW_CLASS] = class_of(line->mark),
	};

	if (!line->mark)
		row[ROW_INSIDE] = inside_bytes(article, index);
	row[ROW_CLASS] = class_of(line->mark);
	if (!lines_know(article, index))
		exit(1);
	row[ROW_WORDS] = (int32_t)line->words.count;
	row[ROW_IDS] = (int32_t)line_text_find(&line->words, 0,
					       line->words.count, ids);
	row[ROW_TEXT] = text_hash(&line->words);
	line_shape_find(article->rules, &line->words, line->features, shape);
	for (size_t i = 0; i < SHAPE_COUNT; i++)
		row[ROW_SHAPE + i] = shape[i];
	fwrite(row, sizeof(*row), ROW_COUNT, dump->rows);
	fwrite(ids, sizeof(*ids), (size_t)row[ROW_IDS], dump->ids);
}

static void write_article(struct dump *dump, const struct settings *settings,
			  const char *text, size_t len)
{
	struct arena arena;
	struct survey survey;
	struct pass pass = {
		.text = text,
		.len = len,
		.survey = &survey,
		.settings = settings,
		.arena = &arena,
	};
	struct article article = { .pass = &pass, .rules = settings->strip };

	arena_init(&arena);
	examine_text(&survey, text, len, settings->lists);
	if (lines_read(&article)) {
		classify_lines(&article);
		for (size_t i = 0; i < article.count; i++)
			write_line(dump, &article, i);
	}
	dump->article++;
	arena_release(&arena);
}

int main(int argc, char **argv)
{
	const struct cd_options options = { .rules = "all", .no_model = true };
	struct dump dump = { 0 };
	struct cd_desk *desk;
	uint32_t len;
	char *text = NULL;

	if (argc != 3 || cd_desk_new(&options, &desk) != CD_OK)
		return 2;
	dump.rows = fopen(argv[1], "wb");
	dump.ids = fopen(argv[2], "wb");
	if (!dump.rows || !dump.ids)
		return 2;
	while (fread(&len, sizeof(len), 1, stdin) == 1) {
		text = realloc(text, len + 1);
		if (!text || fread(text, 1, len, stdin) != len)
			return 1;
		write_article(&dump, &desk->settings, text, len);
	}
	free(text);
	cd_desk_free(desk);
	return fclose(dump.rows) || fclose(dump.ids);
}
