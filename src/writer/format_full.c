/* full: a finding with the line that it is in, marked, and what it changes. */
#include "base/utf8.h"
#include "writer/format.h"
#include "writer/heading.h"
#include "writer/restored.h"
#include "writer/shown.h"
#include "writer/shown_change.h"

/* Columns of the line that are shown, and of those before the finding. */
#define WINDOW 60
#define LEAD 24

struct window {
	size_t from, end;   /* source bytes */
	size_t lead, width; /* columns before the mark, and of it */
	bool cut_front, cut_end;
};

/* Bytes from `at` on that fit into *columns, which is then what is left. */
static size_t forward(struct cd_span source, size_t at, size_t end,
		      size_t *columns)
{
	size_t more;

	while (at < end) {
		const size_t size =
			shown_step(source.bytes + at, end - at, &more);

		if (more > *columns)
			break;
		*columns -= more;
		at += size;
	}
	return at;
}

static size_t backward(struct cd_span source, size_t at, size_t start,
		       size_t *columns)
{
	size_t more;

	while (at > start) {
		size_t before = at;

		utf8_previous(source.bytes, &before);
		shown_step(source.bytes + before, at - before, &more);
		if (more > *columns)
			break;
		*columns -= more;
		at = before;
	}
	return at;
}

/* The part of the line to show: more of its start where its end is near. */
static struct window window_of(const struct report_text *text,
			       const struct cd_finding *finding)
{
	const struct report_line *line = &text->line;
	const size_t mark_end =
		finding->end < line->end ? finding->end : line->end;
	size_t rest = WINDOW - LEAD, lead, room, width = WINDOW;
	struct window window;

	forward(text->source, finding->off, line->end, &rest);
	lead = room = LEAD + rest;
	window.from = backward(text->source, finding->off, line->from, &room);
	window.lead = lead - room;
	room = WINDOW - window.lead;
	window.end = forward(text->source, finding->off, line->end, &room);
	forward(text->source, finding->off,
		mark_end < window.end ? mark_end : window.end, &width);
	window.width = width < WINDOW ? WINDOW - width : 1;
	window.cut_front = window.from > line->from;
	window.cut_end = window.end < line->end;
	return window;
}

static void add_source(struct buffer *out, const struct report_style *style,
		       const struct report_text *text,
		       const struct window *window, size_t line)
{
	buffer_printf(out, "%s%5zu |%s ", colour_on(style, CYAN), line,
		      colour_off(style));
	buffer_add_text(out, window->cut_front ? "..." : "");
	shown_text(out, text->source.bytes + window->from,
		   window->end - window->from);
	buffer_add_text(out, window->cut_end ? "...\n" : "\n");
}

static void add_mark(struct buffer *out, const struct report_style *style,
		     const struct window *window,
		     const struct cd_finding *finding)
{
	const size_t lead = window->lead + (window->cut_front ? 3 : 0);

	buffer_printf(out, "%s      |%s %*s", colour_on(style, CYAN),
		      colour_off(style), (int)lead, "");
	buffer_add_text(out, colour_on(style, colour_of(finding->rule)));
	for (size_t i = 0; i < window->width; i++)
		buffer_add_byte(out, '^');
	buffer_add_text(out, colour_off(style));
}

/* "`old` -> `new`" after the mark. */
static void add_change(struct buffer *out, const struct report_style *style,
		       const struct report_place *place,
		       const struct cd_finding *finding)
{
	const size_t from = out->len;
	size_t lead;

	buffer_printf(out, " %s", colour_on(style, GREEN));
	lead = out->len;
	shown_change(out, place, finding);
	if (out->len == lead)
		out->len = from;
	else
		buffer_add_text(out, colour_off(style));
}

static void finding_in_line(struct buffer *out,
			    const struct report_style *style,
			    const struct report_place *place,
			    const struct cd_finding *finding)
{
	struct window window;

	heading_add(out, style, place, finding);
	buffer_add_text(out, finding->message);
	buffer_add_byte(out, '\n');
	if (!place->text)
		return;
	window = window_of(place->text, finding);
	add_source(out, style, place->text, &window, finding->line);
	add_mark(out, style, &window, finding);
	if (!restored_is_listed(place, finding))
		add_change(out, style, place, finding);
	buffer_add_byte(out, '\n');
	if (restored_is_listed(place, finding))
		restored_add(out, style, place, finding);
}

const struct format_row format_full = {
	.finding = finding_in_line,
	.between = "\n",
};
