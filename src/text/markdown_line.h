/* A line of Markdown, and the marks that it begins with. */
#ifndef COPYDESK_TEXT_MARKDOWN_LINE_H
#define COPYDESK_TEXT_MARKDOWN_LINE_H

#include <stdbool.h>
#include <stddef.h>

/* Columns of a tab, and those by which code is set in. */
#define MARKDOWN_INDENT 4

/* text[from, end), and its line end, up to `next`. */
struct markdown_line {
	const char *text; /* borrowed */
	size_t from, end, next;
	size_t at;     /* after the marks that were read; `from` at first */
	size_t indent; /* columns before `at`, in a quotation from its mark */
	bool quoted;
	bool begins; /* an item, or a heading */
	bool heading;
};

/* The byte at text[at]; 0: the line ends before it. */
unsigned char markdown_byte(const struct markdown_line *line, size_t at);

void markdown_skip_space(struct markdown_line *line);

/* White space and "> "; code in an item that is set in by `item` has none. */
void markdown_skip_quotes(struct markdown_line *line, size_t item);

/*
 * The marks of items before the words, and a box: "- [ ] ". *item is then by
 * how many columns the item's other lines are set in.
 */
void markdown_skip_items(struct markdown_line *line, size_t *item);

/* "## " */
void markdown_skip_heading(struct markdown_line *line);

/* Whether nothing but these signs and white space is in the rest of it. */
bool markdown_has_only(const struct markdown_line *line, const char *signs);

/* "| --- | --: |", "----  ----", "+---+": the row of a table. */
bool markdown_is_table_row(const struct markdown_line *line);

/* How many signs a fence about code has; 0: it is none. */
size_t markdown_fence_signs(const struct markdown_line *line);

/* "[name]: address", "*[HTML]: words"; not "[^1]: words". */
bool markdown_is_definition(const struct markdown_line *line);

/* What generators of sites read: "!!! note "Title"", ":::", '=== "Tab"'. */
bool markdown_is_directive(const struct markdown_line *line);

#endif
