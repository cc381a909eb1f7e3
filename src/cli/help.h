/* --help, and the command help. */
#ifndef COPYDESK_CLI_HELP_H
#define COPYDESK_CLI_HELP_H

#include "cli/options.h"

/*
 * The help of a command or, COMMAND_FILTER, of all with the options that are
 * used most, to standard output. The program's exit status.
 */
int help_show(enum command command);

#endif
