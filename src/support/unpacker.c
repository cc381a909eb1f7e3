/* Reading compressed streams, one after the other, to the input's end. */
#include "support/packing.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "support/stream.h"

struct unpacker {
	struct stream *stream; /* owned */
	ssize_t (*read)(void *context, char *to, size_t len);
	void *context;
	enum packing packing;
	bool ended;
	const char *error; /* static */
	bool between;	   /* a stream ended, and none has begun since */
	bool later;	   /* it is not the first, and gave no byte yet */
	size_t at, last;   /* of the block: used up, and in it */
	char block[65536];
};

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
	unpacker->stream = stream_new(packing);
	if (unpacker->stream)
		return unpacker;
	unpacker_free(unpacker);
	return NULL;
}

void unpacker_free(struct unpacker *unpacker)
{
	if (!unpacker)
		return;
	stream_free(unpacker->stream);
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

	while (unpacker->at < unpacker->last && !block[unpacker->at])
		unpacker->at++;
	if (unpacker->at == unpacker->last)
		return true;
	if (!packing_may_follow(unpacker->packing, block[unpacker->at]))
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

ssize_t unpacker_read(struct unpacker *unpacker, char *to, size_t len)
{
	if (unpacker->ended)
		return unpacker->error ? -1 : 0;
	return len ? read_stream(unpacker, to, len) : 0;
}

const char *unpacker_error(struct unpacker *unpacker)
{
	return unpacker->error;
}
