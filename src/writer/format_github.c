/* github: workflow commands, which the log shows as annotations. */
#include <string.h>

#include "writer/format.h"
#include "writer/shown_change.h"

/* Escaped as GitHub's toolkit does: properties more than messages. */
static void add_escaped(struct buffer *out, const char *text,
			const char *escape)
{
	for (; *text; text++) {
		if (strchr(escape, *text))
			buffer_printf(out, "%%%02X", (unsigned char)*text);
		else
			buffer_add_byte(out, *text);
	}
}

/* The line of a finding's last character: where it ends is the one after. */
static size_t last_line(const struct cd_finding *finding)
{
	return finding->end_line > finding->line && finding->end_col == 1
		       ? finding->end_line - 1
		       : finding->end_line;
}

static void annotation(struct buffer *out, const struct report_style *style,
		       const struct report_place *place,
		       const struct cd_finding *finding)
{
	static const char *const commands[] = {
		[CD_SEVERITY_NOTE] = "notice",
		[CD_SEVERITY_WARNING] = "warning",
		[CD_SEVERITY_ERROR] = "error",
	};

	struct buffer message;

	(void)style;
	buffer_printf(out, "::%s file=", commands[finding->rule->severity]);
	add_escaped(out, place->path, "%\r\n:,");
	buffer_printf(out, ",line=%zu,endLine=%zu", finding->line,
		      last_line(finding));
	/* GitHub takes columns only of what starts and ends on one line. */
	if (finding->line == finding->end_line)
		buffer_printf(out, ",col=%zu,endColumn=%zu", finding->col,
			      finding->end_col);
	buffer_printf(out, ",title=%s::", finding->rule->name);
	buffer_init(&message);
	shown_message(&message, place, finding);
	if (buffer_text(&message))
		add_escaped(out, message.bytes, "%\r\n");
	else
		out->failed = true;
	buffer_release(&message);
	buffer_add_byte(out, '\n');
}

const struct format_row format_github = { .finding = annotation };
