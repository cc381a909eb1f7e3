/* copydesk diff [PATH...]: what fix would do. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "cli/command.h"
#include "cli/pager.h"
#include "cli/rule_names.h"
#include "cli/summary.h"
#include "writer/diff.h"
#include "writer/patch_name.h"

/* A line that is longer is separated where its article is. */
#define HELD_MAX ((size_t)64 << 20)

struct diff {
	struct sink sink;
	struct diff_style style;
	struct pager pager;
	struct output output;
	struct buffer text;	     /* of the file's hunks */
	struct buffer old, fresh;    /* chunks up to the next whole line */
	size_t old_line, fresh_line; /* of their first lines */
	bool edited;		     /* a chunk among them was edited */
	bool shown;		     /* the file's header was written */
	bool differs;		     /* the file does */
	bool decoded;		     /* it has other bytes than are shown */
	bool named;		     /* a file was, in this patch */
	bool staged;		     /* a file has rules on that are shown */
	size_t files;		     /* that differ */
	size_t unpatched; /* shown in bytes that the files do not have */
	size_t ups;	  /* folders above this one that names are from: the */
	size_t least_ups; /* most, and the least */
};

/* Whether a rule that may be shown is on for the file, and changes texts. */
static bool is_staged(const struct plan *plan)
{
	for (size_t i = 0; i < cd_rule_count() && i < TALLY_RULES; i++) {
		const struct cd_rule *rule = cd_rule(i);

		if ((!plan->only || plan->only[i]) && rule->kind != CD_NOTE &&
		    cd_desk_selects(plan->desk, rule))
			return true;
	}
	return false;
}

static bool begin(struct sink *sink, struct file *file)
{
	struct diff *diff = (struct diff *)sink;

	diff->staged |= is_staged(file->plan);
	diff->decoded = file->packing != PACKING_NONE || file->member;
	diff->old_line = diff->fresh_line = 1;
	diff->shown = diff->edited = diff->differs = false;
	buffer_reset(&diff->old);
	buffer_reset(&diff->fresh);
	return true;
}

static void fail(struct diff *diff, const char *name, const char *why)
{
	complain(name, why);
	diff->sink.broken = true;
}

/* A file of the patch is named from so many folders above this one. */
static void note_ups(struct diff *diff, size_t ups)
{
	if (ups > diff->ups)
		diff->ups = ups;
	if (!diff->named || ups < diff->least_ups)
		diff->least_ups = ups;
	diff->named = true;
}

/* Compare what was gathered. */
static void flush(struct diff *diff, const struct file *file)
{
	const struct diff_side old = { diff->old.bytes, diff->old.len,
				       diff->old_line };
	const struct diff_side fresh = { diff->fresh.bytes, diff->fresh.len,
					 diff->fresh_line };

	buffer_reset(&diff->text);
	if (diff->old.failed || diff->fresh.failed ||
	    (diff->edited &&
	     !diff_hunks(&diff->text, &diff->style, &old, &fresh)) ||
	    diff->text.failed) {
		fail(diff, file->name, "out of memory");
		return;
	}
	if (diff->text.len && !diff->shown) {
		struct buffer header;

		buffer_init(&header);
		note_ups(diff,
			 diff_header(&header, diff->style.colour, file->name));
		output_write(&diff->output, header.bytes, header.len);
		buffer_release(&header);
		diff->shown = diff->differs = true;
	}
	output_write(&diff->output, diff->text.bytes, diff->text.len);
	diff->old_line += utf8_count_lines(diff->old.bytes, diff->old.len);
	diff->fresh_line +=
		utf8_count_lines(diff->fresh.bytes, diff->fresh.len);
	buffer_reset(&diff->old);
	buffer_reset(&diff->fresh);
	diff->edited = false;
}

static bool ends_line(const struct buffer *text)
{
	return !text->len || text->bytes[text->len - 1] == '\n';
}

static void chunk(struct sink *sink, struct file *file,
		  const struct chunk *chunk, const struct outcome *outcome)
{
	struct diff *diff = (struct diff *)sink;
	const struct buffer *fresh = outcome_text(outcome, chunk);

	if (chunk->decoded)
		diff->differs = diff->decoded = true;
	diff->edited |= outcome->edited;
	buffer_add(&diff->old, chunk->text.bytes, chunk->text.len);
	buffer_add(&diff->fresh, fresh->bytes, fresh->len);
	if ((ends_line(&diff->old) && ends_line(&diff->fresh)) ||
	    diff->old.len > HELD_MAX)
		flush(diff, file);
	if (diff->output.error)
		fail(diff, "standard output", diff->output.error);
}

static void end(struct sink *sink, struct file *file)
{
	struct diff *diff = (struct diff *)sink;

	if (!sink->broken)
		flush(diff, file);
	diff->files += diff->differs;
	diff->unpatched += diff->differs && diff->decoded;
}

/* The rules whose changes are shown; NULL: of all. */
static const bool *shown_rules(const struct options *options,
			       bool rules[TALLY_RULES])
{
	if (!options->stage || !strcmp(options->stage, "all"))
		return NULL;
	for (size_t i = 0; i < cd_rule_count() && i < TALLY_RULES; i++)
		rules[i] = rule_is_named(cd_rule(i), options->stage);
	return rules;
}

/* False: something went wrong, and was said. */
static bool show(struct diff *diff, const struct options *options,
		 const struct setup *setup)
{
	bool rules[TALLY_RULES] = { false };
	const struct plan plan = {
		.desk = setup->desk,
		.wants = WANT_TEXT | summary_wants(options),
		.only = shown_rules(options, rules),
	};
	struct driver driver;
	bool done;

	output_init(&diff->output);
	output_to_fd(&diff->output, STDOUT_FILENO);
	setup_driver(&driver, options);
	if (diff->pager.pid)
		driver.progress.mode = PROGRESS_NEVER;
	driver.sink = &diff->sink;
	driver.look.no_pages = true;
	driver.reader.fill = true;
	done = run_driver(&driver, options, &plan);
	done = summarise(&driver, options) && done;
	if (diff->sink.broken)
		output_discard(&diff->output);
	else
		done = finish_output(&diff->output, "standard output") && done;
	return done;
}

/* What is no patch says so: nobody should find it out by one that fails. */
static void tell_unpatched(const struct diff *diff,
			   const struct options *options)
{
	struct buffer line;

	if (!diff->unpatched || options->quiet || options->word_diff)
		return;
	buffer_init(&line);
	buffer_printf(&line,
		      "copydesk: %zu %s compressed, in an archive or not in "
		      "UTF-8: the diff shows the text, and is no patch\n",
		      diff->unpatched,
		      diff->unpatched == 1 ? "file is" : "files are");
	complain_lines(&line);
	buffer_release(&line);
}

/* Where the patch is to be applied, if that is not here. */
static void tell_place(const struct diff *diff, const struct options *options)
{
	struct buffer line;

	if (!diff->ups || options->quiet || options->word_diff)
		return;
	buffer_init(&line);
	if (diff->ups != diff->least_ups) {
		buffer_add_text(&line,
				"copydesk: files lie above this folder at "
				"several heights: the diff is no patch for "
				"one place\n");
	} else if (diff->ups == PATCH_FROM_ROOT) {
		buffer_add_text(&line, "copydesk: the patch applies in /\n");
	} else {
		buffer_add_text(&line, "copydesk: the patch applies in ..");
		for (size_t i = 1; i < diff->ups; i++)
			buffer_add_text(&line, "/..");
		buffer_add_byte(&line, '\n');
	}
	complain_lines(&line);
	buffer_release(&line);
}

/* That there is no difference would say that the texts are clean. */
static bool complain_stage(const struct options *options)
{
	const struct cd_rule *rule = cd_rule_find(options->stage);

	complain(options->stage,
		 rule && rule->kind == CD_NOTE
			 ? "only reports: --stage shows what changes texts"
			 : "no such rule is on: see --extend-select");
	return false;
}

int command_diff(const struct options *options, const struct setup *setup)
{
	struct diff diff = {
		.sink = { .begin = begin, .chunk = chunk, .end = end },
		.style = { use_colour(options),
			   options->word_diff ? MATCH_WORDS : MATCH_LINES },
	};
	bool done;

	if (!options->no_pager)
		pager_start(&diff.pager);
	done = show(&diff, options, setup);
	pager_finish(&diff.pager);
	if (done && options->stage && diff.sink.stats.files && !diff.staged)
		done = complain_stage(options);
	if (!diff.sink.broken) {
		tell_unpatched(&diff, options);
		tell_place(&diff, options);
	}
	buffer_release(&diff.text);
	buffer_release(&diff.old);
	buffer_release(&diff.fresh);
	if (!done || diff.sink.tally.trouble)
		return EXIT_TROUBLE;
	return diff.files ? EXIT_FOUND : EXIT_CLEAN;
}
