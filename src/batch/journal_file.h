/*
 * The file of a journal: a first line that names the program and the run's
 * options, and lines of JSON, each appended by one write. A line that a kill
 * cut off, or that was damaged, is left out with all after it.
 */
#ifndef COPYDESK_BATCH_JOURNAL_FILE_H
#define COPYDESK_BATCH_JOURNAL_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"

struct journal_file {
	int fd;		   /* -1: none */
	bool noted;	   /* it has lines, of this run or of earlier ones */
	struct buffer why; /* what is wrong */
};

/*
 * Open it at `path`, made where it is not there, for a run whose options have
 * the hash `options`; `read` gets each line, and returns false where it is
 * none. False: see `why`. journal_file_close() is due either way.
 */
bool journal_file_open(struct journal_file *file, const char *path,
		       uint64_t options,
		       bool (*read)(void *context, const char *line,
				    size_t len),
		       void *context);
void journal_file_close(struct journal_file *file);

/* Append whole lines. False: see `why`. */
bool journal_file_write(struct journal_file *file, const struct buffer *lines);

void journal_file_fail(struct journal_file *file, const char *why);

/* A member of a line, as text. False: it has none. */
bool journal_text(const char *line, size_t len, const char *name,
		  struct buffer *out);

/* A number, or false and true as 0 and 1. */
bool journal_number(const char *line, size_t len, const char *name,
		    uint64_t *number);

/* Append ", "NAME": NUMBER". */
void journal_add(struct buffer *line, const char *name, uint64_t number);

/* End the line that began at `from`, with a hash of what it says. */
void journal_end_line(struct buffer *line, size_t from);

#endif
