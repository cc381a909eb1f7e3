/*
 * The texts of tests/cases with each of their parts in turn so and so long or
 * often: words, numbers, rows of a sign, spaces, and the words and lines from
 * there on, gone or more of them. Each of them near what the case changes, and
 * some of those elsewhere: a rule's limits may be about any of them. See
 * recorded.h.
 */
#include "support.h"

#include "laws/recorded.h"

#define NEAR 24	 /* bytes from what changes */
#define SOME 120 /* bytes' worth of parts elsewhere */

#define LETTERS 44 /* of a word, at most */
#define DIGITS 12
#define SIGNS 10
#define MORE 16 /* words, from there on */
#define LINES 6
#define FILLED 1600 /* bytes of what a text has more of */
#define ROW 150	    /* or of one sign */
#define TURNS 3	    /* one in so many is looked for */

#ifdef __SANITIZE_ADDRESS__
#define EACH 16 /* of the cases: they take long, and are not compared */
#else
#define EACH 1
#endif

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Numbers at the ends of what a day, an hour, a year, a share may be. */
static const char *const numbers[] = {
	"0",	"1",	"2",	"3",	"6",	"7",	"9",	"10",
	"12",	"13",	"23",	"24",	"31",	"32",	"39",	"59",
	"60",	"99",	"100",	"127",	"128",	"159",	"160",	"255",
	"256",	"999",	"1000", "1899", "1900", "1999", "2000", "2099",
	"2100", "3000", "8216", "8217", "9999",
};

enum kind { LETTER, DIGIT, SPACE, NEWLINE, SIGN };

/* A part of a text: its bytes [at, end). */
struct part {
	enum kind kind;
	size_t at, end;
};

static enum kind kind_of(char byte)
{
	if ((unsigned char)byte >= 0x80 ||
	    ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'))
		return LETTER;
	if (byte >= '0' && byte <= '9')
		return DIGIT;
	return byte == '\n' ? NEWLINE : byte == ' ' ? SPACE : SIGN;
}

static bool is_inside(const struct text *in, size_t at)
{
	return at < in->len && ((unsigned char)in->bytes[at] & 0xC0) == 0x80;
}

static struct part part_at(const struct text *in, size_t at)
{
	struct part part = { kind_of(in->bytes[at]), at, at + 1 };

	while (part.end < in->len &&
	       kind_of(in->bytes[part.end]) == part.kind &&
	       (part.kind != SIGN || in->bytes[part.end] == in->bytes[at]))
		part.end++;
	return part;
}

/* The bytes [at, end) become `count` times `what`. */
static void try_with(struct recorded_case *one, const struct part *place,
		     const char *what, size_t count)
{
	const struct text *in = &one->test->in;
	struct text text = { NULL, 0 };

	text_add(&text, in->bytes, place->at);
	for (; count; count--)
		text_add(&text, what, strlen(what));
	text_add(&text, in->bytes + place->end, in->len - place->end);
	recorded_try(one, one->own, text.bytes, text.len, false);
	free(text.bytes);
}

/* The part so many bytes long: cut, or with more of `what` at its end. */
static void try_long(struct recorded_case *one, const struct part *part,
		     const char *what, size_t len)
{
	const size_t own = part->end - part->at;
	const struct part rest = { part->kind,
				   part->at + (len < own ? len : own),
				   part->end };

	if (len != own && !is_inside(&one->test->in, rest.at))
		try_with(one, &rest, what, len > own ? len - own : 0);
}

/* The end of so many words or lines from `at` on. */
static size_t end_of(const struct text *in, size_t at, const char *ends,
		     size_t count)
{
	for (; count && at < in->len; at++)
		count -= strchr(ends, in->bytes[at]) != NULL;
	return at;
}

/* Which of the trials of a part are made: all, or some. */
static bool is_chosen(struct recorded_case *one, bool near)
{
	const size_t len = one->test->in.len;

	return near || len <= SOME ||
	       random_below(&one->state, (uint32_t)len) < SOME;
}

static void try_lengths(struct recorded_case *one, const struct part *part,
			bool near)
{
	static const size_t most[] = { LETTERS, DIGITS, SIGNS, LINES, SIGNS };
	const char *bytes = one->test->in.bytes;
	char what[2] = { bytes[part->at], '\0' };

	if (part->kind == LETTER)
		what[0] =
			(unsigned char)bytes[part->end - 1] <= 'Z' ? 'N' : 'n';
	for (size_t len = 0; len <= most[part->kind]; len++)
		if (is_chosen(one, near))
			try_long(one, part, what, len);
}

static void try_numbers(struct recorded_case *one, const struct part *part,
			bool near)
{
	for (size_t i = 0; i < COUNT(numbers); i++)
		if (is_chosen(one, near))
			try_with(one, part, numbers[i], 1);
}

/* After a word: others, or fewer of those that are there. */
static void try_words(struct recorded_case *one, size_t at, bool near)
{
	for (size_t count = 1; count <= MORE; count++) {
		struct part gone = { SPACE, at, at };

		if (is_chosen(one, near))
			try_with(one, &gone, "of ", count);
		gone.end = end_of(&one->test->in, at, " \n", count);
		if (is_chosen(one, near) && gone.end < one->test->in.len)
			try_with(one, &gone, "", 0);
	}
}

/* Above a line: the same again, or fewer of those that are there. */
static void try_lines(struct recorded_case *one, size_t at, bool near)
{
	const struct text *in = &one->test->in;
	const size_t end = end_of(in, at, "\n", 1);
	struct text line = { NULL, 0 };

	text_add(&line, in->bytes + at, end - at);
	if (end == in->len)
		text_add(&line, "\n", 1);
	for (size_t count = 1; count <= LINES; count++) {
		struct part gone = { NEWLINE, at, at };

		if (is_chosen(one, near))
			try_with(one, &gone, line.bytes, count);
		gone.end = end_of(in, at, "\n", count);
		if (is_chosen(one, near))
			try_with(one, &gone, "", 0);
	}
	free(line.bytes);
}

/* What a text has more of, for a limit to be met. */
static const char *const fillers[] = {
	"of a reed and it went on ", "n", "of it\n", " ", "It was, he said. ",
};

/* What becomes of the text with so many bytes of filler there, in short. */
static uint32_t outcome(struct recorded_case *one, size_t at,
			const char *filler, size_t count)
{
	const struct text *in = &one->test->in;
	struct text text = { NULL, 0 };
	const uint32_t sum = one->sum;
	const struct cd_finding *findings;
	size_t found;

	text_add(&text, in->bytes, at);
	while (text.len < at + count)
		text_add(&text, filler, strlen(filler));
	text.len = at + count;
	text_add(&text, in->bytes + at, in->len - at);
	recorded_try(one, one->own, text.bytes, text.len, false);
	one->sum = sum;
	assert_int_equal(cd_findings(one->trial.result, &findings, &found),
			 CD_OK);
	found = found * 4096 + cd_text(one->trial.result).len - text.len;
	free(text.bytes);
	return (uint32_t)found * 65536 + cd_conditions(one->trial.result);
}

/*
 * With how much of it the text becomes something else: looked for as if what
 * was met once is met with more, too, and a limit however high is found.
 */
static void try_turn(struct recorded_case *one, size_t at, const char *filler,
		     size_t more)
{
	size_t less = strlen(filler);
	const uint32_t first = outcome(one, at, filler, less);

	if (outcome(one, at, filler, more) == first)
		return;
	while (more - less > 1) {
		const size_t middle = less + (more - less) / 2;

		if (outcome(one, at, filler, middle) == first)
			less = middle;
		else
			more = middle;
	}
	one->sum = one->sum * 31 + (uint32_t)more;
}

/* More of the same, or of anything before it. */
static void try_turns(struct recorded_case *one, const struct part *part,
		      bool near)
{
	const char same[2] = { one->test->in.bytes[part->at], '\0' };

	if ((part->kind == SIGN || part->kind == DIGIT) && *same &&
	    is_chosen(one, near))
		try_turn(one, part->at, same, ROW);
	for (size_t i = 0; i < COUNT(fillers); i++)
		if (random_below(&one->state, TURNS) == 0 &&
		    is_chosen(one, near))
			try_turn(one, part->at, fillers[i], FILLED);
}

static void try_limits(struct recorded_case *one)
{
	const struct text *in = &one->test->in;
	const size_t change = case_first_change(one->test);
	struct part part;

	one->skipped = one->state % EACH;
	for (size_t at = 0; at < in->len && !one->skipped; at = part.end) {
		bool near;

		part = part_at(in, at);
		near = part.end + NEAR >= change && at <= change + NEAR;
		try_lengths(one, &part, near);
		if (part.kind == DIGIT)
			try_numbers(one, &part, near);
		if (part.kind == LETTER &&
		    (!at || strchr(" \n", in->bytes[at - 1])))
			try_words(one, at, near);
		if (!at || (part.kind != SPACE && part.kind != NEWLINE))
			try_turns(one, &part, near);
		if (!at || in->bytes[at - 1] == '\n')
			try_lines(one, at, near);
	}
}

int main(void)
{
	return recorded_run("limits", "tests/neighbours/limits", try_limits);
}
