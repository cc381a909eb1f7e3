/* Decoders: bytes of any charset that ICU knows to UTF-8, piece by piece. */
#include "unicode/decoder.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include "unicode/status.h"

#define PIVOT_UNITS 2048
#define STEP_BYTES 4096

struct cd_decoder {
	UConverter *from, *to;	  /* owned */
	struct buffer utf8;	  /* what the last call decoded */
	UChar pivot[PIVOT_UNITS]; /* between `from` and `to` */
	UChar *pivot_in, *pivot_out;
	bool started;
	bool lossy;
};

struct charset_mark {
	const char *name;
	unsigned char bytes[4];
	size_t len;
};

/* Longest first: UTF-32LE begins as UTF-16LE does. */
static const struct charset_mark marks[] = {
	{ "UTF-32LE", { 0xFF, 0xFE, 0x00, 0x00 }, 4 },
	{ "UTF-32BE", { 0x00, 0x00, 0xFE, 0xFF }, 4 },
	{ "UTF-8", { 0xEF, 0xBB, 0xBF }, 3 },
	{ "UTF-16LE", { 0xFF, 0xFE }, 2 },
	{ "UTF-16BE", { 0xFE, 0xFF }, 2 },
};

const char *cd_bom_charset(const char *bytes, size_t len, size_t *mark)
{
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (len < marks[i].len ||
		    memcmp(bytes, marks[i].bytes, marks[i].len) != 0)
			continue;
		*mark = marks[i].len;
		return marks[i].name;
	}
	*mark = 0;
	return NULL;
}

/* ICU calls this for bytes that the charset does not have. */
static void replace(const void *context, UConverterToUnicodeArgs *args,
		    const char *bytes, int32_t len,
		    UConverterCallbackReason reason, UErrorCode *error)
{
	static const UChar replacement = 0xFFFD;
	struct cd_decoder *decoder;

	(void)bytes;
	(void)len;
	if (reason > UCNV_IRREGULAR)
		return;
	memcpy(&decoder, &context, sizeof(decoder));
	decoder->lossy = true;
	*error = U_ZERO_ERROR;
	ucnv_cbToUWriteUChars(args, &replacement, 1, 0, error);
}

static enum cd_status open_converters(struct cd_decoder *decoder,
				      const char *name)
{
	UErrorCode error = U_ZERO_ERROR;

	decoder->from = ucnv_open(name, &error);
	if (U_FAILURE(error))
		return error == U_MEMORY_ALLOCATION_ERROR ? CD_NOMEM : CD_USAGE;
	decoder->to = ucnv_open("UTF-8", &error);
	ucnv_setToUCallBack(decoder->from, replace, decoder, NULL, NULL,
			    &error);
	return icu_status(error);
}

enum cd_status cd_decoder_new(const char *name, struct cd_decoder **decoder)
{
	enum cd_status status;

	*decoder = NULL;
	if (!name || !*name)
		return CD_USAGE;
	*decoder = calloc(1, sizeof(**decoder));
	if (!*decoder)
		return CD_NOMEM;
	buffer_init(&(*decoder)->utf8);
	status = open_converters(*decoder, name);
	if (status != CD_OK) {
		cd_decoder_free(*decoder);
		*decoder = NULL;
	}
	return status;
}

void cd_decoder_free(struct cd_decoder *decoder)
{
	if (!decoder)
		return;
	ucnv_close(decoder->from);
	ucnv_close(decoder->to);
	buffer_release(&decoder->utf8);
	free(decoder);
}

static void start(struct cd_decoder *decoder)
{
	if (decoder->started)
		return;
	ucnv_resetToUnicode(decoder->from);
	ucnv_resetFromUnicode(decoder->to);
	decoder->pivot_in = decoder->pivot_out = decoder->pivot;
	decoder->started = true;
}

enum cd_status cd_decode(struct cd_decoder *decoder, const char *bytes,
			 size_t len, bool last, struct cd_span *utf8,
			 bool *lossy)
{
	struct buffer *out = &decoder->utf8;
	const char *end;
	UErrorCode error;

	/* ICU takes no NULL for nothing. */
	bytes = bytes ? bytes : "";
	end = bytes + len;
	start(decoder);
	buffer_reset(out);
	do {
		char *target;

		if (!buffer_reserve(out, STEP_BYTES))
			return CD_NOMEM;
		target = out->bytes + out->len;
		error = U_ZERO_ERROR;
		ucnv_convertEx(
			decoder->to, decoder->from, &target,
			out->bytes + out->cap, &bytes, end, decoder->pivot,
			&decoder->pivot_in, &decoder->pivot_out,
			decoder->pivot + PIVOT_UNITS, false, last, &error);
		out->len = (size_t)(target - out->bytes);
	} while (error == U_BUFFER_OVERFLOW_ERROR);
	if (last)
		decoder->started = false;
	utf8->bytes = out->bytes;
	utf8->len = out->len;
	*lossy = *lossy || decoder->lossy;
	return icu_status(error);
}

enum cd_status decoder_convert(const char *name, struct cd_span bytes,
			       struct buffer *out, bool *lossy)
{
	struct cd_decoder *decoder;
	struct cd_span utf8;
	enum cd_status status = cd_decoder_new(name, &decoder);

	if (status != CD_OK)
		return status == CD_USAGE ? CD_INTERNAL : status;
	*lossy = false;
	status = cd_decode(decoder, bytes.bytes, bytes.len, true, &utf8, lossy);
	if (status == CD_OK) {
		buffer_add(out, utf8.bytes, utf8.len);
		status = out->failed ? CD_NOMEM : CD_OK;
	}
	cd_decoder_free(decoder);
	return status;
}
