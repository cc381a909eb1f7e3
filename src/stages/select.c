/* Selecting rules: terms, specificity and order. */
#include "stages/select.h"

#include <string.h>

#include "stages/stage.h"

enum specificity { MISSES, ALL, STAGE, EXACT };

struct term {
	char sign; /* + - = */
	const char *name;
	size_t len;
};

/* Read the term at *cursor and move past it; false at the end. */
static bool next_term(const char **cursor, struct term *term)
{
	const char *at = *cursor + strspn(*cursor, ", ");

	if (!*at)
		return false;
	term->sign = '+';
	if (strchr("+-=", *at))
		term->sign = *at++;
	term->name = at;
	term->len = strcspn(at, ", ");
	*cursor = at + term->len;
	return true;
}

static bool same(const struct term *term, const char *name, size_t len)
{
	return term->len == len && !strncmp(term->name, name, len);
}

static enum specificity match(const struct term *term,
			      const struct cd_rule *rule)
{
	if (same(term, "all", 3))
		return ALL;
	if (same(term, rule->name, strlen(rule->name)))
		return EXACT;
	return same(term, rule->name, strcspn(rule->name, "/")) ? STAGE
								: MISSES;
}

/* A stage's name adds its default-on rules only, and removes all. */
static bool speaks_for(const struct term *term, enum specificity how,
		       const struct cd_rule *rule)
{
	return how != MISSES && (how != STAGE || term->sign == '-' || rule->on);
}

static bool is_service(const struct cd_rule *rule)
{
	return !strncmp(rule->name, "reader/", 7) ||
	       !strncmp(rule->name, "internal/", 9);
}

static bool decide(const char *terms, const struct cd_rule *rule)
{
	enum specificity best = MISSES;
	bool on = rule->on;
	struct term term;
	const char *cursor = terms;

	while (next_term(&cursor, &term)) {
		if (term.sign == '=' && !is_service(rule))
			on = false;
	}
	cursor = terms;
	while (next_term(&cursor, &term)) {
		const enum specificity how = match(&term, rule);

		if (how >= best && speaks_for(&term, how, rule) &&
		    !(is_service(rule) && how == ALL)) {
			best = how;
			on = term.sign != '-';
		}
	}
	return on;
}

static bool is_known(const struct term *term)
{
	for (unsigned i = 0; i < RULE_COUNT; i++) {
		if (match(term, &rule_table[i]) != MISSES)
			return true;
	}
	return false;
}

static bool has_selected(const struct settings *settings,
			 const struct stage *stage)
{
	const size_t len = strlen(stage->name);

	if (stage->rule != RULE_ANY)
		return settings_select(settings, stage->rule);
	for (unsigned k = 0; k < RULE_COUNT; k++) {
		const char *name = rule_table[k].name;

		if (settings_select(settings, k) &&
		    !strncmp(name, stage->name, len) && name[len] == '/')
			return true;
	}
	return false;
}

/* By which signs of a text a stage, whose bit that is, may have work. */
static void note_signs(struct settings *settings, const struct stage *stage,
		       uint64_t bit)
{
	if (!stage->sees)
		settings->asking |= bit;
	for (unsigned sign = 0; sign < 32; sign++)
		if (stage->sees >> sign & 1)
			settings->seeing[sign] |= bit;
}

/* A stage does not run if its rule is off, or all of its rules. */
static void choose_stages(struct settings *settings)
{
	for (size_t i = 0; i < stage_count; i++) {
		const uint64_t bit = (uint64_t)1 << i;

		if (!has_selected(settings, stages[i]))
			continue;
		note_signs(settings, stages[i], bit);
		if (stages[i]->reports)
			settings->reporting |= bit;
		else if (stages[i]->decodes)
			settings->decoding |= bit;
		else
			settings->mending |= bit;
	}
}

bool select_rules(struct settings *settings, const char *terms,
		  const char **bad, size_t *bad_len)
{
	const char *cursor;
	struct term term;

	if (!terms)
		terms = "";
	cursor = terms;
	while (next_term(&cursor, &term)) {
		if (!is_known(&term)) {
			*bad = term.name;
			*bad_len = term.len;
			return false;
		}
	}
	for (unsigned i = 0; i < RULE_COUNT; i++) {
		if (decide(terms, &rule_table[i]))
			settings->selected[i / 64] |= (uint64_t)1 << i % 64;
	}
	choose_stages(settings);
	return true;
}
