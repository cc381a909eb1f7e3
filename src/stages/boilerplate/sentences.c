/* Sentences: where they end. */
#include "stages/boilerplate/sentences.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/search.h"
#include "base/utf8.h"
#include "lang/abbreviations.h"
#include "unicode/props.h"

#define MOST_TITLE 6	 /* bytes of a title: "Messrs" */
#define LEAST_CAPS 4	 /* words of a call in capitals: "CLICK HERE TO JOIN" */
#define MOST_CAPS 60	 /* a longer run is no call */
#define LEAST_UNMARKED 6 /* words of a sentence that no mark is before */

static bool is_stop(const char *text, size_t at, size_t end)
{
	return at < end && memchr(".!?", text[at], 3);
}

/*
 * The bytes of a closing quotation mark at text[at], or of an ellipsis; 0:
 * there is none. The apostrophe of "Moss’s" closes nothing.
 */
static size_t closing_length(const char *text, size_t at, size_t end)
{
	const bool high = end - at >= 3 && !memcmp(text + at, "\xE2\x80", 2);
	const size_t next = at + (high ? 3 : 1);
	const unsigned char mark =
		(unsigned char)(high ? text[at + 2] : text[at]);
	const bool single = mark == (high ? 0x99 : '\'');
	const bool beside = is_stop(text, at - 1, end) ||
			    is_stop(text, next, end) ||
			    (next < end && memchr(")]", text[next], 2));
	const bool closes = high ? single || mark == 0x9D || mark == 0xA6
				 : (single || mark == '"') && beside;

	if (bytes_begin(text, end, at, "\u00BB"))
		return bytes_at(text, end, at + 2) > ' ' ? 0 : 2;
	/* a treebank's double mark: it opens with two backticks */
	if (bytes_begin(text, end, at, "''") &&
	    (is_stop(text, at - 1, end) ||
	     !ascii_is_alnum(bytes_at(text, end, at + 2))))
		return 2;
	if (!closes ||
	    (single && next < end && ascii_is_alnum((unsigned char)text[next])))
		return 0;
	return next - at;
}

/*
 * Spaces and the mark after them, as French sets it and tokenisers do: "now ?",
 * or the dots of a quotation that breaks off: "now ...”"; 0: what comes is no
 * such mark.
 */
static size_t spaced_length(const char *text, size_t at, size_t end)
{
	size_t mark = at, after;

	if (ascii_is_graph((unsigned char)text[at]))
		return 0;
	while (mark < end && unicode_is_space(utf8_at(text, end, mark)))
		utf8_next(text, &mark);
	if (mark == at || mark == end ||
	    ascii_is_alnum((unsigned char)text[mark]))
		return 0;
	after = strchr(".!?:;,", text[mark])
			? mark + 1
			: mark + closing_length(text, mark, end);
	if (bytes_begin(text, end, mark, "...") && mark + 3 < end &&
	    closing_length(text, mark + 3, end))
		after = mark + 3;
	if (after == mark || (after < end && text[after] != ' ' &&
			      !closing_length(text, after, end)))
		return 0;
	return after - at;
}

/* "below 10%.", "the Brand®.": a sign before the stop; 0: none is. */
static size_t signed_length(const char *text, size_t at, size_t end)
{
	static const char *const signs[] = { "%", "\u2122", "\u00AE", "\u00B0",
					     "+" };

	if ((unsigned char)text[at] < 0x80 && text[at] != '%' &&
	    text[at] != '+')
		return 0;
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		const size_t len = strlen(signs[i]);

		if (bytes_begin(text, end, at, signs[i]) &&
		    is_stop(text, at + len, end))
			return len;
	}
	return 0;
}

size_t sentence_skip_closing(const char *text, size_t at, size_t end)
{
	const size_t start = at;
	size_t length;

	while (at < end && !ascii_is_alnum((unsigned char)text[at])) {
		if ((length = spaced_length(text, at, end)) > 0 ||
		    (length = signed_length(text, at, end)) > 0)
			at += length;
		else if (memchr(")].!?:,*", text[at], 8))
			at++;
		else if ((length = closing_length(text, at, end)) > 0)
			at += length;
		/* '"' and its like after another that closes */
		else if (at > start && text[at] == '"' && text[at - 1] != ' ')
			at++;
		else
			break;
	}
	return at;
}

/* "Gov. Doe": what ends in a full stop here is a title. */
static enum abbreviation abbreviation_of(const struct article *article,
					 const struct token *word)
{
	const struct pass *pass = article->pass;
	const size_t len = word->end - word->at;
	char key[ABBREVIATION_MAX];

	if (len + 1 >= sizeof(key))
		return ABBREVIATION_NONE;
	memcpy(key, pass->text + word->at, len);
	key[len] = '.';
	return abbreviation_find(&pass->settings->lang->abbreviations, key,
				 len + 1);
}

static bool is_title(const struct article *article, const struct token *word)
{
	return word->flags & TOKEN_CAPITAL &&
	       word->end - word->at <= MOST_TITLE &&
	       abbreviation_of(article, word) == ABBREVIATION_TITLE;
}

/* "... when he saw it. Jane Doe": a short word that is no abbreviation. */
static bool ends_in_short_word(const struct article *article,
			       const struct tokens *words, size_t at)
{
	const struct token *word = &words->word[at], *last = word - 1;

	return word->gap & GAP_STOP && word->gap & GAP_SPACE &&
	       word->flags & TOKEN_CAPITAL && last->end - last->at == 2 &&
	       token_is_small(last) &&
	       abbreviation_of(article, last) == ABBREVIATION_NONE;
}

/* "from the U.S. The rule", "the U.S. CLICK HERE": what surely begins one. */
static bool ends_in_initials(const struct article *article,
			     const struct tokens *words, size_t at)
{
	const struct strip_rules *rules = article->rules;
	const struct token *word = &words->word[at], *last = word - 1;

	if (!(word->gap & GAP_STOP) || !(word->gap & GAP_SPACE) ||
	    !(last->flags & TOKEN_CAPS) || last->end - last->at > 2 ||
	    at + 1 == words->count)
		return false;
	return word->flags & TOKEN_CAPS && word->end - word->at > 1
		       ? word[1].flags & TOKEN_CAPS &&
				 token_set_has(&rules->calls, word->hash)
		       : word->flags & TOKEN_CAPITAL &&
				 token_is_small(&word[1]) &&
				 token_set_has(&rules->openers, word->hash);
}

/* "until 9 p.m. The hall", "by 1:30 p.m. Sign up for": an hour's last letter */
static bool ends_in_hour(const struct article *article,
			 const struct tokens *words, size_t at)
{
	const struct strip_rules *rules = article->rules;
	const struct token *word = &words->word[at], *last = word - 1;

	return at > 1 && at + 1 < words->count && word->gap & GAP_STOP &&
	       word->gap & GAP_SPACE && word->flags & TOKEN_CAPITAL &&
	       token_is_small(&word[1]) && last->end - last->at == 1 &&
	       article->pass->text[last->at] == 'm' &&
	       last[-1].end - last[-1].at == 1 &&
	       (token_set_has(&rules->openers, word->hash) ||
		token_set_has(&rules->calls, word->hash));
}

/* "at 127 Wall St. Ida Moss": the last word is no saint's, but a street's. */
static bool ends_in_street(const struct article *article,
			   const struct tokens *words, size_t at)
{
	const struct token *word = &words->word[at], *last = word - 1;

	return at > 2 && word->gap & GAP_STOP && word->gap & GAP_SPACE &&
	       word->flags & TOKEN_CAPITAL && last->end - last->at == 2 &&
	       !memcmp(article->pass->text + last->at, "St", 2) &&
	       last[-1].flags & TOKEN_CAPITAL && last[-2].flags & TOKEN_NUMBER;
}

/* Whether the call at word `first` ends before word `at`, by the marks there:
 * "[WATCH IT HERE] DA opens a case". */
static bool closes_call(const struct tokens *words, size_t first, size_t at)
{
	const unsigned gap = words->word[at].gap;

	return gap & GAP_SPACE &&
	       (gap & GAP_STOP ||
		(gap & GAP_CLOSE && words->word[first].gap & GAP_OPEN));
}

/*
 * The end of a call in capitals at word `first` that another sentence follows,
 * as of "CLICK HERE FOR MORE The ferry is late."; `first` when there is none.
 */
static size_t caps_end(const struct tokens *words, size_t first)
{
	const size_t left = words->count - first;
	const size_t most = first + (left < MOST_CAPS ? left : MOST_CAPS);
	size_t i = first;

	while (i < most && words->word[i].flags & TOKEN_CAPS &&
	       (i == first || !closes_call(words, first, i)))
		i++;
	/* "APP A man said": the article belongs to what follows */
	if (i < words->count && token_is_small(&words->word[i]) && i > first &&
	    words->word[i - 1].end - words->word[i - 1].at == 1)
		i--;
	if (i < first + LEAST_CAPS || i == most ||
	    !(words->word[i].flags & TOKEN_CAPITAL))
		return first;
	return i;
}

/* "Sept. 11", "No. 4", "ext. 7", "Gov. Doe" */
static bool is_abbreviated(const struct article *article,
			   const struct token *word)
{
	enum abbreviation before;

	if (is_title(article, word - 1) || !(word->flags & TOKEN_NUMBER))
		return is_title(article, word - 1);
	before = abbreviation_of(article, word - 1);
	return before == ABBREVIATION_TITLE ||
	       (before != ABBREVIATION_NONE && word[-1].flags & TOKEN_CAPITAL);
}

/* "He hit .301": the stop is the number's own. */
static bool is_decimal(const struct article *article, const struct token *word)
{
	const char *before = article->pass->text + word->at;

	return word->flags & TOKEN_NUMBER && before[-1] == '.' &&
	       before[-2] == ' ';
}

/* Words of one sentence from word `at` on, or of more than one. */
static bool is_long_enough(const struct tokens *words, size_t at)
{
	size_t i = at + 1;

	while (i < words->count && i < at + LEAST_UNMARKED &&
	       !(words->word[i].gap & GAP_STOP))
		i++;
	return i == at + LEAST_UNMARKED;
}

bool sentence_begins_unmarked(const struct article *article,
			      const struct tokens *words, size_t at)
{
	const struct strip_rules *rules = article->rules;
	const struct token *word = &words->word[at], *last = word - 1;

	/* "READ MORE A boat", but not "CLICK HERE to sign up" */
	return at && word->gap == GAP_SPACE && word->flags & TOKEN_CAPITAL &&
	       !(word->flags & last->flags & TOKEN_CAPS &&
		 word->end - word->at > 1) &&
	       token_set_has(&rules->openers, word->hash) &&
	       (last->flags & TOKEN_CAPITAL ||
		token_set_has(&rules->enders, last->hash)) &&
	       is_long_enough(words, at) && token_is_small(&word[1]) &&
	       (!(word[1].gap & GAP_APOSTROPHE) || token_is_small(&word[2]));
}

/* "''It will not.''Ida Moss": a double mark of two apostrophes closes. */
static bool ends_in_apostrophes(const struct article *article,
				const struct token *word)
{
	const char *before = article->pass->text + word->at;

	return word->gap & GAP_STOP && word->gap & GAP_APOSTROPHE &&
	       !(word->gap & GAP_SPACE) && word->flags & TOKEN_CAPITAL &&
	       before[-1] == '\'' && before[-2] == '\'';
}

static bool ends_before(const struct article *article,
			const struct tokens *words, size_t first, size_t at)
{
	const struct token *word = &words->word[at];

	/* "(Editing by Jane Roe) The council" */
	if (words->word[first].gap & GAP_OPEN && word->gap & GAP_CLOSE &&
	    word->gap & GAP_SPACE && word->flags & TOKEN_CAPITAL)
		return true;
	return tokens_end_sentence(words, at)
		       ? !is_abbreviated(article, word) &&
				 !is_decimal(article, word)
		       : ends_in_apostrophes(article, word) ||
				 ends_in_short_word(article, words, at) ||
				 ends_in_initials(article, words, at) ||
				 ends_in_street(article, words, at) ||
				 ends_in_hour(article, words, at);
}

/* No other word begins a sentence: most are told by their marks at once. */
static bool may_begin(const struct token *word)
{
	return word->gap & (GAP_STOP | GAP_CLOSE) ||
	       (word->gap == GAP_SPACE && word->flags & TOKEN_CAPITAL);
}

size_t sentence_end(const struct article *article, const struct tokens *words,
		    size_t first)
{
	size_t i = caps_end(words, first);

	if (i > first)
		return i;
	i = first + 1;
	while (i < words->count &&
	       (!may_begin(&words->word[i]) ||
		(!ends_before(article, words, first, i) &&
		 !sentence_begins_unmarked(article, words, i))))
		i++;
	return i;
}

bool sentences_split(const struct article *article, struct line *line)
{
	const struct tokens *words = &line->words;
	struct arena *arena = article->pass->arena;

	if (line->starts)
		return true;
	line->starts =
		arena_alloc(arena, (words->count + 1) * sizeof(*line->starts));
	if (!line->starts) {
		article->pass->failed = true;
		return false;
	}
	for (size_t first = 0; first < words->count;) {
		line->starts[line->sentences++] = (uint32_t)first;
		first = sentence_end(article, words, first);
	}
	line->starts[line->sentences] = (uint32_t)words->count;
	arena_trim(arena, line->starts,
		   (line->sentences + 1) * sizeof(*line->starts));
	return true;
}

static bool sentence_begins(const void *starts, size_t i, size_t at)
{
	return ((const uint32_t *)starts)[i] <= at;
}

size_t sentence_of(const struct line *line, size_t at)
{
	return search_last(line->starts, line->sentences, at, sentence_begins);
}
