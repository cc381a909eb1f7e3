/* copydesk [FILE...]: clean text to standard output, a file or a folder. */
#include <errno.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/archived.h"
#include "cli/command.h"
#include "cli/summary.h"
#include "cli/stripped.h"
#include "support/signals.h"

struct filter {
	struct sink sink;
	const struct options *options;
	struct output output; /* of the run, or of the file */
	struct output stripped;
	struct archived archived; /* where -o is an archive */
	size_t files;		  /* begun so far */
	bool cut;		  /* an input was not read to its end */
	void *made; /* paths written under --output-dir: tsearch(3)'s */
};

static struct filter *filter_of(struct sink *sink)
{
	return (struct filter *)sink;
}

static void fail(struct filter *filter, const char *name)
{
	complain(name, filter->output.error);
	filter->sink.broken = true;
}

/* What stands between the texts of two files. */
static void part_texts(struct filter *filter)
{
	const char *separator = filter->options->separator;
	struct output *output = &filter->output;

	if (separator && !strcmp(separator, "nul")) {
		output_write(output, "", 1);
		return;
	}
	if (output->last != '\n')
		output_write(output, "\n", 1);
	if (!separator || !strcmp(separator, "blank")) {
		output_write(output, "\n", 1);
	} else if (!strcmp(separator, "formfeed")) {
		output_write(output, "\f", 1);
	} else {
		output_write(output, separator, strlen(separator));
		output_write(output, "\n", 1);
	}
}

/* Make the folders that lead to `path`. */
static bool make_folders(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(path, 0777) && errno != EEXIST) {
			*slash = '/';
			return false;
		}
		*slash = '/';
	}
	return true;
}

/* The real path of a file's folder, and the file's name; free() it. */
static char *real_path(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder =
		slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");
	char *real = folder ? realpath(folder, NULL) : NULL;
	struct buffer whole;

	free(folder);
	buffer_init(&whole);
	buffer_printf(&whole, "%s/%s", real && real[1] ? real : "",
		      slash ? slash + 1 : path);
	if (!real || !buffer_text(&whole))
		buffer_release(&whole);
	free(real);
	return whole.bytes;
}

/* The path below --root, which is to be freed; NULL: it is not there. */
static char *below_root(struct filter *filter, const char *path)
{
	char *root = realpath(filter->options->root, NULL);
	char *real = real_path(path), *below = NULL;
	const size_t len = root && root[1] ? strlen(root) : 0;

	if (root && real && !strncmp(real, root, len) && real[len] == '/')
		below = strdup(real + len + 1);
	free(root);
	free(real);
	return below;
}

/* Where the file goes; free() it. NULL: `error` says why it cannot. */
static char *path_in_folder(struct filter *filter, const struct file *file)
{
	const bool standard = !strcmp(file->path, "-");
	const char *name = standard ? "stdin.txt" : file->relative;
	char *below = NULL;
	struct buffer path;

	buffer_init(&path);
	filter->output.error = "is not below --root";
	if (filter->options->root && !standard) {
		below = below_root(filter, file->path);
		if (!below)
			return NULL;
		name = below;
	}
	filter->output.error = "out of memory";
	buffer_printf(&path, "%s/%s", filter->options->output_dir, name);
	free(below);
	if (buffer_text(&path))
		return path.bytes;
	buffer_release(&path);
	return NULL;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(a, b);
}

/* Note that `path` is written; false, and `error`, when it was already. */
static bool claim(struct filter *filter, const char *path)
{
	char *copy = path ? strdup(path) : NULL;
	char **node = copy ? tsearch(copy, &filter->made, by_text) : NULL;

	if (node && *node == copy)
		return true;
	free(copy);
	filter->output.error =
		node ? "another input has its name in the output folder"
		     : "out of memory";
	return false;
}

static void forget_claims(struct filter *filter)
{
	while (filter->made) {
		char *path = *(char **)filter->made;

		tdelete(path, &filter->made, by_text);
		free(path);
	}
}

static bool begin_in_folder(struct filter *filter, struct file *file)
{
	char *path;

	output_init(&filter->output);
	path = path_in_folder(filter, file);
	file->state = path;
	if (!path || !claim(filter, path)) {
		complain(file->name, filter->output.error);
	} else {
		filter->output.error = NULL;
		if (!make_folders(path))
			filter->output.error = strerror(errno);
		else if (output_to_path(&filter->output, path))
			return true;
		complain(path, filter->output.error);
	}
	output_discard(&filter->output);
	file->failed = true;
	filter->sink.tally.trouble++;
	return false;
}

static bool begin(struct sink *sink, struct file *file)
{
	struct filter *filter = filter_of(sink);

	if (filter->options->output_dir)
		return begin_in_folder(filter, file);
	if (filter->archived.archiver) {
		archived_begin(&filter->archived, file);
		return true;
	}
	if (filter->files++ && filter->output.written) {
		if (file->format == FORMAT_TEXT)
			part_texts(filter);
		else if (filter->output.last != '\n')
			output_write(&filter->output, "\n", 1);
	}
	return true;
}

static void chunk(struct sink *sink, struct file *file,
		  const struct chunk *chunk, const struct outcome *outcome)
{
	struct filter *filter = filter_of(sink);
	const struct buffer *text = outcome_text(outcome, chunk);

	if (filter->archived.archiver)
		archived_chunk(&filter->archived, text);
	else
		output_write(&filter->output, text->bytes, text->len);
	output_write(&filter->stripped, outcome->stripped.bytes,
		     outcome->stripped.len);
	if (!S_ISREG(file->info.st_mode))
		output_flush(&filter->output);
	if (filter->archived.error)
		filter->output.error = filter->archived.error;
	if (filter->output.error)
		fail(filter, file->state
				     ? file->state
				     : output_name(filter->options->output));
	if (filter->stripped.error) {
		complain(filter->options->stripped, filter->stripped.error);
		sink->broken = true;
	}
}

static void end_member(struct filter *filter, const struct file *file)
{
	archived_end(&filter->archived, file);
	if (!filter->archived.error)
		return;
	filter->output.error = filter->archived.error;
	fail(filter, filter->options->output);
}

static void end(struct sink *sink, struct file *file)
{
	struct filter *filter = filter_of(sink);

	filter->cut |= file->failed;
	if (filter->archived.archiver && !file->failed && !sink->broken)
		end_member(filter, file);
	if (!filter->options->output_dir)
		return;
	if (file->failed || sink->broken)
		output_discard(&filter->output);
	else if (!finish_output(&filter->output, file->state))
		sink->tally.trouble++;
	free(file->state);
	file->state = NULL;
}

/* Made before the walk, which must know what to leave out. */
static bool open_folder(struct filter *filter)
{
	const char *name = filter->options->output_dir;
	struct buffer path;
	bool done;

	buffer_init(&path);
	buffer_printf(&path, "%s/", name);
	done = buffer_text(&path) && make_folders(path.bytes);
	if (!done)
		complain(name, strerror(path.failed ? ENOMEM : errno));
	buffer_release(&path);
	return done;
}

static bool open_texts(struct filter *filter)
{
	const struct options *options = filter->options;

	output_init(&filter->output);
	if (options->output && options->output_dir) {
		complain("-o, --output-dir", "only one of them at a time");
		return false;
	}
	if (options->output_dir)
		return open_folder(filter);
	if (!open_output(&filter->output, options->output))
		return false;
	if (archived_open(&filter->archived, options->output, &filter->output))
		return true;
	complain(options->output, filter->output.error);
	output_discard(&filter->output);
	return false;
}

/* Close -o or standard output; a file that is not whole does not appear. */
static bool close_texts(struct filter *filter)
{
	const char *name = output_name(filter->options->output);

	if (!filter->cut && !archived_close(&filter->archived)) {
		complain(name, filter->archived.error);
		output_discard(&filter->output);
		return false;
	}
	if (!filter->cut || !filter->output.target)
		return finish_output(&filter->output, name);
	complain(name, "not written: an input could not be read to its end");
	output_discard(&filter->output);
	return false;
}

static bool close_outputs(struct filter *filter)
{
	bool done = !filter->sink.broken && !stop_signal;

	if (!done)
		output_discard(&filter->output);
	else if (!filter->options->output_dir)
		done = close_texts(filter);
	if (!done)
		output_discard(&filter->stripped);
	return done && stripped_close(&filter->stripped, filter->options);
}

int command_filter(const struct options *options, const struct setup *setup)
{
	struct filter filter = {
		.sink = { .begin = begin, .chunk = chunk, .end = end },
		.options = options,
	};
	const struct plan plan = plan_for_texts(setup, options);
	struct driver driver;
	bool done;

	if (options->output || options->output_dir || options->stripped)
		signals_watch();
	if (!open_texts(&filter))
		return EXIT_TROUBLE;
	if (!stripped_open(&filter.stripped, options, &filter.output)) {
		output_discard(&filter.output);
		return EXIT_TROUBLE;
	}
	setup_driver(&driver, options);
	driver.sink = &filter.sink;
	driver.keep_members = archived_wanted(options->output);
	driver.walk.no_folders = !options->output_dir && !driver.keep_members;
	if (options->output_dir)
		driver.walk.output = walk_place(options->output_dir);
	done = run_driver(&driver, options, &plan);
	done = summarise(&driver, options) && done;
	done = close_outputs(&filter) && done;
	forget_claims(&filter);
	archived_release(&filter.archived);
	if (!done || filter.sink.tally.trouble)
		return EXIT_TROUBLE;
	return options->exit_on_fix && (filter.sink.tally.changed ||
					filter.sink.tally.decoded)
		       ? EXIT_FOUND
		       : EXIT_CLEAN;
}
