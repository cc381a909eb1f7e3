/* The prefilter. */
#include "stages/boilerplate/prefilter.h"

#include "base/ascii.h"
#include "pattern/glance.h"
#include "pattern/literal_scan.h"

/* Rules that are judged by all words of a line; lines that meet more are few.
 */
#define FIT_MOST 24

struct candidate {
	const struct strip_rules *rules;
	const struct sentence_rules *some; /* of these, those for its length */
	const char *text;
	size_t at, end;			 /* the line */
	const struct literal_scan *scan; /* of its words */
	unsigned edges;	   /* enum strip_edge: those at which it is */
	uint32_t first[2]; /* the hashes of its first words */
	bool marks_known;
	bool bits_known;
	bool address;	  /* several words may be one token */
	unsigned marks;	  /* enum gap: those of mark_bytes that it holds */
	size_t fit_count; /* more than FIT_MOST: some */
	const struct strip_rule **fit; /* those met that suit its edges */
	struct met_rules *met;
	struct text_bits *bits; /* of all its words, if they are known */
};

/* The word that is being looked at, and those beside it once they are. */
struct place {
	const struct literal_scan *scan; /* NULL: a sign, or an address */
	size_t at, end;
	bool last_known, next_known;
	uint32_t last, next; /* hashes; 0: there is none */
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

static unsigned find_marks(struct candidate *line)
{
	if (line->marks_known)
		return line->marks;
	for (size_t i = 0; i < sizeof(mark_bytes) / sizeof(*mark_bytes); i++)
		if (literal_scan_has(line->scan, mark_bytes[i].byte))
			line->marks |= mark_bytes[i].mark;
	line->marks_known = true;
	return line->marks;
}

/* Whether rules for SHORT_LINE_WORDS may apply to a line of that length. */
static bool is_short(size_t len)
{
	return len <= SHORT_LINE_BYTES;
}

#define WORD_BYTES 16 /* words that are longer are rare in a row */

/* A line as long holds more words than a rule for so few allows. */
static bool is_too_long(size_t len, size_t max_words)
{
	return max_words <= SHORT_LINE_WORDS &&
	       (!is_short(len) || len > (max_words + 1) * WORD_BYTES);
}

bool prefilter_treats_alike(size_t len, size_t other)
{
	const size_t last = WORD_BYTES - 1;

	return is_short(len)
		       ? is_short(other) && (len + last) / WORD_BYTES ==
						    (other + last) / WORD_BYTES
		       : !is_short(other);
}

static bool first_word_fits(const struct candidate *line,
			    const struct strip_rule *rule)
{
	const char *text = line->text;
	size_t at = line->at;

	if (!strip_rule_begins(rule, line->first[0]))
		return false;
	if (rule->first_word != TOKEN_CAPS)
		return true;
	/* "(AP)", "LONDON": no small letter follows the first letter */
	while (at < line->end && !ascii_is_alnum((unsigned char)text[at]))
		at++;
	return at + 1 >= line->end ||
	       !ascii_is_lower((unsigned char)text[at + 1]);
}

/* What a rule needs can be seen by single bytes. */
static bool lacks_bytes(struct candidate *line, const struct strip_rule *rule)
{
	const char first = line->text[line->at];
	const unsigned marks = rule->marks & MARKS_TOLD;

	if (rule->need & FEATURE_BRACKET && first != '(' && first != '[' &&
	    first != '{')
		return true;
	if (rule->need & (FEATURE_MAIL | FEATURE_HANDLE) &&
	    !literal_scan_has(line->scan, '@'))
		return true;
	return marks && (find_marks(line) & marks) != marks;
}

static bool may_match(struct candidate *line, const struct strip_rule *rule)
{
	if (rule->need & FEATURE_OPEN ||
	    is_too_long(line->end - line->at, rule->max_words))
		return false;
	if ((rule->how == HOW_LINE || rule->how == HOW_PREFIX ||
	     rule->how == HOW_FRONT) &&
	    !first_word_fits(line, rule))
		return false;
	return !lacks_bytes(line, rule);
}

/* Note a rule that was met, but for one that was so just before. */
static void note(struct met_rules *met, uint32_t rule)
{
	if (met->count && met->count <= MET_ROOM &&
	    met->rules[met->count - 1] == rule)
		return;
	if (met->count < MET_ROOM)
		met->rules[met->count] = rule;
	met->count++;
}

/* A rule may match by its words. */
static inline void meet(struct candidate *line, const struct strip_rule *rule)
{
	const size_t last = line->fit_count - 1;

	if (rule->edges && !(rule->edges & line->edges)) {
		line->met->others |= rule->edges;
		return;
	}
	if (line->fit_count && last < FIT_MOST && line->fit[last] == rule)
		return;
	if (line->fit_count < FIT_MOST)
		line->fit[line->fit_count] = rule;
	line->fit_count++;
}

static void meet_literal(struct candidate *line, uint32_t rule)
{
	note(line->met, rule);
	meet(line, &line->rules->rules[rule]);
}

static bool is_caps(const char *text, size_t at, size_t end)
{
	while (at < end && !ascii_is_lower((unsigned char)text[at]))
		at++;
	return at == end;
}

static bool is_word_at(const struct candidate *line, size_t at)
{
	return at >= line->at && at < line->end &&
	       ascii_is_alnum((unsigned char)line->text[at]);
}

/* "http://", "www.name", ".com", but not "Gov. Doe" */
static bool is_in_address(const struct candidate *line,
			  const struct place *place)
{
	const char *text = line->text;
	const size_t at = place->at, end = place->end;

	if (at > line->at && text[at - 1] == '.')
		return is_word_at(line, at - 2);
	return end + 1 < line->end &&
	       ((text[end] == ':' && text[end + 1] == '/') ||
		(text[end] == '.' && is_word_at(line, end + 1)));
}

/* The hashes of the words beside one; 0: there is none. */
static uint32_t find_last(const struct literal_scan *scan)
{
	if (!scan || scan->last_at == LITERAL_NO_WORD)
		return 0;
	return word_hash(scan->text, scan->last_at,
			 word_end(scan->text, scan->last_at, scan->stop));
}

static uint32_t find_next(const struct literal_scan *scan, size_t end)
{
	uint32_t next[2] = { 0, 0 };
	size_t at;

	if (!scan)
		return 0;
	if (!scan->later || scan->signs) {
		tokens_first(scan->text, end, scan->stop, next);
		return next[0];
	}
	at = scan->base + scan_first(scan->later);
	return word_hash(scan->text, at, literal_scan_end(scan, at));
}

static uint32_t last_hash(struct place *place)
{
	if (!place->last_known)
		place->last = find_last(place->scan);
	place->last_known = true;
	return place->last;
}

static uint32_t next_hash(struct place *place)
{
	if (!place->next_known)
		place->next = find_next(place->scan, place->end);
	place->next_known = true;
	return place->next;
}

static bool is_met(const struct candidate *line,
		   const struct indexed_literal *literal, struct place *place)
{
	switch (literal->kind) {
	case LITERAL_CAPS:
		return is_caps(line->text, place->at, place->end);
	case LITERAL_AFTER:
		return last_hash(place) == literal->other;
	case LITERAL_BEFORE:
		return next_hash(place) == literal->other;
	case LITERAL_PART:
		return is_in_address(line, place);
	default:
		return true;
	}
}

static void follow(struct candidate *line, uint32_t hash, struct place *place);

/* The rules for an address. */
static void see_address(struct candidate *line)
{
	struct place nowhere = { .scan = NULL };

	line->address = true;
	follow(line, token_flag_hash(TOKEN_URL), &nowhere);
}

/* The rules to which a word leads, or what is used for one. */
static void follow(struct candidate *line, uint32_t hash, struct place *place)
{
	const struct indexed_literal *end;
	const struct indexed_literal *found =
		literal_index_find(&line->some->words, hash, &end);

	for (; found < end; found++) {
		if (found->word != hash || !is_met(line, found, place))
			continue;
		if (found->kind == LITERAL_PART)
			see_address(line);
		else
			meet_literal(line, found->owner);
	}
}

/* "name.xx/": a period is before the word before a slash. */
static bool has_path(const struct candidate *line)
{
	const char *text = line->text, *slash = text + line->at;
	const char *end = text + line->end;

	while ((slash = memchr(slash, '/', (size_t)(end - slash))) != NULL) {
		size_t at = (size_t)(slash - text);

		while (is_word_at(line, at - 1))
			at--;
		if (text + at < slash && at > line->at && text[at - 1] == '.')
			return true;
		slash++;
	}
	return false;
}

/* What is an address, or the copyright sign, and no word. */
static void see_signs(struct candidate *line, bool signs)
{
	struct place nowhere = { .scan = NULL };

	if (literal_scan_has(line->scan, '@')) {
		line->address = true;
		follow(line, token_flag_hash(TOKEN_HANDLE), &nowhere);
		follow(line, token_flag_hash(TOKEN_MAIL), &nowhere);
	}
	if (literal_scan_has(line->scan, '/') && has_path(line))
		see_address(line);
	if (signs && token_sign_in(line->text, line->at, line->end))
		follow(line, token_sign_hash(), &nowhere);
}

/* The first words, mostly from the first block alone. */
static void find_first(struct candidate *line, const struct literal_scan *scan)
{
	const uint64_t more = scan->begins & (scan->begins - 1);
	size_t at;

	if (!more || scan->signs) {
		tokens_first(line->text, line->at, line->end, line->first);
		return;
	}
	at = scan->base + scan_first(scan->begins);
	line->first[0] = word_hash(line->text, at, literal_scan_end(scan, at));
	at = scan->base + scan_first(more);
	line->first[1] = word_hash(line->text, at, literal_scan_end(scan, at));
}

/* The rules that begin with the line's first words, or with any. */
static void see_front(struct candidate *line)
{
	const struct strip_rule *rules = line->rules->rules;
	const struct sentence_rules *some = line->some;
	const struct indexed_literal *found, *end;

	for (size_t k = 0; k < some->always_count; k++)
		meet(line, &rules[some->always[k]]);
	if (!literal_index_leads(&some->prefixes, 0, line->first[0],
				 line->first[1], true))
		return;
	found = literal_index_find(&some->prefixes, line->first[0], &end);
	for (; found < end; found++)
		if (found->word == line->first[0] &&
		    (found->kind == LITERAL_WORD ||
		     found->other == line->first[1]))
			meet_literal(line, found->owner);
}

/* The rules to which the line's words lead. */
static void see_words(struct candidate *line, struct literal_scan *scan)
{
	const char *text = line->text;

	while (literal_scan_next(scan)) {
		struct place place = {
			.scan = scan,
			.at = scan->at,
			.end = literal_scan_end(scan, scan->at),
		};

		follow(line, word_hash(text, place.at, place.end), &place);
	}
	line->met->words = scan->count;
}

/* All words of the line, which few lines need. */
static const struct text_bits *find_bits(struct candidate *line)
{
	if (line->bits_known)
		return line->bits;
	if (!literal_scan_bits(line->scan, line->bits))
		text_bits_read(line->bits, line->text, line->at, line->end);
	word_bits_add(&line->bits->words, token_sign_hash());
	line->bits->marks = ~MARKS_TOLD | find_marks(line);
	line->bits_known = true;
	return line->bits;
}

/* Whether a rule that was met may match a line of such words. */
static bool may_match_words(struct candidate *line,
			    const struct strip_rule *rule)
{
	if (!may_match(line, rule))
		return false;
	/* an address is one token, whose words say nothing */
	if (line->address)
		return true;
	return line->met->words <= rule->max_words &&
	       pattern_may_match(&line->rules->patterns, rule->pattern,
				 find_bits(line));
}

static bool any_may_match(struct candidate *line)
{
	if (line->fit_count > FIT_MOST)
		return true;
	for (size_t i = 0; i < line->fit_count; i++)
		if (may_match_words(line, line->fit[i]))
			return true;
	return false;
}

bool prefilter_passes(const struct strip_rules *rules, const char *text,
		      size_t at, size_t end, unsigned edges,
		      struct met_rules *met)
{
	const struct strip_rule *fit[FIT_MOST];
	struct text_bits bits;
	struct literal_scan scan;
	struct candidate line = {
		.rules = rules,
		.some = &rules->sentences[is_short(end - at) ? SENTENCE_SHORT
							     : SENTENCE_LONG],
		.text = text,
		.at = at,
		.end = end,
		.edges = edges,
		.scan = &scan,
		.fit = fit,
		.met = met,
		.bits = &bits,
	};

	met->at = at;
	met->end = end;
	met->others = 0;
	met->count = 0;
	met->whole = false;
	literal_scan_init(&scan, &line.some->words, text, at, end);
	find_first(&line, &scan);
	see_front(&line);
	see_words(&line, &scan);
	if (!scan.count)
		return false;
	see_signs(&line, scan.signs);
	met->whole = met->count <= MET_ROOM && !line.address && !scan.signs;
	return any_may_match(&line);
}
