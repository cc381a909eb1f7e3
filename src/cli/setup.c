/* From options to a desk and a driver. */
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/cpus.h"
#include "cli/outputs.h"
#include "cli/paths.h"
#include "cli/plans.h"
#include "cli/summary.h"
#include "cli/table.h"
#include "support/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool read_all(int fd, struct buffer *bytes)
{
	for (;;) {
		ssize_t got;

		if (!buffer_reserve(bytes, 65536)) {
			errno = ENOMEM;
			return false;
		}
		got = read(fd, bytes->bytes + bytes->len, 65536);
		if (got == 0)
			return true;
		if (got < 0 && errno != EINTR)
			return false;
		if (got > 0)
			bytes->len += (size_t)got;
	}
}

bool read_whole(const char *path, struct buffer *bytes)
{
	const bool standard = !strcmp(path, "-");
	const int fd =
		standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	bool done;

	if (fd < 0) {
		complain(path, strerror(errno));
		return false;
	}
	done = read_all(fd, bytes);
	if (!done)
		complain(path, strerror(errno));
	if (!standard)
		close(fd);
	return done;
}

/*
 * The files of rules, one after the other. Each begins a line of its own, and
 * none has a byte order mark, which only the first could have. They are read
 * once: where each ends is kept for messages.
 */
static bool read_rules(struct named_files *read,
		       const struct choice_list *files)
{
	struct buffer *all = &read->boilerplate;
	struct buffer file;
	bool done = true;

	read->rule_ends = calloc(files->count, sizeof(*read->rule_ends));
	if (!read->rule_ends) {
		complain("--boilerplate", "out of memory");
		return false;
	}
	buffer_init(&file);
	for (size_t i = 0; done && i < files->count; i++) {
		size_t mark;

		buffer_reset(&file);
		done = read_whole(files->items[i], &file);
		mark = utf8_mark(file.bytes, file.len);
		if (file.len > mark)
			buffer_add(all, file.bytes + mark, file.len - mark);
		if (all->len && all->bytes[all->len - 1] != '\n')
			buffer_add_byte(all, '\n');
		read->rule_ends[i] = all->len;
	}
	buffer_release(&file);
	if (all->failed)
		complain("--boilerplate", "out of memory");
	return done && !all->failed;
}

bool named_files_read(struct named_files *files, const struct options *options)
{
	return (!options->model || read_whole(options->model, &files->model)) &&
	       (!options->boilerplate.count ||
		read_rules(files, &options->boilerplate));
}

void named_files_release(struct named_files *files)
{
	buffer_release(&files->config);
	buffer_release(&files->model);
	buffer_release(&files->boilerplate);
	free(files->rule_ends);
}

/* The option that the library's message is about. */
static const char *option_of(const char *why)
{
	static const char *const options[][2] = {
		{ "no such language:", "--lang" },
		{ "no confidence", "--min-confidence" },
		{ "no such rule", "--select" },
	};

	for (size_t i = 0; i < sizeof(options) / sizeof(options[0]); i++) {
		if (!strncmp(why, options[i][0], strlen(options[i][0])))
			return options[i][1];
	}
	return "options";
}

/* "LINE: what", where the line is one of all files' rules: in which it is. */
static void complain_rules(const struct options *options, const char *why)
{
	const struct choice_list *files = &options->boilerplate;
	const struct named_files *read = options->files;
	const char *rules = read->boilerplate.bytes;
	size_t line, lines, from = 0, i = 0;
	char *what;

	line = strtoul(why, &what, 10);
	for (; i + 1 < files->count; i++) {
		lines = utf8_count_lines(rules + from,
					 read->rule_ends[i] - from);
		if (line <= lines)
			break;
		line -= lines;
		from = read->rule_ends[i];
	}
	fprintf(stderr, "copydesk: %s:%zu%s\n", files->items[i], line, what);
}

/* Why there is no desk, with the name of the file that is to blame. */
static void complain_desk(const struct setup *setup,
			  const struct options *options, enum cd_status status)
{
	static const char rules[] = "boilerplate rules:";
	const char *why = setup->desk ? cd_desk_error(setup->desk)
				      : cd_status_text(status);

	if (options->boilerplate.count && !strncmp(why, rules, strlen(rules)))
		complain_rules(options, why + strlen(rules));
	else if (status == CD_DATA && options->model)
		complain(options->model, why);
	else
		fprintf(stderr, "copydesk: %s: %s%s\n", option_of(why), why,
			strncmp(why, "no such language", 16) || strchr(why, '?')
				? ""
				: " ('copydesk help languages' lists them)");
}

/* Terms of options as one text; NULL: there are none. */
static const char *copy_terms(struct buffer *copy, const struct buffer *terms)
{
	buffer_init(copy);
	buffer_add(copy, terms->bytes, terms->len);
	return terms->len ? buffer_text(copy) : NULL;
}

bool setup_desk(struct setup *setup, const struct options *options)
{
	const struct named_files *files = options->files;
	struct buffer rules, confidence;
	struct cd_options wanted = {
		.quotes = (enum cd_quotes)options->quotes,
		.casing = (enum cd_casing)options->casing,
		.dashes = (enum cd_dashes)options->dashes,
		.lang = options->lang,
		.model = files->model.bytes,
		.model_len = files->model.len,
		.boilerplate = files->boilerplate.bytes,
		.boilerplate_len = files->boilerplate.len,
		.boilerplate_recall = options->boilerplate_recall,
		.no_model = options->command == COMMAND_CHECK &&
			    !options->version && !options->restore,
	};
	enum cd_status status;

	memset(setup, 0, sizeof(*setup));
	wanted.rules = copy_terms(&rules, &options->rules);
	wanted.min_confidence =
		copy_terms(&confidence, &options->min_confidence);
	status = cd_desk_new(&wanted, &setup->desk);
	buffer_release(&rules);
	buffer_release(&confidence);
	if (status == CD_OK)
		return true;
	complain_desk(setup, options, status);
	return false;
}

void setup_release(struct setup *setup)
{
	cd_desk_free(setup->desk);
}

static enum separator separator_of(const char *name)
{
	static const struct {
		const char *name;
		enum separator separator;
	} known[] = {
		{ "blank", SEPARATOR_BLANK },
		{ "formfeed", SEPARATOR_FORMFEED },
		{ "nul", SEPARATOR_NUL },
	};

	if (!name)
		return SEPARATOR_NONE;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (!strcmp(name, known[i].name))
			return known[i].separator;
	}
	return SEPARATOR_LINE;
}

struct plan plan_for_texts(const struct setup *setup,
			   const struct options *options)
{
	return (struct plan){
		.desk = setup->desk,
		.wants = WANT_TEXT | (options->stripped ? WANT_STRIPPED : 0u) |
			 summary_wants(options),
	};
}

void setup_reader(struct reader_options *reader, const struct options *options)
{
	reader->separator = separator_of(options->separator);
	reader->line = options->separator;
	reader->max_article = options->max_article;
}

void setup_driver(struct driver *driver, const struct options *options)
{
	memset(driver, 0, sizeof(*driver));
	setup_reader(&driver->reader, options);
	driver->input.charset = options->from_code;
	driver->input.nul_separates = driver->look.nul_separates =
		driver->reader.separator == SEPARATOR_NUL;
	driver->look.separates = options_given(options, "separator");
	driver->look.headless = options_given(options, "no-header");
	driver->stdin_name = options->stdin_name;
	driver->walk.choice = &options->choice;
	driver->walk.follow = options->follow;
	driver->share = options->share;
	driver->progress.mode = options->quiet
					? PROGRESS_NEVER
					: (enum progress_mode)options->progress;
	outputs_places(driver, options);
	driver->jobs = options->jobs ? options->jobs : cpu_count();
}

bool run_driver(struct driver *driver, const struct options *options,
		const struct plan *plan)
{
	struct plans plans;
	bool done;

	plans_init(&plans, options, plan);
	driver->choose = plans_choose;
	driver->excludes = plans_exclude;
	driver->context = &plans;
	done = run_paths(driver, options);
	driver->context = NULL;
	plans_release(&plans);
	return done;
}

enum colour use_colour(const struct options *options)
{
	const char *no_colour = getenv("NO_COLOR");

	if (options->colour == COLOUR_ALWAYS)
		return COLOUR_ON;
	if (options->colour == COLOUR_NEVER || (no_colour && *no_colour))
		return COLOUR_OFF;
	return isatty(STDOUT_FILENO) ? COLOUR_ON : COLOUR_OFF;
}

static bool is_standard(const char *path)
{
	return !path || !strcmp(path, "-");
}

const char *output_name(const char *path)
{
	return is_standard(path) ? "standard output" : path;
}

bool open_output(struct output *output, const char *path)
{
	output_init(output);
	if (is_standard(path)) {
		output_to_fd(output, STDOUT_FILENO);
		return true;
	}
	signals_watch(); /* so that what is not whole is removed */
	if (output_to_path(output, path))
		return true;
	complain(path, output->error);
	output_discard(output);
	return false;
}

bool finish_output(struct output *output, const char *name)
{
	if (output_close(output))
		return true;
	complain(name, output->error);
	return false;
}

int print_text(struct buffer *text)
{
	struct output output;

	output_init(&output);
	output_to_fd(&output, STDOUT_FILENO);
	if (text->failed)
		output.error = "out of memory";
	else
		output_write(&output, text->bytes, text->len);
	buffer_release(text);
	return finish_output(&output, "standard output") ? EXIT_CLEAN
							 : EXIT_TROUBLE;
}
