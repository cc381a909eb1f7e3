/* The survey of what tokenisers and converters leave. */
#include "edit/surveyor.h"

#include <string.h>
#include <strings.h>

#include "edit/survey.h"
#include "text/bracket_token.h"

void surveyor_see_dash(struct surveyor *s, size_t at)
{
	if (at && bracket_token_at(s->text, s->len, at - 1))
		s->survey->seen |= SEEN_BRACKET_TOKEN;
}

static const char *const bare_entities[] = {
	"amp",	  "apos", "gt",	  "lt",	  "nbsp",
	"quot",	  "dash", "dquo", "squo", /* of mdash, rdquo, lsquo */
	"hellip",
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

		if (at >= length && !strncasecmp(s->text + at - length,
						 bare_entities[i], length))
			s->survey->seen |= SEEN_SEMICOLON_ENTITY;
	}
}
