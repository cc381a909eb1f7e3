/*
 * Characters that a program threw away: U+FFFD stands for them, or "â", which
 * the first byte of ’ is in ISO 8859-1 when the two others are dropped.
 *
 * A letter that is gone stays gone, and is reported. A mark is known where it
 * can have been nothing else: the apostrophe of "isn�t" and "EPA�s", quotation
 * marks that pair. A dash between spaces is known only in an article that lost
 * such marks, or another dash: alone it may have been half of an emoji.
 */
#include "stages/encoding/contraction.h"
#include "stages/stage.h"
#include "text/marks.h"
#include "text/wordset.h"

#include <string.h>

#include "base/utf8.h"
#include "unicode/props.h"

/* What stands where a character was. */
struct remains {
	const char *text;
	size_t len;
	size_t most; /* so many of them may be one character's */
	unsigned rule;
};

static const struct remains replaced = {
	"\xEF\xBF\xBD",
	3,
	3,
	RULE_ENCODING_LOST_MARK,
};

/* The first of three bytes, and what an ASCII converter left of two others. */
static const struct remains half_decoded = {
	"â??",
	4,
	1,
	RULE_ENCODING_MOJIBAKE,
};

static const struct remains half_replaced = {
	"â\xEF\xBF\xBD\xEF\xBF\xBD",
	8,
	1,
	RULE_ENCODING_MOJIBAKE,
};

static const struct remains stripped = {
	"â",
	2,
	1,
	RULE_ENCODING_MOJIBAKE,
};

struct gap {
	struct pass *pass;
	const struct remains *remains;
	size_t at, end;
	uint32_t before, after;
};

static bool stands_at(const struct pass *pass, size_t at,
		      const struct remains *remains)
{
	return pass->len - at >= remains->len &&
	       !memcmp(pass->text + at, remains->text, remains->len);
}

static size_t next_remains(const struct pass *pass, size_t at,
			   const struct remains *remains)
{
	for (; at < pass->len; at++) {
		const char *found =
			memchr(pass->text + at, (unsigned char)remains->text[0],
			       pass->len - at);

		if (!found)
			break;
		at = (size_t)(found - pass->text);
		if (stands_at(pass, at, remains))
			return at;
	}
	return pass->len;
}

/* The first gap from byte `from` on. gap->pass and gap->remains are set. */
static bool next_gap(struct gap *gap, size_t from)
{
	const struct pass *pass = gap->pass;
	const struct remains *remains = gap->remains;

	gap->at = next_remains(pass, from, remains);
	if (gap->at == pass->len)
		return false;
	gap->end = gap->at + remains->len;
	while (gap->end - gap->at < remains->most * remains->len &&
	       stands_at(pass, gap->end, remains))
		gap->end += remains->len;
	gap->before = utf8_before(pass->text, gap->at);
	gap->after = utf8_at(pass->text, pass->len, gap->end);
	return true;
}

/* The ASCII letters before or behind the gap, in lower case. */
static size_t word_before(const struct gap *gap, char *word, size_t room)
{
	const char *text = gap->pass->text;
	size_t from = gap->at, len = 0;

	while (from && ascii_is_letter((unsigned char)text[from - 1]) &&
	       gap->at - from < room)
		from--;
	for (; from < gap->at; from++)
		word[len++] = (char)ascii_lower((unsigned char)text[from]);
	return len;
}

static size_t word_after(const struct gap *gap, char *word, size_t room)
{
	const char *text = gap->pass->text;
	size_t at = gap->end, len = 0;

	while (at < gap->pass->len && len < room &&
	       ascii_is_letter((unsigned char)text[at]))
		word[len++] = (char)ascii_lower((unsigned char)text[at++]);
	if (at < gap->pass->len && (unsigned char)text[at] >= 0x80 && len &&
	    unicode_is_word(utf8_at(text, gap->pass->len, at)))
		return 0;
	return len;
}

/* The lists with the word before the gap, though a lost mark is before it. */
static uint32_t lists_before(const struct gap *gap)
{
	const char *text = gap->pass->text;
	size_t at = gap->at;

	while (at && ascii_is_letter((unsigned char)text[at - 1]))
		at--;
	if (at < gap->remains->len ||
	    !stands_at(gap->pass, at - gap->remains->len, gap->remains))
		return word_lists_before(gap->pass->settings->lists, text,
					 gap->at);
	return word_lists_find(gap->pass->settings->lists, text + at,
			       gap->at - at);
}

/* "isn�t", "we�re": no other letter makes a word of these. */
static bool gap_is_contraction(const struct gap *gap)
{
	return contraction_of(gap->pass, lists_before(gap), gap->at, gap->end);
}

/* "EPA�s", but "caf�s" are cafés. */
static bool gap_is_apostrophe(const struct gap *gap)
{
	if (gap->before >= 0x80 || !ascii_is_letter(gap->before))
		return false;
	if (contraction_owns(gap->pass, gap->at, gap->end))
		return !(lists_before(gap) & LIST_ACCENTED);
	return gap_is_contraction(gap);
}

/*
 * "complaints of�the system": both are words that the article has elsewhere, so
 * a no-break space stood between them; "Fran�ois" lost a letter.
 */
static bool parts_words(const struct gap *gap, const struct wordset *words)
{
	char before[24], after[24];
	const size_t before_len = word_before(gap, before, sizeof(before));
	const size_t after_len = word_after(gap, after, sizeof(after));

	if (before_len == sizeof(before) || after_len == sizeof(after))
		return false;
	return before_len > 1 && after_len > 1 &&
	       wordset_holds(words, before, before_len) &&
	       wordset_holds(words, after, after_len);
}

/* White space within a line, of which the whitespace stage makes one space. */
static bool is_blank(uint32_t point)
{
	return unicode_is_space(point) && point != '\n' && point != '\r';
}

/* What is before the blanks that end at `at`. */
static uint32_t before_blanks(const struct pass *pass, size_t at)
{
	while (is_blank(utf8_before(pass->text, at)))
		utf8_previous(pass->text, &at);
	return utf8_before(pass->text, at);
}

static uint32_t after_blanks(const struct pass *pass, size_t at)
{
	while (is_blank(utf8_at(pass->text, pass->len, at)))
		utf8_next(pass->text, &at);
	return utf8_at(pass->text, pass->len, at);
}

/* "7 � minutes" lost a half; a year may stand before a dash. */
static bool may_lack_fraction(const struct gap *gap)
{
	const char *text = gap->pass->text;
	size_t at = gap->at, digits = 0;

	while (is_blank(utf8_before(text, at)))
		utf8_previous(text, &at);
	while (at && ascii_is_digit((unsigned char)text[at - 1])) {
		at--;
		digits++;
	}
	return digits == 1 || digits == 2;
}

/* " � " between words, not after a sentence. */
static bool gap_is_dash(const struct gap *gap)
{
	uint32_t before, after;

	if (!is_blank(gap->before) || !is_blank(gap->after))
		return false;
	before = before_blanks(gap->pass, gap->at);
	after = after_blanks(gap->pass, gap->end);
	return (unicode_is_word(before) || before == ',') &&
	       unicode_is_letter(after) && !may_lack_fraction(gap);
}

/* What a no-break space leaves: "said.� The", "flag,�all". */
static bool gap_is_space(const struct gap *gap)
{
	return mark_is(gap->before, MARK_STOP_OR_PAUSE) &&
	       (unicode_is_letter(gap->after) || gap->after == ' ' ||
		gap->after == '\n' || !gap->after);
}

/* "�Hello" and "hello,�": where quotation marks stand. */
static bool gap_opens(const struct gap *gap)
{
	return (unicode_is_edge(gap->before) || gap->before == '(') &&
	       unicode_is_word(gap->after);
}

static bool gap_closes(const struct gap *gap)
{
	return (unicode_is_word(gap->before) ||
		mark_is(gap->before, MARK_STOP_OR_PAUSE)) &&
	       (unicode_is_edge(gap->after) ||
		mark_is(gap->after, MARK_STOP_OR_PAUSE) || gap->after == ')');
}

enum side { SIDE_NONE, SIDE_OPENING, SIDE_CLOSING };

/* Which gaps may be quotation marks, read from the front. */
struct quotes {
	size_t opening, pairs, faults;
	bool open;
};

/* A mark that is out of turn is none. A paragraph's end closes all. */
static enum side see_gap(struct quotes *quotes, const struct gap *gap,
			 size_t from)
{
	const char *text = gap->pass->text;

	if (memchr(text + from, '\n', gap->at - from))
		quotes->open = false;
	if (gap_opens(gap) && !quotes->open) {
		quotes->opening++;
		quotes->open = true;
		return SIDE_OPENING;
	}
	if (gap_closes(gap) && quotes->open) {
		quotes->pairs++;
		quotes->open = false;
		return SIDE_CLOSING;
	}
	quotes->faults += gap_opens(gap) || gap_closes(gap);
	return SIDE_NONE;
}

/* They pair, but for quotations that go on in the next paragraph. */
static bool are_quotes(const struct quotes *quotes)
{
	return quotes->pairs >= 2 && quotes->pairs >= 4 * quotes->faults &&
	       quotes->pairs * 3 >= quotes->opening * 2;
}

/* What the article as a whole says. */
struct context {
	bool quotes; /* something may be an opening mark */
	bool pairs;  /* they are quotation marks that pair */
	bool marks;  /* marks were lost for sure: apostrophes, pairs */
	bool spaces; /* no-break spaces were lost */
	struct wordset words;
};

static bool joins_letters(const struct gap *gap)
{
	return gap->before < 0x80 && ascii_is_letter(gap->before) &&
	       gap->after < 0x80 && ascii_is_letter(gap->after);
}

static void put(const struct gap *gap, const char *text)
{
	pass_put(gap->pass, gap->remains->rule, gap->at, gap->end, text);
}

static void mend(const struct gap *gap, enum side side,
		 const struct context *context)
{
	if (gap_is_apostrophe(gap))
		put(gap, "’");
	else if (context->marks && gap_is_dash(gap))
		put(gap, "–");
	else if (side == SIDE_OPENING)
		put(gap, "“");
	else if (side == SIDE_CLOSING)
		put(gap, "”");
	else if (gap->remains != &replaced)
		return;
	else if (!context->quotes && context->spaces && gap_is_space(gap))
		put(gap, unicode_is_letter(gap->after) ? " " : "");
	else if (parts_words(gap, &context->words))
		put(gap, " ");
	else
		pass_note(gap->pass, RULE_ENCODING_LOST_CHARACTER, gap->at,
			  gap->end, NULL);
}

/* What is left of "â" and two bytes can have been nothing but a mark. */
static bool are_marks(const struct remains *remains)
{
	return remains == &half_decoded || remains == &half_replaced;
}

static struct context read_context(struct pass *pass,
				   const struct remains *remains)
{
	struct gap gap = { .pass = pass, .remains = remains };
	struct context context = { .marks = are_marks(remains) };
	struct quotes all = { .open = false };
	size_t spaces = 0, dashes = 0;
	bool words = false;

	for (size_t at = 0; next_gap(&gap, at); at = gap.end) {
		see_gap(&all, &gap, at);
		words |= joins_letters(&gap);
		context.marks |= gap_is_apostrophe(&gap);
		dashes += gap_is_dash(&gap);
		/* "flag,�all": without a space nothing else makes sense. */
		spaces += gap_is_space(&gap) ? 1 : 0;
		spaces += gap_is_space(&gap) && unicode_is_letter(gap.after);
	}
	context.quotes = all.opening > 0;
	context.pairs = are_quotes(&all) ||
			(are_marks(remains) && all.pairs && !all.faults);
	context.marks |= context.pairs || dashes > 1;
	context.spaces = spaces >= 2;
	if (words &&
	    !wordset_read(&context.words, pass->arena, pass->text, pass->len))
		pass->failed = true;
	return context;
}

static void mend_all(struct pass *pass, const struct remains *remains)
{
	const struct context context = read_context(pass, remains);
	struct gap gap = { .pass = pass, .remains = remains };
	struct quotes now = { .open = false };

	for (size_t at = 0; !pass->failed && next_gap(&gap, at); at = gap.end) {
		const enum side side = see_gap(&now, &gap, at);

		mend(&gap, context.pairs ? side : SIDE_NONE, &context);
	}
}

/* A text of a language that writes â has other accents, too. */
static bool has_other_accents(const struct pass *pass)
{
	for (size_t at = 0; at + 1 < pass->len; at++) {
		const unsigned char c = (unsigned char)pass->text[at];

		if (c >= 0xC3 && c <= 0xC5 && !stands_at(pass, at, &stripped))
			return true;
	}
	return false;
}

static bool is_stripped(struct pass *pass)
{
	struct gap gap = { .pass = pass, .remains = &stripped };
	size_t sure = 0;

	for (size_t at = 0; sure < 2 && next_gap(&gap, at); at = gap.end)
		/* "isnât", "youâre", "itâs": words of no language. */
		sure += gap_is_contraction(&gap);
	return sure == 2 && !has_other_accents(pass);
}

/* Mend what one kind of remains stands for; false when nothing was mended. */
static bool try_remains(struct pass *pass, const struct remains *remains)
{
	const size_t before = pass->layer->edit_count;

	if (next_remains(pass, 0, remains) == pass->len ||
	    !pass_selects(pass, remains->rule))
		return false;
	mend_all(pass, remains);
	return pass->failed || pass->layer->edit_count > before;
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
	else if (is_stripped(pass) && pass_selects(pass, stripped.rule))
		mend_all(pass, &stripped);
}

static bool triggered(const struct survey *survey,
		      const struct settings *settings)
{
	(void)settings;
	return survey_saw(survey, SEEN_REPLACEMENT | SEEN_LATIN_LEAD);
}

const struct stage lost_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.triggered = triggered,
	.run = run,
};
