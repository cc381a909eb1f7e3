/* Reading configuration files by the table of options. */
#include "cli/config.h"

#include <string.h>

#include "cli/table.h"

/* A file that lies beside the texts says how to read them, and no more. */
static bool may_be_found(const struct option_row *row)
{
	static const char *const names[] = {
		"select", "extend-select", "ignore", "quotes", "dashes",
		"casing", "lang",	   "format", "field",
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

static bool take_lines(struct options *options, char *text,
		       enum config_source source, struct buffer *why)
{
	static const char mark[] = "\xEF\xBB\xBF";
	size_t number = 1;

	if (!strncmp(text, mark, strlen(mark)))
		text += strlen(mark);
	for (char *line = text; line; number++) {
		char *end = strchr(line, '\n');

		if (end)
			*end = '\0';
		cut_comment(line);
		line = trim(line);
		buffer_reset(why);
		buffer_printf(why, "%zu: ", number);
		if (*line && !take_line(options, line, source, why))
			return false;
		line = end ? end + 1 : NULL;
	}
	return true;
}

bool options_derive(struct options *derived, const struct options *options,
		    char *text, enum config_source source, struct buffer *why)
{
	options_init(derived);
	derived->command = options->command;
	if (!take_lines(derived, text, source, why))
		return false;
	derived->fields_found = derived->fields.count != 0;
	for (size_t i = 0; i < options->given_count; i++) {
		if (!option_take(derived, options->given[i].row,
				 options->given[i].value, why))
			return false;
	}
	return !derived->rules.failed;
}
