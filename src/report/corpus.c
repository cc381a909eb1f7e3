/* Summing up a corpus. */
#include "report/corpus.h"

#include <string.h>

/* From how many findings on an article counts for each bar. */
static const uint32_t bar_bounds[HISTOGRAM_BARS] = {
	0, 1, 2, 4, 8, 16, 32, 64,
};

bool corpus_init(struct corpus *corpus)
{
	memset(corpus, 0, sizeof(*corpus));
	return cd_learner_new(&corpus->learner) == CD_OK &&
	       frequent_init(&corpus->stripped);
}

void corpus_release(struct corpus *corpus)
{
	groups_release(&corpus->folders);
	groups_release(&corpus->sources);
	frequent_release(&corpus->stripped);
	cd_learner_free(corpus->learner);
	lottery_release(&corpus->lottery);
	worst_release(&corpus->worst);
}

/* Of a long article the first part says what it is. */
static void count_article(struct corpus *corpus, const struct note *note)
{
	size_t bar = HISTOGRAM_BARS - 1;

	while (bar && note->findings < bar_bounds[bar])
		bar--;
	corpus->articles++;
	corpus->histogram[bar]++;
	corpus->classes[note->class]++;
	for (size_t i = 0; i < cd_condition_count(); i++)
		corpus->conditions[i] += note->conditions >> i & 1;
	for (size_t i = 0; i < TALLY_RULES && note->findings; i++)
		corpus->rule_articles[i] += note->rules[i] != 0;
}

static void count_note(struct corpus *corpus, const struct note *note)
{
	if (!note->goes_on)
		count_article(corpus, note);
	corpus->findings += note->findings;
	corpus->words += note->words;
	corpus->stripped_words += note->stripped_words;
	for (size_t i = 0; i < TALLY_RULES && note->findings; i++)
		corpus->rule_findings[i] += note->rules[i];
}

/* A file of records by itself, a text with the others of its folder. */
static struct cd_span folder_of(const struct file *file)
{
	const char *slash = strrchr(file->name, '/');

	if (format_has_records(file->format))
		return (struct cd_span){ file->name, strlen(file->name) };
	if (!slash)
		return (struct cd_span){ ".", 1 };
	return (struct cd_span){ file->name, (size_t)(slash - file->name) };
}

static bool add_note(struct corpus *corpus, const struct file *file,
		     const struct note *note)
{
	struct note_line line;
	size_t at = 0;

	if (cd_learner_add(corpus->learner, note->text.bytes, note->text.len) ==
	    CD_NOMEM)
		return false;
	count_note(corpus, note);
	while (note_line(note, &at, &line))
		frequent_add(&corpus->stripped, line.text.bytes, line.text.len,
			     line.rule);
	return groups_add(&corpus->folders, folder_of(file), note) &&
	       (!note->group.len ||
		groups_add(&corpus->sources, note->group, note)) &&
	       lottery_enter(&corpus->lottery, note, file->name) &&
	       worst_enter(&corpus->worst, note, file->name);
}

bool corpus_add(struct corpus *corpus, const struct file *file,
		const struct buffer *notes)
{
	struct note note;
	size_t at = 0;

	while (note_next(notes, &at, &note))
		if (!add_note(corpus, file, &note))
			return false;
	return true;
}
