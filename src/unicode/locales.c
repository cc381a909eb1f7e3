/* The languages of ICU's locales, which are in ascending order. */
#include "unicode/locales.h"

#include <string.h>

#include <unicode/uloc.h>

#include "base/ascii.h"

/* The length of the tag's first part, which names the language. */
static size_t code_length(const char *tag)
{
	return strcspn(tag, "-_");
}

static bool is_same(const char *tag, const char *code, size_t len)
{
	if (code_length(tag) != len)
		return false;
	for (size_t i = 0; i < len; i++) {
		if (ascii_lower((unsigned char)tag[i]) !=
		    (unsigned char)code[i])
			return false;
	}
	return true;
}

bool language_is_open(const char *tag)
{
	return is_same(tag, "und", 3);
}

bool language_is_known(const char *tag)
{
	const int32_t count = uloc_countAvailable();

	if (language_is_open(tag))
		return true;
	for (int32_t i = 0; i < count; i++) {
		const char *code = uloc_getAvailable(i);

		if (is_same(tag, code, code_length(code)))
			return true;
	}
	return false;
}

const char *language_code(size_t index)
{
	const int32_t count = uloc_countAvailable();

	for (int32_t i = 0; i < count; i++) {
		const char *code = uloc_getAvailable(i);

		if (!code[code_length(code)] && !index--)
			return code;
	}
	return NULL;
}

/* Whether the language is called so, in English or as it calls itself. */
static bool is_called(const char *code, const char *in, const char *tag)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar name[64];
	const int32_t len =
		uloc_getDisplayLanguage(code, in, name, 64, &status);

	if (U_FAILURE(status) || (size_t)len != strlen(tag))
		return false;
	for (int32_t i = 0; i < len; i++) {
		if (name[i] > 127 || ascii_lower((unsigned char)name[i]) !=
					     ascii_lower((unsigned char)tag[i]))
			return false;
	}
	return true;
}

const char *language_near(const char *tag)
{
	const char *code;

	for (size_t i = 0; (code = language_code(i)); i++) {
		const char *other = uloc_getISO3Language(code);

		if (is_same(tag, other, strlen(other)) ||
		    is_called(code, "en", tag) || is_called(code, code, tag))
			return code;
	}
	return NULL;
}
