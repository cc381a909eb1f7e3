/* Gaps as they are seen. */
#include "wire/gap.h"

#include <string.h>

#include "base/utf8.h"
#include "unicode/props.h"

#define OPEN_DOUBLE 0x201C
#define CLOSE_DOUBLE 0x201D
#define OPEN_SINGLE 0x2018
#define CLOSE_SINGLE 0x2019
#define EN_DASH 0x2013
#define EM_DASH 0x2014

enum { MANY = 1, QUOTES = 2 };	/* lost in lower-lost; in lost-quotes */

/* Marks, and the kind that they are lost with: a kind is lost as a whole. */
static const struct {
	uint32_t point;
	uint8_t kind, lost_in;
} marks[] = {
	{ OPEN_DOUBLE, 0, MANY | QUOTES }, { CLOSE_DOUBLE, 0, MANY | QUOTES },
	{ '"', 0, MANY },
	{ OPEN_SINGLE, 1, MANY | QUOTES }, { CLOSE_SINGLE, 1, MANY | QUOTES },
	{ '\'', 1, MANY },
	{ '-', 2, MANY },
	{ EN_DASH, 3, MANY | QUOTES }, { EM_DASH, 3, MANY | QUOTES },
	{ '(', 4, MANY }, { ')', 4, MANY },
	{ '[', 5, MANY }, { ']', 5, MANY },
	{ '$', 6, MANY }, { 0xA3, 7, MANY }, { 0x20AC, 8, MANY },
	{ '%', 9, MANY }, { '&', 10, MANY }, { '/', 11, MANY },
	{ ',', 12, 0 },
};

#define MARKS (sizeof(marks) / sizeof(*marks))
#define KINDS 13
#define KIND_SINGLE 1
#define KIND_COMMA 12

static bool is_lost(uint32_t lost, uint32_t point)
{
	for (size_t i = 0; lost && i < MARKS; i++) {
		if (marks[i].point == point)
			return lost >> i & 1;
	}
	return false;
}

/* What a text holds that speaks for or against a kind being lost. */
struct census {
	size_t kinds[KINDS];
	size_t dots, spaces;
	size_t clitics;		/* "didn t": a space for the apostrophe */
};

static void count_gap(struct census *census, const struct words *words,
		      size_t i)
{
	size_t at, end;

	words_gap(words, i, &at, &end);
	while (at < end) {
		const uint32_t point = utf8_next(words->text, &at);

		census->spaces += point == ' ';
		census->dots += point == '.';
		for (size_t m = 0; m < MARKS; m++)
			census->kinds[marks[m].kind] += marks[m].point == point;
	}
}

static bool is_clitic(const struct words *words, size_t i)
{
	const struct word *word = &words->items[i];
	const char letter = words->text[word->at];

	return i && word->end - word->at == 1 &&
	       (letter == 's' || letter == 't') &&
	       word->at - words->items[i - 1].end == 1 &&
	       words->text[word->at - 1] == ' ';
}

static void take_census(struct census *census, const struct words *words)
{
	memset(census, 0, sizeof(*census));
	for (size_t i = 0; i <= words->count; i++) {
		count_gap(census, words, i);
		if (i < words->count)
			census->clitics += is_clitic(words, i);
	}
}

/*
 * A kind that occurs was not lost. Apostrophes of a few quoted posts among
 * many lost ones say nothing.
 */
static bool kind_is_lost(const struct census *census, size_t kind)
{
	if (kind == KIND_SINGLE)
		return census->kinds[kind] <= census->clitics;
	return !census->kinds[kind];
}

static uint32_t lost_marks(enum wire_condition condition,
			   const struct words *words)
{
	const unsigned in = condition == WIRE_MARKS_LOST ? MANY : QUOTES;
	struct census census;
	uint32_t lost = 0;
	bool comma;

	take_census(&census, words);
	comma = census.spaces >= 200 && census.dots && !census.kinds[KIND_COMMA];
	for (size_t i = 0; i < MARKS; i++) {
		const bool may = marks[i].kind == KIND_COMMA
					 ? comma
					 : (marks[i].lost_in & in) != 0;

		if (may && kind_is_lost(&census, marks[i].kind))
			lost |= (uint32_t)1 << i;
	}
	return lost;
}

/* Two spaces in a gap without a line break, or too few words to tell. */
static bool has_runs(const struct words *words)
{
	if (words->count < 100)
		return true;
	for (size_t i = 1; i < words->count; i++) {
		size_t at, end;
		bool wide = false;

		words_gap(words, i, &at, &end);
		if (memchr(words->text + at, '\n', end - at))
			continue;
		for (size_t k = at + 1; k < end; k++)
			wide |= words->text[k] == ' ' &&
				words->text[k - 1] == ' ';
		if (wide)
			return true;
	}
	return false;
}

/* A class or gap without spaces, line breaks and the marks in `lost`. */
static void take_rest(const char *text, size_t len, uint32_t lost,
		      uint64_t rest[2])
{
	char bytes[16] = { 0 };
	size_t at = 0, to = 0;

	while (at < len && to <= 12) {
		const size_t from = at;
		const uint32_t point = utf8_next(text, &at);

		if (point == ' ' || point == '\n' || is_lost(lost, point))
			continue;
		memcpy(bytes + to, text + from, at - from);
		to += at - from;
	}
	memcpy(rest, bytes, sizeof(bytes));
}

void gap_rules_init(struct gap_rules *rules, const struct wire_model *model,
		    enum wire_condition condition, const struct words *words)
{
	memset(rules, 0, sizeof(*rules));
	rules->model = model;
	rules->condition = condition;
	rules->runs = condition == WIRE_RUNS ||
		      (condition != WIRE_COLLAPSED && has_runs(words));
	if (condition < WIRE_MARKS_LOST)
		return;
	rules->lost = lost_marks(condition, words);
	for (size_t i = 0; i < WIRE_GAP_KEEP; i++)
		take_rest(model->gaps[i].text, model->gaps[i].len,
			  rules->lost, rules->rest[i]);
}

static void add_point(struct seen_gap *seen, uint32_t point, size_t at,
		      size_t end)
{
	if (seen->count == GAP_POINTS) {
		seen->too_long = true;
		return;
	}
	seen->points[seen->count] = point;
	seen->at[seen->count] = (uint32_t)at;
	seen->end[seen->count++] = (uint32_t)end;
}

/* Whether a quotation opens behind this: README.md, step 2. */
static bool opens_after(const struct seen_gap *seen, size_t raw_front)
{
	const uint32_t before =
		seen->count ? seen->points[seen->count - 1] : 0;

	if (!before)
		return raw_front == 0;
	switch (before) {
	case ' ': case '\n': case '(': case '[': case '-': case '/':
	case OPEN_DOUBLE: case OPEN_SINGLE: case EN_DASH: case EM_DASH:
		return true;
	}
	return false;
}

/* A straight mark as the curly one that it stands for. */
static uint32_t curl(const struct seen_gap *seen, const struct words *words,
		     uint32_t point, size_t at, size_t gap_end)
{
	const bool opens = opens_after(seen, at);

	if (point == '"') {
		const uint32_t next = utf8_at(words->text, words->len, at + 1);

		return opens && next && !unicode_is_space(next) ? OPEN_DOUBLE
								: CLOSE_DOUBLE;
	}
	return opens && at + 1 == gap_end && gap_end < words->len ? OPEN_SINGLE
								  : CLOSE_SINGLE;
}

/* What a code point is read as; 0: dropped. */
static uint32_t fold(uint32_t point)
{
	switch (point) {
	case 0xA0: case 0x2009: case 0x202F: case '\t':
		return ' ';
	case '\r': case 0xFEFF: case 0x200B: case 0xAD:
		return 0;
	case 0x2010: case 0x2011: case 0x2212:
		return '-';
	case 0x201E: case 0x201F:
		return OPEN_DOUBLE;
	case 0x201B:
		return OPEN_SINGLE;
	}
	return point;
}

static void add_folded(struct seen_gap *seen, const struct words *words,
		       size_t at, size_t next, size_t gap_end)
{
	size_t from = at;
	uint32_t point = fold(utf8_next(words->text, &from));

	if (point == '"' || point == '\'' || point == '`')
		point = curl(seen, words, point, at, gap_end);
	if (point == 0x2026) {
		add_point(seen, '.', at, next);
		add_point(seen, '.', next, next);
		add_point(seen, '.', next, next);
	} else if (point) {
		add_point(seen, point, at, next);
	}
}

/* Keep code points [0, *to) and put `i` behind them. */
static void keep_point(struct seen_gap *seen, size_t *to, size_t i)
{
	seen->points[*to] = seen->points[i];
	seen->at[*to] = seen->at[i];
	seen->end[(*to)++] = seen->end[i];
}

/* A line break, with what breaks and spaces follow it, is one newline. */
static void join_newlines(struct seen_gap *seen)
{
	size_t to = 0;

	for (size_t i = 0; i < seen->count;) {
		size_t last = i, next = i;

		keep_point(seen, &to, i++);
		if (seen->points[to - 1] != '\n')
			continue;
		for (next = i; next < seen->count; next++) {
			if (seen->points[next] == '\n')
				last = next;
			else if (seen->points[next] != ' ')
				break;
		}
		seen->end[to - 1] = seen->end[last];
		i = last + 1 > i ? last + 1 : i;
	}
	seen->count = to;
}

static void join_hyphens(struct seen_gap *seen)
{
	size_t to = 0;

	for (size_t i = 0; i < seen->count; i++) {
		const bool pair = i + 1 < seen->count &&
				  seen->points[i] == '-' &&
				  seen->points[i + 1] == '-';

		keep_point(seen, &to, i);
		if (!pair)
			continue;
		seen->points[to - 1] = EM_DASH;
		seen->end[to - 1] = seen->end[++i];
	}
	seen->count = to;
}

static bool is_blank(uint32_t point)
{
	return point == ' ' || point == '\n';
}

static void fold_dashes(struct seen_gap *seen)
{
	for (size_t i = 0; i < seen->count; i++) {
		const uint32_t point = seen->points[i];
		const bool parted =
			(i && is_blank(seen->points[i - 1])) ||
			(i + 1 < seen->count && is_blank(seen->points[i + 1]));

		if (point == EN_DASH || (point == EM_DASH && parted))
			seen->points[i] = '-';
	}
}

/* One space for a run, none beside a newline. */
static void squeeze(struct seen_gap *seen)
{
	size_t to = 0;

	for (size_t i = 0; i < seen->count; i++) {
		const uint32_t next =
			i + 1 < seen->count ? seen->points[i + 1] : 0;
		const bool extra = seen->points[i] == ' ' &&
				   (is_blank(next) ||
				    (to && seen->points[to - 1] == '\n'));

		if (!extra)
			keep_point(seen, &to, i);
	}
	seen->count = to;
}

/* "Paris , France": no space before what closes up to its word. */
static void close_up(struct seen_gap *seen)
{
	size_t to = 0;

	for (size_t i = 0; i < seen->count; i++) {
		const bool before =
			i + 1 < seen->count && seen->points[i + 1] < 0x80 &&
			strchr(".,;:?!)", (int)seen->points[i + 1]);

		if (seen->points[i] != ' ' || !before)
			keep_point(seen, &to, i);
	}
	seen->count = to;
}

/* Gap 0 begins with one space, the last gap ends in one newline. */
static void trim(struct seen_gap *seen, bool first, bool last)
{
	size_t from = 0;

	if (last) {
		while (seen->count && is_blank(seen->points[seen->count - 1]))
			seen->count--;
	}
	if (first) {
		while (from < seen->count && is_blank(seen->points[from]))
			from++;
	}
	memmove(seen->points + first, seen->points + from,
		(seen->count - from) * sizeof(*seen->points));
	memmove(seen->at + first, seen->at + from,
		(seen->count - from) * sizeof(*seen->at));
	memmove(seen->end + first, seen->end + from,
		(seen->count - from) * sizeof(*seen->end));
	seen->count = seen->count - from + first;
	if (first)
		seen->points[0] = ' ';
	if (last) {
		seen->points[seen->count] = '\n';
		seen->at[seen->count] = seen->end[seen->count] = 0;
		seen->count++;
	}
}

static void write_text(struct seen_gap *seen)
{
	for (size_t i = 0; i < seen->count; i++) {
		seen->len += utf8_encode(seen->points[i],
					 seen->text + seen->len);
		seen->space |= seen->points[i] == ' ';
		seen->newline |= seen->points[i] == '\n';
	}
}

/* Where lines were wrapped, a line end that starts no paragraph is a space. */
static void unwrap(struct seen_gap *seen)
{
	size_t newlines = 0, where = 0;

	for (size_t i = 0; i < seen->count; i++) {
		if (seen->points[i] != '\n')
			continue;
		newlines++;
		where = i;
	}
	if (newlines == 1 && where + 1 == seen->count)
		seen->points[where] = ' ';
}

void gap_see(struct seen_gap *seen, const struct gap_rules *rules,
	     const struct words *words, size_t i)
{
	const bool first = i == 0, last = i == words->count;
	size_t at, end, next;

	seen->len = seen->count = 0;
	seen->space = seen->newline = seen->too_long = false;
	words_gap(words, i, &at, &end);
	for (; at < end; at = next) {
		next = at;
		utf8_next(words->text, &next);
		add_folded(seen, words, at, next, end);
	}
	/* Room for what trim() adds. */
	if (seen->count > GAP_POINTS - 2)
		seen->too_long = true;
	if (seen->too_long)
		seen->count = GAP_POINTS - 2;
	if (rules->wrapped && !last)
		unwrap(seen);
	if (rules->set_apart)
		close_up(seen);
	if (first || last)
		trim(seen, first, last);
	join_newlines(seen);
	join_hyphens(seen);
	fold_dashes(seen);
	if (!rules->runs)
		squeeze(seen);
	write_text(seen);
}

/* The class that a gap is: its white space is one space. */
static unsigned own_class(const struct seen_gap *seen,
			  const struct wire_model *model)
{
	char text[GAP_BYTES];
	size_t len = 0;

	if (seen->too_long)
		return WIRE_GAP_KEEP;
	for (size_t i = 0; i < seen->count; i++) {
		if (!is_blank(seen->points[i]))
			len += utf8_encode(seen->points[i], text + len);
		else if (!len || text[len - 1] != ' ')
			text[len++] = ' ';
	}
	for (unsigned i = 0; i < WIRE_GAP_KEEP; i++) {
		if (model->gaps[i].len == len &&
		    !memcmp(model->gaps[i].text, text, len))
			return i;
	}
	return WIRE_GAP_KEEP;
}

/* Spaces at a class's end are taken off where the text begins or ends. */
unsigned gap_allow(const struct seen_gap *seen, const struct gap_rules *rules,
		   uint8_t allowed[WIRE_GAPS])
{
	const struct wire_model *model = rules->model;
	const unsigned own = own_class(seen, model);
	uint64_t rest[2];

	memset(allowed, 0, WIRE_GAPS);
	take_rest(seen->text, seen->len, 0, rest);
	for (size_t i = 0; i < WIRE_GAP_KEEP; i++) {
		if (!seen->space && !seen->newline)
			break;
		allowed[i] = rules->rest[i][0] == rest[0] &&
			     rules->rest[i][1] == rest[1] &&
			     (!seen->newline || model->gaps[i].space);
	}
	allowed[own] = 1;
	return own;
}
