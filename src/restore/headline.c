/* The style of a headline. */
#include "restore/headline.h"

#include "restore/line.h"

#define WORDS_LEAST 4 /* of a headline */
#define WORDS_MOST 18
#define LABEL 3 /* words of the longest */

/*
 * What speaks for capitals, in 1/256 nat: of one word at most; of all words on
 * the average before the headline has them throughout.
 */
#define SAY 1024
#define TITLED 384

/* A line of some words that ends as no sentence, verse or list does. */
static bool find_line(struct line *line)
{
	line_find_end(line);
	return line->to - line->from < WORDS_MOST && line->to > line->from &&
	       !line_holds(line, line->to, ".!;,:");
}

static int32_t limit(int32_t say)
{
	return say > SAY ? SAY : say < -SAY ? -SAY : say;
}

/* What speaks for capitals throughout; 0: too few words say anything. */
static int32_t weigh_capitals(const struct line *line)
{
	int32_t sum = 0, count = 0;

	for (size_t i = line->from + 1; i <= line->to; i++) {
		if (line_is_bare(line, i) || line_begins(line, i) ||
		    !line_is_ordinary(line, i))
			continue;
		sum += limit(line_raised(line, i));
		count++;
	}
	return count > 1 ? sum - TITLED * count : 0;
}

/* A headline is as a sentence, or has capitals throughout. */
static void set_style(const struct line *line)
{
	const int32_t capitals = weigh_capitals(line);
	const bool titled = capitals > 0;

	for (size_t i = line->from + 1; capitals && i <= line->to; i++) {
		const bool front = line_begins(line, i);
		uint8_t *letters = &line->verdicts[i].letters;

		if (!line_is_ordinary(line, i))
			continue;
		if (titled && (front || !line_is_bare(line, i)))
			*letters = RESTORE_TITLE;
		else if (!front && line_raised(line, i) < LINE_NAME)
			*letters = RESTORE_LOWER;
	}
}

/* The word after a label, "RELATED:", or the line's first. */
static size_t skip_label(const struct line *line)
{
	size_t i = line->from;

	while (i < line->to && i < line->from + LABEL &&
	       !line_holds(line, i, ":"))
		i++;
	return line_holds(line, i, ":") ? i + 1 : line->from;
}

/* Whether all ordinary words are in capitals, or none. */
static bool is_of_one_size(const struct line *line)
{
	size_t ordinary = 0, upper = 0;

	for (size_t i = skip_label(line); i <= line->to; i++) {
		if (line_is_bare(line, i) || !line_is_ordinary(line, i))
			continue;
		ordinary++;
		upper += line->verdicts[i].letters == RESTORE_UPPER;
	}
	return !upper || upper == ordinary;
}

/* Words in capitals between others become as those are. */
static void set_size(const struct line *line)
{
	for (size_t i = skip_label(line); i <= line->to; i++) {
		uint8_t *letters = &line->verdicts[i].letters;

		if (*letters == RESTORE_UPPER && line_is_ordinary(line, i))
			*letters =
				line_begins(line, i) || line_raised(line, i) > 0
					? RESTORE_TITLE
					: RESTORE_LOWER;
	}
}

void headline_settle(const struct decoder *decoder, struct verdict *verdicts)
{
	struct line line = { decoder, verdicts, 1, 0 };

	if (decoder->rules->loss == LOSS_LOST_QUOTES)
		return;
	for (; line.from <= decoder->words->count; line.from = line.to + 1) {
		if (!find_line(&line))
			continue;
		if (!is_of_one_size(&line))
			set_size(&line);
		if (line.from == 1 && line.to >= WORDS_LEAST)
			set_style(&line);
	}
}
