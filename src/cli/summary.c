/* Summing up. */
#include "cli/summary.h"

#include <stdio.h>

#include "cli/command.h"
#include "support/count.h"
#include "support/signals.h"

/* Whether files are written that nobody watches: a line says what was done. */
static bool has_line(const struct options *options)
{
	return !options->quiet &&
	       (options->command == COMMAND_FIX || options->output_dir);
}

unsigned summary_wants(const struct options *options)
{
	return has_line(options) || options->stats ? WANT_COUNTS : 0u;
}

static void add_files(struct buffer *line, size_t count, const char *what)
{
	if (!count)
		return;
	add_count(line, count);
	buffer_add_text(line, what);
}

bool summary_unread(struct buffer *line, const struct stats *stats)
{
	const size_t unread = stats->unread - stats->cut;

	add_files(line, unread, " not read");
	if (unread && stats->cut)
		buffer_add_text(line, ", ");
	add_files(line, stats->cut, " cut off");
	return stats->unread;
}

/* "4,812 of 5,000 articles changed, 3 not read, 21,004 findings". */
static void print_line(const struct driver *driver,
		       const struct options *options)
{
	const struct stats *stats = &driver->sink->stats;
	const struct tally *tally = &stats->tally;
	struct buffer line;

	buffer_init(&line);
	buffer_add_text(&line, "copydesk: ");
	add_count(&line, tally_changed(tally));
	buffer_add_text(&line, " of ");
	add_count(&line, tally->articles);
	buffer_add_text(&line, tally->articles == 1 ? " article changed, "
						    : " articles changed, ");
	if (summary_unread(&line, stats))
		buffer_add_text(&line, ", ");
	add_files(&line, stats->unwritten,
		  options->output_dir	  ? " not written, "
		  : stats->unwritten == 1 ? " file left as it was, "
					  : " files left as they were, ");
	add_files(&line, driver->done_before, " done before, ");
	if (driver->passed.count)
		passed_text(&driver->passed, &line);
	buffer_add_text(&line, driver->passed.count ? ", " : "");
	add_count(&line, tally->findings);
	buffer_add_text(&line,
			tally->findings == 1 ? " finding\n" : " findings\n");
	complain_lines(&line);
	buffer_release(&line);
}

void summary_line(const struct buffer *line)
{
	if (line->len)
		fprintf(stderr, "copydesk: %.*s\n", (int)line->len,
			line->bytes);
}

static bool write_stats(const struct options *options,
			const struct stats *stats)
{
	struct output output;
	struct buffer text;
	bool done = false;

	buffer_init(&text);
	stats_json(stats, &text);
	if (text.failed) {
		complain(options->stats, "out of memory");
	} else if (open_output(&output, options->stats)) {
		output_write(&output, text.bytes, text.len);
		done = finish_output(&output, output_name(options->stats));
	}
	buffer_release(&text);
	return done;
}

bool summarise(struct driver *driver, const struct options *options)
{
	struct stats *stats = &driver->sink->stats;
	bool done = true;

	stats->passed = driver->passed.count;
	stats->seconds = progress_seconds(&driver->progress);
	if (options->stats && !stop_signal && !driver->clash)
		done = write_stats(options, stats);
	if (has_line(options) && !stop_signal &&
	    (stats->files || driver->done_before))
		print_line(driver, options);
	stats_release(stats);
	return done;
}
