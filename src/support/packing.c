/* Compressed streams. */
#include "support/packing.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "support/archive_sink.h"

static const struct {
	enum packing packing;
	const char *magic, *empty; /* empty: of one that holds nothing */
	size_t len;
	const char *ending, *alias; /* the alias is a tar archive's */
	const char *cut;
	int (*read)(struct archive *archive);
	int (*write)(struct archive *archive);
} kinds[] = {
	{ PACKING_GZIP, "\x1F\x8B", NULL, 2, ".gz", ".tgz",
	  "truncated gzip input", archive_read_support_filter_gzip,
	  archive_write_add_filter_gzip },
	{ PACKING_ZSTD, "\x28\xB5\x2F\xFD", NULL, 4, ".zst", ".tzst",
	  "truncated zstd input", archive_read_support_filter_zstd,
	  archive_write_add_filter_zstd },
	{ PACKING_XZ, "\xFD\x37zX", NULL, 4, ".xz", ".txz",
	  "truncated xz input", archive_read_support_filter_xz,
	  archive_write_add_filter_xz },
	{ PACKING_BZIP2, "BZh91AY&SY", "BZh9\x17\x72\x45\x38\x50\x90", 10,
	  ".bz2", ".tbz2", "truncated bzip2 input",
	  archive_read_support_filter_bzip2, archive_write_add_filter_bzip2 },
	{ PACKING_LZ4, "\x04\x22\x4D\x18", NULL, 4, ".lz4", ".tlz4",
	  "truncated lz4 input", archive_read_support_filter_lz4,
	  archive_write_add_filter_lz4 },
};

#define KINDS (sizeof(kinds) / sizeof(kinds[0]))

/* A "9" in the magic is any level from 1 on. */
static bool same_magic(const char *bytes, size_t len, const char *magic)
{
	for (size_t i = 0; i < len; i++) {
		if (magic[i] == '9' ? bytes[i] < '1' || bytes[i] > '9'
				    : bytes[i] != magic[i])
			return false;
	}
	return true;
}

/* Whether the bytes, as far as they go, are such a stream's first. */
static bool may_be(size_t kind, const char *bytes, size_t len)
{
	const size_t size = kinds[kind].len < len ? kinds[kind].len : len;

	return same_magic(bytes, size, kinds[kind].magic) ||
	       (kinds[kind].empty &&
		same_magic(bytes, size, kinds[kind].empty));
}

enum packing packing_of_bytes(const char *bytes, size_t len)
{
	for (size_t i = 0; i < KINDS; i++) {
		if (len >= kinds[i].len && may_be(i, bytes, len))
			return kinds[i].packing;
	}
	return PACKING_NONE;
}

/* A frame that is passed over has any of sixteen of these, and its length. */
#define SKIPPED "*M\x18"
#define SKIPPED_HEAD 8

static bool is_skipped(const char *bytes, size_t len)
{
	const size_t magic = len < 4 ? len : 4;

	return !magic || ((bytes[0] & 0xF0) == 0x50 &&
			  !memcmp(bytes + 1, SKIPPED, magic - 1));
}

bool packing_skips(const char *bytes, size_t len)
{
	return len >= 4 && is_skipped(bytes, len);
}

size_t packing_skip(const char *bytes, size_t len)
{
	size_t at = 0;

	while (len - at >= SKIPPED_HEAD && is_skipped(bytes + at, len - at)) {
		size_t size = 0;

		for (size_t i = SKIPPED_HEAD; i-- > 4;)
			size = size << 8 | (unsigned char)bytes[at + i];
		if (size > len - at - SKIPPED_HEAD)
			return 0;
		at += SKIPPED_HEAD + size;
	}
	return at;
}

bool packing_may_be(const char *bytes, size_t len)
{
	if (is_skipped(bytes, len))
		return true;
	for (size_t i = 0; i < KINDS; i++) {
		if (may_be(i, bytes, len))
			return true;
	}
	return false;
}

const char *packing_cut(const char *name, const char *bytes, size_t len)
{
	size_t stem;
	const enum packing packing = packing_of_name(name, &stem);

	if (packing == PACKING_NONE || len >= kinds[packing - 1].len ||
	    !may_be(packing - 1, bytes, len))
		return NULL;
	return kinds[packing - 1].cut;
}

static bool cut_ending(const char *name, const char *ending, size_t *len)
{
	const size_t size = strlen(ending);

	if (*len <= size || strcasecmp(name + *len - size, ending))
		return false;
	*len -= size;
	return true;
}

enum packing packing_of_name(const char *name, size_t *len)
{
	*len = strlen(name);
	for (size_t i = 0; i < KINDS; i++) {
		if (cut_ending(name, kinds[i].ending, len) ||
		    cut_ending(name, kinds[i].alias, len))
			return kinds[i].packing;
	}
	return PACKING_NONE;
}

struct unpacker {
	struct archive *archive;
	ssize_t (*read)(void *context, char *to, size_t len);
	void *context;
	enum packing packing;
	bool begun, ended;
	const char *error; /* static; NULL: see libarchive's */
	uint64_t given;	   /* bytes, to libarchive */
	size_t last;	   /* of them in the block */
	char block[65536];
};

static la_ssize_t give_block(struct archive *archive, void *data,
			     const void **block)
{
	struct unpacker *unpacker = data;
	const ssize_t got = unpacker->read(unpacker->context, unpacker->block,
					   sizeof(unpacker->block));

	*block = unpacker->block;
	/* At the end the block holds what it held. */
	if (got > 0) {
		unpacker->last = (size_t)got;
		unpacker->given += (uint64_t)got;
	}
	if (got < 0)
		archive_set_error(archive, errno, "%s", strerror(errno));
	return got;
}

struct unpacker *unpacker_new(enum packing packing,
			      ssize_t (*read)(void *context, char *to,
					      size_t len),
			      void *context)
{
	struct unpacker *unpacker = calloc(1, sizeof(*unpacker));

	if (!unpacker)
		return NULL;
	unpacker->packing = packing;
	unpacker->read = read;
	unpacker->context = context;
	unpacker->archive = archive_read_new();
	if (!unpacker->archive ||
	    kinds[packing - 1].read(unpacker->archive) != ARCHIVE_OK ||
	    archive_read_support_format_raw(unpacker->archive) != ARCHIVE_OK ||
	    archive_read_support_format_empty(unpacker->archive) !=
		    ARCHIVE_OK) {
		unpacker_free(unpacker);
		return NULL;
	}
	return unpacker;
}

void unpacker_free(struct unpacker *unpacker)
{
	if (!unpacker)
		return;
	archive_read_free(unpacker->archive);
	free(unpacker);
}

/* To the stream's first byte; 0: there is none. */
static ssize_t begin(struct unpacker *unpacker)
{
	struct archive_entry *entry;
	int status;

	unpacker->begun = true;
	if (archive_read_open2(unpacker->archive, unpacker, NULL, give_block,
			       NULL, NULL) != ARCHIVE_OK)
		return -1;
	status = archive_read_next_header(unpacker->archive, &entry);
	/* Too short for libarchive to know it; it would come out as it is. */
	if (archive_filter_code(unpacker->archive, 0) == ARCHIVE_FILTER_NONE) {
		unpacker->error = kinds[unpacker->packing - 1].cut;
		return -1;
	}
	return status == ARCHIVE_OK ? 1 : status == ARCHIVE_EOF ? 0 : -1;
}

static bool are_zeros(const char *bytes, size_t len)
{
	while (len && !bytes[len - 1])
		len--;
	return !len;
}

/*
 * libarchive takes what follows a stream and is none for nothing: after damage
 * that may be half of the text. Zeros fill up a tape's blocks.
 */
static bool is_all(struct unpacker *unpacker)
{
	const uint64_t used =
		(uint64_t)archive_filter_bytes(unpacker->archive, -1);
	size_t left = 0;
	ssize_t got;

	if (used < unpacker->given)
		left = (size_t)(unpacker->given - used);
	/* Bytes that libarchive took out of the block before it. */
	if (left > unpacker->last)
		left = unpacker->last;
	if (!are_zeros(unpacker->block + unpacker->last - left, left))
		return false;
	do {
		got = unpacker->read(unpacker->context, unpacker->block,
				     sizeof(unpacker->block));
	} while (got > 0 && are_zeros(unpacker->block, (size_t)got));
	return got == 0;
}

ssize_t unpacker_read(struct unpacker *unpacker, char *to, size_t len)
{
	la_ssize_t got;

	if (!unpacker->begun) {
		got = begin(unpacker);
		if (got <= 0)
			return got;
	}
	if (unpacker->ended)
		return unpacker->error ? -1 : 0;
	got = archive_read_data(unpacker->archive, to, len);
	unpacker->ended = !got && len;
	if (unpacker->ended && !is_all(unpacker)) {
		unpacker->error = "other bytes follow its compressed data";
		return -1;
	}
	return got < 0 ? -1 : got;
}

const char *unpacker_error(struct unpacker *unpacker)
{
	const char *error = archive_error_string(unpacker->archive);

	if (unpacker->error)
		return unpacker->error;
	/* LZMA_BUF_ERROR: it waits for more. */
	if (error && strstr(error, "No progress is possible"))
		return "truncated xz input, or other bytes follow it";
	return error ? error : kinds[unpacker->packing - 1].cut;
}

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
	       kinds[packing - 1].write(archive) == ARCHIVE_OK &&
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
