/* The quick look. */
#include "stages/boilerplate/look.h"

#include "base/ascii.h"
#include "stages/boilerplate/index.h"

struct look {
	const struct strip_rules *rules;
	const char *text;
	size_t at, end;	   /* the line */
	unsigned edges;	   /* enum strip_edge: those at which it stands */
	uint32_t first[2]; /* the hashes of its first words */
	bool marks_known;
	unsigned marks; /* enum gap: those of mark_bytes that it holds */
	size_t words;	/* so far */
	size_t most;	/* words that a rule allows whose anchor was met */
	bool address;	/* several words may be one token */
};

/* Where the words are that are being looked at. */
struct place {
	size_t last_at, last_end; /* the word before */
	size_t at, end;
};

/* Marks whose absence is quickly told. */
static const struct {
	char byte;
	unsigned mark;
} mark_bytes[] = {
	{ ':', GAP_COLON },  { '|', GAP_BAR },	 { '/', GAP_SLASH },
	{ '\\', GAP_SLASH }, { '(', GAP_OPEN },	 { '[', GAP_OPEN },
	{ '{', GAP_OPEN },   { ')', GAP_CLOSE }, { ']', GAP_CLOSE },
	{ '}', GAP_CLOSE },
};

#define MARKS_TOLD (GAP_COLON | GAP_BAR | GAP_SLASH | GAP_OPEN | GAP_CLOSE)

static unsigned find_marks(struct look *look)
{
	const size_t len = look->end - look->at;

	if (look->marks_known)
		return look->marks;
	for (size_t i = 0; i < sizeof(mark_bytes) / sizeof(*mark_bytes); i++)
		if (!(look->marks & mark_bytes[i].mark) &&
		    memchr(look->text + look->at, mark_bytes[i].byte, len))
			look->marks |= mark_bytes[i].mark;
	look->marks_known = true;
	return look->marks;
}

/* A line as long holds more words than a rule for so few allows. */
static bool is_too_long(const struct look *look, size_t max_words)
{
	const size_t len = look->end - look->at;

	return max_words <= SHORT_LINE_WORDS &&
	       (len > SHORT_LINE_BYTES || len > (max_words + 1) * 16);
}

static bool first_word_fits(const struct look *look,
			    const struct strip_rule *rule)
{
	const char *text = look->text;
	size_t at = look->at;

	if (!strip_rule_begins(rule, look->first[0]))
		return false;
	if (rule->first_word != TOKEN_CAPS)
		return true;
	/* "(AP)", "LONDON": no small letter follows the first letter */
	while (at < look->end && !ascii_is_alnum((unsigned char)text[at]))
		at++;
	return at + 1 >= look->end ||
	       !ascii_is_lower((unsigned char)text[at + 1]);
}

/* What a rule needs can be seen by single bytes. */
static bool lacks_bytes(struct look *look, const struct strip_rule *rule)
{
	const char first = look->text[look->at];
	const unsigned marks = rule->marks & MARKS_TOLD;

	if (rule->need & FACT_BRACKET && first != '(' && first != '[' &&
	    first != '{')
		return true;
	if (rule->need & (FACT_MAIL | FACT_HANDLE) &&
	    !memchr(look->text + look->at, '@', look->end - look->at))
		return true;
	return marks && (find_marks(look) & marks) != marks;
}

static bool may_match(struct look *look, const struct strip_rule *rule)
{
	if (rule->need & FACT_OPEN ||
	    (rule->edges && !(rule->edges & look->edges)) ||
	    is_too_long(look, rule->max_words))
		return false;
	if ((rule->how == HOW_LINE || rule->how == HOW_PREFIX ||
	     rule->how == HOW_FRONT) &&
	    !first_word_fits(look, rule))
		return false;
	return !lacks_bytes(look, rule);
}

/* A rule's anchor was met: it may match if the line is not too long for it. */
static void meet(struct look *look, const struct strip_rule *rule)
{
	if (rule->max_words > look->most && may_match(look, rule))
		look->most = rule->max_words;
}

static bool is_caps(const char *text, size_t at, size_t end)
{
	while (at < end && !ascii_is_lower((unsigned char)text[at]))
		at++;
	return at == end;
}

static bool is_word_at(const struct look *look, size_t at)
{
	return at >= look->at && at < look->end &&
	       ascii_is_alnum((unsigned char)look->text[at]);
}

/* "http://", "www.name", ".com", but not "Gov. Doe" */
static bool is_in_address(const struct look *look, const struct place *place)
{
	const char *text = look->text;
	const size_t at = place->at, end = place->end;

	if (at > look->at && text[at - 1] == '.')
		return is_word_at(look, at - 2);
	return end + 1 < look->end &&
	       ((text[end] == ':' && text[end + 1] == '/') ||
		(text[end] == '.' && is_word_at(look, end + 1)));
}

static bool is_met(struct look *look, const struct anchor *anchor,
		   const struct place *place)
{
	uint32_t next[2];

	switch (anchor->kind) {
	case ANCHOR_CAPS:
		return is_caps(look->text, place->at, place->end);
	case ANCHOR_AFTER:
		return place->last_end &&
		       word_hash(look->text, place->last_at, place->last_end) ==
			       anchor->other;
	case ANCHOR_BEFORE:
		tokens_first(look->text, place->end, look->end, next);
		return next[0] == anchor->other;
	case ANCHOR_PART:
		look->address |= is_in_address(look, place);
		return is_in_address(look, place);
	default:
		return true;
	}
}

/* The rules to which a word leads, or what stands for one. */
static void follow(struct look *look, uint32_t hash, const struct place *place)
{
	const struct strip_index *index = &look->rules->words;
	uint32_t i = index_first(index, hash);

	while (i != STRIP_CHAIN_END) {
		const struct strip_anchor *found = &index->anchors[i];

		if (found->anchor.word == hash &&
		    is_met(look, &found->anchor, place))
			meet(look, &look->rules->rules[found->rule]);
		i = found->next;
	}
}

/* Handles, e-mail addresses and the copyright sign, which are no words. */
static void see_signs(struct look *look, bool signs)
{
	const struct place nowhere = { 0, 0, 0, 0 };

	if (memchr(look->text + look->at, '@', look->end - look->at)) {
		look->address = true;
		follow(look, token_flag_hash(TOKEN_HANDLE), &nowhere);
		follow(look, token_flag_hash(TOKEN_MAIL), &nowhere);
	}
	if (signs && token_sign_in(look->text, look->at, look->end))
		follow(look, token_sign_hash(), &nowhere);
}

/* The first words, mostly from the first block alone. */
static void find_first(struct look *look, struct words words)
{
	size_t at, end;

	if (!(words.ends & (words.ends - 1)) || words.signs) {
		tokens_first(look->text, look->at, look->end, look->first);
		return;
	}
	words_take(&words, &at, &end);
	look->first[0] = word_hash(look->text, at, end);
	words_take(&words, &at, &end);
	look->first[1] = word_hash(look->text, at, end);
}

/* The rules that begin with the line's first words, or with any. */
static void see_front(struct look *look)
{
	const struct strip_rules *rules = look->rules;
	const struct strip_index *fronts = &rules->fronts;
	uint32_t i;

	i = index_first(fronts, look->first[0]);
	while (i != STRIP_CHAIN_END) {
		const struct strip_anchor *found = &fronts->anchors[i];
		const struct anchor *anchor = &found->anchor;

		if (anchor->word == look->first[0] &&
		    (anchor->kind == ANCHOR_WORD ||
		     anchor->other == look->first[1]))
			meet(look, &rules->rules[found->rule]);
		i = found->next;
	}
	for (size_t k = 0; k < rules->closed_count; k++)
		meet(look, &rules->rules[rules->closed[k]]);
}

/* The words of a block; `words` is a copy, so that it can be in registers. */
static void see_words(struct look *look, struct words words, struct place *last)
{
	const struct strip_filter *filter = &look->rules->words.closed;
	const char *text = look->text;
	struct place place = *last;
	size_t count = 0;

	do {
		uint32_t hash;

		words_take(&words, &place.at, &place.end);
		hash = word_front_hash(text, place.at, place.end);
		if (filter_passes(filter, hash))
			follow(look,
			       word_hash_on(hash, text, place.at, place.end),
			       &place);
		place.last_at = place.at;
		place.last_end = place.end;
		count++;
	} while (words.ends);
	*last = place;
	look->words += count;
}

bool look_finds(const struct strip_rules *rules, const char *text, size_t at,
		size_t end, unsigned edges)
{
	struct look look = {
		.rules = rules,
		.text = text,
		.at = at,
		.end = end,
		.edges = edges,
	};
	struct place place = { 0, 0, 0, 0 };
	struct words words;

	words_init(&words, text, at, end);
	if (!words_turn(&words))
		return false;
	find_first(&look, words);
	see_front(&look);
	do {
		see_words(&look, words, &place);
		words_drop(&words);
	} while (words_turn(&words));
	see_signs(&look, words.signs);
	return look.most && (look.words <= look.most || look.address);
}
