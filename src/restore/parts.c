/* Parts of a gap class. */
#include "restore/parts.h"

#include <string.h>

#include "base/utf8.h"

#define POUND 0xA3
#define EURO 0x20AC

static unsigned parts_of(uint32_t point)
{
	switch (point) {
	case OPEN_DOUBLE:
		return PART_QUOTES | PART_OPENING;
	case CLOSE_DOUBLE:
		return PART_QUOTES | PART_CLOSING;
	case OPEN_SINGLE:
	case CLOSE_SINGLE:
		return PART_QUOTES;
	case '$':
	case POUND:
	case EURO:
		return PART_CURRENCY;
	default:
		return 0;
	}
}

bool parts_held(const struct restore_gap *gap, enum part part)
{
	size_t at = 0;

	while (at < gap->len) {
		if (parts_of(utf8_next(gap->text, &at)) & part)
			return true;
	}
	return false;
}

void parts_take(const struct decoder *decoder, struct verdict *verdict,
		size_t i, uint8_t class)
{
	const struct trace *trace = &decoder->traces[i];
	const struct restore_gap *gap = &decoder->model->gaps[class];

	verdict->gap = class;
	verdict->group = decoder->pairs.group[class];
	verdict->is_kept = class == trace->own;
	verdict->gap_confidence = gap->ends_sentence ? trace->end_confidence
						     : trace->mark_confidence;
}

void parts_drop(const struct decoder *decoder, struct verdict *verdict,
		size_t i, enum part part)
{
	const struct restore_gap *gap = &decoder->model->gaps[verdict->gap];
	char text[sizeof(gap->text)] = "";
	size_t at = 0, len = 0;
	uint8_t class;

	while (at < gap->len) {
		const size_t from = at;
		const uint32_t point = utf8_next(gap->text, &at);

		/* one space is left of two: `. “` and `” - ` */
		if (parts_of(point) & part ||
		    (point == ' ' && len && text[len - 1] == ' '))
			continue;
		memcpy(text + len, gap->text + from, at - from);
		len += at - from;
	}
	class = gap_class(decoder->model, text);
	if (class || !strcmp(text, " "))
		parts_take(decoder, verdict, i, class);
}
