/* Writing an archive. */
#include "cli/archived.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/paths.h"
#include "support/complain.h"
#include "support/tar_front.h"
#include "support/zip_comments.h"

/* A member that changes is held until its size is known. */
#define HELD_MAX CD_ARTICLE_MAX

bool archived_wanted(const char *name)
{
	return name && archiving_of_name(name) != ARCHIVING_NONE;
}

static bool write_bytes(void *context, const char *bytes, size_t len)
{
	struct archived *archived = context;

	if (archived->ends)
		buffer_add(&archived->end, bytes, len);
	else
		output_write(archived->output, bytes, len);
	return !archived->output->error;
}

void archived_init(struct archived *archived)
{
	memset(archived, 0, sizeof(*archived));
	buffer_init(&archived->text);
	buffer_init(&archived->comment);
	buffer_init(&archived->front);
	buffer_init(&archived->end);
}

bool archived_start(struct archived *archived, enum archiving archiving,
		    struct output *output)
{
	archived->output = output;
	archived->archiver = archiver_new(archiving, write_bytes, archived);
	if (!archived->archiver)
		output->error = "out of memory";
	return archived->archiver != NULL;
}

/* What a tar archive says before its members. */
static bool read_front(struct archived *archived, int fd)
{
	const struct input_options plain = { .nul_separates = true };
	struct input input;

	if (!input_start(&input, fd, &plain) ||
	    !tar_front_read(input_read_any, &input, &archived->front) ||
	    lseek(fd, 0, SEEK_SET) < 0)
		archived->error = "cannot be read again";
	input_stop(&input);
	return !archived->error;
}

/* libarchive has no place for the comment of a member. */
static bool read_comments(struct archived *archived, int fd, bool *members)
{
	struct zip_comments comments;
	struct stat info;

	if (fstat(fd, &info)) {
		archived->error = strerror(errno);
		return false;
	}
	if (!zip_comments_read(&comments, fd, info.st_size))
		archived->error = "its comments cannot be read";
	archived->comment = comments.archive;
	*members = comments.members;
	return !archived->error;
}

bool archived_keep(struct archived *archived, enum archiving archiving, int fd,
		   bool *members)
{
	*members = false;
	if (archiving == ARCHIVING_ZIP)
		return read_comments(archived, fd, members);
	if (!read_front(archived, fd))
		return false;
	output_write(archived->output, archived->front.bytes,
		     archived->front.len);
	return true;
}

static void tell_lost(const char *path, const struct archived *lost,
		      bool members)
{
	if (lost->comment.len)
		complain(path, "has a comment, which is lost");
	if (lost->front.len)
		complain(path, "has global headers, which are lost");
	if (members)
		complain(path, "has comments on its members, which are lost");
}

/*
 * What the archive in `fd` says of itself: kept, or lost. A zip archive whose
 * comments cannot be read has none.
 */
static void keep_or_tell(struct archived *archived, const char *path, int fd,
			 bool keeps)
{
	const enum archiving archiving = archiving_of_name(path);
	struct archived lost;
	bool members = false;

	archived_init(&lost);
	if (!keeps && archiving == ARCHIVING_ZIP)
		read_comments(&lost, fd, &members);
	else if (!keeps)
		read_front(&lost, fd);
	else if (!archived_keep(archived, archiving, fd, &members) &&
		 archiving == ARCHIVING_ZIP && !archived->comment.failed)
		archived->error = NULL;
	tell_lost(path, &lost, members);
	archived_release(&lost);
}

struct joining {
	struct archived *archived;
	const struct options *options;
};

/* Keep or tell what an input says of itself; never what is looked for. */
static bool look_at_input(const void *context, const char *path)
{
	const struct joining *joining = context;
	const enum archiving archiving = archiving_of_name(path);
	struct stat info;
	int fd;

	if (archiving == ARCHIVING_NONE || stat(path, &info) ||
	    !S_ISREG(info.st_mode))
		return false;
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	keep_or_tell(joining->archived, path, fd,
		     !joining->archived->joins &&
			     archiving == archiving_of_name(
						  joining->options->output));
	close(fd);
	return false;
}

bool archived_open(struct archived *archived, const struct options *options,
		   struct output *output)
{
	const struct joining joining = { archived, options };

	archived_init(archived);
	if (!archived_wanted(options->output))
		return true;
	if (!archived_start(archived, archiving_of_name(options->output),
			    output))
		return false;
	archived->joins = options->path_count > 1 || options->files_from;
	for (size_t i = 0; i < options->path_count; i++)
		look_at_input(&joining, options->paths[i]);
	paths_list_has(options, look_at_input, &joining);
	return true;
}

void archived_release(struct archived *archived)
{
	archiver_free(archived->archiver);
	archived->archiver = NULL;
	buffer_release(&archived->text);
	buffer_release(&archived->comment);
	buffer_release(&archived->front);
	buffer_release(&archived->end);
	claims_release(&archived->claims);
}

static void fail(struct archived *archived)
{
	if (!archived->error)
		archived->error = archived->output->error
					  ? archived->output->error
					  : archiver_error(archived->archiver);
}

static void add_member(struct archived *archived, const struct file *file,
		       uint64_t size)
{
	const bool standard = !strcmp(file->path, "-");
	struct member *made = NULL;

	if (!file->member)
		made = member_of_file(standard ? "stdin.txt" : file->relative,
				      &file->info);
	if (!file->member && !made)
		archived->error = "out of memory";
	else if (!archiver_member(archived->archiver,
				  made ? made : file->member, size))
		fail(archived);
	member_free(made);
}

static void add_bytes(struct archived *archived, const char *bytes, size_t len)
{
	if (!archived->error && !archiver_write(archived->archiver, bytes, len))
		fail(archived);
}

void archived_begin(struct archived *archived, const struct file *file)
{
	const char *why = archived->joins && !archived->error
				  ? claims_take(&archived->claims, file)
				  : NULL;

	if (why) {
		complain(file->name, why);
		archived->error = "not written: some of it would be lost";
		return;
	}
	archived->as_it_is = file->format == FORMAT_BYTES;
	buffer_reset(&archived->text);
	if (archived->as_it_is)
		add_member(archived, file, member_size(file->member));
}

void archived_chunk(struct archived *archived, const struct buffer *text)
{
	if (archived->as_it_is) {
		add_bytes(archived, text->bytes, text->len);
		return;
	}
	buffer_add(&archived->text, text->bytes, text->len);
	if (archived->text.failed || archived->text.len > HELD_MAX)
		archived->error = "a member is too long to be held";
}

void archived_copy(struct archived *archived, const struct member *member,
		   struct unarchiver *from)
{
	char block[65536];
	ssize_t got;

	if (!archiver_member(archived->archiver, member, member_size(member)))
		fail(archived);
	while (!archived->error && member_is_file(member)) {
		got = unarchiver_read(from, block, sizeof(block));
		if (got < 0)
			archived->error = "cannot be read again";
		if (got <= 0)
			break;
		add_bytes(archived, block, (size_t)got);
	}
}

void archived_end(struct archived *archived, const struct file *file)
{
	if (archived->as_it_is || archived->error)
		return;
	add_member(archived, file, archived->text.len);
	add_bytes(archived, archived->text.bytes, archived->text.len);
}

/* The end that libarchive writes has no comment, and knows of no front. */
static void write_end(struct archived *archived)
{
	struct buffer *end = &archived->end;

	zip_comment_add(end, &archived->comment);
	for (size_t i = tar_padding(archived->front.len); i; i--)
		buffer_add_byte(end, '\0');
	if (end->failed)
		archived->error = "out of memory";
	else
		output_write(archived->output, end->bytes, end->len);
}

bool archived_close(struct archived *archived)
{
	if (!archived->archiver || archived->error)
		return !archived->error;
	archived->ends = true;
	if (archiver_end(archived->archiver))
		write_end(archived);
	else
		fail(archived);
	return !archived->error;
}
