/*
 * fix of an archive: its members are read as files. At the first that changes
 * the archive is read again up to there, and written anew from its start.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "cli/fix.h"

static bool is_begun(const struct fixing *fixing)
{
	return fixing->archived.archiver != NULL;
}

/* The members before the first that changes. */
static void copy_members(struct fixing *fixing, struct unarchiver *from)
{
	struct archived *archived = &fixing->archived;
	struct member *member;

	for (off_t i = 0; i < fixing->same && !archived->error; i++) {
		if (unarchiver_next(from, &member) != UNARCHIVER_MEMBER) {
			archived->error = "cannot be read again";
			return;
		}
		archived_copy(archived, member, from);
		member_free(member);
	}
}

/* False: see the archived's or the output's error. */
static bool copy_same(struct fixing *fixing, const struct file *archive, int fd)
{
	const struct input_options plain = { .nul_separates = true };
	struct unarchiver *from = NULL;
	struct input input;

	memset(&input, 0, sizeof(input));
	if (archive->archiving == ARCHIVING_ZIP)
		from = unarchiver_zip(fd);
	else if (input_start(&input, fd, &plain))
		from = unarchiver_tar(input_read_any, input_error_any, &input);
	if (from)
		copy_members(fixing, from);
	else
		fixing->output.error = "cannot be read again";
	unarchiver_free(from);
	input_stop(&input);
	return !fixing->output.error && !fixing->archived.error;
}

/* What the archive says of itself is kept; of its members it is not. */
static bool keep_words(const struct fix *fix, struct file *archive, int fd)
{
	struct archived *archived =
		&((struct fixing *)archive->state)->archived;
	bool members;

	if (archived_keep(archived, archive->archiving, fd, &members) &&
	    members && !fix->options->lossy)
		archived->error = "has comments on its members, which would "
				  "be lost: left as it was (--lossy rewrites "
				  "it)";
	return !archived->error;
}

static bool begin_archive(const struct fix *fix, struct file *archive)
{
	struct fixing *fixing = archive->state;
	bool done;
	int fd;

	if (!fix_open(fixing, archive) ||
	    !archived_start(&fixing->archived, archive->archiving,
			    &fixing->output))
		return false;
	fd = open(archive->path, O_RDONLY | O_CLOEXEC);
	if (fd < 0) {
		fixing->output.error = strerror(errno);
		return false;
	}
	done = keep_words(fix, archive, fd) && copy_same(fixing, archive, fd);
	close(fd);
	return done;
}

static void check(struct fix *fix, struct file *archive)
{
	const struct fixing *fixing = archive->state;

	if (fixing->archived.error)
		fix_fail(fix, archive, fixing->archived.error);
	else if (fixing->output.error)
		fix_fail(fix, archive, fixing->output.error);
}

void fix_member_begin(struct fix *fix, struct file *member)
{
	struct fixing *fixing = fixing_of(fix, member->archive);

	if (fixing)
		member->stats = &fixing->members;
	if (!fixing || fixing->failed)
		return;
	fixing->edited = false;
	fixing->passing = member->format == FORMAT_BYTES && !is_begun(fixing);
	if (!fixing->passing)
		archived_begin(&fixing->archived, member);
	check(fix, member->archive);
}

void fix_member_chunk(struct fix *fix, struct file *member,
		      const struct chunk *chunk, const struct outcome *outcome)
{
	struct file *archive = member->archive;
	struct fixing *fixing = archive->state;

	if (!fixing || fixing->failed || fixing->passing)
		return;
	if (outcome->tally.lossy && !fix->options->lossy) {
		fix_fail(fix, archive,
			 "holds bytes that cannot be decoded: left as it was "
			 "(--lossy rewrites it; copydesk check says where)");
		return;
	}
	fixing->edited |= outcome->edited;
	fix_strip(fix, archive, &outcome->stripped);
	archived_chunk(&fixing->archived, outcome_text(outcome, chunk));
	check(fix, archive);
}

void fix_member_end(struct fix *fix, struct file *member)
{
	struct file *archive = member->archive;
	struct fixing *fixing = fixing_of(fix, archive);

	if (!fixing || fixing->failed)
		return;
	if (member->failed) {
		fix_fail(fix, archive, "left as it was");
		return;
	}
	if (!is_begun(fixing) && !fixing->edited) {
		fixing->same++;
		return;
	}
	if (is_begun(fixing) || begin_archive(fix, archive))
		archived_end(&fixing->archived, member);
	check(fix, archive);
}

void fix_archive_end(struct fix *fix, struct file *archive)
{
	struct fixing *fixing = archive->state;

	if (!fixing)
		return;
	if (is_begun(fixing) && !archive->failed && !fixing->failed) {
		archived_close(&fixing->archived);
		check(fix, archive);
	}
	fix_finish(fix, archive);
}
