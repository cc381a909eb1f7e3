/* Partners of quotation marks. */
#include "restore/partner.h"

#include <stdio.h>
#include <string.h>

#include "restore/parts.h"

#define NONE ((size_t)-1)

struct pairing {
	const struct decoder *decoder;
	struct verdict *verdicts;
	size_t opened; /* the gap of the mark that is open */
	size_t ended;  /* the first break after it */
	size_t began;  /* the last break */
	size_t spare;  /* the last gap with a space that no mark explains */
	size_t spare_close; /* the first such gap after `opened` */
	size_t last;	    /* the last gap with a double mark */
};

/*
 * How sure a mark must be for its partner to be put at the paragraph's edge,
 * where its space was trimmed: per mille.
 */
#define EDGE_SURE 800

/*
 * Words of a quotation that a paragraph may be taken to begin with: of longer
 * ones in damaged news, 41 to 205 words, seven of eight begin with narration.
 */
#define QUOTED_MOST 40

/* How sure a break in a quotation must be to stay one: per mille. */
#define BREAK_SURE 900

/* Whether the class may be in gap i, by what survived and by its length. */
static bool is_allowed(const struct decoder *decoder, size_t i, uint8_t class)
{
	const struct gap_rules *rules = decoder->rules;
	uint8_t allowed[RESTORE_GAPS];
	struct seen_gap seen;

	if (rules->loss == LOSS_COLLAPSED)
		return true;
	if (rules->loss == LOSS_WIRE)
		return decoder->model->gaps[class].room <=
		       gap_width(&rules->view, decoder->words, i);
	gap_see(&seen, &rules->view, decoder->words, i);
	gap_allow(&seen, rules, i, allowed);
	return allowed[class];
}

/* A space beside another one or beside a line's end. */
static bool has_spare_space(const struct decoder *decoder, size_t i)
{
	const struct words *words = decoder->words;
	size_t at, end;

	if (decoder->rules->loss <= LOSS_COLLAPSED ||
	    !decoder->rules->view.runs || !i || i == words->count)
		return false;
	words_gap(words, i, &at, &end);
	for (size_t k = at + 1; k < end; k++)
		if ((words->text[k] == ' ' || words->text[k] == '\n') &&
		    words->text[k - 1] == ' ')
			return true;
	return end - at > 1 && words->text[end - 1] == ' ' &&
	       words->text[end - 2] == '\n';
}

/*
 * Where no line is broken a wide gap is a paragraph's end or a lost mark's: a
 * mark that takes all of it leaves no break.
 */
static void settle_break(struct pairing *p, size_t i)
{
	const struct gap_rules *rules = p->decoder->rules;
	struct verdict *verdict = &p->verdicts[i];
	struct seen_gap seen;

	if (!rules->flat || !verdict->is_break)
		return;
	gap_see(&seen, &rules->view, p->decoder->words, i);
	verdict->is_break =
		p->decoder->model->gaps[verdict->gap].least < seen.count;
}

/* Put the class for `format` with the gap's mark into gap i, if it may be. */
static bool put_class(struct pairing *p, size_t i, const char *format)
{
	const struct decoder *decoder = p->decoder;
	const struct restore_gap *gap =
		&decoder->model->gaps[p->verdicts[i].gap];
	char text[sizeof(gap->text) + 8];
	uint8_t class;

	if (!gap->ends_sentence || gap->len != 2)
		return false;
	snprintf(text, sizeof(text), format, gap->text[0]);
	class = gap_class(decoder->model, text);
	if (!class || !is_allowed(decoder, i, class))
		return false;
	parts_take(decoder, &p->verdicts[i], i, class);
	settle_break(p, i);
	return true;
}

/* A gap without a class keeps its marks and gets one more. */
static bool put_mark(struct pairing *p, size_t i, enum added_mark mark)
{
	if (i == NONE || !p->verdicts[i].is_kept || p->verdicts[i].added)
		return false;
	p->verdicts[i].added = mark;
	p->verdicts[i].is_kept = false;
	return true;
}

/* The spaces at a paragraph's edges may have been trimmed with the marks. */
static bool put_at_edge(struct pairing *p, size_t i, unsigned sure,
			enum added_mark mark)
{
	return p->decoder->rules->loss > LOSS_COLLAPSED && sure >= EDGE_SURE &&
	       put_mark(p, i, mark);
}

static bool close_opened(struct pairing *p)
{
	const uint16_t sure = p->verdicts[p->opened].pair_confidence;
	size_t i = p->spare_close;

	if (i == NONE || !put_mark(p, i, ADDED_CLOSING)) {
		i = p->ended;
		if (i == NONE || (!put_class(p, i, "%c\xE2\x80\x9D ") &&
				  !put_at_edge(p, i, sure, ADDED_CLOSING)))
			return false;
	}
	p->verdicts[i].pair_confidence = sure;
	return true;
}

static bool open_before(struct pairing *p, size_t i)
{
	const uint16_t sure = p->verdicts[i].pair_confidence;
	size_t at = p->spare;

	if (at != NONE && p->verdicts[at].is_break && i - at > QUOTED_MOST)
		return false;
	if (at == NONE || !put_mark(p, at, ADDED_OPENING)) {
		at = p->began;
		if (at == NONE || i - at > QUOTED_MOST ||
		    (p->last != NONE && p->last > at) ||
		    (!put_class(p, at, "%c \xE2\x80\x9C") &&
		     !put_at_edge(p, at, sure, ADDED_OPENING)))
			return false;
	}
	p->verdicts[at].pair_confidence = sure;
	return true;
}

/* In wire a gap tells of a lost mark where it is longer than it need be. */
static bool is_longer(const struct decoder *decoder, size_t i,
		      const struct verdict *verdict)
{
	return gap_width(&decoder->rules->view, decoder->words, i) >
	       decoder->model->gaps[verdict->gap].least;
}

/* What is open ends with its paragraph, if something tells of the mark. */
static bool close_paragraph(struct pairing *p)
{
	const struct decoder *decoder = p->decoder;

	if (decoder->rules->loss == LOSS_WIRE &&
	    (p->ended == NONE ||
	     p->verdicts[p->opened].pair_confidence < EDGE_SURE ||
	     !is_longer(decoder, p->ended, &p->verdicts[p->ended])))
		return false;
	return close_opened(p);
}

static void drop_opened(struct pairing *p)
{
	parts_drop(p->decoder, &p->verdicts[p->opened], p->opened,
		   PART_OPENING);
	p->opened = NONE;
}

/* Words of "Brekke said.", at most. */
#define SPEAKER_MOST 4

static bool is_said(const struct words *words, size_t i)
{
	const struct word *word = &words->items[i];

	return (word_lists_find(words->lists, words->text + word->at,
				word->end - word->at) &
		LIST_SAID) != 0;
}

/*
 * "“We will wait, Brekke said.\n“It is late": the speaker before the break at
 * `end` is no part of what is quoted, if the comma has room for the mark.
 */
static void close_before_speaker(struct pairing *p, size_t end)
{
	const struct decoder *decoder = p->decoder;
	const uint8_t close = gap_class(decoder->model, ",\xE2\x80\x9D ");
	bool said = false;

	for (size_t i = end - 1; i > p->opened && end - i <= SPEAKER_MOST;
	     i--) {
		struct verdict *verdict = &p->verdicts[i];

		said |= is_said(decoder->words, i);
		if (verdict->gap != decoder->comma || verdict->is_break)
			continue;
		if (said && close && is_allowed(decoder, i, close)) {
			parts_take(decoder, verdict, i, close);
			verdict->pair_confidence =
				p->verdicts[p->opened].pair_confidence;
			p->opened = NONE;
		}
		return;
	}
}

/*
 * A second opening mark: the first is closed, or the less sure one goes. The
 * next paragraph opens the same quotation again, but none after that.
 */
static void see_opening(struct pairing *p, size_t i)
{
	struct verdict *now = &p->verdicts[i];
	const bool again = now->is_break && p->ended == NONE;

	if (p->opened != NONE && again)
		close_before_speaker(p, i);
	if (p->opened != NONE && !again && !close_paragraph(p)) {
		if (p->verdicts[p->opened].pair_confidence >
		    now->pair_confidence) {
			parts_drop(p->decoder, now, i, PART_OPENING);
			return;
		}
		drop_opened(p);
	}
	p->opened = i;
	p->ended = p->spare_close = NONE;
}

/* The mark that took a break's room opens; the one before it has no end. */
static void reopen(struct pairing *p)
{
	drop_opened(p);
	p->opened = p->began;
}

/*
 * A quotation that runs on into the next paragraph opens there again, or there
 * is no break; one that would run on over several ends in the first, and
 * another one ends here.
 */
static void settle_run_on(struct pairing *p)
{
	struct verdict *first = &p->verdicts[p->ended];

	if (p->ended == p->began) {
		if (p->decoder->rules->loss == LOSS_WIRE &&
		    first->break_confidence < BREAK_SURE) {
			first->is_break = false;
			return;
		}
		if (put_class(p, p->began, "%c \xE2\x80\x9C")) {
			if (!first->is_break)
				reopen(p);
			return;
		}
	}
	if (!close_paragraph(p))
		drop_opened(p);
	p->opened = NONE;
}

static void see_closing(struct pairing *p, size_t i)
{
	if (p->opened != NONE && p->ended != NONE)
		settle_run_on(p);
	if (p->opened == NONE && !open_before(p, i))
		parts_drop(p->decoder, &p->verdicts[i], i, PART_CLOSING);
	p->opened = p->spare = NONE;
}

static void see_gap(struct pairing *p, size_t i)
{
	struct verdict *verdict = &p->verdicts[i];
	const char *mark = p->decoder->pairs->marks[verdict->group];

	for (; *mark; mark++) {
		if (*mark == '>')
			see_closing(p, i);
		else if (*mark == '<')
			see_opening(p, i);
		if (*mark == '<' || *mark == '>')
			p->last = i;
	}
	if (verdict->is_break) {
		p->began = i;
		if (p->opened != i && p->ended == NONE)
			p->ended = i;
	}
	if (verdict->is_kept && has_spare_space(p->decoder, i)) {
		p->spare = i;
		if (p->opened != i && p->spare_close == NONE)
			p->spare_close = i;
	}
}

void partner_verdicts(const struct decoder *decoder, struct verdict *verdicts)
{
	struct pairing p = { decoder, verdicts, NONE, NONE,
			     NONE,    NONE,	NONE, NONE };

	for (size_t i = 0; i <= decoder->words->count; i++)
		see_gap(&p, i);
	if (p.opened != NONE && !close_opened(&p))
		drop_opened(&p);
}
