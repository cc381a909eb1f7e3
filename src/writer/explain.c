/* Each edit of an article in its order. */
#include "writer/explain.h"

#include <inttypes.h>

#include "support/json.h"
#include "support/quote.h"
#include "writer/heading.h"
#include "writer/shown_change.h"

static bool is_json(const struct explanation *explanation)
{
	return explanation->style.format == REPORT_JSON;
}

/* The article, before its first line. */
static void begin_text(struct buffer *out, struct explanation *explanation)
{
	const struct report_place *place = explanation->place;
	const struct report_style *style = &explanation->style;

	if (explanation->count++ || is_json(explanation))
		return;
	buffer_add_text(out, colour_on(style, BOLD));
	quote_name(out, place->path);
	buffer_add_text(out, colour_off(style));
	if (place->field)
		buffer_printf(out, ", record %zu, %s", place->record,
			      place->field);
	if (place->value > 1)
		buffer_printf(out, ", value %zu", place->value);
	if (!place->field && place->record > 1)
		buffer_printf(out, ", article %zu", place->record);
	buffer_add_byte(out, '\n');
}

static void add_place(struct buffer *out, const struct report_spot *spot)
{
	const size_t from = out->len;

	buffer_printf(out, "  %zu:%zu", spot->line, spot->col);
	while (!out->failed && out->len < from + 10)
		buffer_add_byte(out, ' ');
}

static void change_line(struct buffer *out,
			const struct explanation *explanation, size_t i)
{
	const struct report_style *style = &explanation->style;
	const struct report_text *text = explanation->place->text;
	const struct cd_change *change = &text->changes[i];

	add_place(out, &text->spots[i][0]);
	buffer_printf(out, " %3d%%  %s", change->confidence,
		      colour_on(style, YELLOW));
	for (size_t r = 0; r < change->rule_count; r++)
		buffer_printf(out, "%s%s", r ? ", " : "",
			      change->rules[r]->name);
	buffer_printf(out, "%s  %s", colour_off(style),
		      colour_on(style, GREEN));
	shown_rewrite(out, text->source, change);
	buffer_printf(out, "%s\n", colour_off(style));
}

/* What a JSON object of either kind begins with. */
static void begin_object(struct buffer *out,
			 const struct explanation *explanation,
			 const struct report_spot spots[2])
{
	const struct report_place *place = explanation->place;

	buffer_add_text(out, ",\n  {");
	report_json_place(out, place);
	buffer_printf(out, ", \"line\": %zu, \"col\": %zu", spots[0].line,
		      spots[0].col);
	buffer_printf(out, ", \"end_line\": %zu, \"end_col\": %zu",
		      spots[1].line, spots[1].col);
}

static void add_rule(struct buffer *out, const struct cd_rule *rule)
{
	buffer_printf(out, "{\"rule\": \"%s\", \"kind\": \"%s\", \"reason\": ",
		      rule->name, report_kind(rule->kind));
	report_string(out, rule->reason);
	buffer_add_byte(out, '}');
}

static void change_object(struct buffer *out,
			  const struct explanation *explanation, size_t i)
{
	const struct report_text *text = explanation->place->text;
	const struct cd_change *change = &text->changes[i];
	const size_t base = explanation->place->base;

	begin_object(out, explanation, text->spots[i]);
	buffer_printf(out, ", \"offset\": %zu, \"end_offset\": %zu",
		      base + change->off, base + change->end);
	buffer_add_text(out, ", \"rules\": [");
	for (size_t r = 0; r < change->rule_count; r++) {
		buffer_add_text(out, r ? ", " : "");
		add_rule(out, change->rules[r]);
	}
	buffer_add_text(out, "], \"old\": ");
	json_string(out, text->source.bytes + change->off,
		    change->end - change->off);
	buffer_add_text(out, ", \"new\": ");
	json_string(out, change->text.bytes, change->text.len);
	buffer_printf(out, ", \"confidence\": %d}", change->confidence);
}

/* The edits up to source byte `off`. */
static void explain_up_to(struct buffer *out, struct explanation *explanation,
			  size_t off)
{
	const struct report_text *text = explanation->place->text;

	for (; explanation->next < text->change_count &&
	       text->changes[explanation->next].off <= off && text->spots;
	     explanation->next++) {
		begin_text(out, explanation);
		if (is_json(explanation))
			change_object(out, explanation, explanation->next);
		else
			change_line(out, explanation, explanation->next);
	}
}

void explain_finding(struct buffer *out, struct explanation *explanation,
		     const struct cd_finding *finding)
{
	const struct report_spot spots[2] = {
		{ finding->line, finding->col },
		{ finding->end_line, finding->end_col },
	};
	const size_t base = explanation->place->base;

	if (explanation->place->text)
		explain_up_to(out, explanation, finding->off);
	begin_text(out, explanation);
	if (is_json(explanation)) {
		begin_object(out, explanation, spots);
		buffer_printf(out, ", \"offset\": %zu, \"end_offset\": %zu",
			      base + finding->off, base + finding->end);
		buffer_add_text(out, ", \"rules\": [");
		add_rule(out, finding->rule);
		buffer_add_text(out, "], \"message\": ");
		report_string(out, finding->message);
		buffer_add_byte(out, '}');
		return;
	}
	add_place(out, &spots[0]);
	buffer_printf(out, "    -  %s%s%s  %s\n",
		      colour_on(&explanation->style, YELLOW),
		      finding->rule->name, colour_off(&explanation->style),
		      finding->message);
}

void explain_end(struct buffer *out, struct explanation *explanation)
{
	explain_up_to(out, explanation, SIZE_MAX);
	if (explanation->count || is_json(explanation))
		return;
	begin_text(out, explanation);
	buffer_add_text(out, "  clean\n");
}
