/*
 * The files that a run writes, whatever they hold. None of them may be one that
 * is read, but for -o of the filter, which replaces an input whole.
 */
#ifndef COPYDESK_CLI_OUTPUTS_H
#define COPYDESK_CLI_OUTPUTS_H

#include "batch/driver.h"
#include "cli/options.h"

/* False: one is an input, or the same as another; it was said. */
bool outputs_are_apart(const struct options *options);

/* Those that are there, for the driver to pass over. */
void outputs_places(struct driver *driver, const struct options *options);

#endif
