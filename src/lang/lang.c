/*
 * The languages that have data. <languages.h> is made from their folders: it
 * names each file once, and is read for the declarations and for the table.
 */
#include "lang/lang.h"

#include <string.h>

/* clang-format off */
#define LANGUAGE(lang)
#define LANG_FILE(lang, file, path)                                            \
	extern const char lang_##lang##_##file[], lang_##lang##_##file##_end[];
#define LANGUAGE_END
#include <languages.h>
#undef LANGUAGE
#undef LANG_FILE
#undef LANGUAGE_END

#define LANGUAGE(lang) { .name = #lang,
#define LANG_FILE(lang, file, path)                                            \
	.file = { lang_##lang##_##file, lang_##lang##_##file##_end },
#define LANGUAGE_END },

static const struct lang languages[] = {
#include <languages.h>
};
/* clang-format on */

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

bool lang_is_english(const struct lang *lang)
{
	return !strcmp(lang->name, "en");
}
