/* Names of rules and of stages, as users write them. */
#ifndef COPYDESK_CLI_RULE_NAMES_H
#define COPYDESK_CLI_RULE_NAMES_H

#include <copydesk.h>

#include <stdbool.h>

/* Whether the rule is `name`, or of the stage `name`. NULL: every rule is. */
bool rule_is_named(const struct cd_rule *rule, const char *name);

/* Whether some rule is. */
bool rule_name_known(const char *name);

/* The name of a rule or stage that is like `name`, or NULL; static. */
const char *rule_name_near(const char *name);

#endif
