/*
 * Frames of tables that a converter drew: rows of dashes or of lines from the
 * box drawing block go, and bars between cells become spaces.
 *
 * A row of one kind of sign in one piece may be a rule between parts of the
 * text: it goes only beside rows that are a table's without doubt.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/utf8.h"
#include "text/lines.h"

#define LEAST_SIGNS 3  /* of a row */
#define LONG_ROW 10    /* signs of a row in one piece */
#define CELL_GAP "   " /* a table's columns, to later stages */
#define LEAST_BARS 2

/* A line of a text, without white space around. */
struct row {
	size_t at, end;
	size_t signs;  /* - = or drawn; 0: the line holds something else */
	size_t pieces; /* of the row of signs */
	size_t joints; /* + in a row of signs, which bars are above or below */
	size_t bars;   /* between cells, or at the ends */
	bool drawn;    /* of box drawing characters */
	bool framed;   /* begins and ends with a bar */
	bool cells;    /* known to be cells */
};

static bool is_bar(uint32_t point)
{
	return point == '|' || point == 0x2502 || point == 0x2503 ||
	       point == 0x2551;
}

static bool is_drawn(uint32_t point)
{
	return point >= 0x2500 && point <= 0x257F;
}

/* Corners and marks of alignment: ":---:", "+---+". */
static bool is_joint(uint32_t point)
{
	return point == '+' || point == ':' || point == ' ' || point == '|';
}

/* The bars of a row from text[at] on, where words are: it is none of signs. */
static void count_bars(struct row *row, const struct pass *pass, size_t at)
{
	/* of a bar, and of what is drawn */
	const struct byte_set leads = byte_set_of("|\xE2");

	while ((at = byte_set_find(&leads, pass->text, at, row->end)) <
	       row->end) {
		const uint32_t point = utf8_next(pass->text, &at);

		row->bars += is_bar(point);
		row->drawn |= is_drawn(point);
	}
}

static void row_read(struct row *row, const struct pass *pass)
{
	bool other = false, inside = false;
	size_t at = row->at;

	while (at < row->end &&
	       !ascii_is_alnum((unsigned char)pass->text[at])) {
		const uint32_t point = utf8_next(pass->text, &at);
		const bool sign = point == '-' || point == '=' ||
				  (is_drawn(point) && !is_bar(point));

		row->bars += is_bar(point);
		row->drawn |= is_drawn(point);
		row->signs += sign;
		row->pieces += sign && !inside;
		row->joints += point == '+';
		inside = sign;
		other |= !sign && !is_joint(point) && !is_drawn(point);
	}
	if (at < row->end) {
		other = true;
		count_bars(row, pass, at);
	}
	if (other)
		row->signs = 0;
	if (row->signs)
		row->bars += row->joints;
	row->framed = is_bar(utf8_at(pass->text, row->end, row->at)) &&
		      is_bar(utf8_before(pass->text, row->end));
}

static bool next_row(const struct pass *pass, size_t *next, struct row *row)
{
	*row = (struct row){ 0 };
	if (!text_next_line(pass->text, pass->len, next, &row->at, &row->end))
		return false;
	row_read(row, pass);
	return true;
}

/* "|===": what opens and closes a table of AsciiDoc, whose rows have bars. */
static bool is_delimiter(const struct row *row)
{
	return row->bars == 1 && row->pieces == 1 && !row->drawn &&
	       !row->joints;
}

/* Whether the signs alone say that the row is a table's. */
static bool is_sure(const struct row *row)
{
	const bool table = row->bars || row->drawn ||
			   (row->pieces > 1 && row->signs >= 2 * row->pieces);

	return row->signs >= LEAST_SIGNS && table && !is_delimiter(row);
}

/* The same in a text with tables. */
static bool is_rule(const struct row *row)
{
	return is_sure(row) || (row->pieces == 1 && row->signs >= LONG_ROW);
}

/* Whether `row` and the next one, or a row of signs, have like bars. */
static bool is_cells(const struct row *row, const struct row *other)
{
	if (row->signs || row->bars < LEAST_BARS)
		return false;
	if (other->bars != row->bars)
		return false;
	return other->signs ||
	       (row->framed == other->framed && (row->framed || other->cells));
}

/* Spaces and a bar at text[*at]: past them; false: there is no bar. */
static bool skip_bar(const struct pass *pass, size_t *at, size_t end)
{
	size_t to = skip_spaces(pass->text, end, *at);

	if (!is_bar(utf8_at(pass->text, end, to)))
		return false;
	utf8_next(pass->text, &to);
	to = skip_spaces(pass->text, end, to);
	*at = to;
	return true;
}

static void clear_bars(struct pass *pass, const struct row *row)
{
	for (size_t at = row->at; at < row->end;) {
		const size_t from = at;

		if (!skip_bar(pass, &at, row->end))
			utf8_next(pass->text, &at);
		else if (from == row->at || at == row->end)
			pass_delete(pass, RULE_ENCODING_FRAME, from, at);
		else
			pass_put(pass, RULE_ENCODING_FRAME, from, at, CELL_GAP);
	}
}

/* The row and its line end; at the end of the text that of the line before it,
   unless it went: from `done` on nothing did. Where the edit ends. */
static size_t drop_rule(struct pass *pass, const struct row *row, size_t done)
{
	size_t at = row->at, end = row->end;

	at = skip_spaces_back(pass->text, 0, at);
	end = skip_spaces(pass->text, pass->len, end);
	if (end < pass->len)
		end++;
	else if (at > done)
		at--;
	pass_delete(pass, RULE_ENCODING_FRAME, at, end);
	return end;
}

/* "```": what comes before the next one is code, or set as it is. */
static bool is_fence(const struct pass *pass, const struct row *row)
{
	return row->end - row->at >= 3 &&
	       !memcmp(pass->text + row->at, "```", 3);
}

static bool has_tables(const struct pass *pass)
{
	struct row row, last = { 0 };
	size_t next = 0;

	for (; next_row(pass, &next, &row); last = row)
		if (is_sure(&row) || is_cells(&row, &last))
			return true;
	return false;
}

static void run(struct pass *pass)
{
	struct row rows[3] = { { 0 } };
	size_t next = 0, done = 0;
	bool more = next_row(pass, &next, &rows[1]), code = false;

	if (!has_tables(pass))
		return;
	while (more) {
		more = next_row(pass, &next, &rows[2]);
		code ^= is_fence(pass, &rows[1]);
		if (code)
			;
		else if (is_rule(&rows[1]))
			done = drop_rule(pass, &rows[1], done);
		else if (is_cells(&rows[1], &rows[0]) ||
			 is_cells(&rows[1], &rows[2])) {
			clear_bars(pass, &rows[1]);
			rows[1].cells = true;
		}
		rows[0] = rows[1];
		rows[1] = rows[2];
	}
}

const struct stage frame_stage = {
	.name = "encoding",
	.decodes = true,
	.sees = SEEN_FRAME,
	.rule = RULE_ENCODING_FRAME,
	.run = run,
	.unmarks = true,
};
