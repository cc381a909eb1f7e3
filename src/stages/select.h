/*
 * Which rules are on.
 */
#ifndef COPYDESK_STAGES_SELECT_H
#define COPYDESK_STAGES_SELECT_H

#include "edit/pass.h"

/*
 * Set settings->selected and the sets of stages from `terms` as
 * cd_options.rules describes; NULL: the default-on rules. reader/ and internal/
 * rules stay on unless removed by their own names. On an unknown name: false,
 * with the name's place in *bad and its length in *bad_len.
 */
bool select_rules(struct settings *settings, const char *terms,
		  const char **bad, size_t *bad_len);

#endif
