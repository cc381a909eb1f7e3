/*
 * Bullets of a symbol font, which word processors keep as private characters
 * from U+F020 on, each the byte of its font: Symbol's U+F0B7, Wingdings'
 * U+F0A7. No other font shows them. Before a line's words they can be nothing
 * else; in a line each may be any sign, and stays.
 */
#include "stages/stage.h"

#include "base/bytes.h"
#include "base/utf8.h"
#include "unicode/props.h"

#define FIRST 0xF021
#define LAST 0xF0FE

/* What is after the sign at text[at], or `at`: it is none. */
static size_t sign_end(const struct pass *pass, size_t at)
{
	size_t end = at;

	if (at == pass->len || (unsigned char)pass->text[at] != 0xEF)
		return at;
	return utf8_next(pass->text, &end) >= FIRST &&
			       utf8_at(pass->text, pass->len, at) <= LAST
		       ? end
		       : at;
}

/* Where the words after a sign begin, on its line; `at`: there are none. */
static size_t words_at(const struct pass *pass, size_t at)
{
	const size_t start = at;

	while (at < pass->len && pass->text[at] != '\n' &&
	       unicode_is_space(utf8_at(pass->text, pass->len, at)))
		utf8_next(pass->text, &at);
	return at < pass->len && pass->text[at] != '\n' &&
			       sign_end(pass, at) == at
		       ? at
		       : start;
}

static size_t next_sign(const struct pass *pass, size_t at)
{
	while ((at = bytes_find(pass->text, pass->len, at, (char)0xEF)) <
		       pass->len &&
	       sign_end(pass, at) == at)
		at++;
	return at;
}

static void run(struct pass *pass)
{
	bool bullets[LAST + 1 - FIRST] = { false };
	size_t at, end;

	for (at = next_sign(pass, 0); at < pass->len;
	     at = next_sign(pass, end)) {
		end = sign_end(pass, at);
		if (words_at(pass, end) > end && pass_begins_line(pass, at))
			bullets[utf8_at(pass->text, pass->len, at) - FIRST] =
				true;
	}
	for (at = next_sign(pass, 0); at < pass->len;
	     at = next_sign(pass, end)) {
		end = sign_end(pass, at);
		if (bullets[utf8_at(pass->text, pass->len, at) - FIRST] &&
		    words_at(pass, end) > end &&
		    (pass_begins_line(pass, at) ||
		     pass_byte_before(pass, at) == ' '))
			pass_put(pass, RULE_ENCODING_LOST_MARK, at, end, "•");
	}
}

const struct stage symbol_stage = {
	.name = "encoding",
	.decodes = true,
	.sees = SEEN_SYMBOL,
	.rule = RULE_ENCODING_LOST_MARK,
	.run = run,
};
