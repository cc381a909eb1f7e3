/* Results: layers pushed by the engine, and what is read from them at once. */
#include "result.h"

#include <stdlib.h>

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

size_t result_start(const struct cd_result *result, size_t index, size_t base,
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

/* What cd_run() leaves where it fails may be NULL: that is an empty result. */
static const struct cd_span nothing = { "", 0 };

struct cd_span cd_text(const struct cd_result *result)
{
	return result ? result->text : nothing;
}

struct cd_span cd_source(const struct cd_result *result)
{
	return result ? result->source : nothing;
}

bool cd_changed(const struct cd_result *result)
{
	return result && (result->text.bytes != result->input.bytes ||
			  result->text.len != result->input.len);
}

bool cd_lossy(const struct cd_result *result)
{
	return result && result->lossy;
}

uint32_t cd_conditions(const struct cd_result *result)
{
	return result ? result->conditions : 0;
}
