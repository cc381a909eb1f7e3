#include "stages/encoding/tag_names.h"

#include "base/ascii.h"

const struct tag_name tag_names[TAG_NAMES] = {
	{ "a", TAG_INLINE },	    { "abbr", TAG_INLINE },
	{ "acronym", TAG_INLINE },  { "address", TAG_BLOCK },
	{ "article", TAG_BLOCK },   { "aside", TAG_BLOCK },
	{ "audio", TAG_INLINE },    { "b", TAG_INLINE },
	{ "bdi", TAG_INLINE },	    { "bdo", TAG_INLINE },
	{ "big", TAG_INLINE },	    { "blockquote", TAG_BLOCK },
	{ "body", TAG_BLOCK },	    { "br", TAG_BREAK },
	{ "button", TAG_INLINE },   { "caption", TAG_BLOCK },
	{ "center", TAG_BLOCK },    { "cite", TAG_INLINE },
	{ "code", TAG_INLINE },	    { "dd", TAG_LINE },
	{ "del", TAG_INLINE },	    { "dfn", TAG_INLINE },
	{ "div", TAG_BLOCK },	    { "dl", TAG_BLOCK },
	{ "dt", TAG_LINE },	    { "em", TAG_INLINE },
	{ "embed", TAG_INLINE },    { "figcaption", TAG_BLOCK },
	{ "figure", TAG_BLOCK },    { "font", TAG_INLINE },
	{ "footer", TAG_BLOCK },    { "form", TAG_BLOCK },
	{ "h1", TAG_BLOCK },	    { "h2", TAG_BLOCK },
	{ "h3", TAG_BLOCK },	    { "h4", TAG_BLOCK },
	{ "h5", TAG_BLOCK },	    { "h6", TAG_BLOCK },
	{ "header", TAG_BLOCK },    { "hr", TAG_BLOCK },
	{ "i", TAG_INLINE },	    { "iframe", TAG_INLINE },
	{ "img", TAG_INLINE },	    { "input", TAG_INLINE },
	{ "ins", TAG_INLINE },	    { "kbd", TAG_INLINE },
	{ "label", TAG_INLINE },    { "li", TAG_LINE },
	{ "link", TAG_INLINE },	    { "main", TAG_BLOCK },
	{ "mark", TAG_INLINE },	    { "meta", TAG_INLINE },
	{ "nav", TAG_BLOCK },	    { "nobr", TAG_INLINE },
	{ "noscript", TAG_INLINE }, { "object", TAG_INLINE },
	{ "ol", TAG_BLOCK },	    { "p", TAG_BLOCK },
	{ "param", TAG_INLINE },    { "path", TAG_INLINE },
	{ "picture", TAG_INLINE },  { "pre", TAG_BLOCK },
	{ "q", TAG_INLINE },	    { "s", TAG_INLINE },
	{ "samp", TAG_INLINE },	    { "script", TAG_SILENT },
	{ "section", TAG_BLOCK },   { "small", TAG_INLINE },
	{ "source", TAG_INLINE },   { "span", TAG_INLINE },
	{ "strike", TAG_INLINE },   { "strong", TAG_INLINE },
	{ "style", TAG_SILENT },    { "sub", TAG_INLINE },
	{ "sup", TAG_INLINE },	    { "svg", TAG_INLINE },
	{ "table", TAG_BLOCK },	    { "tbody", TAG_LINE },
	{ "td", TAG_CELL },	    { "tfoot", TAG_LINE },
	{ "th", TAG_CELL },	    { "thead", TAG_LINE },
	{ "time", TAG_INLINE },	    { "tr", TAG_LINE },
	{ "tt", TAG_INLINE },	    { "u", TAG_INLINE },
	{ "ul", TAG_BLOCK },	    { "var", TAG_INLINE },
	{ "video", TAG_INLINE },    { "wbr", TAG_INLINE },
};

int tag_compare(const char *text, size_t len, const char *name)
{
	for (size_t i = 0; i < len; i++) {
		const int a = (int)ascii_lower((unsigned char)text[i]);

		if (a != (unsigned char)name[i])
			return a - (unsigned char)name[i];
	}
	return name[len] ? -1 : 0;
}

size_t tag_name_find(const char *text, size_t len)
{
	size_t low = 0, high = TAG_NAMES;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;
		const int order =
			tag_compare(text, len, tag_names[middle].name);

		if (!order)
			return middle;
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return TAG_NAMES;
}
