/*
 * The command line: commands, options and their values.
 *
 * One table, table.c, is read by the parser, by --help and by configuration
 * files, so that they cannot disagree.
 */
#ifndef COPYDESK_CLI_OPTIONS_H
#define COPYDESK_CLI_OPTIONS_H

#include <copydesk.h>

#include "reader/reader.h"
#include "writer/report.h"

enum command {
	COMMAND_FILTER,
	COMMAND_CHECK,
	COMMAND_FIX,
	COMMAND_DIFF,
	COMMAND_RULES,
	COMMAND_VERIFY,
	COMMAND_LEARN,
	COMMAND_COUNT
};

enum colour_mode { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

struct options {
	enum command command;
	char **paths; /* owned; the strings are argv's */
	size_t path_count;
	bool help, version;
	/* rules */
	struct buffer rules; /* see cd_options.rules */
	int quotes, casing;  /* enum cd_quotes, enum cd_casing */
	const char *lang, *model, *boilerplate;
	size_t min_confidence;
	/* input */
	int format; /* enum format */
	const char *field, *separator, *from_code, *stdin_name;
	size_t max_article;
	/* output */
	const char *output, *output_dir, *stripped;
	int report_format; /* enum report_format */
	int fail_level;	   /* enum cd_severity */
	int colour;	   /* enum colour_mode */
	bool exit_on_fix, fsync, lossy;
	size_t min_articles; /* that a learned line stands in */
	size_t jobs;	     /* 0: as many as CPUs may be used */
	const char *config;
	bool no_config;
	/* The options given, in order: options_derive() gives them again. */
	struct given {
		const struct option_row *row;
		const char *value;
	} * given; /* owned */
	size_t given_count;
};

struct option_row;

/*
 * Read the command line. False: a message is on standard error, and the exit
 * status is 2. options_release() is due either way.
 */
bool options_parse(struct options *options, int argc, char **argv);
void options_release(struct options *options);

/*
 * The options as they are with a configuration file's text (NUL-terminated; it
 * is cut up, and kept as pointers) before the command line's. `found`: the file
 * was found, not named, and may set what is harmless only. False: `why` holds
 * "LINE: what is wrong". options_release() is due either way; paths are none.
 */
enum config_source { CONFIG_NAMED, CONFIG_FOUND };
bool options_derive(struct options *derived, const struct options *options,
		    char *text, enum config_source source, struct buffer *why);

/* --help, for a command or, COMMAND_FILTER, for all. */
void options_help(enum command command, struct buffer *out);

#endif
