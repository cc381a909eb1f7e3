/* Line ends. */
#include "restore/line_ends.h"

#include "base/bytes.h"

/*
 * One gap in eight had a mark. Where a third of the line ends have a space
 * before them, a printer or a mail program put it there; where nearly all
 * within paragraphs have one on either side, no space became a line end.
 */
#define SPACED_SHARE 3
#define BESIDE_PERCENT 95
#define BESIDE_LEAST 4 /* line ends that are no accident */
#define LED_SHARE 2    /* more lines that begin with one are set in */

/*
 * Of lines of captions, whose length is the screen's, or ends where the speaker
 * breathes, so many end with a word that ends no sentence: "asked the". So do
 * lines of songs that end in "hold on", but these have empty lines, and other
 * lengths.
 */
#define RUNNING_LEAST 2
#define RUNNING_SHARE 7
#define FULL_PERCENT 66 /* of the longest line, three lines in four have */
#define RAGGED_LEAST 16 /* lines, where they have not */

/* The line ends of a text, and of these within paragraphs, with spaces. */
struct tally {
	size_t all, spaced;		 /* after one */
	size_t inner, inner_spaced, led; /* after one; before one alone */
};

static void count(struct tally *tally, const struct restore_task *task)
{
	const char *text = task->text;

	for (size_t at = 1; at + 1 < task->len; at++) {
		const bool spaced = text[at - 1] == ' ';

		if (text[at] != '\n')
			continue;
		tally->all++;
		tally->spaced += spaced;
		if (text[at - 1] == '\n' || text[at + 1] == '\n')
			continue;
		tally->inner++;
		tally->inner_spaced += spaced;
		tally->led += !spaced && text[at + 1] == ' ';
	}
}

/* Bytes of the longest line; 0: one is empty. */
static size_t longest_line(const struct restore_task *task)
{
	size_t longest = 0;

	for (size_t at = 0; at < task->len;) {
		const size_t end = bytes_line_end(task->text, task->len, at);

		if (end == at)
			return 0;
		longest = end - at > longest ? end - at : longest;
		at = end + 1;
	}
	return longest;
}

/* Lines of a screen: they are as long as that, or many. */
static bool are_captions(const struct restore_task *task)
{
	const size_t least = longest_line(task) * FULL_PERCENT / 100;
	size_t lines = 0, full = 0;

	for (size_t at = 0; least && at < task->len;) {
		const size_t end = bytes_line_end(task->text, task->len, at);

		lines++;
		full += end - at >= least;
		at = end + 1;
	}
	return lines && (lines >= RAGGED_LEAST || full * 4 >= lines * 3);
}

/* Whether sentences run on over the ends. */
static bool are_running(const struct restore_task *task,
			const struct words *words)
{
	size_t ends = 0, running = 0;

	for (size_t i = 1; i < words->count; i++) {
		const struct word *last = &words->items[i - 1];
		const char *word = words->text + last->at;

		if (words->text[last->end] != '\n')
			continue;
		ends++;
		running += (word_lists_find(words->lists, word,
					    last->end - last->at) &
			    LIST_BARE) != 0;
	}
	return running >= RUNNING_LEAST && running * RUNNING_SHARE >= ends &&
	       are_captions(task);
}

void line_ends_read(struct line_ends *ends, const struct restore_task *task,
		    const struct words *words)
{
	struct tally tally = { 0 };

	ends->wrapped = task->wrapped || are_running(task, words);
	if (!ends->wrapped)
		return;
	count(&tally, task);
	ends->beside = tally.inner >= BESIDE_LEAST &&
		       tally.led * LED_SHARE <= tally.inner &&
		       (tally.inner_spaced + tally.led) * 100 >=
			       tally.inner * BESIDE_PERCENT;
	ends->told = ends->beside || tally.spaced * SPACED_SHARE <= tally.all;
}
