/*
 * What becomes of texts that are nearly those of tests/cases: the contract
 * holds for them, and nothing about them changes that nobody meant to change;
 * see recorded.h.
 */
#include "support.h"

#include "laws/neighbours.h"
#include "laws/recorded.h"

#define NEIGHBOURS 240
#define LAWFUL 9 /* the laws are held against every so many of them */

/* More for a search: NEIGHBOURS=1000. */
static int neighbour_count(void)
{
	const char *count = getenv("NEIGHBOURS");

	return count ? atoi(count) : NEIGHBOURS;
}

/* Half of them by the case's rules, half by all. */
static void try_neighbours(struct recorded_case *one)
{
	const struct text *in = &one->test->in;

	for (int i = 0; i < neighbour_count(); i++) {
		const struct random_text text =
			neighbour(&one->state, in->bytes, in->len);

		recorded_try(one, i % 2 ? one->all : one->own, text.bytes,
			     text.len, i % LAWFUL == 0);
		free(text.bytes);
	}
}

int main(void)
{
	return recorded_run("neighbours", "tests/neighbours", try_neighbours);
}
