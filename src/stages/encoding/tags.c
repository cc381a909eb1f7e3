/* Reading tags. */
#include "stages/encoding/tags.h"

#include <string.h>

#include "base/ascii.h"
#include "stages/encoding/markup.h"
#include "stages/encoding/space.h"
#include "stages/encoding/tag_mention.h"

#define TAG_MAX_LEN 8192 /* longer ones are left alone: linear time */
#define LEAST_BEGUN 4	 /* paragraphs: a company's name may end in a period */

/* Attributes that have no value. */
static const char *const bare_attributes[] = {
	"allowfullscreen", "async",	"autoplay", "checked",
	"compact",	   "controls",	"defer",    "disabled",
	"hidden",	   "itemscope", "loop",	    "muted",
	"nohref",	   "noshade",	"nowrap",   "reversed",
	"selected",
};

/* What ends a tag that may go on for long: looked for in vain once only. */
static const char *const closers[TAG_CLOSERS] = {
	"-->", "</script", "</style", ">", "]]>",
};

/* The text from a tag's start to where it must have ended. */
struct reader {
	const char *text;
	size_t at, end;
};

static unsigned peek(const struct reader *reader)
{
	return reader->at < reader->end
		       ? (unsigned char)reader->text[reader->at]
		       : 0;
}

static bool take(struct reader *reader, char c)
{
	if (peek(reader) != (unsigned char)c)
		return false;
	reader->at++;
	return true;
}

static bool skip_space(struct reader *reader)
{
	const size_t start = reader->at;

	do
		reader->at = after_space(reader->text, reader->end, reader->at);
	while (take(reader, '\\'));
	return reader->at > start;
}

static bool is_bare_attribute(const char *text, size_t len)
{
	const size_t count = sizeof(bare_attributes) / sizeof(*bare_attributes);

	for (size_t i = 0; i < count; i++)
		if (!tag_compare(text, len, bare_attributes[i]))
			return true;
	return false;
}

/* U+2018 to U+201F, in which some system has curled a value's marks. */
static bool is_curly(const char *bytes)
{
	return !memcmp(bytes, "\xE2\x80", 2) &&
	       ((unsigned char)bytes[2] & 0xF8) == 0x98;
}

static bool read_bare_value(struct reader *reader)
{
	const size_t start = reader->at;
	const char *value = reader->text + start;
	size_t len;

	while (peek(reader) && !ascii_is_space(peek(reader)) &&
	       peek(reader) != '>' && peek(reader) != '<')
		reader->at++;
	len = reader->at - start;
	return len &&
	       (len < 3 || !is_curly(value) || is_curly(value + len - 3));
}

/* <a href="https://...>: the mark that opens has no partner in the tag. */
static bool read_open_value(struct reader *reader)
{
	const size_t start = reader->at;

	if (read_bare_value(reader) && peek(reader) == '>')
		return true;
	reader->at = start;
	return false;
}

static bool read_value(struct reader *reader)
{
	const unsigned quote = peek(reader);
	const char *from, *close;

	if (quote != '"' && quote != '\'')
		return read_bare_value(reader);
	from = reader->text + reader->at + 1;
	close = memchr(from, (int)quote,
		       reader->end - (size_t)(from - reader->text));
	if ((!close || memchr(from, '<', (size_t)(close - from))) &&
	    read_open_value(reader))
		return true;
	if (!close)
		return false;
	reader->at = (size_t)(close - reader->text) + 1;
	return true;
}

static bool is_attribute_byte(unsigned c)
{
	return ascii_is_alnum(c) || c == '-' || c == ':' || c == '_';
}

/* name=value, or one of the names that have no value. */
static bool read_attribute(struct reader *reader)
{
	const size_t start = reader->at;
	size_t len;

	while (is_attribute_byte(peek(reader)))
		reader->at++;
	len = reader->at - start;
	if (!len)
		return false;
	skip_space(reader);
	if (take(reader, '=')) {
		skip_space(reader);
		return read_value(reader);
	}
	return is_bare_attribute(reader->text + start, len);
}

/* class="x"id="y": browsers need no space after a mark that closes. */
static bool is_after_mark(const struct reader *reader)
{
	const char last = reader->text[reader->at - 1];

	return last == '"' || last == '\'';
}

/* Attributes, "/" and ">". */
static bool read_rest(struct reader *reader)
{
	for (;;) {
		const bool separated =
			skip_space(reader) || is_after_mark(reader);

		if (take(reader, '>'))
			return true;
		if (take(reader, '/'))
			continue;
		if (!separated || !read_attribute(reader))
			return false;
	}
}

/* The end of the next closers[which] from `at` on; 0 when there is none. */
static size_t find_closer(struct tag_text *text, size_t at, size_t which)
{
	const size_t len = strlen(closers[which]);

	while (!text->gone[which] && text->len - at >= len) {
		const char *found = memchr(text->bytes + at, closers[which][0],
					   text->len - at - len + 1);

		if (!found)
			break;
		if (!tag_compare(found, len, closers[which]))
			return (size_t)(found - text->bytes) + len;
		at = (size_t)(found - text->bytes) + 1;
	}
	text->gone[which] = true;
	return 0;
}

/*
 * "<script ...>" goes up to the end of "</script>", if code is between
 * them. Otherwise an article speaks of the tag: 0.
 */
static size_t end_of_silent(struct tag_text *text, size_t name, size_t at)
{
	const char *start = text->bytes + name;
	const size_t which = tag_compare(start, 6, "script") ? 2 : 1;
	const size_t closer = find_closer(text, at, which);
	const size_t end = closer ? find_closer(text, closer, 3) : 0;

	if (!end)
		return at;
	if (markup_is_code(text->bytes + at,
			   closer - strlen(closers[which]) - at))
		return end;
	text->mentioned[which] = true;
	return 0;
}

/* The end tag of an element that the article speaks of is text, too. */
static bool is_mentioned(const struct tag_text *text, size_t name)
{
	const size_t which =
		tag_compare(text->bytes + name, 6, "script") ? 2 : 1;

	return text->mentioned[which];
}

static const struct {
	const char *open;
	size_t closer; /* closers[closer] */
} declarations[] = {
	{ "<!--", 0 },	    { "<![endif", 3 }, { "<![if", 3 },
	{ "<!doctype", 3 }, { "<?xml", 3 },
};

/* The marks around a section whose text is text. */
static const char section_start[] = "<![cdata[";
static const char section_end[] = "]]>";

static bool read_section(struct tag_text *text, size_t at, struct tag *tag)
{
	const size_t len = sizeof(section_start) - 1;

	if (text->len - at < len ||
	    tag_compare(text->bytes + at, len, section_start) != 0 ||
	    !find_closer(text, at + len, 4))
		return false;
	text->in_section = true;
	*tag = (struct tag){ at + len, TAG_INLINE };
	return true;
}

size_t tag_end_of_section(struct tag_text *text, size_t at)
{
	const size_t len = sizeof(section_end) - 1;

	if (!text->in_section || text->len - at < len ||
	    memcmp(text->bytes + at, section_end, len) != 0)
		return 0;
	text->in_section = false;
	return at + len;
}

/* A comment, declaration or processing instruction. */
static bool read_declaration(struct tag_text *text, size_t at, struct tag *tag)
{
	const size_t count = sizeof(declarations) / sizeof(*declarations);

	if (read_section(text, at, tag))
		return true;
	for (size_t i = 0; i < count; i++) {
		const char *open = declarations[i].open;
		const size_t len = strlen(open);

		if (text->len - at < len ||
		    tag_compare(text->bytes + at, len, open) != 0)
			continue;
		tag->kind = TAG_INLINE;
		tag->end = find_closer(text, at + len, declarations[i].closer);
		return tag->end != 0;
	}
	return false;
}

static size_t read_name(struct reader *reader)
{
	const size_t start = reader->at;

	while (ascii_is_alnum(peek(reader)))
		reader->at++;
	return tag_name_find(reader->text + start, reader->at - start);
}

/* Whether nothing, or the end of a sentence or a tag, is before a tag. */
static bool follows_sentence(const struct tag_text *text, size_t at)
{
	while (at && text->bytes[at - 1] == ' ')
		at--;
	return !at || strchr("\n.?!>\"", text->bytes[at - 1]);
}

/* Which names have an end tag in the text, and which begin its paragraphs. */
static void find_names(struct tag_text *text)
{
	struct reader reader = { text->bytes, 0, text->len };

	text->scanned = true;
	while (reader.at < reader.end) {
		const char *found = memchr(text->bytes + reader.at, '<',
					   text->len - reader.at);
		size_t name;
		bool closing;

		if (!found)
			break;
		reader.at = (size_t)(found - text->bytes) + 1;
		closing = take(&reader, '/');
		name = read_name(&reader);
		if (name == TAG_NAMES || peek(&reader) != '>')
			continue;
		if (closing)
			text->ended[name] = true;
		else if (text->begun[name] < LEAST_BEGUN)
			text->begun[name] += follows_sentence(
				text, (size_t)(found - text->bytes));
	}
}

static bool is_all_upper(const char *name, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!ascii_is_upper((unsigned char)name[i]))
			return false;
	return true;
}

/*
 * "USAir Group <U>" is a ticker: one to three capitals alone, after a word,
 * are a tag only if the text has its end tag, or the tag needs none, or if such
 * tags begin its paragraphs.
 */
static bool is_ticker(struct tag_text *text, size_t at, size_t len, size_t name)
{
	if (len > 3 || at + 1 + len >= text->len ||
	    text->bytes[at + 1 + len] != '>' ||
	    !is_all_upper(text->bytes + at + 1, len) ||
	    tag_names[name].kind == TAG_BREAK ||
	    !tag_compare(text->bytes + at + 1, len, "hr"))
		return false;
	if (!text->scanned)
		find_names(text);
	if (text->ended[name] || (tag_names[name].kind == TAG_BLOCK &&
				  text->begun[name] >= LEAST_BEGUN))
		return false;
	while (at && text->bytes[at - 1] == ' ')
		at--;
	return at && (ascii_is_alnum((unsigned char)text->bytes[at - 1]) ||
		      len > 1 || tag_names[name].kind != TAG_BLOCK);
}

/* "an <img> tag": it has no attributes, and no end tag anywhere. */
static bool is_spoken_of(struct tag_text *text, size_t at, size_t len,
			 size_t name)
{
	const size_t end = at + 1 + len;

	if (end >= text->len || text->bytes[end] != '>' ||
	    !tag_is_mention(text->bytes, text->len, at, end + 1))
		return false;
	if (!text->scanned)
		find_names(text);
	return !text->ended[name];
}

static bool is_text(struct tag_text *text, size_t at, size_t len, size_t name)
{
	return is_ticker(text, at, len, name) ||
	       is_spoken_of(text, at, len, name);
}

bool tag_read(struct tag_text *text, size_t at, struct tag *tag)
{
	struct reader reader = { text->bytes, at + 1, text->len };
	size_t start, name;
	bool closing;

	if (peek(&reader) == '!' || peek(&reader) == '?')
		return read_declaration(text, at, tag);
	if (reader.end - at > TAG_MAX_LEN)
		reader.end = at + TAG_MAX_LEN;
	closing = take(&reader, '/');
	start = reader.at;
	name = read_name(&reader);
	if (name == TAG_NAMES ||
	    (!closing && is_text(text, at, reader.at - start, name)) ||
	    !read_rest(&reader))
		return false;
	tag->kind = tag_names[name].kind;
	tag->end = reader.at;
	if (tag->kind == TAG_SILENT && closing)
		return !is_mentioned(text, start);
	if (tag->kind == TAG_SILENT)
		tag->end = end_of_silent(text, start, reader.at);
	return tag->end != 0;
}

bool tag_begins_page(const char *text, size_t len)
{
	static const char *const fronts[] = { "<!doctype html", "<html" };
	size_t at = 0;

	if (len >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3))
		at = 3;
	while (at < len && ascii_is_space((unsigned char)text[at]))
		at++;
	for (size_t i = 0; i < sizeof(fronts) / sizeof(*fronts); i++) {
		const size_t n = strlen(fronts[i]);

		if (len - at >= n && !tag_compare(text + at, n, fronts[i]))
			return true;
	}
	return false;
}
