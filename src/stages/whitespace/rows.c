/*
 * Rows of a table: lines with columns, beside others with theirs.
 */
#include "stages/whitespace/wrap.h"

#include "base/ascii.h"
#include "base/bytes.h"

/* A row of a table is no longer than a screen line. */
#define ROW_MAX 120

/*
 * The mark of a list's item, "-", "12." or "a)", and the space around it; the
 * one that repeats a cell is none.
 */
static size_t skip_marker(const char *line, size_t len)
{
	size_t at = 0, end;

	at = skip_spaces(line, len, at);
	for (end = at; end < len && line[end] != ' '; end++)
		if (end - at > 3)
			return 0;
	if (end == len || line[at] == '"' ||
	    (end - at == 1 && ascii_is_alnum((unsigned char)line[at])) ||
	    (end - at > 1 && (unsigned char)line[at] < 0x80 &&
	     line[end - 1] != '.' && line[end - 1] != ')'))
		return 0;
	return skip_spaces(line, len, end);
}

/* A no-break space, which pages set columns with; its second byte is in it. */
static bool is_no_break(const char *line, size_t len, size_t at)
{
	return line[at] == '\xC2' && at + 1 < len && line[at + 1] == '\xA0';
}

/*
 * Columns: a run of three spaces or a tab between words, or several of two,
 * but not after sentences; there two tabs are: "3:14 a.m.".
 */
static bool has_columns(const char *line, size_t len)
{
	size_t run = 0, pairs = 0, tabs = 0;
	char last = 0;

	if (len > ROW_MAX)
		return false;
	for (size_t i = skip_marker(line, len); i < len; i++) {
		if (line[i] == ' ' || line[i] == '\t') {
			run += line[i] == '\t' ? COLUMN_GAP : 1;
			tabs += line[i] == '\t' && last;
			continue;
		}
		if (is_no_break(line, len, i)) {
			run++;
			i++;
			continue;
		}
		if (last && last != '.' && last != '?' && last != '!') {
			if (run >= COLUMN_GAP)
				return true;
			pairs += run == 2;
		}
		last = line[i];
		run = 0;
	}
	return pairs >= 2 || tabs >= 2 || leader_in_line(line, len);
}

/* Of a line that a printer filled: so many words at least, and of its bytes so
   many letters, in percent. */
#define FILLED_WORDS 4
#define FILLED_LETTERS 75

/* The gaps between a line's words, but for those after sentences. */
struct gaps {
	size_t count, least, most; /* spaces */
	size_t letters, bytes;	   /* of the words */
};

static void read_gaps(struct gaps *gaps, const char *line, size_t len)
{
	size_t run = 0;
	char last = 0;

	*gaps = (struct gaps){ .least = SIZE_MAX };
	for (size_t i = 0; i < len; i++) {
		const unsigned char c = (unsigned char)line[i];

		if (c == ' ' || c == '\t') {
			run += c == ' ' ? 1 : ROW_MAX;
			continue;
		}
		gaps->bytes++;
		gaps->letters += ascii_is_letter(c) || c >= 0x80;
		if (run && last && !strchr(".?!:", last)) {
			gaps->count++;
			gaps->least = run < gaps->least ? run : gaps->least;
			gaps->most = run > gaps->most ? run : gaps->most;
		}
		last = (char)c;
		run = 0;
	}
}

/* Prose set to a width: all its gaps are alike, but for one space. */
static bool is_justified(const char *line, size_t len)
{
	struct gaps gaps;

	read_gaps(&gaps, line, len);
	return gaps.count + 1 >= FILLED_WORDS && gaps.most <= gaps.least + 1 &&
	       gaps.letters * 100 >= gaps.bytes * FILLED_LETTERS;
}

/* Whether text[start] begins a line with columns; its length. */
static bool line_has_columns(const struct scanner *scanner, size_t start,
			     size_t *len)
{
	const char *line = scanner->text + start;
	const size_t left = scanner->len - start;
	const size_t most = left < ROW_MAX + 1 ? left : ROW_MAX + 1;
	const char *end = memchr(line, '\n', most);

	if (!end && most <= left && most > ROW_MAX)
		return false;
	*len = end ? (size_t)(end - line) : most;
	return has_columns(line, *len);
}

/* The sentence of a cell ends before a gap, where the other line has one. */
static bool ends_columns(const char *line, size_t len, const char *other,
			 size_t other_len)
{
	size_t run = 0, wide = 0;

	for (size_t at = 0; at < len; at++) {
		wide += run >= COLUMN_GAP && run < at && line[at] != ' ';
		run = line[at] == ' ' ? run + 1 : 0;
	}
	return wide && columns_are_aligned(line, len, other, other_len);
}

#define HEAD_GAP 6   /* spaces between the words over two columns */
#define HEAD_WORDS 6 /* of such a line, at most */

/* "          a.m.          p.m.": over columns, which it does not share. */
static bool heads_columns(const char *line, size_t len)
{
	size_t run = 0, words = 0, widest = 0, indent = 0;

	for (size_t at = 0; at < len; at++) {
		if (line[at] == ' ') {
			run++;
			continue;
		}
		if (!words)
			indent = run;
		else if (run > widest)
			widest = run;
		words += run || !at;
		run = 0;
	}
	return words <= HEAD_WORDS &&
	       (widest >= HEAD_GAP ||
		(indent >= HEAD_GAP && widest >= COLUMN_GAP));
}

/* Whether a line without columns belongs to one that has them. */
static bool joins_columns(const char *line, size_t len, const char *other,
			  size_t other_len)
{
	if (ends_columns(line, len, other, other_len))
		return true;
	return !is_justified(other, other_len) &&
	       (heads_columns(line, len) ||
		columns_share(other, other_len, line, len));
}

#define MEASURE_MOST 14 /* bytes up to the second cell */

/* "1 lb.", a figure and what is counted, begins the line. */
static bool begins_measure(const char *line, size_t len)
{
	const char *space = memchr(line, ' ', len);

	return space && ascii_is_digit((unsigned char)*line) &&
	       (size_t)(space - line) + 1 < len &&
	       ascii_is_letter((unsigned char)space[1]);
}

/* "1 lb.   split peas": a stop is before the gap, and no sentence. */
static bool are_measures(const char *one, size_t len, const char *two,
			 size_t other_len)
{
	len = len < MEASURE_MOST ? len : MEASURE_MOST;
	other_len = other_len < MEASURE_MOST ? other_len : MEASURE_MOST;
	return begins_measure(one, len) && begins_measure(two, other_len) &&
	       columns_share(one, len, two, other_len) &&
	       columns_share(two, other_len, one, len);
}

/* "North pier 91,400 88,250": the last words are figures. */
bool lines_ends_in_figures(const struct scanner *scanner, size_t start)
{
	const char *line = scanner->text + start;
	const size_t left = scanner->len - start;
	const char *end = memchr(line, '\n', left < ROW_MAX ? left : ROW_MAX);
	size_t at = end ? (size_t)(end - line) : left, figures = 0;

	if (at > ROW_MAX)
		return false;
	while (at && figures < 2) {
		size_t digits = 0, to = at;

		while (at && line[at - 1] != ' ')
			digits += ascii_is_digit((unsigned char)line[--at]);
		if (!digits || (to - at) > 2 * digits + 1)
			return false;
		at = skip_spaces_back(line, 0, at);
		figures++;
	}
	return figures == 2;
}

/* Two neighbouring lines with columns: are they rows, or justified prose? */
static bool are_rows(const struct scanner *scanner, size_t start, size_t other)
{
	const char *one = scanner->text + start, *two = scanner->text + other;
	size_t len = 0, other_len = 0;
	bool columns, other_columns;

	if (lines_ends_in_figures(scanner, start) &&
	    lines_ends_in_figures(scanner, other))
		return true;
	columns = line_has_columns(scanner, start, &len);
	other_columns = line_has_columns(scanner, other, &other_len);
	if (columns != other_columns)
		return columns ? joins_columns(two, other_len, one, len)
			       : joins_columns(one, len, two, other_len);
	if (!columns)
		return are_measures(one, len, two, other_len);
	return !is_justified(one, len) || !is_justified(two, other_len) ||
	       columns_are_aligned(one, len, two, other_len);
}

static size_t line_start(const struct scanner *scanner, size_t at, size_t limit)
{
	size_t start = at;

	while (start && at - start <= limit && scanner->text[start - 1] != '\n')
		start--;
	return start;
}

#define APART_MOST 12 /* bytes by which rows apart differ in length */
#define APART_GAP 6   /* spaces of the only gap of each */
#define CELL_WORDS 2  /* in each cell, at most; of all cells together */

/* The wide gaps of a line. */
struct columns {
	size_t count, most; /* of these the widest */
	size_t tabs, words;
	size_t first, end; /* where the second cell begins, the last ends */
};

/* So many gaps, and few words between them. */
static bool has_cells(const struct columns *columns, size_t gaps)
{
	return columns->words <= CELL_WORDS * (gaps + 1);
}

static struct columns read_columns(const char *line, size_t len)
{
	struct columns columns = { 0 };
	size_t run = 0;

	for (size_t i = 0; i < len; i++) {
		if (line[i] == ' ' || line[i] == '\t') {
			columns.tabs += line[i] == '\t';
			run++;
			continue;
		}
		columns.words += run || !i;
		if (run >= COLUMN_GAP && run < i && line[i - run - 1] != '.') {
			columns.count++;
			columns.first = columns.count > 1 ? columns.first : i;
			columns.most = run > columns.most ? run : columns.most;
		}
		run = 0;
		columns.end = i + 1;
	}
	return columns;
}

/*
 * Rows with a blank line between them: as many tabs or columns, or two, of
 * which the second begins or ends at the same place. A line of prose lacks a
 * word at most.
 */
static bool are_rows_apart(const struct scanner *scanner, size_t start,
			   size_t other)
{
	const char *one = scanner->text + start, *two = scanner->text + other;
	size_t len = 0, other_len = 0;
	const bool columns = line_has_columns(scanner, start, &len);
	const bool other_columns = line_has_columns(scanner, other, &other_len);
	struct columns a, b;

	if (!len || !other_len)
		return false;
	a = read_columns(one, len);
	b = read_columns(two, other_len);
	if (a.tabs && a.tabs == b.tabs)
		return has_cells(&a, a.tabs) && has_cells(&b, b.tabs);
	if (!columns || !other_columns || is_justified(one, len) ||
	    is_justified(two, other_len))
		return false;
	if (a.count != b.count || !a.count)
		return false;
	if (a.count == 1)
		return a.most >= APART_GAP && b.most >= APART_GAP &&
		       (a.first == b.first || a.end == b.end);
	return has_cells(&a, a.count) && has_cells(&b, b.count) &&
	       a.end < b.end + APART_MOST && b.end < a.end + APART_MOST;
}

/* Whether the line at [start, end) and one beside it have columns. */
static bool is_row(const struct scanner *scanner, size_t start, size_t end)
{
	size_t before;

	if (end + 1 < scanner->len && are_rows(scanner, start, end + 1))
		return true;
	if (end + 2 < scanner->len && scanner->text[end + 1] == '\n' &&
	    are_rows_apart(scanner, start, end + 2))
		return true;
	if (start < 2)
		return false;
	before = line_start(scanner, start - 1, ROW_MAX);
	if (are_rows(scanner, start, before))
		return true;
	return before == start - 1 && before > 1 &&
	       are_rows_apart(scanner, start,
			      line_start(scanner, before - 1, ROW_MAX));
}

/* Are there more runs of spaces than indents, or tabs, or leaders? */
bool lines_may_be_rows(const struct scanner *scanner)
{
	const struct survey *survey = scanner->pass->survey;
	const char *at = scanner->text, *end = at + scanner->len;
	size_t indents = 0;

	if (survey_saw(survey, SEEN_TAB) || !survey->leading)
		return true;
	while ((at = memchr(at, '\n', (size_t)(end - at)))) {
		at++;
		indents += end - at > 1 && at[0] == ' ' && at[1] == ' ';
	}
	indents += stands_at(scanner, 0, "  ");
	return shape_count_runs(survey) > indents || leader_in_text(scanner);
}

/* Of a line that is too long for a row only what is after `at` is noted. */
bool lines_is_row(struct scanner *scanner, size_t at)
{
	size_t start;
	bool is_short;

	if (!scanner->rows)
		return false;
	if (at >= scanner->row_start && at < scanner->row_end)
		return scanner->row;
	start = line_start(scanner, at, ROW_MAX);
	is_short = at - start <= ROW_MAX;
	scanner->row_start = is_short ? start : at;
	scanner->row_end = bytes_line_end(scanner->text, scanner->len, at) + 1;
	scanner->row =
		(is_short && is_row(scanner, start, scanner->row_end - 1)) ||
		((is_short || survey_saw(scanner->pass->survey, SEEN_TAB)) &&
		 layout_is_table(scanner, scanner->row_start));
	return scanner->row;
}
