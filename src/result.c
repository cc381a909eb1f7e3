/* Results: layers to findings with positions in the source. */
#include "result.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "stages/stage.h"

/*
 * Lines and columns of the source: where lines begin, and how many code points
 * are before each STRIDE-th byte. A look-up is a binary search and at most
 * STRIDE bytes.
 */
#define STRIDE 256

struct ruler {
	struct cd_span text;
	uint32_t *line_starts;
	size_t line_count;
	uint32_t *points;
};

struct place {
	size_t line, col;
};

void result_reset(struct cd_result *result)
{
	arena_reset(&result->arena);
	buffer_reset(&result->decoded);
	result_pop(result, 0);
	result->lossy = false;
	result->encoding_layers = 0;
	result->resolved = false;
	result->findings = NULL;
	result->edits = NULL;
	result->stripped = NULL;
	result->changes = NULL;
	result->finding_count = 0;
	result->stripped_count = 0;
	result->change_count = 0;
	result->conditions = 0;
	result->input = result->source = result->text =
		(struct cd_span){ "", 0 };
}

void cd_result_free(struct cd_result *result)
{
	if (!result)
		return;
	for (size_t i = 0; i < result->layers_ready; i++)
		layer_release(&result->layers[i]);
	free(result->layers);
	buffer_release(&result->decoded);
	arena_release(&result->arena);
	free(result);
}

struct layer *result_push(struct cd_result *result)
{
	if (!array_grow(&result->layers, &result->layer_cap,
			result->layer_count, sizeof(*result->layers)))
		return NULL;
	if (result->layer_count == result->layers_ready)
		layer_init(&result->layers[result->layers_ready++]);
	layer_reset(&result->layers[result->layer_count]);
	return &result->layers[result->layer_count++];
}

void result_pop(struct cd_result *result, size_t count)
{
	result->layer_count = count;
}

size_t result_front(const struct cd_result *result, size_t index, size_t base,
		    size_t at)
{
	while (index > base) {
		index--;
		if (result->layers[index].edit_count)
			at = layer_start(&result->layers[index], at);
	}
	return at;
}

size_t result_end(const struct cd_result *result, size_t index, size_t base,
		  size_t at)
{
	while (index > base) {
		index--;
		if (result->layers[index].edit_count)
			at = layer_end(&result->layers[index], at);
	}
	return at;
}

struct cd_span cd_text(const struct cd_result *result)
{
	return result->text;
}

struct cd_span cd_source(const struct cd_result *result)
{
	return result->source;
}

bool cd_changed(const struct cd_result *result)
{
	return result->text.bytes != result->input.bytes ||
	       result->text.len != result->input.len;
}

bool cd_lossy(const struct cd_result *result)
{
	return result->lossy;
}

uint32_t cd_conditions(const struct cd_result *result)
{
	return result->conditions;
}

/* Line after line of a text; a line ends with \n, \r\n or \r. */
struct line_walk {
	struct cd_span text;
	size_t at;	/* where the line begins */
	size_t newline; /* after the next \n, or the text's end; 0: unknown */
};

/* To the next line; false when there is none. */
static bool next_line(struct line_walk *walk)
{
	const char *bytes = walk->text.bytes, *found;
	size_t end;

	if (walk->at >= walk->newline) {
		found = memchr(bytes + walk->at, '\n',
			       walk->text.len - walk->at);
		walk->newline =
			found ? (size_t)(found - bytes) + 1 : walk->text.len;
	}
	end = walk->newline;
	found = memchr(bytes + walk->at, '\r', end - walk->at);
	if (found)
		end = (size_t)(found - bytes) + 1;
	if (end < walk->text.len && found && bytes[end] == '\n')
		end++;
	if (end == walk->at || (bytes[end - 1] != '\n' && !found))
		return false;
	walk->at = end;
	return true;
}

static size_t count_lines(struct cd_span text)
{
	struct line_walk walk = { .text = text };
	size_t count = 1;

	while (next_line(&walk))
		count++;
	return count;
}

static bool ruler_init(struct ruler *ruler, struct cd_span text,
		       struct arena *arena)
{
	struct line_walk walk = { .text = text };
	size_t points = 0;

	ruler->text = text;
	ruler->line_starts =
		arena_alloc(arena, count_lines(text) * sizeof(uint32_t));
	ruler->points =
		arena_alloc(arena, (text.len / STRIDE + 1) * sizeof(uint32_t));
	if (!ruler->line_starts || !ruler->points)
		return false;
	ruler->line_starts[0] = 0;
	ruler->line_count = 1;
	while (next_line(&walk))
		ruler->line_starts[ruler->line_count++] = (uint32_t)walk.at;
	for (size_t i = 0; i <= text.len / STRIDE; i++) {
		const size_t at = i * STRIDE, left = text.len - at;

		ruler->points[i] = (uint32_t)points;
		points += utf8_count(text.bytes + at,
				     left < STRIDE ? left : STRIDE);
	}
	return true;
}

static size_t points_before(const struct ruler *ruler, size_t off)
{
	const size_t from = off / STRIDE * STRIDE;

	return ruler->points[off / STRIDE] +
	       utf8_count(ruler->text.bytes + from, off - from);
}

static struct place ruler_place(const struct ruler *ruler, size_t off)
{
	size_t low = 0, high = ruler->line_count;
	struct place place;

	while (high - low > 1) {
		const size_t middle = low + (high - low) / 2;

		if (ruler->line_starts[middle] <= off)
			low = middle;
		else
			high = middle;
	}
	place.line = low + 1;
	place.col = points_before(ruler, off) -
		    points_before(ruler, ruler->line_starts[low]) + 1;
	return place;
}

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
 * A later iteration may have stripped what stood around an earlier span: the
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
			.off = result_front(result, index, 0, edit->at),
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
	size_t at = off;

	while (at < end && ascii_is_space((unsigned char)source.bytes[at]))
		at++;
	return at < end ? at : off;
}

static void resolve_finding(struct cd_result *result, size_t index,
			    const struct finding *found,
			    const struct ruler *ruler)
{
	struct cd_finding *finding = &result->findings[result->finding_count++];
	const struct cd_rule *rule = &rule_table[found->rule];
	struct place from, to;

	finding->rule = rule;
	finding->off = result_front(result, index, 0, found->at);
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
 * decoded letters, what it made of them.
 */
static struct cd_span stripped_text(const struct cd_result *result,
				    size_t index, const struct finding *found,
				    const struct cd_stripped *span)
{
	const size_t base = result->encoding_layers;
	const char *decoded = NULL;
	size_t at, end;

	for (size_t i = 0; i < base; i++) {
		if (result->layers[i].edit_count)
			decoded = result->layers[i].out.bytes;
	}
	if (!decoded)
		return (struct cd_span){ result->source.bytes + span->off,
					 span->end - span->off };
	at = result_front(result, index, base, found->at);
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
			span->off = result_front(result, index, 0, found->at);
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
		    !ruler_init(&ruler, result->source, &result->arena))
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
	const enum cd_status status = resolve(result);

	*findings = result->findings;
	*count = status == CD_OK ? result->finding_count : 0;
	return status;
}

enum cd_status cd_stripped(struct cd_result *result,
			   const struct cd_stripped **spans, size_t *count)
{
	const enum cd_status status = resolve(result);

	*spans = result->stripped;
	*count = status == CD_OK ? result->stripped_count : 0;
	return status;
}
