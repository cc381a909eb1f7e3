/* Quotations and brackets, opened and closed. */
#include "restore/pairs.h"

#include <string.h>

#include "base/utf8.h"
#include "restore/gap.h"

/* What a bracket without its partner costs, in 1/256 nat. */
#define BRACKET_COST 768

/* What a double mark costs while a single quotation is open. */
#define CROSSED_COST 384

/* A paired mark as struct pairs writes it; 0: none. */
static char paired_mark(uint32_t point, const struct restore_gap *gap)
{
	switch (point) {
	case OPEN_DOUBLE:
		return '<';
	case CLOSE_DOUBLE:
		return '>';
	case OPEN_SINGLE:
		return '{';
	case CLOSE_SINGLE:
		/* Between two words: an apostrophe. */
		return gap->len > 3 ? '}' : 0;
	case '(':
	case ')':
	case '[':
	case ']':
		return (char)point;
	}
	return 0;
}

static uint8_t group_of(struct pairs *pairs, const char *marks)
{
	for (size_t i = 0; i < pairs->count; i++) {
		if (!strcmp(pairs->marks[i], marks))
			return (uint8_t)i;
	}
	if (pairs->count == PAIR_GROUPS)
		return 0;
	memcpy(pairs->marks[pairs->count], marks, PAIR_MARKS + 1);
	return (uint8_t)pairs->count++;
}

static void group_class(struct pairs *pairs, const struct restore_gap *gap,
			size_t i)
{
	char marks[PAIR_MARKS + 1] = "";
	size_t at = 0, count = 0;

	while (at < gap->len && count < PAIR_MARKS) {
		const char mark = paired_mark(utf8_next(gap->text, &at), gap);

		if (mark)
			marks[count++] = mark;
	}
	pairs->group[i] = group_of(pairs, marks);
	pairs->second[i] = PAIR_NONE;
	if (marks[0] == '}' && (unsigned char)gap->text[0] >= 0x80)
		pairs->second[i] =
			group_of(pairs, memmove(marks, marks + 1, PAIR_MARKS));
}

/* U+2018, U+2019 and U+201C, U+201D: the last byte differs by 4. */
static uint8_t doubled_class(const struct restore_model *model, size_t i)
{
	char text[sizeof(model->gaps[i].text)];
	bool single = false;

	memcpy(text, model->gaps[i].text, sizeof(text));
	for (size_t k = 2; k < model->gaps[i].len; k++) {
		if (memcmp(text + k - 2, "\xE2\x80", 2) ||
		    ((unsigned char)text[k] & 0xFE) != 0x98)
			continue;
		text[k] = (char)((unsigned char)text[k] + 4);
		single = true;
	}
	for (size_t k = 0; single && k < RESTORE_GAP_KEEP; k++) {
		if (!strcmp(model->gaps[k].text, text))
			return (uint8_t)k;
	}
	return PAIR_NONE;
}

static int32_t move_quote(const struct restore_model *model, char mark,
			  bool is_break, unsigned *state)
{
	const bool is_double = strchr("<>", mark) != NULL;
	const unsigned kind = is_double ? PAIR_DOUBLE : PAIR_SINGLE;
	const bool opens = strchr("<{", mark) != NULL;
	const bool open = *state & kind;
	const bool crossed = is_double && *state & PAIR_SINGLE;

	*state = (*state & ~kind) | (opens ? kind : 0);
	if (opens && open)
		return is_break ? model->reopen_break : model->reopen;
	if (!opens && !open)
		return model->unopened;
	return crossed ? CROSSED_COST : 0;
}

static int32_t move_bracket(char mark, unsigned *state)
{
	const unsigned kind = strchr("()", mark) ? PAIR_ROUND : PAIR_SQUARE;
	const unsigned before = *state & PAIR_BRACKET;
	const bool opens = strchr("([", mark) != NULL;

	*state = (*state & ~(unsigned)PAIR_BRACKET) | (opens ? kind : 0);
	return before == (opens ? 0 : kind) ? 0 : BRACKET_COST;
}

/* A bracket is closed before its line ends. */
static int32_t leave_bracket(unsigned *state)
{
	const bool open = *state & PAIR_BRACKET;

	*state &= ~(unsigned)PAIR_BRACKET;
	return open ? BRACKET_COST : 0;
}

static struct pair_move move_of(const struct restore_model *model,
				const char *marks, bool is_break,
				unsigned state)
{
	const char *first = marks;
	int32_t cost = 0;

	for (; *marks; marks++) {
		if (is_break && strchr("([", *marks))
			cost += leave_bracket(&state);
		if (strchr("<>{}", *marks))
			cost += move_quote(model, *marks, is_break, &state);
		else
			cost += move_bracket(*marks, &state);
	}
	if (is_break && !(marks > first && strchr("([", marks[-1])))
		cost += leave_bracket(&state);
	return (struct pair_move){ cost, (uint8_t)state };
}

void pairs_init(struct pairs *pairs, const struct restore_model *model)
{
	pairs->count = 0;
	for (size_t i = 0; i < RESTORE_GAPS; i++) {
		group_class(pairs, &model->gaps[i], i);
		pairs->doubled[i] = doubled_class(model, i);
	}
	for (size_t g = 0; g < pairs->count; g++) {
		for (unsigned s = 0; s < PAIR_STATES; s++) {
			pairs->moves[0][g][s] =
				move_of(model, pairs->marks[g], false, s);
			pairs->moves[1][g][s] =
				move_of(model, pairs->marks[g], true, s);
		}
	}
}

int32_t pairs_ending(const struct restore_model *model, unsigned state)
{
	int32_t cost = state & PAIR_BRACKET ? BRACKET_COST : 0;

	if (state & PAIR_DOUBLE)
		cost += model->ending;
	if (state & PAIR_SINGLE)
		cost += model->ending;
	return cost;
}
