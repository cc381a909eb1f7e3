/* What a run of mojibake becomes. */
#include "stages/encoding/mojibake_run.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "stages/encoding/mojibake.h"
#include "stages/stage.h"
#include "text/marks.h"
#include "unicode/props.h"

/* In the order of charset_table.py. */
static const char *const charset_names[MOJIBAKE_CHARSETS] = {
	"Windows-1252",
	"Windows-1251",
	"Windows-1250",
	"Windows-1254",
	"Windows-1253",
	"Windows-1257",
	"Mac Roman",
	"code page 437",
	"code page 850",
	"ISO 8859-2",
	"ISO 8859-4",
	"Mac Cyrillic",
	"code page 866",
	"bytes as GPT-2 writes them",
	"KOI8-R",
	"Windows-1256",
	"Windows-1255",
	"Windows-874",
	"Mac Central European",
};

/* Marks before a word. */
static bool may_begin_word(uint32_t point)
{
	return point == '"' || point == '\'' ||
	       mark_is(point, MARK_OPEN_QUOTE | MARK_OPEN_BRACKET);
}

/* "às", but "à s'éloigner". */
static bool is_portuguese(const struct pass *pass, size_t at)
{
	static const char *const ends[] = { "quela", "quele", "quilo", "s" };

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		const size_t len = strlen(ends[i]);
		size_t end = at + len;
		uint32_t after;

		if (!pass_has(pass, at, ends[i]))
			continue;
		if (end < pass->len && pass->text[end] == 's')
			end++;
		after = utf8_at(pass->text, pass->len, end);
		if (!unicode_is_word(after) && !mark_is(after, MARK_APOSTROPHE))
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
		       !ascii_is_space(unit->after);
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

void mojibake_mend(struct pass *pass, const struct mojibake_run *run)
{
	char out[MOJIBAKE_RUN * (UTF8_MAX + 1)];
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
