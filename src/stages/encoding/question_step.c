/*
 * Question marks that a conversion to ASCII left for other marks: "it?s",
 * "?Yes,? she said", or "it???s", one for each byte. A text does so where
 * question marks stand as none can; then all are read by their places, and one
 * that may be a question stays.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "stages/encoding/contraction.h"
#include "stages/other_language.h"
#include "unicode/props.h"

/* So many signs are no accident. */
#define SURE 3
#define SURE_APART 5

/* So many that no mark explains are a scanner's; dashes may be a few. */
#define NOISE_LEAST 16

/*
 * A sign: one "?", or, where each byte of UTF-8 was replaced, one for each of
 * the three bytes of a mark.
 */
struct sign {
	const struct pass *pass;
	size_t at, end, width;
	uint32_t before, after, next; /* `next`: after `after` */
};

#define WIDE 3

static bool next_sign(struct sign *sign, size_t from)
{
	const struct pass *pass = sign->pass;
	size_t after;

	do {
		sign->at = bytes_find(pass->text, pass->len, from, '?');
		from = sign->at + 1;
	} while (sign->at < pass->len && sign->width == WIDE &&
		 !pass_has(pass, sign->at, "???"));
	if (sign->at >= pass->len)
		return false;
	sign->end = after = sign->at + sign->width;
	sign->before = utf8_before(pass->text, sign->at);
	sign->after = pass_point(pass, sign->end);
	if (after < pass->len)
		utf8_next(pass->text, &after);
	sign->next = pass_point(pass, after);
	return true;
}

static bool holds(const struct sign *sign)
{
	return contraction_holds(sign->pass, sign->at, sign->end);
}

static bool owns(const struct sign *sign)
{
	return contraction_owns(sign->pass, sign->at, sign->end);
}

/* "O?Dell" and "D?Souza": the letter is a word by itself. */
static bool joins_name(const struct sign *sign)
{
	const struct pass *pass = sign->pass;

	return unicode_is_upper(sign->after) && unicode_is_lower(sign->next) &&
	       word_lists_before(pass->settings->lists, pass->text, sign->at) &
		       LIST_PREFIX;
}

/* The n of "rock ?n? roll" at text[at], between two signs and two spaces. */
static bool is_clipped_and(const struct sign *sign, size_t at)
{
	const struct pass *pass = sign->pass;
	const size_t width = sign->width;
	size_t i = 0;

	if (at <= width || at + width + 1 >= pass->len)
		return false;
	for (; i < width; i++)
		if (pass->text[at - 1 - i] != '?' ||
		    pass->text[at + 1 + i] != '?')
			return false;
	return ascii_lower((unsigned char)pass->text[at]) == 'n' &&
	       pass->text[at - 1 - i] == ' ' && pass->text[at + 1 + i] == ' ';
}

/* "the ?80s" */
static bool begins_decade(const struct sign *sign)
{
	const struct pass *pass = sign->pass;
	const size_t at = sign->end;

	return unicode_is_digit(sign->after) && unicode_is_digit(sign->next) &&
	       pass_byte(pass, at + 2) == 's' &&
	       !unicode_is_word(pass_point(pass, at + 3));
}

/* "John?s", and "the workers? rights" outside a quotation. */
static bool sign_is_apostrophe(const struct sign *sign, bool quoted)
{
	if (holds(sign) || joins_name(sign) ||
	    is_clipped_and(sign, sign->end) ||
	    (sign->at && is_clipped_and(sign, sign->at - 1)))
		return true;
	if (!unicode_is_word(sign->before))
		return unicode_is_edge(sign->before) && begins_decade(sign);
	if (owns(sign))
		return true;
	return !quoted && sign->before == 's' && sign->after == ' ' &&
	       unicode_is_lower(sign->next);
}

static bool sign_opens(const struct sign *sign)
{
	return (unicode_is_edge(sign->before) || sign->before == '(') &&
	       unicode_is_word(sign->after);
}

/* A mark that a question mark never stands before; three dots may follow it. */
static bool is_stop(const struct sign *sign)
{
	return sign->after == ',' || sign->after == ';' || sign->after == ':' ||
	       (sign->after == '.' && sign->next != '.');
}

/*
 * ",? ", ".? ", "word?, ", "word?." and "word? said": after them a sentence
 * goes on, or is ended.
 */
static bool sign_closes(const struct sign *sign)
{
	const uint32_t before = sign->before, after = sign->after;

	if (!unicode_is_edge(after) && !is_stop(sign) && after != ')')
		return false;
	if (before == ',' || before == '.' || before == '!' || before == '?')
		return true;
	return unicode_is_word(before) &&
	       (is_stop(sign) ||
		(after == ' ' && unicode_is_lower(sign->next)));
}

static bool sign_is_dash(const struct sign *sign)
{
	return sign->before == ' ' && sign->after == ' ' &&
	       unicode_is_word(utf8_before(sign->pass->text, sign->at - 1)) &&
	       unicode_is_lower(sign->next);
}

/*
 * "HARROW ? The bridge": no question mark, where these stand at their words.
 * Not "64 ? 3", of which it may be any sign.
 */
static bool sign_is_apart(const struct sign *sign)
{
	uint32_t before;

	if (sign->before != ' ' || !unicode_is_edge(sign->after))
		return false;
	before = utf8_before(sign->pass->text, sign->at - 1);
	return !unicode_is_edge(before) &&
	       !(unicode_is_digit(before) && unicode_is_digit(sign->next));
}

/* Whether one closes a quotation behind it, before one opens or the line ends.
 */
static bool closes_behind(const struct sign *sign)
{
	const struct pass *pass = sign->pass;
	const size_t line = bytes_line_end(pass->text, pass->len, sign->at);
	struct sign other = *sign;

	while (next_sign(&other, other.end) && other.at < line)
		if (!sign_is_apostrophe(&other, true))
			return sign_closes(&other);
	return false;
}

/* "van ?t Hoff", "?s-Hertogenbosch": no quotation begins with such a letter
 * alone. */
static bool is_of_name(const struct sign *sign)
{
	return (sign->after == 'n' || sign->after == 's' ||
		sign->after == 't') &&
	       (sign->next == ' ' || sign->next == '-');
}

/*
 * "?Tis so": an apostrophe, in a quotation, or where nothing closes one. A
 * letter alone is another word's: "n?est-ce pas".
 */
static bool begins_elided(const struct sign *sign, bool quoted)
{
	if (is_of_name(sign))
		return true;
	return unicode_is_word(sign->next) &&
	       word_lists_at(sign->pass->settings->lists, sign->pass->text,
			     sign->pass->len, sign->end) &
		       LIST_ELIDED &&
	       (quoted || !closes_behind(sign));
}

/*
 * "?Yes" of a quotation; "?4,000", which may be a price whose sign was lost,
 * where a mark closes what it opens.
 */
static bool sign_opens_quotation(const struct sign *sign, bool quoted)
{
	return !unicode_is_digit(sign->after) ||
	       (!quoted && closes_behind(sign));
}

#define NAME_MOST 2 /* spaces in what is quoted as a name, or a word */

/*
 * Ann ?Midge? Trask, ?Parish Notes? (a leaflet): what was opened at `opened` is
 * closed here, or nowhere in the line.
 */
static bool sign_ends_name(const struct sign *sign, size_t opened)
{
	size_t spaces = 0;

	if (!unicode_is_word(sign->before) || !unicode_is_edge(sign->after))
		return false;
	for (size_t at = opened; at < sign->at && spaces <= NAME_MOST; at++)
		spaces += sign->pass->text[at] == ' ';
	return spaces <= NAME_MOST && !closes_behind(sign);
}

/* What no question mark does in any text, counted. */
struct signs {
	size_t words;	/* within a word: "it?s", "John?s", "O?Dell" */
	size_t clitics; /* but for names: they are of English */
	size_t opening; /* "? " turned round: " ?Yes" */
	size_t closing; /* ",? " */
	size_t dashes;	/* "a gun ? which she" */
	size_t spaced;	/* " ? " in all: a tokeniser's, or French */
	size_t odd;	/* what no lost mark is, nor a question: "ba?ker" */
};

static bool is_within_word(const struct sign *sign)
{
	return holds(sign) || joins_name(sign) ||
	       (sign->before < 0x80 && ascii_is_letter(sign->before) &&
		owns(sign));
}

/* What a question mark, or one that was lost, may be by its neighbours. */
static bool may_be_mark(const struct sign *sign)
{
	return is_within_word(sign) || sign_opens(sign) || sign_closes(sign) ||
	       sign_is_dash(sign) ||
	       ((unicode_is_word(sign->before) || sign->before == '?') &&
		!unicode_is_word(sign->after));
}

static struct signs count(const struct pass *pass, size_t width)
{
	struct sign sign = { .pass = pass, .width = width };
	struct signs signs = { .words = 0 };

	while (next_sign(&sign, sign.end)) {
		signs.words += is_within_word(&sign);
		signs.clitics += is_within_word(&sign) && !joins_name(&sign);
		signs.opening += sign_opens(&sign);
		signs.closing += sign.before == ',' && sign.after == ' ';
		signs.dashes += sign_is_dash(&sign);
		signs.spaced +=
			sign.before == ' ' && unicode_is_edge(sign.after);
		signs.odd += !may_be_mark(&sign);
	}
	return signs;
}

/* A scanner writes "?" for what it cannot read: letters, above all. */
static bool is_noise(const struct signs *signs)
{
	return signs->odd >= NOISE_LEAST &&
	       signs->odd > signs->words + signs->opening + signs->closing +
				    signs->dashes;
}

/* Other marks, too, stand apart from their words. */
static bool is_tokenised(const struct survey *survey, const struct signs *signs)
{
	return survey->before_mark >= signs->spaced + signs->opening + SURE;
}

/*
 * Dashes again and again, and no question among them. Where other marks are
 * apart from their words, too, a tokeniser's question marks are.
 */
static bool has_lost_dashes(const struct survey *survey,
			    const struct signs *signs)
{
	return signs->dashes >=
		       (is_tokenised(survey, signs) ? SURE_APART : SURE) &&
	       signs->dashes == signs->spaced;
}

/* Spanish, its own mark lost, has opening ones, but no others. */
static bool is_damaged(const struct signs *signs)
{
	if (signs->words)
		return signs->words + signs->opening + signs->closing >= SURE;
	return signs->opening && signs->closing >= 2;
}

static void put(const struct sign *sign, struct pass *pass, const char *text)
{
	pass_put(pass, RULE_ENCODING_LOST_MARK, sign->at, sign->end, text);
}

/* "Quoi ? dit-il", in another language or quoted in English. */
static bool may_ask(const struct pass *pass)
{
	struct sign sign = { .pass = pass, .width = 1 };

	if (may_be_other_language(pass))
		return true;
	while (next_sign(&sign, sign.end))
		if (sign_is_dash(&sign) &&
		    line_is_other_language(
			    pass, bytes_line_start(pass->text, sign.at),
			    bytes_line_end(pass->text, pass->len, sign.at)))
			return true;
	return false;
}

static void mend_dashes(struct pass *pass)
{
	struct sign sign = { .pass = pass, .width = 1 };

	while (next_sign(&sign, sign.end))
		if (sign_is_dash(&sign))
			put(&sign, pass, "–");
}

/* A question mark may stand apart from its word, as a tokeniser's, or in
 * French. */
static bool may_be_apart(const struct pass *pass, const struct signs *signs)
{
	return is_tokenised(pass->survey, signs) ||
	       (!signs->clitics && may_be_other_language(pass));
}

static bool joins_letters(const struct sign *sign)
{
	return unicode_is_letter(sign->before) &&
	       unicode_is_letter(sign->after);
}

/*
 * Another language's text: which quotation marks it has nobody says, a question
 * mark is before a small letter in "Quoi ? dit-il", and apostrophes that end a
 * word or begin one are not known. Within a word it was an apostrophe.
 */
static void mend_words(struct pass *pass, size_t width)
{
	struct sign sign = { .pass = pass, .width = width };

	while (next_sign(&sign, sign.end))
		if (joins_letters(&sign) && sign_is_apostrophe(&sign, false))
			put(&sign, pass, "’");
}

/* `apart`: one that does may be a question mark. */
static void mend_all(struct pass *pass, size_t width, bool apart)
{
	struct sign sign = { .pass = pass, .width = width };
	bool quoted = false;
	size_t last = 0, opened = 0;

	for (; next_sign(&sign, sign.end); last = sign.at) {
		/* A quotation that goes on is opened again. */
		if (memchr(pass->text + last, '\n', sign.at - last))
			quoted = false;
		if (!joins_letters(&sign) &&
		    place_is_other_language(pass, sign.at))
			continue;
		if (sign_is_apostrophe(&sign, quoted)) {
			put(&sign, pass, "’");
		} else if (sign_opens(&sign)) {
			if (begins_elided(&sign, quoted)) {
				put(&sign, pass, "’");
				continue;
			}
			if (!sign_opens_quotation(&sign, quoted))
				continue;
			put(&sign, pass, "“");
			quoted = true;
			opened = sign.end;
		} else if (quoted && (sign_closes(&sign) ||
				      sign_ends_name(&sign, opened))) {
			put(&sign, pass, "”");
			quoted = false;
		} else if (sign_is_dash(&sign) ||
			   (!apart && sign_is_apart(&sign))) {
			put(&sign, pass, "–");
		}
	}
}

static void run(struct pass *pass)
{
	const struct signs wide = count(pass, WIDE);
	/* "don???t" is in no text; "what???" is. */
	const size_t width = wide.words >= 2 ? WIDE : 1;
	const struct signs signs = width == WIDE ? wide : count(pass, 1);

	if (width == 1 && is_noise(&signs))
		return;
	if (width == WIDE || is_damaged(&signs)) {
		if (language_is_other(pass))
			mend_words(pass, width);
		else
			mend_all(pass, width, may_be_apart(pass, &signs));
	} else if (has_lost_dashes(pass->survey, &signs) && !may_ask(pass)) {
		mend_dashes(pass);
	}
}

static bool triggered(const struct survey *survey,
		      const struct settings *settings)
{
	return (survey_saw(survey, SEEN_QUESTION) ||
		survey->before_mark >= SURE) &&
	       settings_select(settings, RULE_ENCODING_LOST_MARK);
}

const struct stage question_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.triggered = triggered,
	.run = run,
};
