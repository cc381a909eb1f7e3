#include "support/archive_sink.h"

#include <archive.h>

static la_ssize_t take_block(struct archive *archive, void *data,
			     const void *block, size_t len)
{
	struct archive_sink *sink = data;

	(void)archive;
	if (sink->dropped)
		return (la_ssize_t)len;
	return sink->write(sink->context, block, len) ? (la_ssize_t)len : -1;
}

bool archive_sink_open(struct archive_sink *sink, struct archive *archive)
{
	return archive_write_open(archive, sink, NULL, take_block, NULL) ==
	       ARCHIVE_OK;
}

bool archive_sink_write(struct archive *archive, const char *bytes, size_t len)
{
	while (len) {
		const la_ssize_t done = archive_write_data(archive, bytes, len);

		if (done <= 0)
			return false;
		bytes += done;
		len -= (size_t)done;
	}
	return true;
}

void archive_sink_free(struct archive_sink *sink, struct archive *archive)
{
	sink->dropped = true;
	archive_write_free(archive);
}
