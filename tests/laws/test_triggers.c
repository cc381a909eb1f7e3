/*
 * The survey decides which stages run. A stage whose trigger says no must have
 * nothing to do: run all the same, it makes no edit. (A stage that restores is
 * not asked: there the trigger itself says what was lost.)
 */
#include "support.h"

#include "desk.h"
#include "edit/examine.h"
#include "stages/stage.h"
#include "laws/texts.h"

#define ARTICLES 400
#define PIECES 24

static size_t edits_of(const struct stage *stage, const struct cd_desk *desk,
		       const struct random_text *text,
		       const struct survey *survey)
{
	struct arena arena = { 0 };
	struct layer layer;
	void *memory = NULL;
	struct pass pass = {
		.text = text->bytes,
		.len = text->len,
		.survey = survey,
		.settings = &desk->settings,
		.arena = &arena,
		.layer = &layer,
		.memory = &memory,
	};
	size_t edits;

	layer_init(&layer);
	stage->run(&pass);
	assert_false(pass.failed);
	edits = layer.edit_count;
	layer_release(&layer);
	arena_release(&arena);
	return edits;
}

static void test_untriggered(void **state)
{
	struct cd_desk *desk = desk_for(NULL);
	uint64_t random = 1;
	size_t asked = 0;

	(void)state;
	for (int i = 0; i < ARTICLES; i++) {
		struct random_text text = random_article(&random, PIECES);
		struct survey survey;

		examine_text(&survey, text.bytes, text.len,
			     desk->settings.lists);
		for (size_t k = 0; k < stage_count; k++) {
			const struct stage *stage = stages[k];

			if (stage->settles ||
			    stage_is_triggered(stage, &survey, &desk->settings))
				continue;
			asked++;
			if (edits_of(stage, desk, &text, &survey))
				fail_msg("stage %zu (%s) had work: %.*s", k,
					 stage->name, (int)text.len,
					 text.bytes);
		}
		free(text.bytes);
	}
	assert_true(asked > ARTICLES);
	cd_desk_free(desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_untriggered),
	};

	return cmocka_run_group_tests_name("triggers", tests, NULL, NULL);
}
