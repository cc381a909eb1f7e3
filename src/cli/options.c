/* The options' defaults. */
#include "cli/options.h"

#include <stdlib.h>
#include <string.h>

const char options_group[] = "source";

void options_init(struct options *options)
{
	static const struct named_files none;

	memset(options, 0, sizeof(*options));
	buffer_init(&options->rules);
	buffer_init(&options->min_confidence);
	options->stdin_name = NULL;
	options->max_article = (size_t)1 << 20;
	options->files = &none;
	options->group = options_group;
	options->min_articles = 10;
	options->fail_level = CD_SEVERITY_WARNING;
}

void options_release(struct options *options)
{
	free(options->paths);
	free(options->given);
	free(options->ignored);
	buffer_release(&options->rules);
	buffer_release(&options->min_confidence);
	fields_release(&options->fields);
}

enum fields_source options_fields_source(const struct options *options)
{
	if (!options->fields.count)
		return FIELDS_USUAL;
	return options->fields_found ? FIELDS_OF_FILE : FIELDS_ASKED;
}
