/*
 * copydesk learn PATH...: boilerplate rules for the lines that are in many
 * articles.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch/stats.h"
#include "cli/command.h"
#include "cli/paths.h"
#include "cli/plans.h"

struct lesson {
	struct sink sink;
	struct cd_desk *desk;	    /* cleans what is learned from: owned */
	struct cd_learner *learner; /* owned */
	struct cd_result *result;   /* owned */
	struct record_finder finder;
	struct buffer field;
	bool failed; /* memory ran out */
};

static void learn_text(struct lesson *lesson, const char *text, size_t len)
{
	enum cd_status status =
		cd_run(lesson->desk, text, len, &lesson->result);

	if (status == CD_OK) {
		const struct cd_span clean = cd_text(lesson->result);

		status =
			cd_learner_add(lesson->learner, clean.bytes, clean.len);
	}
	if (status != CD_OK) {
		lesson->failed = true;
		lesson->sink.broken = true;
	}
}

/* The articles of a record; what is none was reported by the worker. */
static void learn_record(struct lesson *lesson, const struct plan *plan,
			 const struct chunk *chunk, const struct piece *piece)
{
	const struct record_form form = {
		.format = chunk->format,
		.fields = plan->fields,
		.columns = &chunk->columns,
	};
	const char *record = chunk->text.bytes + piece->at;
	struct record_finder *finder = &lesson->finder;

	if (!record_find(finder, &form, record, piece->len, piece->element))
		return;
	for (size_t i = 0; i < finder->count && !lesson->failed; i++) {
		const struct record_value *value = &finder->values[i];

		if (value->text == RECORD_NO_TEXT)
			continue;
		buffer_reset(&lesson->field);
		record_decode(value, record, &lesson->field);
		if (lesson->field.failed)
			lesson->failed = true;
		else
			learn_text(lesson, lesson->field.bytes,
				   lesson->field.len);
	}
}

static void chunk(struct sink *sink, struct file *file,
		  const struct chunk *chunk, const struct outcome *outcome)
{
	struct lesson *lesson = (struct lesson *)sink;

	(void)outcome;
	for (size_t i = 0; i < chunk->count && !lesson->failed; i++) {
		const struct piece *piece = &chunk->pieces[i];
		const char *text = chunk->text.bytes + piece->at;

		if (piece->kind == PIECE_ARTICLE)
			learn_text(lesson, text, piece->len);
		else if (piece->kind == PIECE_RECORD)
			learn_record(lesson, file->plan, chunk, piece);
	}
}

/* A desk that selects `rules` and nothing else. */
static struct cd_desk *desk_with(const struct options *options,
				 const char *rules)
{
	const struct cd_options wanted = {
		.quotes = CD_QUOTES_KEEP,
		.lang = options->lang,
		.rules = rules,
		.no_model = true,
	};
	struct cd_desk *desk = NULL;

	if (cd_desk_new(&wanted, &desk) == CD_OK)
		return desk;
	complain("learn",
		 desk ? cd_desk_error(desk) : cd_status_text(CD_NOMEM));
	cd_desk_free(desk);
	return NULL;
}

static bool write_rules(struct lesson *lesson, const struct options *options)
{
	struct output output;
	struct cd_span rules;

	if (cd_learner_rules(lesson->learner, options->min_articles, &rules) !=
	    CD_OK) {
		complain("learn", cd_status_text(CD_NOMEM));
		return false;
	}
	if (!open_output(&output, options->output))
		return false;
	output_write(&output, rules.bytes, rules.len);
	return finish_output(&output, output_name(options->output));
}

/* A plan of the .copydesk of a file, with the desk that only looks. */
struct reading {
	struct plan plan;
	const struct plan *from;
	struct reading *next;
};

struct readings {
	struct plans plans;    /* first: plans_exclude() takes it */
	struct reading *first; /* owned: a list */
};

/*
 * How a file is read is as its .copydesk says. What is clean is not: a line is
 * furniture or none, whatever the rules of its folder.
 */
static const struct plan *choose(void *context, const char *path,
				 struct buffer *why)
{
	struct readings *readings = context;
	const struct plan *from = plans_choose(&readings->plans, path, why);
	struct reading *reading = readings->first;

	if (!from)
		return NULL;
	while (reading && reading->from != from)
		reading = reading->next;
	if (reading)
		return &reading->plan;
	reading = malloc(sizeof(*reading));
	if (!reading) {
		buffer_add_text(why, "out of memory");
		return NULL;
	}
	*reading = (struct reading){ *from, from, readings->first };
	reading->plan.desk = readings->plans.plain.desk;
	readings->first = reading;
	return &reading->plan;
}

static void readings_release(struct readings *readings)
{
	while (readings->first) {
		struct reading *next = readings->first->next;

		free(readings->first);
		readings->first = next;
	}
	plans_release(&readings->plans);
}

static bool learn_all(struct lesson *lesson, const struct cd_desk *idle,
		      const struct options *options)
{
	/* the workers check the records; the learning is done in order */
	const struct plan plain = { .desk = idle };
	struct readings readings = { .first = NULL };
	struct driver driver;
	bool done;

	plans_init(&readings.plans, options, &plain);
	setup_driver(&driver, options);
	driver.choose = choose;
	driver.excludes = plans_exclude;
	driver.context = &readings;
	driver.sink = &lesson->sink;
	done = run_paths(&driver, options) && has_articles(&driver);
	stats_release(&lesson->sink.stats);
	readings_release(&readings);
	if (lesson->failed) {
		complain("learn", cd_status_text(CD_NOMEM));
		return false;
	}
	return done && write_rules(lesson, options);
}

int command_learn(const struct options *options, const struct setup *setup)
{
	struct lesson lesson = {
		.sink = { .chunk = chunk },
	};
	struct cd_desk *idle = desk_with(options, "=encoding/bom");
	bool done = false;

	(void)setup;
	buffer_init(&lesson.field);
	/* what the built-in rules take need not be learned */
	lesson.desk = desk_with(options, "=encoding,=whitespace,=boilerplate");
	if (idle && lesson.desk && cd_learner_new(&lesson.learner) == CD_OK)
		done = learn_all(&lesson, idle, options);
	else if (idle && lesson.desk)
		complain("learn", cd_status_text(CD_NOMEM));
	cd_result_free(lesson.result);
	cd_learner_free(lesson.learner);
	cd_desk_free(lesson.desk);
	cd_desk_free(idle);
	buffer_release(&lesson.field);
	record_finder_release(&lesson.finder);
	return done && !lesson.sink.tally.trouble ? EXIT_CLEAN : EXIT_TROUBLE;
}
