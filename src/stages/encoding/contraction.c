/* Contractions: negations, and pronouns with what follows them. */
#include "stages/encoding/contraction.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "unicode/props.h"

/* What stands before the apostrophe, and what may stand behind it. */
static const struct {
	const char *stem;
	bool negation;
} stems[] = {
	{ "ain", true },    { "aren", true },	{ "can", true },
	{ "couldn", true }, { "didn", true },	{ "doesn", true },
	{ "don", true },    { "hadn", true },	{ "hasn", true },
	{ "haven", true },  { "he", false },	{ "here", false },
	{ "i", false },	    { "isn", true },	{ "it", false },
	{ "let", false },   { "she", false },	{ "shouldn", true },
	{ "that", false },  { "there", false }, { "they", false },
	{ "wasn", true },   { "we", false },	{ "weren", true },
	{ "what", false },  { "who", false },	{ "won", true },
	{ "wouldn", true }, { "you", false },
};

static bool is_letter_at(const struct pass *pass, size_t at)
{
	return at < pass->len && ascii_is_letter((unsigned char)pass->text[at]);
}

bool contraction_ends(const struct pass *pass, size_t at, const char *word)
{
	const size_t len = strlen(word);
	uint32_t after;

	if (at > pass->len || pass->len - at < len ||
	    memcmp(pass->text + at, word, len) != 0)
		return false;
	after = utf8_at(pass->text, pass->len, at + len);
	return !unicode_is_word(after) && after != '=' && after != '&' &&
	       after != '/' && after != '_';
}

static bool is_same(const struct pass *pass, size_t at, const char *word)
{
	for (size_t i = 0; word[i]; i++) {
		if (ascii_lower((unsigned char)pass->text[at + i]) !=
		    (unsigned char)word[i])
			return false;
	}
	return true;
}

#define STEM_MAX 8

/* The index in stems[] of the word that ends at `end`; their count: none. */
static size_t find_stem(const struct pass *pass, size_t end)
{
	const size_t count = sizeof(stems) / sizeof(*stems);
	size_t front = end, i;

	while (front && end - front < STEM_MAX && is_letter_at(pass, front - 1))
		front--;
	if (unicode_is_word(utf8_before(pass->text, front)))
		return count;
	for (i = 0; i < count; i++) {
		if (strlen(stems[i].stem) == end - front &&
		    is_same(pass, front, stems[i].stem))
			break;
	}
	return i;
}

bool contraction_holds(const struct pass *pass, size_t at, size_t end)
{
	static const char *const endings[] = {
		"s", "re", "ve", "ll", "d", "m"
	};
	const size_t stem = find_stem(pass, at);

	if (stem == sizeof(stems) / sizeof(*stems))
		return false;
	if (stems[stem].negation)
		return contraction_ends(pass, end, "t");
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		if (contraction_ends(pass, end, endings[i]))
			return true;
	}
	return false;
}
