/* copydesk check [PATH...]: findings to standard output. */
#include <string.h>
#include <unistd.h>

#include "cli/accepted.h"
#include "cli/command.h"
#include "cli/statistics.h"
#include "cli/summary.h"
#include "support/count.h"
#include "support/signals.h"
#include "writer/format.h"
#include "writer/stream.h"

struct check {
	struct sink sink;
	const struct options *options;
	struct report_stream stream;
	struct output output;
	struct statistics statistics;
	struct baseline baseline;
	size_t known;	/* findings of the baseline */
	size_t silent;	/* files for which no rule is on */
	bool unwritten; /* the new baseline */
};

/* What is written is neither names nor numbers only. */
static bool writes_findings(const struct options *options)
{
	return !options->files_only && !options->statistics &&
	       !options->write_baseline;
}

static void put_finding(struct check *check, const struct report_item *item,
			struct cd_span text)
{
	const size_t most = check->options->max_findings;

	if (writes_findings(check->options) &&
	    (!most || check->statistics.findings <= most))
		report_stream_put(&check->stream, item, text);
}

/* Whether the finding was there before: what is accepted is no finding. */
static bool is_known(struct check *check, const struct report_item *item)
{
	enum baseline_state state;

	if (!accepted_wanted(check->options))
		return false;
	state = baseline_take(&check->baseline, item);
	if (state == BASELINE_NO_MEMORY)
		check->output.error = "out of memory";
	if (check->options->write_baseline)
		state = BASELINE_KNOWN;
	check->known += state == BASELINE_KNOWN;
	return state == BASELINE_KNOWN;
}

static void put_findings(struct check *check, const struct file *file,
			 const struct outcome *outcome)
{
	const struct report_items *items = &outcome->items;
	size_t from = 0;

	for (size_t i = 0; i < items->count; i++) {
		const struct report_item *item = &items->at[i];

		if (!is_known(check, item)) {
			statistics_add(&check->statistics, item,
				       file->plan->fail_level);
			put_finding(
				check, item,
				(struct cd_span){ outcome->report.bytes + from,
						  item->end - from });
		}
		from = item->end;
	}
}

/* The output's name for messages. */
static const char *name_of(const struct check *check)
{
	return output_name(check->options->output_file);
}

static void chunk(struct sink *sink, struct file *file,
		  const struct chunk *chunk, const struct outcome *outcome)
{
	struct check *check = (struct check *)sink;

	(void)chunk;
	put_findings(check, file, outcome);
	if (!S_ISREG(file->info.st_mode))
		output_flush(&check->output);
	if (check->output.error) {
		complain(name_of(check), check->output.error);
		sink->broken = true;
	}
}

static bool begin(struct sink *sink, struct file *file)
{
	struct check *check = (struct check *)sink;

	report_stream_file(&check->stream, file->name);
	if (accepted_wanted(check->options) &&
	    !baseline_begin_file(&check->baseline, file->name)) {
		complain(file->name, "out of memory");
		sink->broken = true;
	}
	return !sink->broken;
}

static void end(struct sink *sink, struct file *file)
{
	struct check *check = (struct check *)sink;

	/* A file is clean where it was read and had none, not all left out. */
	if (check->stream.in_file ||
	    (!check->statistics.in_file && !file->failed))
		report_stream_end_file(&check->stream);
	check->silent += file->plan->silent;
	if (!statistics_file(&check->statistics) || !check->options->files_only)
		return;
	output_write(&check->output, file->name, strlen(file->name));
	output_write(&check->output, "\n", 1);
}

static void write_statistics(struct check *check)
{
	struct buffer text;

	buffer_init(&text);
	if (check->options->report_format == REPORT_JSON)
		statistics_json(&check->statistics, &text);
	else
		statistics_text(&check->statistics, &text);
	output_write(&check->output, text.bytes, text.len);
	check->sink.broken |= text.failed;
	buffer_release(&text);
}

/* "23 findings in 1 of 3 files, 20 fixable [*]" */
static void add_sums(struct buffer *line, const struct check *check,
		     size_t files)
{
	const struct statistics *statistics = &check->statistics;

	if (statistics->findings)
		add_count(line, statistics->findings);
	else
		buffer_add_text(line, "no");
	buffer_add_text(line, accepted_wanted(check->options) ? " new" : "");
	buffer_add_text(line, statistics->findings == 1 ? " finding in "
							: " findings in ");
	if (statistics->findings) {
		add_count(line, statistics->files);
		buffer_add_text(line, " of ");
	}
	add_count(line, files);
	buffer_add_text(line, files == 1 ? " file" : " files");
	if (!statistics->findings)
		return;
	buffer_add_text(line, ", ");
	add_count(line, statistics->fixable);
	buffer_add_text(line, " fixable [*]");
	if (!statistics->serious && statistics->notes == statistics->findings)
		buffer_add_text(line, ", all notes");
}

/* "118 in the baseline, 4 of it are gone" */
static void add_known(struct buffer *line, struct check *check)
{
	const size_t gone =
		check->options->baseline ? baseline_gone(&check->baseline) : 0;

	buffer_add_text(line, ", ");
	add_count(line, check->known);
	buffer_add_text(line, " in the baseline");
	if (!gone)
		return;
	buffer_add_text(line, ", ");
	add_count(line, gone);
	buffer_add_text(line, check->options->write_baseline
				      ? " dropped from it"
				      : " of it gone: write it anew");
}

/* The last line of each check, for people. */
static void print_summary(struct check *check, const struct driver *driver)
{
	const struct stats *stats = &check->sink.stats;
	const size_t most = check->options->max_findings;
	struct buffer line;

	if (check->options->quiet || stop_signal || !stats->files ||
	    driver->idle || check->unwritten)
		return;
	buffer_init(&line);
	add_sums(&line, check, stats->files);
	if (most && check->statistics.findings > most) {
		buffer_add_text(&line, ", ");
		add_count(&line, most);
		buffer_add_text(&line, " shown");
	}
	if (accepted_wanted(check->options))
		add_known(&line, check);
	if (stats->unread) {
		buffer_add_text(&line, ", ");
		summary_unread(&line, stats);
	}
	if (driver->passed.count) {
		buffer_add_text(&line, ", ");
		passed_text(&driver->passed, &line);
	}
	if (check->silent) {
		buffer_add_text(&line, ", ");
		add_count(&line, check->silent);
		buffer_add_text(&line, " with all rules off (ignore=all)");
	}
	summary_line(&line);
	buffer_release(&line);
}

/* What could not be read may be in the old one. */
static bool write_baseline(struct check *check, const struct driver *driver)
{
	const char *path = check->options->write_baseline;

	if (!path || (!driver->idle && !check->sink.stats.unread))
		return accepted_write(&check->baseline, check->options);
	complain(path, "not written: not all could be read");
	return false;
}

static bool run_check(struct check *check, const struct options *options,
		      const struct plan *plan)
{
	struct driver driver;
	bool done;

	report_stream_init(&check->stream, format_row(plan->style.format),
			   &check->output);
	setup_driver(&driver, options);
	driver.sink = &check->sink;
	driver.look.no_programs = true;
	report_stream_begin(&check->stream);
	done = run_driver(&driver, options, plan);
	report_stream_end(&check->stream);
	report_stream_release(&check->stream);
	if (options->statistics)
		write_statistics(check);
	if (done && !stop_signal)
		done = write_baseline(check, &driver);
	check->unwritten = options->write_baseline && !done;
	/* A report that was broken off is not one of a run. */
	if (check->sink.broken || (stop_signal && options->output_file))
		output_discard(&check->output);
	else
		done = finish_output(&check->output, name_of(check)) && done;
	print_summary(check, &driver);
	return summarise(&driver, options) && done;
}

/* What findings are rendered as. */
static enum report_format format_of(const struct options *options)
{
	return writes_findings(options)
		       ? (enum report_format)options->report_format
		       : REPORT_NONE;
}

/* Where each edit is: what the edits of a restoration and fixes need. */
static unsigned spots_wanted(const struct options *options)
{
	return options->restore || options->report_format == REPORT_SARIF
		       ? WANT_SPOTS
		       : 0u;
}

static bool has_statistics(int format)
{
	return format == REPORT_CONCISE || format == REPORT_FULL ||
	       format == REPORT_JSON;
}

int command_check(const struct options *options, const struct setup *setup)
{
	struct check check = {
		.sink = { .begin = begin, .chunk = chunk, .end = end },
		.options = options,
	};
	const struct plan plan = {
		.desk = setup->desk,
		.wants = WANT_FINDINGS | spots_wanted(options),
		.style = { format_of(options), use_colour(options) },
		.fail_level = (enum cd_severity)options->fail_level,
		.restorable = !options->restore,
	};
	bool done = false;

	if (options->statistics && !has_statistics(options->report_format)) {
		complain("--statistics", "is text, or with "
					 "--output-format=json JSON");
		return EXIT_TROUBLE;
	}
	/* A new baseline is all that is written. */
	output_init(&check.output);
	if (!options->write_baseline &&
	    !open_output(&check.output, options->output_file))
		return EXIT_TROUBLE;
	if (accepted_read(&check.baseline, options))
		done = run_check(&check, options, &plan);
	else
		output_discard(&check.output);
	baseline_release(&check.baseline);
	if (!done || check.sink.tally.trouble)
		return EXIT_TROUBLE;
	return check.statistics.serious && !options->exit_zero ? EXIT_FOUND
							       : EXIT_CLEAN;
}
