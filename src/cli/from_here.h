/*
 * Paths below the current folder, as a repository has them: "texts/a.txt" for
 * "/home/desk/texts/a.txt", ".//texts/a.txt" and "texts/./a.txt".
 */
#ifndef COPYDESK_CLI_FROM_HERE_H
#define COPYDESK_CLI_FROM_HERE_H

#include "base/buffer.h"

struct from_here {
	char *folder; /* owned: the current one; NULL: not known */
	const char
		*logical;   /* the same by its links, as $PWD has it, or NULL */
	struct buffer path; /* the last one that was asked for */
};

void from_here_init(struct from_here *here);
void from_here_release(struct from_here *here);

/*
 * The path from the current folder, where it lies below that, without "." and
 * empty names. ".." stays: what it leads to is for the system to say. Borrowed
 * until the next call; the path itself where memory runs out.
 */
const char *from_here(struct from_here *here, const char *path);

#endif
