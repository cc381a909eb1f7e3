/* What is in gaps: the classes that are written, the strings seen. */
#include "restore/opening.h"

#include <string.h>

#include "base/utf8.h"
#include "restore/lexicon.h"

static enum cd_status damaged(struct opening *o, const char *section)
{
	return opening_refuse(o, "has a damaged section", section);
}

/* The next string: u8 length and bytes; NULL when it does not fit. */
static const unsigned char *next_string(const struct part *part, size_t *at)
{
	const unsigned char *string = part->bytes + *at;

	if (*at >= part->len || part->len - *at <= string[0])
		return NULL;
	*at += 1 + (size_t)string[0];
	return string;
}

/*
 * The shortest gap that a class can have left: an ellipsis may be one mark, a
 * dash may have a space on one side only.
 */
static uint8_t least_length(const struct restore_gap *gap)
{
	size_t length = utf8_count(gap->text, gap->len);

	if (strstr(gap->text, "..."))
		length -= 2;
	if (strstr(gap->text, " - "))
		length -= 1;
	return (uint8_t)length;
}

static void describe_gap(struct restore_gap *gap)
{
	gap->space = strchr(gap->text, ' ') != NULL;
	gap->begins = gap->text[0] == ' ';
	gap->ends = gap->len && gap->text[gap->len - 1] == ' ';
	gap->ends_sentence = gap->space && strpbrk(gap->text, ".?!");
	gap->ends_part =
		strpbrk(gap->text, ".?!:") || strstr(gap->text, "\xE2\x80\x9D");
	gap->least = least_length(gap);
	gap->room = (uint8_t)(gap->least - gap->ends_part);
}

enum cd_status classes_read_gaps(struct opening *o)
{
	struct restore_model *model = o->model;
	const struct part *part = &o->parts[PART_GAPS];
	size_t at = 4;

	if (part->len < 4 || model_u32(part->bytes) != RESTORE_GAPS)
		return damaged(o, "gaps");
	for (size_t i = 0; i < RESTORE_GAPS; i++) {
		struct restore_gap *gap = &model->gaps[i];
		const unsigned char *string = next_string(part, &at);

		if (!string || string[0] >= sizeof(gap->text))
			return damaged(o, "gaps");
		gap->len = string[0];
		memcpy(gap->text, string + 1, gap->len);
		if (i == RESTORE_GAP_KEEP)
			memset(gap, 0, sizeof(*gap));
		describe_gap(gap);
	}
	return CD_OK;
}

enum cd_status classes_read_seen(struct opening *o)
{
	struct restore_model *model = o->model;
	const struct part *part = &o->parts[PART_SEEN];
	size_t at = 4;
	const size_t count = part->len < 4 ? SIZE_MAX : model_u32(part->bytes);

	if (count > LEXICON_SEEN_ROWS - LEXICON_SEEN_FIRST)
		return damaged(o, "seen");
	for (size_t i = 0; i < count; i++) {
		const unsigned char *string = next_string(part, &at);

		if (!string)
			return damaged(o, "seen");
		model->seen[LEXICON_SEEN_FIRST + i] = string;
	}
	model->seen_count = LEXICON_SEEN_FIRST + count;
	lexicon_index_seen(model);
	return CD_OK;
}
