/* Writing compressed streams. */
#include "support/packing.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include "support/archive_sink.h"

static int (*const filters[])(struct archive *archive) = {
	[PACKING_GZIP] = archive_write_add_filter_gzip,
	[PACKING_ZSTD] = archive_write_add_filter_zstd,
	[PACKING_XZ] = archive_write_add_filter_xz,
	[PACKING_BZIP2] = archive_write_add_filter_bzip2,
	[PACKING_LZ4] = archive_write_add_filter_lz4,
};

struct packer {
	struct archive *archive;
	struct archive_sink sink;
	enum packing packing;
	bool begun; /* has had a byte */
};

static bool set_up(struct packer *packer, enum packing packing)
{
	struct archive *archive = packer->archive;
	struct archive_entry *entry = archive_entry_new();
	bool done;

	if (!archive || !entry)
		return false;
	archive_entry_set_filetype(entry, AE_IFREG);
	done = archive_write_set_format_raw(archive) == ARCHIVE_OK &&
	       filters[packing](archive) == ARCHIVE_OK &&
	       archive_write_set_bytes_in_last_block(archive, 1) ==
		       ARCHIVE_OK &&
	       (packing != PACKING_GZIP ||
		archive_write_set_filter_option(archive, "gzip", "timestamp",
						NULL) == ARCHIVE_OK) &&
	       archive_sink_open(&packer->sink, archive) &&
	       archive_write_header(archive, entry) == ARCHIVE_OK;
	archive_entry_free(entry);
	return done;
}

struct packer *packer_new(enum packing packing,
			  bool (*write)(void *context, const char *bytes,
					size_t len),
			  void *context)
{
	struct packer *packer = calloc(1, sizeof(*packer));

	if (!packer)
		return NULL;
	packer->sink = (struct archive_sink){ write, context, false };
	packer->packing = packing;
	packer->archive = archive_write_new();
	if (set_up(packer, packing))
		return packer;
	packer_free(packer);
	return NULL;
}

/* libarchive's LZ4 ends well only after a byte (3.6.2). */
static bool may_end(const struct packer *packer)
{
	return packer->begun || packer->packing != PACKING_LZ4;
}

void packer_free(struct packer *packer)
{
	if (!packer)
		return;
	packer->sink.dropped = true;
	if (!may_end(packer))
		archive_sink_write(packer->archive, "", 1);
	archive_sink_free(&packer->sink, packer->archive);
	free(packer);
}

bool packer_write(struct packer *packer, const char *bytes, size_t len)
{
	packer->begun |= len > 0;
	return archive_sink_write(packer->archive, bytes, len);
}

bool packer_end(struct packer *packer)
{
	/* A frame without a block: its header, an end mark, a checksum. */
	static const char empty[] = "\x04\x22\x4D\x18\x64\x40\xA7\0\0\0\0"
				    "\x05\x5D\xCC\x02";

	if (!may_end(packer))
		return packer->sink.write(packer->sink.context, empty,
					  sizeof(empty) - 1);
	return archive_write_close(packer->archive) == ARCHIVE_OK;
}
