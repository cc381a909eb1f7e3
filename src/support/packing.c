/* What is compressed, by bytes and by names. */
#include "support/packing.h"

#include <string.h>
#include <strings.h>

#include "base/ascii.h"

/* It is asked of each name, several times: its length is known. */
struct ending {
	const char *text;
	size_t len;
};

#define ENDING(text)                                                           \
	{                                                                      \
		text, sizeof(text) - 1                                         \
	}

static const struct {
	enum packing packing;
	const char *magic, *empty; /* empty: of one that holds nothing */
	size_t len;
	struct ending ending, alias; /* the alias is a tar archive's */
	const char *cut;
} kinds[] = {
	{ PACKING_GZIP, "\x1F\x8B", NULL, 2, ENDING(".gz"), ENDING(".tgz"),
	  "truncated gzip input" },
	{ PACKING_ZSTD, "\x28\xB5\x2F\xFD", NULL, 4, ENDING(".zst"),
	  ENDING(".tzst"), "truncated zstd input" },
	{ PACKING_XZ, "\xFD\x37zX", NULL, 4, ENDING(".xz"), ENDING(".txz"),
	  "truncated xz input" },
	{ PACKING_BZIP2, "BZh91AY&SY", "BZh9\x17\x72\x45\x38\x50\x90", 10,
	  ENDING(".bz2"), ENDING(".tbz2"), "truncated bzip2 input" },
	{ PACKING_LZ4, "\x04\x22\x4D\x18", NULL, 4, ENDING(".lz4"),
	  ENDING(".tlz4"), "truncated lz4 input" },
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

static bool cut_ending(const char *name, const struct ending *ending,
		       size_t *len)
{
	const size_t size = ending->len;

	/* Most differ in their last byte: no call for these. */
	if (*len <= size || name[*len - size] != '.' ||
	    ascii_lower((unsigned char)name[*len - 1]) !=
		    ascii_lower((unsigned char)ending->text[size - 1]) ||
	    strcasecmp(name + *len - size, ending->text))
		return false;
	*len -= size;
	return true;
}

enum packing packing_of_name(const char *name, size_t *len)
{
	*len = strlen(name);
	for (size_t i = 0; i < KINDS; i++) {
		if (cut_ending(name, &kinds[i].ending, len) ||
		    cut_ending(name, &kinds[i].alias, len))
			return kinds[i].packing;
	}
	return PACKING_NONE;
}

bool packing_is_foreign(const char *name)
{
	static const struct ending endings[] = {
		ENDING(".7z"),	 ENDING(".rar"), ENDING(".br"), ENDING(".lz"),
		ENDING(".lzma"), ENDING(".lzo"), ENDING(".Z"),	ENDING(".tlz"),
	};
	size_t len = strlen(name);

	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		if (cut_ending(name, &endings[i], &len))
			return true;
	}
	return false;
}

const char *packing_truncated(enum packing packing)
{
	return kinds[packing - 1].cut;
}

bool packing_may_follow(enum packing packing, char first)
{
	const bool skips = packing == PACKING_ZSTD || packing == PACKING_LZ4;

	return first == kinds[packing - 1].magic[0] ||
	       (skips && is_skipped(&first, 1));
}
