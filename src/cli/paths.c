/* Paths from the command line and from lists. */
#include "cli/paths.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/from_here.h"
#include "cli/welcome.h"
#include "support/complain.h"
#include "writer/report.h"

struct paths {
	const struct options *options;
	size_t next;		/* of the command line's */
	FILE *list;		/* NULL: none, or at its end */
	struct buffer name;	/* the last one read of it */
	struct from_here *here; /* NULL: paths stay as they were named */
	bool failed;
	bool silent;   /* about the list: it will be read again */
	bool standard; /* standard input was handed out for want of others */
};

static bool are_none(const struct options *options)
{
	return !options->path_count && !options->files_from;
}

static bool takes_folders(const struct options *options)
{
	return options->command == COMMAND_CHECK ||
	       options->command == COMMAND_DIFF ||
	       options->command == COMMAND_REPORT;
}

bool paths_given(const struct options *options)
{
	if (!are_none(options) || takes_folders(options) ||
	    !isatty(STDIN_FILENO))
		return true;
	if (options->command == COMMAND_FILTER && !options->given_count)
		welcome();
	else
		fputs("copydesk: name files, or - for standard input.\n"
		      "Try 'copydesk --help'.\n",
		      stderr);
	return false;
}

/* What to call the list in messages. */
static const char *list_name(const struct options *options)
{
	return strcmp(options->files_from, "-") != 0 ? options->files_from
						     : "<stdin>";
}

static bool open_list(struct paths *paths)
{
	const char *name = paths->options->files_from;

	if (!name)
		return true;
	paths->list = strcmp(name, "-") ? fopen(name, "r") : stdin;
	if (!paths->list)
		complain(name, strerror(errno));
	return paths->list != NULL;
}

/* A list of "find -print0" that is read by lines is one name to its first NUL.
 */
static bool holds_nul(const struct paths *paths)
{
	return !paths->options->null && paths->name.len &&
	       memchr(paths->name.bytes, '\0', paths->name.len);
}

/* No path is so long, nor has a list so many empty ones: it may not end. */
#define NAME_MOST 65536

/* Read a name, or nothing, up to where it ends; false: there is none. */
static bool read_name(struct paths *paths)
{
	const int end = paths->options->null ? '\0' : '\n';
	struct buffer *name = &paths->name;
	size_t skipped = 0;
	int c = EOF;

	buffer_reset(name);
	while (!name->failed && name->len < NAME_MOST && skipped < NAME_MOST &&
	       (c = getc_unlocked(paths->list)) != EOF) {
		if (c != end)
			buffer_add_byte(name, (char)c);
		else if (name->len)
			break;
		else
			skipped++;
	}
	return name->len > 0;
}

/* Why no more names are read of the list; NULL: its end, or a name. */
static const char *list_fault(const struct paths *paths)
{
	if (ferror(paths->list))
		return strerror(errno);
	if (paths->name.failed)
		return "out of memory";
	if (holds_nul(paths))
		return "its names end in NUL bytes: say --null";
	if (paths->name.len >= NAME_MOST)
		return "is no list of names: one is longer than 64 KiB";
	if (!paths->name.len && !feof(paths->list))
		return "is no list of names: 65536 are empty";
	return NULL;
}

static void end_list(struct paths *paths)
{
	if (paths->list && paths->list != stdin)
		fclose(paths->list);
	paths->list = NULL;
}

/*
 * A list of Windows begins with a byte order mark, and its lines end in CR LF:
 * the name without them, where only that is a file's.
 */
static char *tidy_name(char *line, size_t len)
{
	static const char mark[] = "\xEF\xBB\xBF";
	const bool marked = !strncmp(line, mark, strlen(mark));
	const bool ends_in_cr = len && line[len - 1] == '\r';

	if ((!marked && !ends_in_cr) || !access(line, F_OK))
		return line;
	if (ends_in_cr)
		line[len - 1] = '\0';
	return marked ? line + strlen(mark) : line;
}

/* The next name of the list that is not empty. */
static const char *next_of_list(struct paths *paths)
{
	struct buffer *read = &paths->name;

	while (paths->list) {
		const bool is_one = read_name(paths) && buffer_text(read);
		const char *fault = list_fault(paths);
		const char *name = is_one && !fault ? read->bytes : NULL;

		if (name && !paths->options->null)
			name = tidy_name(read->bytes, read->len);
		if (name && *name)
			return name;
		if (name)
			continue;
		if (fault && !paths->silent)
			complain(list_name(paths->options), fault);
		paths->failed |= fault != NULL;
		end_list(paths);
	}
	return NULL;
}

/* Whether what is written tells files by the paths that a repository has. */
static bool is_of_repository(const struct options *options)
{
	return options->command == COMMAND_DIFF || options->baseline ||
	       options->write_baseline ||
	       options->report_format == REPORT_GITHUB ||
	       options->report_format == REPORT_GITLAB ||
	       options->report_format == REPORT_SARIF;
}

static const char *next_named(struct paths *paths)
{
	const struct options *options = paths->options;

	if (paths->next < options->path_count)
		return options->paths[paths->next++];
	if (!are_none(options))
		return next_of_list(paths);
	if (paths->next++)
		return NULL;
	if (takes_folders(options) && isatty(STDIN_FILENO))
		return ".";
	paths->standard = true;
	return "-";
}

static const char *next_path(void *context)
{
	struct paths *paths = context;
	const char *path = next_named(paths);

	return path && paths->here ? from_here(paths->here, path) : path;
}

/* Whether nothing was read where something should have been. */
static bool read_nothing(const struct driver *driver, const struct paths *paths)
{
	if ((driver->journal && driver->journal->count) || driver->done_before)
		return false;
	if (paths->options->command == COMMAND_FILTER)
		return !driver->sink->stats.files && !paths->standard;
	return paths->standard ? !driver->sink->stats.bytes
			       : !driver->sink->stats.files;
}

/* A check that looked at nothing must not be green. */
static void complain_nothing(const struct driver *driver)
{
	struct buffer what;

	buffer_init(&what);
	if (driver->passed.count) {
		passed_text(&driver->passed, &what);
		if (driver->passed.count > driver->passed.links)
			buffer_add_text(&what, " (see --ext)");
	}
	complain("nothing to read",
		 what.len ? buffer_text(&what) : "no file, no bytes");
	buffer_release(&what);
}

/* --field, and all that was read were texts. */
static bool read_no_fields(const struct driver *driver,
			   const struct options *options)
{
	return options_fields_source(options) == FIELDS_ASKED &&
	       driver->sink->stats.tally.articles &&
	       !driver->sink->tally.records;
}

static void close_list(struct paths *paths)
{
	end_list(paths);
	buffer_release(&paths->name);
}

/* Whether the paths, and what they hold, can be read twice. */
static bool is_measurable(const struct options *options)
{
	struct stat what;

	if (are_none(options))
		return false;
	return !options->files_from ||
	       (stat(options->files_from, &what) == 0 && S_ISREG(what.st_mode));
}

/* Count the files before, where someone wants to know. */
static bool measure(struct driver *driver, const struct options *options)
{
	struct paths paths = { .options = options, .silent = true };

	if (!driver->share.of && !progress_wanted(&driver->progress))
		return true;
	if (is_measurable(options)) {
		if (!open_list(&paths))
			return false;
		driver_measure(driver, next_path, &paths);
		close_list(&paths);
	} else if (driver->share.of) {
		complain("--shard", "name files, or a list that is a file");
		return false;
	}
	return true;
}

bool paths_list_has(const struct options *options,
		    bool (*found)(const void *context, const char *path),
		    const void *context)
{
	struct paths paths = { .options = options, .silent = true };
	const char *path;
	bool has = false;

	if (!options->files_from || !is_measurable(options) ||
	    !open_list(&paths))
		return false;
	while (!has && (path = next_of_list(&paths)))
		has = found(context, path);
	close_list(&paths);
	return has;
}

/* What a run without trouble should have read, and did not. */
static void check_reading(struct driver *driver, const struct paths *paths)
{
	if (driver->sink->tally.trouble || driver->share.of)
		return;
	if (read_nothing(driver, paths)) {
		complain_nothing(driver);
		driver->idle = true;
		driver->sink->tally.trouble++;
	} else if (read_no_fields(driver, paths->options)) {
		complain("--field",
			 "no file that was read has fields: leave it "
			 "out, or name their --format");
		driver->sink->tally.trouble++;
	}
}

bool has_articles(struct driver *driver)
{
	struct tally *tally = &driver->sink->tally;

	if (driver->share.of)
		return true;
	if (!tally->articles && !tally->trouble) {
		complain("nothing to read", "no article");
		tally->trouble++;
	}
	return tally->articles > 0;
}

bool run_paths(struct driver *driver, const struct options *options)
{
	struct paths paths = { .options = options };
	struct from_here here;
	bool done = false;

	from_here_init(&here);
	if (is_of_repository(options))
		paths.here = &here;
	progress_start(&driver->progress);
	if (measure(driver, options) && open_list(&paths)) {
		done = driver_run(driver, next_path, &paths) && !paths.failed;
		if (done)
			check_reading(driver, &paths);
		close_list(&paths);
	}
	from_here_release(&here);
	return done;
}
