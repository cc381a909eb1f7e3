/* Furniture inside lines that stay. */
#include "stages/boilerplate/spans.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "stages/boilerplate/headline.h"
#include "stages/boilerplate/classify.h"
#include "stages/boilerplate/lines.h"
#include "stages/stage.h"

#define MOST_BRACKET 1500 /* bytes of a credit in brackets */
#define MOST_GLUED 160	  /* words of a glued run of headlines */
#define MOST_NAME 6	  /* words of a name */
#define LEAST_NAME 3	  /* bytes of its last word */

struct seam {
	const struct article *article;
	const struct line *line;
	const struct strip_rule *rule;
	size_t first, end; /* words */
	size_t at, stop;   /* bytes */
};

static bool is_sentence_mark(const char *text, size_t at)
{
	return text[at] == '.' || text[at] == '!' || text[at] == '?';
}

/* Behind closing marks and quotation marks that belong to what goes. */
static size_t skip_closing(const char *text, size_t at, size_t end)
{
	while (at < end) {
		if (memchr(")].!?:,*", text[at], 8))
			at++;
		else if (end - at >= 3 && !memcmp(text + at, "\xE2\x80\x9D", 3))
			at += 3;
		else if (text[at] == '"' && is_sentence_mark(text, at - 1))
			at++;
		else
			break;
	}
	return at;
}

static bool skip_dash(const char *text, size_t *at, size_t end)
{
	if (*at < end &&
	    (text[*at] == '-' || text[*at] == '_' || text[*at] == ':' ||
	     text[*at] == '/' || text[*at] == '|')) {
		(*at)++;
		return true;
	}
	if (end - *at >= 3 && !memcmp(text + *at, "\xE2\x80", 2) &&
	    (unsigned char)text[*at + 2] >= 0x92 &&
	    (unsigned char)text[*at + 2] <= 0x95) {
		*at += 3;
		return true;
	}
	return false;
}

/* A dateline goes with its bracket, its dash and the spaces behind. */
static bool front_seam(struct seam *seam)
{
	const char *text = seam->article->pass->text;
	const size_t end = seam->line->end;
	const struct token *word = seam->line->words.word;
	bool dash = false;
	size_t at = word[seam->end - 1].end;

	while (at < end &&
	       (text[at] == ')' || text[at] == ']' || text[at] == '.'))
		at++;
	while (at < end) {
		if (text[at] == ' ')
			at++;
		else if (end - at >= 2 && !memcmp(text + at, "\xC2\xA0", 2))
			at += 2;
		else if (skip_dash(text, &at, end))
			dash = true;
		else
			break;
	}
	seam->at = seam->line->at;
	seam->stop = at;
	/* "ISIS -- through its media arm -- claimed": no place */
	if (seam->rule->rule == RULE_BOILERPLATE_DATELINE_PLACE && at < end &&
	    ascii_is_lower((unsigned char)text[at]))
		return false;
	return dash || !(seam->rule->need & FEATURE_DASH);
}

static bool sentence_end(struct seam *seam)
{
	const struct tokens *words = &seam->line->words;
	const char *text = seam->article->pass->text;
	size_t i = seam->end;

	while (i < words->count && !(words->word[i].gap & GAP_STOP))
		i++;
	seam->stop = words->word[i - 1].end;
	while (seam->stop < words->word[i].at &&
	       !is_sentence_mark(text, seam->stop))
		seam->stop++;
	seam->stop = skip_closing(text, seam->stop, seam->line->end);
	return true;
}

static bool headline_seam(struct seam *seam)
{
	const struct tokens *words = &seam->line->words;
	const size_t end =
		headline_end(&seam->article->rules->patterns, words, seam->end);

	if (end == NO_MATCH)
		return false;
	seam->stop = skip_closing(seam->article->pass->text,
				  words->word[end - 1].end, seam->line->end);
	return true;
}

/* From the bracket before the match to the one that closes it. */
static bool bracket_seam(struct seam *seam)
{
	const char *text = seam->article->pass->text;
	const size_t end = seam->line->end;
	size_t at = seam->at;
	int depth = 0;

	if (text[at] != '(' && text[at] != '[')
		return false;
	for (; at < end && at < seam->at + MOST_BRACKET; at++) {
		depth += text[at] == '(' || text[at] == '[';
		depth -= text[at] == ')' || text[at] == ']';
		if (!depth)
			break;
	}
	if (depth)
		return false;
	seam->stop = at + 1;
	return true;
}

/*
 * "Sen. John Doe John Quincy DoeHeadline of one story Headline of another
 * MORE": from the full name, whose last part is glued to the first headline, to
 * MORE. The name begins behind the name that the reporter wrote, which ends
 * alike.
 */

/* "DoeHeadline", "Doe2020": where the name ends in a token; 0: nowhere. */
static size_t glue_in(const char *text, const struct token *word)
{
	/* "McConnell" is no "Mc" with something glued to it */
	for (size_t at = word->at + LEAST_NAME; at < word->end; at++) {
		const unsigned char c = (unsigned char)text[at];

		if (ascii_is_lower((unsigned char)text[at - 1]) &&
		    (ascii_is_upper(c) || ascii_is_digit(c)))
			return at;
	}
	return 0;
}

/* The end of a name to which what follows may be glued; 0 for none. */
static size_t glue_end(const char *text, const struct token *word)
{
	const unsigned next = word[1].gap;
	const size_t at = glue_in(text, word);

	if (!(word->flags & TOKEN_CAPITAL))
		return 0;
	/* "Doe'Headline with a quotation' goes on" */
	if (!at && next & (GAP_APOSTROPHE | GAP_QUOTE) && !(next & GAP_SPACE) &&
	    word[1].flags & TOKEN_CAPITAL && word->end - word->at >= LEAST_NAME)
		return word->end;
	return at;
}

/* Whether a token ends in the name, or has another name glued to it. */
static bool is_same_name(const char *text, const struct token *word,
			 const struct token *glued, size_t len)
{
	return word->end - word->at >= len &&
	       !memcmp(text + word->at, text + glued->at, len) &&
	       (word->end - word->at == len ||
		ascii_is_upper((unsigned char)text[word->at + len]));
}

/* Behind the reporter's name, if it stands before token `glued`; or 0. */
static size_t name_before(const char *text, const struct token *word,
			  size_t glued)
{
	const size_t len = glue_end(text, &word[glued]) - word[glued].at;

	for (size_t i = glued; i && glued - i < MOST_NAME; i--) {
		const struct token *before = &word[i - 1];

		if (!(before->flags & TOKEN_CAPITAL))
			return 0;
		if (is_same_name(text, before, &word[glued], len))
			return before->end - before->at == len
				       ? word[i].at
				       : before->at + len;
	}
	return 0;
}

static bool glued_seam(struct seam *seam)
{
	const struct token *word = seam->line->words.word;
	const char *text = seam->article->pass->text;
	size_t i = seam->first;

	while (i && seam->first - i < MOST_GLUED) {
		size_t at;

		i--;
		if (!glue_end(text, &word[i]))
			continue;
		at = name_before(text, word, i);
		if (at) {
			seam->at = at;
			return true;
		}
	}
	return false;
}

/* Back over brackets, bullets and dashes that introduce what goes. */
static void widen_front(struct seam *seam)
{
	const char *text = seam->article->pass->text;
	const size_t floor =
		seam->first ? seam->line->words.word[seam->first - 1].end
			    : seam->line->at;

	while (seam->at > floor &&
	       (text[seam->at - 1] == '(' || text[seam->at - 1] == '['))
		seam->at--;
	if (seam->at > floor + 2 && text[seam->at - 1] == ' ' &&
	    (text[seam->at - 2] == '-' || text[seam->at - 2] == '*'))
		seam->at -= 2;
}

static bool find_seam(struct seam *seam)
{
	const struct token *word = seam->line->words.word;
	const char *text = seam->article->pass->text;

	if (seam->rule->how == HOW_FRONT)
		return front_seam(seam);
	seam->at = word[seam->first].at;
	seam->stop =
		skip_closing(text, word[seam->end - 1].end, seam->line->end);
	widen_front(seam);
	switch (seam->rule->until) {
	case UNTIL_SENTENCE:
		return sentence_end(seam);
	case UNTIL_HEADLINE:
		return headline_seam(seam);
	case UNTIL_BRACKET:
		return bracket_seam(seam);
	case UNTIL_GLUED:
		return glued_seam(seam);
	default:
		if (seam->rule->how == HOW_BACK)
			seam->stop = seam->line->end;
		return true;
	}
}

/* Take the space with it that would be left doubled, or at the line's edge. */
static void close_up(struct seam *seam)
{
	const char *text = seam->article->pass->text;

	while (seam->stop < seam->line->end && text[seam->stop] == ' ' &&
	       (seam->at == seam->line->at || text[seam->at - 1] == ' '))
		seam->stop++;
	if (seam->stop == seam->line->end ||
	    memchr(",.;:!?)", text[seam->stop], 7))
		while (seam->at > seam->line->at && text[seam->at - 1] == ' ')
			seam->at--;
}

static int by_place(const void *left, const void *right)
{
	const struct strip_span *a = left, *b = right;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return a->end > b->end ? -1 : a->end < b->end;
}

static size_t drop_overlaps(struct strip_span *spans, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (!kept || spans[i].at >= spans[kept - 1].end)
			spans[kept++] = spans[i];
	return kept;
}

/*
 * Sentences at the end of a paragraph that would be furniture as lines of their
 * own: "... she said. Sign up for our newsletter to get more."
 */

#define MOST_SENTENCES 6
#define LEAST_WORDS 4 /* shorter sentences are told by lines only */

/*
 * Which classes may go as a sentence. Words behind the last full stop that are
 * no sentence are more likely furniture: "... she said. Advertisement".
 */
static bool may_go(const struct line *sentence, uint16_t class)
{
	switch (class) {
	case RULE_BOILERPLATE_SHARE:
		/* the name of a site alone may be a sentence's last word */
		return sentence->words.count >= 2 &&
		       (sentence->features & FEATURE_OPEN ||
			sentence->words.count >= LEAST_WORDS);
	case RULE_BOILERPLATE_NEWSLETTER:
	case RULE_BOILERPLATE_COPYRIGHT:
	case RULE_BOILERPLATE_CREDIT:
	case RULE_BOILERPLATE_RELATED:
	case RULE_BOILERPLATE_CORRECTION:
	case RULE_BOILERPLATE_EMBED:
		return sentence->features & FEATURE_OPEN ||
		       sentence->words.count >= LEAST_WORDS;
	case RULE_BOILERPLATE_AD:
	case RULE_BOILERPLATE_PLAYER:
	case RULE_BOILERPLATE_TIMESTAMP:
	case RULE_BOILERPLATE_OTHER:
		return sentence->features & FEATURE_OPEN;
	default:
		return false;
	}
}

/* The first word of the sentence whose last word is before `end`. */
static size_t sentence_front(const struct tokens *words, size_t end)
{
	size_t i = end - 1;

	while (i && !tokens_end_sentence(words, i))
		i--;
	return i;
}

/* The class of words [first, end) as a line of their own; 0 for none. */
static uint16_t sentence_class(struct article *article, const struct line *line,
			       size_t first, size_t end, const size_t *around)
{
	struct line *spare = &article->lines[article->count];
	const struct token *word = line->words.word;
	uint16_t class;

	memset(spare, 0, sizeof(*spare));
	spare->at = word[first].at;
	spare->end =
		end == line->words.count ? line->end : word[end - 1].end + 1;
	if (!lines_know(article, article->count) ||
	    spare->features & FEATURE_QUOTE)
		return 0;
	class = classify_alone(article, article->count, around[0] + 1,
			       around[1]);
	return may_go(spare, class) ? class : 0;
}

static size_t add_sentences(struct article *article, const struct line *line,
			    const size_t *around, struct strip_span *spans)
{
	const struct token *word = line->words.word;
	size_t end = line->words.count, count = 0, stop = line->end;

	while (end && count < MOST_SENTENCES) {
		const size_t first = sentence_front(&line->words, end);
		uint16_t class;

		if (!first)
			break;
		class = sentence_class(article, line, first, end, around);
		if (!class || !pass_selects(article->pass, class))
			break;
		spans[count++] = (struct strip_span){
			(uint32_t)skip_closing(article->pass->text,
					       word[first - 1].end, line->end),
			(uint32_t)stop,
			class,
			false,
		};
		stop = spans[count - 1].at;
		end = first;
	}
	return count;
}

static bool applies(const struct article *article, const struct line *line,
		    const struct strip_rule *rule, size_t before, size_t behind)
{
	return rule->how >= HOW_FRONT &&
	       pass_selects(article->pass, rule->rule) &&
	       (line->features & rule->need & ~(uint32_t)FEATURE_DASH) ==
		       (rule->need & ~(uint32_t)FEATURE_DASH) &&
	       classify_place(rule->where, before, behind);
}

size_t spans_find(struct article *article, size_t index, size_t before,
		  size_t behind, struct strip_span **spans)
{
	struct line *line = &article->lines[index];
	size_t count = 0;

	if (!line->match_count &&
	    !(line->known && line->features & FEATURE_OPEN))
		return 0;
	*spans = arena_alloc(article->pass->arena,
			     (line->match_count + MOST_SENTENCES) *
				     sizeof(**spans));
	if (!*spans) {
		article->pass->failed = true;
		return 0;
	}
	for (size_t i = 0; i < line->match_count; i++) {
		const struct rule_match *hit = &line->matches[i];
		struct seam seam = {
			.article = article,
			.line = line,
			.rule = &article->rules->rules[hit->rule],
			.first = hit->first,
			.end = hit->end,
		};

		if (!applies(article, line, seam.rule, before, behind) ||
		    !find_seam(&seam))
			continue;
		close_up(&seam);
		if (seam.at == line->at && seam.stop == line->end) {
			line->mark = seam.rule->rule;
			return 0;
		}
		(*spans)[count++] = (struct strip_span){
			(uint32_t)seam.at,
			(uint32_t)seam.stop,
			seam.rule->rule,
			/* A teaser's own line was joined to those around it. */
			seam.rule->until == UNTIL_HEADLINE &&
				seam.at > line->at && seam.stop < line->end,
		};
	}
	count +=
		add_sentences(article, line, (const size_t[]){ before, behind },
			      *spans + count);
	qsort(*spans, count, sizeof(**spans), by_place);
	return drop_overlaps(*spans, count);
}
