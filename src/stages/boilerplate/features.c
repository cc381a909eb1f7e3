/* Features: what a line looks like, whatever it says. */
#include "stages/boilerplate/features.h"

#include <string.h>

#define SPEAKER_WORDS 8 /* of ", the notice at the pier office says" */
#define LEAST_LABEL 3	/* bytes before a colon without a space: "Re:Port" */
#define MOST_LABEL 8	/* words there: what is longer is a sentence */

struct census {
	size_t words, capitals, small, caps, letters, numbers;
	size_t long_words, long_capitals;
	unsigned flags, gaps;
};

/* Words are counted by their kind: these flags, and how long they are. */
#define KIND_FLAGS (TOKEN_CAPITAL | TOKEN_CAPS | TOKEN_NUMBER)
#define KIND_ADDRESS (1u << 3)
#define KIND_LONGER (1u << 4) /* than two bytes */
#define KIND_LONG (1u << 5)   /* longer than three */
#define KINDS (1u << 6)

/* 1 for a word of more bytes; no branch, as nothing foretells a word's length.
 */
static unsigned is_longer(const struct token *word, uint32_t bytes)
{
	return (bytes - (word->end - word->at)) >> 31;
}

static unsigned kind_of(const struct token *word)
{
	return (word->flags & KIND_FLAGS) |
	       (word->flags & TOKENS_CONTACT ? KIND_ADDRESS : 0) |
	       is_longer(word, 2) * KIND_LONGER |
	       is_longer(word, 3) * KIND_LONG;
}

/* `count` words of a kind. */
static void count_kind(struct census *census, unsigned kind, size_t count)
{
	const bool capital = kind & TOKEN_CAPITAL;

	if (kind & KIND_ADDRESS)
		return;
	if (kind & TOKEN_NUMBER) {
		census->numbers += count;
		return;
	}
	census->letters += count;
	census->caps += kind & TOKEN_CAPS ? count : 0;
	census->capitals += capital ? count : 0;
	census->small += !capital && kind & KIND_LONGER ? count : 0;
	census->long_words += kind & KIND_LONG ? count : 0;
	census->long_capitals += capital && kind & KIND_LONG ? count : 0;
}

static void take_census(struct census *census, const struct tokens *words)
{
	uint32_t counts[KINDS] = { 0 };
	uint64_t kinds = 0; /* that are there, as bits */

	memset(census, 0, sizeof(*census));
	census->words = words->count;
	for (size_t i = 0; i < words->count; i++) {
		const struct token *word = &words->word[i];
		const unsigned kind = kind_of(word);

		counts[kind]++;
		kinds |= (uint64_t)1 << kind;
		census->flags |= word->flags;
		census->gaps |= word->gap;
	}
	census->gaps |= words->word[words->count].gap;
	for (; kinds; kinds &= kinds - 1) {
		const unsigned kind = scan_first(kinds);

		count_kind(census, kind, counts[kind]);
	}
}

static bool speaks_to_reader(const struct strip_rules *rules,
			     const struct tokens *words)
{
	for (size_t i = 0; i < words->count; i++)
		if (token_set_has(&rules->you, words->word[i].hash))
			return true;
	return false;
}

static bool is_name(const struct census *census)
{
	const unsigned breaks = GAP_COLON | GAP_COMMA | GAP_OPEN | GAP_DASH |
				GAP_BAR | GAP_QUOTE | GAP_SLASH | GAP_SIGN |
				GAP_QUERY;

	return census->words >= 2 && census->words <= 4 &&
	       census->capitals == census->words && !(census->gaps & breaks);
}

static uint32_t flag_facts(const struct census *census)
{
	uint32_t features = 0;

	if (census->flags & TOKEN_HANDLE)
		features |= FEATURE_HANDLE;
	if (census->flags & TOKEN_URL)
		features |= FEATURE_URL;
	if (census->flags & TOKEN_MAIL)
		features |= FEATURE_MAIL;
	if (census->flags & TOKEN_GLUED)
		features |= FEATURE_GLUED;
	if (census->numbers)
		features |= FEATURE_NUMBER;
	if (census->gaps & GAP_QUOTE)
		features |= FEATURE_QUOTE;
	if (census->gaps & GAP_BAR)
		features |= FEATURE_BAR;
	return features;
}

static uint32_t shape_facts(const struct census *census,
			    const struct tokens *words, unsigned first_gap)
{
	const unsigned last_gap = words->word[words->count].gap;
	uint32_t features = 0;

	if (!(last_gap & GAP_STOP))
		features |= FEATURE_OPEN;
	if (last_gap & GAP_COLON)
		features |= FEATURE_COLON;
	if (last_gap & GAP_QUERY)
		features |= FEATURE_QUERY;
	if (first_gap & (GAP_BULLET | GAP_DASH))
		features |= FEATURE_BULLET;
	if (first_gap & GAP_OPEN && last_gap & GAP_CLOSE)
		features |= FEATURE_BRACKET;
	if (census->letters && census->caps == census->letters)
		features |= FEATURE_CAPS;
	if (census->long_words &&
	    census->long_capitals * 4 >= census->long_words * 3)
		features |= FEATURE_TITLE;
	if (census->small * 4 >= census->letters && census->small)
		features |= FEATURE_COMMON;
	if (census->numbers * 3 >= census->words && census->words > 2)
		features |= FEATURE_TABLE;
	if (census->words <= 8)
		features |= FEATURE_SHORT;
	if (census->words > 40)
		features |= FEATURE_LONG;
	if (is_name(census))
		features |= FEATURE_NAME;
	return features;
}

/*
 * "More:Another headline": a page's label and link, run together. No headline
 * ends in a comma ("Bought:Acme, Lowell,") or a colon.
 */
static bool has_tight_colon(const struct tokens *words)
{
	if (words->word[words->count].gap & (GAP_COMMA | GAP_COLON))
		return false;
	for (size_t i = 1; i < words->count && i <= MOST_LABEL; i++) {
		const struct token *word = &words->word[i];

		/* not as in "NYSE:ACME", "Re:Port" and "Harbour::List" */
		if (word->gap == GAP_COLON && word->at - word[-1].end == 1 &&
		    word->flags & TOKEN_CAPITAL &&
		    word[-1].end - word[-1].at >= LEAST_LABEL &&
		    !(word[-1].flags & TOKEN_NUMBER) &&
		    !(word->flags & TOKEN_CAPS && word[-1].flags & TOKEN_CAPS))
			return true;
	}
	return false;
}

uint32_t features_find(const struct strip_rules *rules,
		       const struct tokens *words)
{
	struct census census;
	uint32_t features;

	take_census(&census, words);
	features = flag_facts(&census);
	features |= shape_facts(&census, words, words->word[0].gap);
	if (has_tight_colon(words))
		features |= FEATURE_TIGHT;
	if (speaks_to_reader(rules, words))
		features |= FEATURE_YOU;
	return features;
}

/*
 * What a full sentence has and furniture has not: who said it, or a main clause
 * after a comma, as in "Published on Monday, the study ...".
 */
/* "..., the boats" and "... and they" begin a main clause. */
static bool begins_clause(const struct strip_rules *rules,
			  const struct token *word)
{
	if (word->gap & GAP_COMMA)
		return token_set_has(&rules->subject, word->hash);
	return token_set_has(&rules->joining, word[-1].hash) &&
	       token_set_has(&rules->person, word->hash);
}

static bool tells_who(const struct strip_rules *rules, const struct token *word)
{
	return !(word->flags & TOKEN_CAPITAL) &&
	       token_set_has(&rules->told, word->hash);
}

bool words_end_said(const struct strip_rules *rules, const struct tokens *words,
		    size_t end)
{
	if (end < 2 || !(words->word[end].gap & GAP_STOP) ||
	    !tells_who(rules, &words->word[end - 1]))
		return false;
	for (size_t i = 1; i <= SPEAKER_WORDS && i + 1 < end; i++)
		if (words->word[end - 1 - i].gap & GAP_COMMA)
			return true;
	return false;
}

uint32_t features_of_prose(const struct strip_rules *rules,
			   const struct tokens *words)
{
	uint32_t features = 0;

	if (!(words->word[words->count].gap & GAP_STOP))
		return 0;
	for (size_t i = 2; i < words->count; i++) {
		const struct token *word = &words->word[i];

		if (word->flags & TOKEN_CAPITAL)
			continue;
		if (tells_who(rules, word))
			features |= FEATURE_SAID;
		if (begins_clause(rules, word))
			features |= FEATURE_CLAUSE;
	}
	return features;
}
