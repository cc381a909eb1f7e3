/* Turns of a conversation: "Ida Lowell (00:12):", "Q: Why now?" */
#include "stages/boilerplate/turns.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "stages/boilerplate/line_end.h"
#include "stages/boilerplate/transcript.h"
#include "stages/stage.h"

#define LABEL_BYTES 60
#define LABEL_WORDS 5
#define JOINER_BYTES 3 /* "van", "de" within a name */
#define LEAST_TURNS 4
#define LEAST_SPEAKERS 2 /* who speak twice */

struct turn {
	uint32_t line;
	uint32_t label; /* hash of the name; 0: a time, and the same speaker */
	bool alone;	/* the words are in the next line */
};

struct turns {
	struct article *article;
	struct turn *turn;
	uint32_t *labels; /* those of turns, in order; then those used twice */
	size_t count, label_count;
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static size_t skip_inline(const char *text, size_t at, size_t end)
{
	while (at < end && is_blank(text[at]))
		at++;
	return at;
}

/* After "(00:12)", "[1:02:03]" or "00:12" at text[at]; or `at`. */
static size_t skip_time(const char *text, size_t at, size_t end)
{
	const bool bracket = at < end && (text[at] == '(' || text[at] == '[');
	size_t i = at + bracket, colons = 0;

	while (i < end && (ascii_is_digit((unsigned char)text[i]) ||
			   (text[i] == ':' && i + 1 < end &&
			    ascii_is_digit((unsigned char)text[i + 1]))))
		colons += text[i++] == ':';
	if (!colons ||
	    (bracket && (i == end || (text[i] != ')' && text[i] != ']'))))
		return at;
	return i + bracket;
}

/* A word of a name, or one of those that join its parts. */
static bool is_name_word(const char *text, size_t at, size_t end, size_t words)
{
	const unsigned char first = (unsigned char)text[at];

	return ascii_is_upper(first) || first >= 0x80 ||
	       (words && (ascii_is_digit(first) || end - at <= JOINER_BYTES));
}

/* The end of the name at text[at]; or `at`. */
static size_t end_of_name(const char *text, size_t at, size_t end)
{
	const size_t most = bytes_ahead(end, at, LABEL_BYTES);
	size_t words = 0, from = at, last = at;

	while (from < most && words < LABEL_WORDS) {
		size_t i = from;

		while (i < most && !is_blank(text[i]) && text[i] != ':' &&
		       text[i] != '(' && text[i] != '[')
			i++;
		if (i == from || !is_name_word(text, from, i, words))
			break;
		words++;
		last = i;
		from = skip_inline(text, i, most);
	}
	return last;
}

/* "Ida Lowell (00:12): words", "[00:12] IDA: words", "(00:12):"; or false. */
static bool read_turn(const struct turns *turns, size_t index,
		      struct turn *turn)
{
	const char *text = turns->article->pass->text;
	const struct line *line = &turns->article->lines[index];
	const size_t name = skip_inline(
		text, skip_time(text, line->at, line->end), line->end);
	const size_t name_end = end_of_name(text, name, line->end);
	size_t at = skip_inline(text, name_end, line->end);

	at = skip_time(text, at, line->end);
	if (at == line->at || at == line->end || text[at] != ':' ||
	    (at + 1 < line->end && !is_blank(text[at + 1])) ||
	    transcript_is_call(turns->article->rules, text, name, name_end))
		return false;
	at = skip_inline(text, at + 1, line->end);
	*turn = (struct turn){
		.line = (uint32_t)index,
		.label = name_end > name
				 ? token_hash(text + name, name_end - name) | 1
				 : 0,
		.alone = at == line->end,
	};
	if (turn->alone && index + 1 < turns->article->count)
		line++;
	return line_ends_sentence(text, turn->alone ? line->at : at, line->end);
}

static int by_hash(const void *left, const void *right)
{
	const uint32_t a = *(const uint32_t *)left;
	const uint32_t b = *(const uint32_t *)right;

	return (a > b) - (a < b);
}

/* Of the labels those that occur again, once each. */
static void keep_repeated(struct turns *turns)
{
	uint32_t *label = turns->labels;
	size_t kept = 0;

	qsort(label, turns->label_count, sizeof(*label), by_hash);
	for (size_t i = 1; i < turns->label_count; i++)
		if (label[i] == label[i - 1] &&
		    (!kept || label[kept - 1] != label[i]))
			label[kept++] = label[i];
	turns->label_count = kept;
}

static bool is_repeated(const struct turns *turns, uint32_t label)
{
	return bsearch(&label, turns->labels, turns->label_count, sizeof(label),
		       by_hash);
}

static void find_turns(struct turns *turns)
{
	for (size_t i = 0; i < turns->article->count; i++) {
		const struct line *line = &turns->article->lines[i];
		struct turn turn;

		/* few lines have a colon where that of a turn would be */
		if (!line->colon || !read_turn(turns, i, &turn))
			continue;
		turns->turn[turns->count++] = turn;
		if (turn.label)
			turns->labels[turns->label_count++] = turn.label;
	}
}

/* Drop the turns of those who speak once: "The result: it was sold." */
static void drop_single(struct turns *turns)
{
	size_t kept = 0;

	for (size_t i = 0; i < turns->count; i++)
		if (!turns->turn[i].label ||
		    is_repeated(turns, turns->turn[i].label))
			turns->turn[kept++] = turns->turn[i];
	turns->count = kept;
}

/* "Advertisement:" between two turns. */
static bool is_label(const struct turns *turns, const struct line *line)
{
	return line->end - line->at < LABEL_BYTES &&
	       transcript_is_call(turns->article->rules,
				  turns->article->pass->text, line->at,
				  line->end);
}

/* The lines that turns name, and all between them where those are few. */
static void mark(struct turns *turns)
{
	struct line *lines = turns->article->lines;
	const size_t first = turns->turn[0].line;
	const size_t last = turns->turn[turns->count - 1].line;
	size_t spoken = 0;

	for (size_t i = 0; i < turns->count; i++) {
		const struct turn *turn = &turns->turn[i];

		lines[turn->line].own = true;
		spoken++;
		if (turn->alone && turn->line + 1 < turns->article->count) {
			lines[turn->line + 1].own = true;
			spoken++;
		}
	}
	if (spoken * 3 >= (last - first + 1) * 2)
		for (size_t i = first; i < last; i++)
			lines[i].own |= !is_label(turns, &lines[i]);
}

bool turns_mark(struct article *article)
{
	struct pass *pass = article->pass;
	struct turns turns = { .article = article };

	/* a turn has a colon */
	if (article->rims.colon == RIMS_NO_COLON)
		return false;
	turns.turn = arena_alloc(pass->arena,
				 (article->count + 1) * sizeof(*turns.turn));
	turns.labels = arena_alloc(pass->arena,
				   (article->count + 1) * sizeof(uint32_t));
	if (!turns.turn || !turns.labels) {
		pass->failed = true;
		return false;
	}
	find_turns(&turns);
	if (turns.count < LEAST_TURNS)
		return false;
	keep_repeated(&turns);
	drop_single(&turns);
	if (turns.count < LEAST_TURNS || turns.label_count < LEAST_SPEAKERS)
		return false;
	mark(&turns);
	return true;
}
