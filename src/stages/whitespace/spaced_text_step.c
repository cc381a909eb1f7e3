/*
 * Text of which all letters are set apart, "T h e   f e r r y": a converter
 * took the space between two letters of type for one between words. Wider gaps
 * part the words then. Where these are words that are known it is no table, and
 * all lines of the text are read so; without wider gaps nobody can tell.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "edit/shape.h"
#include "stages/whitespace/known.h"
#include "unicode/props.h"

#define LEAST_TOKENS 24 /* of the line that proves it */
#define LEAST_WORDS 5
#define SINGLE_PERCENT 90 /* of a line's tokens that are one character */
#define WIDE_MOST 2	  /* of so many gaps one parts words, at most, */
#define WIDE_LEAST 12	  /* and at least */

#define SEEN_BYTES 32  /* at the line's start, */
#define SEEN_SPACES 11 /* and spaces among them: words have five or six */

#define LETTERS_LEAST 4 /* of another line that is joined */

/* What is between the spaces of a line. */
struct tokens {
	size_t count, single; /* all; those of one letter, with its marks */
	size_t letters;	      /* of these the ones that are of ASCII */
	size_t wide;	      /* gaps of more than one space */
};

/* The end of the token at text[at], and how many letters and digits it has. */
static size_t token_end(const struct pass *pass, size_t at, size_t end,
			size_t *letters)
{
	*letters = 0;
	while (at < end && pass->text[at] != ' ')
		*letters += unicode_is_word(utf8_next(pass->text, &at));
	return at;
}

static struct tokens read_tokens(const struct pass *pass, size_t at, size_t end)
{
	struct tokens tokens = { 0 };

	while (at < end) {
		const bool letter =
			ascii_is_letter((unsigned char)pass->text[at]);
		size_t letters, gap;

		at = token_end(pass, at, end, &letters);
		tokens.count++;
		tokens.single += letters < 2;
		tokens.letters += letters == 1 && letter;
		gap = skip_spaces(pass->text, end, at);
		tokens.wide += gap > at + 1 && gap < end;
		at = gap;
	}
	return tokens;
}

static bool is_apart(const struct tokens *tokens)
{
	return tokens->letters >= LETTERS_LEAST &&
	       tokens->single * 100 >= tokens->count * SINGLE_PERCENT;
}

/* The word at *at, whose letters are ASCII, and *at after it. */
static void take_word(struct known_word *word, const struct pass *pass,
		      size_t *at, size_t end)
{
	size_t gap;

	word->len = 0;
	do {
		const unsigned char c = (unsigned char)pass->text[*at];

		utf8_next(pass->text, at);
		if (ascii_is_letter(c))
			known_word_add(word, (char)c);
		gap = skip_spaces(pass->text, end, *at);
		if (gap > *at + 1 || gap == end) {
			*at = gap;
			return;
		}
		*at = gap;
	} while (*at < end);
}

/* Whether most of what wider gaps part are words that are known. */
static bool holds_words(struct pass *pass, size_t at, size_t end)
{
	struct known_word word;
	size_t words = 0, found = 0;

	while (at < end) {
		take_word(&word, pass, &at, end);
		if (word.len < 2)
			continue;
		words++;
		found += known_by_language(pass, &word) ||
			 known_lists(pass, &word);
	}
	return words >= LEAST_WORDS && found * 2 > words;
}

/* Every other byte is a space, as far as the first ones tell. */
static bool may_be_apart(const struct pass *pass, size_t at, size_t end)
{
	size_t spaces = 0;

	if (end - at < SEEN_BYTES)
		return false;
	for (size_t i = at; i < at + SEEN_BYTES; i++)
		spaces += pass->text[i] == ' ';
	return spaces >= SEEN_SPACES;
}

/* A line that is nothing else. */
static bool proves(struct pass *pass, size_t at, size_t end)
{
	struct tokens tokens;

	if (!may_be_apart(pass, at, end))
		return false;
	tokens = read_tokens(pass, at, end);
	return tokens.count >= LEAST_TOKENS && is_apart(&tokens) &&
	       tokens.wide * WIDE_MOST <= tokens.count &&
	       tokens.wide * WIDE_LEAST >= tokens.count &&
	       holds_words(pass, at, end);
}

static void join(struct pass *pass, size_t at, size_t end)
{
	size_t before = 0, letters, gap;

	pass_begin(pass, RULE_WHITESPACE_SPACED_HEAD, at, end, NULL);
	for (at = token_end(pass, at, end, &before); at < end; at = gap) {
		bool parts;

		gap = skip_spaces(pass->text, end, at);
		token_end(pass, gap, end, &letters);
		/* A word that is whole has its spaces. */
		parts = gap - at > 1 || before > 1 || letters > 1;
		pass_edit(pass, at, gap, " ", parts, 100);
		before = letters;
		gap = token_end(pass, gap, end, &letters);
	}
	pass_end(pass);
}

/* The line at `at`, without spaces around it; where the next one begins. */
static size_t read_line(const struct pass *pass, size_t *at, size_t *end)
{
	const size_t line = bytes_line_end(pass->text, pass->len, *at);

	*at = skip_spaces(pass->text, line, *at);
	*end = line;
	while (*end > *at && pass->text[*end - 1] == ' ')
		--*end;
	return line + 1;
}

static void run(struct pass *pass)
{
	bool proved = false;
	size_t at, end, next;

	for (at = 0; at < pass->len && !proved; at = next) {
		next = read_line(pass, &at, &end);
		proved = proves(pass, at, end);
	}
	for (at = 0; at < pass->len && proved; at = next) {
		struct tokens tokens;

		next = read_line(pass, &at, &end);
		tokens = read_tokens(pass, at, end);
		if (is_apart(&tokens))
			join(pass, at, end);
	}
}

/* The line that proves it has two wide gaps at least. */
static bool triggered(const struct survey *survey)
{
	return shape_count_runs(survey) * WIDE_LEAST >= LEAST_TOKENS;
}

const struct stage spaced_text_stage = {
	.name = "whitespace",
	.sees = SEEN_LETTER,
	.rule = RULE_WHITESPACE_SPACED_HEAD,
	.triggered = triggered,
	.run = run,
	.unmarks = true,
};
