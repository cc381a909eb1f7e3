/*
 * Marks of two bytes in GBK, EUC-KR or Big5 that were read as Latin-1: an
 * English text from East Asia has "¡°We will,¡± he said" for “We will,” he
 * said. The first of the bytes, 0xA1, is "¡", after which no text has these
 * signs.
 */
#include "stages/stage.h"

#include "base/bytes.h"
#include "base/utf8.h"
#include "unicode/props.h"

#define LEAD "\u00A1"
#define LEAD_BYTES 2
#define BIG5_CLOSE 0xA6 /* ’; … in EUC-KR */

static const struct {
	uint32_t second;
	uint32_t mark;
} marks[] = {
	{ 0xA4, 0x00B7 }, /* in all three, or nearly so */
	{ 0xA5, 0x2018 }, { BIG5_CLOSE, 0x2019 }, { 0xA7, 0x201C },
	{ 0xA8, 0x201D }, /* Big5 */
	{ 0xAA, 0x2014 }, { 0xAD, 0x2026 },	  { 0xAE, 0x2018 },
	{ 0xAF, 0x2019 }, { 0xB0, 0x201C },	  { 0xB1, 0x201D },
};

/* The mark at text[at], or 0; *end is after it. */
static uint32_t mark_at(const struct pass *pass, size_t at, size_t *end)
{
	uint32_t second;

	*end = at + LEAD_BYTES;
	if (!bytes_begin(pass->text, pass->len, at, LEAD) || *end >= pass->len)
		return 0;
	second = utf8_next(pass->text, end);
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (marks[i].second == second)
			return marks[i].mark;
	return 0;
}

/* "It¡¦s": in EUC-KR it is an ellipsis, which stands after a word. */
static uint32_t by_place(const struct pass *pass, uint32_t mark, size_t at,
			 size_t end)
{
	const bool big5 = pass_byte(pass, end - 1) == BIG5_CLOSE;

	return big5 && !(unicode_is_word(utf8_before(pass->text, at)) &&
			 unicode_is_word(utf8_at(pass->text, pass->len, end)))
		       ? 0
		       : mark;
}

/* "——" and "……" of Chinese are one mark of English. */
static size_t end_of_double(const struct pass *pass, uint32_t mark, size_t end)
{
	size_t next;

	return (mark == 0x2014 || mark == 0x2026) &&
			       mark_at(pass, end, &next) == mark
		       ? next
		       : end;
}

static void run(struct pass *pass)
{
	size_t at = 0, end;

	while ((at = bytes_find(pass->text, pass->len, at, LEAD[0])) <
	       pass->len) {
		uint32_t mark = mark_at(pass, at, &end);

		if (mark)
			mark = by_place(pass, mark, at, end);
		if (!mark) {
			at++;
			continue;
		}
		end = end_of_double(pass, mark, end);
		pass_put_point(pass, RULE_ENCODING_MOJIBAKE, at, end, mark);
		at = end;
	}
}

const struct stage east_mark_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.everywhere = true,
	.sees = SEEN_LATIN_LEAD,
	.rule = RULE_ENCODING_MOJIBAKE,
	.run = run,
};
