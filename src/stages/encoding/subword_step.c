/*
 * Words in the pieces that language models read them in. Byte pair encoding
 * (Sennrich, Haddow and Birch 2016, subword-nmt) ends a piece that goes on in
 * "@@"; WordPiece (Schuster and Nakajima 2012, as BERT has it) begins one that
 * goes on with "##"; SentencePiece (Kudo and Richardson 2018) has U+2581, and
 * the byte-level BPE of GPT-2 U+0120, where a space was, and spaces between
 * pieces or none. OpenNMT's tokeniser has U+FFED where there was none.
 *
 * One of them may be text, a heading or a letter of Maltese: a text is in
 * pieces where it has several, and, of the signs for spaces, as many as words
 * need.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/bytes.h"
#include "base/utf8.h"
#include "unicode/props.h"

#define LEAST 3 /* pieces of a text that is in them */

/* A sign between two pieces of a word, with the space beside it. */
struct joint {
	const char *text;
	size_t len;
	char first;  /* the byte that it is looked for by */
	size_t back; /* where that is in it */
};

static const struct joint joints[] = {
	{ "@@ ", 3, '@', 0 },
	{ " ##", 3, '#', 1 },
};

/* "##SENT##", a mark between sentences, is no piece. */
static bool is_piece(const struct pass *pass, size_t at)
{
	while (at < pass->len && unicode_is_word(pass_point(pass, at)))
		utf8_next(pass->text, &at);
	return bytes_at(pass->text, pass->len, at) != '#';
}

/* Where the next joint with a piece on both sides is; pass->len: none. */
static size_t next_joint(const struct pass *pass, size_t from,
			 const struct joint *joint)
{
	size_t at = from;

	while ((at = bytes_find(pass->text, pass->len, at, joint->first)) <
	       pass->len) {
		const size_t start = at - joint->back;

		if (at > from + joint->back &&
		    pass_has(pass, start, joint->text) &&
		    !unicode_is_edge(utf8_before(pass->text, start)) &&
		    unicode_is_word(pass_point(pass, start + joint->len)) &&
		    is_piece(pass, start + joint->len))
			return start;
		at++;
	}
	return pass->len;
}

/* "th" in "the ##th century": a number of which only the ending is left, or a
   piece; alone it does not tell. */
static bool is_ordinal(const struct pass *pass, size_t at)
{
	static const char endings[][3] = { "th", "st", "nd", "rd", "s" };

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++) {
		const size_t end = at + strlen(endings[i]);

		if (pass_has(pass, at, endings[i]) &&
		    !unicode_is_word(pass_point(pass, end)))
			return true;
	}
	return false;
}

/*
 * "#tarn" beside "##quay": they are hashtags, typed in haste. "##.#" and
 * "####,": signs that stand for the digits of numbers.
 */
static bool has_other_hash(const struct pass *pass)
{
	size_t at = 0;

	while ((at = bytes_find(pass->text, pass->len, at, '#')) < pass->len) {
		const bool first = unicode_is_edge(utf8_before(pass->text, at));
		const size_t start = at;
		unsigned char after;

		while ((after = bytes_at(pass->text, pass->len, at)) == '#')
			at++;
		if (first && at == start + 1 &&
		    unicode_is_word(pass_point(pass, at)))
			return true;
		if (first && at > start + 1 && after && strchr(".,-% ", after))
			return true;
	}
	return false;
}

static void mend_joints(struct pass *pass, const struct joint *joint)
{
	size_t count = 0;
	bool pieces;

	for (size_t at = next_joint(pass, 0, joint); at < pass->len;
	     at = next_joint(pass, at + joint->len, joint))
		count += joint->first != '#' ||
			 !is_ordinal(pass, at + joint->len);
	pieces = count >= LEAST &&
		 (joint->first != '#' || !has_other_hash(pass));
	for (size_t at = next_joint(pass, 0, joint); pieces && at < pass->len;
	     at = next_joint(pass, at + joint->len, joint))
		pass_delete(pass, RULE_ENCODING_SUBWORD, at, at + joint->len);
}

/* Signs where spaces and line ends were. */
static const struct blank {
	const char *space;
	const char *newline; /* NULL: it has none for that */
} blanks[] = {
	{ "\u2581", NULL },
	{ "\u0120", "\u010A" },
};

static bool is_sign(const struct pass *pass, size_t at, const char *sign)
{
	return sign && pass_has(pass, at, sign);
}

static bool is_line_start(const struct pass *pass, size_t at)
{
	return !at || pass->text[at - 1] == '\n';
}

/* The signs with a word after them, and the gaps before words. */
struct tally {
	size_t signs, spaces;
};

/*
 * A row of U+0120 is no word, nor is a mark, which another stage may close up
 * with the sign.
 */
static bool begins_word(const struct pass *pass, size_t at, const char *sign)
{
	return unicode_is_word(pass_point(pass, at)) &&
	       !is_sign(pass, at, sign);
}

/*
 * The last space before a word: those at a line's start and end, and before
 * marks, go later and part nothing.
 */
static bool ends_gap(const struct pass *pass, size_t at)
{
	if (!unicode_is_word(pass_point(pass, at + 1)))
		return false;
	at = skip_spaces_back(pass->text, 0, at);
	return at && pass->text[at - 1] != '\n';
}

static struct tally count(const struct pass *pass, const struct blank *blank)
{
	const size_t len = strlen(blank->space);
	struct tally tally = { .signs = 0 };
	size_t at = 0;

	while ((at = bytes_find(pass->text, pass->len, at, blank->space[0])) <
	       pass->len) {
		tally.signs += is_sign(pass, at, blank->space) &&
			       begins_word(pass, at + len, blank->space);
		at++;
	}
	for (at = 0; tally.signs >= LEAST && at < pass->len; at++)
		tally.spaces += pass->text[at] == ' ' && ends_gap(pass, at);
	return tally;
}

/*
 * Each sign becomes its space, and spaces go where they part pieces: where
 * there are about as many of them.
 */
static void mend_blanks(struct pass *pass, const struct blank *blank)
{
	const struct tally tally = count(pass, blank);
	const bool parted = tally.spaces * 4 > tally.signs;
	size_t at = 0;

	if (tally.signs < LEAST || tally.signs * 2 < tally.spaces)
		return;
	while (at < pass->len) {
		const size_t from = at;

		at += parted && pass->text[at] == ' ';
		if (is_sign(pass, at, blank->space)) {
			at += strlen(blank->space);
			pass_put(pass, RULE_ENCODING_SUBWORD, from, at,
				 is_line_start(pass, from) ? "" : " ");
		} else if (is_sign(pass, at, blank->newline)) {
			at += strlen(blank->newline);
			pass_put(pass, RULE_ENCODING_SUBWORD, from, at, "\n");
		} else if (at > from) {
			pass_delete(pass, RULE_ENCODING_SUBWORD, from, at);
		} else {
			at++;
		}
	}
}

#define JOINER "\uFFED"
#define JOINER_LEN (sizeof(JOINER) - 1)

/* Where the next joiner is; pass->len: none. */
static size_t next_joiner(const struct pass *pass, size_t at)
{
	while ((at = bytes_find(pass->text, pass->len, at, JOINER[0])) <
		       pass->len &&
	       !pass_has(pass, at, JOINER))
		at++;
	return at;
}

/* "October 4 \uFFED, its", "62 \uFFED-\uFFED year": what it parts is joined. */
static void mend_joiners(struct pass *pass)
{
	size_t count = 0, done = 0;

	for (size_t at = next_joiner(pass, 0); at < pass->len;
	     at = next_joiner(pass, at + JOINER_LEN))
		count += pass_byte_before(pass, at) == ' ' ||
			 pass_byte(pass, at + JOINER_LEN) == ' ';
	for (size_t at = next_joiner(pass, 0); count >= LEAST && at < pass->len;
	     at = next_joiner(pass, done)) {
		const size_t from =
			at - (at > done && pass->text[at - 1] == ' ');

		done = at + JOINER_LEN;
		done += pass_byte(pass, done) == ' ';
		pass_delete(pass, RULE_ENCODING_SUBWORD, from, done);
	}
}

/* A text is in the pieces of one vocabulary. */
static void run(struct pass *pass)
{
	const size_t before = pass->layer->edit_count;

	for (size_t i = 0; i < sizeof(joints) / sizeof(*joints); i++) {
		mend_joints(pass, &joints[i]);
		if (pass->layer->edit_count > before)
			return;
	}
	if (!survey_saw(pass->survey, SEEN_SUBWORD))
		return;
	mend_joiners(pass);
	if (pass->layer->edit_count > before)
		return;
	for (size_t i = 0; i < sizeof(blanks) / sizeof(*blanks); i++) {
		mend_blanks(pass, &blanks[i]);
		if (pass->layer->edit_count > before)
			return;
	}
}

const struct stage subword_stage = {
	.name = "encoding",
	.decodes = true,
	.sees = SEEN_SUBWORD | SEEN_HASH,
	.rule = RULE_ENCODING_SUBWORD,
	.run = run,
};
