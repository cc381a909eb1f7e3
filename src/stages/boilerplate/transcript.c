/* Transcripts: speakers' names at the start of lines. */
#include "stages/boilerplate/transcript.h"

#include "base/ascii.h"
#include "base/bytes.h"

#define LABEL_BYTES 60 /* of the longest: "JANE DOE, ANCHOR, NEWS DESK:" */

/* The end of a label in capitals at the start of text[at, end); or `at`. */
static size_t label_end(const char *text, size_t at, size_t end)
{
	const size_t most = bytes_ahead(end, at, LABEL_BYTES);
	size_t i = at;

	if (i == end || !ascii_is_upper((unsigned char)text[i]))
		return at;
	while (i < most && text[i] != ':' &&
	       !ascii_is_lower((unsigned char)text[i]))
		i++;
	return i < most && text[i] == ':' ? i : at;
}

bool transcript_has_label(const char *text, size_t at, size_t end)
{
	return label_end(text, at, end) > at;
}

bool transcript_is_call(const struct strip_rules *rules, const char *text,
			size_t at, size_t end)
{
	uint32_t first[2];

	tokens_first(text, at, end, first);
	return first[0] && token_set_has(&rules->calls, first[0]);
}

bool transcript_has_speaker(const struct strip_rules *rules, const char *text,
			    size_t at, size_t end)
{
	const size_t label = label_end(text, at, end);

	return label > at && label + 1 < end &&
	       !transcript_is_call(rules, text, at, label);
}
