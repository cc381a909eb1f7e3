/* The languages that have data. */
#include "lang/lang.h"

#include <string.h>

#define EMBEDDED(name) extern const char name[], name##_end[]
#define LANG_FILE(name)                                                        \
	{                                                                      \
		name, name##_end                                               \
	}

EMBEDDED(lang_en_boilerplate);
EMBEDDED(lang_en_abbreviations);
EMBEDDED(lang_en_words);
EMBEDDED(lang_en_elisions);
EMBEDDED(lang_en_speech);
#ifdef LANG_EN_MODEL
EMBEDDED(lang_en_model);
#endif

static const struct lang languages[] = {
	{
		.name = "en",
		.boilerplate = LANG_FILE(lang_en_boilerplate),
		.abbreviations = LANG_FILE(lang_en_abbreviations),
		.words = LANG_FILE(lang_en_words),
		.elisions = LANG_FILE(lang_en_elisions),
		.speech = LANG_FILE(lang_en_speech),
#ifdef LANG_EN_MODEL
		.model = LANG_FILE(lang_en_model),
#endif
	},
};

static const struct lang no_data = { .name = "" };

const struct lang *lang_find(const char *tag)
{
	const size_t len = strcspn(tag, "-_");

	for (size_t i = 0; i < sizeof(languages) / sizeof(*languages); i++) {
		const char *name = languages[i].name;

		if (strlen(name) == len && !strncmp(name, tag, len))
			return &languages[i];
	}
	return &no_data;
}
