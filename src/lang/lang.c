/*
 * The languages that have data. <languages.h> is made from their folders: it
 * names each file once, and is read for the declarations and for the table.
 */
#include "lang/lang.h"

#include <string.h>

#include "base/ascii.h"

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

/* The tag's first part, in letters of any case. */
static bool is_language(const char *tag, size_t len, const char *name)
{
	if (strlen(name) != len)
		return false;
	for (size_t i = 0; i < len; i++) {
		if (ascii_lower((unsigned char)tag[i]) !=
		    (unsigned char)name[i])
			return false;
	}
	return true;
}

const struct lang *lang_find(const char *tag)
{
	const size_t len = strcspn(tag, "-_");

	for (size_t i = 0; i < sizeof(languages) / sizeof(*languages); i++) {
		if (is_language(tag, len, languages[i].name))
			return &languages[i];
	}
	return &no_data;
}

bool lang_is_english(const struct lang *lang)
{
	return !strcmp(lang->name, "en");
}
