/*
 * github: workflow commands, which the log shows as annotations; the worst
 * first, and of each kind no more than GitHub shows of a step. Only these are
 * held.
 */
#include <string.h>

#include "writer/fingerprint.h"
#include "writer/format.h"
#include "writer/shown_change.h"
#include "writer/stream.h"

/* Annotations of a kind and a step. */
#define SHOWN 10

/* What would control a terminal that shows the log. */
static bool is_control(const char *text)
{
	const unsigned char c = (unsigned char)text[0];
	const unsigned char next = (unsigned char)text[c != 0];

	return c < ' ' || c == 0x7F ||
	       (c == 0xC2 && next >= 0x80 && next < 0xA0);
}

/* Escaped as GitHub's toolkit does: properties more than messages. */
static void add_escaped(struct buffer *out, const char *text,
			const char *escape)
{
	for (; *text; text++) {
		if (strchr(escape, *text) || is_control(text))
			buffer_printf(out, "%%%02X", (unsigned char)*text);
		else
			buffer_add_byte(out, *text);
	}
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
	/* GitHub finds no file of the diff by "./a.txt". */
	add_escaped(out, plain_path(place->path), "%\r\n:,");
	buffer_printf(out, ",line=%zu,endLine=%zu", finding->line,
		      report_last_line(finding));
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

/* Keep the first of each kind, and where the last of them begins. */
static void keep(struct report_stream *stream, const struct report_item *item,
		 struct cd_span text)
{
	const enum cd_severity severity = item->rule->severity;
	struct buffer *held = &stream->held[severity];

	if (stream->held_count[severity]++ >= SHOWN)
		return;
	stream->held_last[severity] = held->len;
	buffer_add(held, text.bytes, text.len);
}

static size_t left_out(const struct report_stream *stream)
{
	size_t count = 0;

	for (int i = 0; i < SEVERITIES; i++)
		count += stream->held_count[i] > SHOWN
				 ? stream->held_count[i] - SHOWN
				 : 0;
	return count;
}

/* What is left out is a notice, too: the last of ten makes room for it. */
static void write_kept(struct report_stream *stream)
{
	struct buffer *notices = &stream->held[CD_SEVERITY_NOTE];
	size_t more = left_out(stream);

	if (more && stream->held_count[CD_SEVERITY_NOTE] >= SHOWN) {
		notices->len = stream->held_last[CD_SEVERITY_NOTE];
		more++;
	}
	if (more)
		buffer_printf(notices,
			      "::notice title=copydesk::%zu more finding%s "
			      "not shown here\n",
			      more, more == 1 ? " is" : "s are");
	for (int i = SEVERITIES - 1; i >= 0; i--)
		report_stream_add(stream, &stream->held[i]);
}

const struct format_row format_github = {
	.end = write_kept,
	.finding = annotation,
	.take = keep,
};
