/* From options to a driver. */
#include "cli/command.h"
#include "cli/cpus.h"
#include "cli/outputs.h"
#include "cli/paths.h"
#include "cli/plans.h"
#include "cli/summary.h"
#include "cli/table.h"

#include <string.h>

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
