/*
 * The commands, and what they share: a desk by the options, a driver by the
 * options, the exit status.
 */
#ifndef COPYDESK_CLI_COMMAND_H
#define COPYDESK_CLI_COMMAND_H

#include "batch/driver.h"
#include "cli/options.h"
#include "support/complain.h"
#include "writer/output.h"

enum exit_status { EXIT_CLEAN = 0, EXIT_FOUND = 1, EXIT_TROUBLE = 2 };

/* False: a message is on standard error. To be released either way. */
bool named_files_read(struct named_files *files, const struct options *options);
void named_files_release(struct named_files *files);

/* What a command works with. */
struct setup {
	struct cd_desk *desk; /* owned; options->files are to live as long */
};

/* False: a message is on standard error. setup_release() is due either way. */
bool setup_desk(struct setup *setup, const struct options *options);
void setup_release(struct setup *setup);

/* What commands that write texts want of each. */
struct plan plan_for_texts(const struct setup *setup,
			   const struct options *options);

/* How texts are cut into articles, as the options say. */
void setup_reader(struct reader_options *reader, const struct options *options);

/* A driver as the options say; the sink and the plan are the caller's. */
void setup_driver(struct driver *driver, const struct options *options);

/*
 * Run the driver over the options' paths by the plan, or by the .copydesk of
 * each file. The plan's field and format are the options' to say.
 */
bool run_driver(struct driver *driver, const struct options *options,
		const struct plan *plan);

/* What a file that is read whole is for: how long it may be, and of what. */
enum named_as { AS_CONFIG, AS_MODEL, AS_RULES, AS_BASELINE };

/*
 * Read a whole file, never more than one of its kind may have: it may be a
 * device or a pipe that does not end. False: `why` has what is wrong.
 */
bool read_named(const char *path, enum named_as kind, struct buffer *bytes,
		struct buffer *why);

/* The same; false: a message is on standard error. */
bool read_whole(const char *path, enum named_as kind, struct buffer *bytes);

/* Whether to colour what goes to standard output. */
enum colour use_colour(const struct options *options);

/* Whether that is what the option's value names: NULL, "-". */
bool is_standard_output(const char *path);

/* Open the file of -o; NULL, "-": standard output. False: a message. */
bool open_output(struct output *output, const char *path);

/* What to call it. */
const char *output_name(const char *path);

/* Close an output and complain when it fails. */
bool finish_output(struct output *output, const char *name);

/* Write a text to standard output, whole, and release it; the exit status. */
int print_text(struct buffer *text);

int command_filter(const struct options *options, const struct setup *setup);
int command_check(const struct options *options, const struct setup *setup);
int command_explain(const struct options *options, const struct setup *setup);
int command_fix(const struct options *options, const struct setup *setup);
int command_diff(const struct options *options, const struct setup *setup);
int command_report(const struct options *options, const struct setup *setup);
int command_rules(const struct options *options, const struct setup *setup);
int command_verify(const struct options *options, const struct setup *setup);
int command_learn(const struct options *options, const struct setup *setup);
int command_help(const struct options *options, const struct setup *setup);

#endif
