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
	RULE_COUNT
};

/*
 * A step of a stage. Steps run in the table's order; each sees the text that
 * the steps before it left, freshly surveyed.
 */
struct stage {
	const char *name;
	/* Whether there can be work; cheap: it reads the survey only. */
	bool (*triggered)(const struct survey *, const struct settings *);
	void (*run)(struct pass *pass);
	/*
	 * Not 0: the stage must not be triggered by its own output. If it is,
	 * its edits are dropped and this rule is reported.
	 */
	enum rule unstable;
};

extern const struct stage stages[];
extern const size_t stage_count;

/* The first stages[] entry after the encoding stage: the skeleton's place. */
extern const size_t stage_first_after_encoding;

extern const struct cd_rule rule_table[RULE_COUNT];

/* The stages, each in its file or folder. */
bool entity_triggered(const struct survey *, const struct settings *);
void entity_step(struct pass *pass);
bool mojibake_triggered(const struct survey *, const struct settings *);
void mojibake_step(struct pass *pass);
bool lost_triggered(const struct survey *, const struct settings *);
void lost_step(struct pass *pass);
bool misread_triggered(const struct survey *, const struct settings *);
void misread_step(struct pass *pass);
bool question_triggered(const struct survey *, const struct settings *);
void question_step(struct pass *pass);
bool tag_triggered(const struct survey *, const struct settings *);
void tag_step(struct pass *pass);
bool backslash_triggered(const struct survey *, const struct settings *);
void backslash_step(struct pass *pass);
bool character_triggered(const struct survey *, const struct settings *);
void character_step(struct pass *pass);
bool compose_triggered(const struct survey *, const struct settings *);
void compose_step(struct pass *pass);
bool casing_triggered(const struct survey *, const struct settings *);
void casing_run(struct pass *pass);
bool marks_triggered(const struct survey *, const struct settings *);
void marks_run(struct pass *pass);
bool whitespace_triggered(const struct survey *, const struct settings *);
void whitespace_run(struct pass *pass);
bool underscore_triggered(const struct survey *, const struct settings *);
void underscore_run(struct pass *pass);
bool boilerplate_triggered(const struct survey *, const struct settings *);
void boilerplate_run(struct pass *pass);
bool quotes_triggered(const struct survey *, const struct settings *);
void quotes_run(struct pass *pass);

#endif
