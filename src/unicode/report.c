/* What an article's bytes were read as. */
#include "unicode/report.h"

#include <stdlib.h>
#include <string.h>

void charset_report_init(struct charset_report *report)
{
	memset(report, 0, sizeof(*report));
}

void charset_report_release(struct charset_report *report)
{
	free(report->bad);
	charset_report_init(report);
}

bool charset_report_bad(struct charset_report *report, struct buffer *out)
{
	if (!array_grow(&report->bad, &report->bad_cap, report->bad_count,
			sizeof(*report->bad)))
		return false;
	report->bad[report->bad_count++] = (uint32_t)out->len;
	buffer_add_text(out, "\xEF\xBF\xBD");
	return true;
}
