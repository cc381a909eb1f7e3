/*
 * Mending mojibake.
 *
 * Units of one charset that touch make a run, judged as a whole. A run that
 * can hardly be anything else is mended, and makes weaker ones believable; weak
 * ones alone are left. Mojibake twice over takes two turns of the stage.
 */
#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "stages/encoding/mojibake_best.h"
#include "stages/encoding/mojibake_point.h"
#include "stages/stage.h"
#include "unicode/props.h"

#define SURE 6	    /* a run of this score stands for itself; */
#define WEAKER -2   /* enough in an article that is full of it: */
#define FULL 30	    /* the sum of its runs' scores; */
#define WEAKEST -16 /* and this in one that is nothing else: */
#define MOST 80	    /* so many percent of what is not ASCII */
#define SCRIPTS_BY_CHANCE 3

/* Azerbaijani, Hausa and Ewe write with letters of phonetics. */
static bool is_of_phonetics(uint32_t point)
{
	static const uint32_t letters[] = { 0x0181, 0x0186, 0x018A, 0x018F,
					    0x0190, 0x0198, 0x0199, 0x0253,
					    0x0254, 0x0256, 0x0257, 0x0259,
					    0x025B, 0x0263 };

	for (size_t i = 0; i < sizeof(letters) / sizeof(*letters); i++) {
		if (point == letters[i])
			return true;
	}
	return false;
}

/* A letter of Syriac, a mark of Hebrew: in a text of another script it may be
   what wrong bytes happen to spell. */
static bool is_odd(uint32_t point)
{
	const struct mojibake_range *range = mojibake_range_of(point);

	if (is_of_phonetics(point))
		return false;
	return range->script == MOJIBAKE_RARE ||
	       (range->script == MOJIBAKE_LATIN && range->weight < 0);
}

/* Whose letters the run would be. */
static void see_letters(struct mojibake_walk *walk,
			const struct mojibake_run *run)
{
	const struct pass *pass = walk->pass;
	struct unit unit;
	bool odd = false;

	for (size_t at = run->at; at < run->end; at = unit.end) {
		mojibake_read(pass->text, pass->len, at, run->charset, &unit);
		odd |= is_odd(unit.point);
		if (mojibake_family(unit.point))
			walk->scripts |= (uint32_t)1
					 << mojibake_family(unit.point);
		walk->reach += unit.count;
	}
	walk->runs++;
	walk->odd += odd;
}

/*
 * "GÃ idheal" with its no-break space: the only marks of a text that has no
 * other accent, as one that writes Ã itself would.
 */
static bool is_within_word(const struct pass *pass,
			   const struct mojibake_run *run,
			   const struct unit *unit)
{
	return unit->point == 0xE0 && !unit->spaced && run->count == 1 &&
	       unicode_is_letter(utf8_before(pass->text, run->at)) &&
	       unicode_is_lower(unit->after);
}

/* What later runs ask of this one. */
static void remember(struct mojibake_walk *walk, const struct mojibake_run *run)
{
	const struct pass *pass = walk->pass;
	size_t at = run->at;
	struct unit unit = { .point = 0 };

	while (at < run->end) {
		const uint32_t before = utf8_before(pass->text, at);

		mojibake_read(pass->text, pass->len, at, run->charset, &unit);
		at = unit.end;
		walk->covered += unit.count;
		walk->breaks += unit.point == 0xA0 &&
				(!unit.spaced || unicode_is_lower(before));
	}
	walk->within += is_within_word(pass, run, &unit);
	walk->decoded = unit.point;
	walk->decoded_end = at;
	if (run->count > 2 && mojibake_family(unit.point))
		walk->families |= (uint32_t)1 << mojibake_family(unit.point);
}

static void take(struct mojibake_walk *walk, const struct mojibake_run *run)
{
	if (walk->emit) {
		mojibake_mend(walk->pass, run);
	} else {
		walk->sum += run->score;
		if (run->score > walk->best)
			walk->best = run->score;
	}
	remember(walk, run);
}

/* A charset that is not the article's must prove itself. */
static int enough(const struct mojibake_walk *walk,
		  const struct mojibake_run *run)
{
	return walk->emit && run->charset != walk->main
		       ? SURE - MOJIBAKE_OTHER_CHARSET
		       : walk->enough;
}

/* What ends a line now, or once line ends are newlines; 0: the text's edge. */
static bool is_line_end(uint32_t point)
{
	return !point || point == '\n' || point == '\r' || point == 0x85 ||
	       point == 0x2028 || point == 0x2029;
}

static bool is_within_line(uint32_t point)
{
	return !is_line_end(point) && unicode_is_space(point);
}

/* "Â" that is a line: of a no-break space, whose line was stripped. */
static bool is_line(const struct pass *pass, size_t at, size_t end)
{
	while (is_within_line(utf8_before(pass->text, at)))
		utf8_previous(pass->text, &at);
	while (is_within_line(utf8_at(pass->text, pass->len, end)))
		utf8_next(pass->text, &end);
	return is_line_end(utf8_before(pass->text, at)) &&
	       is_line_end(utf8_at(pass->text, pass->len, end));
}

static void take_line(struct mojibake_walk *walk, size_t at, size_t end)
{
	walk->breaks++;
	if (walk->emit)
		pass_delete(walk->pass, RULE_ENCODING_MOJIBAKE, at, end);
}

#define NO_BREAK_SPACE 0xA0

/*
 * The best run at text[at]. The no-break space may be a first byte (of Mac
 * Roman), and is more often a space before a run that reads better.
 */
static struct mojibake_run best_at(struct mojibake_walk *walk, size_t at,
				   unsigned charsets)
{
	const struct pass *pass = walk->pass;
	const struct mojibake_run run = mojibake_best(walk, at, charsets);
	struct mojibake_run other = { .count = 0 };
	uint32_t first;
	size_t next = at, after;

	if (utf8_next(pass->text, &next) != NO_BREAK_SPACE || run.score >= SURE)
		return run;
	after = next;
	first = utf8_next(pass->text, &after);
	charsets =
		mojibake_charsets(first, utf8_at(pass->text, pass->len, after));
	if (charsets)
		other = mojibake_best(walk, next, charsets);
	return other.count && other.score > run.score ? other : run;
}

static void walk_text(struct mojibake_walk *walk)
{
	const struct pass *pass = walk->pass;
	size_t at = bytes_find_high(pass->text, pass->len, 0);

	while (at < pass->len) {
		size_t next = at;
		const uint32_t point = utf8_next(pass->text, &next);
		const uint32_t second = utf8_at(pass->text, pass->len, next);
		unsigned charsets = 0;
		struct mojibake_run run;

		if (point == 0xC2 && is_line(pass, at, next))
			take_line(walk, at, next);
		else if (second >= 0x80 || ascii_is_space(second))
			charsets = mojibake_charsets(point, second);
		if (charsets) {
			run = best_at(walk, at, charsets);
			if (!walk->emit && run.count && run.score >= WEAKER)
				see_letters(walk, &run);
			if (run.count && run.score >= enough(walk, &run)) {
				take(walk, &run);
				next = run.end;
			}
		}
		at = bytes_find_high(pass->text, pass->len, next);
	}
}

/* Letters of one language are likelier than letters that none has together. */
static int likelihood(const struct mojibake_walk *walk, unsigned charset)
{
	const int sum = walk->sums[charset];

	return walk->languages[charset] ? sum : sum - sum / 4;
}

/* The evidence is in: what is enough, and what is the likeliest charset? */
static void conclude(struct mojibake_walk *walk)
{
	const size_t high = walk->pass->survey->high;

	walk->enough = MOJIBAKE_WEAK;
	if (walk->sum >= FULL)
		walk->enough = WEAKER;
	if (walk->sum >= FULL && walk->covered * 100 >= high * MOST)
		walk->enough = WEAKEST;
	for (unsigned i = 0; i < MOJIBAKE_CHARSETS; i++)
		if (likelihood(walk, i) > likelihood(walk, walk->main))
			walk->main = i;
	walk->decoded_end = 0;
	walk->emit = true;
}

/*
 * Arabic and Korean read as Mac Roman: here and there two letters would be one
 * of another script, and the rest is left. Then none is what it seems.
 */
static bool is_chance(const struct mojibake_walk *walk)
{
	const int scripts = __builtin_popcount(walk->scripts);

	return walk->reach * 2 < walk->pass->survey->high &&
	       (walk->odd * 2 > walk->runs || scripts >= SCRIPTS_BY_CHANCE);
}

/* "Â" is no word: twice before a space it was a no-break space. */
static bool is_sure(const struct mojibake_walk *walk)
{
	return walk->best >= SURE || walk->breaks >= 2 ||
	       (walk->within && walk->covered == walk->pass->survey->high);
}

static void run(struct pass *pass)
{
	struct mojibake_walk walk = { .pass = pass, .enough = MOJIBAKE_WEAK };

	for (unsigned i = 0; i < MOJIBAKE_CHARSETS; i++)
		walk.languages[i] = UINT64_MAX;
	walk_text(&walk);
	if (!is_sure(&walk) || is_chance(&walk))
		return;
	conclude(&walk);
	walk_text(&walk);
}

const struct stage mojibake_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.everywhere = true,
	.sees = SEEN_MOJIBAKE,
	.rule = RULE_ENCODING_MOJIBAKE,
	.run = run,
};
