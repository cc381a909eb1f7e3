/*
 * The fields of a rule before its "::": class, place, way to match, attributes.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_RULE_FIELDS_H
#define COPYDESK_STAGES_BOILERPLATE_RULE_FIELDS_H

#include "stages/boilerplate/rules.h"

/* A part of a line; borrowed. */
struct field {
	const char *text;
	size_t len;
};

bool field_is(struct field field, const char *name);

/* The next run of bytes without a space, up to `end`. */
struct field field_next(const char **at, const char *end);

/* [at, end) without white space at either end. */
struct field field_trimmed(const char *at, const char *end);

/* Each sets its part of the rule; false: there is no such name. */
bool rule_fields_class(struct field field, struct strip_rule *rule);
bool rule_fields_where(struct field field, struct strip_rule *rule);
bool rule_fields_how(struct field field, struct strip_rule *rule);

/* Points, words=, until=, lines=, or a fact. */
bool rule_fields_attribute(struct field field, struct strip_rule *rule);

#endif
