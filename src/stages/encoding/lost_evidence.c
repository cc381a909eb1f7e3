/*
 * Whether remains that are a letter or a sign, too, stand for marks in a text.
 */
#include "stages/encoding/lost_evidence.h"

#include "base/ascii.h"
#include "stages/other_language.h"
#include "text/marks.h"
#include "unicode/props.h"

#define SURE_SIGNS 2 /* contractions */

/* A text of a language that writes â has other accents, too. */
static bool has_other_accents(const struct pass *pass,
			      const struct lost_remains *stripped)
{
	for (size_t at = 0; at + 1 < pass->len; at++) {
		const unsigned char c = (unsigned char)pass->text[at];

		if (c >= 0xC3 && c <= 0xC5 &&
		    !lost_remains_at(pass, at, stripped))
			return true;
	}
	return false;
}

/* ",â ", "âThe": a letter stands there in no language. */
static bool is_surely_mark(const struct lost_gap *gap)
{
	return unicode_is_edge(gap->after)
		       ? mark_is(gap->before, MARK_STOP_OR_PAUSE)
		       : unicode_is_edge(gap->before) &&
				 unicode_is_upper(gap->after);
}

/* "Idaâs", of a word of three letters or more: few of other languages end so.
 */
static bool owns(const struct lost_gap *gap)
{
	const struct pass *pass = gap->pass;

	if (gap->at < 3 || !lost_gap_is_apostrophe(gap))
		return false;
	for (size_t i = 1; i <= 3; i++)
		if (!ascii_is_letter((unsigned char)pass->text[gap->at - i]))
			return false;
	return true;
}

#define SURE_STRIPPED 2 /* of one kind, */
#define SURE_TOGETHER 3 /* of all, */
#define SURE_ACCENTED 5 /* and where other letters have accents */

bool lost_is_stripped(struct pass *pass, const struct lost_remains *stripped)
{
	struct lost_gap gap = { .pass = pass, .remains = stripped };
	size_t clitics = 0, marks = 0, all = 0;

	for (size_t at = 0; lost_gap_next(&gap, at); at = gap.end) {
		/* "isnât", "youâre", "itâs": words of no language. */
		clitics += lost_gap_is_contraction(&gap);
		marks += is_surely_mark(&gap);
		all += lost_gap_is_contraction(&gap) || is_surely_mark(&gap) ||
		       owns(&gap);
	}
	if (clitics < SURE_STRIPPED && marks < SURE_STRIPPED &&
	    all < SURE_TOGETHER)
		return false;
	if (clitics < SURE_STRIPPED && may_be_other_language(pass))
		return false;
	return marks >= SURE_STRIPPED || all >= SURE_ACCENTED ||
	       !has_other_accents(pass, stripped);
}

/* "wasn¿t", "Ida¿s": no question is opened within a word. */
bool lost_is_inverted(struct pass *pass, const struct lost_remains *inverted)
{
	struct lost_gap gap = { .pass = pass, .remains = inverted };

	for (size_t at = 0; lost_gap_next(&gap, at); at = gap.end)
		if (lost_gap_joins_letters(&gap) &&
		    lost_gap_is_apostrophe(&gap))
			return true;
	return false;
}

/* "don_t", "it_s": in a text that has no apostrophe. */
bool lost_is_sign(struct pass *pass, const struct lost_remains *remains)
{
	struct lost_gap gap = { .pass = pass, .remains = remains };
	const struct survey *survey = pass->survey;
	size_t sure = 0;

	if (survey->straight_single + survey->open_single +
	    survey->close_single)
		return false;
	for (size_t at = 0; sure < SURE_SIGNS && lost_gap_next(&gap, at);
	     at = gap.end)
		sure += lost_gap_joins_letters(&gap) &&
			lost_gap_is_contraction(&gap);
	return sure == SURE_SIGNS;
}
