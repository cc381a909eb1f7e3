/* Fingerprints. */
#include "writer/fingerprint.h"

#include <inttypes.h>
#include <string.h>

#include <xxhash.h>

const char *plain_path(const char *path)
{
	while (!strncmp(path, "./", 2)) {
		path += 2;
		path += strspn(path, "/");
	}
	return path;
}

void fingerprint_add(struct buffer *out, char mark,
		     const struct report_place *place,
		     const struct cd_finding *finding)
{
	const char *path = plain_path(place->path);
	uint64_t hash = report_hash(place, finding);

	hash = XXH3_64bits_withSeed(path, strlen(path), hash);
	hash = XXH3_64bits_withSeed(finding->rule->name,
				    strlen(finding->rule->name), hash);
	buffer_printf(out, "%016" PRIx64 "%c%c", hash, mark,
		      FINGERPRINT_NUMBER);
}
