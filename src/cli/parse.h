/*
 * The command line.
 *
 * One table, table.c, is read by the parser, by --help and by configuration
 * files, so that they cannot disagree.
 */
#ifndef COPYDESK_CLI_PARSE_H
#define COPYDESK_CLI_PARSE_H

#include "cli/options.h"

/*
 * Read the command line. False: a message is on standard error, and the exit
 * status is 2. options_release() is due either way.
 */
bool options_parse(struct options *options, int argc, char **argv);

#endif
