/* An example of each rule, from the test cases. */
#ifndef COPYDESK_CLI_RULE_EXAMPLE_H
#define COPYDESK_CLI_RULE_EXAMPLE_H

#include "base/buffer.h"

/*
 * Append the example of the rule of that name, as a diff; nothing where the
 * cases have none that is short.
 */
void rule_example(struct buffer *out, const char *rule);

#endif
