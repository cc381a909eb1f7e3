/* Matches: the rules whose patterns match a line. */
#include "stages/boilerplate/matches.h"

#include <string.h>

#include "pattern/glance.h"
#include "stages/boilerplate/features.h"
#include "stages/boilerplate/pairs.h"
#include "stages/boilerplate/sentences.h"
#include "stages/stage.h"
#include "unicode/regex.h"

static inline bool may_match(const struct rule_gate *gate,
			     const struct line *line)
{
	return rule_gate_fits(gate, line->words.count) &&
	       (line->features & gate->need) == gate->need &&
	       !(line->features & gate->forbid) &&
	       (line->marks & gate->marks) == gate->marks;
}

static void add_match(struct article *article, struct line *line, uint32_t rule,
		      size_t first, size_t end)
{
	struct arena *arena = article->pass->arena;

	/* Room doubles at each power of two. */
	if (!(line->match_count & (line->match_count - 1)) &&
	    line->match_count != 1) {
		const size_t room =
			line->match_count ? line->match_count * 2 : 2;
		struct rule_match *matches =
			arena_alloc(arena, room * sizeof(*matches));

		if (!matches) {
			article->pass->failed = true;
			return;
		}
		if (line->match_count)
			memcpy(matches, line->matches,
			       line->match_count * sizeof(*matches));
		line->matches = matches;
	}
	line->matches[line->match_count++] =
		(struct rule_match){ rule, (uint32_t)first, (uint32_t)end };
	if (article->rules->rules[rule].until == UNTIL_HEADLINE)
		line->words.word[first].flags |= TOKEN_LABEL;
}

/* A bracket with a credit comes after a sentence, not in the middle of one. */
static bool begins_sentence(const struct strip_rule *rule,
			    const struct tokens *words, size_t at)
{
	const unsigned gaps =
		rule->until == UNTIL_BRACKET ? GAP_STOP : GAP_STOP | GAP_OPEN;

	return !at || words->word[at].gap & gaps;
}

static inline bool begins_with(const struct strip_rule *rule,
			       const struct token *word)
{
	return strip_rule_begins(rule, word->hash) &&
	       (!rule->first_word || word->flags & rule->first_word);
}

/* The first word from `at` on with which a rule may begin. */
static size_t next_begin(const struct strip_rule *rule,
			 const struct tokens *words, size_t at)
{
	const struct word_bits begins = rule->begins;
	const struct token *word = words->word;

	while (at < words->count && (!word_bits_has(&begins, word[at].hash) ||
				     !begins_with(rule, &word[at])))
		at++;
	return at;
}

static void try_anywhere(struct article *article, struct line *line,
			 struct matcher *match, uint32_t index)
{
	const struct strip_rule *rule = &article->rules->rules[index];
	const bool whole_words = rule->how == HOW_BACK;
	const bool at_end = rule->how == HOW_SUFFIX || rule->how == HOW_REAR;
	const size_t count = line->words.count;
	const size_t reach = at_end ? rule->reach : count;

	for (size_t at = count > reach ? count - reach : 0; match->budget;) {
		size_t end = NO_MATCH;

		at = next_begin(rule, &line->words, at);
		if (at == count)
			return;
		if (!whole_words || begins_sentence(rule, &line->words, at))
			end = pattern_match(match, rule->pattern, at);
		if (end == NO_MATCH) {
			at++;
			continue;
		}
		add_match(article, line, index, at, end);
		if (rule->how != HOW_INLINE)
			return;
		at = end > at ? end : at + 1;
	}
}

static void try_regex(struct article *article, struct line *line,
		      uint32_t index)
{
	const struct strip_rule *rule = &article->rules->rules[index];
	const enum regex_answer answer = regex_matches(
		article->rules->regexes[rule->pattern],
		article->pass->text + line->at, line->end - line->at);

	if (answer == REGEX_FAILED)
		article->pass->failed = true;
	if (answer == REGEX_YES)
		add_match(article, line, index, 0, line->words.count);
}

static void match_rule(struct article *article, struct line *line,
		       uint32_t index)
{
	const struct strip_rule *rule = &article->rules->rules[index];
	struct matcher match = {
		.table = &article->rules->patterns,
		.words = &line->words,
		.text = article->pass->text,
		.budget = 4000 + 400 * line->words.count,
		.to_end = rule->how == HOW_LINE || rule->how == HOW_SUFFIX ||
			  rule->how == HOW_REAR,
	};
	size_t end;

	switch (rule->how) {
	case HOW_REGEX:
		try_regex(article, line, index);
		return;
	case HOW_LINE:
	case HOW_PREFIX:
	case HOW_FRONT:
		if (line->words.count &&
		    !begins_with(rule, &line->words.word[0]))
			return;
		end = pattern_match(&match, rule->pattern, 0);
		/* "(CNN) (CNN) ": all of them go at once */
		while (rule->how == HOW_FRONT && end != NO_MATCH && end) {
			const size_t more =
				pattern_match(&match, rule->pattern, end);

			if (more == NO_MATCH || more == end)
				break;
			end = more;
		}
		if (end != NO_MATCH)
			add_match(article, line, index, 0, end);
		return;
	default:
		try_anywhere(article, line, &match, index);
	}
}

/* A line that rules are tried on. */
struct trial {
	struct article *article;
	struct line *line;
	struct text_bits
		words; /* of the line, as soon as a rule asks for them */
	bool words_known;
};

static const struct text_bits *find_bits(struct trial *trial)
{
	const struct tokens *words = &trial->line->words;

	if (trial->words_known)
		return &trial->words;
	trial->words_known = true;
	trial->words = (struct text_bits){ .marks = trial->line->marks };
	for (size_t i = 0; i < words->count; i++)
		text_bits_add(&trial->words, words->word[i].hash);
	return &trial->words;
}

/* Whether a rule's pattern is tried at each word of a line. */
static bool is_searched(const struct rule_gate *rule)
{
	return rule->how == HOW_SUFFIX || rule->how == HOW_INSIDE ||
	       rule->how > HOW_FRONT;
}

/* Whether it is tried at the first word alone, and cannot begin with that. */
static bool begins_otherwise(const struct rule_gate *rule,
			     const struct tokens *words)
{
	return rule->how != HOW_REGEX && words->count &&
	       !rule_gate_begins(rule, words->word[0].hash);
}

static inline void try_rule(struct trial *trial, uint32_t index)
{
	const struct strip_rules *rules = trial->article->rules;
	const struct rule_gate *gate = &rules->gates[index];

	if (!may_match(gate, trial->line))
		return;
	rule_gate_bring(gate, &rules->patterns);
	if (is_searched(gate)
		    ? pattern_may_match(&rules->patterns, gate->pattern,
					find_bits(trial))
		    : !begins_otherwise(gate, &trial->line->words))
		match_rule(trial->article, trial->line, index);
}

static void try_once(struct trial *trial, uint32_t rule)
{
	uint64_t *tried = &trial->article->tried[rule / 64];
	const uint64_t bit = (uint64_t)1 << rule % 64;

	if (*tried & bit)
		return;
	*tried |= bit;
	try_rule(trial, rule);
}

/* Whether a literal of word `at` is met by the words around it. */
static bool is_met(const struct indexed_literal *literal,
		   const struct tokens *words, size_t at)
{
	const struct token *word = &words->word[at];

	switch (literal->kind) {
	case LITERAL_WORD:
		return true;
	case LITERAL_CAPS:
		return word->flags & TOKEN_CAPS;
	case LITERAL_AFTER:
		return at && word[-1].hash == literal->other;
	case LITERAL_BEFORE:
		return at + 1 < words->count && word[1].hash == literal->other;
	default:
		return false;
	}
}

/* Whether the word, or what is beside it, may lead to a rule. */
static inline bool leads(const struct literal_index *index,
			 const struct tokens *words, size_t at)
{
	const struct token *word = &words->word[at];

	return literal_filter_passes(&index->filter, word->hash) &&
	       literal_index_leads(index, at ? word[-1].hash : 0, word->hash,
				   word[1].hash, word->flags & TOKEN_CAPS);
}

/* Try the rules to which `hash` leads, the hash of word `at` or its kind. */
static void try_word(struct trial *trial, const struct literal_index *index,
		     uint32_t hash, size_t at)
{
	const struct indexed_literal *end;
	const struct indexed_literal *found =
		literal_index_find(index, hash, &end);

	for (; found < end; found++)
		if (found->word == hash &&
		    is_met(found, &trial->line->words, at))
			try_once(trial, found->owner);
}

/* Words that lead to rules, and addresses; so many are tried together. */
#define LEADS 32

/* Try the rules of `count` words, whose places in the index are near. */
static void try_words(struct trial *trial, const uint32_t *places, size_t count)
{
	const struct literal_index *index = &trial->article->rules->words;
	const struct token *word = trial->line->words.word;

	for (size_t i = 0; i < count; i++) {
		const size_t at = places[i];
		const unsigned flags = word[at].flags & TOKENS_CONTACT;

		if (!flags || leads(index, &trial->line->words, at))
			try_word(trial, index, word[at].hash, at);
		if (flags)
			try_word(trial, index, token_flag_hash(flags), at);
	}
}

static void find_by_words(struct trial *trial)
{
	const struct literal_index *index = &trial->article->rules->words;
	const struct tokens *words = &trial->line->words;
	const struct token *word = words->word;
	uint32_t places[LEADS];
	size_t count = 0;

	for (size_t i = 0; i < words->count; i++) {
		if (!(word[i].flags & TOKENS_CONTACT) &&
		    !leads(index, words, i))
			continue;
		literal_index_near(index, word[i].hash);
		if (count)
			literal_index_bring(index,
					    word[places[count - 1]].hash);
		places[count++] = (uint32_t)i;
		if (count == LEADS) {
			try_words(trial, places, count);
			count = 0;
		}
	}
	try_words(trial, places, count);
}

void matches_find(struct article *article, struct line *line)
{
	const struct strip_rules *rules = article->rules;
	const struct token *word = line->words.word;
	struct trial trial = { .article = article, .line = line };

	memset(article->tried, 0,
	       (rules->rule_count / 64 + 1) * sizeof(*article->tried));
	for (size_t i = 0; i < rules->always_count; i++)
		try_rule(&trial, rules->always[i]);
	if (line->words.count &&
	    literal_filter_passes(&rules->prefixes.filter, word[0].hash) &&
	    literal_index_begins(&rules->prefixes, word[0].hash, word[1].hash))
		try_word(&trial, &rules->prefixes, word[0].hash, 0);
	find_by_words(&trial);
}

bool matches_again(struct article *article, const struct line *line,
		   uint32_t rule)
{
	struct line other = *line;

	other.match_count = 0;
	match_rule(article, &other, rule);
	return other.match_count > 0;
}

/* Classes whose calls an article may quote or mention. */
static bool is_mentioned_class(uint16_t class)
{
	return class == RULE_BOILERPLATE_NEWSLETTER ||
	       class == RULE_BOILERPLATE_SHARE ||
	       class == RULE_BOILERPLATE_RELATED ||
	       class == RULE_BOILERPLATE_COPYRIGHT;
}

/* "Follow us for news of the boats, she said.": the sentence of word `at`. */
static bool is_said(const struct article *article, const struct line *line,
		    size_t at)
{
	size_t end = 0;

	if (line->sentences)
		end = line->starts[sentence_of(line, at) + 1];
	else if (line->words.count <= FLAT_WORDS)
		end = sentence_end(article, &line->words, at);
	return words_end_said(article->rules, &line->words, end);
}

bool matches_mentioned(const struct article *article, const struct line *line,
		       const struct rule_match *hit)
{
	const char *text = article->pass->text;
	const struct token *word = line->words.word;
	const size_t at = word[hit->first].at;

	if (!is_mentioned_class(article->rules->rules[hit->rule].rule) ||
	    hit->end <= hit->first)
		return false;
	if (is_said(article, line, hit->first))
		return true;
	if (!hit->first)
		return false;
	return pairs_quote(text, line->at, at, word[hit->end - 1].end,
			   line->end) ||
	       (!(word[hit->first].gap & GAP_STOP) &&
		pairs_open_before(text, line->at, at));
}
