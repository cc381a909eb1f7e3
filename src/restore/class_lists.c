/* Gap classes in lists. */
#include "restore/class_lists.h"

#include <assert.h>
#include <string.h>

#include "restore/allow.h"

/* What a currency or percent sign, what U+2018, and what a bullet or a bar
   costs in squeezed text. */
#define AMOUNT_DOUBT 192
#define SINGLE_DOUBT 512
#define BULLET_DOUBT 4096

#define POUND "\xC2\xA3"
#define CURRENCIES "\xE2\x82" /* U+2080 to U+20BF: the euro, the rupee */
#define OPEN_SINGLE_UTF8 "\xE2\x80\x98"

/*
 * Squeezed text says nothing for a mark but its words: what would change a
 * number, and single quotation marks, need more than to be the likeliest. No
 * words tell of a list's bullets.
 */
static int32_t doubt(enum restore_loss loss, const struct restore_gap *gap)
{
	if (loss != LOSS_COLLAPSED)
		return 0;
	if (strpbrk(gap->text, "*|"))
		return BULLET_DOUBT;
	if (strpbrk(gap->text, "$%") || strstr(gap->text, POUND) ||
	    strstr(gap->text, CURRENCIES))
		return AMOUNT_DOUBT;
	return strstr(gap->text, OPEN_SINGLE_UTF8) ? SINGLE_DOUBT : 0;
}

static void weigh(struct class_lists *lists)
{
	const struct restore_model *model = lists->model;

	for (int loss = 0; loss < LOSS_COUNT; loss++) {
		for (size_t k = 0; k < RESTORE_GAPS; k++)
			lists->weights[loss][k] =
				model->bias[loss][k] -
				doubt((enum restore_loss)loss, &model->gaps[k]);
	}
}

static void put_in_order(struct class_lists *lists)
{
	const struct pairs *pairs = &lists->pairs;
	size_t count = 0;

	for (size_t g = 0; g < pairs->count; g++) {
		for (size_t k = 0; k < RESTORE_GAPS; k++) {
			if (pairs->group[k] == g)
				lists->order[count++] = (uint8_t)k;
		}
	}
	assert(count == RESTORE_GAPS);
}

static void list_runs(struct class_list *list, const struct pairs *pairs)
{
	bool in[PAIR_GROUPS] = { false };

	list->run_count = list->group_count = 0;
	for (size_t n = 0; n < list->count; n++) {
		const uint8_t k = list->classes[n], group = pairs->group[k];

		if (!list->run_count ||
		    list->runs[list->run_count - 1] != group)
			list->runs[list->run_count++] = group;
		list->ends[list->run_count - 1] = (uint8_t)(n + 1);
		in[group] = true;
		if (pairs->second[k] != PAIR_NONE)
			in[pairs->second[k]] = true;
	}
	for (size_t g = 0; g < pairs->count; g++) {
		list->groups[list->group_count] = (uint8_t)g;
		list->group_count += in[g];
	}
}

void class_list_fill(struct class_list *list, const struct class_lists *lists)
{
	list->count = 0;
	for (size_t i = 0; i < RESTORE_GAPS; i++) {
		const uint8_t k = lists->order[i];

		list->classes[list->count] = k;
		list->count += list->allowed[k];
	}
	list_runs(list, &lists->pairs);
}

/* Where runs were kept a gap holds no more than it had room for. */
static void list_wide(struct class_lists *lists, size_t width)
{
	struct class_list *list = &lists->wide[width];

	for (size_t k = 0; k < RESTORE_GAPS; k++)
		list->allowed[k] = lists->model->gaps[k].room <= width;
	list->allowed[0] = 1;
	list->allowed[RESTORE_GAP_KEEP] = 0;
	class_list_fill(list, lists);
}

void class_lists_init(struct class_lists *lists,
		      const struct restore_model *model)
{
	lists->model = model;
	pairs_init(&lists->pairs, model);
	put_in_order(lists);
	weigh(lists);
	for (size_t k = 0; k < RESTORE_GAPS; k++)
		lists->ends[k] = model->gaps[k].ends_sentence ? UINT32_MAX : 0;
	for (size_t width = 0; width < CLASS_WIDTHS; width++)
		list_wide(lists, width);
	lists->space = gap_class(model, " ");
	lists->comma = gap_class(model, ", ");
	lists->stop = gap_class(model, ". ");
}
