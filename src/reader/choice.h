/*
 * Which files of a folder are read: by their endings, or by patterns of their
 * paths; and how many were passed over.
 */
#ifndef COPYDESK_READER_CHOICE_H
#define COPYDESK_READER_CHOICE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "reader/format.h"

#define CHOICE_MAX 64

struct choice_list {
	const char *items[CHOICE_MAX]; /* borrowed */
	size_t count;
};

struct choice {
	struct choice_list endings; /* up to a comma; instead of the usual */
	struct choice_list include; /* instead of any ending */
	struct choice_list exclude;
};

/* Add one; false: there are too many. */
bool choice_add(struct choice_list *list, const char *item);

/* Whether the file is read whose path within the folder is `path`. */
bool choice_takes(const struct choice *choice, const char *path);

/* Whether nothing below the folder is read. */
bool choice_excludes(const struct choice *choice, const char *path);

/*
 * Whether the pattern is the path's: "*", "?" and "[...]" stay within a name,
 * "**" is any number of folders. A pattern without a slash, but for one at its
 * end, is the last name's.
 */
bool choice_matches(const char *pattern, const char *path);

/* The format that a name's ending tells; FORMAT_AUTO: none that is known. */
enum format choice_format(const char *path);

/* Files passed over, by ending. Zeroed at first. */
#define PASSED_ENDINGS 16
struct passed {
	size_t count;
	size_t links; /* of them: symbolic links */
	struct {
		char ending[12];
		size_t count;
	} by_ending[PASSED_ENDINGS];
};

void passed_add(struct passed *passed, const char *path);
void passed_add_link(struct passed *passed);

/* Append "14 passed over: 8 .story, 4 .pdf, 1 symbolic link (--follow),
 * 1 others". */
void passed_text(const struct passed *passed, struct buffer *out);

#endif
