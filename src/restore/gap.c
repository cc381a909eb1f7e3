/* Gaps as they are seen. */
#include "restore/gap.h"

#include <string.h>

#include "base/utf8.h"
#include "unicode/props.h"

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

/* Whether a quotation opens after this: README.md, step 2. */
static bool opens_after(const struct seen_gap *seen, size_t raw_front)
{
	const uint32_t before = seen->count ? seen->points[seen->count - 1] : 0;

	if (!before)
		return raw_front == 0;
	switch (before) {
	case ' ':
	case '\n':
	case '(':
	case '[':
	case '-':
	case '/':
	case OPEN_DOUBLE:
	case OPEN_SINGLE:
	case EN_DASH:
	case EM_DASH:
		return true;
	}
	return false;
}

/* A straight mark as the curly one that it stands for. */
static uint32_t curl(const struct seen_gap *seen, const struct words *words,
		     const struct gap_view *view, size_t at, size_t gap_end)
{
	const bool opens = opens_after(seen, at);

	if (words->text[at] == '"' && view->quotes)
		return view->quotes[at / 8] >> at % 8 & 1 ? OPEN_DOUBLE
							  : CLOSE_DOUBLE;
	if (words->text[at] == '"') {
		const uint32_t next = utf8_at(words->text, words->len, at + 1);

		return opens && next && !unicode_is_space(next) ? OPEN_DOUBLE
								: CLOSE_DOUBLE;
	}
	return opens && at + 1 == gap_end && gap_end < words->len
		       ? OPEN_SINGLE
		       : CLOSE_SINGLE;
}

/* "``" and "''", which treebanks have for double marks. */
static bool is_tex_pair(const char *text, size_t at, size_t gap_end)
{
	return gap_end - at > 1 && text[at] == text[at + 1] &&
	       (text[at] == '`' || text[at] == '\'');
}

/* What a code point is read as; 0: dropped. */
static uint32_t fold(uint32_t point)
{
	switch (point) {
	case 0xA0:
	case 0x2009:
	case 0x202F:
	case '\t':
		return ' ';
	case '\r':
	case 0xFEFF:
	case 0x200B:
	case 0xAD:
		return 0;
	case 0x2010:
	case 0x2011:
	case 0x2212:
		return '-';
	case 0x2015:
		return EM_DASH;
	case 0x201E:
	case 0x201F:
		return OPEN_DOUBLE;
	case 0x201B:
		return OPEN_SINGLE;
	}
	return point;
}

static size_t add_folded(struct seen_gap *seen, const struct words *words,
			 const struct gap_view *view, size_t at, size_t gap_end)
{
	size_t next = at;
	uint32_t point = fold(utf8_next(words->text, &next));

	if (is_tex_pair(words->text, at, gap_end)) {
		add_point(seen, point == '`' ? OPEN_DOUBLE : CLOSE_DOUBLE, at,
			  at + 2);
		return at + 2;
	}
	if (point == '"' || point == '\'' || point == '`')
		point = curl(seen, words, view, at, gap_end);
	if (point == 0x2026) {
		add_point(seen, '.', at, next);
		add_point(seen, '.', next, next);
		add_point(seen, '.', next, next);
	} else if (point) {
		add_point(seen, point, at, next);
	}
	return next;
}

/* Keep code points [0, *to) and put `i` after them. */
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

static bool is_gap_space(uint32_t point)
{
	return point == ' ' || point == '\n';
}

static void fold_dashes(struct seen_gap *seen)
{
	for (size_t i = 0; i < seen->count; i++) {
		const uint32_t point = seen->points[i];
		const bool separated =
			(i && is_gap_space(seen->points[i - 1])) ||
			(i + 1 < seen->count &&
			 is_gap_space(seen->points[i + 1]));

		if (point == EN_DASH || (point == EM_DASH && separated))
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
				   (is_gap_space(next) ||
				    (to && seen->points[to - 1] == '\n'));

		if (!extra)
			keep_point(seen, &to, i);
	}
	seen->count = to;
}

/* "Paris , France", "in vain . \" Today": what closes up to its word. */
static void close_up(struct seen_gap *seen)
{
	size_t to = 0;

	for (size_t i = 0; i < seen->count; i++) {
		const uint32_t last = to ? seen->points[to - 1] : 0;
		const uint32_t next =
			i + 1 < seen->count ? seen->points[i + 1] : 0;
		const bool before =
			next == CLOSE_DOUBLE ||
			(next && next < 0x80 && strchr(".,;:?!)", (int)next));

		if (seen->points[i] != ' ' || (!before && last != OPEN_DOUBLE))
			keep_point(seen, &to, i);
	}
	seen->count = to;
}

/* Points that the line breaks before the text, and what precedes them, are. */
static size_t leading_lines(const struct seen_gap *seen)
{
	size_t after = 0;

	for (size_t i = 0; i < seen->count && is_gap_space(seen->points[i]);
	     i++)
		after = seen->points[i] == '\n' ? i + 1 : after;
	return after;
}

/* Points without the line breaks after the text, and what follows them. */
static size_t trailing_lines(const struct seen_gap *seen)
{
	size_t before = seen->count;

	for (size_t i = seen->count; i && is_gap_space(seen->points[i - 1]);
	     i--)
		before = seen->points[i - 1] == '\n' ? i - 1 : before;
	return before;
}

/* Gap 0 begins with a space, the last one ends in a newline: README.md. */
static void trim(struct seen_gap *seen, bool first, bool last)
{
	const size_t from = first ? leading_lines(seen) : 0;
	const size_t to = last ? trailing_lines(seen) : seen->count;
	const size_t kept = to > from ? to - from : 0;

	memmove(seen->points + first, seen->points + from,
		kept * sizeof(*seen->points));
	memmove(seen->at + first, seen->at + from, kept * sizeof(*seen->at));
	memmove(seen->end + first, seen->end + from, kept * sizeof(*seen->end));
	seen->count = kept + first;
	if (first) {
		seen->points[0] = ' ';
		seen->at[0] = seen->end[0] = 0;
	}
	if (last) {
		seen->points[seen->count] = '\n';
		seen->at[seen->count] = seen->end[seen->count] = 0;
		seen->count++;
	}
}

#define INDENT_LEAST 4 /* spaces; marks leave three at most */

/* The spaces that set a line in are no evidence; gap 0 keeps the one it has. */
static void drop_indent(struct seen_gap *seen, bool first)
{
	size_t spaces = 0;

	while (spaces < seen->count &&
	       seen->points[seen->count - 1 - spaces] == ' ')
		spaces++;
	if (first && spaces == seen->count && spaces > INDENT_LEAST)
		seen->count = 1;
	else if (spaces < seen->count && spaces >= INDENT_LEAST &&
		 seen->points[seen->count - 1 - spaces] == '\n')
		seen->count -= spaces;
}

static void write_text(struct seen_gap *seen)
{
	for (size_t i = 0; i < seen->count; i++) {
		seen->len +=
			utf8_encode(seen->points[i], seen->text + seen->len);
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

void gap_see(struct seen_gap *seen, const struct gap_view *view,
	     const struct words *words, size_t i)
{
	const bool first = i == 0, last = i == words->count;
	size_t at, end;

	seen->len = seen->count = 0;
	seen->space = seen->newline = seen->too_long = false;
	words_gap(words, i, &at, &end);
	while (at < end)
		at = add_folded(seen, words, view, at, end);
	/* Room for what trim() adds. */
	if (seen->count > GAP_POINTS - 2)
		seen->too_long = true;
	if (seen->too_long)
		seen->count = GAP_POINTS - 2;
	if (view->wrapped && !last)
		unwrap(seen);
	if (view->set_apart)
		close_up(seen);
	if (first || last)
		trim(seen, first, last);
	join_newlines(seen);
	join_hyphens(seen);
	fold_dashes(seen);
	if (!view->runs)
		squeeze(seen);
	drop_indent(seen, first);
	write_text(seen);
}

/* Marks before a line's first word; more spaces are its indent. */
#define LOST_AFTER 2

bool gap_is_blank(const struct gap_view *view, const struct words *words,
		  size_t i)
{
	size_t at, end;
	bool told = view->told && i && i < words->count;

	words_gap(words, i, &at, &end);
	for (; at < end; at++) {
		if (words->text[at] == '\n' && told &&
		    (view->beside || end - at <= 1 + LOST_AFTER))
			told = false;
		else if (words->text[at] != ' ')
			return false;
	}
	return true;
}

size_t gap_width(const struct gap_view *view, const struct words *words,
		 size_t i)
{
	size_t at, end;

	words_gap(words, i, &at, &end);
	return end - at -
	       (view->beside && memchr(words->text + at, '\n', end - at));
}
