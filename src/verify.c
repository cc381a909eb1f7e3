/* Whether a cleaned text is the original's, less what was stripped. */
#include "run.h"

#include "base/utf8.h"
#include "desk.h"
#include "result.h"
#include "unicode/skeleton.h"

/* Of a byte no more than four come: a charset's letter, a quotation mark. With
   32 bits no text is longer than half of what can be counted. */
#define GROWTH_MAX 4
#define CLEANED_MAX                                                            \
	(CD_ARTICLE_MAX < PTRDIFF_MAX / GROWTH_MAX                             \
		 ? CD_ARTICLE_MAX * GROWTH_MAX                                 \
		 : (size_t)PTRDIFF_MAX)

/* The spans of the source as gaps of the text after encoding. */
static struct skeleton_gap *spans_to_gaps(struct cd_result *result,
					  const struct cd_stripped *spans,
					  size_t count)
{
	struct skeleton_gap *gaps =
		count <= SIZE_MAX / sizeof(*gaps)
			? arena_alloc(&result->arena, count * sizeof(*gaps))
			: NULL;

	for (size_t i = 0; gaps && i < count; i++) {
		gaps[i] = (struct skeleton_gap){ spans[i].off, spans[i].end };
		for (size_t k = 0; k < result->layer_count; k++) {
			const struct layer *layer = &result->layers[k];

			if (!layer->edit_count)
				continue;
			gaps[i].at = layer_forward(layer, gaps[i].at);
			gaps[i].end = layer_forward(layer, gaps[i].end);
		}
	}
	return gaps;
}

static enum cd_status compare(struct cd_result *result, struct cd_span cleaned,
			      const struct skeleton_gap *gaps, size_t count,
			      enum cd_proof *proof, size_t *at)
{
	if (!gaps)
		return CD_NOMEM;
	switch (skeleton_compare(result->text, cleaned, gaps, count, at)) {
	case SKELETON_SAME:
		*proof = CD_PROOF_HOLDS;
		return CD_OK;
	case SKELETON_DIFFERENT:
		*proof = CD_PROOF_BROKEN;
		return CD_OK;
	default:
		return CD_NOMEM;
	}
}

enum cd_status cd_verify(const struct cd_desk *desk, struct cd_span original,
			 struct cd_span cleaned,
			 const struct cd_stripped *spans, size_t count,
			 enum cd_proof *proof, size_t *at)
{
	struct run run = { 0 };
	enum outcome decoded = STABLE;
	struct cd_result *result = NULL;
	enum cd_status status;

	/* Where there is no proof, none holds. */
	*proof = CD_PROOF_BROKEN;
	*at = 0;
	if (!desk || !desk->ready)
		return CD_USAGE;
	run.settings = &desk->settings;
	if (cleaned.len > CLEANED_MAX)
		return CD_TOO_LONG;
	*at = utf8_valid_prefix(cleaned.bytes, cleaned.len);
	if (*at < cleaned.len) {
		*proof = CD_PROOF_NOT_UTF8;
		return CD_OK;
	}
	status = run_begin(&run, original.bytes, original.len, &result);
	/* As it was left, perhaps with what a decoding step would repair. */
	if (status == CD_OK && !count && same_text(result->source, cleaned)) {
		*proof = CD_PROOF_HOLDS;
		cd_result_free(result);
		return CD_OK;
	}
	if (status == CD_OK) {
		run_examine(&run);
		decoded = run_encoding(&run);
		if (decoded == NOMEM)
			status = run.too_long ? CD_TOO_LONG : CD_NOMEM;
	}
	if (decoded == BROKEN)
		*proof = CD_PROOF_BROKEN;
	else if (status == CD_OK)
		status = compare(result, cleaned,
				 spans_to_gaps(result, spans, count), count,
				 proof, at);
	cd_result_free(result);
	return status;
}
