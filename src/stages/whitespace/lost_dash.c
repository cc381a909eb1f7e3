/*
 * Question marks apart from their words that are all that is left of a dash:
 * nothing proves it, so that they stay where they are.
 */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/bytes.h"

/* A link, as posts have it after what they say. */
static bool is_link(const struct scanner *scanner, size_t at)
{
	return stands_at(scanner, at, "pic.twitter") ||
	       stands_at(scanner, at, "http");
}

/*
 * "She won ? and left": a question ends no such sentence. A tokeniser's marks
 * are apart, too: of those only "and" and its kin tell.
 */
static bool is_before_small(const struct scanner *scanner, size_t at)
{
	const uint32_t joining = LIST_HANGING | LIST_TELLTALE;

	if (byte_at(scanner, at + 1) != ' ' ||
	    !ascii_is_lower(byte_at(scanner, at + 2)) ||
	    is_link(scanner, at + 2))
		return false;
	return !scanner->tokenised ||
	       (scanner_word_at(scanner, at + 2) & joining) == joining;
}

/* Whether one before a small letter is in the text; it is read once. */
static bool are_lost(struct scanner *scanner)
{
	size_t at = 0;

	if (!scanner->lost_asked) {
		scanner->lost_asked = true;
		while ((at = bytes_find(scanner->text, scanner->len, at, '?')) <
		       scanner->len) {
			scanner->lost |= byte_before(scanner, at) == ' ' &&
					 is_before_small(scanner, at);
			at++;
		}
	}
	return scanner->lost;
}

/* "PORT ELLIS ? The board": a dateline's dash. */
static bool is_after_place(const struct scanner *scanner, size_t at)
{
	size_t letters = 0;

	for (size_t i = scanner->line; i < at; i++) {
		const unsigned char c = byte_at(scanner, i);

		if (!ascii_is_upper(c) && (c != ' ' || letters == 1))
			return false;
		letters = c == ' ' ? 0 : letters + 1;
	}
	return letters > 1;
}

/*
 * Where a dash was lost, a question mark apart may be all that is left of it:
 * "She won ? and left", "3 ? 2", "Ned Farr ? 41 ? of Lowell".
 */
bool question_was_dash(struct scanner *scanner, const struct gap *gap)
{
	const size_t at = gap->end;

	if (byte_at(scanner, at) != '?' || byte_at(scanner, at + 1) != ' ' ||
	    is_link(scanner, at + 2))
		return false;
	if (is_before_small(scanner, at))
		return true;
	if (scanner->tokenised)
		return false;
	return (ascii_is_digit(byte_before(scanner, gap->at)) &&
		ascii_is_digit(byte_at(scanner, at + 2))) ||
	       is_after_place(scanner, gap->at) || are_lost(scanner);
}
