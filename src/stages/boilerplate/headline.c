/*
 * Where a headline ends that is inside running text.
 *
 * Page scrapers that flatten an article end a teaser's headline with a comma:
 * "RELATED: US, Moscow set to discuss Syria pact, A senior official told". The
 * headline may hold commas of its own, so each place where it could end is
 * weighed: by the mark that is there, by how much like a sentence the words
 * after it begin, and by the length that headlines have.
 */
#include "stages/boilerplate/headline.h"

#include <string.h>

#include "base/ascii.h"

#define MOST_WORDS 24 /* a longer headline is not looked for */
#define LEAST_WORDS 3
#define LEAST_CAPS 4	   /* words of a headline in capitals */
#define ENOUGH 6	   /* points that a place needs */
#define STARTS_AND_TELLS 7 /* of "He said", "The mayor says" */
#define LEAST_GLUED 3	   /* bytes of a word to which one is glued */
#define LEAST_TITLE 4	   /* capitals of a headline of capitalised words */
#define MOST_FRONT 5	   /* words before a comma: "In response, Moss said" */
#define MOST_SMALL 3	   /* bytes of a word that is small in any headline */

static const struct phrase_set *find_set(const struct pattern_table *table,
					 const char *name)
{
	for (size_t i = 0; i < table->set_count; i++)
		if (!strcmp(table->sets[i].name, name))
			return &table->sets[i];
	return NULL;
}

static bool in_set(const struct pattern_table *table, const char *name,
		   uint32_t hash)
{
	const struct phrase_set *set = find_set(table, name);

	for (size_t i = 0; set && i < set->count; i++)
		if (table->hashes[table->phrases[set->first + i].first] == hash)
			return true;
	return false;
}

static bool is_capital(const struct token *word)
{
	return (word->flags & TOKEN_CAPITAL) != 0;
}

/* A capitalised word with which sentences like to begin. */
static bool is_starter(const struct pattern_table *table,
		       const struct tokens *words, size_t at)
{
	return at < words->count && is_capital(&words->word[at]) &&
	       in_set(table, "starters", words->word[at].hash);
}

/* Points for a verb that follows one to four words of a subject's name. */
static int subject_points(const struct pattern_table *table,
			  const struct tokens *words, size_t at)
{
	size_t i = at;

	while (i < words->count && i < at + 5 &&
	       (is_capital(&words->word[i]) ||
		words->word[i].gap & GAP_APOSTROPHE)) {
		/* "on Mill Lane Ms Moss said": no name goes on with it */
		if (i > at && in_set(table, "titles", words->word[i].hash))
			return 0;
		i++;
	}
	if (i == at || i >= words->count ||
	    words->word[i].gap & (GAP_COLON | GAP_STOP))
		return 0;
	/* "Anna Quist, who studies islands, said" */
	if (words->word[i].gap & GAP_COMMA)
		return i > at + 1 && in_set(table, "apposition",
					    words->word[i].hash)
			       ? 4
			       : 0;
	/* "late, Moss says The pier": it ends the headline */
	if (in_set(table, "speech", words->word[i].hash))
		return is_starter(table, words, i + 1) ? 0 : 6;
	return in_set(table, "verbs", words->word[i].hash) ? 4 : 0;
}

/* "Joe “Salt” Moss": a name in quotation marks, of a word or two. */
static bool is_nickname(const struct tokens *words, size_t at)
{
	for (size_t i = at + 1; i < words->count && i <= at + 2; i++)
		if (words->word[i].gap & GAP_QUOTE)
			return !(words->word[i].gap & (GAP_COMMA | GAP_STOP));
	return false;
}

/* How much a sentence likes to begin at word `at`. */
static int start_points(const struct pattern_table *table,
			const struct tokens *words, size_t at)
{
	if (!is_capital(&words->word[at]))
		return -20;
	if (words->word[at].gap & GAP_QUOTE)
		return is_nickname(words, at) ? 0 : 5;
	if (is_starter(table, words, at))
		return in_set(table, "subject", words->word[at].hash) &&
				       subject_points(table, words, at)
			       ? STARTS_AND_TELLS
			       : 6;
	return subject_points(table, words, at);
}

/* A headline of capitalised words says less by a capital after it. */
static bool is_title_case(const struct tokens *words, size_t at, size_t end)
{
	size_t capitals = 0, small = 0;

	for (size_t i = at + 1; i < end; i++) {
		if (words->word[i].end - words->word[i].at <= 3)
			continue;
		if (is_capital(&words->word[i]))
			capitals++;
		else
			small++;
	}
	return capitals > 2 * small;
}

/*
 * A headline of capitalised words holds no other: "Overdue Book Comes Home The
 * library sent". The first small word, which is the next sentence's; `stop`:
 * there is none, or the headline is one of small letters.
 */
static size_t first_small(const struct pattern_table *table,
			  const struct tokens *words, size_t at, size_t stop)
{
	size_t capitals = 0, others = 0, i;

	for (i = at; i < stop; i++) {
		const struct token *word = &words->word[i];
		const bool of_any = word->end - word->at <= MOST_SMALL ||
				    in_set(table, "unfinished", word->hash);

		if (is_capital(word))
			capitals++;
		else if (!(word->flags & TOKEN_NUMBER) &&
			 !(word->gap & (GAP_HYPHEN | GAP_APOSTROPHE)) &&
			 (!of_any || in_set(table, "verbs", word->hash)))
			break;
		else
			others++;
	}
	return capitals < LEAST_TITLE || capitals < 2 * others ? stop : i;
}

/*
 * A headline of small letters says more by a capital after it: "Overdue book
 * comes home The library".
 */
static bool has_capital_after_small(const struct tokens *words, size_t at,
				    size_t end)
{
	if (!is_capital(&words->word[end]) || end - at < LEAST_WORDS)
		return false;
	for (size_t i = at + 1; i < end; i++)
		if (is_capital(&words->word[i]))
			return false;
	return true;
}

/* A place where a headline that begins at word `at` could end. */
struct place {
	size_t at, end;
	unsigned gap; /* the marks there */
	bool starts;  /* a sentence is likely to begin at `end` */
	bool starter; /* by its first word */
	bool tells;   /* it begins with its subject and a verb */
	bool title;   /* the headline is one of capitalised words */
	bool last;    /* only small words are after the next */
};

/* "Alabama Sen. Ida Moss", "U.S." */
static bool is_abbreviation(const struct pattern_table *table,
			    const struct tokens *words, size_t end)
{
	const struct token *last = &words->word[end - 1];

	return last->end - last->at <= 2 || in_set(table, "ranks", last->hash);
}

static int mark_points(const struct pattern_table *table,
		       const struct tokens *words, const struct place *place)
{
	const size_t at = place->at, end = place->end;
	const bool abbreviation = is_abbreviation(table, words, end);

	if (place->gap & GAP_STOP && !abbreviation)
		return 7;
	if (place->gap & GAP_COMMA)
		return place->title ? -3 : 2;
	if (place->gap & (GAP_DASH | GAP_HYPHEN | GAP_COLON | GAP_APOSTROPHE))
		return -20;
	if (has_capital_after_small(words, at, end))
		return place->starts ? 6 : 3;
	/* "Goes Lower These are", "Goes Lower However, the price" */
	if (place->title && place->starter &&
	    (place->last || words->word[end + 1].gap & GAP_COMMA))
		return 1;
	return is_title_case(words, at, end) && !place->tells ? -3 : 1;
}

/* The marks before word `at`; what closes a quotation joins no words. */
static unsigned gap_before(const char *text, const struct tokens *words,
			   size_t at)
{
	const struct token *word = &words->word[at];
	const char *mark = text + word[-1].end;
	const bool closes = word->gap & GAP_APOSTROPHE &&
			    word->gap & GAP_SPACE &&
			    (*mark == '\'' || !memcmp(mark, "\u2019", 3));

	return closes ? word->gap & ~(unsigned)GAP_APOSTROPHE : word->gap;
}

/* No headline ends in "for", "how" or ", says", unless a mark is there. */
static int last_points(const struct pattern_table *table,
		       const struct tokens *words, size_t end)
{
	const struct token *last = &words->word[end - 1];

	if (words->word[end].gap & (GAP_STOP | GAP_COMMA | GAP_QUOTE))
		return 0;
	return in_set(table, "unfinished", last->hash) ||
			       (last->gap & GAP_COMMA &&
				in_set(table, "speech", last->hash))
		       ? -20
		       : 0;
}

static int length_points(size_t count)
{
	if (count < LEAST_WORDS)
		return -20;
	if (count < 5)
		return 0;
	return count <= 15 ? 2 : 15 - (int)count;
}

/* The next label, or the line's end; as far as a headline can be. */
static size_t next_label(const struct tokens *words, size_t at)
{
	size_t i = at;

	while (i < words->count && i <= at + MOST_WORDS &&
	       !(words->word[i].flags & TOKEN_LABEL))
		i++;
	return i;
}

/*
 * "PIER CLOSED FOR REPAIRS Officers said": where a headline in capitals ends;
 * `at`: it is none. "A man said": the article belongs to what follows.
 */
static size_t caps_end(const struct tokens *words, size_t at, size_t stop)
{
	const struct token *word = words->word;
	size_t i = at;

	while (i < stop && word[i].flags & (TOKEN_CAPS | TOKEN_NUMBER))
		i++;
	if (i < stop && i > at && !is_capital(&word[i]) &&
	    word[i - 1].end - word[i - 1].at == 1)
		i--;
	return i < at + LEAST_CAPS || i == stop || !is_capital(&word[i]) ||
			       word[i].gap & ~(GAP_SPACE | GAP_QUOTE)
		       ? at
		       : i;
}

/*
 * "WATCH: Asked about the pier, Moss said": a clause that a sentence of the
 * story begins with, and its comma.
 */
static bool is_clause(const struct pattern_table *table,
		      const struct tokens *words, size_t at, size_t end)
{
	return words->word[end].gap & GAP_COMMA &&
	       in_set(table, "clauses", words->word[at].hash);
}

/* The points of a headline that ends before word `end`. */
static int points_at(const struct pattern_table *table, const char *text,
		     const struct tokens *words, struct place place)
{
	const int start = start_points(table, words, place.end);

	place.gap = gap_before(text, words, place.end);
	place.starts = start > 0;
	place.starter = is_starter(table, words, place.end);
	place.tells = start == STARTS_AND_TELLS;
	return mark_points(table, words, &place) + start +
	       length_points(place.end - place.at) +
	       last_points(table, words, place.end);
}

static bool all_small(const struct tokens *words, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (is_capital(&words->word[i]) ||
		    words->word[i].gap != GAP_SPACE)
			return false;
	return true;
}

/* A full stop, and not that of a short word. */
static bool is_over(const struct pattern_table *table,
		    const struct tokens *words, size_t at, size_t end)
{
	return words->word[end].gap & GAP_STOP && end - at >= LEAST_WORDS &&
	       !is_abbreviation(table, words, end);
}

/* The likeliest place before word `stop`; NO_MATCH: none is likely enough. */
static size_t best_place(const struct pattern_table *table, const char *text,
			 const struct tokens *words, struct place place)
{
	const size_t at = place.at, stop = place.end;
	size_t best = NO_MATCH;
	int most = ENOUGH;

	for (size_t end = at + 1; end < stop; end++) {
		const unsigned gap = words->word[end].gap;
		int points;

		/* the stop is that of the sentence after the headline, which
		   may ask, but has none */
		if (gap & GAP_STOP && !(gap & GAP_QUERY) && best != NO_MATCH &&
		    !is_abbreviation(table, words, end) &&
		    !(words->word[best].gap & (GAP_COMMA | GAP_STOP)))
			break;
		/* "steady In response, Moss said": the comma is its own */
		if (gap & GAP_COMMA && best != NO_MATCH &&
		    end - best <= MOST_FRONT && is_starter(table, words, best))
			break;
		place.end = end;
		place.last = all_small(words, end + 1, stop);
		points = points_at(table, text, words, place);
		if (points > most) {
			most = points;
			best = end;
		}
		/* after a full stop the headline is over, whatever follows */
		if (is_over(table, words, at, end))
			break;
	}
	return best;
}

/*
 * "Fire at Old Pier of South Lowell Harbour kills two The mayor said": the
 * small word is the headline's, which has names; so it is where no sentence
 * ends.
 */
static bool goes_on(const struct pattern_table *table,
		    const struct tokens *words, size_t small, size_t stop)
{
	for (size_t i = small + 1; i < stop; i++) {
		const unsigned gap = words->word[i].gap;

		if (gap & GAP_STOP)
			return false;
		if ((gap == GAP_SPACE && is_starter(table, words, i)) ||
		    (gap == (GAP_SPACE | GAP_QUOTE) &&
		     is_capital(&words->word[i])))
			return true;
	}
	return stop == words->count && (!(words->word[stop].gap & GAP_STOP) ||
					words->word[stop].gap & GAP_QUERY);
}

size_t headline_end(const struct pattern_table *table, const char *text,
		    const struct tokens *words, size_t at)
{
	const size_t stop = next_label(words, at);
	const size_t small = first_small(table, words, at, stop);
	const size_t caps = caps_end(words, at, stop);
	struct place place = { .at = at, .end = small, .title = small < stop };
	size_t best;

	/* "READ MORE: RELATED: Overdue book comes home": none of its own */
	if (stop == at && at < words->count)
		return at;
	if (caps > at)
		return caps;
	best = best_place(table, text, words, place);
	if (best == NO_MATCH && place.title &&
	    goes_on(table, words, small, stop)) {
		place = (struct place){ .at = at, .end = stop };
		best = best_place(table, text, words, place);
	}
	if (best == NO_MATCH && place.end == stop && stop - at <= MOST_WORDS &&
	    stop - at >= LEAST_WORDS)
		return stop;
	return best != NO_MATCH && is_clause(table, words, at, best) ? NO_MATCH
								     : best;
}

/*
 * "EarthHe": where a word is glued to another; 0: nowhere. "#HarborMANia" is a
 * name.
 */
static size_t glue_in(const char *text, const struct token *word)
{
	if (word->at && text[word->at - 1] == '#')
		return 0;
	for (size_t at = word->at + LEAST_GLUED; at < word->end; at++)
		if (ascii_is_upper((unsigned char)text[at]) &&
		    ascii_is_lower((unsigned char)text[at - 1]) &&
		    (at + 1 == word->end ||
		     ascii_is_lower((unsigned char)text[at + 1])))
			return at;
	return 0;
}

/* "Songs\"Never,\" he said": a quotation without a space before it. */
static bool is_glued_quote(const struct token *word)
{
	return word->gap & GAP_QUOTE && !(word->gap & (GAP_SPACE | GAP_COLON));
}

size_t headline_glue(const struct pattern_table *table, const char *text,
		     const struct tokens *words, size_t at, size_t end)
{
	const size_t stop = end == NO_MATCH ? next_label(words, at) : end;
	const size_t small = first_small(table, words, at, stop);

	for (size_t i = at + LEAST_WORDS; i < stop; i++) {
		const struct token *word = &words->word[i];

		/* what is glued after a stop or a small word is not to it */
		if (i == small || is_over(table, words, at, i))
			break;
		const size_t glue =
			word->flags & TOKENS_CONTACT ||
					in_set(table, "site", word->hash)
				? 0
				: glue_in(text, word);

		if (is_glued_quote(word))
			return word[-1].end;
		if (glue &&
		    (in_set(table, "starters",
			    token_hash(text + glue, word->end - glue)) ||
		     subject_points(table, words, i) > 0 ||
		     in_set(table, "speech", word[1].hash)))
			return glue;
	}
	return 0;
}
