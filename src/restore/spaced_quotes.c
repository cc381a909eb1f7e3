/* Straight quotes between spaces. */
#include "restore/spaced_quotes.h"

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"

static bool is_space(char c)
{
	return c == ' ' || c == '\n';
}

/* The mark before or after a straight quote, spaces aside; 0: none. */
static char mark_beside(const char *text, size_t len, size_t at, int step)
{
	size_t i = at + (size_t)step;

	while (i < len && is_space(text[i]))
		i += (size_t)step;
	return i < len && text[i] && strchr(",.;:)", text[i]) ? text[i] : 0;
}

/* " said: what is before it was said. Of these verbs the model learned. */
static bool speech_follows(const char *text, size_t len, size_t at)
{
	static const char *const verbs[] = { "said", "says", "asked", "added",
					     "replied" };

	do
		at++;
	while (at < len && is_space(text[at]));
	for (size_t k = 0; k < sizeof(verbs) / sizeof(*verbs); k++) {
		const size_t size = strlen(verbs[k]);
		size_t i = 0;

		while (i < size && at + i < len &&
		       ascii_lower((unsigned char)text[at + i]) ==
			       (unsigned char)verbs[k][i])
			i++;
		if (i == size &&
		    (at + i == len ||
		     !ascii_is_letter((unsigned char)text[at + i])))
			return true;
	}
	return false;
}

/* Whether a quote with space on both sides, or on neither, opens. */
static bool opens_between(const char *text, size_t len, size_t at, bool open)
{
	const char before = mark_beside(text, len, at, -1);
	const char after = mark_beside(text, len, at, 1);

	if (before == ':')
		return true;
	if ((after && after != ':') ||
	    (before == ',' && speech_follows(text, len, at)))
		return false;
	return !open;
}

void spaced_quotes_read(const char *text, size_t len, unsigned char *bits)
{
	bool open = false;

	for (size_t i = 0; i < len; i++) {
		const bool before = i && !strchr(" \n", text[i - 1]);
		const bool after = i + 1 < len && !strchr(" \n", text[i + 1]);

		if (i && text[i] == '\n' && text[i - 1] == '\n')
			open = false;
		if (text[i] != '"')
			continue;
		open = before == after ? opens_between(text, len, i, open)
				       : after;
		if (open)
			bits[i / 8] |= (unsigned char)(1 << i % 8);
	}
}
