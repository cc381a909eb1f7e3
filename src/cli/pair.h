/*
 * Proving one file against another: an original, and what became of it.
 *
 * Without the stages after encoding: what is proved does not rest on them. Of
 * records every byte beside their fields must be the same, too.
 */
#ifndef COPYDESK_CLI_PAIR_H
#define COPYDESK_CLI_PAIR_H

#include "cli/command.h"
#include "cli/listing.h"
#include "cli/plans.h"
#include "cli/side.h"

struct verify {
	const struct options *options; /* borrowed */
	struct plans plans;
	struct listing listing;
	struct reader_options reader; /* how texts are cut */
	bool is_tree;		      /* folders or archives are compared */
	bool unlisted; /* a file lost letters that the listing does not name */
	struct cd_stripped *spans; /* owned: room for all of the listing */
	struct record_finder old_finder, new_finder;
	struct buffer old_text, new_text;
	size_t files;  /* that were compared */
	size_t broken; /* places where the proof fails */
	size_t lost;   /* those where a letter differs */
	size_t trouble;
};

/* Two files in work. */
struct pair {
	struct verify *verify;
	struct side old, fresh;
	const char *listed; /* as the listing names them; NULL: it does not */
};

/* What a buffer holds: at least a place. Borrowed from it. */
static inline struct cd_span pair_bytes(const struct buffer *buffer)
{
	return (struct cd_span){ buffer->bytes ? buffer->bytes : "",
				 buffer->len };
}

/* Prove them; the original was looked at, the other is open. */
void pair_prove(struct pair *pair);

/*
 * Prove verify->new_text against verify->old_text; *at is where it fails. What
 * could not be proved is told, and counts as held.
 */
enum cd_proof proof_of(struct pair *pair, const struct listing_text *text,
		       size_t *at);

/* The same for archives: each member against that of the other. */
void pair_members(struct pair *pair);

/* A place where the proof fails, to standard output. */
struct broken {
	const char *name;
	size_t line, col;
	const char *what;
};
void verify_broken(struct verify *verify, const struct broken *broken);

/* Trouble with a file, to standard error. */
void verify_complain(struct verify *verify, const char *name, const char *what);

/* Prove the file `cleaned` against `original`, as it was found. */
void verify_pair(struct verify *verify, const struct walk_file *original,
		 const char *cleaned);

#endif
