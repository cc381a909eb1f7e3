/*
 * Stages: how one looks to the engine, and the rules by number.
 *
 * To add a rule: a row in rules.def, the code in its stage that calls
 * pass_replace(), pass_strip() or pass_note() with it, and cases in
 * tests/cases/STAGE.txt (three that fire, three that must not).
 */
#ifndef COPYDESK_STAGES_STAGE_H
#define COPYDESK_STAGES_STAGE_H

#include "edit/pass.h"

enum rule {
#define RULE(id, ...) RULE_##id,
#include "stages/rules.def"
#undef RULE
	RULE_COUNT,
	RULE_ANY = RULE_COUNT /* of a stage's rules one */
};

/*
 * A stage, or one step of a stage: each is declared by its file, as the last
 * thing in it. Steps run in the order of stages.def; each sees the text that
 * the steps before it left, surveyed again.
 */
struct stage {
	const char *name;
	/*
	 * Whether there can be work: this rule is selected (RULE_ANY: one of
	 * the stage's), and the text has one of these (enum survey_seen; 0:
	 * whatever it has).
	 */
	enum rule rule;
	uint32_t sees;
	/*
	 * What else must hold, if anything: by the survey alone, or where
	 * options count, too. Cheap: no text is read.
	 */
	bool (*triggered)(const struct survey *);
	bool (*wanted)(const struct survey *, const struct settings *);
	void (*run)(struct pass *pass);
	/* It may change which letters the text has; such steps come first. */
	bool decodes;
	/* What it mends is wrong in a listing of code, too, if that is in no
	 * fence; the edits of other steps are dropped there. */
	bool mends_code;
	/* It repairs letters, in front matter and fences as elsewhere. */
	bool everywhere;
	/* What it mends is form in Markdown, and stays there. */
	bool unmarks;
	/*
	 * It must not be triggered by its own output: if it is, its edits are
	 * dropped and the rule `unstable` is reported.
	 */
	bool settles;
	enum rule unstable;
	/* It only reports, on the text that comes out: after the last
	 * iteration. */
	bool reports;
};

#define STAGE(name) extern const struct stage name##_stage;
#include "stages/stages.def"
#undef STAGE

extern const struct stage *const stages[];
extern const size_t stage_count;

/* Whether a stage of which a rule is selected can have work in a text. */
bool stage_is_triggered(const struct stage *stage, const struct survey *survey,
			const struct settings *settings);

extern const struct cd_rule rule_table[RULE_COUNT];

#endif
