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

bool language_is_known(const char *tag)
{
	const int32_t count = uloc_countAvailable();

	if (is_same(tag, "und", 3))
		return true;
	for (int32_t i = 0; i < count; i++) {
		const char *code = uloc_getAvailable(i);

		if (is_same(tag, code, code_length(code)))
			return true;
	}
	return false;
}

void languages_list(char *text, size_t size)
{
	const int32_t count = uloc_countAvailable();
	const char *last = "";
	size_t at = 0;

	text[0] = '\0';
	for (int32_t i = 0; i < count; i++) {
		const char *code = uloc_getAvailable(i);
		const size_t len = code_length(code);

		if (is_same(last, code, len))
			continue;
		if (size - at < len + 3)
			return;
		if (at) {
			memcpy(text + at, ", ", 2);
			at += 2;
		}
		memcpy(text + at, code, len);
		at += len;
		text[at] = '\0';
		last = code;
	}
}
