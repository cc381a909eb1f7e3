#include "decoded.h"

#include "support.h"

#include "lang/lang.h"

static const struct {
	const char *text, *marks; /* as pairs.h has them */
	bool ends_sentence, ends_part;
} gaps[DECODED_GAPS] = {
	[DECODED_SPACE] = { " ", "", false, false },
	[DECODED_COMMA] = { ", ", "", false, false },
	[DECODED_STOP] = { ". ", "", true, true },
	[DECODED_COMMA_CLOSES] = { ",\xE2\x80\x9D ", ">", false, true },
	[DECODED_STOP_CLOSES] = { ".\xE2\x80\x9D ", ">", true, true },
	[DECODED_STOP_OPENS] = { ". \xE2\x80\x9C", "<", true, true },
	[DECODED_OPENS] = { " \xE2\x80\x9C", "<", false, false },
	[DECODED_STOP_BOTH] = { ".\xE2\x80\x9D \xE2\x80\x9C", "><", true,
				true },
};

static void add_gaps(struct decoded *one)
{
	for (size_t k = 0; k < DECODED_GAPS; k++) {
		struct restore_gap *gap = &one->model->gaps[k];

		strcpy(gap->text, gaps[k].text);
		gap->len = (uint8_t)strlen(gaps[k].text);
		gap->space = true;
		gap->ends_sentence = gaps[k].ends_sentence;
		gap->ends_part = gaps[k].ends_part;
		strcpy(one->pairs.marks[k], gaps[k].marks);
		one->pairs.group[k] = (uint8_t)k;
	}
}

void decoded_make(struct decoded *one, const char *text, enum restore_loss loss)
{
	memset(one, 0, sizeof(*one));
	one->model = calloc(1, sizeof(*one->model));
	assert_non_null(one->model);
	add_gaps(one);
	assert_true(words_split(&one->words, text, strlen(text)));
	assert_true(one->words.count <= DECODED_WORDS);
	one->rules.loss = loss;
	one->decoder = (struct decoder){ .model = one->model,
					 .rules = &one->rules,
					 .words = &one->words,
					 .lang = lang_find("en"),
					 .traces = one->traces,
					 .pairs = &one->pairs,
					 .comma = DECODED_COMMA,
					 .stop = DECODED_STOP };
}

void decoded_release(struct decoded *one)
{
	words_release(&one->words);
	free(one->model);
}
