/* --show-settings: what holds for a file, and what said so. */
#ifndef COPYDESK_CLI_SETTINGS_H
#define COPYDESK_CLI_SETTINGS_H

#include "cli/command.h"

/* Print the settings of each path. The exit status. */
int settings_show(const struct options *options, const struct setup *setup);

#endif
