/*
 * A large first letter that its word was separated from: a line of one letter
 * before "he ferry", or "T he ferry" and "T HE FERRY" at a line's start.
 *
 * Joined where that makes a word that is known, and what follows the letter is
 * none. If that is a word, too, only one that begins a clause is joined, "T
 * here"; but not where the second begins one, as in "H as in hotel".
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "stages/other_language.h"
#include "stages/whitespace/known.h"
#include "text/marks.h"
#include "unicode/props.h"

#define MOST_SPACES 12 /* where columns are kept */
#define MOST_LINE_ENDS 2
#define LINE_MOST 200 /* bytes of a list's line */
#define CLAUSE_STARTS (LIST_CLAUSE | LIST_CONTRACTED)

/* Bytes: the letter, the gap [gap, rest) and the rest of the word. */
struct drop_cap {
	size_t letter, gap, rest, end;
	size_t lines; /* ends within the gap */
	struct known_word joined, second;
	uint32_t lists, second_lists;
};

/* Spaces, and a mark that opens a quotation. */
static size_t skip_opening(const struct pass *pass, size_t at)
{
	size_t after;

	at = skip_spaces(pass->text, pass->len, at);
	after = at;
	if (at < pass->len &&
	    mark_is(utf8_next(pass->text, &after),
		    MARK_QUOTE | MARK_APOSTROPHE) &&
	    pass_byte(pass, at) != '`')
		return after;
	return at;
}

/* White space that a large letter leaves after it. */
static bool gap_read(struct drop_cap *cap, const struct pass *pass)
{
	size_t spaces = 0;

	cap->gap = cap->letter + 1;
	for (cap->rest = cap->gap; cap->rest < pass->len; cap->rest++) {
		if (pass->text[cap->rest] == '\n')
			cap->lines++;
		else if (pass->text[cap->rest] == ' ')
			spaces++;
		else
			break;
	}
	return spaces + cap->lines && spaces <= MOST_SPACES &&
	       cap->lines <= MOST_LINE_ENDS;
}

/* The letters after the gap: all small ones, or all capitals. */
static bool rest_read(struct drop_cap *cap, const struct pass *pass)
{
	const bool small = ascii_is_lower(pass_byte(pass, cap->rest));

	known_word_add(&cap->joined, pass->text[cap->letter]);
	for (cap->end = cap->rest; cap->end < pass->len; cap->end++) {
		const unsigned char c = pass_byte(pass, cap->end);

		if (!(small ? ascii_is_lower(c) : ascii_is_upper(c)))
			break;
		if (!known_word_add(&cap->joined, (char)c))
			return false;
		known_word_add(&cap->second, (char)c);
	}
	return cap->end - cap->rest > (small ? 0 : 1) &&
	       !unicode_is_word(utf8_at(pass->text, pass->len, cap->end)) &&
	       pass_byte(pass, cap->end) != '_';
}

/* Whether a letter alone begins the line at `at`, and a word may follow it. */
static bool cap_read(struct drop_cap *cap, const struct pass *pass, size_t at)
{
	const size_t letter = skip_opening(pass, at);

	/* Most lines begin with a word: they are left at once. */
	if (!ascii_is_upper(pass_byte(pass, letter)) ||
	    !ascii_is_space(pass_byte(pass, letter + 1)))
		return false;
	*cap = (struct drop_cap){ .letter = letter };
	return gap_read(cap, pass) && rest_read(cap, pass);
}

/* A word by itself: "A", "I". */
static bool is_word(const struct pass *pass, const struct drop_cap *cap)
{
	struct known_word letter = { .len = 0 };

	known_word_add(&letter, pass->text[cap->letter]);
	return known_lists(pass, &letter) & LIST_SINGLE;
}

static bool rest_is_word(const struct pass *pass, const struct drop_cap *cap)
{
	return cap->second.len > 1 ? known_by_language(pass, &cap->second)
				   : cap->second_lists & LIST_SINGLE;
}

static bool begins_clause(const struct drop_cap *cap)
{
	return cap->lists & CLAUSE_STARTS &&
	       (!(cap->second_lists & LIST_CLAUSE) ||
		cap->second_lists & LIST_CONTRACTED);
}

/* Single letters make words of two by chance: "H m". After "A" there are many
 * names and new words: of these the article is not asked. */
static bool is_one_word(struct pass *pass, const struct drop_cap *cap)
{
	if (cap->second.len <= 1)
		return cap->lists != 0;
	return is_word(pass, cap) ? known_by_language(pass, &cap->joined)
				  : known_at_all(pass, &cap->joined);
}

/* "R and D", "A GE spokesman": on one line they are what they seem. */
static bool is_phrase(const struct pass *pass, const struct drop_cap *cap)
{
	return !cap->lines && (cap->second_lists & LIST_CLAUSE ||
			       (is_word(pass, cap) &&
				ascii_is_upper(pass_byte(pass, cap->rest))));
}

/* Whether a line of that letter, and of a space or nothing more, is at `at`. */
static bool is_letter_line(const struct pass *pass, size_t at, char letter)
{
	return pass_byte(pass, at) == (unsigned char)letter &&
	       ascii_is_space(pass_byte(pass, at + 1));
}

/* "B road" after "A ferry" or before "C train": a list by letters. */
static bool is_listed(const struct pass *pass, const struct drop_cap *cap)
{
	const char letter = pass->text[cap->letter];
	size_t above = cap->letter, below = cap->end;

	while (above && ascii_is_space(pass_byte_before(pass, above)))
		above--;
	while (above && cap->letter - above < LINE_MOST &&
	       pass->text[above - 1] != '\n')
		above--;
	while (below < pass->len && below - cap->end < LINE_MOST &&
	       pass->text[below] != '\n')
		below++;
	below = skip_white(pass->text, pass->len, below);
	return (above < cap->letter &&
		is_letter_line(pass, above, (char)(letter - 1))) ||
	       is_letter_line(pass, below, (char)(letter + 1));
}

/* "T h e _ l a s t": letters that are all apart, after two of them. */
static bool is_spread(const struct pass *pass, const struct drop_cap *cap)
{
	const unsigned char next = pass_byte(pass, cap->end + 1);
	struct known_word word = { .len = 0 };

	if (cap->second.len > 1 || pass_byte(pass, cap->end) != ' ' ||
	    !ascii_is_graph(next) || pass_byte(pass, cap->end + 2) != ' ')
		return false;
	return !known_word_add(&word, (char)next) ||
	       !(known_lists(pass, &word) & LIST_SINGLE);
}

static void see_cap(struct pass *pass, struct drop_cap *cap)
{
	const bool letter = is_word(pass, cap);
	bool second, one;

	cap->lists = known_lists(pass, &cap->joined);
	cap->second_lists = known_lists(pass, &cap->second);
	second = rest_is_word(pass, cap);
	/* "V tom", "E ne": words of one letter in another language */
	if ((letter && second) || is_spread(pass, cap) ||
	    is_listed(pass, cap) || may_be_other_language(pass))
		return;
	one = is_one_word(pass, cap);
	if (one && !letter && known_tells(pass) &&
	    (!second || begins_clause(cap)))
		pass_delete(pass, RULE_WHITESPACE_DROP_CAP, cap->gap,
			    cap->rest);
	else if ((one || (cap->lines && !second)) && !is_phrase(pass, cap))
		pass_note(pass, RULE_WHITESPACE_SPLIT_WORD, cap->letter,
			  cap->end, NULL);
}

static void run(struct pass *pass)
{
	struct drop_cap cap;
	const char *end;

	for (size_t at = 0; at < pass->len;
	     at = (size_t)(end - pass->text) + 1) {
		size_t front = at;

		if (pass->text[at] == '\n') {
			end = pass->text + at;
			continue;
		}
		if (cap_read(&cap, pass, at)) {
			see_cap(pass, &cap);
			front = cap.end;
		}
		end = memchr(pass->text + front, '\n', pass->len - front);
		if (!end)
			break;
	}
}

static bool wanted(const struct survey *survey, const struct settings *settings)
{
	(void)survey;
	return settings_select(settings, RULE_WHITESPACE_DROP_CAP) ||
	       settings_select(settings, RULE_WHITESPACE_SPLIT_WORD);
}

const struct stage drop_cap_stage = {
	.name = "whitespace",
	.sees = SEEN_LETTER,
	.rule = RULE_ANY,
	.wanted = wanted,
	.run = run,
	.unmarks = true,
};
