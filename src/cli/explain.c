/* copydesk explain [PATH...]: each edit of an article, and why. */
#include <unistd.h>

#include "cli/command.h"
#include "cli/summary.h"

struct explain {
	struct sink sink;
	struct output output;
	enum report_format format;
	bool begun; /* something was written */
};

static void chunk(struct sink *sink, struct file *file,
		  const struct chunk *chunk, const struct outcome *outcome)
{
	struct explain *explain = (struct explain *)sink;
	const struct buffer *notes = &outcome->notes;
	/* A comma is before each object: not before the first. */
	const size_t from =
		notes->len && !explain->begun && explain->format == REPORT_JSON;

	(void)file;
	(void)chunk;
	explain->begun |= notes->len != 0;
	output_write(&explain->output, notes->bytes + from, notes->len - from);
	if (!explain->output.error)
		return;
	complain("standard output", explain->output.error);
	sink->broken = true;
}

/* The rules that took part, each with its reason, once. */
static void add_reasons(struct buffer *out, const struct tally *tally)
{
	bool any = false;

	for (size_t i = 0; i < cd_rule_count() && i < TALLY_RULES; i++) {
		const struct cd_rule *rule = cd_rule(i);

		if (!tally->rules[i])
			continue;
		buffer_add_text(out, any ? "" : "\n");
		any = true;
		buffer_printf(out, "%s: %s.\n    %s\n", rule->name,
			      rule->summary, rule->reason);
	}
}

static void frame(struct explain *explain, bool last)
{
	struct buffer text;

	buffer_init(&text);
	if (explain->format != REPORT_JSON && last)
		add_reasons(&text, &explain->sink.tally);
	else if (explain->format == REPORT_JSON)
		buffer_add_text(&text, !last		? "["
				       : explain->begun ? "\n]\n"
							: "]\n");
	output_write(&explain->output, text.bytes, text.len);
	if (text.failed)
		explain->output.error = "out of memory";
	buffer_release(&text);
}

int command_explain(const struct options *options, const struct setup *setup)
{
	struct explain explain = {
		.sink = { .chunk = chunk },
		.format = (enum report_format)options->report_format,
	};
	const struct plan plan = {
		.desk = setup->desk,
		.wants = WANT_FINDINGS | WANT_SPOTS | WANT_EXPLANATION,
		.style = { explain.format, use_colour(options) },
	};
	struct driver driver;
	bool done;

	output_init(&explain.output);
	output_to_fd(&explain.output, STDOUT_FILENO);
	setup_driver(&driver, options);
	driver.sink = &explain.sink;
	frame(&explain, false);
	done = run_driver(&driver, options, &plan);
	done = summarise(&driver, options) && done;
	frame(&explain, true);
	if (explain.sink.broken)
		output_discard(&explain.output);
	else
		done = finish_output(&explain.output, "standard output") &&
		       done;
	return done && !explain.sink.tally.trouble ? EXIT_CLEAN : EXIT_TROUBLE;
}
