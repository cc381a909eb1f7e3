/* Five libraries: five faces of one loop. */
#include "support/stream.h"

#include <bzlib.h>
#include <lz4frame.h>
#include <lzma.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

struct kind {
	bool (*begin)(struct stream *stream);
	enum stream_status (*step)(struct stream *stream,
				   struct stream_work *work);
	void (*end)(struct stream *stream);
	bool goes_on; /* after a stream it is at the start of the next */
};

struct lz4_state {
	LZ4F_dctx *context;
	size_t wanted; /* bytes of the next step; 0: of a header */
};

struct stream {
	const struct kind *kind;
	bool begun;
	union {
		z_stream gzip;
		lzma_stream xz;
		bz_stream bzip2;
		ZSTD_DCtx *zstd;
		struct lz4_state lz4;
	} state;
};

/* Their counts are 32 bits wide. */
#define STEP_MAX ((size_t)1 << 30)

static unsigned narrow(size_t len)
{
	return (unsigned)(len < STEP_MAX ? len : STEP_MAX);
}

static void used(struct stream_work *work, size_t from, size_t to)
{
	work->from += from;
	work->from_len -= from;
	work->to += to;
	work->to_len -= to;
}

static bool begin_gzip(struct stream *stream)
{
	/* 16: with the header and trailer of gzip, not of zlib. */
	return inflateInit2(&stream->state.gzip, 16 + MAX_WBITS) == Z_OK;
}

static enum stream_status step_gzip(struct stream *stream,
				    struct stream_work *work)
{
	const unsigned from = narrow(work->from_len);
	const unsigned to = narrow(work->to_len);
	z_stream *state = &stream->state.gzip;
	int status;

	state->next_in = (Bytef *)work->from;
	state->avail_in = from;
	state->next_out = (Bytef *)work->to;
	state->avail_out = to;
	status = inflate(state, Z_NO_FLUSH);
	used(work, from - state->avail_in, to - state->avail_out);
	switch (status) {
	case Z_OK:
	case Z_BUF_ERROR:
		return STREAM_GOES_ON;
	case Z_STREAM_END:
		return STREAM_END;
	case Z_MEM_ERROR:
		return STREAM_NO_MEMORY;
	default:
		return STREAM_DAMAGED;
	}
}

static void end_gzip(struct stream *stream)
{
	inflateEnd(&stream->state.gzip);
}

static bool begin_xz(struct stream *stream)
{
	const lzma_stream none = LZMA_STREAM_INIT;

	stream->state.xz = none;
	return lzma_stream_decoder(&stream->state.xz, UINT64_MAX, 0) == LZMA_OK;
}

static enum stream_status step_xz(struct stream *stream,
				  struct stream_work *work)
{
	lzma_stream *state = &stream->state.xz;
	lzma_ret status;

	state->next_in = (const uint8_t *)work->from;
	state->avail_in = work->from_len;
	state->next_out = (uint8_t *)work->to;
	state->avail_out = work->to_len;
	status = lzma_code(state, LZMA_RUN);
	used(work, work->from_len - state->avail_in,
	     work->to_len - state->avail_out);
	switch (status) {
	case LZMA_OK:
	case LZMA_BUF_ERROR:
		return STREAM_GOES_ON;
	case LZMA_STREAM_END:
		return STREAM_END;
	case LZMA_MEM_ERROR:
		return STREAM_NO_MEMORY;
	default:
		return STREAM_DAMAGED;
	}
}

static void end_xz(struct stream *stream)
{
	lzma_end(&stream->state.xz);
}

static bool begin_bzip2(struct stream *stream)
{
	return BZ2_bzDecompressInit(&stream->state.bzip2, 0, 0) == BZ_OK;
}

static enum stream_status step_bzip2(struct stream *stream,
				     struct stream_work *work)
{
	const unsigned from = narrow(work->from_len);
	const unsigned to = narrow(work->to_len);
	bz_stream *state = &stream->state.bzip2;
	int status;

	state->next_in = (char *)work->from;
	state->avail_in = from;
	state->next_out = work->to;
	state->avail_out = to;
	status = BZ2_bzDecompress(state);
	used(work, from - state->avail_in, to - state->avail_out);
	switch (status) {
	case BZ_OK:
		return STREAM_GOES_ON;
	case BZ_STREAM_END:
		return STREAM_END;
	case BZ_MEM_ERROR:
		return STREAM_NO_MEMORY;
	default:
		return STREAM_DAMAGED;
	}
}

static void end_bzip2(struct stream *stream)
{
	BZ2_bzDecompressEnd(&stream->state.bzip2);
}

/*
 * Any window that a frame asks for is given (zstd --long=31: 2 GiB), as xz gets
 * any dictionary. Only as much of it is used as the stream has bytes.
 */
static bool begin_zstd(struct stream *stream)
{
	const ZSTD_bounds window = ZSTD_dParam_getBounds(ZSTD_d_windowLogMax);

	stream->state.zstd = ZSTD_createDCtx();
	return stream->state.zstd &&
	       !ZSTD_isError(ZSTD_DCtx_setParameter(stream->state.zstd,
						    ZSTD_d_windowLogMax,
						    window.upperBound));
}

static enum stream_status step_zstd(struct stream *stream,
				    struct stream_work *work)
{
	ZSTD_inBuffer from = { work->from, work->from_len, 0 };
	ZSTD_outBuffer to = { work->to, work->to_len, 0 };
	const size_t left =
		ZSTD_decompressStream(stream->state.zstd, &to, &from);

	used(work, from.pos, to.pos);
	if (ZSTD_isError(left))
		return ZSTD_getErrorCode(left) == ZSTD_error_memory_allocation
			       ? STREAM_NO_MEMORY
			       : STREAM_DAMAGED;
	return left ? STREAM_GOES_ON : STREAM_END;
}

static void end_zstd(struct stream *stream)
{
	ZSTD_freeDCtx(stream->state.zstd);
}

static bool begin_lz4(struct stream *stream)
{
	return !LZ4F_isError(LZ4F_createDecompressionContext(
		&stream->state.lz4.context, LZ4F_VERSION));
}

/*
 * No more is given at once than it wants: what an error follows in the same
 * step, as a wrong checksum does, would be lost.
 */
static enum stream_status step_lz4(struct stream *stream,
				   struct stream_work *work)
{
	struct lz4_state *state = &stream->state.lz4;
	const size_t wanted =
		state->wanted ? state->wanted : LZ4F_HEADER_SIZE_MIN;
	size_t from = work->from_len < wanted ? work->from_len : wanted;
	size_t to = work->to_len;

	state->wanted = LZ4F_decompress(state->context, work->to, &to,
					work->from, &from, NULL);
	if (LZ4F_isError(state->wanted))
		return !strcmp(LZ4F_getErrorName(state->wanted),
			       "ERROR_allocation_failed")
			       ? STREAM_NO_MEMORY
			       : STREAM_DAMAGED;
	used(work, from, to);
	return state->wanted ? STREAM_GOES_ON : STREAM_END;
}

static void end_lz4(struct stream *stream)
{
	LZ4F_freeDecompressionContext(stream->state.lz4.context);
}

static const struct kind kinds[] = {
	[PACKING_GZIP] = { begin_gzip, step_gzip, end_gzip, false },
	[PACKING_ZSTD] = { begin_zstd, step_zstd, end_zstd, true },
	[PACKING_XZ] = { begin_xz, step_xz, end_xz, false },
	[PACKING_BZIP2] = { begin_bzip2, step_bzip2, end_bzip2, false },
	[PACKING_LZ4] = { begin_lz4, step_lz4, end_lz4, true },
};

struct stream *stream_new(enum packing packing)
{
	struct stream *stream = calloc(1, sizeof(*stream));

	if (!stream)
		return NULL;
	stream->kind = &kinds[packing];
	if (stream_restart(stream))
		return stream;
	stream_free(stream);
	return NULL;
}

void stream_free(struct stream *stream)
{
	if (!stream)
		return;
	if (stream->begun)
		stream->kind->end(stream);
	free(stream);
}

enum stream_status stream_step(struct stream *stream, struct stream_work *work)
{
	return stream->kind->step(stream, work);
}

bool stream_restart(struct stream *stream)
{
	if (stream->begun && stream->kind->goes_on)
		return true;
	if (stream->begun)
		stream->kind->end(stream);
	memset(&stream->state, 0, sizeof(stream->state));
	stream->begun = stream->kind->begin(stream);
	return stream->begun;
}
