/* Configuration files: options, one a line. */
#ifndef COPYDESK_CLI_CONFIG_H
#define COPYDESK_CLI_CONFIG_H

#include "cli/options.h"

/* A file that was found, not named, may set what is harmless only. */
enum config_source { CONFIG_NAMED, CONFIG_FOUND };

/* A line "[GLOB]" begins options for the files that are like the pattern. */
#define CONFIG_SECTIONS 64

struct config {
	char *text; /* NUL-terminated; it is cut up, and kept as pointers */
	enum config_source source;
	uint64_t sections; /* those that hold, by their number from 0 */
};

/*
 * The options as they are with a configuration before the command line's.
 * False: `why` holds "LINE: what is wrong". options_release() is due either
 * way; paths are none.
 */
bool options_derive(struct options *derived, const struct options *options,
		    const struct config *config, struct buffer *why);

/* The sections of a text, which is cut up, that hold for the file `path`. */
uint64_t config_sections(char *text, const char *path);

#endif
