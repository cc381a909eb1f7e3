/* Where a span begins and ends: what goes with the words of a match. */
#include "stages/boilerplate/seam.h"

#include <string.h>

#include "base/bytes.h"
#include "stages/boilerplate/bound.h"
#include "stages/boilerplate/glued.h"
#include "stages/boilerplate/run_on.h"
#include "stages/boilerplate/sentences.h"
#include "stages/boilerplate/story.h"
#include "stages/stage.h"

#define MOST_BRACKET 1500 /* bytes of a credit in brackets */
#define MOST_REST 12	  /* words after the last sentence of a line */

static bool is_sentence_mark(const char *text, size_t at)
{
	return text[at] == '.' || text[at] == '!' || text[at] == '?';
}

/* "SIGN UP FOR OUR NEWSLETTER The ferry is late": what is said in capitals */
static bool leaves_capitals(const struct seam *seam, size_t at)
{
	const struct token *word = seam->line->words.word;

	return word[seam->first].flags & TOKEN_CAPS &&
	       word[at].flags & TOKEN_CAPITAL && !(word[at].flags & TOKEN_CAPS);
}

/* "How do I sign up for the newsletter?", "fill in forms, sign up for it": what
   is before it needs it. */
static bool is_within_sentence(const struct tokens *words, size_t first)
{
	const struct token *word = &words->word[first], *last = word - 1;

	return first && (word->gap & ~(unsigned)GAP_COMMA) == GAP_SPACE &&
	       !(word->flags & TOKEN_CAPITAL) && !(last->flags & TOKEN_URL) &&
	       !(last->flags & TOKEN_CAPS && last->end - last->at > 1);
}

/* To the end of the sentence in which the match ends. */
static bool sentence_seam(struct seam *seam)
{
	const struct tokens *words = &seam->line->words;
	const char *text = seam->article->pass->text;
	size_t i = seam->end;

	if (is_within_sentence(words, seam->first))
		return false;
	while (i < words->count && i - seam->end < BOUND_WORDS &&
	       !(words->word[i].gap & GAP_STOP) && !leaves_capitals(seam, i) &&
	       !sentence_begins_unmarked(seam->article, words, i))
		i++;
	if (runs_on_after(seam->article, seam->line, seam->end, i))
		return false;
	seam->stop = words->word[i - 1].end;
	while (words->word[i].gap & GAP_STOP &&
	       seam->stop < words->word[i].at &&
	       !is_sentence_mark(text, seam->stop))
		seam->stop++;
	seam->stop = sentence_skip_closing(text, seam->stop, seam->line->end);
	return true;
}

/* The last sentence of a notice: those that follow speak of rights, too. */
static size_t notice_last(const struct seam *seam, size_t last)
{
	const struct line *line = seam->line;
	const uint16_t class = seam->rule->rule;

	while (class == RULE_BOILERPLATE_COPYRIGHT &&
	       last + 1 < line->sentences) {
		const size_t first = line->starts[last + 1];
		const size_t end = line->starts[last + 2];

		if (!bound_is_ordinary(seam->article, line, first, end) ||
		    bound_is_article(seam->article, line, first, end, class))
			break;
		last++;
	}
	return last;
}

/* "By Ida Lowell Update: The boat is back": the end of who wrote it. */
static size_t credit_end(const struct seam *seam, size_t end)
{
	const struct token *word = seam->line->words.word;

	for (size_t i = seam->end; i < end; i++)
		if (word[i + 1].gap & GAP_COLON &&
		    token_set_has(&seam->article->rules->amends, word[i].hash))
			return i;
	return end;
}

/* Calls end without a full stop, notices and credits with one. */
static bool is_call(uint16_t class)
{
	return class == RULE_BOILERPLATE_SHARE ||
	       class == RULE_BOILERPLATE_RELATED ||
	       class == RULE_BOILERPLATE_NEWSLETTER ||
	       class == RULE_BOILERPLATE_AD;
}

/*
 * From a sentence's start to its end, and on to the line's end where that is
 * no sentence. Sentences that follow are judged by themselves.
 */
static bool back_seam(struct seam *seam)
{
	struct line *line = seam->line;
	const struct tokens *words = &line->words;
	size_t last, end;

	if (!sentences_split(seam->article, line))
		return false;
	last = sentence_of(line, seam->end - 1);
	if (seam->rule->rule == RULE_BOILERPLATE_SHARE &&
	    runs_on_after(seam->article, line, seam->end,
			  line->starts[last + 1]))
		return false;
	end = line->starts[last + 1];
	if (is_call(seam->rule->rule) &&
	    runs_into_later(seam->article, line, seam->end, end))
		return false;
	if ((is_call(seam->rule->rule) ||
	     seam->rule->rule == RULE_BOILERPLATE_CREDIT) &&
	    story_start(seam->article, line, seam->end, end) < end)
		return false;
	last = notice_last(seam, last);
	end = line->starts[last + 1];
	if (last + 2 == line->sentences && words->count - end <= MOST_REST &&
	    !(words->word[words->count].gap & GAP_STOP))
		end = words->count;
	if (seam->rule->rule == RULE_BOILERPLATE_CREDIT)
		end = credit_end(seam, end);
	if ((line->flat || !is_call(seam->rule->rule)) &&
	    seam->rule->rule != RULE_BOILERPLATE_EMBED &&
	    seam->rule->rule != RULE_BOILERPLATE_PLAYER &&
	    story_follows(seam->article, line, seam->end, end))
		return false;
	seam->stop = end == words->count
			     ? seam->line->end
			     : sentence_skip_closing(seam->article->pass->text,
						     words->word[end - 1].end,
						     seam->line->end);
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

/* Back to the name that a run of headlines is glued to. */
static bool glued_seam(struct seam *seam)
{
	const size_t at = glued_start(seam->article->pass->text,
				      &seam->line->words, seam->first);

	if (at)
		seam->at = at;
	/* what follows is of the name: "Ada Penn, who" */
	seam->stop = seam->line->words.word[seam->end - 1].end;
	return at != 0;
}

/* "We are sold out on https://a.example.": the sentence needs its address. */
static bool needs_address(const struct seam *seam)
{
	const struct token *word = &seam->line->words.word[seam->first];

	return seam->rule->rule == RULE_BOILERPLATE_EMBED && seam->first &&
	       word->flags & TOKEN_URL && word->gap == GAP_SPACE &&
	       token_set_has(&seam->article->rules->leading, word[-1].hash) &&
	       !bytes_begin(seam->article->pass->text, seam->line->end,
			    word->at, "pic.");
}

/* "... the boat. ADVERTISEMENT The mayor was not there.": a label is between
   two sentences, of a flat line or in capitals. */
static bool label_seam(const struct seam *seam)
{
	const struct tokens *words = &seam->line->words;
	const struct token *next = &words->word[seam->end];
	const struct token *label = &words->word[seam->first];

	const bool sure = seam->line->flat || label->flags & TOKEN_CAPS ||
			  seam->end > seam->first + 1;

	if (!sure || !seam->first || !(label->gap & GAP_STOP))
		return false;
	if (seam->end == words->count)
		return !(next->gap & GAP_STOP);
	return next->flags & TOKEN_CAPITAL &&
	       (!(next->flags & TOKEN_CAPS) || next->end - next->at == 1) &&
	       !(next->gap & ~(unsigned)(GAP_SPACE | GAP_OPEN | GAP_QUOTE |
					 GAP_CLOSE | GAP_COLON));
}

/*
 * "(LWL.O) , opens new tab": what is read to those who cannot see a link, with
 * its comma or its brackets, and the spaces before it.
 */
static bool aside_seam(struct seam *seam)
{
	const struct token *word = seam->line->words.word;
	const char *text = seam->article->pass->text;
	const size_t floor = seam->first ? word[seam->first - 1].end : 0;
	size_t at = word[seam->first].at;

	if (!seam->first)
		return false;
	seam->stop = word[seam->end - 1].end;
	if (text[at - 1] == '(') {
		seam->at = skip_spaces_back(text, floor, at - 1);
		return seam->stop < seam->line->end &&
		       text[seam->stop++] == ')';
	}
	at = skip_spaces_back(text, floor, at);
	if (text[at - 1] != ',')
		return false;
	seam->at = skip_spaces_back(text, floor, at - 1);
	return true;
}

/* "the U.S. Ida Moss contributed": what matches begins within initials. */
static bool parts_initials(const struct seam *seam)
{
	const struct token *word = &seam->line->words.word[seam->first];

	return seam->first && !(word->gap & GAP_SPACE) &&
	       word->gap & GAP_STOP &&
	       word->flags & word[-1].flags & TOKEN_CAPS &&
	       word->end - word->at == 1 && word[-1].end - word[-1].at == 1;
}

bool seam_find(struct seam *seam)
{
	const struct token *word = seam->line->words.word;
	const char *text = seam->article->pass->text;

	if (needs_address(seam) || parts_initials(seam))
		return false;
	if (seam->rule->how == HOW_FRONT)
		return seam_front(seam);
	/* "... on Aug. 12. Ida Lowell contributed": a date's number */
	while (seam->rule->rule == RULE_BOILERPLATE_CREDIT &&
	       seam->first + 1 < seam->end &&
	       word[seam->first].flags & TOKEN_NUMBER &&
	       word[seam->first + 1].gap & GAP_STOP)
		seam->first++;
	seam->at = word[seam->first].at;
	seam->stop = sentence_skip_closing(text, word[seam->end - 1].end,
					   seam->line->end);
	seam_widen_front(seam);
	switch (seam->rule->until) {
	case UNTIL_SENTENCE:
		return sentence_seam(seam);
	case UNTIL_HEADLINE:
		return seam_headline(seam);
	case UNTIL_BRACKET:
		return bracket_seam(seam);
	case UNTIL_GLUED:
		return glued_seam(seam);
	case UNTIL_LABEL:
		return label_seam(seam);
	case UNTIL_ASIDE:
		return aside_seam(seam);
	default:
		if (seam->rule->how == HOW_REAR)
			seam->stop = seam->line->end;
		return seam->rule->how != HOW_BACK || back_seam(seam);
	}
}
