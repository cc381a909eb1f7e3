/* copydesk check [PATH...]: findings to standard output. */
#include <unistd.h>

#include "cli/command.h"
#include "cli/summary.h"

struct check {
	struct sink sink;
	struct report_style style;
	struct output output;
	size_t findings;
};

static void chunk(struct sink *sink, struct file *file,
		  const struct chunk *chunk, const struct outcome *outcome)
{
	struct check *check = (struct check *)sink;
	const struct buffer *report = &outcome->report;
	size_t from = 0;

	(void)chunk;
	/* A comma stands before each object: not before the first. */
	if (report->len && !check->findings &&
	    check->style.format == REPORT_JSON)
		from = 1;
	check->findings += outcome->tally.findings;
	output_write(&check->output, report->bytes + from, report->len - from);
	if (!S_ISREG(file->info.st_mode))
		output_flush(&check->output);
	if (check->output.error) {
		complain("standard output", check->output.error);
		sink->broken = true;
	}
}

/* The lines before or after all findings. */
static void frame(struct check *check, bool last)
{
	struct buffer text;

	buffer_init(&text);
	if (last)
		report_end(&text, &check->style, check->findings);
	else
		report_begin(&text, &check->style);
	output_write(&check->output, text.bytes, text.len);
	buffer_release(&text);
}

int command_check(const struct options *options, const struct setup *setup)
{
	struct check check = {
		.sink = { .chunk = chunk },
		.style = { (enum report_format)options->report_format,
			   use_colour(options) },
	};
	const struct plan plan = {
		.desk = setup->desk,
		.wants = WANT_FINDINGS,
		.style = check.style,
		.fail_level = (enum cd_severity)options->fail_level,
	};
	struct driver driver;
	bool done;

	if (options->report_format == REPORT_MARKDOWN) {
		complain("--output-format", "markdown is a table of rules");
		return EXIT_TROUBLE;
	}
	output_init(&check.output);
	output_to_fd(&check.output, STDOUT_FILENO);
	setup_driver(&driver, options);
	driver.sink = &check.sink;
	frame(&check, false);
	done = run_driver(&driver, options, &plan);
	done = summarise(&driver, options) && done;
	frame(&check, true);
	if (check.sink.broken)
		output_discard(&check.output);
	else
		done = finish_output(&check.output, "standard output") && done;
	if (!done || check.sink.tally.trouble)
		return EXIT_TROUBLE;
	return check.sink.tally.serious && !options->exit_zero ? EXIT_FOUND
							       : EXIT_CLEAN;
}
