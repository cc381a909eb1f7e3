/* fix --resume: the journal of the files that are done. */
#include <sys/stat.h>
#include <unistd.h>

#include "cli/fix.h"
#include "support/signals.h"

static void complain_journal(struct fix *fix)
{
	const char *why = buffer_text(&fix->ledger.file.why);

	complain(fix->options->resume, why ? why : "out of memory");
}

bool fix_open_journal(struct fix *fix, const struct setup *setup)
{
	const char *name = fix->options->resume;
	uint64_t hash;

	fix->ledger.file.fd = -1;
	if (!name)
		return true;
	if (!resume_hash(fix->options, setup, &hash))
		return false;
	if (ledger_open(&fix->ledger, name, hash)) {
		fix->changed = (size_t)fix->ledger.changed;
		return true;
	}
	complain_journal(fix);
	ledger_close(&fix->ledger);
	return false;
}

void fix_close_journal(struct fix *fix, enum resume_end end)
{
	struct ledger *ledger = &fix->ledger;

	if (!fix->options->resume || ledger->file.fd < 0)
		return;
	if (end == RESUME_LEFT)
		ledger_flush(ledger);
	if (end == RESUME_DONE || !ledger->file.noted)
		unlink(fix->options->resume);
	ledger_close(ledger);
}

void fix_note(struct fix *fix, const struct file *file,
	      enum ledger_change change)
{
	/* What was trouble is to be told again. */
	const bool good = fix->sink.tally.trouble == fix->trouble;
	struct stat now = file->info;

	fix->trouble = fix->sink.tally.trouble;
	if (!fix->options->resume || !good || file->failed || stop_signal ||
	    (change == LEDGER_CHANGED && stat(file->path, &now)))
		return;
	if (ledger_note(&fix->ledger, file->path, &now, change))
		return;
	complain_journal(fix);
	fix->sink.broken = true;
}
