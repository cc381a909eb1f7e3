/* Reading a file or stream, and decoding it where it is not UTF-8. */
#include "reader/input.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "reader/guess.h"
#include "reader/sniff.h"
#include "reader/warc.h"
#include "support/signals.h"

/* The longest byte order mark; a WARC is suspected by as many bytes. */
#define MARK_MAX 4

static bool fail(struct input *input, const char *error)
{
	input->error = error;
	return false;
}

/* Whether it ended before it had given all that it held at first. */
static bool has_shrunk(const struct input *input)
{
	const struct stat *then = input->info;
	struct stat now;

	/* The files of /sys say that they hold a page, whatever they hold. */
	return input->promised > 0 && !fstat(input->fd, &now) &&
	       (now.st_size != then->st_size ||
		now.st_mtim.tv_sec != then->st_mtim.tv_sec ||
		now.st_mtim.tv_nsec != then->st_mtim.tv_nsec);
}

static ssize_t read_fd(struct input *input, char *to, size_t len)
{
	ssize_t got;

	if (input->source.read)
		return input->source.read(input->source.context, to, len);
	if (input->limited && (off_t)len > input->left)
		len = (size_t)input->left;
	if (!len)
		return 0;

	do {
		got = read(input->fd, to, len);
	} while (got < 0 && errno == EINTR && !stop_signal);
	if (got > 0) {
		input->left -= got;
		input->promised -= got;
	}
	if (got || !has_shrunk(input))
		return got;
	input->shrunk = true;
	errno = EIO;
	return -1;
}

/* What is compressed: the bytes that were looked at, then the rest. */
static ssize_t read_packed(void *context, char *to, size_t len)
{
	struct input *input = context;
	const size_t have = input->packed_len - input->packed_at;

	if (!have)
		return read_fd(input, to, len);
	len = len < have ? len : have;
	memcpy(to, input->packed + input->packed_at, len);
	input->packed_at += len;
	return (ssize_t)len;
}

static const char *read_error(const struct input *input)
{
	if (input->shrunk)
		return "became shorter while it was read";
	if (input->unpacker)
		return unpacker_error(input->unpacker);
	if (input->source.read)
		return input->source.error(input->source.context);
	return strerror(errno);
}

/*
 * A file that has given less than asked, and just what it held: it is not asked
 * again, as that costs a small one as much as its reading.
 */
static bool is_read(const struct input *input, ssize_t got, size_t len)
{
	return !input->unpacker && input->info && got > 0 &&
	       (size_t)got < len && !input->promised;
}

static ssize_t read_bytes(struct input *input, char *to, size_t len)
{
	const ssize_t got = input->unpacker
				    ? unpacker_read(input->unpacker, to, len)
				    : read_fd(input, to, len);

	if (got < 0)
		fail(input, read_error(input));
	input->ended = got == 0 || is_read(input, got, len);
	return got;
}

/*
 * Fill `raw` until it holds `least` bytes or no more can be read. What was read
 * before an error counts: false when that is nothing.
 */
static bool fill_raw(struct input *input, size_t least)
{
	while (!input->ended && !input->broken && input->raw_len < least) {
		const ssize_t got =
			read_bytes(input, input->raw + input->raw_len,
				   INPUT_BLOCK - input->raw_len);

		input->broken = got < 0;
		input->raw_len += got < 0 ? 0 : (size_t)got;
	}
	return !input->broken || input->raw_len;
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

/* What was read so far is compressed: begin anew with what it holds. */
static bool unpack(struct input *input)
{
	size_t skip;

	if (packing_may_be(input->raw, input->raw_len) &&
	    !fill_raw(input, PACKING_MAGIC))
		return false;
	if (packing_skips(input->raw, input->raw_len) &&
	    !fill_raw(input, INPUT_BLOCK))
		return false;
	skip = packing_skip(input->raw, input->raw_len);
	input->packing =
		packing_of_bytes(input->raw + skip, input->raw_len - skip);
	if (input->packing == PACKING_NONE)
		return true;
	input->packed_len = input->raw_len - skip;
	input->packed = malloc(input->packed_len);
	input->unpacker = unpacker_new(input->packing, read_packed, input);
	if (!input->packed || !input->unpacker)
		return fail(input, "out of memory");
	memcpy(input->packed, input->raw + skip, input->packed_len);
	input->raw_len = 0;
	input->ended = false;
	return fill_raw(input, MARK_MAX);
}

/* By the byte order mark, which is passed over, or by the bytes. */
static bool find_charset(struct input *input, const char **charset)
{
	size_t mark = 0;
	int confidence;

	*charset = cd_bom_charset(input->raw, input->raw_len, &mark);
	if (*charset && !strcmp(*charset, "UTF-8"))
		*charset = NULL;
	else if (*charset)
		input->raw_at = mark;
	if (mark || warc_begins(input->raw, input->raw_len))
		return true;
	if (guess_needs_more(input->raw, input->raw_len) &&
	    !fill_raw(input, INPUT_BLOCK))
		return false;
	*charset = cd_unmarked_charset(input->raw, input->raw_len, &confidence);
	return true;
}

/* What a regular file is to give, from where it is now. */
static void promise(struct input *input, const struct stat *info)
{
	const off_t at =
		input->fd == STDIN_FILENO ? lseek(input->fd, 0, SEEK_CUR) : 0;

	if (!info || !S_ISREG(info->st_mode))
		return;
	input->info = info;
	input->promised = input->limited ? input->left
					 : info->st_size - (at > 0 ? at : 0);
}

void input_init(struct input *input)
{
	memset(input, 0, offsetof(struct input, raw));
}

bool input_start(struct input *input, int fd,
		 const struct input_options *options)
{
	const char *charset = options->charset;

	input_init(input);
	input->fd = fd;
	input->source = options->source;
	input->limited = options->end > 0 || options->from > 0;
	input->left = options->end - options->from;
	promise(input, options->info);
	if (options->from && lseek(fd, options->from, SEEK_SET) < 0)
		return fail(input, strerror(errno));
	if (!fill_raw(input, MARK_MAX) || (!options->plain && !unpack(input)))
		return false;
	if (input_archive(input) != ARCHIVING_NONE)
		return true;
	if (input->raw_len >= MARK_MAX &&
	    !memcmp(input->raw, "WARC", MARK_MAX) &&
	    !fill_raw(input, WARC_MAGIC))
		return false;
	if (!charset && !options->nul_separates &&
	    !find_charset(input, &charset))
		return false;
	/* Those that are known by their bytes are other bytes. */
	input->compared.differs = charset && !options->charset;
	return !charset || make_decoder(input, charset);
}

void input_stop(struct input *input)
{
	cd_decoder_free(input->decoder);
	unpacker_free(input->unpacker);
	free(input->packed);
	input->decoder = NULL;
	input->unpacker = NULL;
	input->packed = NULL;
}

static struct cd_span undecoded(const struct input *input)
{
	return (struct cd_span){ input->raw + input->raw_at,
				 input->raw_len - input->raw_at };
}

/* Decode another block; `ready` is then not empty, but at the end. */
static bool decode_more(struct input *input)
{
	while (!input->ready.len && !input->flushed) {
		struct cd_span raw;

		if (input->raw_at == input->raw_len && !input->ended) {
			input->raw_at = input->raw_len = 0;
			if (!fill_raw(input, 1))
				return false;
		}
		input->flushed = input->ended;
		raw = undecoded(input);
		if (cd_decode(input->decoder, raw.bytes, raw.len,
			      input->flushed, &input->ready,
			      &input->lossy) != CD_OK)
			return fail(input, "cannot be decoded");
		compared_add(&input->compared, raw, input->ready,
			     input->flushed);
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
	if (input->broken)
		return -1;
	return input->ended ? 0 : read_bytes(input, to, len);
}

ssize_t input_read_any(void *input, char *to, size_t len)
{
	return input_read(input, to, len);
}

const char *input_error_any(void *input)
{
	const struct input *of = input;

	return of->error;
}

bool input_peek(struct input *input, bool (*enough)(struct cd_span start),
		struct cd_span *start, bool *whole)
{
	*start = undecoded(input);
	while (!input->ended && !input->broken &&
	       input->raw_len < INPUT_BLOCK &&
	       (input->decoder || !enough(*start))) {
		if (!fill_raw(input, input->raw_len + 1))
			return false;
		*start = undecoded(input);
	}
	if (input->decoder) {
		if (!decode_more(input))
			return false;
		*start = input->ready;
	}
	*whole = input->ended;
	return true;
}

const char *input_foreign(const struct input *input)
{
	return input->decoder ? NULL : sniff_binary(input->raw, input->raw_len);
}

enum archiving input_archive(const struct input *input)
{
	return archiving_of_bytes(input->raw, input->raw_len);
}

const char *input_cut(const struct input *input, const char *name)
{
	const char *error = NULL;

	if (input->packing == PACKING_NONE)
		error = packing_cut(name, input->raw, input->raw_len);
	return error ? error : archiving_cut(name, input->raw, input->raw_len);
}

void input_rewind(struct input *input)
{
	cd_decoder_free(input->decoder);
	input->decoder = NULL;
	input->charset = NULL;
	input->compared = (struct compared){ 0 };
	input->lossy = input->flushed = false;
	input->raw_at = 0;
}

bool input_is_warc(const struct input *input)
{
	return warc_begins(input->raw, input->raw_len);
}

bool input_has_nul(const struct input *input)
{
	return !input->decoder && input->raw_len &&
	       memchr(input->raw, '\0', input->raw_len);
}

/*
 * Of so many bytes one is a control character that no text has; a few of them
 * are a text's blemishes.
 */
#define BINARY_SHARE 16
#define BINARY_LEAST 4

bool input_binary(const struct input *input)
{
	size_t odd = 0;

	if (!input_has_nul(input))
		return false;
	for (size_t i = 0; i < input->raw_len; i++)
		odd += guess_needs_more(input->raw + i, 1);
	return odd > input->raw_len / BINARY_SHARE + BINARY_LEAST ||
	       sniff_has_numbers(input->raw, input->raw_len);
}
