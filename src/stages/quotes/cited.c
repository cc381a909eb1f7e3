/* Quotations that are cited with the marks of another language. */
#include "stages/quotes/quotes.h"

#include <string.h>

#define CITED_MAX 400 /* bytes of what is between two marks */
#define MARK_LEN 3    /* bytes of one */

/* The two marks that a quotation begins with, and those that it ends with. */
static const struct {
	const char *open, *close;
} pairs[] = {
	{ "\u201C\u201E", "\u201C\u201D" }, /* “„Nein.“” */
	{ "\u201C\u201A", "\u2018\u201D" },
	{ "\u2018\u201E", "\u201C\u2019" },
	{ "\u201D\u201E", "\u201C\u201D" },
};

size_t quote_cited_end(const struct pass *pass, size_t at)
{
	const size_t count = sizeof(pairs) / sizeof(*pairs);
	const char *text = pass->text;
	size_t i = 0;

	if (at < MARK_LEN || text[at - MARK_LEN] != text[at])
		return at; /* no mark is right before it */
	while (i < count && !pass_has(pass, at - MARK_LEN, pairs[i].open))
		i++;
	if (i == count)
		return at;
	for (size_t end = at + MARK_LEN;
	     end < pass->len && end - at < CITED_MAX && text[end] != '\n';
	     end++) {
		if (pass_has(pass, end, pairs[i].close))
			return end + MARK_LEN;
		/* another quotation begins first */
		if (pass_has(pass, end, pairs[i].open))
			break;
	}
	return at;
}
