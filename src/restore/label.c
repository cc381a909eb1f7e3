/* Labels in one case. */
#include "restore/label.h"

#include <stdlib.h>

#include "restore/case_agreement.h"
#include "restore/line.h"

#define WORDS_MOST 3 /* of a label */

/* Priors of words that training saw in capitals in half of the places. */
#define FIRST_ACRONYM 87
#define LAST_ACRONYM 96

/* Priors up to this one are of words of letters that the lexicon lacks. */
#define LAST_UNKNOWN 14

/* What a label must say for capitals, and says at most, in 1/256 nat. */
#define UPPER_LEAST 64
#define SAY 128
/* What all say on the average is clear. */
#define CLEAR 24

/* The line's first words before a colon; 0: it has no label. "He said:" is
 * none: a word of it is small. */
static size_t label_words(const struct line *line)
{
	size_t i = line->from;

	while (i < line->to && i < line->from + WORDS_MOST &&
	       line_has_capital(line, i) && !line_holds(line, i, ":,;?!()\""))
		i++;
	if (i == line->to || !line_has_capital(line, i) ||
	    !line_holds(line, i, ":") || !line_holds(line, i, " "))
		return 0;
	return i - line->from + 1;
}

/* On to the next line that has a label; its words, or 0. */
static size_t next_label(struct line *line)
{
	size_t words = 0;

	while (!words && line->to < line->decoder->words->count) {
		line->from = line->to + 1;
		line_find_end(line);
		words = label_words(line);
	}
	return words;
}

static uint64_t hash_of(const struct line *line, size_t count)
{
	uint64_t hash = count;

	for (size_t i = 0; i < count; i++)
		hash = hash * 31 + line_hash(line, line->from + i);
	return hash;
}

/* Initials alone, too, have capitals in either style: "JDH". */
static bool is_acronym(const struct line *line, size_t i)
{
	const unsigned prior = line_prior(line, i);
	const size_t letters = line_points(line, i);
	const bool alone = i == line->from && line_holds(line, i, ":");

	if (alone && (letters < 3 || (letters == 3 && prior <= LAST_UNKNOWN)))
		return true;
	return prior >= FIRST_ACRONYM && prior <= LAST_ACRONYM;
}

/*
 * What speaks for capitals throughout, and not for them; acronyms say nothing.
 */
static int32_t upper_of(const struct line *line, size_t count)
{
	int32_t sum = 0;
	bool says = false;

	for (size_t i = line->from; i < line->from + count; i++) {
		const int16_t *letters = line->decoder->traces[i].letters;

		if (is_acronym(line, i))
			continue;
		sum += letters[RESTORE_UPPER] - letters[RESTORE_TITLE];
		says = true;
	}
	sum = says ? sum - UPPER_LEAST : 0;
	return sum > SAY ? SAY : sum < -SAY ? -SAY : sum;
}

/* A word that is not in capitals throughout stays as it is: "McBride". */
static uint8_t title_of(uint8_t letters)
{
	return letters == RESTORE_UPPER ? RESTORE_TITLE : letters;
}

static void set_label(const struct line *line, size_t count, bool upper)
{
	for (size_t i = line->from; i < line->from + count; i++) {
		uint8_t *letters = &line->verdicts[i].letters;

		if (!is_acronym(line, i))
			*letters = upper ? RESTORE_UPPER : title_of(*letters);
	}
}

static bool recurs(const struct line *line, size_t count,
		   const struct case_agreement *labels)
{
	return case_agreement_count(labels, hash_of(line, count)) > 1;
}

/* "Ms." before a name: "Ms. HOLT" is in capitals, for all that is. */
static bool is_title(const struct line *line, size_t i)
{
	return line_holds(line, i, ".");
}

/* Whether a label is in capitals throughout, as far as they say anything. */
static bool is_upper(const struct line *line, size_t count)
{
	for (size_t i = line->from; i < line->from + count; i++) {
		if (!is_acronym(line, i) && !is_title(line, i) &&
		    line->verdicts[i].letters != RESTORE_UPPER)
			return false;
	}
	return true;
}

/* The labels of a text that recur, as names of speakers do. */
struct labels {
	size_t count, upper; /* all; those in capitals throughout */
	int32_t sum;	     /* what they say for that */
	bool differs;	     /* one is written in two ways */
};

static struct labels weigh(struct line line, const struct case_agreement *seen)
{
	struct labels labels = { 0 };
	size_t count;

	while ((count = next_label(&line))) {
		const int32_t say = upper_of(&line, count);

		if (!say || !recurs(&line, count, seen))
			continue;
		labels.count++;
		labels.upper += is_upper(&line, count);
		labels.sum += say;
		labels.differs |=
			case_agreement_differs(seen, hash_of(&line, count));
	}
	return labels;
}

static void set_labels(struct line line, const struct case_agreement *seen)
{
	const struct labels labels = weigh(line, seen);
	size_t count;

	if (!labels.upper || labels.upper == labels.count ||
	    (!labels.differs &&
	     abs(labels.sum) < CLEAR * (int32_t)labels.count))
		return;
	while ((count = next_label(&line))) {
		if (recurs(&line, count, seen))
			set_label(&line, count, labels.sum > 0);
	}
}

static size_t count_labels(struct line line)
{
	size_t count = 0;

	while (next_label(&line))
		count++;
	return count;
}

bool label_settle(const struct decoder *decoder, struct verdict *verdicts)
{
	struct line line = { decoder, verdicts, 1, 0 };
	const size_t most = count_labels(line);
	struct case_agreement *labels;
	size_t count;

	if (most < 2 || decoder->rules->loss == LOSS_LOST_QUOTES)
		return true;
	labels = case_agreement_new(most);
	if (!labels)
		return false;
	while ((count = next_label(&line)))
		case_agreement_add(labels, hash_of(&line, count), 0,
				   is_upper(&line, count) ? 1 : -1);
	line.to = 0;
	set_labels(line, labels);
	case_agreement_free(labels);
	return true;
}
