/* Numbers of a list, and those that end a sentence. */
#include "edit/shape.h"

#include "base/ascii.h"
#include "base/bytes.h"

#define SHORT_NAME 5   /* letters of "Sept", "Calif" */
#define ITEM_MOST 2000 /* bytes from one number of a list to the next */

/*
 * The number of one or two digits with a period that ends at `at`, after a
 * space or in front of a line; 0: none.
 */
static unsigned number_before(const char *text, size_t at)
{
	unsigned number = 0, unit = 1;

	if (bytes_before(text, at) != '.')
		return 0;
	for (at--; ascii_is_digit(bytes_before(text, at)) && unit < 100; at--) {
		number += unit * (unsigned)(text[at - 1] - '0');
		unit *= 10;
	}
	return !at || ascii_is_space((unsigned char)text[at - 1]) ? number : 0;
}

/* The end of what is before the number that ends at `at`. */
static size_t end_before_number(const char *text, size_t at)
{
	for (at -= 2; ascii_is_digit(bytes_before(text, at)); at--)
		;
	while (bytes_before(text, at) == ' ')
		at--;
	return at;
}

/* Whether the list's number before this one is before `at`. */
static bool follows_number(const char *text, size_t at, unsigned number)
{
	const size_t start = bytes_behind(at, ITEM_MOST);

	for (; number > 1 && at > start; at--)
		if (text[at] == ' ' && number_before(text, at) == number - 1 &&
		    shape_end(text, end_before_number(text, at)) !=
			    SHAPE_END_WORD)
			return true;
	return false;
}

bool shape_ends_number(const char *text, size_t at)
{
	const unsigned number = number_before(text, at);
	size_t end, front;

	if (!number)
		return false;
	end = end_before_number(text, at);
	if (!end || text[end - 1] == '\n' || text[end - 1] == ':')
		return true;
	if (text[end - 1] != '.')
		return shape_end(text, end) == SHAPE_END_SENTENCE;
	for (front = --end; ascii_is_alnum(bytes_before(text, front)); front--)
		;
	return end - front > SHORT_NAME ||
	       !ascii_is_upper((unsigned char)text[front]) ||
	       follows_number(text, end, number);
}
