/*
 * Proving an archive against another: member by member, in the same order.
 *
 * A member that is the same to the byte is proved; one that is not has to be a
 * text, as a file of a folder.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/pair.h"

/* A member's bytes, as an input reads them. */
struct held {
	struct buffer bytes;
	size_t at;
};

/* One of the two archives. */
struct archive {
	struct side *side;
	struct unarchiver *unarchiver; /* owned */
	struct member *member;	       /* owned; NULL: its end */
	struct held held;
};

static ssize_t read_held(void *context, char *to, size_t len)
{
	struct held *held = context;
	const size_t left = held->bytes.len - held->at;
	const size_t size = len < left ? len : left;

	if (size)
		memcpy(to, held->bytes.bytes + held->at, size);
	held->at += size;
	return (ssize_t)size;
}

static const char *held_error(void *context)
{
	(void)context;
	return "cannot be read";
}

static bool fail(struct pair *pair, const struct archive *archive,
		 const char *why)
{
	verify_complain(pair->verify, archive->side->file->name, why);
	return false;
}

static bool open_archive(struct pair *pair, struct archive *archive,
			 struct side *side)
{
	struct input *input = &side->input;
	enum archiving archiving = input_archive(input);

	archive->side = side;
	buffer_init(&archive->held.bytes);
	/* One without members has no bytes that tell. */
	if (archiving == ARCHIVING_NONE)
		archiving = archiving_of_name(side->file->name);
	switch (archiving) {
	case ARCHIVING_TAR:
		archive->unarchiver =
			unarchiver_tar(input_read_any, input_error_any, input);
		break;
	case ARCHIVING_ZIP:
		if (lseek(side->file->fd, 0, SEEK_SET) < 0)
			return fail(pair, archive, ZIP_IN_A_PIPE);
		archive->unarchiver = unarchiver_zip(side->file->fd);
		break;
	default:
		return fail(pair, archive, "is no archive");
	}
	return archive->unarchiver || fail(pair, archive, "out of memory");
}

static void close_archive(struct archive *archive)
{
	unarchiver_free(archive->unarchiver);
	member_free(archive->member);
	buffer_release(&archive->held.bytes);
}

static bool hold(struct pair *pair, struct archive *archive)
{
	struct buffer *bytes = &archive->held.bytes;
	ssize_t got;

	archive->held.at = 0;
	buffer_reset(bytes);
	do {
		if (!buffer_reserve(bytes, INPUT_BLOCK))
			return fail(pair, archive, "out of memory");
		got = unarchiver_read(archive->unarchiver,
				      bytes->bytes + bytes->len, INPUT_BLOCK);
		bytes->len += got > 0 ? (size_t)got : 0;
	} while (got > 0);
	return got == 0 ||
	       fail(pair, archive, unarchiver_error(archive->unarchiver));
}

/* The next member, and its bytes; false: trouble. */
static bool next_member(struct pair *pair, struct archive *archive)
{
	enum unarchiver_status status;

	member_free(archive->member);
	archive->member = NULL;
	status = unarchiver_next(archive->unarchiver, &archive->member);
	if (status == UNARCHIVER_FAILED)
		return fail(pair, archive,
			    unarchiver_error(archive->unarchiver));
	return status == UNARCHIVER_END || hold(pair, archive);
}

static void broken(struct pair *pair, const char *name, const char *what)
{
	const struct broken broken = { name, 1, 1, what };

	verify_broken(pair->verify, &broken);
}

/* The member as a side of its own; takes it. */
static bool open_member(struct pair *pair, struct archive *archive,
			struct side *side, const char *charset)
{
	const struct input_options options = {
		.charset = charset,
		.plain = true,
		.source = { read_held, held_error, &archive->held },
	};
	struct file *file =
		file_of_member(archive->side->file, archive->member);

	archive->member = NULL;
	if (!file)
		return fail(pair, archive, "out of memory");
	return side_open_source(side, file, &options) ||
	       fail(pair, archive, "cannot be read");
}

/* Members that differ. */
static void prove_members(struct pair *pair, struct archive *old,
			  struct archive *fresh)
{
	static const struct look_options look = { .no_archives = true };
	struct pair members = { .verify = pair->verify };
	struct file *file;
	struct buffer why;

	buffer_init(&why);
	if (open_member(pair, old, &members.old,
			pair->verify->options->from_code) &&
	    open_member(pair, fresh, &members.fresh, NULL)) {
		file = members.old.file;
		file_plan(file, pair->old.file->plan,
			  pair->verify->reader.separator);
		if (look_at(&look, file, &members.old.input, &why) ==
			    LOOK_READ &&
		    file->format != FORMAT_WARC)
			pair_prove(&members);
		else
			broken(pair, members.fresh.file->name,
			       "something that is no text is changed");
	}
	buffer_release(&why);
	side_close(&members.old);
	side_close(&members.fresh);
}

/* Whether both are at members of the same path; else they are told of. */
static bool is_same_path(struct pair *pair, const struct archive *old,
			 const struct archive *fresh)
{
	const char *name = pair->fresh.file->name;

	if (!old->member && !fresh->member)
		return false;
	if (!old->member || !fresh->member)
		broken(pair, name,
		       old->member ? "members are missing"
				   : "more members than the original");
	else if (strcmp(member_path(old->member), member_path(fresh->member)))
		broken(pair, name, "the members are others");
	else
		return true;
	return false;
}

static void compare(struct pair *pair, struct archive *old,
		    struct archive *fresh)
{
	while (next_member(pair, old) && next_member(pair, fresh) &&
	       is_same_path(pair, old, fresh)) {
		const struct buffer *a = &old->held.bytes;
		const struct buffer *b = &fresh->held.bytes;

		if (a->len != b->len ||
		    (a->len && memcmp(a->bytes, b->bytes, a->len) != 0))
			prove_members(pair, old, fresh);
	}
}

void pair_members(struct pair *pair)
{
	struct archive old = { .side = NULL }, fresh = { .side = NULL };

	pair->verify->files++;
	pair->verify->is_tree = true;
	if (open_archive(pair, &old, &pair->old) &&
	    open_archive(pair, &fresh, &pair->fresh))
		compare(pair, &old, &fresh);
	close_archive(&old);
	close_archive(&fresh);
}
