/* From options to a desk. */
#include "base/utf8.h"
#include "cli/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The option that the library's message is about. */
static const char *option_of(const char *why)
{
	static const char *const options[][2] = {
		{ "no such language:", "--lang" },
		{ "no confidence", "--min-confidence" },
		{ "no such rule", "--select" },
	};

	for (size_t i = 0; i < sizeof(options) / sizeof(options[0]); i++) {
		if (!strncmp(why, options[i][0], strlen(options[i][0])))
			return options[i][1];
	}
	return "options";
}

/* "LINE: what", where the line is one of all files' rules: in which it is. */
static void complain_rules(const struct options *options, const char *why)
{
	const struct choice_list *files = &options->boilerplate;
	const struct named_files *read = options->files;
	const char *rules = read->boilerplate.bytes;
	size_t line, lines, from = 0, i = 0;
	char *what;

	line = strtoul(why, &what, 10);
	for (; i + 1 < files->count; i++) {
		lines = utf8_count_lines(rules + from,
					 read->rule_ends[i] - from);
		if (line <= lines)
			break;
		line -= lines;
		from = read->rule_ends[i];
	}
	fprintf(stderr, "copydesk: %s:%zu%s\n", files->items[i], line, what);
}

/* Why there is no desk, with the name of the file that is to blame. */
static void complain_desk(const struct setup *setup,
			  const struct options *options, enum cd_status status)
{
	static const char rules[] = "boilerplate rules:";
	const char *why = setup->desk ? cd_desk_error(setup->desk)
				      : cd_status_text(status);

	if (options->boilerplate.count && !strncmp(why, rules, strlen(rules)))
		complain_rules(options, why + strlen(rules));
	else if (status == CD_DATA && options->model)
		complain(options->model, why);
	else
		fprintf(stderr, "copydesk: %s: %s%s\n", option_of(why), why,
			strncmp(why, "no such language", 16) || strchr(why, '?')
				? ""
				: " ('copydesk help languages' lists them)");
}

/* Terms of options as one text; NULL: there are none. */
static const char *copy_terms(struct buffer *copy, const struct buffer *terms)
{
	buffer_init(copy);
	buffer_add(copy, terms->bytes, terms->len);
	return terms->len ? buffer_text(copy) : NULL;
}

bool setup_desk(struct setup *setup, const struct options *options)
{
	const struct named_files *files = options->files;
	struct buffer rules, confidence;
	struct cd_options wanted = {
		.quotes = (enum cd_quotes)options->quotes,
		.casing = (enum cd_casing)options->casing,
		.dashes = (enum cd_dashes)options->dashes,
		.lang = options->lang,
		.model = files->model.bytes,
		.model_len = files->model.len,
		.boilerplate = files->boilerplate.bytes,
		.boilerplate_len = files->boilerplate.len,
		.boilerplate_recall = options->boilerplate_recall,
		.no_model = options->command == COMMAND_CHECK &&
			    !options->version && !options->restore,
	};
	enum cd_status status;

	memset(setup, 0, sizeof(*setup));
	wanted.rules = copy_terms(&rules, &options->rules);
	wanted.min_confidence =
		copy_terms(&confidence, &options->min_confidence);
	status = cd_desk_new(&wanted, &setup->desk);
	buffer_release(&rules);
	buffer_release(&confidence);
	if (status == CD_OK)
		return true;
	complain_desk(setup, options, status);
	return false;
}

void setup_release(struct setup *setup)
{
	cd_desk_free(setup->desk);
}
