/* Quotation marks by language: ICU's locale data. */
#include "unicode/delimiters.h"

#include <string.h>

#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/ustring.h>

#include "base/ascii.h"

#include "unicode/status.h"

const struct quote_marks quote_marks_english = {
	.doubles = { "\u201C", "\u201D" },
	.singles = { "\u2018", "\u2019" },
	.inner = { "\u2018", "\u2019" },
};

/* One mark as UTF-8; false when CLDR's is empty or longer than expected. */
static bool read_mark(ULocaleData *data, ULocaleDataDelimiterType type,
		      char mark[QUOTE_MARK_MAX])
{
	UErrorCode error = U_ZERO_ERROR;
	UChar units[QUOTE_MARK_MAX];
	int32_t count, len = 0;

	count = ulocdata_getDelimiter(data, type, units, QUOTE_MARK_MAX,
				      &error);
	u_strToUTF8(mark, QUOTE_MARK_MAX, &len, units, count, &error);
	return U_SUCCESS(error) && len > 0 && len < QUOTE_MARK_MAX;
}

static bool read_pairs(ULocaleData *data, struct quote_pair *outer,
		       struct quote_pair *inner)
{
	return read_mark(data, ULOCDATA_QUOTATION_START, outer->open) &&
	       read_mark(data, ULOCDATA_QUOTATION_END, outer->close) &&
	       read_mark(data, ULOCDATA_ALT_QUOTATION_START, inner->open) &&
	       read_mark(data, ULOCDATA_ALT_QUOTATION_END, inner->close);
}

/* Marks of one stroke: what a typed ' may mean. */
static bool is_single(const struct quote_pair *pair)
{
	static const char *const opening[] = { "\u2018", "\u2019", "\u201A",
					       "\u2039", "\u203A" };

	for (size_t i = 0; i < sizeof(opening) / sizeof(*opening); i++) {
		if (!strcmp(pair->open, opening[i]))
			return true;
	}
	return false;
}

/*
 * Words begin or end with an apostrophe (Afrikaans 'n, Maltese ta', Hausa 'yan,
 * Punjabi 'ਚ, Gaelic a'), and no list has them: a typed ' is no quotation mark.
 */
static bool has_edge_apostrophes(const char *lang)
{
	static const char *const codes[] = { "af", "cy", "eo", "fil", "ga",
					     "gd", "gv", "ha", "kw",  "haw",
					     "mt", "pa", "so" };
	UErrorCode error = U_ZERO_ERROR;
	char code[ULOC_LANG_CAPACITY];

	uloc_getLanguage(lang, code, sizeof(code), &error);
	for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++) {
		if (U_SUCCESS(error) && !strcmp(codes[i], code))
			return true;
	}
	return false;
}

/*
 * Where papers set other marks than CLDR has: Swiss ones guillemets, and
 * Serbian ones the raised comma on either side. "": as CLDR has them.
 */
static const struct {
	const char *lang, *region; /* NULL: any */
	struct quote_pair outer, inner;
} papers[] = {
	{ "de", "CH", { "\u00AB", "\u00BB" }, { "\u2039", "\u203A" } },
	{ "de", "LI", { "\u00AB", "\u00BB" }, { "\u2039", "\u203A" } },
	{ "sr", NULL, { "", "" }, { "\u2019", "\u2019" } },
};

static void prefer_papers(const char *lang, struct quote_pair *outer,
			  struct quote_pair *inner)
{
	UErrorCode error = U_ZERO_ERROR;
	char code[ULOC_LANG_CAPACITY], region[ULOC_COUNTRY_CAPACITY];

	uloc_getLanguage(lang, code, sizeof(code), &error);
	uloc_getCountry(lang, region, sizeof(region), &error);
	for (size_t i = 0; i < sizeof(papers) / sizeof(*papers); i++) {
		if (U_FAILURE(error) || strcmp(papers[i].lang, code) ||
		    (papers[i].region && strcmp(papers[i].region, region)))
			continue;
		if (*papers[i].outer.open)
			*outer = papers[i].outer;
		*inner = papers[i].inner;
	}
}

#define NO_BREAK "\u00A0"

/* French sets its guillemets apart from the words, but in Switzerland. */
static void set_apart(const char *lang, struct quote_pair *pair)
{
	const bool french = !strncmp(lang, "fr", 2) &&
			    !ascii_is_letter((unsigned char)lang[2]);
	const bool swiss = french && lang[2] &&
			   ascii_lower((unsigned char)lang[3]) == 'c' &&
			   ascii_lower((unsigned char)lang[4]) == 'h';

	if (french && !swiss && !strcmp(pair->open, "\u00AB"))
		*pair = (struct quote_pair){ "\u00AB" NO_BREAK,
					     NO_BREAK "\u00BB" };
}

enum cd_status quote_marks_for(const char *lang, struct quote_marks *marks)
{
	UErrorCode error = U_ZERO_ERROR;
	struct quote_pair outer = { "", "" }, inner = { "", "" };
	ULocaleData *data;
	bool known;

	*marks = quote_marks_english;
	data = ulocdata_open(lang ? lang : "en", &error);
	if (U_FAILURE(error))
		return icu_status(error);
	/* The default of an unknown language would be the machine's locale. */
	known = error != U_USING_DEFAULT_WARNING &&
		read_pairs(data, &outer, &inner);
	ulocdata_close(data);
	if (!known)
		return CD_OK;
	if (lang)
		prefer_papers(lang, &outer, &inner);
	/* French papers nest other marks than CLDR's. */
	marks->inner = strcmp(inner.open, outer.open)
			       ? inner
			       : quote_marks_english.doubles;
	if (!is_single(&outer))
		marks->doubles = outer;
	if (lang)
		set_apart(lang, &marks->doubles);
	if (lang && has_edge_apostrophes(lang)) {
		marks->singles = (struct quote_pair){ "'", "'" };
		return CD_OK;
	}
	if (is_single(&outer))
		marks->singles = outer;
	else if (is_single(&inner))
		marks->singles = inner;
	return CD_OK;
}
