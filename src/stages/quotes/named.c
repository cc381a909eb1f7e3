/* Marks that a text speaks of: 'the " key', "an ' sign". */
#include "stages/quotes/quotes.h"

#include "base/utf8.h"
#include "lang/lang.h"

/* Between two spaces, of which none is a line end. */
static bool is_lone(const struct pass *pass, const struct quote_mark *mark)
{
	return mark->left == CONTEXT_SPACE && mark->right == CONTEXT_SPACE &&
	       pass->text[mark->at - 1] == ' ' && pass->text[mark->end] == ' ';
}

/* Whether the same mark is after the word: it is a quotation with spaces. */
static bool is_repeated(const struct pass *pass, const struct quote_mark *mark,
			size_t at)
{
	at += at < pass->len && pass->text[at] == ' ';
	return utf8_at(pass->text, pass->len, at) ==
	       utf8_at(pass->text, pass->len, mark->at);
}

bool quotes_is_named(const struct pass *pass, const struct quote_mark *mark)
{
	struct quote_word word;

	if (mark->glyph != GLYPH_STRAIGHT || !is_lone(pass, mark) ||
	    survey_is(pass->survey, CONDITION_TOKENISED) ||
	    !(quotes_lists_before(pass, mark->at) &
	      (LIST_DEFINITE | LIST_BARE)))
		return false;
	word = quote_word_at(pass, mark->end + 1);
	return quote_word_line(&pass->settings->lang->speech, '=', &word) &&
	       !is_repeated(pass, mark, word.end);
}
