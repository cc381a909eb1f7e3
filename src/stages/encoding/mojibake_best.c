/* The charset in which a run of mojibake reads best. */
#include "stages/encoding/mojibake_best.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "stages/encoding/alphabet.h"
#include "stages/encoding/mojibake_point.h"
#include "unicode/props.h"

#define RARE_FIRST 9	/* charsets from this one on are rare */
#define FOREIGN 4	/* more for a stray letter of another script, */
#define SPACED_LETTER 4 /* for Š that the article's language has */
#define CYRILLIC 3	/* families of scripts: from Cyrillic to Arabic, */
#define ASIA_FIRST 8	/* Devanagari and further east */
#define INTRUDER 12

static struct unit_context context_at(const struct mojibake_walk *walk,
				      size_t at)
{
	const char *text = walk->pass->text;
	struct unit_context context = { .before = utf8_before(text, at) };
	size_t first = at;

	if (walk->decoded_end == at && at)
		context.decoded = walk->decoded;
	if (at)
		utf8_previous(text, &first);
	context.capitals = unicode_is_upper(context.before) &&
			   unicode_is_upper(utf8_before(text, first));
	return context;
}

/* Past a unit: what is before the next one. */
static void move_on(struct unit_context *context, const struct unit *unit)
{
	const uint32_t last =
		context->decoded ? context->decoded : context->before;

	context->capitals = unicode_is_upper(unit->point) &&
			    (context->capitals || unicode_is_upper(last));
	context->before = unit->literal[unit->count - 1];
	context->decoded = unit->point;
}

/*
 * "Å" before a space is a word of Norwegian: Š is likelier where the article's
 * mojibake holds letters of a language that has Š and no Å.
 */
static bool needs_letter(const struct mojibake_walk *walk, uint32_t point)
{
	const uint64_t languages = walk->languages[walk->main];

	return point == 0x160 && (languages & alphabet_languages(0x160)) &&
	       !(languages & alphabet_languages(0xC5));
}

/*
 * "ÇáËáÇËÇÁ", of which "ËáÇ" is an ideograph in Mac Roman: one of a script of
 * Asia, within a word of other letters. "HawaiÊ»i", of which "Ê»" is Cyrillic
 * in code page 850: one beside a letter of ASCII.
 */
static bool is_intruder(const struct mojibake_walk *walk,
			const struct mojibake_run *run, const struct unit *unit)
{
	const uint32_t before = utf8_before(walk->pass->text, run->at);
	const unsigned family = mojibake_family(unit->point);

	if (run->count != 1 || family < CYRILLIC)
		return false;
	return family < ASIA_FIRST
		       ? ascii_is_letter(before) || ascii_is_letter(unit->after)
		       : mojibake_is_letter(before) &&
				 mojibake_is_letter(unit->after);
}

/* Judge the run at text[at] in one charset. */
static struct mojibake_run measure(const struct mojibake_walk *walk, size_t at,
				   unsigned charset)
{
	const char *text = walk->pass->text;
	struct mojibake_run run = {
		.at = at, .end = at, .charset = charset, .languages = UINT64_MAX
	};
	struct unit_context context = context_at(walk, at);
	struct unit unit;

	while (run.count < MOJIBAKE_RUN && run.end < walk->pass->len &&
	       mojibake_read(text, walk->pass->len, run.end, charset, &unit)) {
		run.score += mojibake_score(&unit, &context);
		if (!run.count && walk->emit &&
		    walk->families >> mojibake_family(unit.point) & 1)
			run.score += MOJIBAKE_FAMILY_BONUS;
		if (!run.count && walk->emit && unit.spaced &&
		    needs_letter(walk, unit.point))
			run.score += SPACED_LETTER;
		run.end = unit.end;
		run.languages &= alphabet_languages(unit.point);
		run.count++;
		move_on(&context, &unit);
	}
	if (is_intruder(walk, &run, &unit))
		run.score -= INTRUDER;
	return run;
}

/* A Greek or Cyrillic letter, in a text of Latin ones, not in its own word. */
static bool is_foreign(const struct mojibake_walk *walk,
		       const struct mojibake_run *run)
{
	const struct pass *pass = walk->pass;
	size_t at = run->at;
	const uint32_t lead = utf8_next(pass->text, &at);

	return lead >= 0x370 && unicode_is_letter(lead) &&
	       pass->survey->high * 4 < pass->len &&
	       utf8_before(pass->text, run->at) < 0x370 &&
	       utf8_at(pass->text, pass->len, run->end) < 0x370;
}

/* One that must be likelier than Windows-1252, the first, by more than a bit.
 */
static bool is_rare(unsigned charset)
{
	return charset >= RARE_FIRST;
}

struct mojibake_run mojibake_best(struct mojibake_walk *walk, size_t at,
				  unsigned charsets)
{
	struct mojibake_run best = { .count = 0 };
	int scores[MOJIBAKE_CHARSETS] = { 0 };
	uint64_t languages[MOJIBAKE_CHARSETS];

	for (unsigned i = 0; i < MOJIBAKE_CHARSETS; i++) {
		struct mojibake_run run;

		if (!(charsets >> i & 1))
			continue;
		run = measure(walk, at, i);
		if (!run.count)
			continue;
		if (is_foreign(walk, &run))
			run.score += FOREIGN;
		if (walk->emit && i != walk->main)
			run.score -= MOJIBAKE_OTHER_CHARSET;
		scores[i] = run.score;
		languages[i] = run.languages;
		if (!best.count ||
		    run.score > best.score + (is_rare(i) && !best.charset))
			best = run;
	}
	for (unsigned i = 0; i < MOJIBAKE_CHARSETS && !walk->emit; i++) {
		if (scores[i] < MOJIBAKE_WEAK || scores[i] != best.score)
			continue;
		walk->sums[i] += scores[i];
		walk->languages[i] &= languages[i];
	}
	return best;
}
