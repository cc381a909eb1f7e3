/* Straight marks within the tag of a template, or a block of style or code. */
#include "stages/quotes/quotes.h"

#define TEMPLATE_MAX 300 /* bytes of what a template puts in */

/* Where what opens with "{%" or "{{" is, before text[at], on its line. */
static const char *template_front(const struct pass *pass, size_t at)
{
	const char *text = pass->text;

	for (size_t i = at; i > 1 && at - i < TEMPLATE_MAX; i--) {
		if (text[i - 1] == '\n' || text[i - 1] == '}')
			return NULL;
		if (text[i - 2] == '{' &&
		    (text[i - 1] == '%' || text[i - 1] == '{'))
			return text + i - 1;
	}
	return NULL;
}

/* The end of "{ font: 12px "Quay"; }", whose bracket is at `brace`; or `at`. */
static size_t block_end(const struct pass *pass, size_t brace, size_t at)
{
	const char *text = pass->text;

	for (size_t i = brace + 1; i < pass->len && i - brace < TEMPLATE_MAX;
	     i++) {
		if (text[i] == '\n' || (i < at && text[i] == '}'))
			break;
		if (text[i] == '}')
			return text[i - 1] == ';' || (text[i - 1] == ' ' &&
						      text[i - 2] == ';')
				       ? i + 1
				       : at;
	}
	return at;
}

size_t quote_template_end(const struct pass *pass, size_t brace, size_t at)
{
	const char *text = pass->text, *front;
	size_t end = at;
	char mark;

	if (brace >= at || at - brace > TEMPLATE_MAX)
		return at;
	front = template_front(pass, at);
	if (!front)
		return block_end(pass, brace, at);
	mark = *front == '{' ? '}' : '%';
	while (end + 1 < pass->len && end - at < TEMPLATE_MAX &&
	       text[end] != '\n') {
		if (text[end] == mark && text[end + 1] == '}')
			return end + 2;
		end++;
	}
	return at;
}
