/*
 * U+FFFD: characters that a program could not read, and threw away.
 *
 * A letter that is gone stays gone, and is reported. A mark is known where
 * nothing else can have stood: the apostrophe of "isn�t" and "EPA�s", a dash
 * between spaces, a no-break space after a comma.
 */
#include "stages/encoding/step.h"

#include <string.h>

#include "base/utf8.h"
#include "stages/stage.h"
#include "unicode/props.h"

#define LOST "\xEF\xBF\xBD"
#define LOST_LEN 3

/* One character may have left as many as it had bytes. */
#define LOST_MAX 3

struct gap {
	struct pass *pass;
	size_t at, end;
	uint32_t before, after;
};

/* Words that end in é, less that letter: "caf�s" are cafés. */
static const char *const accented_stems[] = {
	"appliqu", "attach", "caf", "canap", "clich", "communiqu", "consomm",
	"expos", "fianc", "habitu", "macram", "protég", "pur", "risqu", "saut",
	"souffl", "toup",
};

static size_t next_lost(const struct pass *pass, size_t at)
{
	for (; at + LOST_LEN <= pass->len; at++) {
		const char *found = memchr(pass->text + at, LOST[0],
					   pass->len - at);

		if (!found)
			break;
		at = (size_t)(found - pass->text);
		if (pass->len - at >= LOST_LEN && !memcmp(found, LOST, LOST_LEN))
			return at;
	}
	return pass->len;
}

static bool next_gap(struct pass *pass, size_t from, struct gap *gap)
{
	gap->pass = pass;
	gap->at = next_lost(pass, from);
	if (gap->at == pass->len)
		return false;
	gap->end = gap->at + LOST_LEN;
	while (gap->end - gap->at < LOST_MAX * LOST_LEN &&
	       pass->len - gap->end >= LOST_LEN &&
	       !memcmp(pass->text + gap->end, LOST, LOST_LEN))
		gap->end += LOST_LEN;
	gap->before = utf8_before(pass->text, gap->at);
	gap->after = utf8_at(pass->text, pass->len, gap->end);
	return true;
}

/* The ASCII letters before or behind the gap, in lower case. */
static size_t word_before(const struct gap *gap, char *word, size_t room)
{
	const char *text = gap->pass->text;
	size_t from = gap->at, len = 0;

	while (from && ascii_is_letter((unsigned char)text[from - 1]) &&
	       gap->at - from < room)
		from--;
	for (; from < gap->at; from++)
		word[len++] = (char)ascii_lower((unsigned char)text[from]);
	return len;
}

static size_t word_after(const struct gap *gap, char *word, size_t room)
{
	const char *text = gap->pass->text;
	size_t at = gap->end, len = 0;

	while (at < gap->pass->len && len < room &&
	       ascii_is_letter((unsigned char)text[at]))
		word[len++] = (char)ascii_lower((unsigned char)text[at++]);
	if (at < gap->pass->len && (unsigned char)text[at] >= 0x80 && len &&
	    unicode_is_word(utf8_at(text, gap->pass->len, at)))
		return 0;
	return len;
}

static bool is_word(const char *word, size_t len, const char *wanted)
{
	return strlen(wanted) == len && !memcmp(word, wanted, len);
}

static bool is_one_of(const char *word, size_t len, const char *const *list,
		      size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (is_word(word, len, list[i]))
			return true;
	return false;
}

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

/* "we�re", "I�m": no other letter makes a word of these. */
static bool is_pronoun_contraction(const char *before, size_t before_len,
				   const char *after, size_t after_len)
{
	static const char *const pronouns[] = {
		"he", "i", "it", "she", "that", "there", "they", "we", "what",
		"who", "you",
	};
	static const char *const endings[] = { "d", "ll", "m", "re", "ve" };

	return is_one_of(before, before_len, pronouns, COUNT(pronouns)) &&
	       is_one_of(after, after_len, endings, COUNT(endings));
}

static bool is_apostrophe(const struct gap *gap)
{
	char before[16], after[4];
	const size_t before_len = word_before(gap, before, sizeof(before));
	const size_t after_len = word_after(gap, after, sizeof(after));

	if (!before_len || !after_len)
		return false;
	if (is_word(after, after_len, "s"))
		return !is_one_of(before, before_len, accented_stems,
				  COUNT(accented_stems));
	if (is_word(after, after_len, "t"))
		return before_len > 2 && before[before_len - 1] == 'n';
	return is_pronoun_contraction(before, before_len, after, after_len);
}

/* " � " between words, not after a sentence. */
static bool is_dash(const struct gap *gap)
{
	const struct pass *pass = gap->pass;
	uint32_t before, after;

	if (gap->before != ' ' || gap->after != ' ')
		return false;
	before = utf8_before(pass->text, gap->at - 1);
	after = utf8_at(pass->text, pass->len, gap->end + 1);
	return (unicode_is_word(before) || before == ',') &&
	       unicode_is_letter(after);
}

static bool is_pause(uint32_t point)
{
	return point == '.' || point == ',' || point == ';' || point == ':' ||
	       point == '!' || point == '?';
}

/* What a no-break space leaves: "said.� The", "flag,�all". */
static bool is_space(const struct gap *gap)
{
	return is_pause(gap->before) &&
	       (unicode_is_letter(gap->after) || gap->after == ' ' ||
		gap->after == '\n' || !gap->after);
}

/* "�Hello": quotation marks are lost too, so ".�" may be one. */
static bool opens_quote(const struct gap *gap)
{
	return (!gap->before || unicode_is_space(gap->before)) &&
	       unicode_is_letter(gap->after);
}

static bool lost_quotes(struct pass *pass)
{
	struct gap gap;

	for (size_t at = 0; next_gap(pass, at, &gap); at = gap.end)
		if (opens_quote(&gap))
			return true;
	return false;
}

static void put(const struct gap *gap, const char *text)
{
	pass_put(gap->pass, RULE_ENCODING_LOST_MARK, gap->at, gap->end, text);
}

static void mend(const struct gap *gap, bool quotes)
{
	if (is_apostrophe(gap))
		put(gap, "’");
	else if (is_dash(gap))
		put(gap, "–");
	else if (!quotes && is_space(gap))
		put(gap, unicode_is_letter(gap->after) ? " " : "");
	else
		pass_note(gap->pass, RULE_ENCODING_LOST_CHARACTER, gap->at,
			  gap->end, NULL);
}

void lost_step(struct pass *pass)
{
	const bool quotes = lost_quotes(pass);
	struct gap gap;

	for (size_t at = 0; next_gap(pass, at, &gap); at = gap.end)
		mend(&gap, quotes);
}
