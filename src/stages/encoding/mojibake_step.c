/*
 * Mending mojibake.
 *
 * Units of one charset that touch make a run, judged as a whole. A run that
 * can hardly be anything else is mended, and makes weaker ones believable; weak
 * ones alone are left. Mojibake twice over takes two turns of the stage.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/utf8.h"
#include "stages/encoding/alphabet.h"
#include "stages/encoding/mojibake.h"
#include "stages/encoding/mojibake_point.h"
#include "text/marks.h"
#include "unicode/props.h"

#define RUN_UNITS 16	/* a longer run is judged in pieces */
#define SURE 6		/* a run of this score stands for itself */
#define WEAK 1		/* beside a sure one, this is enough, */
#define WEAKER -2	/* and this in an article that is full of it: */
#define FULL 30		/* the sum of its runs' scores; */
#define WEAKEST -16	/* and this in one that is nothing else: */
#define MOST 80		/* so many percent of what is not ASCII */
#define OTHER_CHARSET 4 /* less for a charset that is not the main */
#define FOREIGN 4	/* more for a stray letter of another script */

/* In the order of charset_table.py. */
static const char *const charset_names[MOJIBAKE_CHARSETS] = {
	"Windows-1252",	 "Windows-1251", "Windows-1250", "Windows-1254",
	"Windows-1253",	 "Windows-1257", "Mac Roman",	 "code page 437",
	"code page 850", "ISO 8859-2",	 "ISO 8859-4",	 "Mac Cyrillic",
	"code page 866",
};

struct run {
	size_t at, end;
	unsigned charset;
	size_t count;
	int score;
	uint64_t languages; /* that have all its letters, as bits */
};

struct walk {
	struct pass *pass;
	int best, sum;			       /* of the runs' scores */
	int sums[MOJIBAKE_CHARSETS];	       /* by charset; */
	uint64_t languages[MOJIBAKE_CHARSETS]; /* those of all its letters */
	unsigned main;	    /* the charset of the largest sum */
	size_t breaks;	    /* "Â" for a no-break space */
	size_t covered;	    /* characters of the runs taken */
	int enough;	    /* runs of this score are taken */
	uint32_t families;  /* scripts of long runs, as bits */
	size_t decoded_end; /* where the last run taken ended */
	uint32_t decoded;   /* its last code point */
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

/* Judge the run at text[at] in one charset. */
static struct run measure(const struct walk *walk, size_t at, unsigned charset)
{
	const char *text = walk->pass->text;
	struct run run = {
		.at = at, .end = at, .charset = charset, .languages = UINT64_MAX
	};
	struct unit_context context = context_at(walk, at);
	struct unit unit;

	while (run.count < RUN_UNITS && run.end < walk->pass->len &&
	       mojibake_read(text, walk->pass->len, run.end, charset, &unit)) {
		run.score += mojibake_score(&unit, &context);
		if (!run.count && walk->emit &&
		    walk->families >> mojibake_family(unit.point) & 1)
			run.score += MOJIBAKE_FAMILY_BONUS;
		run.end = unit.end;
		run.languages &= alphabet_languages(unit.point);
		run.count++;
		move_on(&context, &unit);
	}
	return run;
}

/* A Greek or Cyrillic letter, in a text of Latin ones, not in its own word. */
static bool is_foreign(const struct walk *walk, const struct run *run)
{
	const struct pass *pass = walk->pass;
	size_t at = run->at;
	const uint32_t lead = utf8_next(pass->text, &at);

	return lead >= 0x370 && unicode_is_letter(lead) &&
	       pass->survey->high * 4 < pass->len &&
	       utf8_before(pass->text, run->at) < 0x370 &&
	       utf8_at(pass->text, pass->len, run->end) < 0x370;
}

/*
 * The best run at text[at]; count is 0 when there is none. While the evidence
 * is gathered, each charset in which the run reads as well gets its score.
 */
static struct run best_run(struct walk *walk, size_t at, unsigned charsets)
{
	struct run best = { .count = 0 };
	int scores[MOJIBAKE_CHARSETS] = { 0 };
	uint64_t languages[MOJIBAKE_CHARSETS];

	for (unsigned i = 0; i < MOJIBAKE_CHARSETS; i++) {
		struct run run;

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
		if (!best.count || run.score > best.score)
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

/* Marks before a word. */
static bool may_begin_word(uint32_t point)
{
	return point == '"' || point == '\'' ||
	       mark_is(point, MARK_OPEN_QUOTE | MARK_OPEN_BRACKET);
}

static bool is_portuguese(const struct pass *pass, size_t at)
{
	static const char *const ends[] = { "quela", "quele", "quilo", "s" };

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		const size_t len = strlen(ends[i]);
		size_t end = at + len;

		if (pass->len - at < len ||
		    memcmp(pass->text + at, ends[i], len) != 0)
			continue;
		if (len > 1 && end < pass->len && pass->text[end] == 's')
			end++;
		if (!unicode_is_word(utf8_at(pass->text, pass->len, end)))
			return true;
	}
	return false;
}

/*
 * A space that was a no-break space stays where words need it: "Ã la" is
 * "à la", "voilÃ ." is "voilà.".
 */
static size_t write_spaced(const struct pass *pass, const struct unit *unit,
			   size_t at, char *out)
{
	size_t len = 0;
	bool keep;

	if (unit->point == 0xA0) {
		keep = utf8_before(pass->text, at) != ' ' &&
		       unit->after != ' ' && unit->after != '\n';
	} else if (unit->point != 0xE0) {
		len = utf8_encode(unit->point, out);
		keep = false;
	} else {
		len = utf8_encode(unit->point, out);
		keep = (unicode_is_word(unit->after) ||
			may_begin_word(unit->after)) &&
		       !is_portuguese(pass, unit->end);
	}
	if (keep)
		out[len++] = ' ';
	return len;
}

static size_t write_unit(const struct pass *pass, const struct unit *unit,
			 size_t at, char *out)
{
	if (unit->spaced)
		return write_spaced(pass, unit, at, out);
	return utf8_encode(unit->point, out);
}

static void mend(struct pass *pass, const struct run *run)
{
	char out[RUN_UNITS * (UTF8_MAX + 1)];
	size_t len = 0, at = run->at;
	struct unit unit;
	const char *message;
	char *text;

	while (at < run->end) {
		mojibake_read(pass->text, pass->len, at, run->charset, &unit);
		len += write_unit(pass, &unit, at, out + len);
		at = unit.end;
	}
	text = arena_copy(pass->arena, out, len);
	message = arena_printf(pass->arena,
			       "UTF-8 was read as %s (margin of %d bits)",
			       charset_names[run->charset], run->score);
	if (!text || !message) {
		pass->failed = true;
		return;
	}
	pass_begin(pass, RULE_ENCODING_MOJIBAKE, run->at, run->end, message);
	pass_edit(pass, run->at, run->end, text, len, 100);
	pass_end(pass);
}

/* What later runs ask of this one. */
static void remember(struct walk *walk, const struct run *run)
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
	walk->decoded = unit.point;
	walk->decoded_end = at;
	if (run->count > 2 && mojibake_family(unit.point))
		walk->families |= (uint32_t)1 << mojibake_family(unit.point);
}

static void take(struct walk *walk, const struct run *run)
{
	if (walk->emit) {
		mend(walk->pass, run);
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
static int enough(const struct walk *walk, const struct run *run)
{
	return walk->emit && run->charset != walk->main ? SURE - OTHER_CHARSET
							: walk->enough;
}

/* "Â" that is a line: of a no-break space, whose line was stripped. */
static bool is_line(const struct pass *pass, size_t at, size_t end)
{
	uint32_t before, after;

	while (at && pass->text[at - 1] == ' ')
		at--;
	while (end < pass->len && pass->text[end] == ' ')
		end++;
	before = utf8_before(pass->text, at);
	after = utf8_at(pass->text, pass->len, end);
	return (!before || before == '\n') && (!after || after == '\n');
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
		struct run run;

		if (point == 0xC2 && is_line(pass, at, next))
			take_line(walk, at, next);
		else if (second >= 0x80 || second == ' ' || second == '\n')
			charsets = mojibake_charsets(point, second);
		if (charsets) {
			run = best_run(walk, at, charsets);
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

static void run(struct pass *pass)
{
	struct walk walk = { .pass = pass, .enough = WEAK };

	for (unsigned i = 0; i < MOJIBAKE_CHARSETS; i++)
		walk.languages[i] = UINT64_MAX;
	walk_text(&walk);
	/* "Â" is no word: twice before a space it was a no-break space. */
	if (walk.best < SURE && walk.breaks < 2)
		return;
	conclude(&walk);
	walk_text(&walk);
}

static bool triggered(const struct survey *survey,
		      const struct settings *settings)
{
	return survey_saw(survey, SEEN_MOJIBAKE) &&
	       settings_select(settings, RULE_ENCODING_MOJIBAKE);
}

const struct stage mojibake_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.everywhere = true,
	.triggered = triggered,
	.run = run,
};
