/*
 * Spaces and line ends that a converter set wherever an inline element began or
 * ended: "a 19 th -century law", and a link's words on a line of their own.
 *
 * The letters of an ordinal number that fit it are proof, and so is a line that
 * begins with "'s". Only beside such a line are others joined, and only where
 * the sentence ends in the lines that are joined.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "edit/shape.h"
#include "lang/lang.h"
#include "text/marks.h"
#include "unicode/props.h"

#define SUFFIX 2     /* letters of an ordinal's ending */
#define MOST_LINES 8 /* that are looked ahead for the end of a sentence */

enum join { KEEP, CLOSE, SPACE };

struct walk {
	struct pass *pass;
	const char *text;
	size_t len;
	size_t ordinals; /* with a gap, whose ending is no word */
	size_t lines;	 /* that begin with "'s" or an ordinal's ending */
	bool joined;	 /* the line that is walked over to the one before */
};

/* White space between two words: at most one line end. */
struct space {
	size_t at, end, lines;
};

static unsigned char byte_at(const struct walk *walk, size_t at)
{
	return bytes_at(walk->text, walk->len, at);
}

static unsigned char byte_before(const struct walk *walk, size_t at)
{
	return bytes_before(walk->text, at);
}

static size_t next_space(const struct walk *walk, size_t at)
{
	while (at < walk->len && walk->text[at] != ' ' &&
	       walk->text[at] != '\n')
		at++;
	return at;
}

static struct space space_at(const struct walk *walk, size_t at)
{
	struct space space = { at, at, 0 };

	for (; byte_at(walk, space.end) == ' ' ||
	       byte_at(walk, space.end) == '\n';
	     space.end++)
		space.lines += walk->text[space.end] == '\n';
	return space;
}

/* The ending that the number before text[at] has: "st" of 21, "th" of 11. */
static const char *ending_of(const struct walk *walk, size_t at)
{
	static const char *const endings[] = { "th", "st", "nd", "rd" };
	const unsigned char last = byte_before(walk, at);
	const bool teen = at && byte_before(walk, at - 1) == '1';

	if (!ascii_is_digit(last))
		return NULL;
	at = skip_digits_back(walk->text, 0, at);
	if (byte_before(walk, at) == '.' || byte_before(walk, at) == ',' ||
	    ascii_is_alnum(byte_before(walk, at)))
		return NULL;
	return endings[last > '3' || teen ? 0 : last - '0'];
}

/* "st." and "rd." are streets and roads, too. */
static bool may_be_street(const char *ending)
{
	return *ending == 's' || *ending == 'r';
}

/* The ending of the number before the gap is the word after it. */
static bool is_ordinal(const struct walk *walk, const struct space *space)
{
	const char *ending = ending_of(walk, space->at);
	const size_t end = space->end + SUFFIX;

	return ending && walk->len - space->end >= SUFFIX &&
	       !memcmp(walk->text + space->end, ending, SUFFIX) &&
	       !unicode_is_word(utf8_at(walk->text, walk->len, end)) &&
	       !(byte_at(walk, end) == '.' && may_be_street(ending)) &&
	       byte_at(walk, end) != '\'';
}

/* "21 st" may be a weight, too. */
static bool may_be_stones(const struct walk *walk, const struct space *space)
{
	return byte_at(walk, space->end) == 's';
}

/* "19 th" ends at the gap. */
static bool follows_ordinal(const struct walk *walk, const struct space *space)
{
	size_t at = space->at - SUFFIX;
	struct space inner;

	if (space->at < SUFFIX + 2 ||
	    (byte_before(walk, at) != ' ' && byte_before(walk, at) != '\n'))
		return false;
	for (inner.end = at;
	     byte_before(walk, at) == ' ' || byte_before(walk, at) == '\n';)
		at--;
	inner.at = at;
	return is_ordinal(walk, &inner);
}

/* "'s readers": the line goes on with the word before it. */
static bool is_possessive(const struct walk *walk, const struct space *space)
{
	static const char *const marks[] = { "'s ", "\u2019s " };

	if (!space->lines || !ascii_is_letter(byte_before(walk, space->at)))
		return false;
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		if (bytes_begin(walk->text, walk->len, space->end, marks[i]))
			return true;
	}
	return false;
}

/* Between the parts of "19 th -century", on one line or three. */
static enum join join_ordinal(const struct walk *walk,
			      const struct space *space)
{
	const unsigned char next = byte_at(walk, space->end);

	if (is_ordinal(walk, space))
		return may_be_stones(walk, space) && !walk->ordinals ? KEEP
								     : CLOSE;
	if (!follows_ordinal(walk, space))
		return KEEP;
	if (next == '-' && ascii_is_lower(byte_at(walk, space->end + 1)))
		return CLOSE;
	if (!space->lines)
		return KEEP;
	return mark_is(next, MARK_STOP_OR_PAUSE | MARK_CLOSE_BRACKET) ? CLOSE
								      : SPACE;
}

/* The line ends in mid-sentence, or in a word that none ends with. */
static bool goes_on(const struct walk *walk, const struct space *space)
{
	const unsigned char last = byte_before(walk, space->at);

	if (space->lines != 1)
		return false;
	if (word_lists_before(walk->pass->settings->lists, walk->text,
			      space->at) &
	    LIST_BARE)
		return true;
	return (ascii_is_alnum(last) || last == ',') &&
	       ascii_is_lower(byte_at(walk, space->end));
}

/* Of the lines from text[at] on that go on, the last one ends a sentence. */
static bool is_sentence(const struct walk *walk, size_t at)
{
	for (unsigned lines = 0; lines < MOST_LINES; lines++) {
		const size_t end = bytes_line_end(walk->text, walk->len, at);
		const struct space space = space_at(walk, end);

		if (!goes_on(walk, &space) && !is_possessive(walk, &space) &&
		    join_ordinal(walk, &space) == KEEP)
			return byte_before(walk, end) == ':' ||
			       byte_before(walk, end) == ';' ||
			       shape_end(walk->text, end) == SHAPE_END_SENTENCE;
		at = space.end;
	}
	return false;
}

static bool starts_small(const struct walk *walk, size_t at)
{
	at = bytes_line_start(walk->text, at);
	return ascii_is_lower(byte_at(walk, at));
}

static enum join join_line(const struct walk *walk, const struct space *space)
{
	if (is_possessive(walk, space))
		return CLOSE;
	if (!walk->lines || !goes_on(walk, space) ||
	    (!walk->joined && starts_small(walk, space->at)))
		return KEEP;
	return is_sentence(walk, space->end) ? SPACE : KEEP;
}

static void count(struct walk *walk)
{
	struct space space;

	for (size_t at = next_space(walk, 0); at < walk->len;
	     at = next_space(walk, space.end)) {
		space = space_at(walk, at);
		if (space.lines > 1)
			continue;
		if (is_possessive(walk, &space)) {
			walk->lines++;
		} else if (is_ordinal(walk, &space)) {
			walk->ordinals += !may_be_stones(walk, &space);
			walk->lines += space.lines;
		}
	}
}

/* Whether the gap was closed, or became a space. */
static bool mend(struct walk *walk, const struct space *space)
{
	unsigned rule = RULE_WHITESPACE_ORDINAL;
	enum join join = KEEP;

	if (space->lines <= 1 && space->at)
		join = join_ordinal(walk, space);
	if (join == KEEP && space->lines == 1 && space->at) {
		join = join_line(walk, space);
		rule = RULE_WHITESPACE_WRAPPED;
	}
	if (join != KEEP && pass_selects(walk->pass, rule))
		pass_put(walk->pass, rule, space->at, space->end,
			 join == CLOSE ? "" : " ");
	return join != KEEP;
}

static void run(struct pass *pass)
{
	struct walk walk = {
		.pass = pass,
		.text = pass->text,
		.len = pass->len,
	};
	struct space space;

	count(&walk);
	if (!walk.ordinals && !walk.lines)
		return;
	for (size_t at = next_space(&walk, 0); at < walk.len;
	     at = next_space(&walk, space.end)) {
		bool joined;

		space = space_at(&walk, at);
		joined = mend(&walk, &space);
		if (space.lines)
			walk.joined = joined;
	}
}

static bool wanted(const struct survey *survey, const struct settings *settings)
{
	return (survey->ordinals || survey->inner_lines) &&
	       lang_is_english(settings->lang);
}

const struct stage inline_stage = {
	.name = "whitespace",
	.rule = RULE_ANY,
	.wanted = wanted,
	.run = run,
};
