/*
 * The files of a baseline with their entries, and what became of them: they are
 * there, were looked at, or are no more.
 */
#ifndef COPYDESK_WRITER_BASELINE_FILES_H
#define COPYDESK_WRITER_BASELINE_FILES_H

#include "writer/report.h"

struct known_line {
	struct known_line *next;
	const struct cd_rule *rule;
	uint64_t hash;
	size_t known, found;
};

struct baseline_file {
	struct baseline_file *next;
	char *path;		 /* owned */
	bool seen;		 /* it was looked at */
	bool kept;		 /* it is there, and was not: see mark_kept() */
	void *tree;		 /* of entries */
	struct known_line *list; /* owned: all of them */
	size_t count;
};

struct baseline {
	void *tree;		    /* of files: tsearch(3)'s */
	struct baseline_file *list; /* owned: all of them */
	size_t count;
	struct baseline_file *now; /* that findings are of */
	size_t unknown;		   /* findings of rules that are no more */
	struct known_line **lost;  /* owned array: of files that are no more */
	size_t lost_count, lost_cap;
	bool lost_known;
};

/* All zeros is an empty one. */
void baseline_release(struct baseline *baseline);

/* For qsort(): pointers to entries by rule and hash, and to files by path. */
int entries_in_order(const void *a, const void *b);
int files_in_order(const void *a, const void *b);

/* The file of that path, which is made where it is new; NULL: no memory. */
struct baseline_file *file_at(struct baseline *baseline, const char *path);

/* The same of an entry. */
struct known_line *entry_at(struct baseline_file *file,
			    const struct cd_rule *rule, uint64_t hash);

/* Whether what the baseline has of each file is what it had. */
void mark_kept(struct baseline *baseline);

/*
 * The same line of a file that is no more, and not found so often yet: it was
 * given another name. NULL: there is none. False when memory ran out.
 */
bool find_lost(struct baseline *baseline, const struct known_line *wanted,
	       struct known_line **found);

#endif
