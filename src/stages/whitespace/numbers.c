/*
 * Numbers and signs that are set apart: "1 , 000", "3 . 5 %", "$ 5", "# 1",
 * "9 : 30", "@ name".
 */
#include "stages/whitespace/scan.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "stages/other_language.h"
#include "text/marks.h"
#include "text/masked_number.h"

static bool is_currency(const struct scanner *scanner, size_t at)
{
	return mark_is(utf8_before(scanner->text, at), MARK_CURRENCY);
}

/*
 * "$ 5": in English nobody sets a sign apart from its number. "R$ 5" is set so,
 * and "€ 5" in several languages.
 */
static bool after_currency(struct scanner *scanner, const struct gap *gap)
{
	return ascii_is_digit(byte_at(scanner, gap->end)) &&
	       is_currency(scanner, gap->at) &&
	       !stands_before(scanner, gap->at, "R$") &&
	       !may_be_other_language(scanner->pass);
}

/* "9 : 30": the gap after the colon. */
static bool is_clock(const struct scanner *scanner, const struct gap *gap)
{
	size_t at = skip_spaces_back(scanner->text, 0, gap->at - 1);

	/* "Moss 1940 : 12" is a page */
	return ascii_is_digit(byte_before(scanner, at)) &&
	       digits_before(scanner, at) <= 2 &&
	       ascii_is_digit(byte_at(scanner, gap->end + 1)) &&
	       !ascii_is_digit(byte_at(scanner, gap->end + 2));
}

/* "$ US15", "$ A20" */
static bool before_country(const struct scanner *scanner, size_t at)
{
	const size_t start = at;

	while (at - start < 3 && ascii_is_upper(byte_at(scanner, at)))
		at++;
	return at > start && ascii_is_digit(byte_at(scanner, at));
}

/* "$ #.#", "$ # million": a number whose digits are signs */
static bool is_masked(const struct scanner *scanner, size_t at)
{
	return scanner->hash == HASH_DIGIT && byte_at(scanner, at) == '#' &&
	       !ascii_is_letter(byte_at(scanner, at + 1));
}

/* "ida @ pier.example", "ida @ pier . example": from the second word on. */
static bool is_host(const struct scanner *scanner, size_t at)
{
	while (ascii_is_alnum(byte_at(scanner, at)))
		at++;
	at += byte_at(scanner, at) == ' ';
	if (byte_at(scanner, at) != '.')
		return false;
	at += 1 + (byte_at(scanner, at + 1) == ' ');
	return ascii_is_lower(byte_at(scanner, at));
}

/* "# MeToo": capitals within a word, as no other word has them. */
static bool has_inner_capital(const struct scanner *scanner, size_t at)
{
	while (ascii_is_alnum(byte_at(scanner, ++at)))
		if (ascii_is_upper(byte_at(scanner, at)))
			return true;
	return false;
}

/* "# topic", "(@ name"; of "@ @ @ word", where words are left out, none is. */
static bool begins_tag(const struct scanner *scanner, const struct gap *gap)
{
	const size_t sign = gap->at - 1;
	const unsigned char c = byte_at(scanner, sign);
	const bool tag = c == '@' ||
			 (c == '#' && (scanner->hash == HASH_TAG ||
				       (scanner->hash == HASH_SIGN &&
					has_inner_capital(scanner, gap->end))));

	return tag && (byte_before(scanner, sign) == '(' ||
		       (byte_before(scanner, sign) == ' ' &&
			byte_before(scanner, sign - 1) != c));
}

enum hash number_read_hash(const struct scanner *scanner)
{
	if (!scanner->tokenised ||
	    !survey_saw(scanner->pass->survey, SEEN_HASH))
		return HASH_SIGN;
	if (masked_numbers_in(scanner->text, scanner->len))
		return HASH_DIGIT;
	return memchr(scanner->text, '@', scanner->len) ? HASH_TAG : HASH_SIGN;
}

static bool beside_sign(const struct scanner *scanner, const struct gap *gap)
{
	const unsigned char before = byte_before(scanner, gap->at);
	const unsigned char after = byte_at(scanner, gap->end);

	if (before == ':' && stands_at(scanner, gap->end, "//"))
		return true;
	if (ascii_is_digit(after) && before == ':')
		return is_clock(scanner, gap);
	if (ascii_is_digit(after))
		return before == '#';
	if (before == '$' &&
	    (before_country(scanner, gap->end) || is_masked(scanner, gap->end)))
		return true;
	if (gap->at && ascii_is_letter(after) && begins_tag(scanner, gap))
		return before == '#' || !is_host(scanner, gap->end);
	/* French and German set it apart. */
	return after == '%' && ascii_is_digit(before) &&
	       !may_be_other_language(scanner->pass);
}

static size_t digits_at(const struct scanner *scanner, size_t at)
{
	size_t count = 0;

	while (ascii_is_digit(byte_at(scanner, at + count)))
		count++;
	return count;
}

/* "percent", "million", "bn", "%": what follows a number with a fraction. */
static bool is_measure(const struct scanner *scanner, size_t at)
{
	/* Celsius has no word, and no list is of capitals. */
	if (byte_at(scanner, at) == 'C' && scanner_word_ends(scanner, at + 1))
		return true;
	if (ascii_is_lower(byte_at(scanner, at)) &&
	    scanner_word_at(scanner, at) & LIST_SYMBOL)
		return true;
	at = skip_spaces(scanner->text, scanner->len, at);
	return byte_at(scanner, at) == '%' ||
	       scanner_word_at(scanner, at) & LIST_MEASURE;
}

/* ", 102" and " , 102", but for the end of "2, 500, 000". */
static bool is_next_number(const struct scanner *scanner, size_t at)
{
	at += byte_at(scanner, at) == ' ';
	return stands_at(scanner, at, ", ") &&
	       ascii_is_digit(byte_at(scanner, at + 2)) &&
	       !stands_at(scanner, at + 2, "000");
}

/* "rooms 7, 101, 102": a number before those in [start, end), or after them. */
static bool is_listed(const struct scanner *scanner, size_t start, size_t end)
{
	size_t before = start > 2 ? start - 2 : 0;

	if (is_next_number(scanner, end))
		return true;
	if (!before || !is_next_number(scanner, before))
		return false;
	before -= byte_before(scanner, before) == ' ';
	return ascii_is_digit(byte_before(scanner, before));
}

/*
 * "PG-13 , 112 mins", "4x4 , 118K", "33-1 . 9 ran": what ends at `at` ends a
 * token of more than a number. "Rs3 , 450" and "-3 . 5" are numbers.
 */
static bool ends_longer_token(const struct scanner *scanner, size_t at)
{
	while (ascii_is_letter(byte_before(scanner, at)))
		at--;
	at -= byte_before(scanner, at) == '-';
	return ascii_is_alnum(byte_before(scanner, at));
}

/*
 * "1 , 000" and "1, 000", "3 . 5 %" and "1. 7 billion": the gap after the
 * mark. Where other numbers are whole, only what can be nothing else.
 */
static bool inside_number(const struct scanner *scanner, const struct gap *gap)
{
	const unsigned char mark = byte_before(scanner, gap->at);
	const bool separated = byte_before(scanner, gap->at - 1) == ' ';
	const size_t digits = digits_at(scanner, gap->end);
	size_t whole;

	if ((mark != ',' && mark != '.') || !digits)
		return false;
	whole = digits_before(scanner, gap->at - 1 - separated);
	if (!whole || whole > 3 ||
	    ends_longer_token(scanner, gap->at - 1 - separated - whole))
		return false;
	if (mark == ',')
		return digits == 3 &&
		       (stands_at(scanner, gap->end, "000") ||
			((separated || scanner->spaced) &&
			 !is_listed(scanner, gap->at - 1 - separated - whole,
				    gap->end + digits)));
	/* "6. 80% of the shops" is an item of a list. */
	if (byte_before(scanner, gap->at - 1 - separated - whole) == '\n' ||
	    gap->at == 1 + separated + whole)
		return false;
	return digits < 4 && (separated || scanner->shape.lost_words ||
			      is_currency(scanner, gap->at - 1 - whole) ||
			      is_measure(scanner, gap->end + digits));
}

/*
 * "$2. 7 trillion": nothing else begins with a sign and ends so. "$5. 50% of
 * them" is another sentence, and so is "$5. 12C".
 */
static bool is_amount(const struct scanner *scanner, const struct gap *gap)
{
	const size_t mark = gap->at - 1;
	const size_t digits = digits_at(scanner, gap->end);
	size_t unit = gap->end + digits;

	if (!digits || byte_before(scanner, gap->at) != '.' ||
	    !is_currency(scanner, mark - digits_before(scanner, mark)) ||
	    !is_measure(scanner, unit) || byte_at(scanner, unit) == 'C')
		return false;
	unit += byte_at(scanner, unit) == ' ';
	return byte_at(scanner, unit) != '%' &&
	       !stands_at(scanner, unit, "per");
}

/* "$ 5 . 50", from the space before the period. */
static bool is_price(const struct scanner *scanner, size_t at)
{
	const size_t start = at - digits_before(scanner, at);

	return is_currency(scanner, start) ||
	       (byte_before(scanner, start) == ' ' &&
		is_currency(scanner, start - 1));
}

/*
 * "3 . 5 million", "$ 5 . 50": the gap after a period that is separated on both
 * sides.
 */
static bool is_separated_amount(const struct scanner *scanner,
				const struct gap *gap)
{
	const size_t digits = digits_at(scanner, gap->end);

	return digits && stands_before(scanner, gap->at, " .") &&
	       ascii_is_digit(byte_before(scanner, gap->at - 2)) &&
	       (is_measure(scanner, gap->end + digits) ||
		is_price(scanner, gap->at - 2));
}

/* "6 ½": a fraction of one sign is the end of the number before it. */
static bool before_fraction(const struct scanner *scanner,
			    const struct gap *gap)
{
	const uint32_t point = utf8_at(scanner->text, scanner->len, gap->end);

	return ascii_is_digit(byte_before(scanner, gap->at)) &&
	       ((point >= 0xBC && point <= 0xBE) ||
		(point >= 0x2150 && point <= 0x215E));
}

bool number_closes(struct scanner *scanner, const struct gap *gap)
{
	if (after_currency(scanner, gap) ||
	    (scanner->tokenised && before_fraction(scanner, gap)))
		return true;
	if (scanner->tokenised || scanner->spaced || is_amount(scanner, gap) ||
	    is_separated_amount(scanner, gap))
		return inside_number(scanner, gap) ||
		       (scanner->tokenised && beside_sign(scanner, gap));
	return false;
}
