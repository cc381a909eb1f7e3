/*
 * Findings and stripped spans, as text for people and for programs.
 *
 * A finding is rendered where it is made, by many threads at a time
 * (writer/format.h); what puts the rendered ones together is writer/stream.h.
 */
#ifndef COPYDESK_WRITER_REPORT_H
#define COPYDESK_WRITER_REPORT_H

#include <copydesk.h>

#include "base/buffer.h"

enum report_format {
	REPORT_CONCISE,	   /* path:line:col: rule [*] message: old -> new */
	REPORT_JSON,	   /* one array of objects */
	REPORT_JSON_LINES, /* one object a line */
	REPORT_GITHUB,	   /* workflow commands */
	REPORT_FULL,	   /* concise, and the line with a mark */
	REPORT_SARIF,	   /* SARIF 2.1.0 */
	REPORT_GITLAB,	   /* GitLab's Code Quality */
	REPORT_JUNIT,	   /* JUnit's XML */
	REPORT_CHECKSTYLE, /* Checkstyle's XML */
	REPORT_MARKDOWN,   /* a table; of rules only */
	REPORT_NONE,	   /* nothing: findings are counted only */
	REPORT_FORMATS
};

enum colour { COLOUR_OFF, COLOUR_ON };

struct report_style {
	enum report_format format;
	enum colour colour;
};

/* The line of a text that a finding begins in; zeroed before the first. */
struct report_line {
	size_t from, end; /* source bytes, without the line's end */
	uint64_t hash;	  /* of these bytes */
	bool known;
};

struct report_spot {
	size_t line, col;
};

/* The article that findings are of; borrowed. */
struct report_text {
	struct cd_span source; /* what offsets refer to */
	const struct cd_change *changes;
	size_t change_count;
	/* Where each change begins and ends in the file; NULL: not wanted. */
	const struct report_spot (*spots)[2];
	struct report_line line; /* of the finding in work */
	bool exact;		 /* the file has these bytes */
};

/* Where an article stands; what a finding of the library cannot know. */
struct report_place {
	const char *path;
	size_t record;	   /* article or record of the file, from 1 */
	const char *field; /* NULL: text */
	size_t value;	   /* of the record's with that field, from 1 */
	size_t base;	   /* added to offsets: see struct piece */
	const struct report_text *text; /* NULL: the finding is of no text */
};

/* A finding that was rendered; its text ends at `end` of the report. */
struct report_item {
	const struct cd_rule *rule;
	uint64_t hash; /* of the text of its line */
	size_t end;
	bool fixable;
};

/* A finding without its path: a rule, and the text of a line by its hash. */
struct report_key {
	const struct cd_rule *rule;
	uint64_t hash;
};

struct report_items {
	struct report_item *at; /* owned */
	size_t count, cap;
};

/* Find the line that source byte `off` is in; calls ascend. */
void report_find_line(struct report_text *text, size_t off);

/* Of the finding's line, wherever that is; of no text: of its message. */
uint64_t report_hash(const struct report_place *place,
		     const struct cd_finding *finding);

/* The line of a finding's last character: where it ends is the one after. */
size_t report_last_line(const struct cd_finding *finding);

/* Append a stripped span as a line of JSON. */
void report_stripped(struct buffer *out, const struct report_place *place,
		     const struct cd_stripped *span);

/* "fix", "restore", "strip", "note". */
const char *report_kind(enum cd_rule_kind kind);

/* "note", "warning", "error". */
const char *report_severity(enum cd_severity severity);

/* Append a JSON string; what is not UTF-8 in it (a path) becomes U+FFFD. */
void report_string(struct buffer *out, const char *text);

/* Append the members "file", "record" and "field" (null: there is none). */
void report_json_place(struct buffer *out, const struct report_place *place);

#endif
