/* Hosts, addresses and files: the marks in them end no sentence. */
#include "stages/whitespace/scan.h"

#include <string.h>

#include "base/ascii.h"
#include "text/domains.h"

#define TOKEN_MAX 200

/* "linear_model.Ridge": a name of a program. */
static bool joins_name(const struct scanner *scanner, size_t at)
{
	return byte_at(scanner, at) == '_' &&
	       ascii_is_alnum(byte_before(scanner, at)) &&
	       ascii_is_alnum(byte_at(scanner, at + 1));
}

/*
 * "java.util.List", "pier.Open(": the name before text[at], after a full stop,
 * has another, or what follows is called. "lowell.example.The" ends in a
 * domain, "e.g.The" in letters alone.
 */
static bool is_of_program(const struct scanner *scanner, size_t at)
{
	const size_t last = scanner_word_front(scanner, at - 1);
	const size_t end = scanner_word_end(scanner, at);
	size_t first;

	if (byte_before(scanner, at) != '.' || at - 1 - last < 2)
		return false;
	if (end > at && byte_at(scanner, end) == '(')
		return ascii_is_lower(byte_at(scanner, last));
	if (byte_before(scanner, last) != '.')
		return false;
	first = scanner_word_front(scanner, last - 1);
	return last - 1 - first > 1 &&
	       ascii_is_lower(byte_at(scanner, first)) &&
	       ascii_is_lower(byte_at(scanner, last)) &&
	       domain_find(scanner->text + last, at - 1 - last) == DOMAIN_NONE;
}

/*
 * "[cs.LG]", "arXiv:stat.ML": letters with two capitals after a full stop, in
 * brackets or after a colon, name a field. text[at] is after the stop.
 */
static bool is_of_field(const struct scanner *scanner, size_t at)
{
	const size_t first = scanner_word_front(scanner, at - 1);
	const size_t end = scanner_word_end(scanner, at);
	const unsigned before = byte_before(scanner, first);

	return byte_before(scanner, at) == '.' && end == at + 2 &&
	       ascii_is_upper(byte_at(scanner, at)) &&
	       ascii_is_upper(byte_at(scanner, at + 1)) &&
	       (before == ':' ||
		(before == '[' && byte_at(scanner, end) == ']'));
}

bool host_is_around(const struct scanner *scanner, size_t at)
{
	size_t start = at, end = at;
	bool ticked = false;

	if (is_of_program(scanner, at) || is_of_field(scanner, at))
		return true;

	while (start && at - start < TOKEN_MAX &&
	       !ascii_is_space(byte_before(scanner, start)))
		start--;
	/* what a bracket holds is not the address's: "left.(AP/Ann Moss)" */
	while (byte_at(scanner, at) != '(' && end < scanner->len &&
	       end - at < TOKEN_MAX && !ascii_is_space(byte_at(scanner, end)))
		end++;
	for (; start < end; start++) {
		const unsigned char c = byte_at(scanner, start);

		ticked |= c == '`' && start < at;
		/* "9/11" is a date. */
		if (c == '@' || (ticked && c == '`' && start > at) ||
		    joins_name(scanner, start) ||
		    (c == '/' &&
		     !ascii_is_digit(byte_before(scanner, start))) ||
		    stands_at(scanner, start, "www.") ||
		    stands_at(scanner, start, "Www."))
			return true;
	}
	return false;
}

/* Names of programs' files: "Node.Js". */
static bool is_file_ending(const char *word, size_t len)
{
	static const char endings[][5] = { "js",  "py",	  "exe", "pdf",
					   "htm", "html", "php" };

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		size_t same = 0;

		while (same < len && ascii_lower((unsigned char)word[same]) ==
					     (unsigned char)endings[i][same])
			same++;
		if (same == len && !endings[i][same])
			return true;
	}
	return false;
}

/* A mark, but no full stop, or the line's end. */
static bool ends_phrase(const struct scanner *scanner, size_t at)
{
	at = skip_spaces(scanner->text, scanner->len, at);
	return at == scanner->len || strchr("\n\r,;:)!?", byte_at(scanner, at));
}

/* The word before the full stop at `at` - 1 has a capital. */
static bool is_after_capital(const struct scanner *scanner, size_t at)
{
	const size_t front = scanner_word_front(scanner, at - 1);

	return front < at - 1 && scanner_is_capital(scanner, front);
}

bool host_is_name(const struct scanner *scanner, size_t at, size_t end)
{
	const char *label = scanner->text + at;

	if (is_file_ending(label, end - at))
		return true;
	switch (domain_find(label, end - at)) {
	case DOMAIN_PLAIN:
		return true;
	case DOMAIN_NAME:
		return !scanner_is_capital(scanner, at + 1) &&
		       is_after_capital(scanner, at) &&
		       !(byte_at(scanner, end) == ' ' &&
			 scanner_is_capital(scanner, end + 1));
	case DOMAIN_WORD:
		return is_after_capital(scanner, at) &&
		       ends_phrase(scanner, end);
	default:
		return false;
	}
}
