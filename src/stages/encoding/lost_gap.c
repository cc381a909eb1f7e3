/*
 * What a lost character was, by what is on both sides of its gap. The
 * apostrophe of "isn�t" and "EPA�s" is known by the words alone; other answers
 * only say what it may have been.
 */
#include "stages/encoding/lost_gap.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "lang/lookup.h"
#include "stages/encoding/contraction.h"
#include "text/marks.h"
#include "unicode/props.h"
#include "unicode/script.h"

bool lost_remains_at(const struct pass *pass, size_t at,
		     const struct lost_remains *remains)
{
	return pass->len - at >= remains->len &&
	       !memcmp(pass->text + at, remains->text, remains->len);
}

size_t lost_next_remains(const struct pass *pass, size_t at,
			 const struct lost_remains *remains)
{
	for (; at < pass->len; at++) {
		const char *found =
			memchr(pass->text + at, (unsigned char)remains->text[0],
			       pass->len - at);

		if (!found)
			break;
		at = (size_t)(found - pass->text);
		if (lost_remains_at(pass, at, remains))
			return at;
	}
	return pass->len;
}

/* The first gap from byte `from` on. gap->pass and gap->remains are set. */
bool lost_gap_next(struct lost_gap *gap, size_t from)
{
	const struct pass *pass = gap->pass;
	const struct lost_remains *remains = gap->remains;

	gap->at = lost_next_remains(pass, from, remains);
	if (gap->at == pass->len)
		return false;
	gap->end = gap->at + remains->len;
	while (gap->end - gap->at < remains->most * remains->len &&
	       lost_remains_at(pass, gap->end, remains))
		gap->end += remains->len;
	gap->before = utf8_before(pass->text, gap->at);
	gap->after = utf8_at(pass->text, pass->len, gap->end);
	return true;
}

/* The ASCII letters before or after the gap, in lower case. */
static size_t word_before(const struct lost_gap *gap, char *word, size_t room)
{
	const char *text = gap->pass->text;
	size_t from = gap->at, len = 0;

	while (from && ascii_is_letter((unsigned char)text[from - 1]) &&
	       gap->at - from < room)
		from--;
	for (; from < gap->at; from++)
		word[len++] = (char)ascii_lower((unsigned char)text[from]);
	return len;
}

static size_t word_after(const struct lost_gap *gap, char *word, size_t room)
{
	const char *text = gap->pass->text;
	size_t at = gap->end, len = 0;

	while (at < gap->pass->len && len < room &&
	       ascii_is_letter((unsigned char)text[at]))
		word[len++] = (char)ascii_lower((unsigned char)text[at++]);
	if (at < gap->pass->len && (unsigned char)text[at] >= 0x80 && len &&
	    unicode_is_word(utf8_at(text, gap->pass->len, at)))
		return 0;
	return len;
}

/* The lists with the word before the gap, though a lost mark is before it. */
static uint32_t lists_before(const struct lost_gap *gap)
{
	const char *text = gap->pass->text;
	size_t at = gap->at;

	while (at && ascii_is_letter((unsigned char)text[at - 1]))
		at--;
	if (at < gap->remains->len ||
	    !lost_remains_at(gap->pass, at - gap->remains->len, gap->remains))
		return word_lists_before(gap->pass->settings->lists, text,
					 gap->at);
	return word_lists_find(gap->pass->settings->lists, text + at,
			       gap->at - at);
}

bool lost_gap_joins_letters(const struct lost_gap *gap)
{
	return ascii_is_letter(gap->before) && ascii_is_letter(gap->after);
}

#define KNOWN_MOST 24

static bool is_known(const struct pass *pass, const char *word, size_t len)
{
	size_t rest;

	return len > 1 && len < KNOWN_MOST &&
	       (word_lists_find(pass->settings->lists, word, len) ||
		lang_lookup(&pass->settings->lang->words, word, len, &rest));
}

bool lost_gap_joins_known(const struct lost_gap *gap)
{
	char before[KNOWN_MOST], after[KNOWN_MOST];

	return lost_gap_joins_letters(gap) &&
	       is_known(gap->pass, before,
			word_before(gap, before, KNOWN_MOST)) &&
	       is_known(gap->pass, after, word_after(gap, after, KNOWN_MOST));
}

/* "isn�t", "we�re": no other letter makes a word of these. */
bool lost_gap_is_contraction(const struct lost_gap *gap)
{
	return contraction_of(gap->pass, lists_before(gap), gap->at, gap->end);
}

/* "EPA�s", but "caf�s" are cafés. */
bool lost_gap_is_apostrophe(const struct lost_gap *gap)
{
	if (gap->before >= 0x80 || !ascii_is_letter(gap->before))
		return false;
	if (contraction_owns(gap->pass, gap->at, gap->end))
		return !(lists_before(gap) & LIST_ACCENTED);
	return lost_gap_is_contraction(gap);
}

/* "late�which": a dash may be before it. Such as "of" and "and" follow spaces.
 */
static bool may_follow_dash(const struct lost_gap *gap, const char *word,
			    size_t len)
{
	const uint32_t lists =
		word_lists_find(gap->pass->settings->lists, word, len);

	return lists & LIST_CLAUSE && !(lists & LIST_BARE);
}

/*
 * "complaints of�the system": both are words that the article has elsewhere, so
 * a no-break space stood between them; "Fran�ois" lost a letter, and
 * "late�which" may have lost a dash.
 */
bool lost_gap_separates_words(const struct lost_gap *gap,
			      const struct wordset *words)
{
	char before[24], after[24];
	const size_t before_len = word_before(gap, before, sizeof(before));
	const size_t after_len = word_after(gap, after, sizeof(after));

	if (before_len == sizeof(before) || after_len == sizeof(after))
		return false;
	return before_len > 1 && after_len > 1 &&
	       wordset_holds(words, before, before_len) &&
	       wordset_holds(words, after, after_len) &&
	       !may_follow_dash(gap, after, after_len);
}

/* White space within a line, of which the whitespace stage makes one space. */
static bool is_blank(uint32_t point)
{
	return unicode_is_space(point) && point != '\n' && point != '\r';
}

/* What is before the blanks that end at `at`. */
static uint32_t before_blanks(const struct pass *pass, size_t at)
{
	while (is_blank(utf8_before(pass->text, at)))
		utf8_previous(pass->text, &at);
	return utf8_before(pass->text, at);
}

static uint32_t after_blanks(const struct pass *pass, size_t at)
{
	while (is_blank(utf8_at(pass->text, pass->len, at)))
		utf8_next(pass->text, &at);
	return utf8_at(pass->text, pass->len, at);
}

/* "7 � minutes" lost a half; a year may be before a dash. */
static bool may_lack_fraction(const struct lost_gap *gap)
{
	const char *text = gap->pass->text;
	size_t at = gap->at, digits = 0;

	while (is_blank(utf8_before(text, at)))
		utf8_previous(text, &at);
	while (at && ascii_is_digit((unsigned char)text[at - 1])) {
		at--;
		digits++;
	}
	return digits == 1 || digits == 2;
}

#define PLURAL_LEAST 5 /* letters */

/* A word that the language knows, less its s: none is "jos", nor "expos". */
static bool is_plural(const struct pass *pass, size_t end)
{
	size_t front = end, rest;

	while (ascii_is_lower(pass_byte_before(pass, front)))
		front--;
	return !ascii_is_letter(pass_byte_before(pass, front)) &&
	       !(word_lists_find(pass->settings->lists, pass->text + front,
				 end - front) &
		 LIST_ACCENTED) &&
	       end - front >= PLURAL_LEAST &&
	       lang_lookup(&pass->settings->lang->words, pass->text + front,
			   end - 1 - front, &rest);
}

bool lost_gap_is_of_several(const struct lost_gap *gap)
{
	const struct pass *pass = gap->pass;

	return gap->before == 's' && pass_byte(pass, gap->end) == ' ' &&
	       ascii_is_lower(pass_byte(pass, gap->end + 1)) &&
	       is_plural(pass, gap->at);
}

/* " � " between words, not after a sentence. */
bool lost_gap_is_dash(const struct lost_gap *gap)
{
	uint32_t before, after;

	if (!is_blank(gap->before) || !is_blank(gap->after))
		return false;
	before = before_blanks(gap->pass, gap->at);
	after = after_blanks(gap->pass, gap->end);
	return (unicode_is_word(before) || before == ',') &&
	       unicode_is_letter(after) && !may_lack_fraction(gap);
}

/* "Never!� she said": after the end of a sentence it was a quotation mark. */
static bool goes_on(const struct lost_gap *gap)
{
	return gap->after == ' ' && gap->before != ',' &&
	       unicode_is_lower(after_blanks(gap->pass, gap->end));
}

/* What a no-break space leaves: "said.� The", "flag,�all"; but in Chinese there
 * was none. */
bool lost_gap_is_space(const struct lost_gap *gap)
{
	return mark_is(gap->before, MARK_STOP_OR_PAUSE) && !goes_on(gap) &&
	       !script_sets_no_spaces(gap->after) &&
	       (unicode_is_letter(gap->after) || gap->after == ' ' ||
		gap->after == '\n' || !gap->after);
}

/* "Jan van �t Hoff", "�s-Hertogenbosch": no quotation begins with such a letter
 * alone. */
static bool is_lone_letter(const struct lost_gap *gap)
{
	unsigned char next;

	if (gap->after != 'n' && gap->after != 's' && gap->after != 't')
		return false;
	next = pass_byte(gap->pass, gap->end + 1);
	return next == ' ' || next == '-';
}

/* "�Hello", "�¿Qué" and "hello,�": where quotation marks stand. */
bool lost_gap_opens(const struct lost_gap *gap)
{
	const bool begins = unicode_is_word(gap->after) || gap->after == 0xBF ||
			    gap->after == 0xA1;

	return (unicode_is_edge(gap->before) || gap->before == '(') && begins &&
	       !is_lone_letter(gap);
}

bool lost_gap_closes(const struct lost_gap *gap)
{
	return (unicode_is_word(gap->before) ||
		mark_is(gap->before, MARK_STOP_OR_PAUSE)) &&
	       (unicode_is_edge(gap->after) ||
		mark_is(gap->after, MARK_STOP_OR_PAUSE) || gap->after == ')');
}

#define QUOTATION_MOST 500 /* bytes: linear time */

/* U+201C or U+201D. */
static bool is_double_mark(const struct pass *pass, size_t at)
{
	const char *text = pass->text + at;

	return *text == '\xE2' && text[1] == '\x80' &&
	       (text[2] == '\x9C' || text[2] == '\x9D');
}

/* Where the quotation that the gap is in begins, after its mark; 0: nowhere. */
static size_t quotation_start(const struct lost_gap *gap)
{
	static const char ends[2] = { '\n', '\xE2' };
	const struct pass *pass = gap->pass;
	const size_t low = bytes_behind(gap->at, QUOTATION_MOST);
	size_t at = gap->at;
	uint32_t before;

	do {
		at = bytes_find_back(pass->text, low, at, ends);
		if (at == low || pass->text[--at] == '\n')
			return 0;
	} while (!is_double_mark(pass, at));
	before = utf8_before(pass->text, at);
	/* German has this mark at the end of a quotation. */
	return pass->text[at + 2] == '\x9C' &&
			       (!before || unicode_is_space(before) ||
				mark_is(before, MARK_DASH) || before == '(' ||
				before == '[')
		       ? at + 3
		       : 0;
}

/* Where the line ends, or the next mark is. */
static size_t next_double_mark(const struct lost_gap *gap)
{
	const struct pass *pass = gap->pass;
	size_t at = gap->end;

	while (at < pass->len && pass->text[at] != '\n' &&
	       at - gap->end < QUOTATION_MOST && !is_double_mark(pass, at))
		at++;
	return at;
}

static bool may_end_quotation(const struct lost_gap *gap)
{
	return lost_gap_closes(gap) && mark_is(gap->before, MARK_STOP_OR_PAUSE);
}

/* Whether a gap in text[at, end) may be the end of the quotation as well. */
static bool has_rival(const struct lost_gap *gap, size_t at, size_t end)
{
	struct lost_gap other = *gap;

	while (lost_gap_next(&other, at) && other.at < end) {
		if (may_end_quotation(&other))
			return true;
		at = other.end;
	}
	return false;
}

bool lost_gap_is_in_quotation(const struct lost_gap *gap)
{
	return quotation_start(gap) > 0;
}

bool lost_gap_ends_quotation(const struct lost_gap *gap)
{
	const struct pass *pass = gap->pass;
	const size_t start = may_end_quotation(gap) ? quotation_start(gap) : 0;
	size_t next;

	if (!start)
		return false;
	next = next_double_mark(gap);
	return !pass_has(pass, next, "\xE2\x80\x9D") &&
	       !has_rival(gap, start, gap->at) &&
	       !has_rival(gap, gap->end, next);
}
