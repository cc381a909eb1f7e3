/* Lines that kept their case. */
#include "stages/casing/cased_line.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "edit/tally.h"
#include "text/lead.h"
#include "text/marks.h"

#define HEADLINE_WORDS 18
/* Times the headline's length, where no empty line parts them. */
#define BODY_LENGTH 2
/* Of a paragraph that kept its case. */
#define PROSE_WORDS 12

/* Where the line after an empty one, or a much longer one, begins; or the end.
 */
static size_t body_of(const struct pass *pass, size_t end)
{
	size_t next = end, lines = 0, stop;

	while (next < pass->len &&
	       ascii_is_space((unsigned char)pass->text[next]))
		lines += pass->text[next++] == '\n';
	stop = bytes_line_end(pass->text, pass->len, next);
	return lines > 1 || stop - next > BODY_LENGTH * end ? next : pass->len;
}

static size_t first_letter(const struct pass *pass, size_t end)
{
	size_t at = 0;

	while (at < end && !ascii_is_alnum((unsigned char)pass->text[at]))
		at++;
	return at;
}

static size_t count_words(const char *text, size_t at, size_t end)
{
	size_t words = 1;

	while (at < end)
		words += text[at++] == ' ';
	return words;
}

bool is_cased_headline(const struct pass *pass, size_t at, size_t end)
{
	const char *text = pass->text;
	const size_t first = first_letter(pass, end);

	return !at && end && !strchr(".?!", text[end - 1]) &&
	       ascii_is_upper(pass_byte(pass, first)) &&
	       !ascii_is_upper(pass_byte(pass, first + 1)) &&
	       ascii_is_lower(pass_byte(pass, body_of(pass, end))) &&
	       count_words(text, at, end) <= HEADLINE_WORDS &&
	       lead_end(text, pass->len, 0) == 0;
}

bool is_cased_line(const struct pass *pass, size_t at, size_t end)
{
	size_t lower = 0, upper = 0;

	for (; at < end; at++) {
		lower += ascii_is_lower((unsigned char)pass->text[at]);
		upper += ascii_is_upper((unsigned char)pass->text[at]);
	}
	return lower > upper;
}

/* Where the word before the one at `at` begins, after a space; or `at`. */
static size_t word_before(const struct pass *pass, size_t at)
{
	size_t from = at;

	if (at < 2 || pass->text[at - 1] != ' ')
		return at;
	for (from--; from && ascii_is_alnum(pass_byte(pass, from - 1));)
		from--;
	return from + 1 < at ? from : at;
}

/* A name after a word in small letters: "said Ida". "I" is none. */
static bool is_name_in_sentence(const struct pass *pass, size_t at)
{
	return ascii_is_upper(pass_byte(pass, at)) &&
	       ascii_is_lower(pass_byte(pass, at + 1)) &&
	       ascii_is_lower(pass_byte(pass, word_before(pass, at)));
}

/* A stop and a space at `at`, and a sentence after them. */
static bool is_sentence_gap(const struct pass *pass, size_t at)
{
	return pass_byte(pass, at + 1) == ' ' &&
	       strchr(".?!", pass->text[at]) &&
	       !ascii_is_upper(pass_byte_before(pass, at)) &&
	       tally_gap_starts(pass->text, at, at + 2);
}

bool is_cased_prose(const struct pass *pass, size_t at, size_t end)
{
	const char *text = pass->text;
	bool named = false;

	while (at < end && !ascii_is_alnum((unsigned char)text[at]))
		at++;
	if (at == end || !ascii_is_upper((unsigned char)text[at]) ||
	    count_words(text, at, end) < PROSE_WORDS ||
	    !text_ends_sentence(text, at, end))
		return false;
	for (size_t i = at; i + 2 < end; i++) {
		if (is_sentence_gap(pass, i) &&
		    ascii_is_lower((unsigned char)text[i + 2]))
			return false;
		named |= is_name_in_sentence(pass, i);
	}
	return named;
}
