/* Texts whose subject is HTML: what looks like leftovers is text there. */
#include "stages/encoding/tag_subject.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "stages/encoding/tag_mention.h"
#include "stages/encoding/tag_names.h"

#define TAG_MOST 200	 /* bytes of a tag that is spoken of */
#define PROSE_BYTES 40	 /* of a line; a button has fewer */
#define ELEMENT_MAX 2000 /* bytes up to its end tag */

/* Tags of a page's frame: <p>, </p>, <div class="story">. */
static bool frames_text(const char *text, size_t len)
{
	size_t at = 0;

	while ((at = bytes_find(text, len, at, '<')) < len) {
		unsigned after;

		at += 1 + (bytes_at(text, len, at + 1) == '/');
		if (bytes_begin(text, len, at, "div"))
			return true;
		after = bytes_at(text, len, at + 1);
		if (bytes_at(text, len, at) == 'p' &&
		    (after == '>' || after == ' '))
			return true;
	}
	return false;
}

/* In a line of prose: a button may say "HTML", and goes from the text later. */
static bool is_in_prose(const char *text, size_t len, size_t at)
{
	size_t from = at;

	while (from && text[from - 1] != '\n' && at - from < PROSE_BYTES)
		from--;
	return bytes_find(text, len, at, '\n') - from >= PROSE_BYTES;
}

/* "HTML" as a word of the text: not "<HTML>", and not in an address. */
static bool names_html(const char *text, size_t len)
{
	size_t at = 0;

	while ((at = bytes_find(text, len, at, 'H')) < len) {
		if (bytes_begin(text, len, at, "HTML") &&
		    (!at || ascii_is_space((unsigned char)text[at - 1])) &&
		    !bytes_begin(text, len, at + 4, ">") &&
		    !ascii_is_alnum(bytes_at(text, len, at + 4)) &&
		    is_in_prose(text, len, at))
			return true;
		at++;
	}
	return false;
}

/* A space, or the end of a line that was filled. */
static bool is_gap(const char *text, size_t len, size_t at)
{
	const unsigned c = bytes_at(text, len, at);

	return c == ' ' || (c == '\n' && bytes_before(text, at) != '\n' &&
			    bytes_at(text, len, at + 1) != '\n');
}

/* The end of the tag at text[at], a '<', in its paragraph; 0: none is there. */
static size_t end_of_tag(const char *text, size_t len, size_t at)
{
	const size_t limit = bytes_ahead(len, at, TAG_MOST);
	size_t name = at + 1 + (bytes_at(text, len, at + 1) == '/');

	if (!ascii_is_letter(bytes_at(text, len, name)))
		return 0;
	while (name < limit && !strchr("<>", text[name]) &&
	       (text[name] != '\n' || is_gap(text, len, name)))
		name++;
	return name < limit && text[name] == '>' ? name + 1 : 0;
}

/* "tag", "elements" and the like, at text[at]. */
static bool calls(const char *text, size_t len, size_t at)
{
	static const char *const words[] = { "tag", "element" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t end = at + strlen(words[i]);

		if (!bytes_begin(text, len, at, words[i]))
			continue;
		end += bytes_at(text, len, end) == 's';
		if (!ascii_is_alnum(bytes_at(text, len, end)))
			return true;
	}
	return false;
}

/* "the tag <br>": the word before the space before text[at] is one. */
static bool is_called(const char *text, size_t len, size_t at)
{
	size_t word = at - 1;

	while (word && ascii_is_letter((unsigned char)text[word - 1]))
		word--;
	return word + 1 < at && calls(text, len, word);
}

/* Tags with attributes: how many, and whether sentences speak of them. */
struct mentions {
	size_t tags, spoken;
	bool open; /* one wants an end, and has none */
};

/* An element that holds words, and that nothing ends after text[at]. */
static bool is_open(const char *text, size_t len, size_t at, size_t end)
{
	static const char *const names[] = { "a",    "body",  "button", "div",
					     "font", "form",  "html",	"label",
					     "nav",  "style", "span" };
	const size_t stop = bytes_ahead(len, end, ELEMENT_MAX);
	size_t name_len = 0, i = 0;

	while (ascii_is_alnum(bytes_at(text, len, at + 1 + name_len)))
		name_len++;
	while (i < sizeof(names) / sizeof(*names) &&
	       tag_compare(text + at + 1, name_len, names[i]) != 0)
		i++;
	if (i == sizeof(names) / sizeof(*names))
		return false;
	for (at = end; (at = bytes_find(text, stop, at, '<')) < stop; at++)
		if (bytes_at(text, stop, at + 1) == '/' &&
		    stop - at > name_len + 2 &&
		    !tag_compare(text + at + 2, name_len, names[i]))
			return false;
	return true;
}

/* Whether the tag is one that the text calls so; counts it. */
static bool see_tag(struct mentions *mentions, const char *text, size_t len,
		    size_t at)
{
	const size_t end = end_of_tag(text, len, at);

	if (!end)
		return false;
	if (at && is_gap(text, len, at - 1) &&
	    (is_called(text, len, at) ||
	     (is_gap(text, len, end) && calls(text, len, end + 1))))
		return true;
	if (!memchr(text + at, '=', end - at))
		return false;
	mentions->tags++;
	if (!tag_is_in_sentence(text, len, at, end))
		return false;
	mentions->spoken++;
	mentions->open = mentions->open || is_open(text, len, at, end);
	return false;
}

#define MENTIONS_LEAST 2

/*
 * "the <br> tag", "the tag <br>"; or all tags with attributes are words of
 * sentences, several, and one lacks its end.
 */
static bool speaks_of_tags(const char *text, size_t len)
{
	struct mentions mentions = { .tags = 0 };
	size_t at = 0;

	for (; (at = bytes_find(text, len, at, '<')) < len; at++)
		if (see_tag(&mentions, text, len, at))
			return true;
	return mentions.open && mentions.spoken >= MENTIONS_LEAST &&
	       mentions.spoken == mentions.tags;
}

bool tags_are_subject(const char *text, size_t len)
{
	return (names_html(text, len) || speaks_of_tags(text, len)) &&
	       !frames_text(text, len);
}
