/* Programs and styles of pages, by the names of what they call. */
#include "text/page_script.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/skip.h"

static const char *const starts[] = {
	"!function(f,b,e,v,n,t,s)",
	"#mc_embed_signup",
	"(adsbygoogle =",
	"(function(d, s, id)",
	"(function(d,s,id)",
	"(function(i,s,o,g,r,a,m)",
	"(function(w,d,s,l,i)",
	"OBR.extern",
	"_gaq.push(",
	"_taboola.push(",
	"adsbygoogle.",
	"apstag.",
	"dataLayer.push(",
	"fbq('",
	"ga('create'",
	"ga('send'",
	"googletag.",
	"gtag('",
	"pbjs.",
	"var _gaq =",
	"var googletag =",
	"window._taboola",
	"window.adsbygoogle",
	"window.dataLayer",
	"window.googletag",
	"{\"@context\":",
	"{: .",
	"{: class=",
	"{:.",
	"{:class=",
	"{:start=",
	"{:target=",
};

/*
 * "a.board:hover {color:#fff!important;}": the style of a page's part, which
 * begins with a name and has a block that overrules others.
 */
static bool is_style(const char *text, size_t at, size_t end)
{
	static const char overrules[] = "!important;";
	const size_t open = bytes_find(text, end, at, '{');
	size_t mark = open;

	if (open == end || text[end - 1] != '}' ||
	    (!strchr(".#@", text[at]) &&
	     !ascii_is_lower((unsigned char)text[at])))
		return false;
	while ((mark = bytes_find(text, end, mark, '!')) < end &&
	       !bytes_begin(text, end, mark, overrules))
		mark++;
	return mark < end && bytes_find(text, mark, open, ':') < mark;
}

bool page_script_is_line(const char *text, size_t at, size_t end)
{
	/* "googletag.cmd.push(...);": a sentence about it ends otherwise. */
	if (at == end || !strchr(PAGE_SCRIPT_ENDS, text[end - 1]))
		return false;
	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
		if (bytes_begin(text, end, at, starts[i]))
			return true;
	return is_style(text, at, end);
}

bool page_script_is_block(const char *text, size_t at, size_t end)
{
	while (at < end) {
		const size_t line = bytes_line_end(text, end, at);
		size_t last = line;

		at = skip_white(text, line, at);
		last = skip_white_back(text, at, last);
		if (at < last && !page_script_is_line(text, at, last))
			return false;
		at = line + 1;
	}
	return true;
}
