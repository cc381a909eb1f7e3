#include "text/tagged.h"

#include <string.h>

#include "base/ascii.h"

#define TOKENS_LEAST 12
#define TOKENS_LOOKED 100
#define FEW 8	    /* tokens of which half have a tag, or the text has none */
#define SHARE 75    /* percent of the tokens; brackets of phrases aside */
#define TAG_MOST 12 /* bytes: "np-tl-nc", "B-PERSON" */

static bool is_space(char c)
{
	return ascii_is_space((unsigned char)c);
}

/* "VBD", "np-tl", "PRP$", ".", "-LRB-": a tag is text[at, end). */
static bool is_tag(const char *text, size_t at, size_t end)
{
	if (at == end || end - at > TAG_MOST)
		return false;
	for (; at < end; at++)
		if (!ascii_is_letter((unsigned char)text[at]) &&
		    !strchr(".,:;?!'`\"$#()*+-|", text[at]))
			return false;
	return true;
}

/* Where the tag of text[at, end) begins; `end`: it has none. */
static size_t find_tag(const char *text, size_t at, size_t end)
{
	for (size_t i = end; i > at + 1; i--)
		if (strchr("/_|", text[i - 1]))
			return i;
	return end;
}

bool tagged_text(const char *text, size_t len)
{
	size_t tokens = 0, tagged = 0;

	for (size_t at = 0; at < len && tokens < TOKENS_LOOKED;) {
		size_t end = at;

		while (end < len && !is_space(text[end]))
			end++;
		if (end - at > 1 || (end > at && !strchr("[](){}", text[at]))) {
			const size_t tag = find_tag(text, at, end);

			tokens++;
			tagged += is_tag(text, tag, end);
			if (tokens >= FEW && tagged * 2 < tokens)
				return false;
		}
		at = end + 1;
	}
	return tokens >= TOKENS_LEAST && tagged * 100 >= tokens * SHARE;
}
