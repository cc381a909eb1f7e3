/* The .copydesk of a folder. */
#ifndef COPYDESK_CLI_FIND_CONFIG_H
#define COPYDESK_CLI_FIND_CONFIG_H

#include "base/buffer.h"

/* The folder of a path, as written; free() it. NULL: no memory. */
char *config_folder(const char *path);

/*
 * Why a file that was found is not to be read; NULL: it is. What it holds is
 * quoted in messages, so a link must not lead out of its folder.
 */
const char *config_fault(const char *path);

/*
 * The .copydesk in `folder` or the nearest above it, or NULL; free() it.
 * `within` is then the folder's path below it, with a slash at its end.
 */
char *config_find(const char *folder, struct buffer *within);

#endif
