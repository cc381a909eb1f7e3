/*
 * Reading compressed streams, one after the other, to the end of the input: by
 * their own libraries (stream.h), or else by libarchive.
 */
#include "support/packing.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "support/stream.h"

struct unpacker {
	struct stream *stream;	 /* owned, or: */
	struct archive *archive; /* owned */
	ssize_t (*read)(void *context, char *to, size_t len);
	void *context;
	enum packing packing;
	bool begun, ended;
	const char *error; /* static; NULL: see libarchive's */
	bool between;	   /* a stream ended, and none has begun since */
	bool later;	   /* it is not the first, and gave no byte yet */
	uint64_t given;	   /* bytes, to libarchive */
	size_t at, last;   /* of the block: used up, and in it */
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

static int add_filter(struct archive *archive, enum packing packing)
{
	return packing == PACKING_ZSTD
		       ? archive_read_support_filter_zstd(archive)
		       : archive_read_support_filter_lz4(archive);
}

static bool make_archive(struct unpacker *unpacker)
{
	struct archive *archive = archive_read_new();

	unpacker->archive = archive;
	return archive &&
	       add_filter(archive, unpacker->packing) == ARCHIVE_OK &&
	       archive_read_support_format_raw(archive) == ARCHIVE_OK &&
	       archive_read_support_format_empty(archive) == ARCHIVE_OK;
}

static bool make_stream(struct unpacker *unpacker)
{
	unpacker->stream = stream_new(unpacker->packing);
	return unpacker->stream != NULL;
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
	if (stream_decodes(packing) ? make_stream(unpacker)
				    : make_archive(unpacker))
		return unpacker;
	unpacker_free(unpacker);
	return NULL;
}

void unpacker_free(struct unpacker *unpacker)
{
	if (!unpacker)
		return;
	stream_free(unpacker->stream);
	if (unpacker->archive)
		archive_read_free(unpacker->archive);
	free(unpacker);
}

#define FOLLOWED "other bytes follow its compressed data"

/* Nothing comes after what was made until now; then -1, with the error. */
static ssize_t break_off(struct unpacker *unpacker, const char *error,
			 size_t made)
{
	unpacker->ended = true;
	unpacker->error = error;
	return made || !error ? (ssize_t)made : -1;
}

static const char *damage(const struct unpacker *unpacker,
			  enum stream_status status)
{
	if (status == STREAM_NO_MEMORY)
		return "out of memory";
	return unpacker->later ? FOLLOWED : "its compressed data is damaged";
}

/* Another block, when all of the last is used up; 0 at the end, -1: errno. */
static ssize_t next_block(struct unpacker *unpacker)
{
	const ssize_t got = unpacker->read(unpacker->context, unpacker->block,
					   sizeof(unpacker->block));

	unpacker->at = 0;
	unpacker->last = got < 0 ? 0 : (size_t)got;
	return got;
}

/* Past the zeros that fill up a tape's blocks; false: see the error. */
static bool begin_next(struct unpacker *unpacker)
{
	const char *block = unpacker->block;
	const char first = packing_first_byte(unpacker->packing);

	while (unpacker->at < unpacker->last && !block[unpacker->at])
		unpacker->at++;
	if (unpacker->at == unpacker->last)
		return true;
	if (block[unpacker->at] != first)
		unpacker->error = FOLLOWED;
	else if (!stream_restart(unpacker->stream))
		unpacker->error = "out of memory";
	unpacker->between = false;
	unpacker->later = true;
	return !unpacker->error;
}

/* As far as the block and the room go: how many bytes were made. */
static size_t step(struct unpacker *unpacker, char *to, size_t len)
{
	struct stream_work work = { unpacker->block + unpacker->at,
				    unpacker->last - unpacker->at, to, len };
	enum stream_status status;

	if (unpacker->between)
		return 0;
	status = stream_step(unpacker->stream, &work);
	unpacker->at = unpacker->last - work.from_len;
	if (work.to_len < len)
		unpacker->later = false;
	unpacker->between = status == STREAM_END;
	if (status == STREAM_DAMAGED || status == STREAM_NO_MEMORY)
		unpacker->error = damage(unpacker, status);
	return len - work.to_len;
}

static ssize_t read_stream(struct unpacker *unpacker, char *to, size_t len)
{
	for (;;) {
		size_t made = 0;
		ssize_t got = 1;

		if (!unpacker->between || begin_next(unpacker))
			made = step(unpacker, to, len);
		if (unpacker->error)
			return break_off(unpacker, unpacker->error, made);
		if (made)
			return (ssize_t)made;
		if (unpacker->at == unpacker->last)
			got = next_block(unpacker);
		if (got < 0)
			return break_off(unpacker, strerror(errno), 0);
		if (!got)
			return break_off(
				unpacker,
				unpacker->between
					? NULL
					: packing_truncated(unpacker->packing),
				0);
	}
}

/* To the stream's first byte; 0: there is none. */
static ssize_t begin_archive(struct unpacker *unpacker)
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
		unpacker->error = packing_truncated(unpacker->packing);
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

static ssize_t read_archive(struct unpacker *unpacker, char *to, size_t len)
{
	la_ssize_t got;

	if (!unpacker->begun) {
		got = begin_archive(unpacker);
		if (got <= 0)
			return got;
	}
	got = archive_read_data(unpacker->archive, to, len);
	if (got == 0)
		return break_off(unpacker, is_all(unpacker) ? NULL : FOLLOWED,
				 0);
	return got < 0 ? -1 : got;
}

ssize_t unpacker_read(struct unpacker *unpacker, char *to, size_t len)
{
	if (unpacker->ended)
		return unpacker->error ? -1 : 0;
	if (!len)
		return 0;
	return unpacker->stream ? read_stream(unpacker, to, len)
				: read_archive(unpacker, to, len);
}

const char *unpacker_error(struct unpacker *unpacker)
{
	const char *error = NULL;

	if (unpacker->error)
		return unpacker->error;
	if (unpacker->archive)
		error = archive_error_string(unpacker->archive);
	/* "Truncated zstd input" */
	if (!error || !strncmp(error, "Truncated", 9))
		return packing_truncated(unpacker->packing);
	return error;
}
