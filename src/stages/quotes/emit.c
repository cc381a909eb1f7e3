/* Edits and notes. */
#include "stages/quotes/emit.h"

#include <string.h>

#include "stages/other_language.h"
#include "stages/stage.h"
#include "unicode/delimiters.h"

/* Margins, in tenths of a bit: below, a mark is reported and left. */
#define UNSURE 25

#define TITLE_BYTES 40 /* of “Frozen 2” */

/* Spaces around a mark without a partner need a larger margin. */
#define SURE_ALONE 60

/*
 * A mark is left, too, where its place costs so much more under its label than
 * under another. Between two spaces only the words tell, and less is enough.
 */
#define AGAINST_PLACE 150
#define AGAINST_WORDS 45

static enum rule rule_for(const struct emitter *emitter,
			  const struct quote_mark *mark)
{
	const bool tick =
		mark->glyph == GLYPH_TICK || mark->glyph == GLYPH_TICKS;

	if (emitter->pass->settings->quotes == CD_QUOTES_STRAIGHT)
		return tick ? RULE_QUOTES_BACKTICK : RULE_QUOTES_CURLY;
	if (mark->label == LABEL_APOSTROPHE ||
	    mark_is_nickname(emitter->pass, mark))
		return RULE_QUOTES_APOSTROPHE;
	if (tick)
		return RULE_QUOTES_BACKTICK;
	return mark->glyph == GLYPH_STRAIGHT ? RULE_QUOTES_STRAIGHT
					     : RULE_QUOTES_WRONG_DIRECTION;
}

static bool is_spaced(const struct quote_mark *mark)
{
	return mark->left == CONTEXT_SPACE && mark->right == CONTEXT_SPACE;
}

/* The word " is short: no partner, and no side that it belongs to. */
static bool is_stray(const struct quote_mark *mark)
{
	return mark->unpaired && mark->family == FAMILY_DOUBLE &&
	       mark->glyph == GLYPH_STRAIGHT && is_spaced(mark) &&
	       mark->left_far == CONTEXT_LOWER &&
	       mark->right_far == CONTEXT_LOWER;
}

/* "The 'Bell," he said: a name without its start, or what nothing closes. */
static bool may_be_name(const struct quote_mark *mark)
{
	return mark->unpaired && mark->family == FAMILY_SINGLE &&
	       mark->label == LABEL_OPEN && mark->glyph == GLYPH_STRAIGHT &&
	       mark->hints & HINT_NAME;
}

/* "He left. 'We came he said.": another quotation begins without its end. */
static bool may_open_another(const struct quote_mark *mark)
{
	return mark->label == LABEL_CLOSE && mark->family == FAMILY_SINGLE &&
	       mark->glyph == GLYPH_STRAIGHT && mark->right == CONTEXT_UPPER &&
	       mark->left == CONTEXT_SPACE && !(mark->hints & HINT_NAME);
}

/* "`1.25 crore": the sign of the rupee in a font that is gone. */
static bool may_be_rupee(const struct pass *pass, const struct quote_mark *mark)
{
	const struct quote_mark *partner = mark->partner;

	return mark->glyph == GLYPH_TICK && mark->family == FAMILY_SINGLE &&
	       mark->right == CONTEXT_DIGIT && mark->left != CONTEXT_DIGIT &&
	       !quotes_is_year(pass, mark) &&
	       !(partner && mark->label == LABEL_OPEN &&
		 partner->right != CONTEXT_DIGIT &&
		 partner->at - mark->end <= TITLE_BYTES);
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

	return mark->margin < UNSURE || is_stray(mark) || may_be_name(mark) ||
	       mine > mark->cost[other] + (is_spaced(mark) ? AGAINST_WORDS
							   : AGAINST_PLACE);
}

/* Whether a mark that is turned is no more a mark to the next reading. */
static bool is_lost_when_turned(const struct emitter *emitter,
				const struct quote_mark *mark)
{
	return mark->family == FAMILY_DOUBLE &&
	       !strncmp(emitter->language->doubles.open, "\u00AB", 2);
}

/*
 * “Frozen 2" with one mark turned: it may be the sign of inches, but then the
 * mark before it, which is sure, would open nothing.
 */
static bool closes_title(const struct quote_mark *mark)
{
	const struct quote_mark *partner = mark->partner;

	return partner && mark->label == LABEL_CLOSE &&
	       mark->family == FAMILY_DOUBLE && mark->margin > 0 &&
	       mark->left == CONTEXT_DIGIT && partner->at < mark->at &&
	       mark->at - partner->end <= TITLE_BYTES && !is_doubtful(partner);
}

/*
 * Of two straight marks both are turned, or neither: no ‘d'. What is within
 * guillemets would be read as a quotation of its own.
 */
static bool is_unsure(const struct emitter *emitter,
		      const struct quote_mark *mark)
{
	const struct quote_mark *partner = mark->partner;
	const bool both = mark->family == FAMILY_SINGLE ||
			  is_lost_when_turned(emitter, mark);

	return (is_doubtful(mark) && !closes_title(mark)) ||
	       may_open_another(mark) || may_be_rupee(emitter->pass, mark) ||
	       (partner && both && mark->glyph == GLYPH_STRAIGHT &&
		partner->glyph == GLYPH_STRAIGHT && is_doubtful(partner));
}

/* Whether the mark becomes `text`: sure enough, and its rule is on. */
static bool takes(const struct emitter *emitter, const struct quote_mark *mark,
		  const char *text)
{
	const bool straight =
		emitter->pass->settings->quotes == CD_QUOTES_STRAIGHT;

	return text && (straight || !is_unsure(emitter, mark)) &&
	       pass_selects(emitter->pass, rule_for(emitter, mark));
}

/* ‘ohana: where most of these marks are closed by none, they are letters. */
static bool may_be_letter(const struct emitter *emitter,
			  const struct quote_mark *mark)
{
	const struct survey *survey = emitter->pass->survey;

	return mark->glyph == GLYPH_OPEN &&
	       survey->open_single > 2 * survey->close_single;
}

/*
 * ta’, ’fhios, פרופ': beside a letter, in another language, nothing says that
 * it is no apostrophe.
 */
static bool may_be_apostrophe(const struct emitter *emitter,
			      const struct quote_mark *mark)
{
	return mark->family == FAMILY_SINGLE &&
	       (mark->glyph == GLYPH_CLOSE || mark->glyph == GLYPH_STRAIGHT ||
		may_be_letter(emitter, mark)) &&
	       (quote_is_letter(mark->left) || quote_is_letter(mark->right)) &&
	       language_is_other(emitter->pass);
}

static void emit_mark(struct emitter *emitter, const struct quote_mark *mark)
{
	struct pass *pass = emitter->pass;
	const bool straight = pass->settings->quotes == CD_QUOTES_STRAIGHT;
	const char *text = mark_new_text(emitter, mark);

	if (text && !straight && is_unsure(emitter, mark)) {
		pass_note(pass, RULE_QUOTES_AMBIGUOUS, mark->at, mark->end,
			  NULL);
		return;
	}
	if (mark->unpaired && !may_be_apostrophe(emitter, mark) &&
	    !mark_is_nickname(pass, mark))
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

/* ”“: one quotation ends, and the next one begins. */
static bool is_back_to_back(const struct quote_mark *mark,
			    const struct quote_mark *next)
{
	return mark->glyph == GLYPH_CLOSE && next->glyph == GLYPH_OPEN;
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
	const struct quote_mark *start = mark, *back = mark;

	while (start > emitter->marks && start[-1].end == start->at &&
	       mark - start < ROW)
		start--;
	while (back + 1 < end && back->end == back[1].at && back - mark < ROW)
		back++;
	return back - start >= ROW;
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
	if (mark < last && mark->end == mark[1].at &&
	    !is_back_to_back(mark, mark + 1) && is_twin(mark, mark + 1))
		return true;
	return mark > emitter->marks && mark[-1].end == mark->at &&
	       !is_back_to_back(mark - 1, mark) && is_twin(mark, mark - 1);
}

/* He said no"" and left: a reader of CSV lost the other end of it. */
static bool is_lone_double(const struct emitter *emitter,
			   const struct quote_mark *mark)
{
	const struct quote_mark *end = emitter->marks + emitter->count;
	const struct quote_mark *other = mark;

	if (mark + 1 < end && mark->end == mark[1].at)
		other = mark + 1;
	else if (mark > emitter->marks && mark[-1].end == mark->at)
		other = mark - 1;
	return other != mark && mark->unpaired && other->unpaired &&
	       mark->family == FAMILY_DOUBLE && other->label == mark->label &&
	       mark->glyph == GLYPH_STRAIGHT &&
	       other->glyph == GLYPH_STRAIGHT && !in_long_row(emitter, mark);
}

/* Set it to "", {"title":"","link"}: nothing is between the two marks. */
static bool is_empty(const struct emitter *emitter,
		     const struct quote_mark *mark)
{
	const struct quote_mark *last = emitter->marks + emitter->count - 1;
	const struct pass *pass = emitter->pass;
	const struct quote_mark *first = mark, *second = mark + 1;
	unsigned char before;

	if (mark > emitter->marks && mark[-1].end == mark->at) {
		first = mark - 1;
		second = mark;
	} else if (mark == last || mark->end != second->at) {
		return false;
	}
	if (first->glyph != GLYPH_STRAIGHT || second->glyph != GLYPH_STRAIGHT ||
	    first->family != FAMILY_DOUBLE)
		return false;
	before = first->at ? (unsigned char)pass->text[first->at - 1] : 0;
	return (first->left == CONTEXT_SPACE ||
		first->left == CONTEXT_OPEN_BRACKET || before == ':' ||
		before == '=') &&
	       (second->right == CONTEXT_SPACE ||
		second->right == CONTEXT_CLOSE_BRACKET ||
		second->right == CONTEXT_PAUSE);
}

/*
 * The string '' is empty: two marks with no word beside them. Where a backtick
 * opens they may close what another paragraph began.
 */
static bool is_empty_string(const struct emitter *emitter,
			    const struct quote_mark *mark)
{
	const struct pass *pass = emitter->pass;

	return mark->glyph == GLYPH_TICKS && mark->unpaired &&
	       pass->text[mark->at] == '\'' && !pass->survey->backtick &&
	       (mark->left == CONTEXT_SPACE || mark->left == CONTEXT_EDGE) &&
	       mark->right != CONTEXT_LOWER && mark->right != CONTEXT_UPPER &&
	       mark->right != CONTEXT_DIGIT;
}

/* Typed, where two commas open quotations: which way it faces they say. */
static bool is_typed(const struct emitter *emitter,
		     const struct quote_mark *mark)
{
	if (mark->family != FAMILY_DOUBLE || !emitter->commas)
		return false;
	return mark->glyph == GLYPH_TICKS || (mark->glyph == GLYPH_STRAIGHT &&
					      emitter->commas == COMMAS_OPEN);
}

static void emit_one(struct emitter *emitter, const struct quote_mark *mark)
{
	/* between two spaces its partner tells to which side it belongs */
	const bool astray = mark->family == FAMILY_SINGLE && is_spaced(mark);
	const bool alone =
		mark->unpaired && (astray || mark->margin < SURE_ALONE);
	const bool sure = !alone && !is_unsure(emitter, mark);

	if (is_typed(emitter, mark) || is_empty(emitter, mark) ||
	    is_empty_string(emitter, mark))
		return;
	if (is_lone_double(emitter, mark)) {
		pass_note(emitter->pass, RULE_QUOTES_UNPAIRED, mark->at,
			  mark->end, NULL);
		return;
	}
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
		emit_space_after(emitter, mark);
}

static struct emitter emitter_of(struct pass *pass,
				 const struct quote_window *window,
				 struct emitted_line *line)
{
	return (struct emitter){
		.pass = pass,
		.line = line,
		.language = window->language,
		.marks = window->marks,
		.count = window->count,
		.part = window->part,
		.commas = window->commas,
		.done = window->done,
	};
}

bool quotes_reshape(struct pass *pass, struct quote_window *window)
{
	struct emitted_line line = { .at = 0 };
	const struct emitter emitter = emitter_of(pass, window, &line);
	bool changed = false;

	for (size_t i = 0; i < window->count; i++) {
		struct quote_mark *mark = &window->marks[i];
		uint8_t shape = mark->glyph;
		const char *text;

		if (mark->family == FAMILY_BREAK || is_typed(&emitter, mark))
			continue;
		text = mark_new_text(&emitter, mark);
		if (takes(&emitter, mark, text))
			shape = mark_shape_of(text);
		changed = changed || shape != mark->shape;
		mark->shape = shape;
	}
	return changed;
}

void quotes_emit(struct pass *pass, struct quote_window *window)
{
	struct emitted_line line = { .at = 0 };
	struct emitter emitter = emitter_of(pass, window, &line);

	for (size_t i = 0; i < window->count; i++) {
		if (window->marks[i].family != FAMILY_BREAK)
			emit_one(&emitter, &window->marks[i]);
	}
	window->done = emitter.done;
}
