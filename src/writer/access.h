/* Who may read and write a file, kept when it is replaced. */
#ifndef COPYDESK_WRITER_ACCESS_H
#define COPYDESK_WRITER_ACCESS_H

#include <stdbool.h>
#include <sys/stat.h>

/*
 * Give the new file `fd` the owner, mode, access control list and extended
 * attributes of the file at `path`, which `old` describes; what cannot be kept
 * is narrowed, never widened. A file that is not there yet has st_ino 0 and
 * lends its mode only. False: see errno.
 */
bool keep_access(int fd, const char *path, const struct stat *old);

#endif
