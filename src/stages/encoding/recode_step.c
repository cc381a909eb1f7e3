/*
 * Letters of one byte that were read in another charset of that kind:
 * Windows-1251 as Windows-1252 ("Ïàðîì") or KOI8-R as Windows-1251 ("рБТПН"),
 * and Greek, Hebrew and Arabic as Windows-1252.
 *
 * A line is read again where its letters are then much likelier to be of a
 * language than they are as they are: by how often it has each of them.
 * Rows of accented letters are no words of any language; Cyrillic is compared
 * with what it would become.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/utf8.h"
#include "unicode/props.h"

#include "base/bytes.h"
#include "stages/encoding/recode_letters.h"
#include "stages/encoding/recode_table.h"

#define LEAST_LETTERS 12  /* where the line is no language as it is, */
#define LEAST_CYRILLIC 24 /* and where it may be Cyrillic, */
#define FEW_LETTERS 3	  /* or others of its article's lines are recoded */

/* Costs are in quarters of a bit: recode_letters.h. */
#define MOST_CYRILLIC 22 /* a letter, of the text as it would be, */
#define MOST_OTHER 20	 /* and of other scripts, which have one language */
#define LEAST_GAIN 3	 /* a letter; less where its case is inverted */
#define CASE_FAULTS                                                            \
	10 /* one of so many letters may be a capital after a small */

static const struct recoding {
	const uint16_t *was; /* what the bytes were taken for */
	const uint16_t *is;
	enum recode_script script;
	const char *message;
} recodings[] = {
	{ cp1252, cp1251, RECODE_CYRILLIC,
	  "Windows-1251 was read as Windows-1252" },
	{ cp1251, koi8_u, RECODE_CYRILLIC, "KOI8-R was read as Windows-1251" },
	{ cp1252, koi8_u, RECODE_CYRILLIC, "KOI8-R was read as Windows-1252" },
	{ cp1252, cp1253, RECODE_GREEK,
	  "Windows-1253 was read as Windows-1252" },
	{ cp1252, cp1255, RECODE_HEBREW,
	  "Windows-1255 was read as Windows-1252" },
	{ cp1252, cp1256, RECODE_ARABIC,
	  "Windows-1256 was read as Windows-1252" },
};

#define RECODINGS (sizeof(recodings) / sizeof(*recodings))

/* Which of the table's code points it is; 128: none. */
static size_t byte_of(const uint16_t *table, uint32_t point)
{
	size_t i = 0;

	/* Most letters are where the charset has them in order. */
	if (table == cp1251 && point >= 0x410 && point < 0x450)
		return point - 0x410 + 0x40;
	if (table == cp1252 && point >= 0xA0 && point < 0x100)
		return point - 0x80;
	if (point < 0x80)
		return 128;
	while (i < 128 && table[i] != point)
		i++;
	return i;
}

static uint32_t recode(const struct recoding *recoding, uint32_t point)
{
	const size_t byte = byte_of(recoding->was, point);
	const uint32_t now = byte < 128 ? recoding->is[byte] : point;

	/* a no-break space is one, if it is no letter: KOI8 has lines there */
	return point == 0xA0 && !unicode_is_letter(now) ? point : now;
}

/* The letters above ASCII of one line, as they are or recoded. */
struct tally {
	size_t letters, rows;	      /* rows: letters right after another */
	size_t of[RECODE_ARABIC + 1]; /* by script */
	size_t upper, cost, case_faults;
	size_t mixed; /* beside an ASCII letter */
	size_t odd;   /* controls, lines of tables and the like */
};

static void see(struct tally *tally, uint32_t before, uint32_t point)
{
	if (point < 0x80) {
		tally->mixed += before >= 0x80 && unicode_is_letter(before) &&
				unicode_is_letter(point);
		return;
	}
	if (!unicode_is_letter(point))
		return;
	tally->letters++;
	tally->mixed += before < 0x80 && unicode_is_letter(before);
	tally->rows += before >= 0x80 && unicode_is_letter(before);
	tally->of[recode_script_of(point)]++;
	tally->upper += unicode_is_upper(point);
	tally->cost += recode_cost(point);
	tally->case_faults +=
		unicode_is_lower(before) && unicode_is_upper(point);
}

/* `recoding`: NULL for the line as it is. */
static struct tally look(const struct pass *pass, size_t at, size_t end,
			 const struct recoding *recoding)
{
	struct tally tally = { .letters = 0 };
	uint32_t before = 0;

	while (at < end) {
		const uint32_t read = utf8_next(pass->text, &at);
		const uint32_t point = recoding ? recode(recoding, read) : read;

		/* what no such charset has is none of its letters: U+3000 */
		tally.odd += point != read && (point < 0xA0 || point >= 0x2200);
		see(&tally, before, point);
		before = point;
	}
	return tally;
}

/* KOI8's small letters are Windows-1251's capitals, and the other way round. */
static bool is_inverted(const struct tally *is, const struct tally *was)
{
	return was->upper * 2 > was->letters && is->upper * 4 < is->letters &&
	       was->case_faults > is->case_faults;
}

static size_t most_cost(enum recode_script script)
{
	return script == RECODE_CYRILLIC ? MOST_CYRILLIC : MOST_OTHER;
}

/* Whether the line is of the script when it is read so, and hardly as it is. */
static bool is_better(const struct tally *is, const struct tally *was,
		      enum recode_script script)
{
	const size_t cyrillic = was->of[RECODE_CYRILLIC];
	const size_t least = cyrillic ? LEAST_CYRILLIC : LEAST_LETTERS;
	const size_t gain = is_inverted(is, was) ? 1 : LEAST_GAIN;

	return is->of[script] >= least && !is->odd &&
	       is->of[script] * 10 >= is->letters * 9 &&
	       is->mixed * 20 <= is->letters &&
	       (!cyrillic || cyrillic * 10 >= was->letters * 9) &&
	       is->cost <= is->letters * most_cost(script) &&
	       is->cost + is->letters * gain <= was->cost &&
	       is->case_faults * CASE_FAULTS <= is->letters &&
	       (script == RECODE_CYRILLIC || is->upper * 2 <= is->letters);
}

/* Whether the line has as many code points above ASCII as must be letters. */
static bool has_letters(const struct pass *pass, size_t at, size_t end)
{
	size_t high = 0;

	for (; at < end; at++)
		high += (unsigned char)pass->text[at] >= 0xC0;
	return high >= LEAST_LETTERS;
}

static const struct recoding *find(const struct pass *pass, size_t at,
				   size_t end)
{
	const struct recoding *best = NULL;
	struct tally was, least = { .letters = 0 };

	if (!has_letters(pass, at, end))
		return NULL;
	was = look(pass, at, end, NULL);
	/* Other languages have one accented letter here and there. */
	if (was.letters < LEAST_LETTERS || was.rows * 2 < was.letters)
		return NULL;
	for (size_t i = 0; i < RECODINGS; i++) {
		const struct tally is = look(pass, at, end, &recodings[i]);

		if (is_better(&is, &was, recodings[i].script) &&
		    (!best ||
		     is.cost * least.letters < least.cost * is.letters)) {
			best = &recodings[i];
			least = is;
		}
	}
	return best;
}

static void mend(struct pass *pass, size_t at, size_t end,
		 const struct recoding *recoding)
{
	pass_begin(pass, RULE_ENCODING_MOJIBAKE, at, end, recoding->message);
	while (at < end) {
		const size_t from = at;
		const uint32_t point = utf8_next(pass->text, &at);
		const uint32_t now = recode(recoding, point);
		char bytes[UTF8_MAX];
		const size_t len = utf8_encode(now, bytes);

		if (now != point)
			pass_edit(pass, from, at, pass_copy(pass, bytes, len),
				  len, 100);
	}
	pass_end(pass);
}

/* The recoding of the article's first line that has one; NULL: none has. */
static const struct recoding *find_first(const struct pass *pass)
{
	const struct recoding *found = NULL;

	for (size_t at = 0; at < pass->len && !found;) {
		const size_t end = bytes_line_end(pass->text, pass->len, at);

		found = find(pass, at, end);
		at = end + 1;
	}
	return found;
}

/* "— Êóäà æå?": a line with few letters, of an article that has others. */
static bool is_like(const struct pass *pass, size_t at, size_t end,
		    const struct recoding *first)
{
	const struct tally was = look(pass, at, end, NULL);
	const struct tally is = look(pass, at, end, first);

	return was.letters >= FEW_LETTERS && was.rows * 2 >= was.letters &&
	       !was.of[RECODE_CYRILLIC] && is.of[first->script] == is.letters &&
	       !is.odd && !is.mixed && !is.case_faults && is.cost < was.cost;
}

static void run(struct pass *pass)
{
	const struct recoding *first = find_first(pass);
	size_t at = 0;

	while (first && at < pass->len && !pass->failed) {
		const size_t end = bytes_line_end(pass->text, pass->len, at);
		const struct recoding *recoding = find(pass, at, end);

		if (!recoding && is_like(pass, at, end, first))
			recoding = first;
		if (recoding)
			mend(pass, at, end, recoding);
		at = end + 1;
	}
}

static bool triggered(const struct survey *survey)
{
	return survey->high >= LEAST_LETTERS;
}

const struct stage recode_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.everywhere = true,
	.sees = SEEN_MOJIBAKE,
	.rule = RULE_ENCODING_MOJIBAKE,
	.triggered = triggered,
	.run = run,
};
