/* Reading a file or stream, and decoding it where it is not UTF-8. */
#include "reader/input.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/signals.h"

/* The longest byte order mark. */
#define MARK_MAX 4

static bool fail(struct input *input, const char *error)
{
	input->error = error;
	return false;
}

static ssize_t read_fd(struct input *input, char *to, size_t len)
{
	ssize_t got;

	do {
		got = read(input->fd, to, len);
	} while (got < 0 && errno == EINTR && !stop_signal);
	if (got < 0)
		fail(input, strerror(errno));
	input->ended = got == 0;
	return got;
}

/* Fill `raw` until it holds `least` bytes or the input ends. */
static bool fill_raw(struct input *input, size_t least)
{
	while (!input->ended && input->raw_len < least) {
		const ssize_t got = read_fd(input, input->raw + input->raw_len,
					    INPUT_BLOCK - input->raw_len);

		if (got < 0)
			return false;
		input->raw_len += (size_t)got;
	}
	return true;
}

static bool make_decoder(struct input *input, const char *charset)
{
	switch (cd_decoder_new(charset, &input->decoder)) {
	case CD_OK:
		input->charset = charset;
		return true;
	case CD_USAGE:
		return fail(input, "no such charset");
	default:
		return fail(input, "out of memory");
	}
}

bool input_start(struct input *input, int fd, const char *charset)
{
	size_t mark = 0;

	memset(input, 0, sizeof(*input));
	input->fd = fd;
	input->raw = malloc(INPUT_BLOCK);
	if (!input->raw)
		return fail(input, "out of memory");
	if (!fill_raw(input, MARK_MAX))
		return false;
	if (charset)
		return make_decoder(input, charset);
	charset = cd_bom_charset(input->raw, input->raw_len, &mark);
	if (!charset || !strcmp(charset, "UTF-8"))
		return true;
	input->raw_at = mark;
	return make_decoder(input, charset);
}

void input_stop(struct input *input)
{
	cd_decoder_free(input->decoder);
	free(input->raw);
	input->decoder = NULL;
	input->raw = NULL;
}

/* Decode another block; `ready` is then not empty, but at the end. */
static bool decode_more(struct input *input)
{
	while (!input->ready.len && !input->flushed) {
		if (input->raw_at == input->raw_len && !input->ended) {
			input->raw_at = input->raw_len = 0;
			if (!fill_raw(input, 1))
				return false;
		}
		input->flushed = input->ended;
		if (cd_decode(input->decoder, input->raw + input->raw_at,
			      input->raw_len - input->raw_at, input->flushed,
			      &input->ready, &input->lossy) != CD_OK)
			return fail(input, "cannot be decoded");
		input->raw_at = input->raw_len;
	}
	return true;
}

static size_t take(char *to, size_t len, const char *from, size_t have)
{
	const size_t count = len < have ? len : have;

	memcpy(to, from, count);
	return count;
}

ssize_t input_read(struct input *input, char *to, size_t len)
{
	size_t got;

	if (input->decoder) {
		if (!decode_more(input))
			return -1;
		if (!input->ready.len)
			return 0;
		got = take(to, len, input->ready.bytes, input->ready.len);
		input->ready.bytes += got;
		input->ready.len -= got;
		return (ssize_t)got;
	}
	if (input->raw_at < input->raw_len) {
		got = take(to, len, input->raw + input->raw_at,
			   input->raw_len - input->raw_at);
		input->raw_at += got;
		return (ssize_t)got;
	}
	return input->ended ? 0 : read_fd(input, to, len);
}

const char *input_foreign(const struct input *input)
{
	static const struct {
		const char *name, *magic;
		size_t len;
	} known[] = {
		{ "gzip data", "\x1F\x8B", 2 },
		{ "Zstandard data", "\x28\xB5\x2F\xFD", 4 },
		{ "xz data", "\xFD\x37zXZ\0", 6 },
		{ "LZ4 data", "\x04\x22\x4D\x18", 4 },
		{ "bzip2 data", "BZh91AY&SY", 10 },
		{ "a zip archive", "PK\x03\x04", 4 },
		{ "a 7z archive", "7z\xBC\xAF", 4 },
		{ "a PDF document", "%PDF-", 5 },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (input->raw_len >= known[i].len &&
		    !memcmp(input->raw, known[i].magic, known[i].len))
			return known[i].name;
	}
	return NULL;
}

bool input_binary(const struct input *input)
{
	return !input->decoder && input->raw_len &&
	       memchr(input->raw, '\0', input->raw_len);
}
