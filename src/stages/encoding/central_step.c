/*
 * Polish, Czech and their neighbours in Windows-1250 or ISO 8859-2, read as
 * Windows-1252: "³¹ka", "Pøíliš žluouèký", "aºteptat".
 *
 * Of the article's letters no language has all as they are, rare ones aside,
 * and one has all when they are read again. A letter that occurs once, of a
 * name, says nothing.
 */
#include "stages/stage.h"

#include "base/bytes.h"
#include "base/utf8.h"
#include "stages/encoding/alphabet.h"
#include "stages/encoding/mojibake_point.h"

struct central_row {
	uint16_t was;	/* in Windows-1252 */
	uint16_t is[2]; /* in Windows-1250, ISO 8859-2 */
};

#include "stages/encoding/central_table.h"

#define CHARSETS 2
#define ISO 1 /* the second of them */
#define BYTES 128
#define CHANGED_LEAST 12 /* letters that become others, */
#define DISTINCT_LEAST 3 /* of so many kinds */
#define ODD_LEAST 3	 /* words of no language, and times fewer then */
#define MOST_PLAIN 33	 /* letters for one of another language than English */
#define RARE 50		 /* of so many letters: what names may have */

static const char *const messages[CHARSETS] = {
	"Windows-1250 was read as Windows-1252",
	"ISO 8859-2 was read as Windows-1252",
};

/* The row of a code point; BYTES: none has it. */
static size_t row_of(uint32_t point)
{
	size_t i = 0;

	if (point >= 0xA0 && point < 0x100)
		return point - 0x80;
	while (i < 0x20 && central_rows[i].was != point)
		i++;
	return i < 0x20 ? i : BYTES;
}

/* "km³", "m²": the sign of a unit stays. */
static bool is_unit(const struct pass *pass, size_t at)
{
	const unsigned char before = pass_byte_before(pass, at);

	return (before == 'm' || before == 'M') &&
	       !mojibake_is_letter(utf8_before(pass->text, at - 1)) &&
	       !mojibake_is_letter(pass_point(pass, at + 2));
}

/* Whether the code point at [at, end) is a letter, or a sign in place of one.
 */
static bool is_of_word(const struct pass *pass, size_t at, size_t end)
{
	if (mojibake_is_letter(pass_point(pass, at)))
		return true;
	return (mojibake_is_letter(utf8_before(pass->text, at)) ||
		mojibake_is_letter(pass_point(pass, end))) &&
	       !is_unit(pass, at);
}

/* In neither charset a letter has the byte of the dot of Catalan: "col·lecció".
 */
static bool is_mark(uint32_t point)
{
	return point == 0xB7 || mojibake_is_ordinary_mark(point);
}

/* Whether a sign has a letter on either side. */
static bool is_inside(const struct pass *pass, size_t at, size_t end)
{
	return mojibake_is_letter(utf8_before(pass->text, at)) &&
	       mojibake_is_letter(pass_point(pass, end));
}

/*
 * How often each byte is a letter, or a sign within a word; false: the text has
 * other letters.
 */
static bool count_bytes(const struct pass *pass, size_t counts[BYTES])
{
	size_t at = 0;

	while ((at = bytes_find_high(pass->text, pass->len, at)) < pass->len) {
		const size_t from = at;
		const uint32_t point = utf8_next(pass->text, &at);
		size_t row;

		if (is_mark(point))
			continue;
		row = row_of(point);
		if (row == BYTES && mojibake_is_letter(point))
			return false;
		if (row < BYTES &&
		    (mojibake_is_letter(point) || is_inside(pass, from, at)))
			counts[row]++;
	}
	return true;
}

struct reading {
	uint64_t languages; /* that have all letters that are not rare */
	size_t all, changed, distinct;
	size_t signs; /* within words */
};

/* `charset`: CHARSETS for the text as it is. */
static struct reading read_as(const size_t counts[BYTES], size_t charset)
{
	struct reading reading = { .languages = UINT64_MAX };

	for (size_t i = 0; i < BYTES; i++)
		reading.all += counts[i];
	for (size_t i = 0; i < BYTES; i++) {
		const struct central_row *row = &central_rows[i];
		const uint32_t now =
			charset < CHARSETS ? row->is[charset] : row->was;
		const bool letter = mojibake_is_letter(now);

		if (!counts[i])
			continue;
		if (charset == CHARSETS ? counts[i] * RARE >= reading.all
					: counts[i] > 1)
			reading.languages &=
				letter ? alphabet_languages(now) : 0;
		reading.signs += letter ? 0 : counts[i];
		reading.changed += now != row->was ? counts[i] : 0;
		reading.distinct += now != row->was;
	}
	return reading;
}

/* Marks of Windows, and guillemets, which ISO 8859-2 lacks. */
static bool has_marks(const struct pass *pass)
{
	for (size_t at = 0; at < pass->len;) {
		const uint32_t point = utf8_next(pass->text, &at);

		if (point == 0xAB || point == 0xBB ||
		    (point >= 0x100 && row_of(point) < BYTES))
			return true;
	}
	return false;
}

static uint32_t read_point(uint32_t point, size_t charset)
{
	size_t row;

	if (point < 0x80 || charset >= CHARSETS)
		return point;
	row = row_of(point);
	return row < BYTES ? central_rows[row].is[charset] : point;
}

/*
 * Words of no language: with a sign inside, "m³ody", or two letters that none
 * has both, "primãriþa".
 */
static size_t count_odd(const struct pass *pass, size_t charset)
{
	uint64_t languages = UINT64_MAX;
	size_t count = 0;

	for (size_t at = 0; at < pass->len;) {
		const size_t from = at;
		const uint32_t point = utf8_next(pass->text, &at);
		const uint32_t now = read_point(point, charset);
		const bool mark = point < 0x80 || is_mark(point);

		if (mojibake_is_letter(now))
			languages &= alphabet_languages(now);
		else if (!mark && is_inside(pass, from, at))
			languages = 0;
		else if (languages != UINT64_MAX || mark) {
			count += !languages;
			languages = UINT64_MAX;
		}
	}
	return count + !languages;
}

/*
 * Whether the letters are of no language as they are, and enough for another
 * one. Few texts have such letters at all; of the rest no word is read.
 */
static bool may_be_misread(const struct pass *pass, size_t counts[BYTES])
{
	struct reading was;

	if (!count_bytes(pass, counts))
		return false;
	was = read_as(counts, CHARSETS);
	return was.all >= CHANGED_LEAST && !was.languages &&
	       was.all * MOST_PLAIN >=
		       pass->survey->lower + pass->survey->upper;
}

/* The charset that the text was written in; CHARSETS: none of these. */
static size_t find_charset(const struct pass *pass)
{
	size_t counts[BYTES] = { 0 };
	size_t best = CHARSETS, signs = SIZE_MAX, odd;

	if (!may_be_misread(pass, counts))
		return CHARSETS;
	odd = count_odd(pass, CHARSETS);
	if (odd < ODD_LEAST)
		return CHARSETS;
	for (size_t i = 0; i < CHARSETS; i++) {
		const struct reading reading = read_as(counts, i);

		if ((i == ISO && has_marks(pass)) ||
		    count_odd(pass, i) * ODD_LEAST > odd)
			continue;
		if (!reading.languages || reading.languages == UINT64_MAX ||
		    reading.changed < CHANGED_LEAST ||
		    reading.distinct < DISTINCT_LEAST || reading.signs >= signs)
			continue;
		best = i;
		signs = reading.signs;
	}
	return best;
}

static void mend(struct pass *pass, size_t at, size_t end, uint32_t now)
{
	char bytes[UTF8_MAX];
	const size_t len = utf8_encode(now, bytes);

	pass_edit(pass, at, end, pass_copy(pass, bytes, len), len, 100);
}

static void mend_text(struct pass *pass, size_t charset)
{
	pass_begin(pass, RULE_ENCODING_MOJIBAKE, 0, pass->len,
		   messages[charset]);
	for (size_t at = 0; at < pass->len && !pass->failed;) {
		const size_t from = at;
		const uint32_t point = utf8_next(pass->text, &at);
		const uint32_t now = read_point(point, charset);

		if (now != point && mojibake_is_letter(now) &&
		    is_of_word(pass, from, at))
			mend(pass, from, at, now);
	}
	pass_end(pass);
}

static void run(struct pass *pass)
{
	const size_t charset = find_charset(pass);

	if (charset < CHARSETS)
		mend_text(pass, charset);
}

static bool triggered(const struct survey *survey)
{
	const uint32_t quotes = survey->open_double + survey->close_double +
				survey->open_single + survey->close_single;

	return survey->high >= quotes + CHANGED_LEAST;
}

const struct stage central_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.everywhere = true,
	.rule = RULE_ENCODING_MOJIBAKE,
	.triggered = triggered,
	.run = run,
};
