#include "stages/encoding/tag_mention.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
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
	size_t before = at;

	while (before && text[before - 1] == ' ')
		before--;
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
	const size_t stop = len - end < ELEMENT_MAX ? len : end + ELEMENT_MAX;
	const size_t count = sizeof(marked) / sizeof(*marked);
	const size_t i = find_in(marked, count, name, name_len);

	if (i == count || !follows_word(text, len, at) ||
	    !(precedes_word(text, len, end, true) ||
	      precedes_mark(text, len, end)))
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

/* "HTML" as a word of the text: not "<HTML>", and not in an address. */
static bool names_html(const char *text, size_t len)
{
	size_t at = 0;

	while ((at = bytes_find(text, len, at, 'H')) < len) {
		if (bytes_begin(text, len, at, "HTML") &&
		    (!at || ascii_is_space((unsigned char)text[at - 1])) &&
		    !bytes_begin(text, len, at + 4, ">") &&
		    !ascii_is_alnum(bytes_at(text, len, at + 4)))
			return true;
		at++;
	}
	return false;
}

/* Whether a tag that stands by itself ends at text[end]: " <br />", " </b>". */
static bool stands_alone(const char *text, size_t end)
{
	size_t at = end - 1;

	if (at > 2 && !memcmp(text + at - 2, " /", 2))
		at -= 2;
	while (at && (ascii_is_alnum((unsigned char)text[at - 1]) ||
		      text[at - 1] == '/'))
		at--;
	return at > 1 && text[at - 1] == '<' && text[at - 2] == ' ' &&
	       end - at > 1;
}

/* "the <br> tag", "</b> tags": the word beside a tag that is one, too. */
static bool calls_tag(const char *text, size_t len)
{
	static const char *const words[] = { " tag", " element" };
	size_t at = 0;

	while ((at = bytes_find(text, len, at, '>')) < len) {
		at++;
		for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
			size_t end = at + strlen(words[i]);

			if (!bytes_begin(text, len, at, words[i]))
				continue;
			end += bytes_at(text, len, end) == 's';
			if (!ascii_is_alnum(bytes_at(text, len, end)) &&
			    stands_alone(text, at))
				return true;
		}
	}
	return false;
}

bool tags_are_subject(const char *text, size_t len)
{
	return (names_html(text, len) || calls_tag(text, len)) &&
	       !frames_text(text, len);
}
