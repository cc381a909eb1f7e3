/*
 * Mojibake of which half is left, or spelled: twice over, where the second turn
 * went through ISO 8859-1, and what that has not became "?" ("donÃ¢â?¬â?¢t" was
 * "donâ€™t" in between); and what a program made ASCII of ("donaEUR(tm)t").
 * Which mark it was is known by what is left; no word has such a row.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/byte_set.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "stages/encoding/mojibake_spelled.h"

/* What follows "Ã¢â?¬", or "Ã?Â¢â?¬" after a third turn; longer ones first. */
static const struct {
	const char *rest, *mark;
} marks[] = {
	{ "â?¢", "\u2019" }, { "â??", "\u2013" }, { "â?¦", "\u2026" },
	{ "Ë?", "\u2018" },  { "Å?", "\u201C" },  { "Â?", "\u201D" },
};

static const char *const fronts[] = { "Ã¢â?¬", "Ã?Â¢â?¬" };

/* What a letter of Latin-1 begins with, before one of its signs: "Ã?Â©". */
#define LETTER "Ã?Â"

/* Mend a mark at text[at]; where it ends, or `at`. */
static size_t mend_mark(struct pass *pass, size_t at, size_t front)
{
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		const size_t end = front + strlen(marks[i].rest);

		if (!pass_has(pass, front, marks[i].rest))
			continue;
		pass_put(pass, RULE_ENCODING_MOJIBAKE, at, end, marks[i].mark);
		return end;
	}
	return at;
}

static size_t mend_letter(struct pass *pass, size_t at, size_t front)
{
	const uint32_t sign = pass_point(pass, front);

	if (sign < 0xA0 || sign > 0xBF)
		return at;
	utf8_next(pass->text, &front);
	pass_put_point(pass, RULE_ENCODING_MOJIBAKE, at, front,
		       0xC0 | (sign & 0x3F));
	return front;
}

/* `spelled`: what begins with "aEUR" was a mark. */
static size_t mend(struct pass *pass, size_t at, bool spelled)
{
	struct mojibake_mark mark = { .point = 0 };

	if (spelled)
		mark = mojibake_spelled_mark(pass->text, pass->len, at);
	if (mark.point) {
		pass_put_point(pass, RULE_ENCODING_MOJIBAKE, mark.at, mark.end,
			       mark.point);
		return mark.end;
	}
	for (size_t i = 0; i < sizeof(fronts) / sizeof(*fronts); i++)
		if (pass_has(pass, at, fronts[i]))
			return mend_mark(pass, at, at + strlen(fronts[i]));
	if (pass_has(pass, at, LETTER))
		return mend_letter(pass, at, at + strlen(LETTER));
	return at;
}

static bool is_spelled(const struct pass *pass)
{
	size_t at = bytes_find(pass->text, pass->len, 0, 'E');

	while (at < pass->len &&
	       !mojibake_spelled_mark(pass->text, pass->len, at).sure)
		at = bytes_find(pass->text, pass->len, at + 1, 'E');
	return at < pass->len;
}

static void run(struct pass *pass)
{
	const bool spelled = is_spelled(pass);
	const struct byte_set begins = byte_set_of(spelled ? "\xC3"
							     "E"
							   : "\xC3");
	size_t at = byte_set_find(&begins, pass->text, 0, pass->len);

	while (at < pass->len && !pass->failed) {
		const size_t end = mend(pass, at, spelled);

		at = byte_set_find(&begins, pass->text, end > at ? end : at + 1,
				   pass->len);
	}
}

static bool triggered(const struct survey *survey)
{
	return survey->humps || survey_saw(survey, SEEN_MOJIBAKE);
}

const struct stage half_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.everywhere = true,
	.rule = RULE_ENCODING_MOJIBAKE,
	.triggered = triggered,
	.run = run,
};
