/*
 * The index: by which words of a line rules are found.
 *
 * A rule is tried only on lines that hold one of its literals: a word or a pair
 * of words, as rare as its pattern has them, or else those with which it
 * begins.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_RULE_INDEX_H
#define COPYDESK_STAGES_BOILERPLATE_RULE_INDEX_H

#include "stages/boilerplate/rules.h"

/* Put rules->rules[index] into the index. False when memory runs out. */
bool index_rule(struct strip_rules *rules, uint32_t index);

/* Make the index ready, when all rules are in it. False: no memory. */
bool index_finish(struct strip_rules *rules);

void index_release(struct strip_rules *rules);

#endif
