/* Verdicts to edits: gaps. */
#include "restore/write_gap.h"

#include <string.h>

#include "base/utf8.h"
#include "restore/parts.h"

/* A gap's new text: a class, and what survived, with its own spelling. */
#define GAP_TEXT (GAP_BYTES + 64)

#define EM_DASH 0x2014

struct text {
	char bytes[GAP_TEXT];
	size_t len;
};

static void add(struct text *text, const char *bytes, size_t len)
{
	if (len > sizeof(text->bytes) - text->len)
		return;
	memcpy(text->bytes + text->len, bytes, len);
	text->len += len;
}

/* The kinds of an edit of gap i that does what the verdict says. */
static unsigned kinds_of(const struct writer *w, size_t i,
			 const struct verdict *verdict, bool new_break)
{
	const unsigned breaks = new_break ? 1u << RESTORE_BREAKS : 0;

	if (verdict->added)
		return 1u << (verdict->added == ADDED_BRACKET
				      ? RESTORE_MARKS
				      : RESTORE_QUOTES) |
		       breaks;
	if (verdict->is_kept)
		return breaks;
	return breaks | 1u << parts_kind(w->words, i,
					 &w->task->model->gaps[verdict->gap]);
}

/* A class's text at the start or the end of a sequence has no outer space. */
static void class_span(const struct writer *w, size_t i,
		       const struct restore_gap *gap, size_t *from, size_t *to)
{
	*from = 0;
	*to = gap->len;
	if (i == 0 && gap->begins)
		*from = 1;
	if (i == w->words->count && gap->ends && *to > *from)
		--*to;
}

/* "first- and second-": after such a hyphen its space stays. */
static bool hangs(const struct words *words, size_t i)
{
	const struct word *next = &words->items[i];

	return i < words->count && words->lists &&
	       word_lists_find(words->lists, words->text + next->at,
			       next->end - next->at) &
		       LIST_HANGING;
}

void write_lost_gap(const struct writer *w, size_t i,
		    const struct verdict *verdict)
{
	const struct restore_gap *gaps = w->task->model->gaps;
	const struct restore_gap *gap =
		&gaps[verdict->is_kept ? 0 : verdict->gap];
	bool broken = !verdict->is_break, wrapped;
	unsigned confidence = verdict->gap_confidence;
	struct text out = { .len = 0 };
	size_t at, end, from, to;

	if (!gap_is_blank(&w->rules->view, w->words, i))
		return;
	words_gap(w->words, i, &at, &end);
	class_span(w, i, gap, &from, &to);
	wrapped = memchr(w->words->text + at, '\n', end - at) != NULL;
	/* where paragraphs end within lines, lines' ends say nothing more */
	if (wrapped && !w->rules->whole) {
		wrapped = false;
		to -= !strcmp(gap->text, "- ") && !hangs(w->words, i);
	}
	for (size_t k = from; k < to; k++) {
		if (gap->text[k] == ' ' && !broken) {
			add(&out, "\n\n", 2);
			broken = true;
		} else if (gap->text[k] == ' ' && wrapped) {
			add(&out, "\n", 1);
			wrapped = false;
		} else {
			add(&out, gap->text + k, 1);
		}
	}
	if (verdict->is_break && verdict->break_confidence < confidence)
		confidence = verdict->break_confidence;
	writer_emit(
		w,
		(struct restore_edit){
			.at = at,
			.end = end,
			.text = out.bytes,
			.len = out.len,
			.kinds = kinds_of(w, i, verdict, verdict->is_break) },
		confidence);
}

/* What survived in a gap, in order. */
struct survivors {
	const struct seen_gap *seen;
	size_t next;
	bool broken;
	bool dash; /* it becomes " - " */
};

static void skip_blanks(struct survivors *s)
{
	while (s->next < s->seen->count && (s->seen->points[s->next] == ' ' ||
					    s->seen->points[s->next] == '\n'))
		s->next++;
}

/* The line break of a gap, as it is. */
static void add_break(const struct writer *w, struct survivors *s,
		      struct text *out)
{
	const struct seen_gap *seen = s->seen;

	s->broken = true;
	for (size_t i = 0; i < seen->count; i++) {
		if (seen->points[i] != '\n')
			continue;
		add(out, w->words->text + seen->at[i],
		    seen->end[i] - seen->at[i]);
		return;
	}
	add(out, "\n\n", 2); /* it was flattened to spaces */
}

/* A mark of the class: the one that survived, as it is spelt, or a new one. */
static void add_mark(const struct writer *w, struct survivors *s,
		     uint32_t point, struct text *out)
{
	const struct seen_gap *seen = s->seen;
	char bytes[UTF8_MAX];

	skip_blanks(s);
	if (s->next < seen->count && seen->points[s->next] == point) {
		add(out, w->words->text + seen->at[s->next],
		    seen->end[s->next] - seen->at[s->next]);
		s->next++;
		return;
	}
	/* Where hyphens were not lost a new one is a dash. */
	if (point == '-' &&
	    (w->task->loss == LOSS_LOST_QUOTES || (w->task->cased && s->dash)))
		point = EM_DASH;
	add(out, bytes, utf8_encode(point, bytes));
}

/* Lines outside the text stay; its outer spaces may be lost marks. */
static void outer_lines(const struct writer *w, size_t i, size_t *at,
			size_t *end)
{
	const char *text = w->words->text;
	const size_t start = *at;

	if (i == 0) {
		for (size_t k = start; k < *end; k++)
			*at = text[k] == '\n' ? k + 1 : *at;
	}
	if (i == w->words->count) {
		for (size_t k = *end; k-- > start;)
			*end = text[k] == '\n' ? k : *end;
	}
}

/* A gap in which nothing was lost: its spaces are no evidence any more. */
static void squeeze_gap(const struct writer *w, size_t i)
{
	const char *text = w->words->text;
	struct text out = { .len = 0 };
	size_t at, end;

	words_gap(w->words, i, &at, &end);
	if (end - at > sizeof(out.bytes) || memchr(text + at, '\n', end - at))
		return;
	for (size_t k = at; k < end; k++) {
		if (text[k] != ' ' || k == at || text[k - 1] != ' ')
			add(&out, text + k, 1);
	}
	writer_emit(w,
		    (struct restore_edit){ .at = at,
					   .end = end,
					   .text = out.bytes,
					   .len = out.len },
		    1000);
}

static const char *const added_marks[] = {
	[ADDED_NONE] = "",
	[ADDED_OPENING] = "\xE2\x80\x9C",
	[ADDED_OUTER] = "\xE2\x80\x9C",
	[ADDED_CLOSING] = "\xE2\x80\x9D",
	[ADDED_BRACKET] = ")",
};

/* The gap's text [at, end) with single spaces, none after a line break. */
static void add_squeezed(struct text *out, const char *text, size_t at,
			 size_t end)
{
	for (size_t k = at; k < end; k++) {
		if (text[k] != ' ' ||
		    (k > at && text[k - 1] != ' ' && text[k - 1] != '\n'))
			add(out, text + k, 1);
	}
}

/* The first space or line break of a gap, or its end. */
static size_t first_blank(const char *text, size_t at, size_t end)
{
	while (at < end && text[at] != ' ' && text[at] != '\n')
		at++;
	return at;
}

#define SYMBOLS 0x2190 /* arrows are the first of them */
#define EURO 0x20AC

/* A picture or a sign that belongs to the words before it: "so 🎉". */
static bool is_symbol(const char *text, size_t at, size_t end)
{
	const uint32_t point = utf8_at(text, end, at);

	return point >= SYMBOLS || point == EURO;
}

/* Where a closing mark goes: before the first blank, but for one sign's. */
static size_t closing_place(const char *text, size_t at, size_t end)
{
	const size_t place = first_blank(text, at, end);

	return place + 1 < end && text[place] == ' ' &&
			       is_symbol(text, place + 1, end)
		       ? first_blank(text, place + 1, end)
		       : place;
}

/* "\n (" with the mark before its bracket, in the place of the space. */
static void add_outer(struct text *out, const char *text, size_t at, size_t end)
{
	const char *mark = added_marks[ADDED_OUTER];
	size_t bracket = end;

	while (bracket > at && text[bracket - 1] != '(')
		bracket--;
	if (bracket > at)
		bracket--;
	add_squeezed(out, text, at, bracket);
	add(out, mark, strlen(mark));
	add_squeezed(out, text, bracket, end);
}

/*
 * The marks of a gap that has no class, and one more: an opening mark ends the
 * gap, a closing one follows the marks before the first blank, and takes the
 * place of a space.
 */
static void write_added(const struct writer *w, size_t i,
			const struct verdict *verdict)
{
	const char *mark = added_marks[verdict->added];
	const char *text = w->words->text;
	struct text out = { .len = 0 };
	size_t at, end, from;

	words_gap(w->words, i, &at, &end);
	if (end - at > GAP_BYTES)
		return;
	from = at;
	if (verdict->added >= ADDED_CLOSING) {
		from = closing_place(text, at, end);
		add(&out, text + at, from - at);
		add(&out, mark, strlen(mark));
		from += from < end && text[from] == ' ';
	}
	/* a space before a bracket or a sign stays */
	if (i && from < end && text[from] == ' ')
		add(&out, " ", 1);
	if (verdict->added == ADDED_OUTER)
		add_outer(&out, text, from, end);
	else
		add_squeezed(&out, text, from, end);
	if (verdict->added == ADDED_OPENING)
		add(&out, mark, strlen(mark));
	else if (from < end && text[end - 1] == ' ' &&
		 out.bytes[out.len - 1] != ' ')
		add(&out, " ", 1);
	writer_emit(w,
		    (struct restore_edit){
			    .at = at,
			    .end = end,
			    .text = out.bytes,
			    .len = out.len,
			    .kinds = kinds_of(w, i, verdict, false) },
		    verdict->gap_confidence);
}

/* The class's text with what survived in it; false: not all of that fits. */
static bool add_class(const struct writer *w, size_t i,
		      const struct verdict *verdict, struct survivors *s,
		      struct text *out)
{
	const struct restore_gap *gap = &w->task->model->gaps[verdict->gap];
	size_t from, to;

	class_span(w, i, gap, &from, &to);
	s->dash = strstr(gap->text, " - ") != NULL;
	while (from < to) {
		const uint32_t point = utf8_next(gap->text, &from);

		if (point == ' ' && !s->broken)
			add_break(w, s, out);
		else if (point == ' ')
			add(out, " ", 1);
		else
			add_mark(w, s, point, out);
	}
	skip_blanks(s);
	return s->next == s->seen->count;
}

/* A gap that has no class keeps its marks; its first two spaces are a break. */
static void write_kept_break(const struct writer *w, size_t i,
			     const struct verdict *verdict)
{
	const char *text = w->words->text;
	struct text out = { .len = 0 };
	size_t at, end, from, to;

	words_gap(w->words, i, &at, &end);
	for (from = at; from + 1 < end; from++) {
		if (text[from] == ' ' && text[from + 1] == ' ')
			break;
	}
	if (end - at > GAP_BYTES || from + 1 >= end)
		return;
	for (to = from; to < end && text[to] == ' ';)
		to++;
	if (to < end && !strchr("([$", text[to]))
		return;
	add_squeezed(&out, text, at, from);
	add(&out, "\n\n", 2);
	add_squeezed(&out, text, to, end);
	writer_emit(
		w,
		(struct restore_edit){ .at = at,
				       .end = end,
				       .text = out.bytes,
				       .len = out.len,
				       .kinds = kinds_of(w, i, verdict, true) },
		verdict->break_confidence);
}

void write_kept_gap(const struct writer *w, size_t i,
		    const struct verdict *verdict)
{
	struct text out = { .len = 0 };
	struct seen_gap seen;
	struct survivors s = { .seen = &seen };
	size_t at, end;

	gap_see(&seen, &w->rules->view, w->words, i);
	if (verdict->added) {
		write_added(w, i, verdict);
		return;
	}
	if (verdict->is_kept && verdict->is_break == seen.newline) {
		squeeze_gap(w, i);
		return;
	}
	if (verdict->gap == RESTORE_GAP_KEEP && verdict->is_break &&
	    !seen.newline) {
		write_kept_break(w, i, verdict);
		return;
	}
	s.broken = !verdict->is_break || i == w->words->count;
	words_gap(w->words, i, &at, &end);
	outer_lines(w, i, &at, &end);
	if (!add_class(w, i, verdict, &s, &out))
		return;
	writer_emit(
		w,
		(struct restore_edit){
			.at = at,
			.end = end,
			.text = out.bytes,
			.len = out.len,
			.kinds = kinds_of(w, i, verdict,
					  verdict->is_break && !seen.newline) },
		verdict->gap_confidence);
}
