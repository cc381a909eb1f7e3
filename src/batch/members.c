/*
 * Members of archives, each read as a file of a folder.
 *
 * A sink that writes an archive (driver.keep) gets all of them, in order: what
 * is no text as bytes, folders and links as they are.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch/driver.h"
#include "batch/run.h"
#include "reader/standoff.h"

/* An archive being read. */
struct reading {
	struct run *run;
	struct file *archive;
	struct unarchiver *unarchiver;
	struct buffer last;		   /* the path of the member before */
	struct standoff_names annotations; /* where texts are rewritten */
	const char *lost; /* why one could not be handed on; static */
};

static ssize_t read_member(void *context, char *to, size_t len)
{
	return unarchiver_read(context, to, len);
}

static const char *member_error(void *context)
{
	return unarchiver_error(context);
}

static struct input_options member_options(const struct reading *reading)
{
	struct input_options options = reading->run->driver->input;

	options.plain = true;
	options.source = (struct input_source){ read_member, member_error,
						reading->unarchiver };
	return options;
}

static bool keeps(const struct reading *reading)
{
	return reading->run->driver->keep != KEEP_TEXTS;
}

static bool in_place(const struct reading *reading)
{
	return reading->run->driver->keep == KEEP_PLACE;
}

/* Whether a name of the path is hidden, as those that a walk passes over. */
static bool is_hidden(const char *path)
{
	for (; *path; path += strcspn(path, "/"), path += *path == '/') {
		if (*path == '.')
			return true;
	}
	return false;
}

/* Whether the path, or a folder that it leads through, is excluded. */
static bool is_excluded(const struct choice *choice, const char *path)
{
	char *copy = strdup(path);
	bool is = !copy || choice_excludes(choice, copy);

	for (char *at = copy; at && !is;) {
		at = strchr(at, '/');
		if (!at)
			break;
		*at = '\0';
		is = choice_excludes(choice, copy);
		*at++ = '/';
	}
	free(copy);
	return is;
}

static bool is_wanted(const struct reading *reading, const struct file *file)
{
	struct driver *driver = reading->run->driver;

	if (is_hidden(file->relative) ||
	    is_excluded(driver->walk.choice, file->relative))
		return false;
	if (choice_takes(driver->walk.choice, file->relative))
		return true;
	passed_add(&driver->passed, file->relative);
	return false;
}

/* As bytes, without a look at them. */
static void pass_on(const struct reading *reading, struct file *file)
{
	struct input_options options = member_options(reading);
	struct input input;

	options.nul_separates = true;
	options.charset = NULL;
	file->format = FORMAT_BYTES;
	if (input_start(&input, -1, &options))
		run_chunks(reading->run, file, &input);
	else
		run_break_off(reading->run, file, input.error);
	input_stop(&input);
}

/* What is no text, and was looked at. */
static void leave(const struct reading *reading, struct file *file,
		  struct input *input)
{
	if (!keeps(reading)) {
		file_free(file);
		return;
	}
	input_rewind(input);
	file->format = FORMAT_BYTES;
	run_chunks(reading->run, file, input);
}

/* A member beside it counts its characters, as in look.c a file does. */
static bool is_counted(const struct reading *reading, const struct file *file,
		       struct buffer *why)
{
	const struct file *archive = reading->archive;
	struct buffer name;
	bool found;

	if (!reading->annotations.count ||
	    (archive->named && archive->plan->format == FORMAT_TEXT))
		return false;
	buffer_init(&name);
	found = standoff_beside(file->relative, &reading->annotations, &name);
	if (found)
		buffer_printf(why,
			      "has annotations in %s/%s, which count its "
			      "characters: left alone%s",
			      archive->name, buffer_text(&name),
			      archive->named ? " (--format=text rewrites it)"
					     : "");
	buffer_release(&name);
	return found;
}

static void read_text(const struct reading *reading, struct file *file)
{
	const struct input_options options = member_options(reading);
	struct look_options look = reading->run->driver->look;
	struct input input;
	struct buffer why;
	enum look found;

	look.no_archives = true;
	look.named_archives = false;
	look.no_pages |= keeps(reading);
	buffer_init(&why);
	if (!input_start(&input, -1, &options)) {
		run_break_off(reading->run, file, input.error);
	} else {
		found = is_counted(reading, file, &why)
				? LOOK_LEAVE
				: look_at(&look, file, &input, &why);
		if (found == LOOK_READ) {
			if (why.len && buffer_text(&why))
				run_message(reading->run, file->name, why.bytes,
					    false);
			run_chunks(reading->run, file, &input);
		} else {
			run_message(reading->run, file->name,
				    buffer_text(&why) ? why.bytes
						      : "out of memory",
				    found == LOOK_TROUBLE);
			leave(reading, file, &input);
		}
	}
	input_stop(&input);
	buffer_release(&why);
}

/* A link is no file of its own: what it leads to is mostly read anyway. */
static void leave_link(const struct reading *reading, struct file *file)
{
	const char *link = member_link(file->member);
	struct buffer what;

	if (link && is_wanted(reading, file)) {
		buffer_init(&what);
		buffer_printf(&what, "is a link to %s, left out", link);
		run_message(reading->run, file->name,
			    buffer_text(&what) ? what.bytes : "out of memory",
			    0);
		buffer_release(&what);
	}
	file_free(file);
}

/* Nothing could be written in its place. Takes the member. */
static void leave_nameless(struct reading *reading, struct member *member)
{
	static const char why[] =
		"has a member whose path is not in UTF-8, as it says";
	struct buffer what;

	buffer_init(&what);
	buffer_printf(&what, "%s, %s%.*s: left out", why,
		      reading->last.len ? "after " : "at its start",
		      (int)reading->last.len, reading->last.bytes);
	if (in_place(reading))
		reading->lost = why;
	else
		run_message(reading->run, reading->archive->name,
			    buffer_text(&what) ? what.bytes : why, 1);
	buffer_release(&what);
	member_free(member);
}

/* Takes the member. */
static void read_one(struct reading *reading, struct member *member)
{
	const bool is_file = member_is_file(member);
	struct file *file = file_of_member(reading->archive, member);

	if (!file) {
		run_message(reading->run, reading->archive->name,
			    "out of memory", 1);
		reading->lost = "out of memory";
		return;
	}
	file_plan(file, reading->archive->plan,
		  reading->run->driver->reader.separator);
	if (!member_stays_inside(member) && !in_place(reading)) {
		run_message(reading->run, file->name,
			    "leads out of the archive, left out", 1);
		file_free(file);
	} else if (is_file && member_stays_inside(member) &&
		   is_wanted(reading, file)) {
		read_text(reading, file);
	} else if (keeps(reading)) {
		pass_on(reading, file);
	} else if (!is_file) {
		leave_link(reading, file);
	} else {
		file_free(file);
	}
}

/* Its end, where the sink waits for that; why: there is no more of it. */
static void end_archive(struct reading *reading, const char *why)
{
	if (in_place(reading))
		run_end(reading->run, reading->archive, why);
	else if (why)
		run_break_off(reading->run, reading->archive, why);
	else
		file_free(reading->archive);
}

static void read_all(struct reading *reading)
{
	enum unarchiver_status status = UNARCHIVER_END;
	struct member *member;
	struct buffer why;

	while (!run_stopped(reading->run)) {
		status = unarchiver_next(reading->unarchiver, &member);
		if (status != UNARCHIVER_MEMBER)
			break;
		if (!member_has_path(member)) {
			leave_nameless(reading, member);
			continue;
		}
		buffer_reset(&reading->last);
		buffer_add_text(&reading->last, member_path(member));
		read_one(reading, member);
	}
	if (status != UNARCHIVER_FAILED) {
		end_archive(reading, reading->lost);
		return;
	}
	buffer_init(&why);
	buffer_printf(&why, "%s, %s%.*s", unarchiver_error(reading->unarchiver),
		      reading->last.len ? "after " : "at its start",
		      (int)reading->last.len, reading->last.bytes);
	end_archive(reading, buffer_text(&why) ? why.bytes : "out of memory");
	buffer_release(&why);
}

/* The names of a zip archive are at its end. */
static struct unarchiver *open_zip(const struct file *archive)
{
	if (!S_ISREG(archive->info.st_mode) ||
	    lseek(archive->fd, 0, SEEK_SET) < 0)
		return NULL;
	return unarchiver_zip(archive->fd);
}

static void add_names(struct reading *reading, struct unarchiver *from)
{
	struct member *member;

	while (from && unarchiver_next(from, &member) == UNARCHIVER_MEMBER) {
		if (!standoff_add(&reading->annotations, member_path(member)))
			reading->lost = "out of memory";
		member_free(member);
	}
	standoff_sort(&reading->annotations);
}

/*
 * Where texts would be rewritten beside what counts their characters, in place
 * or in a copy of the archive: an annotation may come after its text, so that
 * all names are read before. What cannot be read is told later.
 */
static void find_annotations(struct reading *reading)
{
	const struct file *archive = reading->archive;
	const struct input_options plain = { .nul_separates = true };
	struct unarchiver *from;
	struct input input;
	int fd;

	if (!(reading->run->driver->look.no_pages || keeps(reading)) ||
	    !S_ISREG(archive->info.st_mode))
		return;
	fd = open(archive->path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return;
	memset(&input, 0, sizeof(input));
	if (archive->archiving == ARCHIVING_ZIP)
		from = unarchiver_zip(fd);
	else
		from = input_start(&input, fd, &plain)
			       ? unarchiver_tar(input_read_any, input_error_any,
						&input)
			       : NULL;
	add_names(reading, from);
	unarchiver_free(from);
	input_stop(&input);
	close(fd);
}

void run_members(struct run *run, struct file *archive, struct input *input)
{
	struct reading reading = { .run = run, .archive = archive };

	buffer_init(&reading.last);
	if (run->driver->journal) {
		run_break_off(run, archive, "--resume reads no archives");
		return;
	}
	find_annotations(&reading);
	reading.unarchiver = archive->archiving == ARCHIVING_ZIP
				     ? open_zip(archive)
				     : unarchiver_tar(input_read_any,
						      input_error_any, input);
	if (in_place(&reading)) {
		archive->format = FORMAT_BYTES;
		run_note(run, archive);
	}
	if (reading.unarchiver)
		read_all(&reading);
	else
		end_archive(&reading, S_ISREG(archive->info.st_mode)
					      ? "out of memory"
					      : ZIP_IN_A_PIPE);
	unarchiver_free(reading.unarchiver);
	standoff_release(&reading.annotations);
	buffer_release(&reading.last);
}
