/* The classes of abbreviations. */
#include "lang/abbreviations.h"

#include "base/ascii.h"
#include "base/bytes.h"
#include "lang/lookup.h"

static const struct {
	const char *name;
	enum abbreviation class;
} classes[] = {
	{ "title", ABBREVIATION_TITLE },   { "word", ABBREVIATION_WORD },
	{ "joined", ABBREVIATION_JOINED }, { "hour", ABBREVIATION_HOUR },
	{ "place", ABBREVIATION_PLACE },
};

size_t abbreviation_start(const char *text, size_t end)
{
	size_t at = end;

	while (at && end - at < ABBREVIATION_MAX &&
	       (ascii_is_letter((unsigned char)text[at - 1]) ||
		text[at - 1] == '.'))
		at--;
	return at;
}

enum abbreviation abbreviation_find(const struct lang_file *file,
				    const char *word, size_t len)
{
	size_t name_len;
	const char *name = lang_lookup(file, word, len, &name_len);

	for (size_t i = 0; name && i < sizeof(classes) / sizeof(*classes);
	     i++) {
		if (bytes_are(name, name_len, classes[i].name))
			return classes[i].class;
	}
	return ABBREVIATION_NONE;
}

enum abbreviation abbreviation_before(const struct lang_file *file,
				      const char *text, size_t end)
{
	const size_t start = abbreviation_start(text, end);

	return start < end && text[end - 1] == '.'
		       ? abbreviation_find(file, text + start, end - start)
		       : ABBREVIATION_NONE;
}
