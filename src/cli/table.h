/*
 * The table of options: read by the parser, by --help and by configuration
 * files, so that they cannot disagree.
 */
#ifndef COPYDESK_CLI_TABLE_H
#define COPYDESK_CLI_TABLE_H

#include "cli/options.h"

/* What an option's value is, and so where it goes. */
enum option_kind {
	KIND_FLAG,
	KIND_NAME,    /* a text that is not empty */
	KIND_LANG,    /* a language tag */
	KIND_MARK,    /* one of the names, or a line */
	KIND_CHARSET, /* a name that ICU knows */
	KIND_WORD,    /* one of `words` */
	KIND_SIZE,
	KIND_ARTICLES, /* a number of them */
	KIND_LENGTH,   /* of an article, in bytes */
	KIND_TERMS,    /* terms of all such options, separated by commas */
	KIND_JOBS,
	KIND_FIELD,
	KIND_SHARE, /* K/N */
	KIND_LIST,  /* names, separated by commas */
	KIND_GLOB,  /* one pattern */
	KIND_FILES, /* one of several files */
	KIND_RULE,  /* the name of one, or of a stage */
	KIND_RULES, /* offset: the sign of its terms */
};

/* A value by its name. */
struct option_word {
	const char *name;
	int value;
	unsigned commands; /* that take it, a bit each; 0: all */
};

struct option_row {
	const char *name;
	char letter;	   /* 0: none */
	const char *value; /* as --help shows it; NULL: none */
	enum option_kind kind;
	size_t offset;	   /* in struct options */
	unsigned commands; /* a bit for each enum command */
	const struct option_word *words;
	const char *help;
};

/* In option_row.commands: one of the options that are used most. */
#define OPTIONS_COMMON (1u << COMMAND_COUNT)

extern const struct option_row option_rows[];
extern const size_t option_row_count;

#define OPTION_ROWS_MAX OPTIONS_MAX

/* The option of that name (len bytes), or NULL. */
const struct option_row *option_find(const char *name, size_t len);

/* The name of an option that is like `name`, or NULL; static. */
const char *option_near(const char *name);

/*
 * Take an option's value (NULL for a flag), which is kept as a pointer. False:
 * `why` says what is wrong with it, without the option's name.
 */
bool option_take(struct options *options, const struct option_row *row,
		 const char *value, struct buffer *why);

struct command_row {
	const char *name, *arguments, *help;
	const char *end; /* of its help: what it reads, and how it exits */
};

extern const struct command_row command_rows[COMMAND_COUNT];

/* Whether the command line, and no file, has the option of that long name. */
bool options_given(const struct options *options, const char *name);

#endif
