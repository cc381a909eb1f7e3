/* What the completion scripts of all shells are made of. */
#ifndef COPYDESK_CLI_COMPLETION_WORDS_H
#define COPYDESK_CLI_COMPLETION_WORDS_H

#include "cli/table.h"

/* What the value of an option, or an argument of a command, is completed to. */
enum completes {
	COMPLETES_NOTHING,
	COMPLETES_WORDS, /* completion_words() */
	COMPLETES_RULES, /* names, separated by commas */
	COMPLETES_FILES,
	COMPLETES_FOLDERS,
	COMPLETES_COMMANDS,
};

/* Of an option that takes a value. */
enum completes completes_option(const struct option_row *row);
enum completes completes_argument(const struct command_row *row);

/* Whether the option is worth giving again. */
bool completion_repeats(const struct option_row *row);

/* Append the words that the value may be, separated by spaces. */
void completion_words(struct buffer *out, const struct option_row *row);

/* Append the names of the rules and stages, separated by spaces. */
void completion_rules(struct buffer *out);

/* Append the names of the commands, separated by spaces. */
void completion_commands(struct buffer *out);

/* Append the options whose value may be the next word, separated by spaces. */
void completion_valued(struct buffer *out);

/* Append text in single quotes; all three shells read it alike. */
void completion_quote(struct buffer *out, const char *text);

#endif
