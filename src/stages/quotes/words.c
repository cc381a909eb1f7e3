/* Words beside marks, and lists of them in the language's files. */
#include "stages/quotes/quotes.h"

#include <string.h>

#include "base/utf8.h"
#include "lang/lang.h"
#include "lang/lookup.h"
#include "unicode/props.h"

struct quote_word quote_word_at(const struct pass *pass, size_t at)
{
	struct quote_word word = { .len = 0 };

	while (at < pass->len && word.len < QUOTE_WORD_MAX) {
		const unsigned char c = (unsigned char)pass->text[at];

		if (!ascii_is_letter(c))
			break;
		word.bytes[word.len++] = (char)ascii_lower(c);
		at++;
	}
	if (word.len == QUOTE_WORD_MAX ||
	    unicode_is_word(utf8_at(pass->text, pass->len, at)))
		word.len = 0;
	word.end = at;
	return word;
}

const char *quote_word_line(const struct lang_file *file, char sign,
			    const struct quote_word *word)
{
	char key[QUOTE_WORD_MAX + 1] = { sign };
	size_t len;

	if (!word->len)
		return NULL;
	memcpy(key + 1, word->bytes, word->len);
	return lang_lookup(file, key, word->len + 1, &len);
}

/* The number after a word on its line; 0 without one. */
static int number_at(const char *line)
{
	int number = 0, sign = 1;

	if (!line)
		return 0;
	if (*line == '-') {
		sign = -1;
		line++;
	}
	for (; ascii_is_digit((unsigned char)*line); line++)
		number = 10 * number + (*line - '0');
	return sign * number;
}

static int speech_before(const struct pass *pass, const struct quote_mark *mark)
{
	const char *text = pass->text;
	struct quote_word word;
	size_t at = mark->at, end;

	while (at && memchr(" ,.:", text[at - 1], 4))
		at--;
	end = at;
	while (at && end - at < QUOTE_WORD_MAX &&
	       ascii_is_letter((unsigned char)text[at - 1]))
		at--;
	if (unicode_is_word(utf8_before(text, at)))
		return 0;
	word = quote_word_at(pass, at);
	return number_at(
		quote_word_line(&pass->settings->lang->speech, '<', &word));
}

/* I'm, it's, we'd: people talk so; reporters seldom do. */
#define CONTRACTED 30

static int speech_after(const struct pass *pass, const struct quote_mark *mark)
{
	const char *text = pass->text;
	struct quote_word word;
	size_t at = mark->end;
	int number;

	at = skip_spaces(text, pass->len, at);
	word = quote_word_at(pass, at);
	number = number_at(
		quote_word_line(&pass->settings->lang->speech, '>', &word));
	at = word.end;
	if (word.len && at + 1 < pass->len &&
	    (text[at] == '\'' || utf8_at(text, pass->len, at) == 0x2019))
		return number > 0 ? number + CONTRACTED : CONTRACTED;
	return number;
}

int quotes_speech(const struct pass *pass, const struct quote_mark *mark)
{
	return speech_before(pass, mark) + speech_after(pass, mark);
}

bool quotes_is_single_mark(uint32_t point)
{
	return point == '\'' || point == '`' || point == 0x2018 ||
	       point == 0x2019;
}

uint32_t quotes_lists_before(const struct pass *pass, size_t at)
{
	return at ? word_lists_before(pass->settings->lists, pass->text, at - 1)
		  : 0;
}
