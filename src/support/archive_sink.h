/*
 * Where libarchive writes to: what archives and compressed streams share.
 */
#ifndef COPYDESK_SUPPORT_ARCHIVE_SINK_H
#define COPYDESK_SUPPORT_ARCHIVE_SINK_H

#include <stdbool.h>
#include <stddef.h>

struct archive;

struct archive_sink {
	/* Takes all, or returns false. */
	bool (*write)(void *context, const char *bytes, size_t len);
	void *context;
	bool dropped; /* what is still to come is not written */
};

/* Let the archive, whose format is set, write to the sink. */
bool archive_sink_open(struct archive_sink *sink, struct archive *archive);

/* Write all of the bytes to the archive. */
bool archive_sink_write(struct archive *archive, const char *bytes, size_t len);

/* Free the archive: what is not whole gets no end. */
void archive_sink_free(struct archive_sink *sink, struct archive *archive);

#endif
