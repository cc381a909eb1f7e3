/* How a finding begins for people: its place, its rule, and colours. */
#ifndef COPYDESK_WRITER_HEADING_H
#define COPYDESK_WRITER_HEADING_H

#include "writer/report.h"

#define BOLD "\033[1m"
#define RED "\033[31m"
#define GREEN "\033[32m"
#define YELLOW "\033[33m"
#define CYAN "\033[36m"
#define PLAIN "\033[0m"

/* The text in a colour, where the style has any: colour_on(), text, _off(). */
const char *colour_on(const struct report_style *style, const char *colour);
const char *colour_off(const struct report_style *style);

/* By how grave the rule's findings are. */
const char *colour_of(const struct cd_rule *rule);

/* Append "path:line:col: rule [*] ". */
void heading_add(struct buffer *out, const struct report_style *style,
		 const struct report_place *place,
		 const struct cd_finding *finding);

#endif
