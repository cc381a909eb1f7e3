/* Whether a rule that a line met may match it. */
#include "stages/boilerplate/candidate.h"

#include "base/ascii.h"

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

/* Flags that no word has which begins with a small letter, handles aside. */
#define TOKENS_BIG (TOKENS_NAME | TOKEN_CAPS)

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

static bool has_dash(struct candidate *line)
{
	if (!line->dash_known)
		line->dash = tokens_have_dash(line->text, line->at, line->end);
	line->dash_known = true;
	return line->dash;
}

/*
 * A line as long holds more words than a rule for so few allows. Lines that are
 * not short meet no such rule, nor do sentences meet those for words that are
 * none: see rule_index.c.
 */
static bool is_too_long(size_t len, size_t max_words)
{
	return candidate_is_short(len) &&
	       len > (max_words + 1) * CANDIDATE_WORD;
}

static size_t first_word_at(const struct candidate *line)
{
	size_t at = line->at;

	while (at < line->end && !ascii_is_alnum((unsigned char)line->text[at]))
		at++;
	return at;
}

/* Whether the second word is known to begin small: it is nobody's name. */
static bool second_word_is_small(const struct candidate *line)
{
	const char *text = line->text;
	size_t at = first_word_at(line);

	while (at < line->end && ascii_is_alnum((unsigned char)text[at]))
		at++;
	/* beyond ASCII words go on, and a handle is one whatever its letters */
	while (at < line->end && text[at] != '@' &&
	       (unsigned char)text[at] < 0x80 &&
	       !ascii_is_alnum((unsigned char)text[at]))
		at++;
	return at < line->end && ascii_is_lower((unsigned char)text[at]);
}

static bool first_words_fit(const struct candidate *line,
			    const struct strip_rule *rule)
{
	if (!strip_rule_begins(rule, line->first[0]))
		return false;
	/* "(AP)", "LONDON": no small letter follows the first letter */
	if (rule->first_word == TOKEN_CAPS) {
		const size_t at = first_word_at(line) + 1;

		if (at < line->end &&
		    ascii_is_lower((unsigned char)line->text[at]))
			return false;
	}
	return !rule->second_word || rule->second_word & ~TOKENS_BIG ||
	       !second_word_is_small(line);
}

/* What a rule needs can be seen by single bytes. */
static bool lacks_bytes(struct candidate *line, const struct rule_gate *rule)
{
	const char first = line->text[line->at];
	const unsigned marks = rule->marks & MARKS_TOLD;

	if (rule->need & FEATURE_BRACKET && first != '(' && first != '[' &&
	    first != '{')
		return true;
	if (rule->need & (FEATURE_MAIL | FEATURE_HANDLE) &&
	    !literal_scan_has(line->scan, '@'))
		return true;
	if (rule->need & FEATURE_NAME && second_word_is_small(line))
		return true;
	if (marks && (find_marks(line) & marks) != marks)
		return true;
	return rule->marks & GAP_DASH && !has_dash(line);
}

static bool may_match(struct candidate *line, const struct strip_rule *rule)
{
	const struct rule_gate *gate =
		&line->rules->gates[rule - line->rules->rules];

	if (is_too_long(line->end - line->at, gate->max_words))
		return false;
	if ((gate->how == HOW_LINE || gate->how == HOW_PREFIX ||
	     gate->how == HOW_FRONT) &&
	    (!rule_gate_begins(gate, line->first[0]) ||
	     !first_words_fit(line, rule)))
		return false;
	if (lacks_bytes(line, gate))
		return false;
	rule_gate_bring(gate, &line->rules->patterns);
	return true;
}

/* All words of the line, which few lines need. */
static const struct text_bits *find_bits(struct candidate *line)
{
	if (line->bits_known)
		return line->bits;
	if (!literal_scan_bits(line->scan, line->bits))
		text_bits_read(line->bits, line->text, line->at, line->end);
	if (line->scan->signs)
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
	return line->scan->count <= rule->max_words &&
	       pattern_may_match(&line->rules->patterns, rule->pattern,
				 find_bits(line));
}

bool candidate_may_match(struct candidate *line)
{
	if (line->fit_count > CANDIDATE_FIT)
		return true;
	for (size_t i = 0; i < line->fit_count; i++)
		if (may_match_words(line, line->fit[i]))
			return true;
	return false;
}
