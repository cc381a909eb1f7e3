/* Findings of a worker: counted, rendered or explained. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "batch/worker.h"
#include "writer/format.h"

/* A finding in the explanation of its article; its edits are in any case. */
static void explain(struct worker *worker, const struct cd_finding *finding,
		    const struct report_place *place)
{
	struct explanation alone = { worker->plan->style, place, 0, 0 };
	struct explanation *explanation =
		place->text ? &worker->explanation : &alone;

	explanation->place = place;
	if (!finding->edit_count)
		explain_finding(&worker->outcome->notes, explanation, finding);
}

/* Whether fix would run the model that this desk does not run. */
static bool may_restore(const struct worker *worker)
{
	return worker->plan->restorable &&
	       worker->chunk->format != FORMAT_MARKDOWN;
}

/* Render a finding, or explain it. */
static void render(struct worker *worker, const struct cd_finding *finding,
		   const struct report_place *place)
{
	struct cd_finding shown = *finding;

	if (worker->plan->wants & WANT_EXPLANATION) {
		explain(worker, finding, place);
		return;
	}
	if (place->text)
		report_find_line(&worker->text, finding->off);
	shown.fixable |=
		may_restore(worker) && finding->rule->kind == CD_RESTORE;
	format_finding(&worker->outcome->report, &worker->outcome->items,
		       &worker->plan->style, place, &shown);
}

static bool is_ignored(struct worker *worker, const struct cd_finding *finding,
		       const struct report_place *place)
{
	const struct plan *plan = worker->plan;
	uint64_t hash;

	if (!plan->ignored_count)
		return false;
	if (place->text)
		report_find_line(&worker->text, finding->off);
	hash = report_hash(place, finding);
	for (size_t i = 0; i < plan->ignored_count; i++) {
		if (plan->ignored[i].rule == finding->rule &&
		    plan->ignored[i].hash == hash)
			return true;
	}
	return false;
}

void worker_count(struct worker *worker, const struct cd_finding *finding,
		  const struct report_place *place)
{
	struct tally *tally = &worker->outcome->tally;
	const size_t rule = (size_t)(finding->rule - cd_rule(0));

	if (!(worker->plan->wants & (WANT_FINDINGS | WANT_COUNTS)))
		return;
	if (worker->plan->wants & WANT_FINDINGS &&
	    is_ignored(worker, finding, place))
		return;
	tally->findings++;
	if (rule < TALLY_RULES)
		tally->rules[rule]++;
	if (!(worker->plan->wants & WANT_FINDINGS))
		return;
	render(worker, finding, place);
}

bool worker_report(struct worker *worker, const struct reader_finding *found)
{
	const struct cd_rule *rule = cd_rule_find(found->rule);
	const struct report_place place = {
		.path = worker->path,
		.record = found->record,
		.field = found->field,
	};
	struct cd_finding finding = { .rule = rule };

	if (!rule || !cd_desk_selects(worker->plan->desk, rule))
		return false;
	finding.fixable = found->fixable;
	finding.line = finding.end_line = found->line;
	finding.col = found->col;
	finding.end_col = found->end_col;
	finding.message = found->message ? found->message : rule->summary;
	worker_count(worker, &finding, &place);
	return true;
}

void worker_begin_text(struct worker *worker)
{
	struct report_text *text = &worker->text;

	memset(text, 0, sizeof(*text));
	worker->explanation =
		(struct explanation){ .style = worker->plan->style };
	text->source = cd_source(worker->result);
	if (cd_changes(worker->result, &text->changes, &text->change_count) !=
	    CD_OK)
		worker->outcome->report.failed = true;
}

void worker_end_text(struct worker *worker, const struct report_place *place)
{
	worker->explanation.place = place;
	if (worker->plan->wants & WANT_EXPLANATION)
		explain_end(&worker->outcome->notes, &worker->explanation);
}

struct report_spot (*worker_spots(struct worker *worker))[2]
{
	const size_t count = worker->text.change_count;

	if (!(worker->plan->wants & WANT_SPOTS) || !count)
		return NULL;
	if (count > worker->spot_cap) {
		void *grown =
			realloc(worker->spots, count * sizeof(*worker->spots));

		worker->outcome->report.failed |= !grown;
		if (!grown)
			return NULL;
		worker->spots = grown;
		worker->spot_cap = count;
	}
	worker->text.spots = (const struct report_spot(*)[2])worker->spots;
	return worker->spots;
}

/* From *at to `to`; lines end as the library has it. */
static void advance(struct cd_span text, size_t *at, size_t to,
		    struct report_spot *spot)
{
	for (; *at < to && *at < text.len; ++*at) {
		const char c = text.bytes[*at];
		const bool lone = c == '\r' && (*at + 1 == text.len ||
						text.bytes[*at + 1] != '\n');

		if (c == '\n' || lone)
			*spot = (struct report_spot){ spot->line + 1, 1 };
		else
			spot->col += !utf8_is_trail(c);
	}
}

static void text_spots(struct worker *worker, const struct piece *piece)
{
	const struct report_text *text = &worker->text;
	struct report_spot(*spots)[2] = worker_spots(worker);
	struct report_spot spot = { piece->line, piece->col };
	size_t at = 0;

	for (size_t i = 0; spots && i < text->change_count; i++) {
		advance(text->source, &at, text->changes[i].off, &spot);
		spots[i][0] = spot;
		advance(text->source, &at, text->changes[i].end, &spot);
		spots[i][1] = spot;
	}
}

struct report_place worker_place(const struct worker *worker,
				 const struct piece *piece)
{
	return (struct report_place){
		.path = worker->path,
		.record = piece->record,
		.base = piece->base,
	};
}

void worker_stripped(struct worker *worker, const struct report_place *place)
{
	struct buffer *out = &worker->outcome->stripped;
	const struct cd_stripped *spans;
	size_t count;

	if (cd_stripped(worker->result, &spans, &count) != CD_OK)
		out->failed = true;
	for (size_t i = 0; i < count; i++)
		report_stripped(out, place, &spans[i]);
}

/* Whether an edit of the text is one of the file: the length of a WARC's record
   is told before it. */
static bool is_exact(const struct worker *worker, const struct piece *piece)
{
	const struct chunk *chunk = worker->chunk;

	return !chunk->charset && !worker->packed &&
	       chunk->format != FORMAT_WARC &&
	       worker->text.source.bytes == chunk->text.bytes + piece->at;
}

void worker_text_findings(struct worker *worker, const struct piece *piece)
{
	struct report_place place = worker_place(worker, piece);
	const struct cd_finding *findings;
	size_t count;

	worker_begin_text(worker);
	worker->text.exact = is_exact(worker, piece);
	text_spots(worker, piece);
	place.text = &worker->text;
	if (cd_findings(worker->result, &findings, &count) != CD_OK)
		worker->outcome->report.failed = true;
	for (size_t i = 0; i < count; i++) {
		struct cd_finding finding = findings[i];

		if (finding.line == 1)
			finding.col += piece->col - 1;
		if (finding.end_line == 1)
			finding.end_col += piece->col - 1;
		finding.line += piece->line - 1;
		finding.end_line += piece->line - 1;
		worker_count(worker, &finding, &place);
	}
	worker_end_text(worker, &place);
}
