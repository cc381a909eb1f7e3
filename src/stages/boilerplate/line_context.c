/* What is around a line, as small numbers. */
#include "stages/boilerplate/line_context.h"

#include "stages/boilerplate/small_number.h"

#define MOST_PLACES 30
#define MOST_LINES 100
#define MOST_NEAR 8
#define MOST_GONE 20

/* Rounded down, as division of negative numbers in C is not. */
static int16_t mean(int32_t sum, size_t count)
{
	const int32_t n = (int32_t)count;
	const int32_t quotient = sum / n;

	return (int16_t)(sum % n < 0 ? quotient - 1 : quotient);
}

void line_contexts_sum(struct line_contexts *contexts,
		       struct context_sums *sums)
{
	const size_t count = contexts->count;

	sums[0] = (struct context_sums){ 0 };
	contexts->gone = contexts->lines[count].gone;
	for (size_t i = 0; i < count; i++) {
		const struct context_line *line = &contexts->lines[i];

		contexts->gone += line->gone;
		sums[i + 1] = (struct context_sums){
			.text = sums[i].text + line->text[1],
			.bytes = sums[i].bytes + line->bytes,
			.sentences = sums[i].sentences + line->sentence,
		};
	}
	sums[count].most = CONTEXT_NO_LINE;
	for (size_t i = count; i-- > 0;) {
		const int16_t own = contexts->lines[i].text[1];

		sums[i].most = own > sums[i + 1].most ? own : sums[i + 1].most;
	}
	contexts->sums = sums;
}

static int16_t text_of(const struct line_contexts *contexts, size_t index,
		       unsigned which)
{
	return index < contexts->count ? contexts->lines[index].text[which]
				       : CONTEXT_NO_LINE;
}

static int16_t bytes_of(const struct line_contexts *contexts, size_t index)
{
	return index < contexts->count ? contexts->lines[index].bytes : 0;
}

static int16_t sentence_of_line(const struct line_contexts *contexts,
				size_t index)
{
	return index < contexts->count ? contexts->lines[index].sentence : 2;
}

/* The lines next to it; index - 1 of the first one is none. */
static void find_neighbours(const struct line_contexts *contexts, size_t index,
			    int16_t *context)
{
	context[CONTEXT_PREVIOUS] = text_of(contexts, index - 1, 0);
	context[CONTEXT_NEXT] = text_of(contexts, index + 1, 0);
	context[CONTEXT_PREVIOUS_MORE] = text_of(contexts, index - 1, 1);
	context[CONTEXT_NEXT_MORE] = text_of(contexts, index + 1, 1);
	context[CONTEXT_PREVIOUS_SECOND] = text_of(contexts, index - 2, 1);
	context[CONTEXT_NEXT_SECOND] = text_of(contexts, index + 2, 1);
	context[CONTEXT_PREVIOUS_BYTES] = bytes_of(contexts, index - 1);
	context[CONTEXT_NEXT_BYTES] = bytes_of(contexts, index + 1);
	context[CONTEXT_PREVIOUS_SENTENCE] =
		sentence_of_line(contexts, index - 1);
	context[CONTEXT_NEXT_SENTENCE] = sentence_of_line(contexts, index + 1);
}

static void find_means(const struct line_contexts *contexts, size_t index,
		       int16_t *context)
{
	const struct context_sums *sums = contexts->sums;
	const size_t count = contexts->count, after = count - 1 - index;

	context[CONTEXT_AFTER_MOST] = sums[index + 1].most;
	context[CONTEXT_AFTER_MEAN] =
		after ? mean(sums[count].text - sums[index + 1].text, after)
		      : CONTEXT_NO_LINE;
	context[CONTEXT_BEFORE_MEAN] =
		index ? mean(sums[index].text, index) : CONTEXT_NO_LINE;
	context[CONTEXT_ALL_MEAN] = mean(sums[count].text, count);
	context[CONTEXT_BYTES] = mean(sums[count].bytes, count);
}

static void find_place(const struct line_contexts *contexts, size_t index,
		       int16_t *context)
{
	const struct context_sums *sums = contexts->sums;
	const size_t count = contexts->count;
	const size_t sentences = sums[count].sentences;

	context[CONTEXT_BEFORE] = small_number(index, MOST_PLACES);
	context[CONTEXT_AFTER] = small_number(count - 1 - index, MOST_PLACES);
	context[CONTEXT_LINES] = small_number(count, MOST_LINES);
	context[CONTEXT_PLACE] = small_number(64 * index / count, 64);
	context[CONTEXT_SENTENCES] = small_number(64 * sentences / count, 64);
	context[CONTEXT_SENTENCES_BEFORE] =
		small_number(sums[index].sentences, MOST_PLACES);
	context[CONTEXT_SENTENCES_AFTER] = small_number(
		sentences - sums[index + 1].sentences, MOST_PLACES);
	context[CONTEXT_GONE_BEFORE] =
		small_number(contexts->lines[index].gone, MOST_NEAR);
	context[CONTEXT_GONE_AFTER] =
		small_number(contexts->lines[index + 1].gone, MOST_NEAR);
	context[CONTEXT_GONE] = small_number(contexts->gone, MOST_GONE);
}

void line_context_find(const struct line_contexts *contexts, size_t index,
		       const int16_t text[2], int16_t context[CONTEXT_COUNT])
{
	context[CONTEXT_TEXT] = text[0];
	context[CONTEXT_TEXT_MORE] = text[1];
	find_neighbours(contexts, index, context);
	find_means(contexts, index, context);
	find_place(contexts, index, context);
}
