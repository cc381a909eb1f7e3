/*
 * Ligatures that are gone, or a space. No English text of some length is
 * without "fi" and "fl"; where one is, and three different words are known
 * with a ligature only, and with one alone, it lost them.
 */
#include "stages/encoding/lost_ligature.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "lang/lookup.h"
#include "stages/other_language.h"
#include "stages/stage.h"
#include "text/word_lists.h"

#define LEAST_LETTERS 160 /* small ones; news has "fi" or "fl" once in 90 */
#define LEAST_WORDS 3	  /* different ones */
#define WHOLE_WORDS 60	  /* so many words without a loss: there is none */
#define SHORTEST 3	  /* letters that are left of a word */
#define LONGEST 24
#define SHORT 4 /* letters of the words that have a list of their own */

static const char *const ligatures[] = { "fi", "fl", "ff", "ffi", "ffl" };

#define LIGATURES (sizeof(ligatures) / sizeof(*ligatures))

/* Where a ligature is gone: text[at, end) becomes it. */
struct loss {
	size_t at, end;
	const char *ligature; /* NULL: there is none */
	size_t word, word_end;
};

static bool is_known(const struct pass *pass, const char *word, size_t len)
{
	const struct lang *lang = pass->settings->lang;
	size_t rest;

	return word_lists_find(pass->settings->lists, word, len) ||
	       lang_lookup(len > SHORT ? &lang->words : &lang->short_words,
			   word, len, &rest);
}

/* A word is looked up once, though the word before it asks for it, too. */
struct reader {
	const struct pass *pass;
	size_t at; /* of the word that was asked for last */
	bool known;
};

/* The letters of text[at, end) in small ones, spaces left out. */
static size_t spell(const struct pass *pass, size_t at, size_t end, char *word)
{
	size_t len = 0;

	for (; at < end && len < LONGEST; at++)
		if (pass->text[at] != ' ')
			word[len++] = (char)ascii_lower(
				(unsigned char)pass->text[at]);
	return at < end ? 0 : len;
}

/* Whether the word text[at, end) is known. */
static bool knows(struct reader *reader, size_t at, size_t end)
{
	char word[LONGEST];

	if (reader->at != at) {
		const size_t len = spell(reader->pass, at, end, word);

		reader->at = at;
		reader->known = len && is_known(reader->pass, word, len);
	}
	return reader->known;
}

/* Whether the word is known with that ligature after `front` letters. */
static bool is_known_with(const struct pass *pass, const char *word, size_t len,
			  size_t front, const char *ligature)
{
	char whole[LONGEST + 4];
	const size_t more = strlen(ligature);

	memcpy(whole, word, front);
	memcpy(whole + front, ligature, more);
	memcpy(whole + front + more, word + front, len - front);
	return is_known(pass, whole, len + more);
}

/* Whether any word goes on with a ligature after these letters. */
static bool may_have_ligature(const struct pass *pass, const char *front,
			      size_t len)
{
	char prefix[LONGEST + 1];

	memcpy(prefix, front, len);
	prefix[len] = 'f';
	return lang_has_prefix(&pass->settings->lang->words, prefix, len + 1);
}

/*
 * The one ligature, and place, from `first` to `last` letters, that make it a
 * word. *front is the place; NULL: none does, or several do.
 */
static const char *find_ligature(const struct pass *pass, const char *word,
				 size_t len, size_t first, size_t last,
				 size_t *front)
{
	const char *found = NULL;

	for (size_t at = first; at <= last; at++) {
		if (!may_have_ligature(pass, word, at))
			continue;
		for (size_t i = 0; i < LIGATURES; i++) {
			if (!is_known_with(pass, word, len, at, ligatures[i]))
				continue;
			if (found)
				return NULL;
			found = ligatures[i];
			*front = at;
		}
	}
	return found;
}

static size_t word_end(const struct pass *pass, size_t at)
{
	while (ascii_is_lower(pass_byte(pass, at)))
		at++;
	return at;
}

static bool ends_here(const struct pass *pass, size_t end)
{
	const unsigned char after = pass_byte(pass, end);

	return after < 0x80 && !ascii_is_alnum(after) && after != '\'' &&
	       after != '-';
}

/* "ofcials" at text[at, end), which is no word. */
static struct loss look_within(const struct pass *pass, size_t at, size_t end)
{
	char word[LONGEST];
	struct loss loss = { .word = at, .word_end = end };
	const size_t len = spell(pass, at, end, word);
	size_t front = 0;

	if (len < SHORTEST || !ends_here(pass, end))
		return loss;
	loss.ligature = find_ligature(pass, word, len, 0, len, &front);
	loss.at = loss.end = at + front;
	return loss;
}

/* "signi cant", of which one part at least is no word. */
static struct loss look_between(struct reader *reader, size_t at, size_t end)
{
	const struct pass *pass = reader->pass;
	const size_t next = end + 1, front = end - at;
	struct loss loss = { .word = at, .word_end = end };
	char word[LONGEST];
	size_t len, place;

	if (pass_byte(pass, end) != ' ' || word_end(pass, next) == next)
		return loss;
	loss.word_end = word_end(pass, next);
	len = spell(pass, at, loss.word_end, word);
	if (!len || !ends_here(pass, loss.word_end) ||
	    (knows(reader, at, end) && knows(reader, next, loss.word_end)))
		return loss;
	loss.ligature = find_ligature(pass, word, len, front, front, &place);
	loss.at = end;
	loss.end = next;
	return loss;
}

/* What the word at text[at] lost. Its first letter may be a capital. */
static struct loss look(struct reader *reader, size_t at)
{
	const size_t end = word_end(reader->pass, at + 1);
	const struct loss none = { .word = at, .word_end = end };
	const bool known = knows(reader, at, end);
	const struct loss loss = look_between(reader, at, end);

	if (loss.ligature)
		return loss;
	return known ? none : look_within(reader->pass, at, end);
}

static size_t next_word(const struct pass *pass, size_t at)
{
	while (at < pass->len &&
	       !(ascii_is_letter((unsigned char)pass->text[at]) &&
		 !ascii_is_alnum(pass_byte_before(pass, at)) &&
		 pass_byte_before(pass, at) < 0x80))
		at++;
	return at;
}

static bool same_words(const struct pass *pass, const struct loss *a,
		       const struct loss *b)
{
	const size_t len = a->word_end - a->word;

	return a->ligature && len == b->word_end - b->word &&
	       !memcmp(pass->text + a->word, pass->text + b->word, len);
}

/*
 * Whether enough words that differ lost one. Names are known to nobody, and
 * tell nothing.
 */
static bool are_lost(const struct pass *pass)
{
	struct loss first = { .ligature = NULL }, second = first;
	struct reader reader = { .pass = pass, .at = SIZE_MAX };
	size_t count = 0, words = 0;

	for (size_t at = next_word(pass, 0);
	     at < pass->len && count < LEAST_WORDS;) {
		struct loss loss = { .word_end = word_end(pass, at + 1) };

		if (ascii_is_lower((unsigned char)pass->text[at]))
			loss = look(&reader, at);
		at = next_word(pass, loss.word_end);
		if (!loss.ligature && !count && ++words > WHOLE_WORDS)
			return false;
		if (!loss.ligature || same_words(pass, &first, &loss) ||
		    same_words(pass, &second, &loss))
			continue;
		count++;
		second = first;
		first = loss;
	}
	return count == LEAST_WORDS;
}

/* Whether the text has none of the two that are the commonest. */
static bool has_none(const struct pass *pass)
{
	size_t at = bytes_find(pass->text, pass->len, 0, 'f');

	while (at < pass->len && pass_byte(pass, at + 1) != 'i' &&
	       pass_byte(pass, at + 1) != 'l')
		at = bytes_find(pass->text, pass->len, at + 1, 'f');
	return at == pass->len;
}

void lost_ligatures_mend(struct pass *pass)
{
	struct reader reader = { .pass = pass, .at = SIZE_MAX };

	if (pass->survey->lower < LEAST_LETTERS || !has_none(pass) ||
	    language_is_other(pass) || !are_lost(pass))
		return;
	for (size_t at = next_word(pass, 0); at < pass->len;) {
		const struct loss loss = look(&reader, at);

		if (loss.ligature)
			pass_put(pass, RULE_ENCODING_LIGATURE, loss.at,
				 loss.end, loss.ligature);
		at = next_word(pass, loss.word_end);
	}
}
