/* How well each reading of a mark fits its place: what is beside it. */
#include "stages/quotes/quotes.h"

#include <string.h>

#include "base/utf8.h"

/* Practically impossible. */
#define NEVER 400

/* Costs by what is beside the mark: tenths of a bit. */
struct context_cost {
	int16_t open, close, apostrophe;
};

static const struct context_cost double_left[CONTEXT_COUNT] = {
	[CONTEXT_EDGE] = { 22, 120, NEVER },
	[CONTEXT_SPACE] = { 4, 81, NEVER },
	[CONTEXT_LOWER] = { 140, 19, NEVER },
	[CONTEXT_UPPER] = { 140, 70, NEVER },
	[CONTEXT_DIGIT] = { 140, 90, NEVER },
	[CONTEXT_STOP] = { 117, 14, NEVER },
	[CONTEXT_PAUSE] = { 89, 15, NEVER },
	[CONTEXT_OPEN_BRACKET] = { 80, 150, NEVER },
	[CONTEXT_CLOSE_BRACKET] = { 140, 90, NEVER },
	[CONTEXT_DASH] = { 97, 95, NEVER },
	[CONTEXT_SYMBOL] = { 110, 105, NEVER },
	[CONTEXT_OTHER] = { 110, 110, NEVER },
	[CONTEXT_DENSE] = { 60, 60, NEVER },
};

static const struct context_cost double_right[CONTEXT_COUNT] = {
	[CONTEXT_EDGE] = { 140, 20, NEVER },
	[CONTEXT_SPACE] = { 78, 5, NEVER },
	[CONTEXT_LOWER] = { 13, 115, NEVER },
	[CONTEXT_UPPER] = { 8, 110, NEVER },
	[CONTEXT_DIGIT] = { 84, 130, NEVER },
	[CONTEXT_STOP] = { 97, 61, NEVER },
	[CONTEXT_PAUSE] = { 140, 62, NEVER },
	[CONTEXT_OPEN_BRACKET] = { 86, 190, NEVER },
	[CONTEXT_CLOSE_BRACKET] = { 140, 70, NEVER },
	[CONTEXT_DASH] = { 117, 84, NEVER },
	[CONTEXT_SYMBOL] = { 95, 130, NEVER },
	[CONTEXT_OTHER] = { 110, 110, NEVER },
	[CONTEXT_DENSE] = { 60, 60, NEVER },
};

/* An opening single mark is rarer than an apostrophe: fifty is in `open`. */
static const struct context_cost single_left[CONTEXT_COUNT] = {
	[CONTEXT_EDGE] = { 80, 140, 150 },
	[CONTEXT_SPACE] = { 53, 80, 155 },
	[CONTEXT_LOWER] = { 160, 15, 1 },
	[CONTEXT_UPPER] = { 170, 45, 40 },
	[CONTEXT_DIGIT] = { 170, 50, 60 },
	[CONTEXT_STOP] = { 160, 20, 90 },
	[CONTEXT_PAUSE] = { 140, 20, 120 },
	[CONTEXT_OPEN_BRACKET] = { 110, 140, 110 },
	[CONTEXT_CLOSE_BRACKET] = { 170, 60, 90 },
	[CONTEXT_DASH] = { 110, 80, 100 },
	[CONTEXT_SYMBOL] = { 140, 80, 90 },
	[CONTEXT_OTHER] = { 140, 90, 90 },
	[CONTEXT_DENSE] = { 80, 60, NEVER },
};

static const struct context_cost single_right[CONTEXT_COUNT] = {
	[CONTEXT_EDGE] = { 140, 25, 70 },
	[CONTEXT_SPACE] = { 78, 6, 44 },
	[CONTEXT_LOWER] = { 12, 115, 1 },
	[CONTEXT_UPPER] = { 9, 100, 40 },
	[CONTEXT_DIGIT] = { 60, 120, 80 },
	[CONTEXT_STOP] = { 90, 30, 80 },
	[CONTEXT_PAUSE] = { 120, 30, 80 },
	[CONTEXT_OPEN_BRACKET] = { 80, 110, 90 },
	[CONTEXT_CLOSE_BRACKET] = { 120, 50, 80 },
	[CONTEXT_DASH] = { 110, 60, 70 },
	[CONTEXT_SYMBOL] = { 80, 110, 90 },
	[CONTEXT_OTHER] = { 90, 90, 80 },
	[CONTEXT_DENSE] = { 60, 80, NEVER },
};

/* With a space on both sides the words beyond them tell a little. */
static const struct {
	uint8_t left_far, right_far;
	int8_t open, close;
} spaced[] = {
	{ CONTEXT_PAUSE, CONTEXT_LOWER, 30, 0 }, /* ," he said */
	{ CONTEXT_STOP, CONTEXT_LOWER, 40, 0 },	 /* ?" he asked */
	{ CONTEXT_LOWER, CONTEXT_UPPER, 0, 30 }, /* said "We */
	{ CONTEXT_LOWER, CONTEXT_STOP, 40, 0 },
	{ CONTEXT_LOWER, CONTEXT_PAUSE, 40, 0 },
	{ CONTEXT_LOWER, CONTEXT_DASH, 20, 0 },
};

/*
 * After a sentence, and a tokeniser's space, at the end of a paragraph nothing
 * opens: lines of a shuffled corpus have no partner for such a mark.
 */
#define AT_THE_END 60

static void weigh_spaced(struct quote_mark *mark)
{
	if (mark->left == CONTEXT_SPACE && mark->right == CONTEXT_EDGE &&
	    mark->left_far == CONTEXT_STOP)
		mark->place[LABEL_OPEN] += AT_THE_END;
	if (mark->left != CONTEXT_SPACE || mark->right != CONTEXT_SPACE)
		return;
	for (size_t i = 0; i < sizeof(spaced) / sizeof(*spaced); i++) {
		if (mark->left_far != spaced[i].left_far ||
		    mark->right_far != spaced[i].right_far)
			continue;
		mark->place[LABEL_OPEN] += spaced[i].open;
		mark->place[LABEL_CLOSE] += spaced[i].close;
	}
}

/* A sign of feet, inches or minutes closes up to its number as a mark does. */
static int32_t literal_cost(const struct quote_mark *mark, int32_t right)
{
	if (mark->hints & (HINT_ADDRESS | HINT_ROW))
		return -NEVER;
	if (mark->hints & (HINT_MEASURE | HINT_HEBREW))
		return 10;
	return mark->left == CONTEXT_DIGIT ? 90 + right : 260;
}

/* A possessive or a clipped word, by the letters before the mark. */
static void weigh_word_end(struct quote_mark *mark)
{
	const uint8_t before =
		mark->left == CONTEXT_SPACE ? mark->left_far : mark->left;

	if (!quote_is_letter(before) || quote_is_letter(mark->right))
		return;
	if (mark->hints & HINT_AFTER_S) {
		mark->place[LABEL_CLOSE] += 20;
		/* Its space, if any, is a tokeniser's. */
		if (mark->left == CONTEXT_SPACE)
			mark->place[LABEL_APOSTROPHE] -= 100;
	} else {
		mark->place[LABEL_APOSTROPHE] +=
			mark->hints & HINT_AFTER_IN ? 40 : 70;
	}
}

#define CLIPPED_BOTH 60
#define BRACKETED 100

/* "I heard '[name removed] is here": a word in brackets is quoted. */
static void weigh_bracket(struct quote_mark *mark)
{
	if (mark->left != CONTEXT_SPACE || mark->right != CONTEXT_OPEN_BRACKET)
		return;
	mark->place[LABEL_APOSTROPHE] += BRACKETED;
	mark->place[LABEL_CLOSE] += BRACKETED;
}

static void weigh_hints(struct quote_mark *mark)
{
	int32_t *apostrophe = &mark->place[LABEL_APOSTROPHE];

	weigh_word_end(mark);
	weigh_bracket(mark);
	if (mark->hints & HINT_YEAR) {
		/* In "He said, '14 workers" it opens: no year. */
		*apostrophe = mark->left_far == CONTEXT_PAUSE ? 90 : 10;
		mark->place[LABEL_OPEN] -= 20;
	} else if (mark->hints & (HINT_ELISION | HINT_PREFIX)) {
		*apostrophe = 10;
		/* Rock 'n' Roll: a quotation of one letter is rarer. */
		if (mark->hints & HINT_CLIPPED) {
			mark->place[LABEL_OPEN] += CLIPPED_BOTH;
			mark->place[LABEL_CLOSE] += CLIPPED_BOTH;
		}
	} else if (mark->hints & HINT_SUFFIX) {
		*apostrophe = 5;
		mark->place[LABEL_OPEN] += 30;
	}
}

/* can"t: a double mark, typed for an apostrophe. */
#define TYPED_TWICE 60

/*
 * Where an ideograph is on the mark's other side a Latin letter says as little
 * (“中文”English); nor does an ASCII pause on the left (,“中文”).
 */
static uint8_t left_of(const struct quote_mark *mark)
{
	const uint8_t left = mark->left;

	return mark->right == CONTEXT_DENSE &&
			       (quote_is_letter(left) ||
				left == CONTEXT_DIGIT || left == CONTEXT_STOP ||
				left == CONTEXT_PAUSE)
		       ? CONTEXT_DENSE
		       : left;
}

static uint8_t right_of(const struct quote_mark *mark)
{
	const uint8_t right = mark->right;

	return mark->left == CONTEXT_DENSE && (quote_is_letter(right) ||
					       right == CONTEXT_DIGIT)
		       ? CONTEXT_DENSE
		       : right;
}

/* Kana, ideographs and what is set in their width. */
static bool is_wide(uint32_t point)
{
	return (point >= 0x3001 && point <= 0x9FFF) ||
	       (point >= 0xF900 && point <= 0xFAFF) ||
	       (point >= 0xFF01 && point <= 0xFF60) || point >= 0x20000;
}

/*
 * Among ideographs a space beside a mark is a slip, and says nothing of the
 * side: 用“ 福利 ”支付.
 */
static bool is_among_ideographs(const struct pass *pass,
				const struct quote_mark *mark)
{
	size_t at = mark->at, end = mark->end;

	if (mark->left_far != CONTEXT_DENSE && mark->right_far != CONTEXT_DENSE)
		return false;
	at = skip_spaces_back(pass->text, 0, at);
	end = skip_spaces(pass->text, pass->len, end);
	return is_wide(utf8_before(pass->text, at)) &&
	       is_wide(utf8_at(pass->text, pass->len, end));
}

static void place_mark(const struct pass *pass, struct quote_mark *mark)
{
	const bool single = mark->family == FAMILY_SINGLE;
	const struct context_cost *left = single ? single_left : double_left;
	const struct context_cost *right = single ? single_right : double_right;
	uint8_t before = left_of(mark), after = right_of(mark);

	if (is_among_ideographs(pass, mark)) {
		before = before == CONTEXT_SPACE ? CONTEXT_DENSE : before;
		after = after == CONTEXT_SPACE ? CONTEXT_DENSE : after;
	}
	left += before;
	right += after;
	mark->place[LABEL_OPEN] = left->open + right->open;
	mark->place[LABEL_CLOSE] = left->close + right->close;
	mark->place[LABEL_APOSTROPHE] = left->apostrophe + right->apostrophe;
	weigh_spaced(mark);
	if (single)
		weigh_hints(mark);
	else if (mark->hints & HINT_SUFFIX)
		mark->place[LABEL_APOSTROPHE] = TYPED_TWICE;
	else if (mark->hints & HINT_ENDING)
		mark->place[LABEL_CLOSE] = TYPED_TWICE;
	mark->place[LABEL_LITERAL] = literal_cost(mark, right->close);
	mark->place[LABEL_TWO] = NEVER;
	if (mark->family == FAMILY_DOUBLE && mark->glyph == GLYPH_TICKS)
		mark->place[LABEL_TWO] = mark->place[LABEL_CLOSE];
}

/* Other readings are about as likely: words may help. */
#define EVEN 60
#define SPEECH_MAX 70

static void place_speech(const struct pass *pass, struct quote_mark *mark)
{
	const int32_t difference =
		mark->place[LABEL_OPEN] - mark->place[LABEL_CLOSE];
	int speech;

	if (mark->family != FAMILY_DOUBLE || difference >= EVEN ||
	    difference <= -EVEN)
		return;
	speech = quotes_speech(pass, mark);
	if (speech > 0)
		mark->place[LABEL_CLOSE] +=
			speech < SPEECH_MAX ? speech : SPEECH_MAX;
	else
		mark->place[LABEL_OPEN] +=
			-speech < SPEECH_MAX ? -speech : SPEECH_MAX;
}

/*
 * "Yes, "he said: after a pause within a quotation, before what tells who
 * speaks. Whether one is open, the other marks tell.
 */
#define TURNED 90
#define TELLS_WHO 20

static void place_turned(const struct pass *pass, struct quote_mark *mark)
{
	if (mark->family != FAMILY_DOUBLE || mark->left != CONTEXT_SPACE ||
	    mark->left_far != CONTEXT_PAUSE || mark->right != CONTEXT_LOWER ||
	    quotes_speech(pass, mark) > -TELLS_WHO)
		return;
	mark->place[LABEL_OPEN] += TURNED;
	mark->place[LABEL_CLOSE] -= TURNED;
}

/*
 * 'to the harbour ".': a tokeniser's space is before what closes, even if
 * nothing opened, for no quotation begins with a stop; it may with '"... and',
 * '".44'.
 */
#define ENDED 120

static void place_ended(const struct pass *pass, struct quote_mark *mark)
{
	const unsigned char after = pass_byte(pass, mark->end + 1);
	const bool stop =
		mark->right == CONTEXT_STOP || mark->right == CONTEXT_PAUSE;

	if (mark->family == FAMILY_DOUBLE && mark->left == CONTEXT_SPACE &&
	    stop && strchr(".,;:?!", pass_byte(pass, mark->end)) &&
	    (!after || strchr(" \n", after)))
		mark->place[LABEL_OPEN] += ENDED;
}

void quotes_place(const struct pass *pass, struct quote_window *window)
{
	for (size_t i = 0; i < window->count; i++) {
		struct quote_mark *mark = &window->marks[i];

		if (mark->family == FAMILY_BREAK)
			continue;
		place_mark(pass, mark);
		place_speech(pass, mark);
		place_turned(pass, mark);
		place_ended(pass, mark);
	}
}
