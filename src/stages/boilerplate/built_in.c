/* The tables of the boilerplate rules that are compiled in. */
#include "stages/boilerplate/built_in.h"

#include <string.h>

#include "lang/lang.h"
#include "stages/boilerplate/rules.h"

/* Made by tools/compile: the tables, and BUILT_IN(language) for each. */
#include <built_in_rules.h>

static const struct {
	const char *lang;
	const struct strip_rules *rules;
} tables[] = {
#define BUILT_IN(name) { #name, &name##_rules },
	BUILT_IN_LANGUAGES
#undef BUILT_IN
};

const struct strip_rules *strip_rules_built_in(const struct lang *lang)
{
	for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++) {
		if (!strcmp(tables[i].lang, lang->name))
			return tables[i].rules;
	}
	return NULL;
}
