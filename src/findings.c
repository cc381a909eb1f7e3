/* Layers to findings and stripped spans, with positions in the source. */
#include <stdlib.h>

#include "result.h"
#include "stages/stage.h"
#include "text/ruler.h"

static int by_place(const void *a, const void *b)
{
	const struct cd_finding *x = a, *y = b;

	if (x->off != y->off)
		return x->off < y->off ? -1 : 1;
	if (x->end != y->end)
		return x->end < y->end ? -1 : 1;
	/* Pointers into one array: the order of the flow. */
	if (x->rule != y->rule)
		return x->rule < y->rule ? -1 : 1;
	return x->edits < y->edits ? -1 : x->edits > y->edits;
}

static int stripped_by_place(const void *a, const void *b)
{
	const struct cd_stripped *x = a, *y = b;

	if (x->off != y->off)
		return x->off < y->off ? -1 : 1;
	/* The whole before its parts. */
	return x->end > y->end ? -1 : x->end < y->end;
}

/* What an earlier span holds already is not listed again. */
static void begin_after(struct cd_stripped *span, size_t end)
{
	const size_t cut = end > span->off ? end - span->off : 0;

	/* decoded letters have places of their own */
	if (span->text.len == span->end - span->off) {
		span->text.bytes += cut;
		span->text.len -= cut;
	}
	span->off += cut;
}

/*
 * A later iteration may have stripped what was around an earlier span: the
 * whole is listed, once. Or what followed it, with white space between the two
 * that was gone by then.
 */
static void drop_nested(struct cd_result *result)
{
	size_t kept = 0, end = 0;

	for (size_t i = 0; i < result->stripped_count; i++) {
		struct cd_stripped span = result->stripped[i];

		if (kept && span.end <= end)
			continue;
		if (kept)
			begin_after(&span, end);
		end = span.end;
		result->stripped[kept++] = span;
	}
	result->stripped_count = kept;
}

static void resolve_edits(struct cd_result *result, size_t index,
			  const struct finding *found, struct cd_edit *edits)
{
	const struct layer *layer = &result->layers[index];

	for (size_t i = 0; i < found->edit_count; i++) {
		const struct edit *edit = &layer->edits[found->first_edit + i];

		edits[i] = (struct cd_edit){
			.off = result_start(result, index, 0, edit->at),
			.end = result_end(result, index, 0, edit->end),
			.text = { edit->text, edit->len },
			.confidence = (int)edit->confidence,
		};
		if (edits[i].end < edits[i].off)
			edits[i].end = edits[i].off;
	}
}

/* Past the white space before what goes: a reader looks for words. */
static size_t skip_space(struct cd_span source, size_t off, size_t end)
{
	size_t at = skip_white(source.bytes, end, off);

	return at < end ? at : off;
}

static void resolve_finding(struct cd_result *result, size_t index,
			    const struct finding *found,
			    const struct ruler *ruler)
{
	struct cd_finding *finding = &result->findings[result->finding_count++];
	const struct cd_rule *rule = &rule_table[found->rule];
	struct text_place from, to;

	finding->rule = rule;
	finding->off = result_start(result, index, 0, found->at);
	finding->end = result_end(result, index, 0, found->end);
	if (finding->end < finding->off)
		finding->end = finding->off;
	if (found->stripped)
		finding->off =
			skip_space(result->source, finding->off, finding->end);
	from = ruler_place(ruler, finding->off);
	to = ruler_place(ruler, finding->end);
	finding->line = from.line;
	finding->col = from.col;
	finding->end_line = to.line;
	finding->end_col = to.col;
	/* Another charset's text is fixed by decoding it, without edits. */
	finding->fixable =
		found->edit_count || found->rule == RULE_ENCODING_CHARSET;
	finding->message = found->message ? found->message : rule->summary;
}

/*
 * The text of a stripped span: the source's own, or, where the encoding stage
 * decoded letters, what it made of them. A step of that stage strips, too: what
 * came before it counts.
 */
static struct cd_span stripped_text(const struct cd_result *result,
				    size_t index, const struct finding *found,
				    const struct cd_stripped *span)
{
	const size_t base = index < result->encoding_layers
				    ? index
				    : result->encoding_layers;
	const char *decoded = NULL;
	size_t at, end;

	for (size_t i = 0; i < base; i++) {
		if (result->layers[i].edit_count)
			decoded = result->layers[i].out.bytes;
	}
	if (!decoded)
		return (struct cd_span){ result->source.bytes + span->off,
					 span->end - span->off };
	at = result_start(result, index, base, found->at);
	end = result_end(result, index, base, found->end);
	return (struct cd_span){ decoded + at, end > at ? end - at : 0 };
}

static void resolve_layer(struct cd_result *result, size_t index,
			  const struct ruler *ruler, struct cd_edit **edits)
{
	const struct layer *layer = &result->layers[index];

	for (size_t i = 0; i < layer->finding_count; i++) {
		const struct finding *found = &layer->findings[i];
		struct cd_finding *finding;

		resolve_finding(result, index, found, ruler);
		finding = &result->findings[result->finding_count - 1];
		resolve_edits(result, index, found, *edits);
		finding->edits = found->edit_count ? *edits : NULL;
		finding->edit_count = found->edit_count;
		*edits += found->edit_count;
		if (found->stripped) {
			struct cd_stripped *span =
				&result->stripped[result->stripped_count++];

			span->rule = finding->rule;
			span->off = result_start(result, index, 0, found->at);
			span->end = finding->end;
			span->text = stripped_text(result, index, found, span);
		}
	}
}

/* A byte that was no text is a lost character too: it is said once. */
static void drop_said_twice(struct cd_result *result)
{
	const struct cd_rule *bad = &rule_table[RULE_ENCODING_INVALID_BYTE];
	const struct cd_rule *lost = &rule_table[RULE_ENCODING_LOST_CHARACTER];
	size_t kept = 0, last_bad = (size_t)-1;

	for (size_t i = 0; i < result->finding_count; i++) {
		const struct cd_finding *finding = &result->findings[i];

		if (finding->rule == bad)
			last_bad = finding->off;
		if (finding->rule == lost && finding->off == last_bad)
			continue;
		result->findings[kept++] = *finding;
	}
	result->finding_count = kept;
}

static enum cd_status resolve(struct cd_result *result)
{
	size_t findings = 0, edits = 0, stripped = 0;
	struct cd_edit *edit;
	struct ruler ruler;

	if (result->resolved)
		return CD_OK;
	for (size_t i = 0; i < result->layer_count; i++) {
		findings += result->layers[i].finding_count;
		edits += result->layers[i].edit_count;
		stripped += layer_count_stripped(&result->layers[i]);
	}
	if (findings) {
		result->findings = arena_alloc(
			&result->arena, findings * sizeof(*result->findings));
		result->edits = arena_alloc(&result->arena,
					    edits * sizeof(*result->edits));
		result->stripped = arena_alloc(
			&result->arena, stripped * sizeof(*result->stripped));
		if (!result->findings || !result->edits || !result->stripped ||
		    !ruler_init(&ruler, result->source.bytes,
				result->source.len, &result->arena))
			return CD_NOMEM;
		result->finding_count = result->stripped_count = 0;
		edit = result->edits;
		for (size_t i = 0; i < result->layer_count; i++)
			resolve_layer(result, i, &ruler, &edit);
		qsort(result->findings, result->finding_count,
		      sizeof(*result->findings), by_place);
		drop_said_twice(result);
		qsort(result->stripped, result->stripped_count,
		      sizeof(*result->stripped), stripped_by_place);
		drop_nested(result);
	}
	result->resolved = true;
	return CD_OK;
}

enum cd_status cd_findings(struct cd_result *result,
			   const struct cd_finding **findings, size_t *count)
{
	const enum cd_status status = result ? resolve(result) : CD_OK;

	*findings = result ? result->findings : NULL;
	*count = result && status == CD_OK ? result->finding_count : 0;
	return status;
}

enum cd_status cd_stripped(struct cd_result *result,
			   const struct cd_stripped **spans, size_t *count)
{
	const enum cd_status status = result ? resolve(result) : CD_OK;

	*spans = result ? result->stripped : NULL;
	*count = result && status == CD_OK ? result->stripped_count : 0;
	return status;
}
