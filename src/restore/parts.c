/* Parts of a gap class. */
#include "restore/parts.h"

#include <string.h>

#include "base/ascii.h"
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
	case '(':
	case ')':
		return PART_BRACKET;
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

/* Between two digits, and nothing but a mark: "7.5", "6-8". */
static bool is_in_number(const struct words *words, size_t i,
			 const struct restore_gap *gap)
{
	const struct word *next = &words->items[i];

	if (!i || i == words->count || gap->len != 1 || gap->text[0] == ' ')
		return false;
	/* groups of three digits are no guess: "9,000" */
	if (gap->text[0] == ',' && next->end - next->at == 3)
		return false;
	return ascii_is_digit((unsigned char)words->text[next->at]) &&
	       ascii_is_digit(
		       (unsigned char)words->text[words->items[i - 1].end - 1]);
}

enum restore_kind parts_kind(const struct words *words, size_t i,
			     const struct restore_gap *gap)
{
	/* an apostrophe between two words is none */
	if (parts_held(gap, PART_QUOTES) && gap->space)
		return RESTORE_QUOTES;
	if (parts_held(gap, PART_CURRENCY))
		return RESTORE_CURRENCY;
	return is_in_number(words, i, gap) ? RESTORE_NUMBERS : RESTORE_MARKS;
}

void parts_take(const struct decoder *decoder, struct verdict *verdict,
		size_t i, uint8_t class)
{
	const struct trace *trace = &decoder->traces[i];
	const struct restore_gap *gap = &decoder->model->gaps[class];

	verdict->gap = class;
	verdict->group = decoder->pairs->group[class];
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
