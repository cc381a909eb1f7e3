/*
 * The options and their values, as the command line and configuration files
 * give them.
 */
#ifndef COPYDESK_CLI_OPTIONS_H
#define COPYDESK_CLI_OPTIONS_H

#include <copydesk.h>

#include "reader/choice.h"
#include "reader/range.h"
#include "writer/report.h"

enum command {
	COMMAND_FILTER,
	COMMAND_CHECK,
	COMMAND_EXPLAIN,
	COMMAND_FIX,
	COMMAND_DIFF,
	COMMAND_REPORT,
	COMMAND_RULES,
	COMMAND_VERIFY,
	COMMAND_LEARN,
	COMMAND_HELP,
	COMMAND_COUNT
};

/* The shell that completion is for. */
enum completion {
	COMPLETION_NONE,
	COMPLETION_BASH,
	COMPLETION_ZSH,
	COMPLETION_FISH
};

/* More than there are options. */
#define OPTIONS_MAX 80
/* Of set_by: not a file's line, but the command line. */
#define SET_HERE SIZE_MAX

enum colour_mode { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

/*
 * What --config, --model and --boilerplate hold, for all of a command: a pipe
 * can be read only once.
 */
struct named_files {
	struct buffer config, model, boilerplate;
	size_t *rule_ends; /* owned: where each file of `boilerplate` ends */
};

struct options {
	enum command command;
	char **paths; /* owned; the strings are argv's */
	size_t path_count;
	bool help, version;
	/* rules */
	struct buffer rules; /* see cd_options.rules */
	int quotes, casing;  /* enum cd_quotes, enum cd_casing */
	int dashes;	     /* enum cd_dashes */
	const char *lang, *model;
	struct choice_list boilerplate;	 /* files, in order */
	const struct named_files *files; /* borrowed: what these hold */
	bool boilerplate_recall;
	struct buffer min_confidence; /* terms: cd_options.min_confidence */
	/* input */
	int format;	      /* enum format */
	struct fields fields; /* owned */
	bool no_header;	      /* of tables */
	bool fields_found;    /* in a file: the command line's replace them */
	const char *separator, *from_code, *stdin_name;
	size_t max_article;
	struct choice choice;
	const char *files_from;
	const char *root; /* of what --output-dir mirrors */
	bool null, follow;
	struct share share;
	/* output */
	const char *output, *output_dir, *stripped, *stats, *resume;
	const char *output_file; /* of check */
	const char *baseline, *write_baseline;
	size_t max_findings; /* 0: any number */
	bool files_only, statistics, restore;
	int progress; /* enum progress_mode */
	bool quiet;
	int report_format; /* enum report_format */
	int fail_level;	   /* enum cd_severity */
	int colour;	   /* enum colour_mode */
	bool exit_on_fix, exit_zero, fsync, lossy;
	const char *stage; /* a rule or stage that diff shows alone */
	bool word_diff, no_pager;
	const char *group;   /* the member that report sums up by */
	size_t min_articles; /* that a learned line is in */
	size_t jobs;	     /* 0: as many as CPUs may be used */
	const char *config;
	bool no_config, show_settings;
	int completion; /* enum completion */
	/* What set each row of the table: a line of the configuration file. */
	size_t line;		    /* that is being read; 0: none */
	size_t set_by[OPTIONS_MAX]; /* 0: it is as it was */
	struct report_key *ignored; /* owned: single findings */
	size_t ignored_count, ignored_cap;
	/* The options given, in order: options_derive() gives them again. */
	struct given {
		const struct option_row *row;
		const char *value;
	} * given; /* owned */
	size_t given_count;
};

/* The member that report sums up by where nobody names one. */
extern const char options_group[];

struct option_row;

/* Where the fields are from. */
enum fields_source options_fields_source(const struct options *options);

/* The defaults; no paths. options_release() is due. */
void options_init(struct options *options);
void options_release(struct options *options);

#endif
