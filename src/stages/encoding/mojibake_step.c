/*
 * Mending mojibake.
 *
 * Units of one charset that touch make a run, judged as a whole. A run that
 * can hardly be anything else is mended, and makes weaker ones believable; weak
 * ones alone are left. Mojibake twice over takes two turns of the stage.
 */
#include "stages/encoding/mojibake.h"
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "stages/encoding/alphabet.h"
#include "stages/encoding/mojibake_point.h"
#include "stages/encoding/mojibake_run.h"
#include "unicode/props.h"

#define SURE 6		/* a run of this score stands for itself */
#define WEAK 1		/* beside a sure one, this is enough, */
#define WEAKER -2	/* and this in an article that is full of it: */
#define FULL 30		/* the sum of its runs' scores; */
#define WEAKEST -16	/* and this in one that is nothing else: */
#define MOST 80		/* so many percent of what is not ASCII */
#define OTHER_CHARSET 4 /* less for a charset that is not the main */
#define SCRIPTS_BY_CHANCE 3
#define RARE_FIRST 9	/* charsets from this one on are rare */
#define FOREIGN 4	/* more for a stray letter of another script, */
#define SPACED_LETTER 4 /* for Š that the article's language has */

struct walk {
	struct pass *pass;
	int best, sum;			       /* of the runs' scores */
	int sums[MOJIBAKE_CHARSETS];	       /* by charset; */
	uint64_t languages[MOJIBAKE_CHARSETS]; /* those of all its letters */
	unsigned main;	/* the charset of the largest sum */
	size_t breaks;	/* "Â" for a no-break space */
	size_t within;	/* "Ã" and a no-break space for à, within a word */
	size_t covered; /* characters of the runs taken */
	/* Of all runs that may be taken: */
	size_t runs, odd, reach; /* runs; with a letter that news has not;
				    characters */
	uint32_t scripts;	 /* but Latin, as bits */
	int enough;		 /* runs of this score are taken */
	uint32_t families;	 /* scripts of long runs, as bits */
	size_t decoded_end;	 /* where the last run taken ended */
	uint32_t decoded;	 /* its last code point */
	bool emit;
};

static struct unit_context context_at(const struct walk *walk, size_t at)
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
static bool needs_letter(const struct walk *walk, uint32_t point)
{
	const uint64_t languages = walk->languages[walk->main];

	return point == 0x160 && (languages & alphabet_languages(0x160)) &&
	       !(languages & alphabet_languages(0xC5));
}

/* Judge the run at text[at] in one charset. */
static struct mojibake_run measure(const struct walk *walk, size_t at,
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
	return run;
}

/* A Greek or Cyrillic letter, in a text of Latin ones, not in its own word. */
static bool is_foreign(const struct walk *walk, const struct mojibake_run *run)
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

/*
 * The best run at text[at]; count is 0 when there is none. While the evidence
 * is gathered, each charset in which the run reads as well gets its score.
 */
static struct mojibake_run best_run(struct walk *walk, size_t at,
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
			run.score -= OTHER_CHARSET;
		scores[i] = run.score;
		languages[i] = run.languages;
		if (!best.count ||
		    run.score > best.score + (is_rare(i) && !best.charset))
			best = run;
	}
	for (unsigned i = 0; i < MOJIBAKE_CHARSETS && !walk->emit; i++) {
		if (scores[i] < WEAK || scores[i] != best.score)
			continue;
		walk->sums[i] += scores[i];
		walk->languages[i] &= languages[i];
	}
	return best;
}

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
static void see_letters(struct walk *walk, const struct mojibake_run *run)
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
static void remember(struct walk *walk, const struct mojibake_run *run)
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

static void take(struct walk *walk, const struct mojibake_run *run)
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

/* The next byte from 0x80 on; pass->len when there is none. */
static size_t next_high(const struct pass *pass, size_t at)
{
	while (at < pass->len) {
		uint64_t eight;

		if (pass->len - at >= 8) {
			memcpy(&eight, pass->text + at, 8);
			if (!(eight & 0x8080808080808080u)) {
				at += 8;
				continue;
			}
		}
		if ((unsigned char)pass->text[at] >= 0x80)
			break;
		at++;
	}
	return at;
}

/* A charset that is not the article's must prove itself. */
static int enough(const struct walk *walk, const struct mojibake_run *run)
{
	return walk->emit && run->charset != walk->main ? SURE - OTHER_CHARSET
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

static void take_line(struct walk *walk, size_t at, size_t end)
{
	walk->breaks++;
	if (walk->emit)
		pass_delete(walk->pass, RULE_ENCODING_MOJIBAKE, at, end);
}

static void walk_text(struct walk *walk)
{
	const struct pass *pass = walk->pass;
	size_t at = next_high(pass, 0);

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
			run = best_run(walk, at, charsets);
			if (!walk->emit && run.count && run.score >= WEAKER)
				see_letters(walk, &run);
			if (run.count && run.score >= enough(walk, &run)) {
				take(walk, &run);
				next = run.end;
			}
		}
		at = next_high(pass, next);
	}
}

/* Letters of one language are likelier than letters that none has together. */
static int likelihood(const struct walk *walk, unsigned charset)
{
	const int sum = walk->sums[charset];

	return walk->languages[charset] ? sum : sum - sum / 4;
}

/* The evidence is in: what is enough, and what is the likeliest charset? */
static void conclude(struct walk *walk)
{
	const size_t high = walk->pass->survey->high;

	walk->enough = WEAK;
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
static bool is_chance(const struct walk *walk)
{
	const int scripts = __builtin_popcount(walk->scripts);

	return walk->reach * 2 < walk->pass->survey->high &&
	       (walk->odd * 2 > walk->runs || scripts >= SCRIPTS_BY_CHANCE);
}

/* "Â" is no word: twice before a space it was a no-break space. */
static bool is_sure(const struct walk *walk)
{
	return walk->best >= SURE || walk->breaks >= 2 ||
	       (walk->within && walk->covered == walk->pass->survey->high);
}

static void run(struct pass *pass)
{
	struct walk walk = { .pass = pass, .enough = WEAK };

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
