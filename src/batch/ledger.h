/*
 * The journal of fix --resume: the files that are done, as they are now. A file
 * that is in it and did not change since is passed over unread; any other is
 * read: fixing a file twice does no harm.
 */
#ifndef COPYDESK_BATCH_LEDGER_H
#define COPYDESK_BATCH_LEDGER_H

#include <stddef.h>
#include <sys/stat.h>

#include "batch/journal_file.h"

struct ledger {
	struct journal_file file;
	uint64_t *keys; /* owned: a hash table; 0: free */
	size_t count, cap;
	uint64_t changed;      /* files, by earlier runs */
	struct buffer pending; /* lines that are not written yet */
	double written;	       /* seconds: when the last were */
};

/*
 * Open it for a run whose options have the hash `options`. False: see file.why.
 * ledger_close() is due either way.
 */
bool ledger_open(struct ledger *ledger, const char *path, uint64_t options);
void ledger_close(struct ledger *ledger);

/* Whether an earlier run has done the file, which is as it was then. */
bool ledger_has(const struct ledger *ledger, const char *path,
		const struct stat *info);

enum ledger_change { LEDGER_SAME, LEDGER_CHANGED };

/* The file is done, and is now as `info` says. False: see file.why. */
bool ledger_note(struct ledger *ledger, const char *path,
		 const struct stat *info, enum ledger_change change);

/* Write what is pending. False: see file.why. */
bool ledger_flush(struct ledger *ledger);

#endif
