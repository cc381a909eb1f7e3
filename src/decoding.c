/* What the decoding steps may take out. */
#include "decoding.h"

#include "stages/encoding/markup.h"

static bool loses_words(const struct pass *pass, const struct edit *edit)
{
	const size_t left = markup_words(edit->text, edit->len);

	return markup_words(pass->text + edit->at, edit->end - edit->at) >
	       left + 1;
}

bool decoding_holds(const struct pass *pass)
{
	const struct layer *layer = pass->layer;

	for (size_t i = 0; i < layer->finding_count; i++) {
		const struct finding *found = &layer->findings[i];
		const size_t end = found->first_edit + found->edit_count;

		for (size_t k = found->first_edit; k < end; k++)
			if (!found->stripped &&
			    loses_words(pass, &layer->edits[k]))
				return false;
	}
	return true;
}
