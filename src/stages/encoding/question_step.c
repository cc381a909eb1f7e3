/*
 * Question marks that a conversion to ASCII left for other marks: "it?s",
 * "?Yes,? she said". A text does so where question marks stand as none can;
 * then all are read by their places, and one that may be a question stays.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "stages/encoding/contraction.h"
#include "unicode/props.h"

/* So many signs are no accident. */
#define SURE 3
#define SURE_APART 5

/* So many that no mark explains are a scanner's; dashes may be a few. */
#define NOISE_LEAST 16

static bool is_letter_at(const struct pass *pass, size_t at)
{
	return at < pass->len && ascii_is_letter((unsigned char)pass->text[at]);
}

static size_t next_question(const struct pass *pass, size_t at)
{
	return bytes_find(pass->text, pass->len, at, '?');
}

/* "John?s", and "the workers? rights" outside a quotation. */
static bool sign_is_apostrophe(const struct pass *pass, size_t at, bool quoted)
{
	if (contraction_holds(pass, at, at + 1))
		return true;
	if (!unicode_is_word(utf8_before(pass->text, at)))
		return false;
	if (contraction_owns(pass, at, at + 1))
		return true;
	return !quoted && pass->text[at - 1] == 's' &&
	       pass_point(pass, at + 1) == ' ' &&
	       unicode_is_lower(pass_point(pass, at + 2));
}

static bool sign_opens(const struct pass *pass, size_t at)
{
	const uint32_t before = utf8_before(pass->text, at);

	return (unicode_is_edge(before) || before == '(') &&
	       unicode_is_word(pass_point(pass, at + 1));
}

/* ",? ", ".? ", "word?, " and "word? said": after them a sentence goes on. */
static bool sign_closes(const struct pass *pass, size_t at)
{
	const uint32_t before = utf8_before(pass->text, at);
	const uint32_t after = pass_point(pass, at + 1);

	if (!unicode_is_edge(after) && after != ',' && after != ')')
		return false;
	if (before == ',' || before == '.' || before == '!' || before == '?')
		return true;
	return unicode_is_word(before) &&
	       (after == ',' ||
		(after == ' ' && unicode_is_lower(pass_point(pass, at + 2))));
}

static bool sign_is_dash(const struct pass *pass, size_t at)
{
	return pass_byte_before(pass, at) == ' ' &&
	       pass_point(pass, at + 1) == ' ' &&
	       unicode_is_word(utf8_before(pass->text, at - 1)) &&
	       unicode_is_lower(pass_point(pass, at + 2));
}

/* What no question mark does in any text, counted. */
struct signs {
	size_t words;	/* within a word: "it?s", "John?s" */
	size_t opening; /* "? " turned round: " ?Yes" */
	size_t closing; /* ",? " */
	size_t dashes;	/* "a gun ? which she" */
	size_t spaced;	/* " ? " in all: a tokeniser's, or French */
	size_t odd;	/* what no lost mark is, nor a question: "ba?ker" */
};

static bool is_within_word(const struct pass *pass, size_t at)
{
	return contraction_holds(pass, at, at + 1) ||
	       (at && is_letter_at(pass, at - 1) &&
		contraction_owns(pass, at, at + 1));
}

/* What a question mark, or one that was lost, may be by its neighbours. */
static bool may_be_mark(const struct pass *pass, size_t at)
{
	const uint32_t before = utf8_before(pass->text, at);
	const uint32_t after = pass_point(pass, at + 1);

	return is_within_word(pass, at) || sign_opens(pass, at) ||
	       sign_closes(pass, at) || sign_is_dash(pass, at) ||
	       ((unicode_is_word(before) || before == '?') &&
		!unicode_is_word(after));
}

static void count(struct signs *signs, const struct pass *pass)
{
	for (size_t at = next_question(pass, 0); at < pass->len;
	     at = next_question(pass, at + 1)) {
		signs->words += is_within_word(pass, at);
		signs->opening += sign_opens(pass, at);
		signs->closing += utf8_before(pass->text, at) == ',' &&
				  pass_point(pass, at + 1) == ' ';
		signs->dashes += sign_is_dash(pass, at);
		signs->spaced += at && pass->text[at - 1] == ' ' &&
				 unicode_is_edge(pass_point(pass, at + 1));
		signs->odd += !may_be_mark(pass, at);
	}
}

/* A scanner writes "?" for what it cannot read: letters, above all. */
static bool is_noise(const struct signs *signs)
{
	return signs->odd >= NOISE_LEAST &&
	       signs->odd > signs->words + signs->opening + signs->closing +
				    signs->dashes;
}

/*
 * Dashes again and again, and no question among them. Where other marks are
 * apart from their words, too, a tokeniser's question marks are.
 */
static bool has_lost_dashes(const struct survey *survey,
			    const struct signs *signs)
{
	const bool apart = survey->before_mark >= signs->spaced + SURE;

	return signs->dashes >= (apart ? SURE_APART : SURE) &&
	       signs->dashes == signs->spaced;
}

/* Spanish, its own mark lost, has opening ones, but no others. */
static bool is_damaged(const struct signs *signs)
{
	if (signs->words)
		return signs->words + signs->opening + signs->closing >= SURE;
	return signs->opening && signs->closing >= 2;
}

static void put(struct pass *pass, size_t at, const char *text)
{
	pass_put(pass, RULE_ENCODING_LOST_MARK, at, at + 1, text);
}

static void mend_dashes(struct pass *pass)
{
	for (size_t at = next_question(pass, 0); at < pass->len;
	     at = next_question(pass, at + 1))
		if (sign_is_dash(pass, at))
			put(pass, at, "–");
}

static void run(struct pass *pass)
{
	struct signs signs = { .words = 0 };
	bool quoted = false;
	size_t last = 0;

	count(&signs, pass);
	if (is_noise(&signs))
		return;
	if (!is_damaged(&signs)) {
		if (has_lost_dashes(pass->survey, &signs))
			mend_dashes(pass);
		return;
	}
	for (size_t at = next_question(pass, 0); at < pass->len;
	     at = next_question(pass, at + 1)) {
		/* A quotation that goes on is opened again. */
		if (memchr(pass->text + last, '\n', at - last))
			quoted = false;
		last = at;
		if (sign_is_apostrophe(pass, at, quoted)) {
			put(pass, at, "’");
		} else if (sign_opens(pass, at)) {
			put(pass, at, "“");
			quoted = true;
		} else if (quoted && sign_closes(pass, at)) {
			put(pass, at, "”");
			quoted = false;
		} else if (sign_is_dash(pass, at)) {
			put(pass, at, "–");
		}
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
