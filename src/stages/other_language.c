#include "stages/other_language.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "edit/foreign.h"
#include "lang/lang.h"
#include "lang/lookup.h"
#include "unicode/props.h"

/* A title, of which few words tell: so many are frequent in English. */
#define TITLE_BYTES 160
#define TITLE_LETTERS 4 /* of a word that tells */
#define TITLE_WORDS 2

static bool is_frequent(const struct lang *lang, const char *word, size_t len)
{
	size_t rest;

	return lang_lookup(&lang->words, word, len, &rest) ||
	       lang_lookup(&lang->short_words, word, len, &rest);
}

static size_t word_end(const struct pass *pass, size_t at)
{
	while (unicode_is_word(pass_point(pass, at)) ||
	       pass_byte(pass, at) == '_')
		utf8_next(pass->text, &at);
	return at;
}

/*
 * Whether the small words of a short text are words of English: "Café owner
 * wins a prize".
 */
static bool is_english_title(const struct pass *pass)
{
	const struct lang *lang = pass->settings->lang;
	size_t words = 0, known = 0, end;

	if (pass->len > TITLE_BYTES || !lang->words.bytes)
		return false;
	for (size_t at = 0; at < pass->len; at = end) {
		end = word_end(pass, at);
		if (end == at)
			utf8_next(pass->text, &end);
		else if (end - at >= TITLE_LETTERS &&
			 !unicode_is_upper(pass_point(pass, at))) {
			words++;
			known += is_frequent(lang, pass->text + at, end - at);
		}
	}
	return known >= TITLE_WORDS && known * 4 >= words * 3;
}

/* Words that English shares with few languages: so many letters, so many. */
#define LINE_LETTERS 5
#define LINE_WORDS 3
#define LONGEST 24

/* A list has as many commas, and one for so many words. */
#define LIST_COMMAS 4

/* The same, of a word in any case. */
static bool is_frequent_folded(const struct lang *lang, const char *word,
			       size_t len)
{
	char folded[LONGEST];
	size_t rest;

	if (len > sizeof(folded))
		return false;
	for (size_t i = 0; i < len; i++)
		folded[i] = (char)ascii_lower((unsigned char)word[i]);
	return lang_lookup(&lang->words, folded, len, &rest);
}

/*
 * Whether the long words of a line are words of English, half of them at least,
 * or it is a list: many a sentence needs no small word.
 */
static bool is_english_line(const struct pass *pass, size_t at, size_t end)
{
	const struct lang *lang = pass->settings->lang;
	size_t words = 0, known = 0, all = 0, commas = 0, next;

	for (; at < end; at = next) {
		next = word_end(pass, at);
		if (next == at) {
			commas += pass->text[at] == ',';
			utf8_next(pass->text, &next);
			continue;
		}
		all++;
		if (next - at < LINE_LETTERS)
			continue;
		words++;
		known += is_frequent_folded(lang, pass->text + at, next - at);
	}
	return (known >= LINE_WORDS && known * 2 >= words) ||
	       (commas >= LIST_COMMAS && commas * LIST_COMMAS >= all);
}

bool line_is_other_language(const struct pass *pass, size_t at, size_t end)
{
	return foreign_line(pass->text + at, end - at, pass->settings->lists) &&
	       !is_english_line(pass, at, end);
}

#define NEAR 400 /* bytes on either side: a line may be all of the text */

bool place_is_other_language(const struct pass *pass, size_t at)
{
	size_t from = at, end = at;

	while (from && at - from < NEAR && pass->text[from - 1] != '\n')
		from--;
	while (end < pass->len && end - at < NEAR && pass->text[end] != '\n')
		end++;
	while (from < at && utf8_is_trail(pass->text[from]))
		from++;
	while (end > at && end < pass->len && utf8_is_trail(pass->text[end]))
		end--;
	return foreign_language(pass->text + from, end - from,
				pass->settings->lists) == OTHER_LANGUAGE_SURE;
}

enum other_language language_told(const struct pass *pass)
{
	enum other_language ignored = OTHER_LANGUAGE_UNASKED;
	enum other_language *answer =
		pass->language ? pass->language : &ignored;

	if (*answer != OTHER_LANGUAGE_UNASKED)
		return *answer;
	*answer =
		foreign_language(pass->text, pass->len, pass->settings->lists);
	if (*answer == OTHER_LANGUAGE_SURE && is_english_title(pass))
		*answer = OTHER_LANGUAGE_PERHAPS;
	return *answer;
}

bool may_be_other_language(const struct pass *pass)
{
	return !lang_is_english(pass->settings->lang) ||
	       language_told(pass) != OTHER_LANGUAGE_NONE;
}

bool language_is_sure(const struct pass *pass)
{
	return language_told(pass) == OTHER_LANGUAGE_SURE;
}

bool language_is_other(const struct pass *pass)
{
	return !lang_is_english(pass->settings->lang) || language_is_sure(pass);
}
