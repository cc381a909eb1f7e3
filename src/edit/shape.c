/* The shape of a text: lines and wide gaps. */
#include "edit/shape.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "unicode/props.h"

/* Lines that people wrap are no wider, and no narrower. */
#define WIDEST 100
#define NARROWEST 30

/* Bytes of a line that holds more than one paragraph, on the average. */
#define LONG_LINE 500

#define RIGHT_DOUBLE 0x201D
#define LEFT_DOUBLE 0x201C

static bool is_stop(uint32_t point)
{
	return point == '.' || point == '?' || point == '!' || point == 0x2026;
}

static bool closes(uint32_t point)
{
	return point == '"' || point == '\'' || point == ')' || point == ']' ||
	       point == RIGHT_DOUBLE || point == 0x2019 || point == 0xBB;
}

static bool opens(uint32_t point)
{
	return point == '"' || point == '\'' || point == '(' || point == '[' ||
	       point == '`' || point == LEFT_DOUBLE || point == RIGHT_DOUBLE ||
	       point == 0x2018 || point == 0x2019 || point == 0xAB ||
	       point == '$' || point == 0xA3 || point == 0x20AC || point == '@';
}

/* A dash, a bullet or an ellipsis at the front of a paragraph. */
static bool is_bullet(uint32_t point)
{
	return point == 0x2022 || point == '*' || point == '_' ||
	       point == 0x2026 || point == 0x25CF || point == 0xB7 ||
	       point == 0x25BA || point == 0x25AA;
}

enum shape_end shape_end(const char *text, size_t at)
{
	uint32_t point = utf8_before(text, at);
	bool closed = false;

	while (at && closes(point)) {
		utf8_previous(text, &at);
		point = utf8_before(text, at);
		closed = true;
	}
	if (is_stop(point))
		return SHAPE_END_SENTENCE;
	if (closed || unicode_is_word(point) || point == ':' || point == '%')
		return SHAPE_END_WORD;
	return SHAPE_END_OTHER;
}

enum shape_front shape_front(const char *text, size_t len, size_t at)
{
	uint32_t point = utf8_at(text, len, at);

	for (int i = 0; i < 3 && opens(point); i++) {
		utf8_next(text, &at);
		point = utf8_at(text, len, at);
	}
	if (unicode_is_lower(point))
		return SHAPE_FRONT_LOWER;
	if (unicode_is_letter(point) || is_bullet(point))
		return SHAPE_FRONT_UPPER;
	return unicode_is_digit(point) ? SHAPE_FRONT_DIGIT : SHAPE_FRONT_OTHER;
}

/* A line, in columns (code points); bytes [at, end) without spaces around. */
struct line {
	size_t at, end, next;
	size_t indent, columns;	/* columns: indent included */
	size_t word;		/* columns of its first word */
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static size_t columns_of(const char *text, size_t at, size_t end)
{
	size_t columns = 0;

	for (; at < end; at++)
		columns += ((unsigned char)text[at] & 0xC0) != 0x80;
	return columns;
}

static void line_read(struct line *line, const char *text, size_t len,
		      size_t at)
{
	const char *newline = memchr(text + at, '\n', len - at);
	const size_t stop = newline ? (size_t)(newline - text) : len;
	size_t word;

	line->next = newline ? stop + 1 : len;
	line->end = stop;
	line->indent = 0;
	for (; at < stop && is_blank(text[at]); at++)
		line->indent += text[at] == '\t' ? 4 : 1;
	while (line->end > at && is_blank(text[line->end - 1]))
		line->end--;
	line->at = at;
	for (word = at; word < line->end && !is_blank(text[word]); word++)
		;
	line->word = columns_of(text, at, word);
	line->columns = line->indent + columns_of(text, at, line->end);
}

/* Line breaks of one kind: those that hold no blank line, or one. */
struct breaks {
	size_t count;		/* from a line that could be full */
	size_t lower;		/* the next line begins lower */
	size_t open;		/* no sentence ends here */
	size_t paragraphs;	/* a sentence ends, and another begins */
	int covers[WIDEST + 2];	/* differences: breaks that this width makes */
};

static void see_break(struct breaks *breaks, const char *text, size_t len,
		      const struct line *line, const struct line *next)
{
	const size_t from = line->columns, to = from + next->word;
	const enum shape_front front = shape_front(text, len, next->at);
	const bool ends = shape_end(text, line->end) == SHAPE_END_SENTENCE;

	if (from < NARROWEST || from > WIDEST)
		return;
	breaks->count++;
	breaks->lower += front == SHAPE_FRONT_LOWER;
	breaks->open += !ends;
	breaks->paragraphs += front != SHAPE_FRONT_LOWER && ends;
	breaks->covers[from]++;
	breaks->covers[to < WIDEST ? to + 1 : WIDEST + 1]--;
}

/* The width that explains most breaks; *most is how many. */
static size_t best_width(const struct breaks *breaks, size_t *most)
{
	size_t width = 0;
	int sum = 0;

	*most = 0;
	for (size_t i = 0; i <= WIDEST; i++) {
		sum += breaks->covers[i];
		if (sum > 0 && (size_t)sum > *most) {
			*most = (size_t)sum;
			width = i;
		}
	}
	return width;
}

/*
 * A full line is one that the next line's first word would have made too
 * long. Where one width explains most breaks, the text was wrapped there; in
 * a list or in verse no width does, and few lines begin lower. Where
 * paragraphs are indented (or all is in capitals), it will do that few lines
 * end a sentence.
 */
static size_t wrapped_at(const struct breaks *breaks, size_t share,
			 bool indented)
{
	size_t full, width = best_width(breaks, &full);
	const size_t open = breaks->count > breaks->paragraphs
			  ? breaks->count - breaks->paragraphs : 0;

	if (full < 2 || full * 10 < open * share)
		return 0;
	if (breaks->lower * 3 >= full)
		return width;
	return indented && breaks->open * 3 >= full * 2 ? width : 0;
}

#define INDENTS 16

struct reading {
	struct breaks single, doubled;
	size_t lines, indents[INDENTS];	/* lines by their indent */
	size_t long_lines;
	size_t base;		/* the indent of lines that go on */
};

static void read_indents(struct reading *reading, const char *text, size_t len)
{
	struct line line;

	for (size_t at = 0; at < len; at = line.next) {
		line_read(&line, text, len, at);
		if (line.at == line.end)
			continue;
		reading->lines++;
		reading->long_lines += line.columns > WIDEST;
		reading->indents[line.indent < INDENTS ? line.indent
						       : INDENTS - 1]++;
	}
	while (reading->base + 1 < INDENTS &&
	       (reading->indents[reading->base] < 2 ||
		reading->indents[reading->base] * 10 < reading->lines))
		reading->base++;
	if (reading->base + 1 == INDENTS)
		reading->base = 0;
}

static void read_breaks(struct reading *reading, const char *text, size_t len)
{
	struct line line = { 0 }, last = { 0 };
	size_t blank = 0;
	bool first = true;

	for (size_t at = 0; at < len; at = line.next) {
		line_read(&line, text, len, at);
		if (line.at == line.end) {
			blank++;
			continue;
		}
		if (!first && line.indent <= reading->base && blank < 2)
			see_break(blank ? &reading->doubled : &reading->single,
				  text, len, &last, &line);
		first = false;
		blank = 0;
		last = line;
	}
}

static bool any_lower(const char *text, size_t len)
{
	size_t lower = 0, upper = 0;

	for (size_t i = 0; i < len; i++) {
		lower += ascii_is_lower((unsigned char)text[i]);
		upper += ascii_is_upper((unsigned char)text[i]);
	}
	return lower * 10 > upper;
}

static bool has_indented(const struct reading *reading)
{
	size_t more = 0;

	for (size_t i = reading->base + 1; i < INDENTS; i++)
		more += reading->indents[i];
	return more > 0;
}

bool shape_read_lines(struct shape *shape, const char *text, size_t len)
{
	struct reading reading = { 0 };
	const bool capitals = !any_lower(text, len);

	read_indents(&reading, text, len);
	read_breaks(&reading, text, len);
	shape->indent = reading.base;
	shape->indented = has_indented(&reading);
	shape->doubled = false;
	shape->width = 0;
	if (reading.long_lines * 10 > reading.lines)
		return false;
	shape->width = wrapped_at(&reading.single, 7,
				  capitals || shape->indented);
	if (shape->width || reading.single.count > 2)
		return shape->width;
	/* A poem may stand so, too: more evidence is needed. */
	if (reading.doubled.count < 12 ||
	    reading.doubled.lower * 2 < reading.doubled.count)
		return false;
	shape->width = wrapped_at(&reading.doubled, 9, capitals);
	shape->doubled = shape->width;
	return shape->doubled;
}

static void see_quote(uint32_t point, bool *inside)
{
	if (point == LEFT_DOUBLE)
		*inside = true;
	else if (point == RIGHT_DOUBLE)
		*inside = false;
	else if (point == '"')
		*inside = !*inside;
}

/* Within a quotation, and the gap is no place where it is taken up again. */
static bool goes_on(const char *text, size_t end, bool inside)
{
	return inside && text[end] != '"' && text[end] != '\xE2';
}

static void see_run(struct shape *shape, const char *text, size_t len,
		    size_t at, size_t end, bool inside)
{
	const enum shape_end before = shape_end(text, at);
	const enum shape_front after = shape_front(text, len, end);
	const bool wide = end - at > 1;

	if (before == SHAPE_END_SENTENCE && after == SHAPE_FRONT_UPPER) {
		shape->ends += !wide;
		shape->wide_ends += wide;
		shape->wide_inside += wide && goes_on(text, end, inside);
		shape->pair_ends += end - at == 2;
		shape->more_ends += end - at > 2;
		return;
	}
	if (!wide)
		return;
	/* Behind a period it may be an abbreviation. */
	if (after == SHAPE_FRONT_LOWER && text[at - 1] != '.') {
		shape->pair_lower += end - at == 2;
		shape->more_lower += end - at > 2;
	}
	shape->lost += end - at == 3 && after == SHAPE_FRONT_LOWER &&
		       ascii_is_lower((unsigned char)text[at - 1]);
}

/* A space, a no-break space or a narrow one ends at `at`. */
static bool space_before(const char *text, size_t at)
{
	const uint32_t point = utf8_before(text, at);

	return point == ' ' || point == 0xA0 || point == 0x202F;
}

/* A mark with a space behind it: is there one before it, too? */
static void see_mark(struct shape *shape, const char *text, size_t len,
		     size_t at)
{
	const char c = text[at];
	const bool wide = at && space_before(text, at);

	if (at + 1 < len && text[at + 1] != ' ' && text[at + 1] != '\n')
		return;
	if (c == ',' || c == '.') {
		shape->stops_wide += wide;
		return;
	}
	shape->marks_wide += wide;
	shape->marks_tight += !wide;
}

static bool is_digit(const char *text, size_t len, size_t at)
{
	return at < len && ascii_is_digit((unsigned char)text[at]);
}

/* A comma between digits: is there a space behind it that is too much? */
static void see_number(struct shape *shape, const char *text, size_t len,
		       size_t comma)
{
	size_t front = comma, at = comma + 1;

	if (!comma || !is_digit(text, len, comma - 1))
		return;
	if (is_digit(text, len, at)) {
		shape->numbers_whole++;
		return;
	}
	while (front && is_digit(text, len, front - 1))
		front--;
	if (comma - front > 3 || at + 4 > len || text[at] != ' ' ||
	    is_digit(text, len, at + 4))
		return;
	at++;
	if (!memcmp(text + at, "000", 3))
		shape->numbers_parted++;
	else if (front && (text[front - 1] == '$' ||
			   utf8_before(text, front) == 0xA3))
		shape->numbers_parted += is_digit(text, len, at) &&
					 is_digit(text, len, at + 1) &&
					 is_digit(text, len, at + 2);
}

static bool is_mark(unsigned char c)
{
	return c == ',' || c == '.' || c == ';' || c == ':' || c == '?' ||
	       c == '!';
}

void shape_read_runs(struct shape *shape, const char *text, size_t len)
{
	bool inside = false;

	for (size_t at = 0; at < len;) {
		const unsigned char c = (unsigned char)text[at];
		const size_t front = at;

		if (c == '\n') {
			inside = false;
		} else if (c == '"' || c == 0xE2) {
			see_quote(utf8_next(text, &at), &inside);
			continue;
		} else if (c == '-' && at && at + 1 < len) {
			shape->hyphens +=
				ascii_is_letter((unsigned char)text[at - 1]) &&
				ascii_is_letter((unsigned char)text[at + 1]);
		} else if (is_mark(c)) {
			see_mark(shape, text, len, at);
			if (c == ',')
				see_number(shape, text, len, at);
		}
		at++;
		if (c != ' ')
			continue;
		while (at < len && text[at] == ' ')
			at++;
		if (front && at < len && text[at] != '\n')
			see_run(shape, text, len, front, at, inside);
	}
	shape->pair_is_break = shape->pair_lower * 10 <= shape->pair_ends &&
			       shape->pair_ends > 0;
	shape->more_is_break = shape->more_lower * 10 <= shape->more_ends &&
			       shape->more_ends > 0;
	shape->lost_words = shape->lost >= 2 &&
			    shape->hyphens * 3 <= shape->lost;
	shape->french = shape->marks_wide > 1 && !shape->stops_wide &&
			shape->marks_tight * 4 <= shape->marks_wide;
}

static bool has_runs(const struct survey *survey)
{
	uint32_t runs = 0;

	for (size_t i = 2; i <= SURVEY_RUNS; i++)
		runs += survey->runs[i];
	return runs > 0;
}

/* The lines look like a screen's: worth a look. */
static bool may_be_wrapped(const struct survey *survey)
{
	if (survey->lines < 3)
		return false;
	if (survey->wrapped_lines * 4 >= survey->lines)
		return true;
	return survey->longest_line <= WIDEST * 2 && survey->lines >= 8 &&
	       survey->blank_lines + 1 >= survey->lines;
}

/* Marks of one kind that balance: what they say can be trusted. */
static bool quotes_are_sane(const struct survey *survey)
{
	if (survey->open_double + survey->close_double == 0)
		return survey->straight_double % 2 == 0;
	return survey->open_double == survey->close_double &&
	       !survey->straight_double && !survey->quote_faults;
}

/* Two spaces behind each sentence: a typist's habit, not paragraphs. */
static bool is_double_spaced(const struct survey *survey,
			     const struct shape *shape)
{
	const size_t all = shape->ends + shape->wide_ends;

	if (shape->wide_ends * 10 < all * 9)
		return false;
	return survey->lines > 2 || all < 3 ||
	       (shape->wide_inside > 0 && quotes_are_sane(survey));
}

static uint32_t run_conditions(const struct survey *survey, const char *text,
			       size_t len)
{
	struct shape shape = { 0 };

	shape_read_runs(&shape, text, len);
	if (!shape.wide_ends)
		return 0;
	if (is_double_spaced(survey, &shape))
		return CONDITION_DOUBLE_SPACED;
	return len >= survey->lines * (size_t)LONG_LINE || survey->lines < 2
	     ? CONDITION_FLATTENED : 0;
}

/* A good part of all marks stands apart from its word. */
static bool is_tokenised(const struct survey *survey)
{
	if (survey->before_mark < 3)
		return survey->before_mark == 2 && survey->marks <= 4;
	return survey->before_mark * 4 >= survey->marks;
}

uint32_t shape_conditions(const struct survey *survey, const char *text,
			  size_t len)
{
	uint32_t conditions = 0;
	struct shape shape = { 0 };

	if (may_be_wrapped(survey) && shape_read_lines(&shape, text, len))
		conditions |= CONDITION_WRAPPED;
	else if (has_runs(survey))
		conditions |= run_conditions(survey, text, len);
	return conditions | (is_tokenised(survey) ? CONDITION_TOKENISED : 0);
}
