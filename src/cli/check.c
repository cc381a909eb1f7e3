/* copydesk check [PATH...]: findings to standard output. */
#include <unistd.h>

#include "cli/command.h"
#include "cli/summary.h"
#include "writer/stream.h"

struct check {
	struct sink sink;
	struct report_stream stream;
	struct output output;
};

static void put_findings(struct check *check, const struct outcome *outcome)
{
	const struct report_items *items = &outcome->items;
	size_t from = 0;

	for (size_t i = 0; i < items->count; i++) {
		const struct report_item *item = &items->at[i];

		report_stream_put(
			&check->stream, item,
			(struct cd_span){ outcome->report.bytes + from,
					  item->end - from });
		from = item->end;
	}
}

static void chunk(struct sink *sink, struct file *file,
		  const struct chunk *chunk, const struct outcome *outcome)
{
	struct check *check = (struct check *)sink;

	(void)chunk;
	put_findings(check, outcome);
	if (!S_ISREG(file->info.st_mode))
		output_flush(&check->output);
	if (check->output.error) {
		complain("standard output", check->output.error);
		sink->broken = true;
	}
}

int command_check(const struct options *options, const struct setup *setup)
{
	struct check check = {
		.sink = { .chunk = chunk },
	};
	const struct plan plan = {
		.desk = setup->desk,
		.wants = WANT_FINDINGS,
		.style = { (enum report_format)options->report_format,
			   use_colour(options) },
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
	report_stream_init(&check.stream, plan.style.format, &check.output);
	setup_driver(&driver, options);
	driver.sink = &check.sink;
	report_stream_begin(&check.stream);
	done = run_driver(&driver, options, &plan);
	done = summarise(&driver, options) && done;
	report_stream_end(&check.stream);
	report_stream_release(&check.stream);
	if (check.sink.broken)
		output_discard(&check.output);
	else
		done = finish_output(&check.output, "standard output") && done;
	if (!done || check.sink.tally.trouble)
		return EXIT_TROUBLE;
	return check.sink.tally.serious && !options->exit_zero ? EXIT_FOUND
							       : EXIT_CLEAN;
}
