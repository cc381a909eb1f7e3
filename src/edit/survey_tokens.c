/* The survey of what tokenisers and converters leave. */
#include "edit/surveyor.h"

#include <string.h>

#include "edit/survey.h"

static const char *const bracket_tokens[] = {
	"-LRB-", "-RRB-", "-LCB-", "-RCB-", "-LSB-", "-RSB-",
};

void surveyor_see_dash(struct surveyor *s, size_t at)
{
	const size_t count = sizeof(bracket_tokens) / sizeof(*bracket_tokens);

	if (at < 1 || s->len - at < 4)
		return;
	for (size_t i = 0; i < count; i++) {
		if (!memcmp(s->text + at - 1, bracket_tokens[i], 5))
			s->survey->seen |= SEEN_BRACKET_TOKEN;
	}
}

static const char *const bare_entities[] = {
	"amp",	"apos", "gt",	"lt",	"nbsp",
	"quot", "dash", "dquo", "squo", /* of mdash, rdquo, lsquo */
};

void surveyor_see_semicolon(struct surveyor *s, size_t at)
{
	const size_t count = sizeof(bare_entities) / sizeof(*bare_entities);

	/* White space, which may be several bytes a space. */
	while (at && ((unsigned char)s->text[at - 1] <= ' ' ||
		      (unsigned char)s->text[at - 1] >= 0x80))
		at--;
	for (size_t i = 0; i < count; i++) {
		const size_t length = strlen(bare_entities[i]);

		if (at >= length &&
		    !memcmp(s->text + at - length, bare_entities[i], length))
			s->survey->seen |= SEEN_SEMICOLON_ENTITY;
	}
}
