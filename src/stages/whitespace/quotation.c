/*
 * Is a gap inside a quotation? Only what the marks' places leave no doubt of:
 * in flattened text they may all face the same way.
 *
 * Gaps are asked about in ascending order, so that both marks, the last before
 * and the first one after it, are found in linear time.
 */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/utf8.h"
#include "text/marks.h"
#include "unicode/props.h"

/* Bytes from a mark to the gap, or from the gap to a mark. */
#define QUOTATION_MAX 600

static size_t mark_at(const struct scanner *scanner, size_t at)
{
	return mark_double_length(scanner->text, scanner->len, at);
}

/* “ after a word and before none, as it closes in German. */
static bool stands_behind(const struct scanner *scanner, size_t at)
{
	const size_t end = at + mark_at(scanner, at);

	return !unicode_is_edge(utf8_before(scanner->text, at)) &&
	       !unicode_is_word(utf8_at(scanner->text, scanner->len, end));
}

/* A mark after a space and before a word, or one that opens. */
static bool opens_quotation(const struct scanner *scanner, size_t at)
{
	const size_t end = at + mark_at(scanner, at);
	const uint32_t before = utf8_before(scanner->text, at);

	if (stands_at(scanner, at, "\u201C"))
		return !stands_behind(scanner, at);
	return (unicode_is_edge(before) || before == '(' || before == 0x2014) &&
	       !unicode_is_edge(utf8_at(scanner->text, scanner->len, end));
}

static bool closes_quotation(const struct scanner *scanner, size_t at)
{
	const size_t end = at + mark_at(scanner, at);
	const uint32_t after = utf8_at(scanner->text, scanner->len, end);

	if (stands_at(scanner, at, "\u201C"))
		return stands_behind(scanner, at);
	return !unicode_is_edge(utf8_before(scanner->text, at)) &&
	       (unicode_is_edge(after) || !unicode_is_word(after));
}

/* The first byte from `at` on that a mark or a line end may begin with. */
static size_t find_candidate(const char *text, size_t at, size_t end)
{
	/* U+201C and U+201D begin with the last of these. */
	const struct byte_set may_begin = byte_set_of("\n\"\xE2");

	return at < end ? byte_set_find(&may_begin, text, at, end) : at;
}

/* The last mark of this line before `end`. */
static void find_before(struct scanner *scanner, size_t end)
{
	size_t at = scanner->quote_seen;

	while ((at = find_candidate(scanner->text, at, end)) < end) {
		const bool line = scanner->text[at] == '\n';

		if (line || mark_at(scanner, at)) {
			scanner->quote_open =
				!line && opens_quotation(scanner, at);
			scanner->quote_before = at;
		}
		at++;
	}
	if (scanner->quote_seen < end)
		scanner->quote_seen = end;
}

/* The first mark, or line end, from `at` on. */
static void find_after(struct scanner *scanner, size_t at)
{
	if (at <= scanner->quote_after)
		return;
	for (;; at++) {
		at = find_candidate(scanner->text, at, scanner->len);
		if (at == scanner->len || scanner->text[at] == '\n' ||
		    mark_at(scanner, at))
			break;
	}
	scanner->quote_after = at;
}

bool quotation_holds(struct scanner *scanner, const struct gap *gap)
{
	find_before(scanner, gap->at);
	if (!scanner->quote_open ||
	    gap->at - scanner->quote_before > QUOTATION_MAX)
		return false;
	find_after(scanner, gap->end);
	return scanner->quote_after - gap->end <= QUOTATION_MAX &&
	       closes_quotation(scanner, scanner->quote_after);
}

bool quotation_opens_anew(struct scanner *scanner, const struct gap *gap)
{
	const size_t at = gap->end, length = mark_at(scanner, at);

	if (!length || !opens_quotation(scanner, at) ||
	    (shape_end(scanner->text, gap->at) == SHAPE_END_SENTENCE &&
	     !ascii_is_lower(byte_at(scanner, at + length))))
		return false;
	find_before(scanner, gap->at);
	return scanner->quote_open &&
	       gap->at - scanner->quote_before <= QUOTATION_MAX;
}
