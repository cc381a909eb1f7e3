/* Regular expressions of users' rules, by ICU. */
#include "unicode/regex.h"

#include <stdlib.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>

/* ICU's unit: about a millisecond's work each, counted in match steps. */
#define STEP_LIMIT 20

struct regex {
	URegularExpression *expression; /* owned; cloned for each use */
};

/* UTF-8 as UTF-16; owned by the caller; NULL when memory runs out. */
static UChar *to_utf16(const char *text, size_t len, int32_t *units)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar *wide;

	if (len > INT32_MAX / 4)
		return NULL;
	wide = malloc((len + 1) * sizeof(*wide));
	if (!wide)
		return NULL;
	u_strFromUTF8WithSub(wide, (int32_t)len + 1, units, text, (int32_t)len,
			     0xFFFD, NULL, &error);
	if (U_FAILURE(error)) {
		free(wide);
		return NULL;
	}
	return wide;
}

enum cd_status regex_new(const char *pattern, size_t len, struct regex **regex)
{
	UErrorCode error = U_ZERO_ERROR;
	int32_t units;
	UChar *wide = to_utf16(pattern, len, &units);
	struct regex *made = malloc(sizeof(*made));

	*regex = NULL;
	if (!wide || !made) {
		free(wide);
		free(made);
		return CD_NOMEM;
	}
	made->expression = uregex_open(wide, units, 0, NULL, &error);
	free(wide);
	if (U_FAILURE(error)) {
		free(made);
		return error == U_MEMORY_ALLOCATION_ERROR ? CD_NOMEM : CD_DATA;
	}
	*regex = made;
	return CD_OK;
}

void regex_free(struct regex *regex)
{
	if (!regex)
		return;
	uregex_close(regex->expression);
	free(regex);
}

enum regex_answer regex_matches(const struct regex *regex, const char *text,
				size_t len)
{
	UErrorCode error = U_ZERO_ERROR;
	URegularExpression *use;
	int32_t units;
	UChar *wide = to_utf16(text, len, &units);
	UBool yes;

	if (!wide)
		return REGEX_FAILED;
	use = uregex_clone(regex->expression, &error);
	uregex_setTimeLimit(use, STEP_LIMIT, &error);
	uregex_setText(use, wide, units, &error);
	yes = uregex_matches(use, 0, &error);
	uregex_close(use);
	free(wide);
	if (error == U_MEMORY_ALLOCATION_ERROR)
		return REGEX_FAILED;
	return U_SUCCESS(error) && yes ? REGEX_YES : REGEX_NO;
}
