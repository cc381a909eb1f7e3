/* Drawing the articles that are shown. */
#include "report/lottery.h"

void lottery_release(struct lottery *lottery)
{
	for (size_t rule = 0; rule < TALLY_RULES; rule++)
		for (size_t i = 0; i < LOTTERY_WINNERS; i++)
			sample_drop(lottery->won[rule][i]);
}

/* Where the number would come; LOTTERY_WINNERS: nowhere, or it is there. */
static size_t rank(struct sample *const *won, uint64_t draw)
{
	size_t at = 0;

	while (at < LOTTERY_WINNERS && won[at] && won[at]->draw < draw)
		at++;
	if (at < LOTTERY_WINNERS && won[at] && won[at]->draw == draw)
		return LOTTERY_WINNERS;
	return at;
}

static void insert(struct sample **won, size_t at, struct sample *sample)
{
	sample_drop(won[LOTTERY_WINNERS - 1]);
	for (size_t i = LOTTERY_WINNERS - 1; i > at; i--)
		won[i] = won[i - 1];
	won[at] = sample;
	sample->holders++;
}

bool lottery_enter(struct lottery *lottery, const struct note *note,
		   const char *path)
{
	struct sample *sample = NULL;

	if (!note->parts.len)
		return true;
	for (size_t rule = 0; rule < TALLY_RULES; rule++) {
		size_t at;

		if (!note->rules[rule])
			continue;
		at = rank(lottery->won[rule], note->draw);
		if (at == LOTTERY_WINNERS)
			continue;
		if (!sample)
			sample = sample_new(note, path);
		if (!sample)
			return false;
		insert(lottery->won[rule], at, sample);
	}
	sample_drop(sample);
	return true;
}
