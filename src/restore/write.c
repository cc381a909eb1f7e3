/* Verdicts to edits. */
#include "restore/write.h"

#include <string.h>

#include "base/utf8.h"
#include "restore/parts.h"
#include "unicode/case.h"

/* A gap's new text: a class, and what survived, with its own spelling. */
#define GAP_TEXT (GAP_BYTES + 64)

#define EM_DASH 0x2014

/* A word's new text; of a longer word the rest stays as it is. */
#define WORD_TEXT (LEXICON_BYTES + 8)

struct writer {
	const struct restore_task *task;
	const struct gap_rules *rules;
	const struct words *words;
	size_t base;
};

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

/* `edit` is of this sequence; nothing is told where the text stands there. */
static void emit(const struct writer *w, struct restore_edit edit,
		 unsigned per_mille)
{
	if (edit.len == edit.end - edit.at &&
	    !memcmp(w->words->text + edit.at, edit.text, edit.len))
		return;
	edit.at += w->base;
	edit.end += w->base;
	edit.confidence = (int)(per_mille / 10);
	w->task->edit(w->task->context, &edit);
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

/* Whether code point `i` of a word is a capital. */
static bool is_capital(uint8_t letters, uint32_t mask, size_t i)
{
	switch (letters) {
	case RESTORE_TITLE:
		return i == 0;
	case RESTORE_UPPER:
		return true;
	case RESTORE_MIXED:
		return i < 32 && mask >> i & 1;
	}
	return false;
}

/* A word that kept the case that the others lost is left alone. */
static bool kept_case(const struct writer *w, const struct lexeme *lexeme)
{
	return w->task->uppercased ? !lexeme->has_upper : lexeme->has_upper;
}

/* A small letter that stays small was no edit. */
static void leave_case(const struct writer *w, const struct verdict *verdict)
{
	if (w->task->leave && verdict->letters != RESTORE_LOWER)
		w->task->leave(w->task->context, RESTORE_CAPITALS);
}

static void write_word(const struct writer *w, const struct word *word,
		       const struct verdict *verdict)
{
	const char *text = w->words->text;
	struct lexeme lexeme;
	char out[WORD_TEXT];
	size_t at = word->at, len = 0;
	uint32_t mask;

	lexeme_read(&lexeme, text + word->at, word->end - word->at);
	if (kept_case(w, &lexeme))
		return;
	if (verdict->case_confidence <
	    10 * w->task->least.of[RESTORE_CAPITALS]) {
		leave_case(w, verdict);
		return;
	}
	mask = verdict->letters == RESTORE_MIXED
		       ? lexicon_mixed(w->task->model, &lexeme)
		       : 0;
	for (size_t i = 0; at < word->end && len < LEXICON_BYTES; i++) {
		const uint32_t low = unicode_lower(utf8_next(text, &at));
		const bool capital = is_capital(verdict->letters, mask, i);

		len += utf8_encode(capital ? unicode_upper(low) : low,
				   out + len);
	}
	emit(w,
	     (struct restore_edit){ .at = word->at,
				    .end = at,
				    .text = out,
				    .len = len,
				    .kinds = 1u << RESTORE_CAPITALS },
	     verdict->case_confidence);
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

/* Where every mark became a space: the class, and perhaps a break. */
static void write_lost_gap(const struct writer *w, size_t i,
			   const struct verdict *verdict)
{
	const struct restore_gap *gaps = w->task->model->gaps;
	const struct restore_gap *gap =
		&gaps[verdict->is_kept ? 0 : verdict->gap];
	bool broken = !verdict->is_break;
	unsigned confidence = verdict->gap_confidence;
	struct text out = { .len = 0 };
	size_t at, end, from, to;

	if (!gap_is_blank(w->words, i))
		return;
	words_gap(w->words, i, &at, &end);
	class_span(w, i, gap, &from, &to);
	for (size_t k = from; k < to; k++) {
		if (gap->text[k] == ' ' && !broken) {
			add(&out, "\n\n", 2);
			broken = true;
		} else {
			add(&out, gap->text + k, 1);
		}
	}
	if (verdict->is_break && verdict->break_confidence < confidence)
		confidence = verdict->break_confidence;
	emit(w,
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
	/* Hyphens are not lost with quotes: a new one is a dash. */
	if (point == '-' && w->task->loss == LOSS_LOST_QUOTES)
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
	emit(w,
	     (struct restore_edit){
		     .at = at, .end = end, .text = out.bytes, .len = out.len },
	     1000);
}

static const char *const added_marks[] = {
	[ADDED_NONE] = "",
	[ADDED_OPENING] = "\xE2\x80\x9C",
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
	if (verdict->added != ADDED_OPENING) {
		from = first_blank(text, at, end);
		add(&out, text + at, from - at);
		add(&out, mark, strlen(mark));
		from += from < end && text[from] == ' ';
	}
	add_squeezed(&out, text, from, end);
	if (verdict->added == ADDED_OPENING)
		add(&out, mark, strlen(mark));
	else if (from < end && text[end - 1] == ' ' &&
		 out.bytes[out.len - 1] != ' ')
		add(&out, " ", 1);
	emit(w,
	     (struct restore_edit){ .at = at,
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

/* Where some marks survived: the class around them. */
static void write_kept_gap(const struct writer *w, size_t i,
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
	s.broken = !verdict->is_break || i == w->words->count;
	words_gap(w->words, i, &at, &end);
	outer_lines(w, i, &at, &end);
	if (!add_class(w, i, verdict, &s, &out))
		return;
	emit(w,
	     (struct restore_edit){
		     .at = at,
		     .end = end,
		     .text = out.bytes,
		     .len = out.len,
		     .kinds = kinds_of(w, i, verdict,
				       verdict->is_break && !seen.newline) },
	     verdict->gap_confidence);
}

void write_edits(const struct restore_task *task, const struct gap_rules *rules,
		 const struct words *words, size_t base,
		 const struct verdict *verdicts)
{
	const struct writer w = { task, rules, words, base };
	const enum restore_loss loss = task->loss;

	for (size_t i = 0; i <= words->count; i++) {
		if (i && loss != LOSS_LOST_QUOTES)
			write_word(&w, &words->items[i - 1], &verdicts[i]);
		if (loss <= LOSS_COLLAPSED)
			write_lost_gap(&w, i, &verdicts[i]);
		else if (loss != LOSS_LOWER)
			write_kept_gap(&w, i, &verdicts[i]);
	}
}
