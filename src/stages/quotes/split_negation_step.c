/*
 * Negations that a tokeniser parted, and whose apostrophe was lost then: "did n
 * t", "ca nt". With the n the word before is one of a negation, and no other
 * word of English is n or nt.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "stages/other_language.h"
#include "unicode/props.h"

#define APOSTROPHE "\xE2\x80\x99"

/* Bytes: the n; from where on the apostrophe takes the place; the t's end. */
struct ending {
	size_t n, t, end;
};

static unsigned char lower_at(const struct pass *pass, size_t at)
{
	return (unsigned char)ascii_lower(pass_byte(pass, at));
}

/* "n t" or "nt" after the space at `space`, in one case. */
static bool read_ending(const struct pass *pass, size_t space,
			struct ending *ending)
{
	ending->n = space + 1;
	ending->t = space + 2 + (pass_byte(pass, space + 2) == ' ');
	ending->end = ending->t + 1;
	return lower_at(pass, ending->n) == 'n' &&
	       lower_at(pass, ending->t) == 't' &&
	       ascii_is_lower(pass_byte(pass, ending->n)) ==
		       ascii_is_lower(pass_byte(pass, ending->t)) &&
	       !unicode_is_word(utf8_at(pass->text, pass->len, ending->end));
}

/* "did", which is "didn" with the n; "do NT" is said of a territory. */
static bool is_negated(const struct pass *pass, size_t space,
		       const struct ending *ending)
{
	char word[WORD_LIST_MAX];
	size_t at = space, len;

	while (at && space - at < sizeof(word) &&
	       ascii_is_letter((unsigned char)pass->text[at - 1]))
		at--;
	len = space - at;
	if (!len || len == sizeof(word) ||
	    unicode_is_word(utf8_before(pass->text, at)) ||
	    ascii_is_lower((unsigned char)pass->text[space - 1]) !=
		    ascii_is_lower((unsigned char)pass->text[ending->n]))
		return false;
	memcpy(word, pass->text + at, len);
	word[len] = 'n';
	return word_lists_find(pass->settings->lists, word, len + 1) &
	       LIST_NEGATED;
}

static void run(struct pass *pass)
{
	struct ending ending;

	for (size_t at = 0;
	     (at = bytes_find(pass->text, pass->len, at, ' ')) < pass->len;
	     at++) {
		if (!read_ending(pass, at, &ending) ||
		    !is_negated(pass, at, &ending))
			continue;
		/* asked where there is one: few texts have any */
		if (may_be_other_language(pass))
			return;
		pass_delete(pass, RULE_QUOTES_LOST_APOSTROPHE, at, ending.n);
		pass_put(pass, RULE_QUOTES_LOST_APOSTROPHE, ending.n + 1,
			 ending.t, APOSTROPHE);
	}
}

static bool triggered(const struct survey *survey)
{
	return survey->clitics ||
	       !(survey->straight_single + survey->close_single);
}

const struct stage split_negation_stage = {
	.name = "quotes",
	.rule = RULE_QUOTES_LOST_APOSTROPHE,
	.triggered = triggered,
	.run = run,
};
