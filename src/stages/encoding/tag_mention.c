#include "stages/encoding/tag_mention.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/skip.h"
#include "stages/encoding/tag_names.h"

static const struct {
	const char *name;
	bool words; /* may be in it without another element */
} incomplete[] = {
	{ "a", true },	     { "audio", false },  { "body", true },
	{ "button", true },  { "div", true },	  { "embed", false },
	{ "figure", false }, { "font", true },	  { "form", true },
	{ "iframe", false }, { "img", false },	  { "input", false },
	{ "label", true },   { "link", false },	  { "meta", false },
	{ "nav", true },     { "object", false }, { "ol", false },
	{ "param", false },  { "path", false },	  { "picture", false },
	{ "script", false }, { "section", true }, { "source", false },
	{ "span", true },    { "style", false },  { "svg", false },
	{ "table", false },  { "tbody", false },  { "thead", false },
	{ "ul", false },     { "video", false },
};

#define COUNT (sizeof(incomplete) / sizeof(*incomplete))

static size_t find(const char *name, size_t len)
{
	size_t i = 0;

	while (i < COUNT && tag_compare(name, len, incomplete[i].name) != 0)
		i++;
	return i;
}

/* "an <img>", "<a>, <img>": a word before, or one of a list. */
static bool follows_word(const char *text, size_t len, size_t at)
{
	size_t before = skip_spaces_back(text, 0, at);

	before -= before == at && before > 1 && text[before - 1] == '\n';
	return before < at && before &&
	       (ascii_is_alnum(bytes_at(text, len, before - 1)) ||
		text[before - 1] == ',');
}

/* "<ul> List of", "<div> is": what follows is not in the element. */
static bool precedes_word(const char *text, size_t len, size_t end, bool words)
{
	const unsigned next = bytes_at(text, len, end + 1);

	return bytes_at(text, len, end) == ' ' &&
	       (ascii_is_lower(next) || (!words && ascii_is_alnum(next)));
}

/* The names of a table; its length when the tag has none of these. */
static size_t find_in(const char *const *names, size_t count, const char *name,
		      size_t len)
{
	size_t i = 0;

	while (i < count && tag_compare(name, len, names[i]) != 0)
		i++;
	return i;
}

#define ELEMENT_MAX 500 /* bytes up to its end tag */

/* "use <b>, or <i>.": a mark of a sentence. */
static bool precedes_mark(const char *text, size_t len, size_t end)
{
	const unsigned next = bytes_at(text, len, end + 1);

	return strchr(".,;:)", (int)bytes_at(text, len, end)) &&
	       (!next || ascii_is_space(next));
}

/* The same after the end of a line that was filled. */
static bool precedes_line(const char *text, size_t len, size_t end)
{
	return bytes_at(text, len, end) == '\n' &&
	       ascii_is_lower(bytes_at(text, len, end + 1));
}

bool tag_is_in_sentence(const char *text, size_t len, size_t at, size_t end)
{
	return follows_word(text, len, at) &&
	       (precedes_word(text, len, end, true) ||
		precedes_line(text, len, end) || precedes_mark(text, len, end));
}

/* "Use <b> for bold": nothing ends what it would begin. */
static bool is_never_closed(const char *text, size_t len, size_t at, size_t end)
{
	static const char *const marked[] = {
		"article", "b",	   "blockquote", "center", "code", "em",
		"footer",  "h1",   "h2",	 "h3",	   "h4",   "h5",
		"h6",	   "head", "header",	 "i",	   "main", "pre",
		"strong",  "sub",  "sup",	 "title",  "u",
	};
	const char *name = text + at + 1;
	const size_t name_len = end - at - 2;
	const size_t stop = bytes_ahead(len, end, ELEMENT_MAX);
	const size_t count = sizeof(marked) / sizeof(*marked);
	const size_t i = find_in(marked, count, name, name_len);

	if (i == count || !tag_is_in_sentence(text, len, at, end))
		return false;
	for (at = end; (at = bytes_find(text, stop, at, '<')) < stop; at++)
		if (bytes_at(text, stop, at + 1) == '/' &&
		    stop - at > name_len + 2 &&
		    tag_compare(text + at + 2, name_len, marked[i]) == 0)
			return false;
	return true;
}

bool tag_is_mention(const char *text, size_t len, size_t at, size_t end)
{
	const size_t which = find(text + at + 1, end - at - 2);

	if (which == COUNT)
		return is_never_closed(text, len, at, end);
	return follows_word(text, len, at) ||
	       precedes_word(text, len, end, incomplete[which].words);
}

/* Elements that a prompt, or a program's XML, names for its own use. */
static const char *const own[] = {
	"article", "aside", "caption", "code",	  "footer", "header", "input",
	"label",   "main",  "object",  "section", "source", "time",
};

#define OWN (sizeof(own) / sizeof(*own))

/* "between <article> and </article>", "in <code></code> tags" */
bool tag_is_named_pair(const char *text, size_t len, size_t at, size_t end)
{
	const char *name = text + at + 1;
	const size_t name_len = end - at - 2;
	size_t close = end;

	if (find_in(own, OWN, name, name_len) == OWN ||
	    !follows_word(text, len, at))
		return false;
	if (bytes_at(text, len, close) == ' ') {
		while (ascii_is_lower(bytes_at(text, len, ++close)))
			;
		if (close == end + 1 || bytes_at(text, len, close++) != ' ')
			return false;
	}
	return bytes_begin(text, len, close, "</") &&
	       len - close > name_len + 2 &&
	       bytes_at(text, len, close + 2 + name_len) == '>' &&
	       !tag_compare(text + close + 2, name_len,
			    own[find_in(own, OWN, name, name_len)]);
}

bool tag_has_no_end(const char *name, size_t len)
{
	static const char *const names[] = { "input", "link", "source" };
	const size_t count = sizeof(names) / sizeof(*names);

	return find_in(names, count, name, len) < count;
}
