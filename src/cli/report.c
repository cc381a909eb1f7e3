/* copydesk report [PATH...]: a page about a corpus. */
#include <unistd.h>

#include "cli/command.h"
#include "cli/paths.h"
#include "cli/summary.h"
#include "report/page.h"

struct report {
	struct sink sink;
	struct corpus corpus;
	bool failed; /* memory ran out */
};

static void chunk(struct sink *sink, struct file *file,
		  const struct chunk *chunk, const struct outcome *outcome)
{
	struct report *report = (struct report *)sink;

	(void)chunk;
	if (corpus_add(&report->corpus, file, &outcome->notes))
		return;
	report->failed = true;
	sink->broken = true;
}

/* "corpus/ and 2 more". */
static void add_title(struct buffer *out, const struct options *options)
{
	const char *first =
		options->path_count ? options->paths[0] : options->files_from;

	if (!first)
		first = isatty(STDIN_FILENO) ? "." : "standard input";
	buffer_add_text(out, first);
	if (options->path_count > 1)
		buffer_printf(out, " and %zu more", options->path_count - 1);
}

static bool write_page(struct report *report, const struct options *options,
		       const struct setup *setup)
{
	struct page page = {
		.corpus = &report->corpus,
		.version = cd_desk_version(setup->desk),
		.group = options->group,
		.min_articles = options->min_articles,
		.stats = &report->sink.stats,
		.trouble = report->sink.tally.trouble,
	};
	struct output output;
	struct buffer title, text;
	bool done = false;

	buffer_init(&title);
	buffer_init(&text);
	add_title(&title, options);
	page.title = buffer_text(&title);
	if (page.title)
		page_write(&page, &text);
	if (!page.title || text.failed) {
		complain("report", cd_status_text(CD_NOMEM));
	} else if (open_output(&output, options->output)) {
		output_write(&output, text.bytes, text.len);
		done = finish_output(&output, output_name(options->output));
	}
	buffer_release(&title);
	buffer_release(&text);
	return done;
}

/* Nobody should look for sums on the page that cannot be there. */
static bool check_groups(const struct report *report,
			 const struct options *options)
{
	if (options->group == options_group || report->corpus.sources.count)
		return true;
	complain(options->group, "no JSON record has a string or a number "
				 "there: see --by");
	return false;
}

static bool collect(struct report *report, const struct options *options,
		    const struct setup *setup)
{
	struct note_taker taker;
	const struct plan plan = {
		.desk = setup->desk,
		.wants = WANT_COUNTS,
		.inspector = &taker.inspector,
	};
	struct driver driver;
	const char *why;
	bool done;

	if (!note_taker_init(&taker, options->group, &why)) {
		complain("--by", why);
		note_taker_release(&taker);
		return false;
	}
	setup_driver(&driver, options);
	driver.sink = &report->sink;
	done = run_driver(&driver, options, &plan);
	if (report->failed)
		complain("report", cd_status_text(CD_NOMEM));
	else if (done && report->sink.stats.files &&
		 (report->sink.tally.records || has_articles(&driver)))
		done = write_page(report, options, setup) &&
		       check_groups(report, options);
	note_taker_release(&taker);
	return summarise(&driver, options) && done;
}

int command_report(const struct options *options, const struct setup *setup)
{
	struct report report = { .sink = { .chunk = chunk } };
	bool done;

	if (!options->output && isatty(STDOUT_FILENO)) {
		complain("report", "name the page: -o report.html");
		return EXIT_TROUBLE;
	}
	done = corpus_init(&report.corpus);
	if (done)
		done = collect(&report, options, setup);
	else
		complain("report", cd_status_text(CD_NOMEM));
	corpus_release(&report.corpus);
	return done && !report.sink.tally.trouble ? EXIT_CLEAN : EXIT_TROUBLE;
}
