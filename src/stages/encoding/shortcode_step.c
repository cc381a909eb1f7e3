/*
 * Tags in square brackets: WordPress's shortcodes, [caption id="..."], and
 * those of forums (BBCode), [b], [url=...]. The words between them stay.
 *
 * Writers put words of their own into brackets, too. A tag is one that holds an
 * attribute with its value, as no aside does, or one whose name is closed again
 * further on, [/b]; a closing one alone may be a joke.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "text/address.h"
#include "text/code.h"
#include "unicode/props.h"

#define NAME_MOST 40
#define TAG_MOST 800  /* bytes of a tag, with its attributes */
#define NAMES_MOST 16 /* that an article closes; the rest stay */

/* A tag at text[at]. */
struct shortcode {
	const char *name;
	size_t name_len, end;
	bool closes;	 /* [/name] */
	bool attributed; /* [name key="value"], [name=https://...] */
};

struct closed_name {
	const char *name;
	size_t len;
	size_t last; /* where it is closed for the last time */
	size_t open; /* opening tags that are not closed yet */
};

struct walk {
	struct pass *pass;
	struct closed_name names[NAMES_MOST];
	size_t count;
};

static bool is_name_byte(unsigned char c)
{
	return ascii_is_alnum(c) || c == '_' || c == '-';
}

static size_t skip_name(const struct pass *pass, size_t at)
{
	const size_t start = at;

	while (is_name_byte(pass_byte(pass, at)) && at - start <= NAME_MOST)
		at++;
	return at;
}

/* Keys whose values may be without quotation marks: [embedtweet id=12]. */
static bool is_known_key(const char *key, size_t len)
{
	static const char *const keys[] = {
		"align", "class", "height", "id",   "ids", "link",  "name",
		"size",	 "src",	  "title",  "type", "url", "width",
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (bytes_are(key, len, keys[i]))
			return true;
	return false;
}

/* A quotation mark of an attribute, which a converter may have curled. */
static size_t quote_length(const struct pass *pass, size_t at)
{
	static const char *const quotes[] = {
		"\"", "'", "“", "”", "″", "‘", "’", "&quot;",
	};

	for (size_t i = 0; i < sizeof(quotes) / sizeof(*quotes); i++)
		if (pass_has(pass, at, quotes[i]))
			return strlen(quotes[i]);
	return 0;
}

/*
 * The bytes of a space, or of the end of a line that was wrapped; 0: neither. A
 * later stage makes a space of any kind of them: what was no tag would be one.
 */
static size_t gap_length(const struct pass *pass, size_t at)
{
	const size_t start = at;

	if (at < pass->len && pass->text[at] != '\n')
		return unicode_is_space(utf8_next(pass->text, &at)) ? at - start
								    : 0;
	do
		at++;
	while (ascii_is_blank(pass_byte(pass, at)));
	return pass_byte(pass, at) > ' ';
}

/* ' key="value"' at text[at]; its end, or 0. */
static size_t read_attribute(const struct pass *pass, size_t at)
{
	const size_t key = at, key_end = skip_name(pass, at);
	size_t quote;

	if (key_end == key || pass_byte(pass, key_end) != '=')
		return 0;
	at = key_end + 1;
	quote = quote_length(pass, at);
	if (!quote && !is_known_key(pass->text + key, key_end - key))
		return 0;
	for (at += quote; at - key < TAG_MOST; at++) {
		const unsigned char c = pass_byte(pass, at);

		if (!c || (c == '\n' && !gap_length(pass, at)))
			return 0;
		if (quote && quote_length(pass, at))
			return at + quote_length(pass, at);
		if (!quote && (c == ']' || gap_length(pass, at)))
			return at;
	}
	return 0;
}

/* What is after the name of a tag, to its bracket. */
static bool read_rest(const struct pass *pass, size_t at, struct shortcode *tag)
{
	const size_t start = at;

	while (at - start < TAG_MOST) {
		size_t end, gap;

		while ((gap = gap_length(pass, at)) > 0)
			at += gap;
		at += pass_byte(pass, at) == '/' &&
		      pass_byte(pass, at + 1) == ']';
		if (pass_byte(pass, at) == ']') {
			tag->end = at + 1;
			return true;
		}
		end = read_attribute(pass, at);
		if (!end)
			return false;
		tag->attributed = true;
		at = end;
	}
	return false;
}

/* "[url=https://...]": the name has a value itself; an address is sure. */
static bool read_value(const struct pass *pass, size_t at,
		       struct shortcode *tag)
{
	const size_t start = at;

	tag->attributed = address_web_scheme(pass->text, pass->len, at + 1) > 0;
	while (pass_byte(pass, at) > '\n' && pass_byte(pass, at) != '[' &&
	       pass_byte(pass, at) != ']' && at - start < TAG_MOST)
		at++;
	tag->end = at + 1;
	return pass_byte(pass, at) == ']';
}

/* [INST], of a model's chat; in any case, which may be restored. */
static bool is_turn(const struct shortcode *tag)
{
	static const char name[] = "inst";

	for (size_t i = 0; i < tag->name_len && i < sizeof(name); i++)
		if (ascii_lower((unsigned char)tag->name[i]) !=
		    (unsigned char)name[i])
			return false;
	return tag->name_len == strlen(name);
}

/*
 * A name in capitals is one of a forum's, or a writer's own mark, such as the
 * turns of a chat: "[INST] ... [/INST]". In a text in capitals it is any tag's.
 */
static bool is_foreign_name(const struct pass *pass,
			    const struct shortcode *tag)
{
	static const char *const forum[] = {
		"B",	   "CENTER", "CODE",  "COLOR",	"COLOUR",  "EMAIL",
		"FONT",	   "I",	     "IMG",   "INDENT", "JUSTIFY", "LEFT",
		"LIST",	   "MEDIA",  "QUOTE", "RIGHT",	"S",	   "SIZE",
		"SPOILER", "SUB",    "SUP",   "TABLE",	"TD",	   "TH",
		"TR",	   "U",	     "URL",   "VIDEO",	"YOUTUBE",
	};

	if (is_turn(tag))
		return true;
	if (pass->survey->lower < pass->survey->upper)
		return false;
	for (size_t i = 0; i < tag->name_len; i++)
		if (ascii_is_lower((unsigned char)tag->name[i]))
			return false;
	for (size_t i = 0; i < sizeof(forum) / sizeof(*forum); i++)
		if (bytes_are(tag->name, tag->name_len, forum[i]))
			return false;
	return true;
}

static bool read_tag(const struct pass *pass, size_t at, struct shortcode *tag)
{
	const bool closes = pass_byte(pass, at + 1) == '/';
	const size_t name = at + 1 + closes;
	const size_t end = skip_name(pass, name);

	*tag = (struct shortcode){ .name = pass->text + name,
				   .name_len = end - name,
				   .closes = closes };
	if (!ascii_is_letter(pass_byte(pass, name)) ||
	    tag->name_len > NAME_MOST || is_foreign_name(pass, tag))
		return false;
	if (pass_byte(pass, end) == ']') {
		tag->end = end + 1;
		return true;
	}
	if (closes)
		return false;
	return pass_byte(pass, end) == '=' ? read_value(pass, end, tag)
					   : read_rest(pass, end, tag);
}

static size_t next_bracket(const struct pass *pass, size_t at)
{
	return bytes_find(pass->text, pass->len, at, '[');
}

/* What the article knows of a tag's name; NULL: it never closes it. */
static struct closed_name *find_name(struct walk *walk,
				     const struct shortcode *tag)
{
	for (size_t i = 0; i < walk->count; i++)
		if (walk->names[i].len == tag->name_len &&
		    !memcmp(walk->names[i].name, tag->name, tag->name_len))
			return &walk->names[i];
	return NULL;
}

static void find_closed(struct walk *walk)
{
	const struct pass *pass = walk->pass;
	struct shortcode tag;

	for (size_t at = next_bracket(pass, 0); at < pass->len;
	     at = next_bracket(pass, at + 1)) {
		struct closed_name *name;

		if (!read_tag(pass, at, &tag) || !tag.closes)
			continue;
		name = find_name(walk, &tag);
		if (!name && walk->count < NAMES_MOST) {
			name = &walk->names[walk->count++];
			name->name = tag.name;
			name->len = tag.name_len;
		}
		if (name)
			name->last = at;
	}
}

/* Whether the tag is one; the count of those that are open is kept. */
static bool is_markup(struct walk *walk, size_t at, const struct shortcode *tag)
{
	struct closed_name *name = find_name(walk, tag);

	if (text_is_ticked(walk->pass->text, walk->pass->len, at, tag->end))
		return false;
	if (tag->closes) {
		if (!name || !name->open)
			return false;
		name->open--;
		return true;
	}
	if (!name || name->last < at)
		return tag->attributed;
	name->open++;
	return true;
}

#define ITEM "[*]"

/*
 * "[*]", an item of "[list]"; in a line, one after the other. What is before it
 * from `start` on goes.
 */
static void mend_item(struct pass *pass, size_t start, size_t at)
{
	const size_t end = at + strlen(ITEM);
	const bool first = !start || pass->text[start - 1] == '\n';
	const bool space = pass_byte(pass, end) == ' ';

	pass_put(pass, RULE_ENCODING_TAG, at, end + space,
		 first ? "* " : "\n* ");
}

static void run(struct pass *pass)
{
	const struct shortcode list = { .name = "list", .name_len = 4 };
	struct walk walk = { .pass = pass };
	struct shortcode tag;
	size_t at = next_bracket(pass, 0), gone = 0, start = 0;

	find_closed(&walk);
	while (at < pass->len) {
		size_t next = at + 1;

		if (pass_has(pass, at, ITEM) && find_name(&walk, &list) &&
		    find_name(&walk, &list)->open) {
			mend_item(pass, at == gone ? start : at, at);
			next = at + strlen(ITEM);
		} else if (read_tag(pass, at, &tag) &&
			   is_markup(&walk, at, &tag)) {
			pass_delete(pass, RULE_ENCODING_TAG, at, tag.end);
			start = at == gone ? start : at;
			gone = next = tag.end;
		}
		at = next_bracket(pass, next);
	}
}

const struct stage shortcode_stage = {
	.name = "encoding",
	.decodes = true,
	.sees = SEEN_SHORTCODE,
	.rule = RULE_ENCODING_TAG,
	.run = run,
	.unmarks = true,
};
