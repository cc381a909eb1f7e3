/* Finding the marks of a text, and what is around them. */
#include "stages/quotes/quotes.h"

#include <string.h>

#include "base/byte_set.h"
#include "base/utf8.h"
#include "text/fields.h"
#include "text/marks.h"
#include "unicode/props.h"

/* U+2018 to U+201F by their last byte. */
static const struct {
	uint8_t family, glyph;
} curly[8] = {
	{ FAMILY_SINGLE, GLYPH_OPEN }, { FAMILY_SINGLE, GLYPH_CLOSE },
	{ FAMILY_SINGLE, GLYPH_LOW },  { FAMILY_SINGLE, GLYPH_REVERSED },
	{ FAMILY_DOUBLE, GLYPH_OPEN }, { FAMILY_DOUBLE, GLYPH_CLOSE },
	{ FAMILY_DOUBLE, GLYPH_LOW },  { FAMILY_DOUBLE, GLYPH_REVERSED },
};

static bool is_line_end(const struct quote_scan *scan, size_t at)
{
	const char *text = scan->pass->text;
	const size_t len = scan->pass->len;

	if (text[at] != '\n')
		return false;
	return !scan->soft_lines || at + 1 == len || text[at + 1] == '\n' ||
	       (at && text[at - 1] == '\n');
}

enum side { LEFT, RIGHT };

#define NO_POINT UINT32_MAX

/* The code point on a side of *at, which moves over it; or NO_POINT. */
static inline uint32_t step(const struct pass *pass, enum side side, size_t *at)
{
	if (side == LEFT)
		return *at ? utf8_previous(pass->text, at) : NO_POINT;
	return *at < pass->len ? utf8_next(pass->text, at) : NO_POINT;
}

/*
 * What is beside a mark, and in *far what is there past the spaces.
 * CONTEXT_EDGE, which is 0, means "not seen yet".
 */
static inline uint8_t look(const struct quote_scan *scan, enum side side,
			   size_t at, uint8_t *far)
{
	uint8_t near = CONTEXT_EDGE;

	*far = CONTEXT_EDGE;
	for (;;) {
		const size_t from = at;
		const uint32_t point = step(scan->pass, side, &at);
		uint8_t context;

		if (point == NO_POINT)
			return CONTEXT_EDGE;
		if (quote_is_unseen(point))
			continue;
		if (point == '@' && side == RIGHT &&
		    field_ends_line(scan->pass->text, scan->pass->len, from))
			return CONTEXT_EDGE;
		context = side == LEFT ? quote_context_left(point)
				       : quote_context_right(point);
		if (context != CONTEXT_SPACE) {
			*far = context;
			return near ? near : context;
		}
		if (is_line_end(scan, side == LEFT ? at : from))
			return CONTEXT_EDGE;
		near = CONTEXT_SPACE;
	}
}

/* How often the `size` bytes at `at` follow each other, counted once. */
static size_t repeats(struct quote_scan *scan, size_t at, size_t size)
{
	const struct pass *pass = scan->pass;
	const char *text = pass->text;

	if (at >= scan->row_end) {
		scan->row_end = at + size;
		while (scan->row_end + size <= pass->len &&
		       !memcmp(text + at, text + scan->row_end, size))
			scan->row_end += size;
	}
	return (scan->row_end - at) / size;
}

/* More marks than anybody types around a quotation that ends in another. */
#define ROW_MAX 4

#define ACUTE 0xB4 /* a mark for this stage only */

static bool is_any_mark(uint32_t point)
{
	return mark_is(point, MARK_QUOTATION) || point == ACUTE;
}

/*
 * Whether `at` is in a row of marks that is a rule, or noise: it is no mark. So
 * is a mark that was doubled twice, as a table that was read and written again
 * has it: nothing tells which of the four are a quotation's.
 */
static bool in_long_row(struct quote_scan *scan, size_t at)
{
	const struct pass *pass = scan->pass;
	size_t end = at, next = at, count = 0;

	if (at < scan->marks_end)
		return scan->marks_long;
	while (next < pass->len && is_any_mark(utf8_next(pass->text, &next))) {
		end = next;
		count++;
	}
	scan->marks_end = end;
	scan->marks_long = count > ROW_MAX ||
			   (count == ROW_MAX && pass_has(pass, at, "\"\"\"\""));
	return scan->marks_long;
}

/* An apostrophe, and a mark of a quotation in single ones. */
static bool is_two(const struct pass *pass, const struct quote_mark *mark)
{
	return quotes_possesses_in_single(pass, mark->at) ||
	       (mark->glyph == GLYPH_STRAIGHT &&
		quotes_elides_after_single(pass, mark->end + 1));
}

/* "dell’’80": two apostrophes, of a word's end and of a year's start. */
static bool is_twice(const struct pass *pass, const struct quote_mark *mark,
		     size_t size)
{
	return unicode_is_letter(utf8_before(pass->text, mark->at)) &&
	       ascii_is_digit(pass_byte(pass, mark->at + 2 * size)) &&
	       ascii_is_digit(pass_byte(pass, mark->at + 2 * size + 1));
}

/* "didn''''t": an apostrophe that was escaped more than once. */
static bool is_escaped(const struct pass *pass, const struct quote_mark *mark,
		       size_t n)
{
	return (n == 3 || n == 4) && mark->glyph == GLYPH_STRAIGHT &&
	       ascii_is_letter(pass_byte_before(pass, mark->at)) &&
	       ascii_is_letter(pass_byte(pass, mark->at + n));
}

/*
 * Two single marks of one kind are a double one. Of three, those that open
 * have the double mark first, those that close have it last.
 */
static void take_single(struct quote_scan *scan, size_t size,
			struct quote_mark *mark)
{
	const bool opens =
		mark->glyph == GLYPH_TICK || mark->glyph == GLYPH_OPEN;
	const size_t n = repeats(scan, mark->at, size);

	mark->family = FAMILY_SINGLE;
	mark->end = (uint32_t)(mark->at + size);
	if (is_escaped(scan->pass, mark, n)) {
		mark->family = FAMILY_DOUBLE;
		mark->glyph = GLYPH_TICKS;
		mark->end = (uint32_t)(mark->at + n);
		return;
	}
	if (scan->marks_long || n == 1 || (n % 2 && !opens))
		return;
	if (n == 2 && !opens &&
	    (is_two(scan->pass, mark) || is_twice(scan->pass, mark, size)))
		return;
	mark->family = FAMILY_DOUBLE;
	mark->glyph = opens ? GLYPH_TICK : GLYPH_TICKS;
	mark->end += (uint32_t)size;
}

#define CLOSE_TWO "\u2019\u2019"

/* Whether two single marks close anything in the text. */
static bool closes_by_two(const struct pass *pass)
{
	size_t at = 0;

	if (!pass->survey->open_single || pass->survey->close_single < 2)
		return false;
	while ((at = bytes_find(pass->text, pass->len, at, CLOSE_TWO[0])) <
	       pass->len) {
		if (pass_has(pass, at, CLOSE_TWO))
			return true;
		at++;
	}
	return false;
}

/* "‘‘We sail,’‘": the same where they close. */
static bool is_curled_close(const struct quote_scan *scan, size_t at)
{
	const struct pass *pass = scan->pass;
	const unsigned char before = pass_byte_before(pass, at);
	const unsigned char after = pass_byte(pass, at + 6);

	return scan->twos && before && strchr(".,?!", before) &&
	       pass_has(pass, at, "\u2019\u2018") &&
	       (ascii_is_space(after) || at + 6 == pass->len);
}

/*
 * "‘’We sail,’’": two single marks that somebody curled, one each way. In other
 * texts an apostrophe may be after a mark that opens.
 */
static bool is_curled_two(const struct quote_scan *scan, size_t at)
{
	const struct pass *pass = scan->pass;
	const unsigned char before = pass_byte_before(pass, at);

	return scan->twos && (ascii_is_space(before) || !before) &&
	       pass_has(pass, at, "\u2018\u2019") &&
	       ascii_is_letter(pass_byte(pass, at + 6)) &&
	       !quotes_elides_after_single(pass, at + 6);
}

/* A mark of three bytes, at an 0xE2. */
static bool read_curly(struct quote_scan *scan, struct quote_mark *mark)
{
	const unsigned char *s =
		(const unsigned char *)scan->pass->text + mark->at;

	if (s[1] != 0x80 || s[2] < 0x98 || s[2] > 0x9F)
		return false;
	mark->family = curly[s[2] - 0x98].family;
	mark->glyph = curly[s[2] - 0x98].glyph;
	mark->end = mark->at + 3;
	if (is_curled_two(scan, mark->at) || is_curled_close(scan, mark->at)) {
		mark->family = FAMILY_DOUBLE;
		mark->glyph = GLYPH_TICK;
		mark->end += 3;
	} else if (s[2] <= 0x99) {
		take_single(scan, 3, mark);
	}
	return true;
}

static bool read_lookalike(struct quote_scan *scan, struct quote_mark *mark)
{
	size_t end;
	enum quote_family family;

	if (!scan->lookalikes)
		return false;
	family = quotes_lookalike_at(scan->pass, mark->at, &end);
	mark->family = (uint8_t)family;
	mark->glyph = GLYPH_TICKS;
	mark->end = (uint32_t)end;
	return family != FAMILY_BREAK;
}

/* The mark at `at`, if there is one. */
static bool read_mark(struct quote_scan *scan, size_t at,
		      struct quote_mark *mark)
{
	const unsigned char *s = (const unsigned char *)scan->pass->text + at;

	*mark = (struct quote_mark){ .at = (uint32_t)at };
	switch (s[0]) {
	case '"':
		mark->family = FAMILY_DOUBLE;
		mark->glyph = GLYPH_STRAIGHT;
		mark->end = mark->at + 1;
		return true;
	case '\'':
		mark->glyph = GLYPH_STRAIGHT;
		take_single(scan, 1, mark);
		if (mark->family == FAMILY_DOUBLE)
			mark->glyph = GLYPH_TICKS;
		return true;
	case '`':
		mark->glyph = GLYPH_TICK;
		take_single(scan, 1, mark);
		return true;
	case 0xC2:
		mark->family = FAMILY_SINGLE;
		mark->glyph = GLYPH_TICKS;
		mark->end = mark->at + 2;
		return s[1] == 0xB4;
	case 0xE2:
		return read_curly(scan, mark) || read_lookalike(scan, mark);
	default:
		return false;
	}
}

/*
 * What may begin a mark, end a line or be of code: controls, " # & ' < \ `,
 * DEL, and the first bytes of code points above ASCII. By the low half of the
 * byte, with a bit for each high half: 0 to 7, and 8 to F.
 */
static const struct byte_set candidates = {
	.rows = { { 0x43, 0x03, 0x07, 0x07, 0x03, 0x03, 0x07, 0x07, 0x03, 0x03,
		    0x03, 0x03, 0x2B, 0x03, 0x03, 0x83 },
		  { 0xF0, 0xF0, 0xF0, 0xF0, 0xF0, 0xF0, 0xF0, 0xF0, 0xF0, 0xF0,
		    0xF0, 0xF0, 0xF0, 0xF0, 0xF0, 0xF0 } },
};

static void see_line_end(struct quote_scan *scan, size_t at)
{
	const char *text = scan->pass->text;

	if (!is_line_end(scan, at))
		return;
	if (!scan->breaks || text[at - 1] != '\n')
		scan->breaks++;
}

/* A break before the mark at marks[count], if a line ended. */
static size_t add_break(struct quote_scan *scan, struct quote_mark *marks,
			size_t count)
{
	if (!scan->breaks)
		return count;
	marks[count + 1] = marks[count];
	/* At least one byte, the line end, lies before the mark. */
	marks[count] = (struct quote_mark){
		.at = marks[count + 1].at - 1,
		.end = marks[count + 1].at - 1,
		.family = FAMILY_BREAK,
		.breaks = scan->breaks,
	};
	scan->breaks = 0;
	return count + 1;
}

/* Marks that touch see the same neighbours. */
static void look_through(struct quote_mark *marks, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		if (marks[i - 1].end != marks[i].at)
			continue;
		marks[i].left = marks[i - 1].left;
		marks[i].left_far = marks[i - 1].left_far;
	}
	for (size_t i = count; i-- > 1;) {
		if (marks[i - 1].end != marks[i].at)
			continue;
		marks[i - 1].right = marks[i].right;
		marks[i - 1].right_far = marks[i].right_far;
	}
}

/* The next "{" from `at` on, or the text's length. */
static size_t find_brace(const struct pass *pass, size_t at)
{
	const char *brace =
		at < pass->len ? memchr(pass->text + at, '{', pass->len - at)
			       : NULL;

	return brace ? (size_t)(brace - pass->text) : pass->len;
}

void quotes_scan_begin(struct quote_scan *scan, const struct pass *pass)
{
	*scan = (struct quote_scan){
		.pass = pass,
		.lookalikes = quotes_have_lookalikes(pass),
		.twos = closes_by_two(pass),
		.soft_lines = survey_is(pass->survey, CONDITION_WRAPPED),
		.brace = pass->len,
		.next_brace = find_brace(pass, 0),
	};
}

/* The last "{" before `at`, which is after the one of the last call. */
static size_t last_brace(struct quote_scan *scan, size_t at)
{
	while (scan->next_brace < at) {
		scan->brace = scan->next_brace;
		scan->next_brace = find_brace(scan->pass, scan->brace + 1);
	}
	return scan->brace;
}

static bool skip_code(struct quote_scan *scan, size_t at)
{
	const char mark = scan->pass->text[at];
	size_t end = at;

	if (mark == '`')
		end = quote_code_end(scan->pass, at);
	else if (mark == '"' || mark == '\'')
		end = quote_formula_end(scan->pass, at);
	if (end == at && (mark == '"' || mark == '\''))
		end = quote_argument_end(scan->pass, at);
	else if ((unsigned char)mark == 0xE2)
		end = quote_cited_end(scan->pass, at);
	if (end == at && mark != '`')
		end = quote_template_end(scan->pass, last_brace(scan, at), at);
	if (end == at)
		return false;
	scan->at = end;
	return true;
}

size_t quotes_scan(struct quote_scan *scan, struct quote_mark *marks,
		   size_t max)
{
	const struct pass *pass = scan->pass;
	size_t count = 0;

	for (;;) {
		const size_t at = byte_set_find(&candidates, pass->text,
						scan->at, pass->len);
		struct quote_mark *mark = &marks[count];
		bool is_row;

		scan->at = at;
		if (at == pass->len || count + 2 > max)
			break;
		if (scan->breaks && count > max / 2)
			break;
		scan->at++;
		if (pass->text[at] == '\n')
			see_line_end(scan, at);
		if (skip_code(scan, at))
			continue;
		is_row = in_long_row(scan, at);
		if (!read_mark(scan, at, mark))
			continue;
		scan->at = mark->end;
		mark->shape = mark->glyph;
		mark->left = look(scan, LEFT, mark->at, &mark->left_far);
		mark->right = look(scan, RIGHT, mark->end, &mark->right_far);
		mark->hints = is_row ? HINT_ROW : quotes_hints(pass, mark);
		count = add_break(scan, marks, count) + 1;
	}
	look_through(marks, count);
	return count;
}
