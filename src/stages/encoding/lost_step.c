/*
 * Characters that a program threw away: U+FFFD is there for them, or "¿", which
 * databases write, or "â", which the first byte of ’ is in ISO 8859-1 when the
 * two others are dropped, or a sign of ASCII, as in "don_t".
 *
 * A letter that is gone stays gone, and is reported. A mark is known where it
 * can have been nothing else: the apostrophe of "isn�t" and "EPA�s", quotation
 * marks that pair. A dash between spaces is known only in an article that lost
 * such marks, or another dash: alone it may have been half of an emoji.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "stages/encoding/lost_evidence.h"
#include "stages/encoding/lost_gap.h"
#include "stages/other_language.h"
#include "unicode/props.h"

static const struct lost_remains replaced = {
	"\xEF\xBF\xBD",
	3,
	3,
	RULE_ENCODING_LOST_MARK,
};

/* The first of three bytes, and what an ASCII converter left of two others. */
static const struct lost_remains half_decoded = {
	"â??",
	4,
	1,
	RULE_ENCODING_MOJIBAKE,
};

static const struct lost_remains half_replaced = {
	"â\xEF\xBF\xBD\xEF\xBF\xBD",
	8,
	1,
	RULE_ENCODING_MOJIBAKE,
};

static const struct lost_remains stripped = {
	"â",
	2,
	1,
	RULE_ENCODING_MOJIBAKE,
};

static const struct lost_remains inverted = {
	"¿",
	2,
	1,
	RULE_ENCODING_LOST_MARK,
};

/* Signs that a program without these marks wrote for all of them: "don_t". */
static const struct lost_remains signs[] = {
	{ "_", 1, 1, RULE_ENCODING_LOST_MARK },
	{ "=", 1, 1, RULE_ENCODING_LOST_MARK },
	{ "^", 1, 1, RULE_ENCODING_LOST_MARK },
	{ "+", 1, 1, RULE_ENCODING_LOST_MARK },
	{ "*", 1, 1, RULE_ENCODING_LOST_MARK },
	{ "@", 1, 1, RULE_ENCODING_LOST_MARK },
};

#define SIGNS (sizeof(signs) / sizeof(*signs))

static bool is_sign(const struct lost_remains *remains)
{
	return remains >= signs && remains < signs + SIGNS;
}

enum side { SIDE_NONE, SIDE_OPENING, SIDE_CLOSING };

/* Which gaps may be quotation marks, read from the start. */
struct quotes {
	size_t opening, pairs, faults;
	bool open;
};

/*
 * A place where a letter or a currency's sign may have been as well: at the end
 * of a word that no mark ends, "caf�", and before a number, "�4,000".
 */
static bool is_weak(const struct lost_gap *gap)
{
	return lost_gap_opens(gap) ? unicode_is_digit(gap->after)
				   : unicode_is_word(gap->before);
}

/* Whether the next gap of the line is one at which a quotation surely ends. */
static bool closes_next(const struct lost_gap *gap)
{
	const struct pass *pass = gap->pass;
	const size_t line = bytes_line_end(pass->text, pass->len, gap->at);
	struct lost_gap next = *gap;

	while (lost_gap_next(&next, next.end) && next.at < line)
		if (lost_gap_opens(&next) ||
		    (lost_gap_closes(&next) && !is_weak(&next)))
			return !lost_gap_opens(&next);
	return false;
}

/*
 * A mark that is out of turn is none. A paragraph's end closes all. What may be
 * a letter is no mark where a mark for its quotation comes after it.
 */
static enum side see_gap(struct quotes *quotes, const struct lost_gap *gap,
			 size_t from)
{
	const char *text = gap->pass->text;
	const bool opens = lost_gap_opens(gap), closes = lost_gap_closes(gap);

	if (memchr(text + from, '\n', gap->at - from))
		quotes->open = false;
	if (lost_gap_is_apostrophe(gap))
		return SIDE_NONE;
	if (opens && !quotes->open && (!is_weak(gap) || closes_next(gap))) {
		quotes->opening++;
		quotes->open = true;
		return SIDE_OPENING;
	}
	if (closes && quotes->open && !(is_weak(gap) && closes_next(gap))) {
		quotes->pairs++;
		quotes->open = false;
		return SIDE_CLOSING;
	}
	quotes->faults += (opens || closes) && !is_weak(gap);
	return SIDE_NONE;
}

/*
 * They pair, but for quotations that go on in the next paragraph. One pair is
 * enough where apostrophes of English are lost, too.
 */
static bool are_quotes(const struct quotes *quotes, bool english)
{
	if (quotes->pairs == 1)
		return english && !quotes->faults && quotes->opening == 1;
	return quotes->pairs >= 2 && quotes->pairs >= 4 * quotes->faults &&
	       quotes->pairs * 3 >= quotes->opening * 2;
}

/* What the article as a whole says. */
struct context {
	bool quotes; /* something may be an opening mark */
	bool pairs;  /* they are quotation marks that pair */
	bool marks;  /* marks were lost for sure: apostrophes, pairs */
	bool dashes; /* and so dashes may be */
	bool spaces; /* no-break spaces were lost */
	bool other;  /* the text is in another language */
	/* "parti � Paris, � l��cole, les abonn�s": letters of another
	   language's words are gone, so that no mark is known by what is beside
	   it */
	bool accents;
	bool english; /* apostrophes of English were lost */
	struct wordset words;
};

static void put(const struct lost_gap *gap, const char *text)
{
	pass_put(gap->pass, gap->remains->rule, gap->at, gap->end, text);
}

/* "¿Qué?": Spanish, of which an article may have some. */
static bool asks(const struct lost_gap *gap)
{
	const struct pass *pass = gap->pass;

	return bytes_find(pass->text, pass->len, gap->end, '?') <
	       bytes_line_end(pass->text, pass->len, gap->end);
}

/* "caf¿", "the boats_ crew": it is what is left, and nobody knows of what. */
static bool is_lost(const struct lost_gap *gap)
{
	return (gap->remains == &inverted && !asks(gap)) ||
	       (is_sign(gap->remains) && lost_gap_closes(gap));
}

/* Which quotation marks another language has nobody says: a typed one. */
static const char *double_mark(enum side side, const struct context *context)
{
	if (context->other)
		return "\"";
	return side == SIDE_OPENING ? "“" : "”";
}

/* What is left of "â" and two bytes can have been nothing but a mark. */
static bool are_marks(const struct lost_remains *remains)
{
	return remains == &half_decoded || remains == &half_replaced;
}

/* "â", too, where it is a mark's: no space, which has another first byte. */
static bool is_left_of_mark(const struct lost_remains *remains)
{
	return are_marks(remains) || remains == &stripped;
}

static void mend(const struct lost_gap *gap, enum side side,
		 const struct context *context)
{
	if (lost_gap_is_apostrophe(gap) && !context->accents)
		put(gap, "’");
	else if (context->dashes && lost_gap_is_dash(gap))
		put(gap, "–");
	else if (side != SIDE_NONE)
		put(gap, double_mark(side, context));
	else if (context->english && !is_sign(gap->remains) &&
		 gap->remains != &inverted && lost_gap_is_of_several(gap))
		put(gap, "’");
	else if (context->english && is_left_of_mark(gap->remains) &&
		 lost_gap_joins_known(gap))
		put(gap, "—");
	else if (is_lost(gap))
		pass_note(gap->pass, RULE_ENCODING_LOST_CHARACTER, gap->at,
			  gap->end, NULL);
	else if (gap->remains != &replaced)
		return;
	else if (lost_gap_ends_quotation(gap))
		put(gap, double_mark(SIDE_CLOSING, context));
	else if (!context->quotes && context->spaces &&
		 lost_gap_is_space(gap) && !lost_gap_is_in_quotation(gap))
		put(gap, unicode_is_letter(gap->after) ? " " : "");
	else if (lost_gap_separates_words(gap, &context->words))
		put(gap, " ");
	else
		pass_note(gap->pass, RULE_ENCODING_LOST_CHARACTER, gap->at,
			  gap->end, NULL);
}

static bool has_doubles(const struct survey *survey)
{
	return survey->straight_double + survey->open_double +
		       survey->close_double >
	       0;
}

static struct context read_context(struct pass *pass,
				   const struct lost_remains *remains)
{
	struct lost_gap gap = { .pass = pass, .remains = remains };
	struct context context = { .marks = are_marks(remains),
				   .other = language_is_other(pass) };
	struct quotes all = { .open = false };
	size_t spaces = 0, dashes = 0, letters = 0;
	bool words = false;

	for (size_t at = 0; lost_gap_next(&gap, at); at = gap.end) {
		see_gap(&all, &gap, at);
		words |= lost_gap_joins_letters(&gap);
		letters += lost_gap_joins_letters(&gap) &&
			   !lost_gap_is_apostrophe(&gap);
		context.english |= lost_gap_is_apostrophe(&gap);
		context.marks |= lost_gap_ends_quotation(&gap);
		dashes += lost_gap_is_dash(&gap);
		/* "flag,�all": without a space nothing else makes sense. */
		spaces += lost_gap_is_space(&gap) ? 1 : 0;
		spaces +=
			lost_gap_is_space(&gap) && unicode_is_letter(gap.after);
	}
	context.marks |= context.english;
	context.english &= !context.other;
	context.quotes = all.opening > 0;
	context.pairs = are_quotes(&all, context.english) ||
			((are_marks(remains) || remains == &inverted ||
			  is_sign(remains)) &&
			 all.pairs && !all.faults);
	/* Where others are marks a sign is none. */
	if (is_sign(remains) && has_doubles(pass->survey))
		context.pairs = false;
	context.marks |= context.pairs || dashes > 1;
	context.dashes = context.marks && (!is_sign(remains) || context.pairs);
	context.spaces = spaces >= 2;
	context.accents = letters && may_be_other_language(pass);
	if (context.accents)
		context.dashes = context.pairs = context.english = false;
	if (words &&
	    !wordset_read(&context.words, pass->arena, pass->text, pass->len))
		pass->failed = true;
	return context;
}

static void mend_all(struct pass *pass, const struct lost_remains *remains)
{
	const struct context context = read_context(pass, remains);
	struct lost_gap gap = { .pass = pass, .remains = remains };
	struct quotes now = { .open = false };

	for (size_t at = 0; !pass->failed && lost_gap_next(&gap, at);
	     at = gap.end) {
		const enum side side = see_gap(&now, &gap, at);

		mend(&gap, context.pairs ? side : SIDE_NONE, &context);
	}
}

/* Mend what one kind of remains stands for; false when nothing was mended. */
static bool try_remains(struct pass *pass, const struct lost_remains *remains)
{
	const size_t before = pass->layer->edit_count;

	if (lost_next_remains(pass, 0, remains) == pass->len ||
	    !pass_selects(pass, remains->rule))
		return false;
	mend_all(pass, remains);
	return pass->failed || pass->layer->edit_count > before;
}

static void mend_signs(struct pass *pass)
{
	for (size_t i = 0; i < SIGNS; i++)
		if (lost_is_sign(pass, &signs[i]) &&
		    try_remains(pass, &signs[i]))
			return;
}

/* One kind a turn: edits must ascend, and the stage is repeated. */
static void run(struct pass *pass)
{
	if (survey_saw(pass->survey, SEEN_LATIN_LEAD) &&
	    (try_remains(pass, &half_decoded) ||
	     try_remains(pass, &half_replaced)))
		return;
	if (survey_saw(pass->survey, SEEN_REPLACEMENT))
		mend_all(pass, &replaced);
	else if (lost_is_inverted(pass, &inverted) &&
		 pass_selects(pass, inverted.rule))
		mend_all(pass, &inverted);
	else if (lost_is_stripped(pass, &stripped) &&
		 pass_selects(pass, stripped.rule))
		mend_all(pass, &stripped);
	else if (survey_saw(pass->survey, SEEN_SIGN))
		mend_signs(pass);
}

const struct stage lost_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.sees = SEEN_REPLACEMENT | SEEN_LATIN_LEAD | SEEN_SIGN,
	.rule = RULE_ANY,
	.run = run,
};
