/*
 * The texts of tests/cases with one thing about them at each value in turn: cut
 * at each byte, with each character gone or another, and a word, a line, a
 * sentence, so and so long or often. A rule's limits lie in between: what is
 * one less or more shows here. See recorded.h.
 */
#include "support.h"

#include "laws/recorded.h"
#include "laws/texts.h"

#define CUT 160	    /* bytes of a text that are cut off, at either end */
#define TOUCHED 120 /* characters that are changed */

/* So often is what is repeated there, at most. */
#define LETTERS 70
#define WORDS 130
#define LINES 8
#define MARKS 12
#define WIDER 12 /* letters of a line */
#define BYTES 620
#define SELDOM 6 /* cases to one in which bytes are added, up to so many */

#ifdef __SANITIZE_ADDRESS__
#define EACH 16 /* of the cases: they take long, and are not compared */
#else
#define EACH 1
#endif

/* What takes a character's place, or stands before it, in turn: an odd number,
   for either. */
static const char *const others[] = {
	"a", "A", "1", " ", ".", "-",  "\"", "\n",     ",", "’",
	"s", "(", ":", "é", ";", "\t", "“",  "?",      "/", "0",
	"%", "”", ")", "_", "$", "'",  "&",  "!",      "—", "@",
	"=", "#", "*", "[", "<", "`",  "\\", "\u00A0",
};

#define OTHERS (sizeof(others) / sizeof(*others))

#define NAME_ENDS " \n,.;:!?)]}>\"'"
#define LEAST_NAME 3

static const char paragraph[] = "The council of Port Ellis met on Monday.";

struct place {
	size_t at, end;
};

/* A text with `count` times `what` in place of its bytes [at, end). */
static void try_with(struct recorded_case *one, struct place place,
		     const char *what, size_t count)
{
	const struct text *in = &one->test->in;
	const size_t len = strlen(what), rest = in->len - place.end;
	char *text = malloc(place.at + len * count + rest + 1);
	size_t end = place.at;

	assert_non_null(text);
	memcpy(text, in->bytes, place.at);
	for (; count; count--, end += len)
		memcpy(text + end, what, len);
	memcpy(text + end, in->bytes + place.end, rest);
	recorded_try(one, one->own, text, end + rest, false);
	free(text);
}

/* The text with `what` wherever it has what is at the place. */
static void try_all_with(struct recorded_case *one, struct place place,
			 const struct text *what)
{
	const struct text *in = &one->test->in;
	const size_t len = place.end - place.at;
	char *text = malloc(in->len * (what->len + 1) + 1);
	size_t end = 0, at = 0;

	assert_non_null(text);
	while (at < in->len) {
		if (in->len - at < len ||
		    memcmp(in->bytes + at, in->bytes + place.at, len) != 0) {
			text[end++] = in->bytes[at++];
			continue;
		}
		memcpy(text + end, what->bytes, what->len);
		end += what->len;
		at += len;
	}
	recorded_try(one, one->own, text, end, false);
	free(text);
}

/* What is at the place, with so many letters after it. */
static void try_longer(struct recorded_case *one, struct place place,
		       size_t letters)
{
	const size_t len = place.end - place.at;
	struct text what = { malloc(len + letters), len + letters };

	assert_non_null(what.bytes);
	memcpy(what.bytes, one->test->in.bytes + place.at, len);
	memset(what.bytes + len, 'n', letters);
	try_all_with(one, place, &what);
	free(what.bytes);
}

/* What is at the place, gone or twice. */
static void try_without(struct recorded_case *one, struct place place)
{
	try_all_with(one, place, &(struct text){ "", 0 });
}

static void try_doubled(struct recorded_case *one, struct place place)
{
	const size_t len = place.end - place.at;
	struct text what = { malloc(2 * len + 1), 2 * len + 1 };

	assert_non_null(what.bytes);
	memcpy(what.bytes, one->test->in.bytes + place.at, len);
	what.bytes[len] = ' ';
	memcpy(what.bytes + len + 1, what.bytes, len);
	try_all_with(one, place, &what);
	free(what.bytes);
}

/* Each number of them before text[at]. */
static void sweep(struct recorded_case *one, size_t at, const char *what,
		  size_t most)
{
	for (size_t count = 1; count <= most; count++)
		try_with(one, (struct place){ at, at }, what, count);
}

static bool is_inside(const struct text *in, size_t at)
{
	return at < in->len && ((unsigned char)in->bytes[at] & 0xC0) == 0x80;
}

static size_t next_character(const struct text *in, size_t at)
{
	do
		at++;
	while (is_inside(in, at));
	return at;
}

static size_t character_start(const struct text *in, size_t at)
{
	while (at && is_inside(in, at))
		at--;
	return at;
}

/* Its beginnings, and its ends. */
static void sweep_cuts(struct recorded_case *one)
{
	const struct text *in = &one->test->in;
	const size_t from = in->len > CUT ? in->len - CUT : 0;

	for (size_t at = 1; at < in->len; at++) {
		if (is_inside(in, at))
			continue;
		if (at > from)
			recorded_try(one, one->own, in->bytes, at, false);
		if (at < CUT)
			recorded_try(one, one->own, in->bytes + at,
				     in->len - at, false);
	}
}

/* Each character: gone, another one, and one before it. */
static void sweep_characters(struct recorded_case *one, size_t start)
{
	const struct text *in = &one->test->in;
	size_t other = one->state % OTHERS;

	for (size_t at = start, next; at < in->len && at < start + TOUCHED;
	     at = next) {
		next = next_character(in, at);
		try_with(one, (struct place){ at, next }, "", 0);
		for (int i = 0; i < 2; i++) {
			other = (other + 1) % OTHERS;
			try_with(one, (struct place){ at, i ? next : at },
				 others[other], 1);
		}
	}
}

/* The last of these bytes before `at`, or the text's start. */
static size_t start_of(const struct text *in, size_t at, const char *ends)
{
	while (at && !strchr(ends, in->bytes[at - 1]))
		at--;
	return at;
}

static size_t end_of(const struct text *in, size_t at, const char *ends)
{
	while (at < in->len && !strchr(ends, in->bytes[at]))
		at++;
	return at;
}

/* Whether a word begins there that is worth a look wherever it is. */
static bool is_name(const struct text *in, size_t word)
{
	return end_of(in, word, NAME_ENDS) >= word + LEAST_NAME;
}

/* The line at `at`, and what ends it; free() it. */
static char *line_at(const struct text *in, size_t at)
{
	const size_t start = start_of(in, at, "\n");
	const size_t len = end_of(in, at, "\n") - start;
	char *line = malloc(len + 2);

	assert_non_null(line);
	memcpy(line, in->bytes + start, len);
	memcpy(line + len, "\n", 2);
	return line;
}

/* How long its words, lines and paragraphs are, and how many. */
static void sweep_lengths(struct recorded_case *one, size_t at)
{
	const struct text *in = &one->test->in;
	const size_t word = start_of(in, at, " \n"),
		     line = start_of(in, at, "\n"),
		     line_end = end_of(in, at, "\n");
	char mark[8] = { 0 }, *copy = line_at(in, at);
	const size_t next = next_character(in, at);

	sweep(one, end_of(in, at, " \n,.;:!?"), "n", LETTERS);
	sweep(one, word, "n", MARKS);
	if (is_name(in, word))
		for (size_t letters = 1; letters <= LETTERS; letters++)
			try_longer(one,
				   (struct place){
					   word, end_of(in, word, NAME_ENDS) },
				   letters);
	sweep(one, word, "of ", WORDS);
	sweep(one, line_end, " of", MARKS);
	sweep(one, line, copy, LINES);
	sweep(one, line, " ", MARKS);
	sweep(one, line_end, "\n", MARKS);
	if (at < in->len && next - at < sizeof(mark)) {
		memcpy(mark, in->bytes + at, next - at);
		sweep(one, at, mark, MARKS);
	}
	free(copy);
}

/* Each word, gone or doubled in all places that have it. */
static void sweep_words(struct recorded_case *one)
{
	const struct text *in = &one->test->in;

	for (size_t at = 0, end; at < in->len && at < TOUCHED; at = end + 1) {
		end = end_of(in, at, " \n");
		if (end > at) {
			try_without(one, (struct place){ at, end });
			try_doubled(one, (struct place){ at, end });
		}
	}
}

/* Each line, by a few letters longer and shorter. */
static void sweep_lines(struct recorded_case *one)
{
	const struct text *in = &one->test->in;
	size_t at = 0;

	for (int line = 0; line < LINES && at < in->len; line++) {
		const size_t word = end_of(in, at, " \n"),
			     end = end_of(in, at, "\n");

		sweep(one, word, "n", WIDER);
		for (size_t less = 1; less <= WIDER && less < end - at; less++)
			if (!is_inside(in, end - less))
				try_with(one, (struct place){ end - less, end },
					 "", 0);
		at = end + 1;
	}
}

/* So many bytes, up to what the longest limits are. */
static void sweep_bytes(struct recorded_case *one, size_t at)
{
	static const char words[] = "of a reed ";
	const struct text *in = &one->test->in;
	const size_t most = in->len + BYTES;
	char *text = malloc(most);

	assert_non_null(text);
	memcpy(text, in->bytes, at);
	for (size_t len = 1; len <= BYTES; len++) {
		text[at + len - 1] = words[len % (sizeof(words) - 1)];
		memcpy(text + at + len, in->bytes + at, in->len - at);
		recorded_try(one, one->own, text, in->len + len, false);
	}
	free(text);
}

/* What is above it, and below. */
static void sweep_surroundings(struct recorded_case *one)
{
	char lines[sizeof(paragraph) + 2];
	const size_t end = one->test->in.len;

	snprintf(lines, sizeof(lines), "%s\n\n", paragraph);
	sweep(one, 0, lines, LINES);
	snprintf(lines, sizeof(lines), "\n\n%s", paragraph);
	sweep(one, end, lines, LINES);
	snprintf(lines, sizeof(lines), one->state % 2 ? "\n%s" : " %s",
		 paragraph);
	sweep(one, end, lines, LINES);
}

static void try_sweeps(struct recorded_case *one)
{
	const size_t change =
		character_start(&one->test->in, case_first_change(one->test));
	const size_t len = one->test->in.len;
	const size_t any = len ? random_below(&one->state, (uint32_t)len) : 0;

	one->skipped = one->state % EACH;
	if (one->skipped)
		return;
	sweep_cuts(one);
	sweep_characters(one, change > TOUCHED / 2
				      ? character_start(&one->test->in,
							change - TOUCHED / 2)
				      : 0);
	sweep_lengths(one, change);
	sweep_lengths(one, character_start(&one->test->in, any));
	sweep_surroundings(one);
	sweep_words(one);
	if (memchr(one->test->in.bytes, '\n', len))
		sweep_lines(one);
	if (one->state % SELDOM == 0)
		sweep_bytes(one, one->state % 4 ? change
						: end_of(&one->test->in, change,
							 " \n"));
}

int main(void)
{
	return recorded_run("sweeps", "tests/neighbours/sweeps", try_sweeps);
}
