/* Reading configuration files by the table of options. */
#include "cli/config.h"

#include <string.h>

#include "base/utf8.h"
#include "cli/table.h"

/* A file that lies beside the texts says how to read them, and no more. */
static bool may_be_found(const struct option_row *row)
{
	static const char *const names[] = {
		"select", "extend-select", "ignore",	 "quotes",
		"dashes", "casing",	   "lang",	 "format",
		"field",  "exclude",	   "fail-level", "no-header",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (!strcmp(row->name, names[i]))
			return true;
	}
	return false;
}

/* Cut the white space off both ends, in place. */
static char *trim(char *line)
{
	size_t len;

	line += strspn(line, " \t\r");
	len = strlen(line);
	while (len && strchr(" \t\r", line[len - 1]))
		len--;
	line[len] = '\0';
	return line;
}

static void unknown_line(const char *name, struct buffer *why)
{
	const char *near = option_near(name);

	buffer_printf(why, "unknown option '%s'%s%s%s", name,
		      near ? ": did you mean " : "", near ? near : "",
		      near ? "?" : "");
}

static bool take_setting(struct options *options, const struct option_row *row,
			 char *value, struct buffer *why)
{
	if (!value)
		return option_take(options, row, NULL, why);
	value = trim(value);
	buffer_printf(why, "%s=%s: ", row->name, value);
	return option_take(options, row, value, why);
}

/* Without a comment: "#" at the start or after a space, to the line's end. */
static void cut_comment(char *line)
{
	for (char *at = line; (at = strchr(at, '#')); at++) {
		if (at == line || at[-1] == ' ' || at[-1] == '\t') {
			*at = '\0';
			return;
		}
	}
}

/* "--name=value" or "name=value". */
static bool take_line(struct options *options, char *line,
		      enum config_source source, struct buffer *why)
{
	char *name = line + (strncmp(line, "--", 2) ? 0 : 2);
	char *value = strchr(name, '=');
	const struct option_row *row;

	if (value)
		*value++ = '\0';
	name = trim(name);
	row = option_find(name, strlen(name));
	if (!row)
		unknown_line(name, why);
	else if (row->value && !value)
		buffer_printf(why, "%s needs a value", name);
	else if (!row->value && value)
		buffer_printf(why, "%s takes no value", name);
	else if (source == CONFIG_FOUND && !may_be_found(row))
		buffer_printf(why,
			      "%s is for the command line or --config "
			      "only",
			      name);
	else
		return take_setting(options, row, value, why);
	return false;
}

/* The pattern of a line "[GLOB]", cut out of it; NULL: it is none. */
static char *section_of(char *line)
{
	const size_t len = strlen(line);

	if (len < 3 || *line != '[' || line[len - 1] != ']')
		return NULL;
	line[len - 1] = '\0';
	return line + 1;
}

/* Without a byte order mark. */
static char *skip_mark(char *text)
{
	return text + utf8_mark(text, strnlen(text, 3));
}

/* The line at *text, trimmed and without a comment; *text moves past it. */
static char *next_line(char **text)
{
	char *line = *text, *end = strchr(line, '\n');

	if (end)
		*end = '\0';
	*text = end ? end + 1 : NULL;
	cut_comment(line);
	return trim(line);
}

uint64_t config_sections(char *text, const char *path)
{
	uint64_t sections = 0;
	unsigned number = 0;

	text = skip_mark(text);
	while (text && number < CONFIG_SECTIONS) {
		const char *pattern = section_of(next_line(&text));

		if (!pattern)
			continue;
		sections |= (uint64_t)choice_matches(pattern, path) << number;
		number++;
	}
	return sections;
}

/* Where the lines that are read belong to. */
struct section {
	size_t count; /* that began */
	bool holds;
};

static bool begin_section(const struct config *config, struct section *section,
			  struct buffer *why)
{
	if (config->source != CONFIG_FOUND)
		buffer_add_text(why, "sections are for a .copydesk only");
	else if (section->count == CONFIG_SECTIONS)
		buffer_printf(why, "more than %d sections", CONFIG_SECTIONS);
	else {
		section->holds = config->sections >> section->count++ & 1;
		return true;
	}
	return false;
}

static bool take_in_section(struct options *options, char *line,
			    const struct config *config,
			    struct section *section, struct buffer *why)
{
	if (section_of(line))
		return begin_section(config, section, why);
	if (section->count && !section->holds)
		return true;
	if (section->count && !strncmp(line, "exclude", 7)) {
		buffer_add_text(why, "exclude is for all files: it belongs "
				     "before the sections");
		return false;
	}
	return take_line(options, line, config->source, why);
}

static bool take_lines(struct options *options, const struct config *config,
		       struct buffer *why)
{
	char *text = skip_mark(config->text);
	struct section section = { 0, true };

	for (size_t number = 1; text; number++) {
		char *line = next_line(&text);

		buffer_reset(why);
		buffer_printf(why, "%zu: ", number);
		options->line = number;
		if (*line &&
		    !take_in_section(options, line, config, &section, why))
			return false;
	}
	options->line = 0;
	return true;
}

bool options_derive(struct options *derived, const struct options *options,
		    const struct config *config, struct buffer *why)
{
	options_init(derived);
	derived->command = options->command;
	derived->files = options->files;
	if (!take_lines(derived, config, why))
		return false;
	derived->fields_found = derived->fields.count != 0;
	for (size_t i = 0; i < options->given_count; i++) {
		if (!option_take(derived, options->given[i].row,
				 options->given[i].value, why))
			return false;
	}
	return !derived->rules.failed;
}
