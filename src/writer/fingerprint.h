/*
 * What tells a finding from run to run, wherever its line has moved: path, rule
 * and the text of its line, and which of several of these it is.
 */
#ifndef COPYDESK_WRITER_FINGERPRINT_H
#define COPYDESK_WRITER_FINGERPRINT_H

#include "writer/report.h"

/* Where the stream writes the number: no text of JSON holds this byte. */
#define FINGERPRINT_NUMBER '\x01'

/* Append 16 hexadecimal digits and, after `mark`, the number's place. */
void fingerprint_add(struct buffer *out, char mark,
		     const struct report_place *place,
		     const struct cd_finding *finding);

/* The path without "./" before it: what a repository calls the file. */
const char *plain_path(const char *path);

#endif
