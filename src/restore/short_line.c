/* The case of short lines. */
#include "restore/short_line.h"

#include "restore/line.h"

#define SENTENCE 20 /* words at most of a line that is one */
#define BRIEF 12    /* of a line of verse, a chat, a list */
#define LINES_LEAST 4
#define PER_LOWER 3 /* lines with a capital for one without */

/* Priors of words with capitals in less than 1 of 10 places. */
#define LAST_SMALL 46

/* What speaks for a capital too little, in 1/256 nat. */
#define HARDLY 256

/* How the lines of a text begin. */
struct lines {
	size_t count, brief;
	size_t raised, lower; /* brief ones */
};

/* Whether a sentence would have word i in small letters, were it no name. */
static bool is_inner(const struct line *line, size_t i)
{
	return !line_begins(line, i) && line_is_ordinary(line, i);
}

/* Whether a line was taken for a title: of three words two have capitals. */
static bool is_titled(const struct line *line)
{
	size_t words = 0, raised = 0;

	for (size_t i = line->from + 1; i <= line->to; i++) {
		if (!is_inner(line, i) || line_is_bare(line, i))
			continue;
		words++;
		raised += line_has_capital(line, i);
	}
	return words > 1 && raised * 3 >= words * 2;
}

/* A line becomes as a sentence: capitals that no name explains go. */
static void lower_line(const struct line *line)
{
	const bool titled = is_titled(line);

	for (size_t i = line->from + 1; i <= line->to; i++) {
		const int32_t raised = line_raised(line, i);

		if (!line_has_capital(line, i) || !is_inner(line, i))
			continue;
		if (raised < HARDLY ||
		    (titled &&
		     (raised < LINE_NAME || line_prior(line, i) <= LAST_SMALL)))
			line->verdicts[i].letters = RESTORE_LOWER;
	}
}

/* On to the next line; false: that was the last. */
static bool next_line(struct line *line)
{
	if (line->to == line->decoder->words->count)
		return false;
	line->from = line->to + 1;
	line_find_end(line);
	return true;
}

static bool is_brief(const struct line *line)
{
	return line->to - line->from < BRIEF;
}

static struct lines count_lines(struct line line)
{
	struct lines lines = { 0 };

	while (next_line(&line)) {
		lines.count++;
		if (!is_brief(&line))
			continue;
		lines.brief++;
		if (line_has_capital(&line, line.from))
			lines.raised++;
		else
			lines.lower++;
	}
	return lines;
}

/* A text of such lines: each is as a sentence, and begins as most do. */
static void settle_lines(struct line line)
{
	const struct lines lines = count_lines(line);
	const bool raise = lines.raised >= PER_LOWER * lines.lower;

	if (lines.count < LINES_LEAST || lines.brief * 4 < lines.count * 3)
		return;
	while (next_line(&line)) {
		if (!is_brief(&line))
			continue;
		if (!line_holds(&line, line.to, ".?!"))
			lower_line(&line);
		if (raise && !line_has_capital(&line, line.from))
			line.verdicts[line.from].letters = RESTORE_TITLE;
	}
}

/* A sequence is a line where every mark was lost, and has its stop now. */
static void settle_sentence(struct line line)
{
	line.to = line.decoder->words->count;
	if (line.to <= SENTENCE && line_holds(&line, line.to, ".?!,"))
		lower_line(&line);
}

void short_line_settle(const struct decoder *decoder, struct verdict *verdicts)
{
	const enum restore_loss loss = decoder->rules->loss;
	const struct line line = { decoder, verdicts, 1, 0 };

	if (loss <= LOSS_COLLAPSED)
		settle_sentence(line);
	else if (loss != LOSS_LOST_QUOTES)
		settle_lines(line);
}
