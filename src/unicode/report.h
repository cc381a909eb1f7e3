/*
 * What an article's bytes were read as, and which of them could not be read.
 */
#ifndef COPYDESK_UNICODE_REPORT_H
#define COPYDESK_UNICODE_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "unicode/detect.h"

struct charset_report {
	char name[CHARSET_NAME_MAX]; /* what the article was read as */
	int confidence;		     /* in that, percent */
	uint32_t *bad;		     /* owned: where in the decoded text each */
	size_t bad_count, bad_cap;   /* U+FFFD for invalid bytes stands */
};

void charset_report_init(struct charset_report *report);
void charset_report_release(struct charset_report *report);

/* Append U+FFFD for invalid bytes, and note where. False: memory ran out. */
bool charset_report_bad(struct charset_report *report, struct buffer *out);

#endif
