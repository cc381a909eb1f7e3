/* The case of words. */
#include "restore/truecase.h"

#include <string.h>

#include "base/ascii.h"
#include "restore/acronym.h"
#include "restore/case_agreement.h"
#include "restore/dateline.h"
#include "restore/elision.h"
#include "restore/headline.h"
#include "restore/label.h"
#include "restore/office.h"
#include "restore/parts.h"
#include "restore/confidence.h"
#include "restore/sentence.h"
#include "restore/short_line.h"
#include "restore/signs.h"

#define CASES (RESTORE_MIXED + 1)

/* Priors up to this one are of words of letters that the lexicon lacks. */
#define LAST_UNKNOWN 14

/* Priors of words that training saw in capitals, within sentences, in less than
 * 3 of 100 places. */
#define FIRST_COUNTED 32
#define LAST_SMALL 41

/* What a small letter costs where a quotation is introduced, in 1/256 nat. */
#define INTRODUCED 512

/* What all capitals of a common word cost: "AND came home", in 1/256 nat. */
#define COMMON_IN_CAPITALS 256

/* What a capital of a common word costs after "U.S.", in 1/256 nat. */
#define AFTER_INITIALS 256

/* What an acronym that is spelled out says for capitals throughout. */
#define SPELLED_OUT 1024

/*
 * Whether a kept stop surely ends a sentence: a mark is before it, so it
 * is no abbreviation's: "18%. Half of them".
 */
static bool ends_surely(const struct decoder *decoder, size_t i)
{
	const struct words *words = decoder->words;
	size_t at, end;

	if (!i || i == words->count || decoder->rules->loss <= LOSS_COLLAPSED)
		return false;
	words_gap(words, i, &at, &end);
	for (size_t k = at + 1; k + 1 < end; k++) {
		if (strchr(".?!", words->text[k]) && words->text[k + 1] == ' ')
			return strchr("%)]", words->text[k - 1]) != NULL;
	}
	return false;
}

/* A quotation that is introduced: "said, “We", "asked: ‘Who". */
static bool is_introduced(const struct decoder *decoder,
			  const struct verdict *verdicts, size_t i)
{
	const char *gap = decoder->model->gaps[verdicts[i].gap].text;

	return verdicts[i].gap != RESTORE_GAP_KEEP && strchr(",:", gap[0]) &&
	       (!strcmp(gap + 1, " \xE2\x80\x9C") ||
		!strcmp(gap + 1, " \xE2\x80\x98"));
}

/* What speaks for each case of a word; NEVER: it cannot have it. */
struct scores {
	int32_t logits[CASES]; /* the network's alone */
	int32_t all[CASES];
};

/* A word, as the text is walked. */
struct walk {
	const struct decoder *decoder;
	const struct verdict *verdicts;
	const struct word_reading *reading;
	uint64_t hash;
	const char *text; /* it begins here */
};

/* On to word i: from 1, as their verdicts are. */
static void step(struct walk *walk, size_t i)
{
	const struct words *words = walk->decoder->words;

	walk->reading = &words->readings[i - 1];
	walk->hash = words->hashes[i - 1];
	walk->text = words->text + words->items[i - 1].at;
}

/* "The U.S. And": initials, and what goes on after them. */
static bool follows_initials(const struct decoder *decoder,
			     const struct verdict *verdicts, size_t i)
{
	const struct word *words = decoder->words->items;

	return i > 1 && words[i - 1].end - words[i - 1].at == 1 &&
	       words[i - 2].end - words[i - 2].at == 1 &&
	       decoder_gap_is(decoder, verdicts, i, ". ") &&
	       decoder_gap_is(decoder, verdicts, i - 1, ".");
}

static uint32_t lists_of(const struct decoder *decoder, const char *word,
			 size_t len)
{
	return word_lists_find(decoder->words->lists, word, len);
}

/* Whether word i, of those after i, names a portion: "3g of". */
static bool is_portion(const struct decoder *decoder, size_t i)
{
	const struct words *words = decoder->words;
	const struct word *word = &words->items[i];

	return i < words->count &&
	       lists_of(decoder, words->text + word->at, word->end - word->at) &
		       LIST_PORTION;
}

/* Digits and a unit, "56g", but for the names of networks: "3g". */
static bool is_amount(const struct walk *walk, size_t i)
{
	const struct word *word = &walk->decoder->words->items[i - 1];
	const char *text = walk->decoder->words->text;
	size_t digits = word->at;
	unsigned char unit;

	while (digits < word->end &&
	       ascii_is_digit((unsigned char)text[digits]))
		digits++;
	if (digits == word->at ||
	    !(lists_of(walk->decoder, text + digits, word->end - digits) &
	      LIST_UNIT))
		return false;
	unit = ascii_lower((unsigned char)text[digits]);
	/* "the 10K", but "$90k" */
	if (unit == 'k' && digits + 1 == word->end)
		return word->at && (text[word->at - 1] == '$' ||
				    (unsigned char)text[word->at - 1] >= 0x80);
	/* "4h ago", but "1H", half a year */
	if (unit == 'h')
		return digits - word->at > 1 || text[word->at] > '2';
	return ascii_lower((unsigned char)walk->text[1]) != 'g' ||
	       walk->text[0] < '2' || walk->text[0] > '5' ||
	       is_portion(walk->decoder, i);
}

/* A word that is common to sentences, whatever they are of. */
static bool is_common_word(const struct walk *walk, size_t i)
{
	const struct words *words = walk->decoder->words;
	const struct word *word = &words->items[i - 1];

	return lists_of(walk->decoder, words->text + word->at,
			word->end - word->at) &
	       (LIST_BARE | LIST_CLAUSE);
}

/* Before a place in the text an apostrophe ends, or one begins there. */
static bool is_apostrophe(const char *text, size_t len)
{
	return len && (text[0] == '\'' ||
		       (len > 2 && !memcmp(text, "\xE2\x80\x99", 3)));
}

/*
 * The s of "it 's", the n and the t of "did n't": tokens that have no capital.
 * "’D’" is a letter that is spoken of.
 */
static bool is_clitic(const struct walk *walk, size_t i)
{
	const struct words *words = walk->decoder->words;
	const struct word *word = &words->items[i - 1];
	const char *text = words->text;
	const bool after = (word->at && text[word->at - 1] == '\'') ||
			   (word->at > 2 &&
			    !memcmp(text + word->at - 3, "\xE2\x80\x99", 3));

	if (words_cut_negative(words, i - 1))
		return true;
	return after &&
	       !is_apostrophe(text + word->end, words->len - word->end) &&
	       lists_of(walk->decoder, text + word->at, word->end - word->at) &
		       (LIST_SUFFIX | LIST_POSSESSIVE);
}

/* "WAS\NTHE": in small letters it would be an escape, which it may not be. */
static bool is_escaped(const struct walk *walk, size_t i)
{
	const struct words *words = walk->decoder->words;
	const size_t at = words->items[i - 1].at;

	return at && words->text[at - 1] == '\\' &&
	       ascii_is_upper((unsigned char)words->text[at]);
}

#define CODE_LEAST 3  /* letters of a code without a vowel */
#define CODE_DIGITS 2 /* of one with a number */

/*
 * "KHWK", "MDZ012": no word that anybody says, nor a name, but a code. It was
 * in capitals before the others were.
 */
static bool is_code(const struct walk *walk, size_t i)
{
	const struct word *word = &walk->decoder->words->items[i - 1];
	const char *text = walk->decoder->words->text;
	size_t letters = 0, digits = 0, vowels = 0;

	if (walk->reading->seen_case != WORD_SEEN_UPPER)
		return false;
	for (size_t at = word->at; at < word->end; at++) {
		const unsigned char c = (unsigned char)text[at];

		if (c >= 0x80)
			return false;
		digits += ascii_is_digit(c);
		letters += ascii_is_letter(c);
		vowels += strchr("AEIOUY", c) != NULL;
	}
	if (!digits)
		return letters >= CODE_LEAST && !vowels &&
		       walk->reading->prior <= LAST_UNKNOWN;
	return letters && digits >= CODE_DIGITS &&
	       ascii_is_letter((unsigned char)text[word->at]);
}

static void score_word(const struct walk *walk, size_t i, struct scores *scores)
{
	const struct decoder *decoder = walk->decoder;
	const struct restore_model *model = decoder->model;
	const bool collapsed = decoder->rules->loss == LOSS_COLLAPSED;

	for (int k = 0; k < CASES; k++) {
		scores->logits[k] = decoder->traces[i].letters[k];
		scores->all[k] = scores->logits[k] + model->case_bias[k];
	}
	if (sentence_begins(decoder, walk->verdicts, i - 1))
		scores->all[RESTORE_LOWER] -=
			collapsed ? model->lower_after_end_collapsed
				  : model->lower_after_end;
	if (is_introduced(decoder, walk->verdicts, i - 1))
		scores->all[RESTORE_LOWER] -= INTRODUCED;
	if (ends_surely(decoder, i - 1))
		scores->all[RESTORE_LOWER] = NEVER;
	if (is_common_word(walk, i)) {
		scores->all[RESTORE_UPPER] -= COMMON_IN_CAPITALS;
		if (follows_initials(decoder, walk->verdicts, i - 1))
			scores->all[RESTORE_TITLE] -= AFTER_INITIALS;
	}
	if (is_escaped(walk, i) || signs_follow_kind(decoder->words, i))
		scores->all[RESTORE_LOWER] = NEVER;
	if (is_amount(walk, i))
		scores->all[RESTORE_UPPER] = NEVER;
	else if (is_code(walk, i))
		scores->all[RESTORE_LOWER] = scores->all[RESTORE_TITLE] = NEVER;
	if (is_clitic(walk, i))
		scores->all[RESTORE_TITLE] = scores->all[RESTORE_UPPER] =
			scores->all[RESTORE_MIXED] = NEVER;
	if (ascii_is_digit((unsigned char)walk->text[0]))
		scores->logits[RESTORE_TITLE] = scores->all[RESTORE_TITLE] =
			NEVER;
	if (!walk->reading->mixed)
		scores->logits[RESTORE_MIXED] = scores->all[RESTORE_MIXED] =
			NEVER;
}

/* The best; ties: the lowest. */
static unsigned best_of(const int32_t scores[CASES])
{
	unsigned best = 0;

	for (unsigned k = 1; k < CASES; k++) {
		if (scores[k] > scores[best])
			best = k;
	}
	return best;
}

static uint16_t confidence_of(const struct restore_model *model,
			      const int32_t logits[CASES], unsigned chosen)
{
	const int32_t most = logits[best_of(logits)];
	uint64_t sum = 0;

	for (unsigned k = 0; k < CASES; k++)
		sum += restore_exp(model, most - logits[k]);
	return restore_confidence(model, RESTORE_HEAD_CASE,
				  restore_exp(model, most - logits[chosen]),
				  sum);
}

static size_t word_bytes(const struct decoder *decoder, size_t i)
{
	const struct word *word = &decoder->words->items[i - 1];

	return word->end - word->at;
}

static bool is_party(const struct words *words, size_t i)
{
	const struct word *word = &words->items[i];

	return (word_lists_find(words->lists, words->text + word->at,
				word->end - word->at) &
		LIST_PARTY) != 0;
}

/* A party and its state, "(R-VA)": with a period it is "(R-Va.)". */
static bool is_state(const struct decoder *decoder,
		     const struct verdict *verdicts, size_t i)
{
	return i > 1 && word_bytes(decoder, i) == 2 &&
	       is_party(decoder->words, i - 2) &&
	       !strcmp(decoder_gap_text(decoder, verdicts, i - 2), " (") &&
	       !strcmp(decoder_gap_text(decoder, verdicts, i - 1), "-") &&
	       decoder_gap_text(decoder, verdicts, i)[0] == ')';
}

/* The m of "p.m.", whose letters are alike. */
static bool is_of_hour(const struct decoder *decoder,
		       const struct verdict *verdicts, size_t i)
{
	return i > 1 && words_is(decoder->words, i - 1, "m") &&
	       (words_is(decoder->words, i - 2, "a") ||
		words_is(decoder->words, i - 2, "p")) &&
	       decoder_gap_is(decoder, verdicts, i - 1, ".");
}

/*
 * A small letter after an end that the decoder set: one of them is wrong. A
 * lone stop gives way, to a comma where something stood there; else the letter.
 */
static unsigned settle_end(const struct decoder *decoder, struct scores *scores,
			   struct verdict *end)
{
	const struct restore_model *model = decoder->model;
	const bool squeezed = decoder->rules->loss == LOSS_COLLAPSED;

	if (!strcmp(model->gaps[end->gap].text, ". ") && !end->is_break) {
		end->gap = gap_class(model, squeezed ? " " : ", ");
		end->is_kept = squeezed;
		return RESTORE_LOWER;
	}
	scores->all[RESTORE_LOWER] = NEVER;
	return best_of(scores->all);
}

/*
 * A stop so much less likely than what is there, in 1/256 nat, is none: the
 * capital is a name's, "The Lowell Times".
 */
#define NO_STOP (-500)

/* A word that has a capital at a sentence's start, and in names. */
static bool is_small_word(const struct walk *walk, size_t i)
{
	const unsigned prior = walk->reading->prior;

	return (prior >= FIRST_COUNTED && prior <= LAST_SMALL) ||
	       is_common_word(walk, i);
}

/*
 * A capital where no sentence begins: "in Moscow, Yet two days". One of them is
 * wrong: a stop, or the small letter, whichever is likelier with the other.
 */
static unsigned settle_front(const struct walk *walk,
			     const struct scores *scores, size_t i,
			     struct verdict *verdicts)
{
	const struct decoder *decoder = walk->decoder;
	const int32_t stop = sentence_stop(decoder, verdicts, i - 1);
	const int32_t raised =
		scores->all[RESTORE_TITLE] - scores->all[RESTORE_LOWER];

	if (stop < NO_STOP || !is_small_word(walk, i))
		return RESTORE_TITLE;
	if (verdicts[i - 1].joined || stop + raised <= 0)
		return RESTORE_LOWER;
	parts_take(decoder, &verdicts[i - 1], i - 1,
		   gap_class(decoder->model, ". "));
	return RESTORE_TITLE;
}

static unsigned case_of(struct walk *walk, size_t i, struct scores *scores,
			struct verdict *verdicts)
{
	const struct decoder *decoder = walk->decoder;
	unsigned best;

	score_word(walk, i, scores);
	if (decoder->rules->cased)
		return walk->reading->has_upper ? RESTORE_TITLE : RESTORE_LOWER;
	best = best_of(scores->all);
	if (best == RESTORE_LOWER && sentence_ended(decoder, verdicts, i - 1))
		best = settle_end(decoder, scores, &verdicts[i - 1]);
	else if (best == RESTORE_TITLE && i > 1)
		best = settle_front(walk, scores, i, verdicts);
	if (best == RESTORE_TITLE &&
	    acronym_is_spelled_out(decoder, verdicts, i)) {
		best = RESTORE_UPPER;
		scores->all[best] = scores->all[RESTORE_TITLE] + SPELLED_OUT;
	}
	if (is_of_hour(decoder, verdicts, i))
		return verdicts[i - 1].letters;
	return is_state(decoder, verdicts, i) ? RESTORE_UPPER : best;
}

/* "McVay", a name that the lexicon does not know: its form is by rule. */
static unsigned form_of(const struct word_reading *reading, unsigned letters)
{
	return letters == RESTORE_TITLE && reading->mixed &&
			       reading->prior <= LAST_UNKNOWN
		       ? RESTORE_MIXED
		       : letters;
}

/*
 * Whether an article writes a word alike: the lexicon does not know it, and it
 * is letters only, or outlets do not agree on it.
 */
static bool is_alike(const struct walk *walk, size_t i)
{
	const struct word_reading *reading = walk->reading;

	if (reading->points < 3 || reading->mixed)
		return false;
	return reading->prior <= LAST_UNKNOWN ||
	       words_is(walk->decoder->words, i - 1, "internet") ||
	       words_is(walk->decoder->words, i - 1, "web");
}

/* What a word that is not known says to the others of its kind. */
static void say(const struct walk *walk, size_t i, const struct scores *scores,
		struct case_agreement *agreement)
{
	const int32_t *all = scores->all;
	const int32_t raised = all[RESTORE_UPPER] > all[RESTORE_TITLE]
				       ? all[RESTORE_UPPER]
				       : all[RESTORE_TITLE];
	const bool begins =
		sentence_begins(walk->decoder, walk->verdicts, i - 1);

	if (is_alike(walk, i))
		case_agreement_add(agreement, walk->hash,
				   begins ? 0 : raised - all[RESTORE_LOWER],
				   all[RESTORE_UPPER] - all[RESTORE_TITLE]);
}

static void agree(struct walk *walk, const struct case_agreement *agreement,
		  struct verdict *verdicts)
{
	const struct decoder *decoder = walk->decoder;

	for (size_t i = 1; i <= decoder->words->count; i++) {
		step(walk, i);
		if (!is_alike(walk, i))
			continue;
		verdicts[i].letters = (uint8_t)agreed_case(
			agreement, walk->hash, verdicts[i].letters,
			sentence_begins(decoder, verdicts, i - 1));
	}
}

/* Whether most words are in capitals: then few are by accident not. */
static bool is_in_capitals(const struct words *words)
{
	size_t counts[WORD_SEEN_UPPER + 2] = { 0 };

	for (size_t i = 0; i < words->count; i++)
		counts[words->readings[i].seen_case]++;
	return counts[WORD_SEEN_UPPER] > words->count / 2;
}

/* "Reporter:", among words in capitals, is none of them. */
static void keep_titles(const struct decoder *decoder, struct verdict *verdicts)
{
	const struct words *words = decoder->words;

	if (!is_in_capitals(words))
		return;
	for (size_t i = 1; i <= words->count; i++)
		if (verdicts[i].letters == RESTORE_UPPER &&
		    words->readings[i - 1].seen_case == WORD_SEEN_TITLE)
			verdicts[i].letters = RESTORE_TITLE;
}

static bool follows_abbreviation(const struct decoder *decoder,
				 const struct verdict *verdicts, size_t i)
{
	return i && sentence_may_abbreviate(decoder, i) &&
	       decoder_gap_is(decoder, verdicts, i, ". ");
}

/*
 * Where a program gave capitals to what begins sentences, it did so after "the
 * u.s.", too; the others are right.
 */
static void keep_starts(const struct decoder *decoder, struct verdict *verdicts)
{
	const struct words *words = decoder->words;

	if (!decoder->rules->lowered)
		return;
	for (size_t i = 1; i <= words->count; i++)
		if (verdicts[i].letters == RESTORE_LOWER &&
		    words->readings[i - 1].seen_case == WORD_SEEN_TITLE &&
		    !follows_abbreviation(decoder, verdicts, i - 1))
			verdicts[i].letters = RESTORE_TITLE;
}

/* "ship\tThe last ferry": the label is no part of the sentence. */
static void raise_after_labels(const struct decoder *decoder,
			       struct verdict *verdicts)
{
	for (size_t i = 1; i <= decoder->words->count; i++)
		if (decoder->traces[i - 1].after_label &&
		    verdicts[i].letters == RESTORE_LOWER)
			verdicts[i].letters = RESTORE_TITLE;
}

bool truecase(const struct decoder *decoder, struct verdict *verdicts)
{
	struct walk walk = { .decoder = decoder, .verdicts = verdicts };
	struct case_agreement *agreement =
		case_agreement_new(decoder->words->count);
	bool done;

	if (!agreement)
		return false;
	for (size_t i = 1; i <= decoder->words->count; i++) {
		struct scores scores;
		unsigned best;

		step(&walk, i);
		best = case_of(&walk, i, &scores, verdicts);
		verdicts[i].letters = (uint8_t)form_of(walk.reading, best);
		verdicts[i].case_confidence =
			confidence_of(decoder->model, scores.logits, best);
		say(&walk, i, &scores, agreement);
	}
	agree(&walk, agreement, verdicts);
	acronyms_settle(decoder, verdicts, agreement);
	offices_settle(decoder, verdicts);
	headline_settle(decoder, verdicts);
	short_line_settle(decoder, verdicts);
	done = label_settle(decoder, verdicts);
	keep_titles(decoder, verdicts);
	keep_starts(decoder, verdicts);
	raise_after_labels(decoder, verdicts);
	dateline_settle(decoder, verdicts);
	elision_settle(decoder->words, verdicts);
	negations_settle(decoder, verdicts);
	signs_settle(decoder->words, verdicts);
	case_agreement_free(agreement);
	return done;
}
