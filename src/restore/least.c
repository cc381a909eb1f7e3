/* Confidence that is asked, by kind. */
#include "restore/least.h"

#include <stddef.h>
#include <string.h>

/*
 * A false quotation is worse than a lost one, and so is a changed number or
 * currency: what is doubtful is left out. Figures: where a wrong edit that
 * costs as much as three missing ones is worth its risk.
 */
static const struct restore_leasts defaults = {
	.of = {
		[LOSS_WIRE] = { .numbers = 70, .currency = 80 },
		[LOSS_COLLAPSED] = { .quotes = 55,
				     .numbers = 70,
				     .currency = 80,
				     .breaks = 50 },
		[LOSS_LOWER_LOST] = { .numbers = 50, .currency = 80 },
		[LOSS_LOST_QUOTES] = { .numbers = 50, .currency = 80 },
	},
};

static const struct {
	const char *name;
	size_t offset;
} kinds[] = {
	{ "quotes", offsetof(struct restore_least, quotes) },
	{ "numbers", offsetof(struct restore_least, numbers) },
	{ "currency", offsetof(struct restore_least, currency) },
	{ "breaks", offsetof(struct restore_least, breaks) },
	{ "marks", offsetof(struct restore_least, marks) },
	{ "capitals", offsetof(struct restore_least, capitals) },
};

#define KINDS (sizeof(kinds) / sizeof(*kinds))

static bool read_percent(const char *text, size_t len, unsigned *percent)
{
	*percent = 0;
	if (!len || len > 3)
		return false;
	for (size_t i = 0; i < len; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		*percent = *percent * 10 + (unsigned)(text[i] - '0');
	}
	return *percent <= 100;
}

static unsigned *figure(struct restore_leasts *leasts, size_t loss, size_t kind)
{
	return (unsigned *)((char *)&leasts->of[loss] + kinds[kind].offset);
}

/* Every kind is asked so much at least. */
static void raise_all(struct restore_leasts *leasts, unsigned percent)
{
	for (size_t i = 0; i < LOSS_COUNT * KINDS; i++) {
		unsigned *now = figure(leasts, i / KINDS, i % KINDS);

		*now = *now < percent ? percent : *now;
	}
}

/* False: there is no kind of that name. */
static bool set_kind(struct restore_leasts *leasts, const char *name,
		     size_t len, unsigned percent)
{
	for (size_t k = 0; k < KINDS; k++) {
		if (strlen(kinds[k].name) != len ||
		    memcmp(kinds[k].name, name, len))
			continue;
		for (size_t i = 0; i < LOSS_COUNT; i++)
			*figure(leasts, i, k) = percent;
		return true;
	}
	return false;
}

static bool take_term(struct restore_leasts *leasts, const char *term,
		      size_t len)
{
	const char *sign = memchr(term, '=', len);
	const size_t number = sign ? (size_t)(sign - term) + 1 : 0;
	unsigned percent;

	if (!read_percent(term + number, len - number, &percent))
		return false;
	if (sign)
		return set_kind(leasts, term, number - 1, percent);
	raise_all(leasts, percent);
	return true;
}

bool restore_leasts_read(struct restore_leasts *leasts, const char *terms,
			 const char **bad, size_t *len)
{
	*leasts = defaults;
	while (terms && *terms) {
		*bad = terms;
		*len = strcspn(terms, ",");
		if (!take_term(leasts, terms, *len))
			return false;
		terms += *len + (terms[*len] == ',');
	}
	return true;
}
