/* Confidence that is asked, by kind. */
#include "restore/least.h"
#include "base/bytes.h"

#include <string.h>

/*
 * A false quotation is worse than a lost one, and so is a changed number or
 * currency: what is doubtful is left out. Figures: where a wrong edit that
 * costs as much as three missing ones is worth its risk.
 */
static const struct restore_leasts defaults = {
	.of = {
		[LOSS_WIRE] = { .of = { [RESTORE_QUOTES] = 50,
					[RESTORE_NUMBERS] = 80,
					[RESTORE_CURRENCY] = 80 },
				.title_stop = 75 },
		[LOSS_COLLAPSED] = { .of = { [RESTORE_QUOTES] = 68,
					     [RESTORE_NUMBERS] = 80,
					     [RESTORE_CURRENCY] = 80,
					     [RESTORE_BREAKS] = 50 },
				     .title_stop = 75 },
		[LOSS_LOWER] = { .short_case = 75 },
		[LOSS_LOWER_LOST].of = { [RESTORE_NUMBERS] = 50,
					 [RESTORE_CURRENCY] = 80 },
		[LOSS_LOST_QUOTES].of = { [RESTORE_NUMBERS] = 50,
					  [RESTORE_CURRENCY] = 80 },
	},
};

static const struct {
	const char *name, *words;
} kinds[RESTORE_KINDS] = {
	[RESTORE_QUOTES] = { "quotes", "quotation marks" },
	[RESTORE_NUMBERS] = { "numbers", "marks in numbers" },
	[RESTORE_CURRENCY] = { "currency", "currency signs" },
	[RESTORE_BREAKS] = { "breaks", "paragraph breaks" },
	[RESTORE_MARKS] = { "marks", "other marks" },
	[RESTORE_CAPITALS] = { "capitals", "capitals" },
	[RESTORE_BOILERPLATE] = { "boilerplate", "unnamed furniture" },
};

const char *restore_kind_words(enum restore_kind kind)
{
	return kinds[kind].words;
}

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

/* Every kind is asked so much at least. */
static void raise_all(struct restore_leasts *leasts, unsigned percent)
{
	for (size_t i = 0; i < LOSS_COUNT * RESTORE_KINDS; i++) {
		unsigned *now =
			&leasts->of[i / RESTORE_KINDS].of[i % RESTORE_KINDS];

		*now = *now < percent ? percent : *now;
	}
}

/* False: there is no kind of that name. */
static bool set_kind(struct restore_leasts *leasts, const char *name,
		     size_t len, unsigned percent)
{
	for (size_t k = 0; k < RESTORE_KINDS; k++) {
		if (!bytes_are(name, len, kinds[k].name))
			continue;
		for (size_t i = 0; i < LOSS_COUNT; i++) {
			leasts->of[i].of[k] = percent;
			if (k == RESTORE_CAPITALS)
				leasts->of[i].short_case = percent;
		}
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
