#include "text/vertical.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

#define COLUMNS 16     /* as many as any of these forms has */
#define LINES_LEAST 24 /* fewer may be verse, or a list */
#define WORDS_LEAST 60 /* lines of a word each, in a list of words */
#define LINES_LOOKED 800
#define TOKEN_MOST 40  /* bytes of nearly all tokens */
#define TOKEN_FIELDS 2 /* a number may be before the token, */
#define MARK_FIELDS 4  /* and a document's name */
#define FEW_LINES 6    /* all of one form, with marks, are enough */
#define FEW_FIELDS 3
#define PROSE_LEAST 8	/* lines, most of those seen: the text is prose */
#define MARKS_LEAST 40	/* of so many lines one is a mark, at least, or */
#define TAGS_LEAST 3	/* of so many one has the tag of the line before */
#define OTHERS_LEAST 25 /* of so many lines one may be otherwise */

struct row {
	size_t fields;
	size_t widest; /* of the first two fields, and */
	bool mark;     /* one of the first four is one */
	const char *first;
	size_t first_len;
	const char *last; /* field */
	size_t last_len;
};

struct rows {
	uint32_t count, marks, tags, others;
	uint32_t heads; /* lines that begin as the one before: a document's name
			 */
	uint32_t branches; /* lines of parse trees */
	struct row before;
	uint32_t of[COLUMNS + 1]; /* lines by their number of columns */
};

static bool is_mark(const char *field, size_t len)
{
	return len == 1 && strchr(".,;:?!()\"'-", *field);
}

static bool is_space(char c)
{
	return ascii_is_space((unsigned char)c);
}

static void see_field(struct row *row, const char *field, size_t len)
{
	row->fields++;
	if (row->fields == 1) {
		row->first = field;
		row->first_len = len;
	}
	row->mark |= row->fields <= MARK_FIELDS && is_mark(field, len);
	if (row->fields <= TOKEN_FIELDS && len > row->widest)
		row->widest = len;
	row->last = field;
	row->last_len = len;
}

/* Where the field at line[at] ends: at a tab, where the line has some. */
static size_t field_end(const char *line, size_t len, size_t at, bool tabs)
{
	while (at < len && (tabs ? line[at] != '\t' : !is_space(line[at])))
		at++;
	return at;
}

/* Of a line with more fields than a row has, the first ones. */
static struct row read_row(const char *line, size_t len)
{
	const bool tabs = len && memchr(line, '\t', len) != NULL;
	struct row row = { 0 };

	for (size_t at = 0; at < len && row.fields <= COLUMNS;) {
		const size_t from = at;

		at = field_end(line, len, at, tabs);
		if (at > from)
			see_field(&row, line + from, at - from);
		while (at < len && is_space(line[at]))
			at++;
	}
	return row;
}

/* "so." and "said,": a word and its mark, and no tag. */
static bool ends_in_mark(const struct row *row)
{
	return row->last_len > 1 &&
	       strchr(".,;:?!\"'", row->last[row->last_len - 1]);
}

static bool has_same_tag(const struct row *row, const struct row *before)
{
	return row->fields > 1 && !ends_in_mark(row) &&
	       row->last_len == before->last_len &&
	       !memcmp(row->last, before->last, row->last_len);
}

#define HEAD_LEAST 4 /* bytes of a document's name */

static bool has_same_head(const struct row *row, const struct row *before)
{
	return row->first_len >= HEAD_LEAST &&
	       row->first_len == before->first_len &&
	       !memcmp(row->first, before->first, row->first_len);
}

static void see_row(struct rows *rows, const struct row *row)
{
	if (!row->fields)
		return;
	rows->count++;
	if (row->fields > COLUMNS || row->widest > TOKEN_MOST) {
		rows->others++;
		return;
	}
	rows->of[row->fields]++;
	rows->marks += row->mark;
	rows->tags += has_same_tag(row, &rows->before);
	rows->heads +=
		row->fields > FEW_FIELDS && has_same_head(row, &rows->before);
	rows->before = *row;
}

/* "# sent_id = 4", "<s>": between sentences. */
static bool is_comment(const char *line, size_t len)
{
	while (len && is_space(line[len - 1]))
		len--;
	return len > 1 &&
	       (line[0] == '#' || (line[0] == '<' && line[len - 1] == '>'));
}

/* "  (NP (DT the) (NN ferry))": a line of a parse tree. */
static bool is_branch(const char *line, size_t len)
{
	size_t at = 0;

	while (at < len && is_space(line[at]))
		at++;
	return at + 1 < len && line[at] == '(' &&
	       (ascii_is_upper((unsigned char)line[at + 1]) ||
		strchr("(-:,.`'$#", line[at + 1]));
}

static bool are_rows(const struct rows *rows)
{
	uint32_t most = rows->branches;

	if (rows->count >= LINES_LEAST &&
	    (rows->count - most) * OTHERS_LEAST <= rows->count)
		return true;
	if (rows->count >= LINES_LEAST && rows->marks &&
	    (rows->count - rows->heads) * OTHERS_LEAST <= rows->count)
		return true;
	most = 0;
	for (size_t i = 1; i <= COLUMNS; i++) {
		if (rows->of[i] > most)
			most = rows->of[i];
		if (i >= FEW_FIELDS && rows->of[i] == rows->count &&
		    rows->count >= FEW_LINES && rows->marks &&
		    rows->marks * 2 < rows->count)
			return true;
	}
	if (rows->of[1] == most && rows->count >= WORDS_LEAST &&
	    (rows->count - most) * OTHERS_LEAST <= rows->count)
		return true;
	return rows->count >= LINES_LEAST &&
	       (rows->count - most) * OTHERS_LEAST <= rows->count &&
	       (rows->marks * MARKS_LEAST >= rows->count ||
		rows->tags * TAGS_LEAST >= rows->count);
}

static void see_line(struct rows *rows, const char *line, size_t len)
{
	if (!is_comment(line, len)) {
		const struct row row = read_row(line, len);

		see_row(rows, &row);
		rows->branches += is_branch(line, len);
	}
}

static bool are_prose(const struct rows *rows)
{
	return rows->others >= PROSE_LEAST &&
	       rows->others * 2 > rows->count + rows->branches;
}

bool vertical_text(const char *text, size_t len)
{
	struct rows rows = { 0 };

	for (size_t at = 0; at < len && rows.count < LINES_LOOKED;) {
		const size_t end = bytes_line_end(text, len, at);

		see_line(&rows, text + at, end - at);
		at = end + 1;
		if (are_prose(&rows))
			return false;
	}
	return are_rows(&rows);
}
