/* Whether what a decoder makes of an input differs from its bytes. */
#include "reader/compared.h"

#include <string.h>

/* How many bytes at the start of both are the same. */
static size_t same_start(struct cd_span a, struct cd_span b)
{
	const size_t len = a.len < b.len ? a.len : b.len;
	size_t at = 0;

	if (!len || !memcmp(a.bytes, b.bytes, len))
		return len;
	while (a.bytes[at] == b.bytes[at])
		at++;
	return at;
}

static void pass(struct cd_span *span, size_t len)
{
	if (len)
		span->bytes += len;
	span->len -= len;
}

/* What is left waits for its character's end. */
static bool hold(struct compared *compared, struct cd_span raw)
{
	if (raw.len > COMPARED_HELD - compared->held_len)
		return false;
	if (raw.len)
		memcpy(compared->held + compared->held_len, raw.bytes, raw.len);
	compared->held_len += raw.len;
	return true;
}

void compared_add(struct compared *compared, struct cd_span raw,
		  struct cd_span decoded, bool last)
{
	const struct cd_span held = { compared->held, compared->held_len };
	size_t len;

	if (compared->differs)
		return;
	len = same_start(held, decoded);
	compared->same += len;
	pass(&decoded, len);
	compared->held_len -= len;
	memmove(compared->held, compared->held + len, compared->held_len);
	if (!compared->held_len) {
		len = same_start(raw, decoded);
		compared->same += len;
		pass(&decoded, len);
		pass(&raw, len);
	}
	compared->differs = decoded.len || !hold(compared, raw) ||
			    (last && compared->held_len);
}
