/*
 * The boilerplate rules that are compiled in, as tables: what strip_rules_new()
 * makes of a language's files is worked out when copydesk is built
 * (tools/compile.c), so that no start pays for it.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_BUILT_IN_H
#define COPYDESK_STAGES_BOILERPLATE_BUILT_IN_H

struct lang;
struct strip_rules;

/* The language's rules (static), or NULL when its files are to be read. */
const struct strip_rules *strip_rules_built_in(const struct lang *lang);

#endif
