/*
 * Compressed streams: gzip, Zstandard, xz, bzip2 and LZ4, told by their first
 * bytes or by a name's ending; read as stream.h says, and written by
 * libarchive.
 */
#ifndef COPYDESK_SUPPORT_PACKING_H
#define COPYDESK_SUPPORT_PACKING_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum packing {
	PACKING_NONE,
	PACKING_GZIP,
	PACKING_ZSTD,
	PACKING_XZ,
	PACKING_BZIP2,
	PACKING_LZ4,
};

/* By the first bytes: PACKING_MAGIC of them tell any. */
#define PACKING_MAGIC 10
enum packing packing_of_bytes(const char *bytes, size_t len);

/* Whether fewer bytes may be the start of such a stream. */
bool packing_may_be(const char *bytes, size_t len);

/* By the ending; *len is the name's length without it. */
enum packing packing_of_name(const char *name, size_t *len);

/* Whether the ending names a compression, or an archive, that nobody here
 * writes: what is written under such a name is not what it says. */
bool packing_is_foreign(const char *name);

/*
 * How many bytes at the start are frames that a decompressor passes over: pzstd
 * writes one before each of its own. What follows tells the kind.
 */
size_t packing_skip(const char *bytes, size_t len);
bool packing_skips(const char *bytes, size_t len); /* the first is begun */

/*
 * Whether so few bytes can only be the start of what the name says; NULL: no,
 * or else the error, static. A file that is called so and holds a text is none.
 */
const char *packing_cut(const char *name, const char *bytes, size_t len);

/* What is said of a stream that ends too early; static. */
const char *packing_truncated(enum packing packing);

/* Whether another stream, or what is passed over, may begin so. */
bool packing_may_follow(enum packing packing, char first);

/* Decompression. `read` is read(2) on what `context` says. */
struct unpacker;
struct unpacker *unpacker_new(enum packing packing,
			      ssize_t (*read)(void *context, char *to,
					      size_t len),
			      void *context); /* NULL: no memory */
void unpacker_free(struct unpacker *unpacker);

/* Up to `len` bytes; 0 at the end, -1: see unpacker_error(). */
ssize_t unpacker_read(struct unpacker *unpacker, char *to, size_t len);
const char *unpacker_error(struct unpacker *unpacker); /* borrowed */

/*
 * Compression, the same bytes for the same input. `write` takes all, or returns
 * false.
 */
struct packer;
struct packer *packer_new(enum packing packing,
			  bool (*write)(void *context, const char *bytes,
					size_t len),
			  void *context); /* NULL: no memory */
void packer_free(struct packer *packer);

bool packer_write(struct packer *packer, const char *bytes, size_t len);
bool packer_end(struct packer *packer);

#endif
