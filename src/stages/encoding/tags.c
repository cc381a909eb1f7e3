/* Reading tags. */
#include "stages/encoding/tags.h"

#include <string.h>

#include "base/ascii.h"
#include "base/skip.h"
#include "base/utf8.h"
#include "stages/encoding/markup.h"
#include "stages/encoding/tag_attributes.h"
#include "stages/encoding/tag_mention.h"
#include "text/code.h"

#define TAG_MAX_LEN 8192 /* longer ones are left alone: linear time */
#define LEAST_BEGUN 4	 /* paragraphs: a company's name may end in a period */

/* What ends a tag that may go on for long: looked for in vain once only. */
static const char *const closers[TAG_CLOSERS] = {
	"-->", "</script", "</style", ">", "]]>",
};

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
		/* "<!-->" is a comment of nothing, by HTML's standard */
		tag->end = find_closer(text, at + (i ? len : 2),
				       declarations[i].closer);
		return tag->end != 0;
	}
	return false;
}

static size_t read_name(struct tag_reader *reader)
{
	const size_t start = reader->at;

	while (ascii_is_alnum(tag_peek(reader)))
		reader->at++;
	return tag_name_find(reader->text + start, reader->at - start);
}

/* Whether nothing, or the end of a sentence or a tag, is before a tag. */
static bool follows_sentence(const struct tag_text *text, size_t at)
{
	at = skip_spaces_back(text->bytes, 0, at);
	return !at || strchr("\n.?!>\"", text->bytes[at - 1]);
}

/* Which names have an end tag in the text, and which begin its paragraphs. */
static void find_names(struct tag_text *text)
{
	struct tag_reader reader = { text->bytes, 0, text->len };

	text->scanned = true;
	while (reader.at < reader.end) {
		const char *found = memchr(text->bytes + reader.at, '<',
					   text->len - reader.at);
		size_t name;
		bool closing;

		if (!found)
			break;
		reader.at = (size_t)(found - text->bytes) + 1;
		closing = tag_take(&reader, '/');
		name = read_name(&reader);
		if (name == TAG_NAMES || tag_peek(&reader) != '>')
			continue;
		if (closing) {
			text->ended[name] = true;
			continue;
		}
		text->bare[name] = true;
		text->named[name] |= tag_is_named_pair(
			text->bytes, text->len, (size_t)(found - text->bytes),
			reader.at + 1);
		if (text->begun[name] < LEAST_BEGUN)
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
	at = skip_spaces_back(text->bytes, 0, at);
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

/*
 * <article> where a sentence names it with its end tag; <source> that is ended,
 * which HTML's is not: such a text has elements of its own.
 */
static bool is_own(struct tag_text *text, const struct tag_reader *after,
		   size_t name)
{
	const char *known = tag_names[name].name;

	if (tag_names[name].kind == TAG_SILENT || tag_peek(after) != '>')
		return false;
	if (!text->scanned)
		find_names(text);
	return text->named[name] || (text->bare[name] && text->ended[name] &&
				     tag_has_no_end(known, strlen(known)));
}

/* "It is late . <q> It left .": what parts sentences has no end tag. */
static bool is_parting(struct tag_text *text, size_t at, size_t len,
		       size_t name)
{
	if (len != 1 || text->bytes[at + 1] != 'q' || at + 2 >= text->len ||
	    text->bytes[at + 2] != '>')
		return false;
	if (!text->scanned)
		find_names(text);
	return !text->ended[name];
}

static bool is_text(struct tag_text *text, size_t at, size_t len, size_t name)
{
	return is_ticker(text, at, len, name) ||
	       is_parting(text, at, len, name) ||
	       is_spoken_of(text, at, len, name);
}

bool tag_read(struct tag_text *text, size_t at, struct tag *tag)
{
	struct tag_reader reader = { text->bytes, at + 1, text->len };
	size_t start, name;
	bool closing;

	if (tag_peek(&reader) == '!' || tag_peek(&reader) == '?')
		return read_declaration(text, at, tag);
	if (reader.end - at > TAG_MAX_LEN)
		reader.end = at + TAG_MAX_LEN;
	closing = tag_take(&reader, '/');
	start = reader.at;
	name = read_name(&reader);
	if (name == TAG_NAMES || is_own(text, &reader, name) ||
	    (!closing && is_text(text, at, reader.at - start, name)) ||
	    !tag_read_attributes(&reader))
		return false;
	if (text_is_ticked(text->bytes, text->len, at, reader.at))
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
	size_t at = utf8_mark(text, len);

	at = skip_white(text, len, at);
	for (size_t i = 0; i < sizeof(fronts) / sizeof(*fronts); i++) {
		const size_t n = strlen(fronts[i]);

		if (len - at >= n && !tag_compare(text + at, n, fronts[i]))
			return true;
	}
	return false;
}
