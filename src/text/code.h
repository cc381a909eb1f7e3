/*
 * Code in a text, told by its marks.
 */
#ifndef COPYDESK_TEXT_CODE_H
#define COPYDESK_TEXT_CODE_H

#include <stdbool.h>
#include <stddef.h>

/* Whether text[at, end), which more of the text follows, is code. */
bool text_holds_code(const char *text, size_t at, size_t end);

/* Whether text[at, end) calls a function with a string: print("..."). */
bool text_calls(const char *text, size_t at, size_t end);

/*
 * Whether text[at, end) is in a word of code between backticks: `<path>`,
 * `**args`, `&amp;`. As many close it as open it: ``&amp;' is a quotation.
 */
bool text_is_ticked(const char *text, size_t len, size_t at, size_t end);

/* An object of JSON, {"name": "Ida", "age": 44}, within a line of a text. */
struct code_object {
	size_t at, end;
};

/*
 * The end of the object whose first mark is at text[at], after its bracket;
 * `at`: there is none.
 */
size_t text_object_end(const char *text, size_t len, size_t at);

/*
 * Whether text[at] is in an object. To be asked in ascending order, at first of
 * an object that is all zero: each place is read once.
 */
bool text_is_in_object(const char *text, size_t len, size_t at,
		       struct code_object *object);

#endif
