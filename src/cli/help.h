/* --help. */
#ifndef COPYDESK_CLI_HELP_H
#define COPYDESK_CLI_HELP_H

#include "cli/options.h"

/* --help, for a command or, COMMAND_FILTER, for all. */
void options_help(enum command command, struct buffer *out);

#endif
