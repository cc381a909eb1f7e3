/* The model file as a container. */
#include "restore/container.h"

#include <stdio.h>
#include <string.h>

#include <xxhash.h>

#define MAGIC "cdwire\r\n"
#define VERSION 2u
#define HEAD 64
#define ENTRY 32
#define SECTIONS_MAX 256

static uint64_t u64_at(const unsigned char *at)
{
	return model_u32(at) | (uint64_t)model_u32(at + 4) << 32;
}

static bool refuse(char fault[CONTAINER_FAULT], const char *why)
{
	snprintf(fault, CONTAINER_FAULT, "%s", why);
	return false;
}

bool container_read(const unsigned char *bytes, size_t len,
		    char hash[CONTAINER_HASH], char fault[CONTAINER_FAULT])
{
	if (len < HEAD || memcmp(bytes, MAGIC, strlen(MAGIC)))
		return refuse(fault, "is not one of copydesk");
	if (model_u32(bytes + 8) != VERSION) {
		snprintf(fault, CONTAINER_FAULT,
			 "has version %u, this copydesk reads %u",
			 (unsigned)model_u32(bytes + 8), VERSION);
		return false;
	}
	if (u64_at(bytes + 16) != len)
		return refuse(fault, "is cut short or too long");
	snprintf(hash, CONTAINER_HASH, "%016llx%016llx",
		 (unsigned long long)u64_at(bytes + 32),
		 (unsigned long long)u64_at(bytes + 24));
	return true;
}

bool container_verify(const unsigned char *bytes, size_t len)
{
	const XXH128_hash_t sum = XXH3_128bits(bytes + HEAD, len - HEAD);

	return sum.low64 == u64_at(bytes + 24) &&
	       sum.high64 == u64_at(bytes + 32);
}

const unsigned char *container_find(const unsigned char *bytes, size_t len,
				    const char *name, size_t *section_len)
{
	const size_t count = model_u32(bytes + 12);
	const unsigned char *entry = bytes + HEAD;

	if (count > SECTIONS_MAX || len < HEAD + count * ENTRY)
		return NULL;
	for (size_t i = 0; i < count; i++, entry += ENTRY) {
		const uint64_t at = u64_at(entry + CONTAINER_NAME);
		const uint64_t size = u64_at(entry + CONTAINER_NAME + 8);

		if (strncmp((const char *)entry, name, CONTAINER_NAME))
			continue;
		if (at > len || size > len - at)
			return NULL;
		*section_len = (size_t)size;
		return bytes + at;
	}
	return NULL;
}
