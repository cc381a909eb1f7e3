/*
 * Completion scripts for shells, written from the tables of options, commands
 * and rules: `copydesk help --completion=SHELL` prints them.
 */
#ifndef COPYDESK_CLI_COMPLETION_H
#define COPYDESK_CLI_COMPLETION_H

#include "cli/table.h"

/* Append the script. */
void completion_write(struct buffer *out, enum completion shell);

/* The same of each shell. */
void completion_bash(struct buffer *out);
void completion_zsh(struct buffer *out);
void completion_fish(struct buffer *out);

#endif
