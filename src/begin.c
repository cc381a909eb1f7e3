/* The start of a run: bytes to the source. */
#include "run.h"

#include <stdlib.h>

#include "result.h"
#include "stages/stage.h"
#include "unicode/charset.h"

/* The decoder's findings: layers[0]. */
static enum cd_status report_decoding(struct run *run,
				      const struct charset_report *report)
{
	struct cd_result *result = run->result;
	struct pass pass = {
		.text = result->source.bytes,
		.len = result->source.len,
		.settings = run->settings,
		.layer = &result->layers[0],
	};
	const char *message;

	if (!report->bad_count) {
		message = arena_printf(&result->arena,
				       "text was read as %s (confidence %d%%)",
				       report->name, report->confidence);
		if (!message)
			return CD_NOMEM;
		pass_note(&pass, RULE_ENCODING_CHARSET, 0, 0, message);
	}
	for (size_t i = 0; i < report->bad_count; i++)
		pass_note(&pass, RULE_ENCODING_INVALID_BYTE, report->bad[i],
			  report->bad[i] + 3, NULL);
	result->lossy = report->bad_count != 0;
	return pass.failed ? CD_NOMEM : CD_OK;
}

/* What looked like UTF-16 may turn out to be UTF-8 with NULs. */
static enum cd_status take_decoded(struct run *run,
				   const struct charset_report *report)
{
	struct cd_result *result = run->result;
	const struct cd_span decoded = { result->decoded.bytes,
					 result->decoded.len };

	if (!report->bad_count && same_text(decoded, result->input))
		return CD_OK;
	result->source = result->text = decoded;
	return report_decoding(run, report);
}

/* Positions are kept in 32 bits: all that some machines have. */
static bool is_too_long(uint64_t len)
{
	return len > UINT32_MAX;
}

/* Bytes to source. Valid UTF-8 is borrowed. */
static enum cd_status decode(struct run *run, const char *bytes, size_t len)
{
	struct cd_result *result = run->result;
	struct charset_report report;
	enum cd_status status;

	if (!result_push(result))
		return CD_NOMEM;
	result->input = (struct cd_span){ len ? bytes : "", len };
	result->source = result->text = result->input;
	if (charset_is_utf8(result->input.bytes, len))
		return CD_OK;
	charset_report_init(&report);
	status = charset_decode_article(bytes, len, &result->decoded, &report);
	if (status == CD_OK && is_too_long(result->decoded.len))
		status = CD_TOO_LONG;
	if (status == CD_OK)
		status = take_decoded(run, &report);
	charset_report_release(&report);
	return status;
}

enum cd_status run_begin(struct run *run, const char *bytes, size_t len,
			 struct cd_result **result)
{
	if (len > CD_ARTICLE_MAX)
		return CD_TOO_LONG;
	if (!*result)
		*result = calloc(1, sizeof(**result));
	if (!*result)
		return CD_NOMEM;
	result_reset(*result);
	run->result = *result;
	run->first_iteration = true;
	return decode(run, bytes, len);
}
