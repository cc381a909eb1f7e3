/* What is markup, and what is words. */
#include "stages/encoding/markup.h"

#include <string.h>

#include "base/ascii.h"

/* Code has a sign of its own in so many bytes; prose, one in hundreds. */
#define BYTES_PER_SIGN 20

/* A bracket follows a name without a space where a function is called. */
static bool is_code_sign(const char *text, size_t at)
{
	const char c = text[at];

	if (c == '(' || c == '[')
		return at && ascii_is_alnum((unsigned char)text[at - 1]);
	return c && strchr("{}=;<>|_+*\\#@", c);
}

static bool is_space(char c)
{
	return ascii_is_space((unsigned char)c);
}

bool markup_is_code(const char *text, size_t len)
{
	size_t signs = 0;

	while (len && is_space(*text)) {
		text++;
		len--;
	}
	while (len && is_space(text[len - 1]))
		len--;
	if (!len)
		return true;
	for (size_t i = 0; i < len; i++)
		signs += is_code_sign(text, i);
	if (signs * BYTES_PER_SIGN >= len)
		return true;
	/* Data may be prose in strings: what holds it is code. */
	return strchr("{[(</.#@\"", *text) && strchr("}]);>/\"", text[len - 1]);
}

static bool begins(const char *text, size_t len, const char *word)
{
	for (size_t i = 0; word[i]; i++)
		if (i >= len || ascii_lower((unsigned char)text[i]) !=
					(unsigned char)word[i])
			return false;
	return true;
}

/* The end of the first `word` from `at` on; `len` when there is none. */
static size_t find_end(const char *text, size_t len, size_t at,
		       const char *word)
{
	for (; at < len; at++)
		if (begins(text + at, len - at, word))
			return at + strlen(word);
	return len;
}

/* The end of the tag at text[at]; a value between quotes may hold a ">". */
static size_t end_of_tag(const char *text, size_t len, size_t at)
{
	bool quoted = false;

	for (; at < len && (quoted || text[at] != '>'); at++)
		if (text[at] == '"')
			quoted = !quoted;
	return at < len ? at + 1 : len;
}

/* Elements whose content no reader sees. */
static const struct {
	const char *start, *end;
} silent[] = {
	{ "<script", "</script" },
	{ "<style", "</style" },
};

#define SILENT_COUNT (sizeof(silent) / sizeof(*silent))

struct reader {
	const char *text;
	size_t len;
	bool gone[SILENT_COUNT]; /* no end tag is left: looked for once */
};

/* The end of the element whose start tag ends at `at`, if code is in it. */
static size_t end_of_element(struct reader *reader, size_t at, size_t which)
{
	const char *end_tag = silent[which].end;
	size_t end, content;

	if (reader->gone[which])
		return at;
	end = find_end(reader->text, reader->len, at, end_tag);
	content = end - strlen(end_tag);
	reader->gone[which] = end == reader->len;
	if (reader->gone[which] || content < at ||
	    !markup_is_code(reader->text + at, content - at))
		return at;
	return end_of_tag(reader->text, reader->len, end);
}

/* "[/b]", "[caption id=...]": no words, or a key with its value. */
static size_t end_of_shortcode(const struct reader *reader, size_t start)
{
	bool words = false, value = false;
	size_t at = start + 1;

	for (; at < reader->len && !strchr("[]", reader->text[at]); at++) {
		/* a wrapped line may end in it, no paragraph does */
		if (reader->text[at] == '\n' && reader->text[at - 1] == '\n')
			return start;
		words |= is_space(reader->text[at]);
		value |= reader->text[at] == '=';
	}
	return at < reader->len && reader->text[at] == ']' && (value || !words)
		       ? at + 1
		       : start;
}

/* The end of the markup at text[at]; `at` when there is none. */
static size_t end_of_markup(struct reader *reader, size_t at)
{
	const char *from = reader->text + at;
	const size_t left = reader->len - at;
	size_t end;

	if (*from == '[')
		return end_of_shortcode(reader, at);
	if (begins(from, left, "\\n{")) /* Python's "\N{EM DASH}" */
		return find_end(reader->text, reader->len, at, "}");
	if (*from != '<' || left < 2)
		return at;
	if (begins(from, left, "<!--"))
		return find_end(reader->text, reader->len, at, "-->");
	if (begins(from, left, "<![cdata["))
		return at + strlen("<![cdata[");
	if (!ascii_is_letter((unsigned char)from[1]) && !strchr("/!?", from[1]))
		return at;
	end = end_of_tag(reader->text, reader->len, at);
	for (size_t i = 0; i < SILENT_COUNT; i++)
		if (begins(from, left, silent[i].start))
			return end_of_element(reader, end, i);
	return end;
}

size_t markup_words(const char *text, size_t len)
{
	struct reader reader = { .text = text, .len = len };
	size_t words = 0, at = 0;
	bool inside = false; /* a word that is counted */

	while (at < len) {
		const size_t end = end_of_markup(&reader, at);

		if (end > at) {
			at = end;
			continue;
		}
		if (is_space(text[at])) {
			inside = false;
		} else if (!inside &&
			   ascii_is_letter((unsigned char)text[at])) {
			inside = true;
			words++;
		}
		at++;
	}
	return words;
}
