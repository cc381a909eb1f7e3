/*
 * A worker: what a thread has to take articles through the library, and what it
 * is to make of them. process.c, record.c and findings.c work with it.
 */
#ifndef COPYDESK_BATCH_WORKER_H
#define COPYDESK_BATCH_WORKER_H

#include <copydesk.h>

#include "batch/outcome.h"
#include "reader/reader.h"
#include "writer/explain.h"

enum want {
	WANT_TEXT = 1 << 0,
	WANT_FINDINGS = 1 << 1,
	WANT_STRIPPED = 1 << 2,
	WANT_COUNTS = 1 << 3, /* of findings that are not written */
	WANT_SPOTS = 1 << 4,  /* where changes are, with findings */
	/* Each edit, as notes; findings then are in them, not in the report. */
	WANT_EXPLANATION = 1 << 5,
};

/* What a command does with each article. Immutable while workers run. */
struct plan {
	const struct cd_desk *desk; /* borrowed, as all here */
	unsigned wants;		    /* enum want */
	struct report_style style;
	enum cd_severity fail_level; /* what counts as serious */
	enum format format;	     /* FORMAT_AUTO: by the file */
	const struct fields *fields; /* of records */
	enum fields_source fields_source;
	bool no_header;			  /* of tables */
	const struct report_key *ignored; /* findings that are none */
	size_t ignored_count;
	uint64_t config; /* a hash of the .copydesk that it is of; 0: of none */
	bool silent;	 /* no rule is on that changes a text */
	bool restorable; /* what the desk does not restore, fix would */
	const struct inspector *inspector; /* NULL: none */
	/*
	 * Only changes in which one of these rules took part are made; by the
	 * rules' places in the table, TALLY_RULES of them. NULL: all are.
	 */
	const bool *only;
};

/* The desk for texts of that form and of such lines; borrowed from the plan's.
 */
const struct cd_desk *plan_desk(const struct plan *plan, enum format format,
				enum cd_lines lines);

struct worker;

/*
 * A look at each article that was normalised, in its worker. What it adds to
 * the outcome's notes is handed on with it, in the order of the input.
 */
struct inspector {
	void (*look)(const struct inspector *inspector, struct worker *worker,
		     const struct piece *piece);
};

struct worker {
	struct cd_result *result; /* owned, reused */
	struct record_finder finder;
	struct buffer field;		/* what a value holds */
	struct buffer part;		/* a text with some of its changes */
	struct report_text text;	/* the article in work */
	struct report_spot (*spots)[2]; /* owned: see report_text */
	struct explanation explanation;
	size_t spot_cap;
	/* of the chunk in work: */
	const struct plan *plan;
	const char *path;
	bool packed;
	const struct chunk *chunk;
	struct outcome *outcome;
	size_t done; /* bytes of the chunk dealt with */
};

void worker_init(struct worker *worker);
void worker_release(struct worker *worker);

/* A finding made by the program, not by the library. */
struct reader_finding {
	const char *rule;
	const char *message; /* NULL: the rule's summary */
	size_t line, col, end_col;
	size_t record;
	const char *field; /* NULL: none in particular */
	bool fixable;
};

/* Report it where its rule is on; false where it is off. */
bool worker_report(struct worker *worker, const struct reader_finding *found);

/* A line for standard error: "copydesk: PATH:LINE: ...", and exit 2. */
void worker_complain(struct worker *worker, size_t line, const char *what,
		     const char *detail);

/* Count and render findings of the result that is there. */
void worker_count(struct worker *worker, const struct cd_finding *finding,
		  const struct report_place *place);

/* Where the article of a piece is. */
struct report_place worker_place(const struct worker *worker,
				 const struct piece *piece);

/* Render what was stripped from the result that is there. */
void worker_stripped(struct worker *worker, const struct report_place *place);

/* The findings of a text, with places in the file. */
void worker_text_findings(struct worker *worker, const struct piece *piece);

/* The result's text is what the findings to come are of. */
void worker_begin_text(struct worker *worker);

/* Its findings are reported: explain what is left, where that is wanted. */
void worker_end_text(struct worker *worker, const struct report_place *place);

/* Room for where its changes are, or NULL: that is not wanted. */
struct report_spot (*worker_spots(struct worker *worker))[2];

/* Write `len` bytes of new text for what follows `done`, up to `end`. */
void worker_put(struct worker *worker, size_t at, size_t end, const char *text,
		size_t len);

/* Whether the rule is on, and its changes are made. */
bool worker_heeds(const struct worker *worker, const struct cd_rule *rule);

/*
 * What becomes of the text that was run; false: nothing. Borrowed until the
 * next run.
 */
bool worker_text(struct worker *worker, struct cd_span *text);

/* cd_run(), and what holds for text and records alike. */
bool worker_run(struct worker *worker, const struct piece *piece,
		struct cd_span text, enum cd_lines lines);

#endif
