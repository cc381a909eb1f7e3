/* Configuration files: options, one a line. */
#ifndef COPYDESK_CLI_CONFIG_H
#define COPYDESK_CLI_CONFIG_H

#include "cli/options.h"

/*
 * The options as they are with a configuration file's text (NUL-terminated; it
 * is cut up, and kept as pointers) before the command line's. `found`: the file
 * was found, not named, and may set what is harmless only. False: `why` holds
 * "LINE: what is wrong". options_release() is due either way; paths are none.
 */
enum config_source { CONFIG_NAMED, CONFIG_FOUND };
bool options_derive(struct options *derived, const struct options *options,
		    char *text, enum config_source source, struct buffer *why);

#endif
