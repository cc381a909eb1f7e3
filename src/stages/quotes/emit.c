/* Edits and notes: what each mark becomes. */
#include "stages/quotes/emit.h"

#include <string.h>

#include "stages/stage.h"
#include "unicode/delimiters.h"

/* Margins, in tenths of a bit: below, a mark is reported and left. */
#define UNSURE 25

/* Spaces around a mark without a partner need a larger margin. */
#define SURE_ALONE 60

/*
 * A mark is left, too, where its place costs so much more under its label than
 * under another. Between two spaces only the words tell, and less is enough.
 */
#define AGAINST_PLACE 150
#define AGAINST_WORDS 45

static bool is_same(const char *mark, const char *other)
{
	while (*mark && *mark == *other) {
		mark++;
		other++;
	}
	return *mark == *other;
}

#define GUILLEMETS_MAX 400 /* bytes from the mark that opened */

/* Whether « is open before a mark, in its line. */
static bool is_in_guillemets(const struct pass *pass, size_t at)
{
	for (size_t i = at; i > 1 && at - i < GUILLEMETS_MAX; i--) {
		if (pass->text[i - 1] == '\n')
			return false;
		if (pass->text[i - 2] != '\xC2')
			continue;
		if (pass->text[i - 1] == '\xAB')
			return true;
		if (pass->text[i - 1] == '\xBB')
			return false;
	}
	return false;
}

/* The language's pair for a double mark; within its guillemets the other. */
static const struct quote_pair *double_pair(const struct emitter *emitter,
					    const struct quote_mark *mark)
{
	const struct quote_marks *language = emitter->language;

	return is_same(language->doubles.open, "\u00AB") &&
			       emitter->pass->survey->quotes_other &&
			       is_in_guillemets(emitter->pass, mark->at)
		       ? &language->inner
		       : &language->doubles;
}

/* The language's pair, or English's where there is another kind of mark. */
static const struct quote_pair *pair_for(const struct emitter *emitter,
					 const struct quote_mark *mark)
{
	const bool single = mark->family == FAMILY_SINGLE;
	const struct quote_pair *pair = single ? &emitter->language->singles
					       : double_pair(emitter, mark);
	const struct quote_pair *english =
		single ? &quote_marks_english.singles
		       : &quote_marks_english.doubles;
	const bool curly = mark->glyph != GLYPH_STRAIGHT;

	return curly && memcmp(pair->open, "\u2018", 2) ? english : pair;
}

static bool partner_is(const struct quote_mark *mark, enum quote_glyph glyph)
{
	return mark->partner && mark->partner->glyph == glyph;
}

/* Marks that open in one language close in another: is this one right? */
static bool opens_well(const struct quote_mark *mark,
		       const struct quote_pair *pair)
{
	switch (mark->glyph) {
	case GLYPH_LOW:
		return true;
	case GLYPH_OPEN:
		return (!is_same(pair->close, "\u201C") &&
			!is_same(pair->close, "\u2018")) ||
		       partner_is(mark, GLYPH_CLOSE);
	case GLYPH_CLOSE:
		return is_same(pair->open, "\u201D") ||
		       is_same(pair->open, "\u2019");
	default:
		return false;
	}
}

static bool closes_well(const struct quote_mark *mark,
			const struct quote_pair *pair)
{
	switch (mark->glyph) {
	case GLYPH_CLOSE:
		return true;
	case GLYPH_OPEN:
		return is_same(pair->close, "\u201C") ||
		       is_same(pair->close, "\u2018") ||
		       partner_is(mark, GLYPH_LOW);
	default:
		return false;
	}
}

/* After a space and before a word: no quotation closes there. */
static bool stands_at_front(const struct quote_mark *mark)
{
	return mark->left == CONTEXT_SPACE &&
	       (quote_is_letter(mark->right) || mark->right == CONTEXT_DIGIT);
}

/*
 * "the ’Canes’ coach": one word, a possessive, with marks that face right. The
 * mark has a partner, so that others follow it.
 */
static bool owns(const struct pass *pass, const struct quote_mark *mark)
{
	const struct quote_mark *next = mark + 1;

	return mark->glyph == GLYPH_CLOSE && next->glyph == GLYPH_CLOSE &&
	       mark->right == CONTEXT_UPPER && next->hints & HINT_AFTER_S &&
	       next->right == CONTEXT_SPACE &&
	       !memchr(pass->text + mark->end, ' ', next->at - mark->end);
}

/*
 * "The ’Canes": nothing closes it, and it is an apostrophe as it stands; nor
 * does "the 'Noles and the 'Cats" hold a quotation.
 */
static bool is_nickname(const struct pass *pass, const struct quote_mark *mark)
{
	if (mark->family != FAMILY_SINGLE || mark->label != LABEL_OPEN)
		return false;
	if (mark->unpaired)
		return mark->glyph == GLYPH_CLOSE;
	if (!mark->partner || !stands_at_front(mark))
		return false;
	if (owns(pass, mark))
		return true;
	return stands_at_front(mark->partner) &&
	       (mark->glyph == GLYPH_CLOSE ||
		mark->hints & mark->partner->hints & HINT_NAME);
}

/* The curly mark that a mark becomes; NULL: it stays. */
static const char *curly_text(const struct emitter *emitter,
			      const struct quote_mark *mark)
{
	const struct quote_pair *pair = pair_for(emitter, mark);

	switch (mark->label) {
	case LABEL_APOSTROPHE:
		return mark->family == FAMILY_SINGLE &&
				       mark->glyph == GLYPH_CLOSE
			       ? NULL
			       : "\u2019";
	case LABEL_OPEN:
		if (is_nickname(emitter->pass, mark))
			return mark->glyph == GLYPH_CLOSE ? NULL : "\u2019";
		return opens_well(mark, pair) ? NULL : pair->open;
	case LABEL_CLOSE:
		return closes_well(mark, pair) ? NULL : pair->close;
	case LABEL_TWO:
		return "\u2019\u2019";
	default:
		return NULL;
	}
}

static const char *straight_text(const struct quote_mark *mark)
{
	if (mark->label == LABEL_LITERAL && mark->glyph >= GLYPH_TICK)
		return NULL;
	if (mark->label == LABEL_TWO)
		return "''";
	return mark->family == FAMILY_DOUBLE && mark->label != LABEL_APOSTROPHE
		       ? "\""
		       : "'";
}

/* Two curly single marks: curly already, so they are kept where marks are. */
static bool is_curly_pair(const struct quote_mark *mark)
{
	return mark->end - mark->at == 2 * sizeof("\u2019") - 2;
}

static const char *new_text(const struct emitter *emitter,
			    const struct quote_mark *mark)
{
	switch (emitter->pass->settings->quotes) {
	case CD_QUOTES_STRAIGHT:
		return straight_text(mark);
	case CD_QUOTES_KEEP:
		if (mark->glyph == GLYPH_STRAIGHT || is_curly_pair(mark))
			return NULL;
		break;
	case CD_QUOTES_CURLY:
		break;
	}
	return curly_text(emitter, mark);
}

static enum rule rule_for(const struct emitter *emitter,
			  const struct quote_mark *mark)
{
	const bool tick =
		mark->glyph == GLYPH_TICK || mark->glyph == GLYPH_TICKS;

	if (emitter->pass->settings->quotes == CD_QUOTES_STRAIGHT)
		return tick ? RULE_QUOTES_BACKTICK : RULE_QUOTES_CURLY;
	if (mark->label == LABEL_APOSTROPHE || is_nickname(emitter->pass, mark))
		return RULE_QUOTES_APOSTROPHE;
	if (tick)
		return RULE_QUOTES_BACKTICK;
	return mark->glyph == GLYPH_STRAIGHT ? RULE_QUOTES_STRAIGHT
					     : RULE_QUOTES_WRONG_DIRECTION;
}

/*
 * Whether only the pairing speaks for the reading, against all that is around
 * the mark: one missing mark makes all that follow face the wrong way.
 */
static bool is_doubtful(const struct quote_mark *mark)
{
	const int32_t mine = mark->cost[mark->label];
	const unsigned other =
		mark->label == LABEL_OPEN ? LABEL_CLOSE : LABEL_OPEN;
	const bool spaced =
		mark->left == CONTEXT_SPACE && mark->right == CONTEXT_SPACE;

	return mark->margin < UNSURE ||
	       mine > mark->cost[other] +
			       (spaced ? AGAINST_WORDS : AGAINST_PLACE);
}

/* Of two straight marks both are turned, or neither: no ‘d'. */
static bool is_unsure(const struct quote_mark *mark)
{
	const struct quote_mark *partner = mark->partner;

	return is_doubtful(mark) ||
	       (partner && mark->family == FAMILY_SINGLE &&
		mark->glyph == GLYPH_STRAIGHT &&
		partner->glyph == GLYPH_STRAIGHT && is_doubtful(partner));
}

/* Whether the mark becomes `text`: sure enough, and its rule is on. */
static bool takes(const struct emitter *emitter, const struct quote_mark *mark,
		  const char *text)
{
	const bool straight =
		emitter->pass->settings->quotes == CD_QUOTES_STRAIGHT;

	return text && (straight || !is_unsure(mark)) &&
	       pass_selects(emitter->pass, rule_for(emitter, mark));
}

static void emit_mark(struct emitter *emitter, const struct quote_mark *mark)
{
	struct pass *pass = emitter->pass;
	const bool straight = pass->settings->quotes == CD_QUOTES_STRAIGHT;
	const char *text = new_text(emitter, mark);

	if (text && !straight && is_unsure(mark)) {
		pass_note(pass, RULE_QUOTES_AMBIGUOUS, mark->at, mark->end,
			  NULL);
		return;
	}
	if (mark->unpaired)
		pass_note(pass, RULE_QUOTES_UNPAIRED, mark->at, mark->end,
			  NULL);
	if (!text)
		return;
	pass_put(pass, rule_for(emitter, mark), mark->at, mark->end, text);
	emitter->done = mark->end;
}

static bool is_twin(const struct quote_mark *mark,
		    const struct quote_mark *other)
{
	return other->family == FAMILY_DOUBLE && other->label == mark->label &&
	       !other->unpaired;
}

/* Which of the two marks at either end is nearer to the words. */
static bool is_inner(const struct emitter *emitter,
		     const struct quote_mark *mark)
{
	const struct quote_mark *outer =
		mark->label == LABEL_OPEN ? mark - 1 : mark + 1;
	const struct quote_mark *end = emitter->marks + emitter->count;

	if (!mark->partner || outer < emitter->marks || outer == end ||
	    !is_twin(mark, outer) || !outer->partner)
		return false;
	if (mark->label == LABEL_OPEN)
		return outer->end == mark->at &&
		       outer->partner->at == mark->partner->end;
	return outer->at == mark->end &&
	       outer->partner->end == mark->partner->at;
}

#define ROW 3 /* marks in a row: CSV writes three; more are no quotation */

/* Whether this one is in a longer row of marks than anybody types. */
static bool in_long_row(const struct emitter *emitter,
			const struct quote_mark *mark)
{
	const struct quote_mark *end = emitter->marks + emitter->count;
	const struct quote_mark *front = mark, *back = mark;

	while (front > emitter->marks && front[-1].end == front->at &&
	       mark - front < ROW)
		front--;
	while (back + 1 < end && back->end == back[1].at && back - mark < ROW)
		back++;
	return back - front >= ROW;
}

/*
 * ""Come in," he said: the mark is typed twice, and one has no partner; or
 * both ends are: ""Come in,"" as rows of CSV have it.
 */
static bool is_doubled(const struct emitter *emitter,
		       const struct quote_mark *mark)
{
	const struct quote_mark *last = emitter->marks + emitter->count - 1;

	if (mark->family != FAMILY_DOUBLE || mark->label > LABEL_CLOSE ||
	    in_long_row(emitter, mark))
		return false;
	if (!mark->unpaired)
		return is_inner(emitter, mark);
	if (mark < last && mark->end == mark[1].at && is_twin(mark, mark + 1))
		return true;
	return mark > emitter->marks && mark[-1].end == mark->at &&
	       is_twin(mark, mark - 1);
}

static void emit_one(struct emitter *emitter, const struct quote_mark *mark)
{
	const bool alone = mark->unpaired && mark->margin < SURE_ALONE;
	const bool sure = !alone && !is_doubtful(mark);

	if (is_doubled(emitter, mark)) {
		pass_delete(emitter->pass, RULE_QUOTES_DOUBLED, mark->at,
			    mark->end);
		emitter->done = mark->end;
		return;
	}
	if (sure)
		emit_space_before(emitter, mark);
	emit_mark(emitter, mark);
	if (sure)
		emit_space_behind(emitter, mark);
}

static struct emitter emitter_of(struct pass *pass,
				 const struct quote_window *window)
{
	return (struct emitter){
		.pass = pass,
		.language = window->language,
		.marks = window->marks,
		.count = window->count,
		.done = window->done,
	};
}

static const struct {
	const char *text;
	uint8_t glyph;
} shapes[] = {
	{ "\u201C", GLYPH_OPEN },	 { "\u2018", GLYPH_OPEN },
	{ "\u201D", GLYPH_CLOSE },	 { "\u2019", GLYPH_CLOSE },
	{ "\u201E", GLYPH_LOW },	 { "\u201A", GLYPH_LOW },
	{ "\u2019\u2019", GLYPH_TICKS }, { "''", GLYPH_TICKS },
};

static uint8_t shape_of(const char *text)
{
	for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++) {
		if (is_same(shapes[i].text, text))
			return shapes[i].glyph;
	}
	return GLYPH_STRAIGHT;
}

bool quotes_reshape(struct pass *pass, struct quote_window *window)
{
	const struct emitter emitter = emitter_of(pass, window);
	bool changed = false;

	for (size_t i = 0; i < window->count; i++) {
		struct quote_mark *mark = &window->marks[i];
		uint8_t shape = mark->glyph;
		const char *text;

		if (mark->family == FAMILY_BREAK)
			continue;
		text = new_text(&emitter, mark);
		if (takes(&emitter, mark, text))
			shape = shape_of(text);
		changed = changed || shape != mark->shape;
		mark->shape = shape;
	}
	return changed;
}

void quotes_emit(struct pass *pass, struct quote_window *window)
{
	struct emitter emitter = emitter_of(pass, window);

	for (size_t i = 0; i < window->count; i++) {
		if (window->marks[i].family != FAMILY_BREAK)
			emit_one(&emitter, &window->marks[i]);
	}
	window->done = emitter.done;
}
