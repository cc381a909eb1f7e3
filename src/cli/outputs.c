/* The files that a run writes. */
#include "cli/outputs.h"

#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/paths.h"
#include "support/complain.h"
#include "support/packing.h"

/* What a run writes, but for texts to folders and to standard output. */
static const struct {
	const char *option;
	size_t offset; /* of its name, in struct options */
} kinds[] = {
	{ "--output", offsetof(struct options, output) },
	{ "--stripped", offsetof(struct options, stripped) },
	{ "--stats", offsetof(struct options, stats) },
	{ "--resume", offsetof(struct options, resume) },
	{ "--output-file", offsetof(struct options, output_file) },
	{ "--write-baseline", offsetof(struct options, write_baseline) },
};

#define KINDS (sizeof(kinds) / sizeof(kinds[0]))

_Static_assert(KINDS + 1 <= OUTPUTS_MAX, "OUTPUTS_MAX is too small");

/* Its name; NULL: there is none, or it is standard output. */
static const char *name_of(const struct options *options, size_t kind)
{
	const char *name = *(const char *const *)((const char *)options +
						  kinds[kind].offset);

	return name && strcmp(name, "-") != 0 ? name : NULL;
}

/* What `path`, or standard input, is; false: no file that is there. */
static bool find(const char *path, struct walk_place *place)
{
	struct stat what;

	if ((strcmp(path, "-") ? stat(path, &what)
			       : fstat(STDIN_FILENO, &what)) ||
	    !S_ISREG(what.st_mode))
		return false;
	*place = (struct walk_place){ what.st_dev, what.st_ino };
	return true;
}

static bool is_at(const void *context, const char *path)
{
	const struct walk_place *place = context;
	struct walk_place other;

	return find(path, &other) && other.device == place->device &&
	       other.inode == place->inode;
}

static bool is_input(const struct options *options,
		     const struct walk_place *place)
{
	bool is = options->files_from && is_at(place, options->files_from);

	if (!options->path_count && !options->files_from)
		is = is_at(place, "-");
	for (size_t i = 0; i < options->path_count && !is; i++)
		is = is_at(place, options->paths[i]);
	return is || paths_list_has(options, is_at, place);
}

static bool complain_clash(const char *name, const char *what, size_t kind)
{
	struct buffer why;

	buffer_init(&why);
	buffer_printf(&why, "%s, and cannot be the file of %s", what,
		      kinds[kind].option);
	complain(name, buffer_text(&why) ? why.bytes : "out of memory");
	buffer_release(&why);
	return false;
}

/* An output before it has the same name, or is the same file. */
static bool is_twice(const struct options *options, size_t kind)
{
	const char *name = name_of(options, kind);
	struct walk_place place;
	const bool there = find(name, &place);

	for (size_t i = 0; i < kind; i++) {
		const char *other = name_of(options, i);

		if (other &&
		    (!strcmp(name, other) || (there && is_at(&place, other))))
			return true;
	}
	return false;
}

/* Whether what the command is for goes to standard output, but for --stats. */
static bool writes_there(const struct options *options)
{
	if (options->stripped && is_standard_output(options->stripped))
		return true;
	switch (options->command) {
	case COMMAND_FILTER:
		return !options->output_dir &&
		       is_standard_output(options->output);
	case COMMAND_CHECK:
		return is_standard_output(options->write_baseline
						  ? options->write_baseline
						  : options->output_file);
	case COMMAND_FIX:
		return false;
	default:
		return is_standard_output(options->output);
	}
}

bool outputs_are_apart(const struct options *options)
{
	const bool in_place = options->command == COMMAND_FILTER;
	struct walk_place place;

	if (options->stats && is_standard_output(options->stats) &&
	    writes_there(options)) {
		complain(output_name("-"),
			 "holds something else: name the file "
			 "of --stats");
		return false;
	}
	for (size_t i = 0; i < KINDS; i++) {
		const char *name = name_of(options, i);

		if (!name)
			continue;
		if (packing_is_foreign(name)) {
			complain(name, "is not written in the form that its "
				       "ending names: take .gz, .zst, .xz, "
				       ".bz2, .lz4, .tar or .zip");
			return false;
		}
		if (is_twice(options, i))
			return complain_clash(name, "is another output", i);
		if (!(i == 0 && in_place) && find(name, &place) &&
		    is_input(options, &place))
			return complain_clash(name, "is an input", i);
	}
	return true;
}

static void add_place(struct driver *driver, const struct walk_place *place)
{
	driver->outputs[driver->output_count++] = *place;
}

void outputs_places(struct driver *driver, const struct options *options)
{
	const size_t first = options->command == COMMAND_FILTER;
	struct walk_place place;
	struct stat what;

	if (fstat(STDOUT_FILENO, &what) == 0 && S_ISREG(what.st_mode)) {
		place = (struct walk_place){ what.st_dev, what.st_ino };
		add_place(driver, &place);
	}
	driver->begun = driver->output_count;
	for (size_t i = first; i < KINDS; i++) {
		const char *name = name_of(options, i);

		if (name && find(name, &place))
			add_place(driver, &place);
	}
}
