/*
 * Marks of citations that a chat program writes for its own page to read:
 * "【4†source】", ":contentReference[oaicite:0]{index=0}", and names between
 * private characters, "\uE200cite\uE202turn0search1\uE201". Nobody can follow
 * them elsewhere. A service that sells news writes how much it cut off, "[+4128
 * chars]".
 */
#include "stages/stage.h"

#include "base/ascii.h"
#include "base/byte_set.h"

#define DAGGER "\u2020"
#define OPEN "\u3010"
#define CLOSE "\u3011"
#define PRIVATE_OPEN "\uE200"
#define PRIVATE_CLOSE "\uE201"
#define REFERENCE ":contentReference[oaicite:"
#define MARK_MOST 80 /* bytes */

/*
 * After `close`, if it is near and no space is before it, or `at`: an edit of a
 * decoding step takes one word at most.
 */
static size_t end_after(const struct pass *pass, size_t at, const char *close)
{
	for (size_t end = at; end < pass->len && end - at < MARK_MOST &&
			      !ascii_is_space((unsigned char)pass->text[end]);
	     end++)
		if (pass_has(pass, end, close))
			return end + strlen(close);
	return at;
}

/* "【4†source】", "【12:3†report】" */
static size_t read_bracket(const struct pass *pass, size_t at)
{
	size_t dagger = at + strlen(OPEN);

	if (!pass_has(pass, at, OPEN))
		return at;
	while (ascii_is_digit(pass_byte(pass, dagger)) ||
	       pass_byte(pass, dagger) == ':')
		dagger++;
	return dagger > at + strlen(OPEN) && pass_has(pass, dagger, DAGGER)
		       ? end_after(pass, at, CLOSE)
		       : at;
}

/* "[+4128 chars]", whose space may not break. */
static size_t read_count(const struct pass *pass, size_t at)
{
	static const char *const chars[] = { " chars]", "\u00A0chars]" };
	size_t end = at + 2;

	if (!pass_has(pass, at, "[+"))
		return at;
	end = skip_digits(pass->text, pass->len, end);
	for (size_t i = 0; end > at + 2 && i < 2; i++)
		if (pass_has(pass, end, chars[i]))
			return end + strlen(chars[i]);
	return at;
}

/* The end of a mark that begins at text[at], or `at`. */
static size_t read_mark(const struct pass *pass, size_t at)
{
	size_t end = read_bracket(pass, at);

	end = end > at ? end : read_count(pass, at);
	if (end > at)
		return end;
	if (pass_has(pass, at, PRIVATE_OPEN "cite"))
		return end_after(pass, at, PRIVATE_CLOSE);
	return pass_has(pass, at, REFERENCE) ? end_after(pass, at, "}") : at;
}

static void run(struct pass *pass)
{
	const struct byte_set firsts = byte_set_of(":[\xE3\xEE");
	size_t at = byte_set_find(&firsts, pass->text, 0, pass->len);

	while (at < pass->len) {
		size_t start = at, end = read_mark(pass, at);

		if (end > at) {
			start = skip_spaces_back(pass->text, 0, start);
			pass_delete(pass, RULE_ENCODING_MARKUP, start, end);
			at = end - 1;
		}
		at = byte_set_find(&firsts, pass->text, at + 1, pass->len);
	}
}

const struct stage citation_stage = {
	.name = "encoding",
	.decodes = true,
	.sees = SEEN_CITATION,
	.rule = RULE_ENCODING_MARKUP,
	.run = run,
	.unmarks = true,
};
