/*
 * Question marks that a conversion to ASCII left for other marks: "it?s",
 * "?Yes,? she said", or "it???s", one for each byte. A text does so where
 * question marks stand as none can; then all are read by their places, and one
 * that may be a question stays.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/bytes.h"
#include "stages/encoding/question_sign.h"
#include "stages/other_language.h"
#include "unicode/props.h"

/* So many signs are no accident. */
#define SURE 3
#define SURE_APART 5

/* So many that no mark explains are a scanner's; dashes may be a few. */
#define NOISE_LEAST 16

/* What no question mark does in any text, counted. */
struct signs {
	size_t words;	/* within a word: "it?s", "John?s", "O?Dell" */
	size_t clitics; /* but for names: they are of English */
	size_t opening; /* "? " turned round: " ?Yes" */
	size_t closing; /* ",? " */
	size_t dashes;	/* "a gun ? which she" */
	size_t spaced;	/* " ? " in all: a tokeniser's, or French */
	size_t apart;	/* "couldn ? t", which are none of these */
	size_t odd;	/* what no lost mark is, nor a question: "ba?ker" */
};

static struct signs count(const struct pass *pass, size_t width)
{
	struct sign sign = { .pass = pass, .width = width };
	struct signs signs = { .words = 0 };

	while (sign_next(&sign, sign.end)) {
		if (sign_is_clitic_apart(&sign)) {
			signs.apart++;
			continue;
		}
		signs.words += sign_is_within_word(&sign);
		signs.clitics +=
			sign_is_within_word(&sign) && !sign_joins_name(&sign);
		signs.opening += sign_opens(&sign);
		signs.closing += sign.before == ',' && sign.after == ' ';
		signs.dashes += sign_is_dash(&sign);
		signs.spaced +=
			sign.before == ' ' && unicode_is_edge(sign.after);
		signs.odd += !sign_may_be_mark(&sign);
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

/* Enough of them that are within words, or beside such. */
static bool are_sure(const struct signs *signs)
{
	return signs->words &&
	       signs->words + signs->opening + signs->closing >= SURE;
}

/*
 * A clitic is proof, and nothing but a quotation begins with one. Spanish, its
 * own mark lost, has opening ones, but no others.
 */
static bool is_damaged(const struct signs *signs)
{
	if (signs->words)
		return are_sure(signs) || (signs->clitics && signs->opening);
	return signs->opening && signs->closing >= 2;
}

static void put(const struct sign *sign, struct pass *pass, const char *text)
{
	pass_put(pass, RULE_ENCODING_LOST_MARK, sign->at, sign->end, text);
}

/* The apostrophe of such a token, which loses its spaces. */
static bool put_apart(const struct sign *sign, struct pass *pass)
{
	if (!sign_is_clitic_apart(sign) ||
	    place_is_other_language(pass, sign->at))
		return false;
	pass_put(pass, RULE_ENCODING_LOST_MARK, sign->at - 1, sign->end + 1,
		 "’");
	return true;
}

/* "Quoi ? dit-il", in another language or quoted in English. */
static bool may_ask(const struct pass *pass)
{
	struct sign sign = { .pass = pass, .width = 1 };

	if (may_be_other_language(pass))
		return true;
	while (sign_next(&sign, sign.end))
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

	while (sign_next(&sign, sign.end))
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

	while (sign_next(&sign, sign.end))
		if (joins_letters(&sign) && sign_is_apostrophe(&sign))
			put(&sign, pass, "’");
}

/* `apart`: one that does may be a question mark. */
static void mend_all(struct pass *pass, size_t width, bool apart)
{
	struct sign sign = { .pass = pass, .width = width };
	size_t last = 0, opened = 0;

	for (; sign_next(&sign, sign.end); last = sign.at) {
		/* A quotation that goes on is opened again. */
		if (memchr(pass->text + last, '\n', sign.at - last))
			sign.quoted = false;
		if (put_apart(&sign, pass))
			continue;
		if (!joins_letters(&sign) &&
		    place_is_other_language(pass, sign.at))
			continue;
		if (sign_is_apostrophe(&sign)) {
			put(&sign, pass, "’");
		} else if (sign_opens(&sign)) {
			if (sign_begins_elided(&sign)) {
				put(&sign, pass, "’");
				continue;
			}
			if (!sign_opens_quotation(&sign))
				continue;
			put(&sign, pass, "“");
			sign.quoted = true;
			opened = sign.end;
		} else if (sign.quoted && (sign_closes(&sign) ||
					   sign_ends_name(&sign, opened))) {
			put(&sign, pass, "”");
			sign.quoted = false;
		} else if (sign_is_dash(&sign) ||
			   (!apart && sign_is_apart(&sign))) {
			put(&sign, pass, "–");
		}
	}
}

/*
 * "I don?t think so", alone: what else may be a question stays, but a clitic
 * follows none.
 */
static void mend_clitics(struct pass *pass, bool apart)
{
	struct sign sign = { .pass = pass, .width = 1, .apart = apart };

	while (sign_next(&sign, sign.end))
		if (!put_apart(&sign, pass) && sign_is_within_word(&sign) &&
		    !sign_joins_name(&sign) &&
		    !place_is_other_language(pass, sign.at))
			put(&sign, pass, "’");
}

static void run(struct pass *pass)
{
	const struct signs wide = count(pass, SIGN_WIDE);
	/* "don???t" is in no text; "what???" is. */
	const size_t width = wide.words >= 2 ? SIGN_WIDE : 1;
	const struct signs signs = width == SIGN_WIDE ? wide : count(pass, 1);

	if (width == 1 && is_noise(&signs))
		return;
	if (width == SIGN_WIDE || is_damaged(&signs)) {
		const bool few = width == 1 && signs.words && !are_sure(&signs);

		if (language_is_other(pass))
			mend_words(pass, width);
		else
			mend_all(pass, width,
				 few || may_be_apart(pass, &signs));
	} else if (!signs.apart && has_lost_dashes(pass->survey, &signs) &&
		   !may_ask(pass)) {
		mend_dashes(pass);
	} else if (signs.clitics || signs.apart) {
		mend_clitics(pass, signs.apart > 0);
	}
}

static bool triggered(const struct survey *survey)
{
	return survey_saw(survey, SEEN_QUESTION) || survey->before_mark >= SURE;
}

const struct stage question_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.rule = RULE_ENCODING_LOST_MARK,
	.triggered = triggered,
	.run = run,
};
