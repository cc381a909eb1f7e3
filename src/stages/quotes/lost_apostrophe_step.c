/*
 * Apostrophes that were lost and left no gap, "didnt", in a text that has none
 * any more: somebody deleted its punctuation.
 *
 * Only words that are nothing else (LIST_GLUED) tell that it was so; once they
 * do, "cant" and "wont" are such words, too. A text that has its case, or whose
 * only one may be a name, must have two different ones: it may be how somebody
 * writes who is quoted.
 */
#include "stages/stage.h"

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "lang/abbreviations.h"
#include "lang/lookup.h"
#include "stages/other_language.h"
#include "text/machine_name.h"
#include "unicode/props.h"

#define APOSTROPHE "\xE2\x80\x99"

struct walk {
	const struct pass *pass;
	struct machine_name_walk names;
	size_t at, end;	 /* the word */
	size_t line_end; /* of the line that was asked about last */
	bool foreign;	 /* it is in another language */
};

static struct walk walk_of(const struct pass *pass)
{
	return (struct walk){
		.pass = pass,
		.names = { .text = pass->text, .len = pass->len },
	};
}

/* The next run of ASCII letters; false: there is none. */
static bool walk_next(struct walk *walk)
{
	const struct pass *pass = walk->pass;
	size_t at = walk->end;

	while (at < pass->len &&
	       !ascii_is_letter((unsigned char)pass->text[at]))
		at++;
	walk->at = at;
	while (at < pass->len && ascii_is_letter((unsigned char)pass->text[at]))
		at++;
	walk->end = at;
	return walk->at < at;
}

static bool is_in_foreign_line(struct walk *walk)
{
	const struct pass *pass = walk->pass;

	if (walk->at >= walk->line_end) {
		const size_t at = bytes_line_start(pass->text, walk->at);

		walk->line_end = bytes_line_end(pass->text, pass->len, at);
		walk->foreign =
			line_is_other_language(pass, at, walk->line_end);
	}
	return walk->foreign;
}

/* Where the apostrophe was: didn’t, they’re, they’ve, they’ll, they’d. */
static size_t find_place(const struct walk *walk)
{
	const char *text = walk->pass->text;
	const unsigned char last =
		ascii_lower((unsigned char)text[walk->end - 1]);

	return walk->end - (last == 'e' || last == 'l' ? 2 : 1);
}

static bool has_case(const struct pass *pass)
{
	return !survey_is(pass->survey,
			  CONDITION_LOWERCASED | CONDITION_UPPERCASED);
}

/* The lists with bytes [at, end) of the word. */
static uint32_t lists_of(const struct walk *walk, size_t at, size_t end)
{
	return word_lists_find(walk->pass->settings->lists,
			       walk->pass->text + at, end - at);
}

static bool is_after_space(const struct walk *walk)
{
	return walk->at > 1 && walk->pass->text[walk->at - 1] == ' ';
}

/* "Jony Ive": a word with a capital is before it; not "But Ive". */
static bool is_after_capital(const struct walk *walk)
{
	const struct pass *pass = walk->pass;
	size_t at = walk->at - 1;

	if (!is_after_space(walk) ||
	    word_lists_before(pass->settings->lists, pass->text, at) &
		    LIST_CLAUSE)
		return false;
	while (at && ascii_is_lower((unsigned char)pass->text[at - 1]))
		at--;
	return at && ascii_is_upper((unsigned char)pass->text[at - 1]);
}

/*
 * In a text of both cases "IM" and "DONT" are initials, or a post that is
 * quoted; the "im" of "Haus im Tal" is no pronoun, nor is a last name.
 */
static bool is_other(const struct walk *walk)
{
	const char *text = walk->pass->text;

	if (!has_case(walk->pass))
		return false;
	if (ascii_is_upper((unsigned char)text[walk->end - 1]))
		return true;
	return find_place(walk) == walk->at + 1 &&
	       (ascii_is_lower((unsigned char)text[walk->at]) ||
		is_after_capital(walk));
}

/* "Mr. Ive": a title is before it. */
static bool is_after_title(const struct walk *walk)
{
	const struct pass *pass = walk->pass;
	const size_t end = walk->at - 1;
	size_t at;

	if (!is_after_space(walk) || pass->text[end - 1] != '.')
		return false;
	at = abbreviation_start(pass->text, end);
	return abbreviation_find(&pass->settings->lang->abbreviations,
				 pass->text + at,
				 end - at) == ABBREVIATION_TITLE;
}

/* "of Ive", "the firm Hes": in mid-sentence a pronoun has no capital there. */
static bool is_within_sentence(const struct walk *walk)
{
	const struct pass *pass = walk->pass;
	uint32_t before;

	if (!is_after_space(walk) ||
	    !ascii_is_lower((unsigned char)pass->text[walk->at - 2]))
		return false;
	if (find_place(walk) != walk->at + 1)
		return true;
	before = word_lists_before(pass->settings->lists, pass->text,
				   walk->at - 1);
	return before & LIST_BARE && !(before & LIST_HANGING);
}

/* "Ive didnt": a verb follows, of which it is who does it. */
static bool is_before_verb(const struct walk *walk)
{
	const struct pass *pass = walk->pass;
	struct walk next = *walk;

	return pass_byte(pass, walk->end) == ' ' && walk_next(&next) &&
	       next.at == walk->end + 1 &&
	       ascii_lower((unsigned char)pass->text[next.end - 1]) == 't' &&
	       lists_of(&next, next.at, next.end) & LIST_GLUED;
}

/*
 * In a text of both cases: a name that is spelled as a contraction. What owns
 * has its own capital: "Irans".
 */
static bool is_name(const struct walk *walk)
{
	const uint32_t stem = lists_of(walk, walk->at, find_place(walk));

	return ascii_is_upper((unsigned char)walk->pass->text[walk->at]) &&
	       stem & (LIST_CONTRACTED | LIST_NEGATED) &&
	       (is_after_capital(walk) || is_after_title(walk) ||
		is_within_sentence(walk) || is_before_verb(walk));
}

/* The word is one of its own, and not part of a name. */
static bool stands_alone(struct walk *walk)
{
	const struct pass *pass = walk->pass;
	const unsigned char before = bytes_before(pass->text, walk->at);

	return !unicode_is_word(utf8_before(pass->text, walk->at)) &&
	       !unicode_is_word(utf8_at(pass->text, pass->len, walk->end)) &&
	       before != '#' && before != '@' && before != '-' &&
	       pass_byte(pass, walk->end) != '-' &&
	       !machine_name_holds(&walk->names, walk->at, walk->end);
}

/* Whether the word tells that an apostrophe is lost. */
static bool is_glued(struct walk *walk)
{
	return lists_of(walk, walk->at, walk->end) & LIST_GLUED &&
	       !is_other(walk) && stands_alone(walk) &&
	       !is_in_foreign_line(walk);
}

/* "his wont", "the cant of thieves", "they are wont to": nouns, an adjective.
 */
static bool is_noun(const struct walk *walk)
{
	const struct pass *pass = walk->pass;
	const size_t gap = walk->at - (walk->at > 0);
	const uint32_t before =
		word_lists_before(pass->settings->lists, pass->text, gap);

	return before & LIST_DEFINITE ||
	       (before & LIST_BARE && !(before & LIST_CLAUSE)) ||
	       (pass_has(pass, walk->end, " to") &&
		!unicode_is_word(
			utf8_at(pass->text, pass->len, walk->end + 3)));
}

/* "cant", "wont" */
static bool is_negated(struct walk *walk)
{
	const size_t stem = walk->end - 1;

	return stem > walk->at &&
	       lists_of(walk, stem, walk->end) & LIST_NEGATIVE &&
	       lists_of(walk, walk->at, stem) & LIST_NEGATED &&
	       !is_noun(walk) && stands_alone(walk) &&
	       !is_in_foreign_line(walk);
}

static bool is_same(const struct walk *walk, const struct walk *other)
{
	const char *text = walk->pass->text;
	const size_t len = walk->end - walk->at;
	size_t i = 0;

	if (other->end - other->at != len)
		return false;
	while (i < len &&
	       ascii_lower((unsigned char)text[walk->at + i]) ==
		       ascii_lower((unsigned char)text[other->at + i]))
		i++;
	return i == len;
}

/* "jony ive", "haus im": after a word that is on no list the pronoun may be
   part of a name, or of another language. */
static bool may_be_name(const struct walk *walk)
{
	const struct pass *pass = walk->pass;

	return find_place(walk) == walk->at + 1 && walk->at &&
	       pass->text[walk->at - 1] == ' ' &&
	       ascii_is_letter(bytes_before(pass->text, walk->at - 1)) &&
	       !word_lists_before(pass->settings->lists, pass->text,
				  walk->at - 1);
}

/* "jony ive": the word before is none of the language, and a name of one is. */
static bool follows_name(const struct walk *walk)
{
	const struct lang *lang = walk->pass->settings->lang;
	const char *text = walk->pass->text;
	size_t at = walk->at - 1, rest;

	if (!may_be_name(walk))
		return false;
	while (at && ascii_is_lower((unsigned char)text[at - 1]))
		at--;
	return !lang_lookup(&lang->words, text + at, walk->at - 1 - at,
			    &rest) &&
	       !lang_lookup(&lang->short_words, text + at, walk->at - 1 - at,
			    &rest);
}

/* Whether words tell that the text has lost its apostrophes. */
static bool has_lost(const struct pass *pass)
{
	struct walk walk = walk_of(pass), first = walk;

	while (walk_next(&walk)) {
		if (!is_glued(&walk))
			continue;
		if (first.end && !is_same(&walk, &first))
			return true;
		if (!has_case(pass) && !may_be_name(&walk))
			return true;
		if (!first.end)
			first = walk;
	}
	return false;
}

#define NAMES_MOST 8 /* that are told apart; of more none is mended */

/* Names that the text has, which are spelled as contractions: "Ive". */
struct names {
	struct walk seen[NAMES_MOST];
	size_t count;
};

static bool names_hold(const struct names *names, const struct walk *walk)
{
	size_t i = names->count;

	while (i)
		if (is_same(&names->seen[--i], walk))
			return true;
	return names->count == NAMES_MOST;
}

static bool is_lookalike(struct walk *walk)
{
	const size_t stem = walk->end - 1;

	return lists_of(walk, walk->at, walk->end) & LIST_GLUED ||
	       (stem > walk->at &&
		lists_of(walk, stem, walk->end) & LIST_NEGATIVE &&
		lists_of(walk, walk->at, stem) & LIST_NEGATED);
}

static void read_names(struct names *names, const struct pass *pass)
{
	struct walk walk = walk_of(pass);

	while (names->count < NAMES_MOST && walk_next(&walk))
		if (is_lookalike(&walk) && is_name(&walk) &&
		    !names_hold(names, &walk))
			names->seen[names->count++] = walk;
}

/* Whether the word is a name, here or elsewhere in the text. */
static bool is_spared(const struct walk *walk, const struct names *names)
{
	if (!has_case(walk->pass))
		return follows_name(walk);
	return ascii_is_upper((unsigned char)walk->pass->text[walk->at]) &&
	       names_hold(names, walk);
}

static void run(struct pass *pass)
{
	struct walk walk = walk_of(pass);
	struct names names = { .count = 0 };

	if (!has_lost(pass) || may_be_other_language(pass))
		return;
	if (has_case(pass))
		read_names(&names, pass);
	while (walk_next(&walk)) {
		if ((!is_glued(&walk) && !is_negated(&walk)) ||
		    is_spared(&walk, &names))
			continue;
		pass_put(pass, RULE_QUOTES_LOST_APOSTROPHE, find_place(&walk),
			 find_place(&walk), APOSTROPHE);
	}
}

static bool triggered(const struct survey *survey)
{
	return survey->lower + survey->upper &&
	       !(survey->straight_single + survey->open_single +
		 survey->close_single + survey->backtick + survey->clitics);
}

const struct stage lost_apostrophe_stage = {
	.name = "quotes",
	.rule = RULE_QUOTES_LOST_APOSTROPHE,
	.triggered = triggered,
	.run = run,
};
