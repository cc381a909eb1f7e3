/* fix: what files and archives that are rewritten share. */
#ifndef COPYDESK_CLI_FIX_H
#define COPYDESK_CLI_FIX_H

#include "batch/ledger.h"
#include "cli/archived.h"
#include "cli/command.h"
#include "cli/resume.h"

struct fix {
	struct sink sink;
	const struct options *options;
	struct output stripped;
	size_t changed;	      /* files, and archives */
	struct ledger ledger; /* of --resume */
	size_t trouble;	      /* when the file before was done */
};

/* A file or an archive being fixed. */
struct fixing {
	struct output output; /* open from the first change on */
	off_t same;	      /* bytes, of an archive members, before it */
	struct buffer stripped;
	off_t stripped_at; /* where its lines begin; -1: none is written */
	bool lossy, failed;
	struct archived archived; /* of an archive */
	struct stats members;	  /* of it, which count if it is replaced */
	bool edited;		  /* the member in work */
	bool passing; /* the member in work stays, and nothing is written yet */
};

/* The state of a file; NULL: memory ran out, which was said. */
struct fixing *fixing_of(struct fix *fix, struct file *file);

/* It stays as it was; the first reason is said. */
void fix_fail(struct fix *fix, struct file *file, const char *why);

/* Open the temporary file that replaces it. False: see its output's error. */
bool fix_open(struct fixing *fixing, struct file *file);

/* Lines for --stripped; they are written before the file is replaced. */
void fix_strip(struct fix *fix, struct file *file, const struct buffer *lines);

/* Replace it by what was written, if anything was, and free its state. */
void fix_finish(struct fix *fix, struct file *file);

/* The sink's calls for the members of an archive, and for its end. */
void fix_member_begin(struct fix *fix, struct file *member);
void fix_member_chunk(struct fix *fix, struct file *member,
		      const struct chunk *chunk, const struct outcome *outcome);
void fix_member_end(struct fix *fix, struct file *member);
void fix_archive_end(struct fix *fix, struct file *archive);

/* Open the journal of --resume, if there is one. False: it was said why not. */
bool fix_open_journal(struct fix *fix, const struct setup *setup);

/* Close it; it is removed where it is of no more use. */
void fix_close_journal(struct fix *fix, enum resume_end end);

/* The file is done. */
void fix_note(struct fix *fix, const struct file *file,
	      enum ledger_change change);

#endif
