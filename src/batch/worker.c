/* A worker: an article through the library, and what was made of it. */
#include "batch/worker.h"

#include <stdlib.h>
#include <string.h>

#include "support/quote.h"

void worker_init(struct worker *worker)
{
	memset(worker, 0, sizeof(*worker));
	buffer_init(&worker->field);
	buffer_init(&worker->part);
}

void worker_release(struct worker *worker)
{
	cd_result_free(worker->result);
	free(worker->spots);
	buffer_release(&worker->field);
	buffer_release(&worker->part);
	record_finder_release(&worker->finder);
}

void worker_complain(struct worker *worker, size_t line, const char *what,
		     const char *detail)
{
	struct buffer *out = &worker->outcome->messages;

	buffer_add_text(out, "copydesk: ");
	quote_name(out, worker->path);
	buffer_printf(out, ":%zu: %s%s%s\n", line, what, detail ? ": " : "",
		      detail ? detail : "");
	worker->outcome->tally.trouble++;
}

void worker_put(struct worker *worker, size_t at, size_t end, const char *text,
		size_t len)
{
	struct outcome *outcome = worker->outcome;

	outcome->edited = true;
	buffer_add(&outcome->text, worker->chunk->text.bytes + worker->done,
		   at - worker->done);
	buffer_add(&outcome->text, text, len);
	worker->done = end;
}

/* A proof that failed is trouble whatever the command. */
static void watch_proofs(struct worker *worker, const struct piece *piece,
			 const struct cd_finding *findings, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (strncmp(findings[i].rule->name, "internal/", 9))
			continue;
		if (worker->plan->wants & WANT_FINDINGS)
			worker->outcome->tally.trouble++;
		else
			worker_complain(worker, piece->line,
					findings[i].rule->name,
					findings[i].message);
	}
}

/* Where they are not wanted but for their numbers. */
static void count_findings(struct worker *worker)
{
	const struct report_place nowhere = { .path = worker->path };
	const struct cd_finding *findings;
	size_t count;

	if (cd_findings(worker->result, &findings, &count) != CD_OK)
		worker->outcome->report.failed = true;
	for (size_t i = 0; i < count; i++)
		worker_count(worker, &findings[i], &nowhere);
}

/* A long article is counted once, by its first part. */
static void count_article(struct worker *worker)
{
	struct tally *tally = &worker->outcome->tally;
	uint32_t left = cd_conditions(worker->result);

	tally->articles++;
	for (size_t i = 0; left; i++, left >>= 1)
		tally->conditions[i] += left & 1;
}

const struct cd_desk *plan_desk(const struct plan *plan, enum format format,
				enum cd_lines lines)
{
	return format == FORMAT_MARKDOWN ? cd_desk_markdown(plan->desk)
					 : cd_desk_lines(plan->desk, lines);
}

bool worker_run(struct worker *worker, const struct piece *piece,
		struct cd_span text, enum cd_lines lines)
{
	const enum cd_status status =
		cd_run(plan_desk(worker->plan, worker->chunk->format, lines),
		       text.bytes, text.len, &worker->result);
	const struct cd_finding *findings;
	size_t count;

	if (status != CD_OK) {
		worker_complain(worker, piece->line, cd_status_text(status),
				NULL);
		return false;
	}
	worker->outcome->tally.lossy += cd_lossy(worker->result);
	if (piece->base == 0)
		count_article(worker);
	if ((worker->plan->wants & (WANT_FINDINGS | WANT_COUNTS)) ==
	    WANT_COUNTS)
		count_findings(worker);
	if (worker->plan->inspector)
		worker->plan->inspector->look(worker->plan->inspector, worker,
					      piece);
	/* A broken proof leaves the text unchanged, or as it was decoded. */
	if (cd_text(worker->result).bytes == cd_source(worker->result).bytes &&
	    cd_findings(worker->result, &findings, &count) == CD_OK)
		watch_proofs(worker, piece, findings, count);
	return true;
}
