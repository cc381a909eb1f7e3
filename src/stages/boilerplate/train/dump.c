/*
 * The lines of many articles as the scorer sees them, for training: the same
 * code reads them in training and in use.
 *
 * usage: dump ROWS IDS EVERY < ARTICLES
 *
 * ARTICLES: for each a 32-bit length, then its text. ROWS gets the number of
 * columns, then one row of
 * int32_t for each line, and in one of EVERY articles for each first sentence
 * and the last two, too; IDS the row's hashed features, of 32 bits. All in the
 * machine's byte order.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "desk.h"
#include "edit/examine.h"
#include "stages/boilerplate/features.h"
#include "stages/boilerplate/find.h"
#include "stages/boilerplate/line_scorer.h"
#include "stages/boilerplate/line_text.h"
#include "stages/boilerplate/lines.h"
#include "stages/boilerplate/sentences.h"
#include "stages/stage.h"

/* Columns of a row before the shape. */
enum {
	ROW_ARTICLE,
	ROW_LINE,
	ROW_KIND,  /* 1: a sentence of a line, after the line's own row */
	ROW_FIRST, /* its first word in the line */
	ROW_AT,
	ROW_END,
	ROW_SUSPECT,  /* the line was looked at closely */
	ROW_SENTENCE, /* line_is_sentence(); of a sentence: how many follow */
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
	int32_t article, every;
};

static int32_t class_of(uint16_t mark)
{
	for (int32_t i = 0; i < SCORER_CLASSES; i++)
		if (line_scorer_rules[i] == mark)
			return i + 1;
	return mark ? SCORER_CLASSES : 0;
}

/* Bytes of words [first, end) in spans that go; *mark is the class of one. */
static int32_t inside_bytes(const struct line *line, size_t first, size_t end,
			    uint16_t *mark)
{
	const struct token *word = line->words.word;
	const uint32_t at = word[first].at, stop = word[end].at;
	int32_t bytes = 0;

	for (size_t i = 0; i < line->span_count; i++) {
		const struct strip_span *span = &line->spans[i];
		const uint32_t front = span->at > at ? span->at : at;
		const uint32_t back = span->end < stop ? span->end : stop;

		if (front >= back)
			continue;
		bytes += (int32_t)(back - front);
		*mark = span->rule;
	}
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

/* Words [first, end) of a line as a row: the line, or a sentence of it. */
static void write_row(const struct dump *dump, struct article *article,
		      const struct line *line, int32_t row[ROW_COUNT])
{
	const size_t first = (size_t)row[ROW_FIRST];
	const size_t end = first + (size_t)row[ROW_WORDS];
	const struct tokens words = { line->words.word + first, end - first };
	const uint32_t features = features_find(article->rules, &words);
	uint32_t ids[LINE_TEXT_MOST];
	int16_t shape[SHAPE_COUNT];
	uint16_t mark = line->mark;

	row[ROW_INSIDE] = inside_bytes(line, first, end, &mark);
	/* a sentence that goes by itself */
	if (row[ROW_KIND] &&
	    row[ROW_INSIDE] * 10 > 9 * (row[ROW_END] - row[ROW_AT]))
		row[ROW_INSIDE] = 0;
	else
		mark = line->mark;
	row[ROW_CLASS] = class_of(mark);
	row[ROW_IDS] = (int32_t)line_text_find(&words, 0, words.count, ids);
	row[ROW_TEXT] = text_hash(&words);
	line_shape_find(article->rules, &words, features, shape);
	for (size_t i = 0; i < SHAPE_COUNT; i++)
		row[ROW_SHAPE + i] = shape[i];
	fwrite(row, sizeof(*row), ROW_COUNT, dump->rows);
	fwrite(ids, sizeof(*ids), (size_t)row[ROW_IDS], dump->ids);
}

static void write_line(const struct dump *dump, struct article *article,
		       size_t index)
{
	struct line *line = &article->lines[index];
	int32_t row[ROW_COUNT] = {
		[ROW_ARTICLE] = dump->article,
		[ROW_LINE] = (int32_t)index,
		[ROW_AT] = (int32_t)line->at,
		[ROW_END] = (int32_t)line->end,
		[ROW_SUSPECT] = line->suspect,
		[ROW_SENTENCE] = line_is_sentence(article, index),
	};

	if (!lines_know(article, index))
		exit(1);
	row[ROW_WORDS] = (int32_t)line->words.count;
	write_row(dump, article, line, row);
	if (dump->article % dump->every || line->mark || !line->words.count ||
	    !sentences_split(article, line) || line->sentences < 2)
		return;
	row[ROW_KIND] = 1;
	for (size_t i = 0; i < line->sentences; i++) {
		const struct token *word = line->words.word;

		if (i && i + 2 < line->sentences)
			continue;
		row[ROW_FIRST] = (int32_t)line->starts[i];
		row[ROW_WORDS] =
			(int32_t)(line->starts[i + 1] - line->starts[i]);
		row[ROW_AT] = (int32_t)word[line->starts[i]].at;
		row[ROW_END] = (int32_t)word[line->starts[i + 1] - 1].end;
		row[ROW_SENTENCE] = (int32_t)(line->sentences - 1 - i);
		write_row(dump, article, line, row);
	}
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
	find_furniture(&article);
	for (size_t i = 0; i < article.count; i++)
		write_line(dump, &article, i);
	dump->article++;
	arena_release(&arena);
}

int main(int argc, char **argv)
{
	const struct cd_options options = { .rules = "all", .no_model = true };
	const int32_t columns = ROW_COUNT;
	struct settings rules_only;
	struct dump dump = { 0 };
	struct cd_desk *desk;
	uint32_t len;
	char *text = NULL;

	if (argc != 4 || cd_desk_new(&options, &desk) != CD_OK)
		return 2;
	rules_only = desk->settings;
	rules_only.scorer = NULL;
	dump.every = atoi(argv[3]) > 0 ? atoi(argv[3]) : 1;
	dump.rows = fopen(argv[1], "wb");
	dump.ids = fopen(argv[2], "wb");
	if (!dump.rows || !dump.ids)
		return 2;
	fwrite(&columns, sizeof(columns), 1, dump.rows);
	while (fread(&len, sizeof(len), 1, stdin) == 1) {
		text = realloc(text, len + 1);
		if (!text || fread(text, 1, len, stdin) != len)
			return 1;
		write_article(&dump, &rules_only, text, len);
	}
	free(text);
	cd_desk_free(desk);
	return fclose(dump.rows) || fclose(dump.ids);
}
