/* Words, read. */
#include "restore/reading.h"

#include <stdlib.h>

#include "restore/lexicon.h"

/* Words at once: their entries in the tables are all waited for together. */
#define BATCH 16

struct batch {
	size_t from, count; /* of the text's words */
	uint64_t before;    /* the state of the word before the first */
	struct lexeme lexemes[BATCH];
	struct lexeme_keys keys[BATCH];
	uint64_t pairs[BATCH]; /* of a word and the one before it */
};

/* `before` becomes the last word's. */
static void ask(struct batch *batch, const struct restore_model *model,
		const struct words *words)
{
	for (size_t i = 0; i < batch->count; i++) {
		const struct word *word = &words->items[batch->from + i];
		struct lexeme *lexeme = &batch->lexemes[i];
		struct lexeme_keys *keys = &batch->keys[i];

		lexeme_read(lexeme, words->text + word->at,
			    word->end - word->at);
		lexicon_keys(lexeme, keys);
		batch->pairs[i] = lexicon_pair_key(batch->before, lexeme);
		batch->before = keys->state;
		lexicon_fetch(model, keys, batch->pairs[i]);
	}
}

static void answer(const struct batch *batch, const struct restore_model *model,
		   size_t i, struct word_reading *reading)
{
	const struct lexeme *lexeme = &batch->lexemes[i];

	lexicon_rows(model, lexeme, &batch->keys[i], reading->rows);
	reading->pair = lexicon_pair(model, batch->pairs[i]);
	reading->mixed = lexicon_mixed(model, lexeme, &batch->keys[i]);
	reading->prior = (uint8_t)(reading->rows[3] - model->base.prior);
	reading->points = lexeme->points;
	reading->seen_case = lexeme->seen_case;
	reading->has_upper = lexeme->has_upper;
}

static void read_all(struct readings *readings,
		     const struct restore_model *model,
		     const struct words *words)
{
	struct batch batch;

	batch.before = 0;
	for (batch.from = 0; batch.from < words->count; batch.from += BATCH) {
		const size_t left = words->count - batch.from;

		batch.count = left < BATCH ? left : BATCH;
		ask(&batch, model, words);
		for (size_t i = 0; i < batch.count; i++) {
			answer(&batch, model, i,
			       &readings->items[batch.from + i]);
			readings->hashes[batch.from + i] = batch.keys[i].low;
		}
	}
}

bool readings_read(struct readings *readings, const struct restore_model *model,
		   const struct words *words)
{
	const size_t count = words->count + 1;

	readings->items = malloc(count * sizeof(*readings->items));
	readings->hashes = malloc(count * sizeof(*readings->hashes));
	if (!readings->items || !readings->hashes) {
		readings_release(readings);
		return false;
	}
	read_all(readings, model, words);
	return true;
}

void readings_release(struct readings *readings)
{
	free(readings->items);
	free(readings->hashes);
	*readings = (struct readings){ 0 };
}
