/* Letters that a space parts: "U. S.", "4 p. m.", "Washington, D. C." */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "stages/other_language.h"
#include "unicode/props.h"

static bool is_boundary(const struct scanner *scanner, size_t at)
{
	const unsigned char c = byte_before(scanner, at);

	return c != '&' && c != '\'' &&
	       !unicode_is_word(utf8_before(scanner->text, at));
}

/* "U.", "C.I.": capitals and periods by turns. */
static bool are_capitals(const struct scanner *scanner, size_t at, size_t end)
{
	for (; at < end; at += 2) {
		if (!ascii_is_upper(byte_at(scanner, at)) ||
		    byte_at(scanner, at + 1) != '.')
			return false;
	}
	return true;
}

static bool stands_after_number(const struct scanner *scanner, size_t at)
{
	at = skip_spaces_back(scanner->text, 0, at);
	return ascii_is_digit(byte_before(scanner, at));
}

static bool stands_after_comma(const struct scanner *scanner, size_t at)
{
	at = skip_spaces_back(scanner->text, 0, at);
	return byte_before(scanner, at) == ',';
}

/* "Washington, D. C." */
static bool stands_after_capital(const struct scanner *scanner, size_t at)
{
	while (byte_before(scanner, at) == ' ' ||
	       byte_before(scanner, at) == ',')
		at--;
	return scanner_word_before(scanner, at) & LIST_CAPITAL;
}

struct letters {
	char key[ABBREVIATION_MAX]; /* without the spaces */
	size_t len;
	size_t start, end; /* in the text */
	bool upper;	   /* capitals only */
	bool closed;	   /* the last piece has several letters */
	bool whole;	   /* the first one is an abbreviation: U.S. */
	size_t piece;	   /* in the key: what the last gap is before */
};

/* Initials are a person's only before a surname, which may be on the next line.
 */
static bool name_follows(const struct scanner *scanner, size_t at)
{
	const unsigned char c = byte_at(scanner, at);

	return (c == ' ' || (c == '\n' && scanner->wrapped)) &&
	       byte_at(scanner, at + 1) != '\n' &&
	       !ascii_is_lower(byte_at(scanner, at + 1)) &&
	       byte_at(scanner, at + 1) != '(';
}

/* "in Raleigh, N. C. The board", "N. C. – The": no surname of a list. */
static bool no_surname_follows(const struct scanner *scanner, size_t at)
{
	if (!unicode_is_letter(utf8_at(scanner->text, scanner->len, at + 1)))
		return true;
	return scanner_word_at(scanner, at + 1) &
	       (LIST_TELLTALE | LIST_CLAUSE | LIST_DEFINITE | LIST_BARE);
}

/* "K. " of "J. K. L. M.": the row of letters began earlier. */
static bool is_inside_row(const struct scanner *scanner, size_t start)
{
	size_t at = skip_spaces_back(scanner->text, 0, start);

	return at < start && byte_before(scanner, at) == '.' &&
	       ascii_is_upper(byte_before(scanner, at - 1)) &&
	       !ascii_is_letter(byte_before(scanner, at - 2)) &&
	       byte_before(scanner, at - 2) != '.';
}

/* "the E. P. A. said", "W. M. D.,": no person's initials. */
static bool is_body(const struct scanner *scanner,
		    const struct letters *letters)
{
	const bool article = letters->start &&
			     byte_before(scanner, letters->start) == ' ' &&
			     scanner_word_before(scanner, letters->start - 1) &
				     LIST_DEFINITE;

	return letters->upper && !letters->whole &&
	       letters->len >= (article ? 4 : 6) &&
	       !is_inside_row(scanner, letters->start) &&
	       !ascii_is_letter(byte_at(scanner, letters->end)) &&
	       !name_follows(scanner, letters->end);
}

#define YEAR_DIGITS 4

/* A surname between a start, as of a line or in a bracket, and `end`. */
static bool is_first_name(const struct scanner *scanner, size_t end)
{
	size_t front = scanner_word_front(scanner, end);

	if (byte_before(scanner, front) == ' ')
		front--;
	return !front || strchr("(;&\n", byte_before(scanner, front));
}

/*
 * "(Orrin, J. D., 1998)", "Orrin, J. D., & Moss", "Orrin, J. D. (1998)": of a
 * reference, with a year or another author.
 */
static bool is_of_reference(const struct scanner *scanner,
			    const struct letters *letters)
{
	size_t at = letters->end;

	if (!stands_before(scanner, letters->start, ", "))
		return false;
	if (stands_at(scanner, at, " ("))
		return digits_before(scanner, at + 2 + YEAR_DIGITS) ==
		       YEAR_DIGITS;
	at += byte_at(scanner, at) == ',';
	at += byte_at(scanner, at) == ' ';
	return is_first_name(scanner, letters->start - 2) &&
	       (byte_at(scanner, at) == '&' ||
		digits_before(scanner, at + YEAR_DIGITS) == YEAR_DIGITS);
}

/* "hepatitis C. U.S. regulators": the last piece is whole by itself. */
static bool ends_in_other(const struct lang_file *file,
			  const struct letters *letters)
{
	return letters->len - letters->piece > 2 &&
	       abbreviation_find(file, letters->key + letters->piece,
				 letters->len - letters->piece) !=
		       ABBREVIATION_NONE;
}

static bool fits(const struct scanner *scanner, const struct letters *letters)
{
	const struct lang_file *file =
		&scanner->pass->settings->lang->abbreviations;

	switch (abbreviation_find(file, letters->key, letters->len)) {
	case ABBREVIATION_JOINED:
		return true;
	case ABBREVIATION_HOUR:
		return stands_after_number(scanner, letters->start);
	case ABBREVIATION_PLACE:
		if (is_of_reference(scanner, letters))
			return false;
		return !name_follows(scanner, letters->end) ||
		       stands_after_capital(scanner, letters->start) ||
		       (stands_after_comma(scanner, letters->start) &&
			no_surname_follows(scanner, letters->end));
	default:
		return !ends_in_other(file, letters) &&
		       is_body(scanner, letters);
	}
}

/*
 * Take in the next letter and its period, past a gap; false: there is none, or
 * another abbreviation that is whole: "D.C. U.S. District Judge".
 */
static bool letters_grow(struct letters *letters, const struct scanner *scanner)
{
	struct gap gap;

	gap_read(scanner->text, scanner->len, letters->end, &gap);
	if (letters->closed && gap.end > gap.at &&
	    ascii_is_letter(byte_at(scanner, gap.end + 2)))
		return false;
	letters->closed = gap.end == gap.at;
	if (!letters->closed)
		letters->piece = letters->len;
	if (gap.lines || letters->len + 2 > ABBREVIATION_MAX ||
	    !ascii_is_letter(byte_at(scanner, gap.end)) ||
	    byte_at(scanner, gap.end + 1) != '.')
		return false;
	memcpy(letters->key + letters->len, scanner->text + gap.end, 2);
	letters->len += 2;
	letters->end = gap.end + 2;
	letters->upper &= ascii_is_upper(byte_at(scanner, gap.end));
	return true;
}

/* The end of the longest abbreviation that begins at `start`; 0: none. */
static size_t longest(const struct scanner *scanner, size_t start,
		      const struct gap *gap)
{
	struct letters letters = {
		.len = gap->at - start,
		.start = start,
		.end = gap->at,
		.upper = are_capitals(scanner, start, gap->at),
		.closed = gap->at - start > 3,
	};
	const struct lang_file *file =
		&scanner->pass->settings->lang->abbreviations;
	size_t end = 0;

	letters.whole = letters.closed &&
			abbreviation_find(file, scanner->text + start,
					  gap->at - start) != ABBREVIATION_NONE;
	memcpy(letters.key, scanner->text + start, letters.len);
	while (letters_grow(&letters, scanner)) {
		if (fits(scanner, &letters))
			end = letters.end;
	}
	return end;
}

bool initials_close(struct scanner *scanner, const struct gap *gap)
{
	struct gap inner = *gap;
	size_t start, end;

	if (byte_before(scanner, gap->at) != '.' ||
	    !ascii_is_letter(byte_at(scanner, gap->end)) ||
	    byte_at(scanner, gap->end + 1) != '.')
		return false;
	start = abbreviation_start(scanner->text, gap->at);
	if (gap->at - start < 2 || gap->at - start > ABBREVIATION_MAX ||
	    !is_boundary(scanner, start) || language_is_sure(scanner->pass))
		return false;
	end = longest(scanner, start, gap);
	if (!end || !pass_selects(scanner->pass, RULE_WHITESPACE_ABBREVIATION))
		return false;
	while (inner.at < end) {
		scanner_put(scanner, RULE_WHITESPACE_ABBREVIATION, inner.at,
			    inner.end, "");
		gap_read(scanner->text, scanner->len, inner.end + 2, &inner);
	}
	return true;
}
