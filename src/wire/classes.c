/* What stands in gaps: the classes that are written, the strings seen. */
#include "wire/opening.h"

#include <string.h>

#include "wire/lexicon.h"

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

static uint8_t pair_group(struct wire_model *model, const char *marks)
{
	for (size_t i = 0; i < model->pair_count; i++) {
		if (!strcmp(model->pairs[i].marks, marks))
			return (uint8_t)i;
	}
	if (model->pair_count == WIRE_PAIR_GROUPS)
		return WIRE_PAIR_GROUPS;
	memcpy(model->pairs[model->pair_count].marks, marks,
	       WIRE_PAIRS_MAX + 1);
	return (uint8_t)model->pair_count++;
}

/* A quotation mark or bracket as struct wire_pairs writes it; 0: neither. */
static char paired_mark(const char *c)
{
	if (!strncmp(c, "\xE2\x80\x9C", 3))
		return '<';
	if (!strncmp(c, "\xE2\x80\x9D", 3))
		return '>';
	return strchr("()[]", *c) ? *c : 0;
}

static bool describe_gap(struct wire_model *model, struct wire_gap *gap)
{
	char marks[WIRE_PAIRS_MAX + 1] = "";
	size_t count = 0;

	for (const char *c = gap->text; *c; c++) {
		const char mark = paired_mark(c);

		if (mark && count == WIRE_PAIRS_MAX)
			return false;
		if (mark)
			marks[count++] = mark;
	}
	gap->space = strchr(gap->text, ' ') != NULL;
	gap->begins = gap->text[0] == ' ';
	gap->ends = gap->len && gap->text[gap->len - 1] == ' ';
	gap->ends_sentence = gap->space && strpbrk(gap->text, ".?!");
	gap->ends_part = strpbrk(gap->text, ".?!:") || strchr(marks, '>');
	gap->pairs = pair_group(model, marks);
	return gap->pairs < WIRE_PAIR_GROUPS;
}

enum cd_status classes_read_gaps(struct opening *o)
{
	struct wire_model *model = o->model;
	const struct part *part = &o->parts[PART_GAPS];
	size_t at = 4;

	if (part->len < 4 || wire_u32(part->bytes) != WIRE_GAPS)
		return damaged(o, "gaps");
	for (size_t i = 0; i < WIRE_GAPS; i++) {
		struct wire_gap *gap = &model->gaps[i];
		const unsigned char *string = next_string(part, &at);

		if (!string || string[0] >= sizeof(gap->text))
			return damaged(o, "gaps");
		gap->len = string[0];
		memcpy(gap->text, string + 1, gap->len);
		if (i == WIRE_GAP_KEEP)
			memset(gap, 0, sizeof(*gap));
		if (!describe_gap(model, gap))
			return damaged(o, "gaps");
	}
	return CD_OK;
}

enum cd_status classes_read_seen(struct opening *o)
{
	struct wire_model *model = o->model;
	const struct part *part = &o->parts[PART_SEEN];
	size_t at = 4;
	const size_t count = part->len < 4 ? SIZE_MAX : wire_u32(part->bytes);

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

