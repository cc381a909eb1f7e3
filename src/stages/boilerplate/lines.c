/* The lines of an article. */
#include "stages/boilerplate/lines.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "stages/stage.h"
#include "unicode/regex.h"

/* Whether a line ends as a sentence does: . ! ? or a closing quotation mark. */
static bool ends_sentence(const char *text, size_t at, size_t end)
{
	if (end == at)
		return true;
	switch (text[end - 1]) {
	case '.':
	case '!':
	case '?':
	case '"':
	case '\'':
		return true;
	case '\x9D': /* U+201D, U+2019 */
	case '\x99':
		return end - at > 3 && text[end - 3] == '\xE2';
	default:
		return false;
	}
}

#define SENTENCE_BYTES 60 /* a shorter line may be a heading */

bool line_is_sentence(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return line->end - line->at >= SENTENCE_BYTES &&
	       ends_sentence(article->pass->text, line->at, line->end);
}

static void trim(const char *text, size_t *at, size_t *end)
{
	while (*at < *end && ascii_is_space((unsigned char)text[*at]))
		(*at)++;
	while (*end > *at && ascii_is_space((unsigned char)text[*end - 1]))
		(*end)--;
}

/* The index's set that makes a line of that length, at those edges, suspect. */
static const struct token_set *choose_set(const struct strip_index *index,
					  size_t len, unsigned edges)
{
	return len > SHORT_LINE_BYTES ? &index->long_sets[edges]
				      : &index->short_set;
}

static bool has_anchor(const struct strip_rules *rules, const char *text,
		       size_t at, size_t end, unsigned edges)
{
	const struct token_set *fronts =
		choose_set(&rules->fronts, end - at, edges);
	const struct token_set *words =
		choose_set(&rules->words, end - at, edges);
	uint32_t first[2];

	tokens_first(text, at, end, first);
	return token_set_has(fronts, first[0]) ||
	       token_set_has(fronts, token_pair_hash(first[0], first[1])) ||
	       tokens_find(words, text, at, end) < end;
}

static bool is_suspect(const struct strip_rules *rules, const char *text,
		       size_t at, size_t end, unsigned edges)
{
	return !ends_sentence(text, at, end) ||
	       has_anchor(rules, text, at, end, edges);
}

/* The next line that holds text, from *next on; false at the end. */
static bool next_line(const char *text, size_t len, size_t *next, size_t *at,
		      size_t *end)
{
	while (*next < len) {
		const char *stop = memchr(text + *next, '\n', len - *next);

		*at = *next;
		*end = stop ? (size_t)(stop - text) : len;
		*next = *end + 1;
		trim(text, at, end);
		if (*at < *end)
			return true;
	}
	return false;
}

bool lines_suspect(const struct strip_rules *rules, const char *text,
		   size_t len)
{
	size_t next = 0, at, end, line = 0;
	size_t last[TAIL_LINES + 1][2] = { { 0 } };

	if (rules->regex_count)
		return len > 0;
	for (; next_line(text, len, &next, &at, &end); line++) {
		if (is_suspect(rules, text, at, end,
			       strip_edges(line, SIZE_MAX)))
			return true;
		last[line % (TAIL_LINES + 1)][0] = at;
		last[line % (TAIL_LINES + 1)][1] = end;
	}
	for (size_t behind = 0; behind <= TAIL_LINES && behind < line;
	     behind++) {
		const size_t *place =
			last[(line - 1 - behind) % (TAIL_LINES + 1)];

		if (has_anchor(rules, text, place[0], place[1],
			       strip_edges(SIZE_MAX, behind)))
			return true;
	}
	return false;
}

/* Facts. */

struct census {
	size_t words, capitals, small, caps, letters, numbers;
	size_t long_words, long_capitals;
	unsigned flags, gaps, inner_gaps;
};

static void count_word(struct census *census, const struct token *word)
{
	const unsigned address = TOKEN_URL | TOKEN_MAIL | TOKEN_HANDLE;
	const size_t len = word->end - word->at;

	census->flags |= word->flags;
	if (word->flags & address)
		return;
	if (word->flags & TOKEN_NUMBER) {
		census->numbers++;
		return;
	}
	census->letters++;
	census->caps += (word->flags & TOKEN_CAPS) != 0;
	census->capitals += (word->flags & TOKEN_CAPITAL) != 0;
	census->small += !(word->flags & TOKEN_CAPITAL) && len > 2;
	if (len > 3) {
		census->long_words++;
		census->long_capitals += (word->flags & TOKEN_CAPITAL) != 0;
	}
}

static void take_census(struct census *census, const struct tokens *words)
{
	memset(census, 0, sizeof(*census));
	census->words = words->count;
	for (size_t i = 0; i < words->count; i++) {
		census->gaps |= words->word[i].gap;
		if (i)
			census->inner_gaps |= words->word[i].gap;
		count_word(census, &words->word[i]);
	}
	census->gaps |= words->word[words->count].gap;
}

static bool speaks_to_reader(const struct article *article,
			     const struct tokens *words)
{
	for (size_t i = 0; i < words->count; i++)
		if (token_set_has(&article->rules->you, words->word[i].hash))
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
	uint32_t facts = 0;

	if (census->flags & TOKEN_HANDLE)
		facts |= FACT_HANDLE;
	if (census->flags & TOKEN_URL)
		facts |= FACT_URL;
	if (census->flags & TOKEN_MAIL)
		facts |= FACT_MAIL;
	if (census->flags & TOKEN_GLUED)
		facts |= FACT_GLUED;
	if (census->numbers)
		facts |= FACT_NUMBER;
	if (census->gaps & GAP_QUOTE)
		facts |= FACT_QUOTE;
	if (census->gaps & GAP_BAR)
		facts |= FACT_BAR;
	return facts;
}

static uint32_t shape_facts(const struct census *census,
			    const struct tokens *words, unsigned first_gap)
{
	const unsigned last_gap = words->word[words->count].gap;
	uint32_t facts = 0;

	if (!(last_gap & GAP_STOP))
		facts |= FACT_OPEN;
	if (last_gap & GAP_COLON)
		facts |= FACT_COLON;
	if (last_gap & GAP_QUERY)
		facts |= FACT_QUERY;
	if (first_gap & (GAP_BULLET | GAP_DASH))
		facts |= FACT_BULLET;
	if (first_gap & GAP_OPEN && last_gap & GAP_CLOSE)
		facts |= FACT_BRACKET;
	if (census->letters && census->caps == census->letters)
		facts |= FACT_CAPS;
	if (census->long_words &&
	    census->long_capitals * 4 >= census->long_words * 3)
		facts |= FACT_TITLE;
	if (census->small * 4 >= census->letters && census->small)
		facts |= FACT_COMMON;
	if (census->numbers * 3 >= census->words && census->words > 2)
		facts |= FACT_TABLE;
	if (census->words <= 8)
		facts |= FACT_SHORT;
	if (census->words > 40)
		facts |= FACT_LONG;
	if (is_name(census))
		facts |= FACT_NAME;
	return facts;
}

/* "More:Another headline": a page's label and link, run together. */
static bool has_tight_colon(const struct tokens *words)
{
	for (size_t i = 1; i < words->count; i++) {
		const struct token *word = &words->word[i];

		if (word->gap == GAP_COLON && word->flags & TOKEN_CAPITAL &&
		    !(word[-1].flags & TOKEN_NUMBER))
			return true;
	}
	return false;
}

static size_t first_sentence(const struct tokens *words)
{
	size_t i = 1;

	while (i < words->count && !tokens_end_sentence(words, i))
		i++;
	return i;
}

static uint32_t find_facts(const struct article *article, struct line *line)
{
	struct census census;
	uint32_t facts;

	take_census(&census, &line->words);
	facts = flag_facts(&census);
	facts |= shape_facts(&census, &line->words, line->words.word[0].gap);
	if (has_tight_colon(&line->words))
		facts |= FACT_TIGHT;
	if (speaks_to_reader(article, &line->words))
		facts |= FACT_YOU;
	return facts;
}

/* Hits. */

static bool may_match(const struct strip_rule *rule, const struct line *line)
{
	const uint32_t need = rule->need & ~(uint32_t)FACTS_LATE;

	return line->words.count >= rule->min_words &&
	       line->words.count <= rule->max_words &&
	       (line->facts & need) == need && !(line->facts & rule->forbid);
}

static void add_hit(struct article *article, struct line *line, uint32_t rule,
		    size_t first, size_t end)
{
	struct arena *arena = article->pass->arena;

	/* Room doubles at each power of two. */
	if (!(line->hit_count & (line->hit_count - 1)) &&
	    line->hit_count != 1) {
		const size_t room = line->hit_count ? line->hit_count * 2 : 2;
		struct hit *hits = arena_alloc(arena, room * sizeof(*hits));

		if (!hits) {
			article->pass->failed = true;
			return;
		}
		if (line->hit_count)
			memcpy(hits, line->hits,
			       line->hit_count * sizeof(*hits));
		line->hits = hits;
	}
	line->hits[line->hit_count++] =
		(struct hit){ rule, (uint32_t)first, (uint32_t)end };
}

static bool begins_sentence(const struct tokens *words, size_t at)
{
	return !at || words->word[at].gap & (GAP_STOP | GAP_OPEN);
}

static void try_anywhere(struct article *article, struct line *line,
			 struct match *match, uint32_t index)
{
	const struct strip_rule *rule = &article->rules->rules[index];
	const bool whole_words = rule->how == HOW_BACK;

	for (size_t at = 0; at < line->words.count && match->budget;) {
		size_t end = NO_MATCH;

		if (!strip_rule_begins(rule, line->words.word[at].hash)) {
			at++;
			continue;
		}
		if (!whole_words || begins_sentence(&line->words, at))
			end = pattern_match(match, rule->pattern, at);
		if (end == NO_MATCH) {
			at++;
			continue;
		}
		add_hit(article, line, index, at, end);
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
		add_hit(article, line, index, 0, line->words.count);
}

static void try_rule(struct article *article, struct line *line, uint32_t index)
{
	const struct strip_rule *rule = &article->rules->rules[index];
	struct match match = {
		.table = &article->rules->patterns,
		.words = &line->words,
		.text = article->pass->text,
		.budget = 4000 + 400 * line->words.count,
		.to_end = rule->how == HOW_LINE || rule->how == HOW_SUFFIX,
	};
	size_t end;

	if (!may_match(rule, line))
		return;
	switch (rule->how) {
	case HOW_SHAPE:
		return;
	case HOW_REGEX:
		try_regex(article, line, index);
		return;
	case HOW_LINE:
	case HOW_PREFIX:
	case HOW_FRONT:
		if (line->words.count &&
		    !strip_rule_begins(rule, line->words.word[0].hash))
			return;
		end = pattern_match(&match, rule->pattern, 0);
		if (end != NO_MATCH)
			add_hit(article, line, index, 0, end);
		return;
	default:
		try_anywhere(article, line, &match, index);
	}
}

/* Try the rules that word `hash` leads to in an index. */
static void try_word(struct article *article, size_t line,
		     const struct strip_index *index, uint32_t hash)
{
	size_t first, end;

	strip_index_at(index, hash, &first, &end);
	for (; first < end; first++) {
		const uint32_t rule = index->anchors[first].rule;

		if (article->stamps[rule] == article->looks)
			continue;
		article->stamps[rule] = article->looks;
		try_rule(article, &article->lines[line], rule);
	}
}

static void try_token(struct article *article, size_t index, size_t at)
{
	const struct strip_index *words = &article->rules->words;
	const struct token *word = &article->lines[index].words.word[at];
	const unsigned address =
		word->flags & (TOKEN_URL | TOKEN_MAIL | TOKEN_HANDLE);
	const uint32_t hashes[] = {
		word->hash,
		token_pair_hash(at ? word[-1].hash : 0, word->hash),
		word->flags & TOKEN_CAPS ? token_caps_hash(word->hash) : 0,
		address ? token_flag_hash(address) : 0,
	};

	for (size_t i = 0; i < sizeof(hashes) / sizeof(*hashes); i++)
		if (hashes[i] && token_set_has(&words->all_set, hashes[i]))
			try_word(article, index, words, hashes[i]);
}

static void find_hits(struct article *article, size_t index)
{
	const struct strip_rules *rules = article->rules;
	struct line *line = &article->lines[index];
	const struct token *word;
	for (size_t i = 0; i < rules->always_count; i++)
		try_rule(article, line, rules->always[i]);
	word = line->words.word;
	if (line->words.count) {
		try_word(article, index, &rules->fronts, word[0].hash);
		try_word(article, index, &rules->fronts,
			 token_pair_hash(word[0].hash, word[1].hash));
	}
	for (size_t i = 0; i < line->words.count; i++)
		try_token(article, index, i);
}

static bool is_dateline_hit(const struct article *article,
			    const struct hit *hit)
{
	const struct strip_rule *rule = &article->rules->rules[hit->rule];

	return rule->rule == RULE_BOILERPLATE_DATELINE ||
	       rule->rule == RULE_BOILERPLATE_DATELINE_PLACE;
}

bool lines_know(struct article *article, size_t index)
{
	struct line *line = &article->lines[index];

	if (line->known)
		return !article->pass->failed;
	line->known = true;
	article->looks++;
	if (!tokens_split(&line->words, article->pass->arena,
			  article->pass->text, line->at, line->end)) {
		article->pass->failed = true;
		line->words.count = 0;
		return false;
	}
	line->facts = find_facts(article, line);
	line->sentence = first_sentence(&line->words);
	find_hits(article, index);
	for (size_t i = 0; i < line->hit_count; i++)
		line->dateline |= is_dateline_hit(article, &line->hits[i]);
	return !article->pass->failed;
}

bool lines_know_edge(struct article *article, size_t index, unsigned edges)
{
	struct line *line = &article->lines[index];

	if (line->known || !(edges & ~(unsigned)line->edges))
		return !article->pass->failed;
	line->edges |= (uint8_t)edges;
	return !has_anchor(article->rules, article->pass->text, line->at,
			   line->end, line->edges) ||
	       lines_know(article, index);
}

static size_t count_lines(const char *text, size_t len)
{
	size_t next = 0, at, end, count = 0;

	while (next_line(text, len, &next, &at, &end))
		count++;
	return count;
}

static bool allocate(struct article *article)
{
	struct arena *arena = article->pass->arena;
	const size_t rules = article->rules->rule_count;

	article->count = count_lines(article->pass->text, article->pass->len);
	article->lines =
		arena_alloc(arena, (article->count + 1) * sizeof(struct line));
	article->stamps = arena_alloc(arena, (rules + 1) * sizeof(uint32_t));
	if (!article->lines || !article->stamps) {
		article->pass->failed = true;
		return false;
	}
	memset(article->lines, 0, (article->count + 1) * sizeof(struct line));
	memset(article->stamps, 0, (rules + 1) * sizeof(uint32_t));
	return true;
}

bool lines_read(struct article *article)
{
	const char *text = article->pass->text;
	const size_t len = article->pass->len;
	size_t next = 0, at, end;

	if (!allocate(article))
		return false;
	for (size_t i = 0; next_line(text, len, &next, &at, &end); i++) {
		struct line *line = &article->lines[i];

		line->at = (uint32_t)at;
		line->end = (uint32_t)end;
		line->edges = (uint8_t)strip_edges(i, article->count - 1 - i);
		if ((article->rules->regex_count ||
		     is_suspect(article->rules, text, at, end, line->edges)) &&
		    !lines_know(article, i))
			return false;
	}
	return true;
}
