/* What holds for a file, and what said so. */
#include "cli/settings.h"

#include <string.h>
#include <unistd.h>

#include "cli/plans.h"
#include "cli/table.h"
#include "support/quote.h"

/* Where the options for a file are from. */
struct origin {
	const struct options *options;
	const char *config; /* NULL: no file was found */
};

static const void *value_of(const struct options *options,
			    const struct option_row *row)
{
	return (const char *)options + row->offset;
}

static void add_word(struct buffer *out, const struct option_row *row,
		     int value)
{
	for (const struct option_word *word = row->words; word->name; word++) {
		if (word->value == value) {
			buffer_add_text(out, word->name);
			return;
		}
	}
}

/* An item of KIND_LIST ends at a comma: others follow it where it was read. */
static void add_list(struct buffer *out, const struct option_row *row,
		     const struct choice_list *list)
{
	const char *end = row->kind == KIND_LIST ? "," : "";

	for (size_t i = 0; i < list->count; i++) {
		buffer_add_text(out, i ? "," : "");
		buffer_add(out, list->items[i], strcspn(list->items[i], end));
	}
}

static void add_fields(struct buffer *out, const struct fields *fields)
{
	for (size_t i = 0; i < fields->count; i++)
		buffer_printf(out, "%s%s", i ? "," : "", fields->names[i]);
}

/* The terms of one sign: "+quotes,-casing" is "quotes" of "+". */
static void add_rules(struct buffer *out, const struct buffer *terms, char sign)
{
	bool any = false;

	for (size_t at = 0; at < terms->len;) {
		const char *term = terms->bytes + at;
		const char *comma = memchr(term, ',', terms->len - at);
		const size_t len =
			comma ? (size_t)(comma - term) : terms->len - at;

		if (*term == sign) {
			buffer_add_text(out, any ? "," : "");
			buffer_add(out, term + 1, len - 1);
			any = true;
		}
		at += len + 1;
	}
}

static void add_value(struct buffer *out, const struct options *options,
		      const struct option_row *row)
{
	const void *value = value_of(options, row);
	const struct buffer *terms = value;

	switch (row->kind) {
	case KIND_FLAG:
		buffer_add_text(out, *(const bool *)value ? "yes" : "no");
		break;
	case KIND_WORD:
		add_word(out, row, *(const int *)value);
		break;
	case KIND_SIZE:
	case KIND_ARTICLES:
	case KIND_LENGTH:
	case KIND_JOBS:
		buffer_printf(out, "%zu", *(const size_t *)value);
		break;
	case KIND_LIST:
	case KIND_GLOB:
	case KIND_FILES:
		add_list(out, row, value);
		break;
	case KIND_FIELD:
		add_fields(out, &options->fields);
		break;
	case KIND_RULES:
		add_rules(out, &options->rules, (char)row->offset);
		break;
	case KIND_TERMS:
		/* A comma is after each. */
		buffer_add(out, terms->bytes, terms->len ? terms->len - 1 : 0);
		break;
	case KIND_SHARE:
		if (options->share.of)
			buffer_printf(out, "%u/%u",
				      (unsigned)options->share.part,
				      (unsigned)options->share.of);
		break;
	default:
		if (*(const char *const *)value)
			buffer_add_text(out, *(const char *const *)value);
	}
}

static void add_place(struct buffer *out, const char *file, size_t line)
{
	buffer_add_text(out, " # ");
	quote_name(out, file);
	buffer_printf(out, ":%zu\n", line);
}

static void add_setting(struct buffer *out, const struct origin *origin,
			const struct option_row *row)
{
	const size_t from = out->len;
	const size_t set_by = origin->options->set_by[row - option_rows];
	const char *file =
		origin->config ? origin->config : origin->options->config;

	struct buffer value;

	buffer_init(&value);
	buffer_printf(out, "  %s=", row->name);
	add_value(&value, origin->options, row);
	if (buffer_text(&value))
		quote_message(out, value.bytes);
	else
		out->failed = true;
	buffer_release(&value);
	while (!out->failed && out->len < from + 32)
		buffer_add_byte(out, ' ');
	if (set_by == SET_HERE)
		buffer_add_text(out, " # command line\n");
	else if (set_by && file)
		add_place(out, file, set_by);
	else
		buffer_add_text(out, " # default\n");
}

/* What is no setting of a text or of a run. */
static bool is_setting(const struct option_row *row, enum command command)
{
	static const char *const others[] = { "help", "version", "config",
					      "no-config", "show-settings" };

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		if (!strcmp(row->name, others[i]))
			return false;
	}
	return row->commands >> command & 1;
}

static void add_settings(struct buffer *out, const char *path,
			 const struct origin *origin)
{
	const struct options *options = origin->options;

	quote_name(out, path);
	buffer_add_byte(out, '\n');
	for (size_t i = 0; i < option_row_count; i++) {
		if (is_setting(&option_rows[i], options->command))
			add_setting(out, origin, &option_rows[i]);
	}
	for (size_t i = 0; i < options->ignored_count; i++)
		buffer_printf(out, "  ignore=%s:%016llx\n",
			      options->ignored[i].rule->name,
			      (unsigned long long)options->ignored[i].hash);
}

/* Append the settings of a path. False: a message was written. */
static bool show_path(struct buffer *out, struct plans *plans, const char *path)
{
	struct origin origin;
	struct buffer why;

	buffer_init(&why);
	origin.options = plans_options(plans, path, &origin.config, &why);
	if (origin.options)
		add_settings(out, path, &origin);
	else
		complain(path, buffer_text(&why) ? why.bytes : "out of memory");
	buffer_release(&why);
	return origin.options != NULL;
}

int settings_show(const struct options *options, const struct setup *setup)
{
	const struct plan plan = { .desk = setup->desk };
	struct buffer text;
	struct plans plans;
	bool done = options->path_count != 0;

	if (!done)
		complain("--show-settings", "name a file");
	buffer_init(&text);
	plans_init(&plans, options, &plan);
	for (size_t i = 0; i < options->path_count; i++)
		done = show_path(&text, &plans, options->paths[i]) && done;
	plans_release(&plans);
	return print_text(&text) == EXIT_CLEAN && done ? EXIT_CLEAN
						       : EXIT_TROUBLE;
}
