/* The byte order mark, before the steps that ask what begins a text. */
#include "stages/stage.h"

#define BOM "\uFEFF"
#define SIZE (sizeof(BOM) - 1)

static void run(struct pass *pass)
{
	size_t end = 0;

	while (pass_has(pass, end, BOM))
		end += SIZE;
	if (end)
		pass_delete(pass, RULE_ENCODING_BOM, 0, end);
}

const struct stage bom_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.everywhere = true,
	.sees = SEEN_INVISIBLE,
	.rule = RULE_ENCODING_BOM,
	.run = run,
};
