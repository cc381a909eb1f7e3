/*
 * Hyphens for dashes, where --dashes=typographic asks for them: "--" and a
 * hyphen between spaces. Which dash, the article's own say; spaces stay as they
 * are. After the quotes, which say whose habits an article has.
 */
#include "stages/whitespace/dash.h"

#include <string.h>

#include "stages/stage.h"

#define EN_DASH "\u2013"
#define EM_DASH "\u2014"

/* Dashes that the article has. */
struct habit {
	size_t em, em_spaced, en_spaced;
	bool british; /* its quotations have single marks */
};

static bool is_spaced(const struct pass *pass, size_t at, size_t end)
{
	return at && end < pass->len && pass->text[at - 1] == ' ' &&
	       pass->text[end] == ' ';
}

/* U+2013 and U+2014, three bytes each. */
static struct habit read_habit(const struct pass *pass)
{
	const struct survey *survey = pass->survey;
	const char *at = pass->text, *end = at + pass->len;
	struct habit habit = {
		.british = survey->open_single > 2 * survey->open_double + 1,
	};

	while ((at = memchr(at, 0xE2, (size_t)(end - at)))) {
		const size_t place = (size_t)(at - pass->text);
		const uint32_t point = pass_point(pass, place);
		const bool spaced = is_spaced(pass, place, place + 3);

		habit.em += point == 0x2014;
		habit.em_spaced += point == 0x2014 && spaced;
		habit.en_spaced += point == 0x2013 && spaced;
		at += 3;
	}
	return habit;
}

/* The dash for a row; the article's other dashes decide. */
static const char *dash_for(const struct habit *habit,
			    const struct hyphens *row)
{
	if (row->end - row->at == 1)
		return habit->em_spaced > habit->en_spaced ? EM_DASH : EN_DASH;
	if (!hyphens_spaced(row))
		return EM_DASH;
	if (habit->en_spaced > habit->em)
		return EN_DASH;
	return habit->british && !habit->em ? EN_DASH : EM_DASH;
}

/* The next row from *at on; false: there is none. */
static bool next_row(const struct pass *pass, size_t *at, struct hyphens *row)
{
	const char *found =
		*at < pass->len ? memchr(pass->text + *at, '-', pass->len - *at)
				: NULL;

	if (!found)
		return false;
	row->at = row->end = (size_t)(found - pass->text);
	while (row->end < pass->len && pass->text[row->end] == '-')
		row->end++;
	row->space_before = row->at && pass->text[row->at - 1] == ' ';
	row->space_after = row->end < pass->len && pass->text[row->end] == ' ';
	*at = row->end;
	return true;
}

static bool wanted(const struct survey *survey, const struct settings *settings)
{
	return settings->dashes == CD_DASHES_TYPOGRAPHIC &&
	       !survey_is(survey, CONDITION_CASING);
}

static void run(struct pass *pass)
{
	const struct habit habit = read_habit(pass);
	struct hyphens row;

	if (!wanted(pass->survey, pass->settings))
		return;
	for (size_t at = 0; next_row(pass, &at, &row);) {
		if (hyphens_are_dash(pass, &row))
			pass_put(pass, RULE_WHITESPACE_DASH, row.at, row.end,
				 dash_for(&habit, &row));
	}
}

const struct stage dash_stage = {
	.name = "whitespace",
	.rule = RULE_WHITESPACE_DASH,
	.wanted = wanted,
	.run = run,
};
