/*
 * Backslashes: finding them, and what each is by the bytes around it.
 */
#ifndef COPYDESK_STAGES_ENCODING_BACKSLASH_H
#define COPYDESK_STAGES_ENCODING_BACKSLASH_H

#include "base/bytes.h"
#include "edit/pass.h"

/* The first backslash at or after `at`; pass->len when there is none. */
static inline size_t next_backslash(const struct pass *pass, size_t at)
{
	return bytes_find(pass->text, pass->len, at, '\\');
}

/*
 * The byte before, or at, text[at]; of any white space, a space: the whitespace
 * stage makes one of it, and what is an escape must not depend on that.
 */
unsigned backslash_before(const struct pass *pass, size_t at);
unsigned backslash_after(const struct pass *pass, size_t at);

/* The letters of escapes, with which words begin, too. */
static inline bool backslash_is_letter(unsigned c)
{
	return c && strchr("nrtuUx", (int)c);
}

/* Where the row of backslashes at text[at] ends. */
size_t backslash_row_end(const struct pass *pass, size_t at);

/* "\n", "\r" or "\t", which may be the start of a word: "C:\new". */
bool backslash_may_escape(const struct pass *pass, size_t at);

/*
 * "\n", "\r" or "\t" where no word begins with that letter. In a string of a
 * program it is text, and so it is where an article speaks of it.
 */
bool backslash_is_control(const struct pass *pass, size_t at);

/*
 * Of such an escape: between spaces, and a sentence goes on after it, as one
 * does that speaks of it: "two signs: \n is a line end". Alone it is none.
 */
bool backslash_is_in_sentence(const struct pass *pass, size_t at);

/*
 * Of a row of backslashes: "\1", which a mark opens, or the letter of an escape
 * alone. No line of a wire begins so.
 */
bool backslash_is_spoken_of(const struct pass *pass, size_t at, size_t end);

/* "hand;\nrun": no folder or line of a wire begins after a mark. */
bool backslash_follows_mark(const struct pass *pass, size_t at);

/* Of a row of backslashes: a word or its mark before, a word after. */
bool backslash_joins_lines(const struct pass *pass, size_t at, size_t end);

/* "and\or", "his\her": a slash that leans the wrong way. */
bool backslash_is_slash(const struct pass *pass, size_t at, size_t end);

/* "C:\Users\ann", "\\server\share", "HKEY\Software\Name". */
bool backslash_is_in_path(const struct pass *pass, size_t at, size_t end);

/* The same for escapes, which follow each other, too: "C:\...", "\\...". */
bool backslash_is_in_drive(const struct pass *pass, size_t at);

#endif
