/* Lines in which somebody is named, asks, or makes a face. */
#include "stages/boilerplate/own_voices.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "stages/boilerplate/kept.h"

#define SHORT_TEXT 24 /* lines, at most */

/* "<ida@lowell.example>.", after "thanks to Ida Lowell": a sentence goes on. */
static void mark_bracketed(struct article *article)
{
	const char *text = article->pass->text;

	for (size_t i = 1; i < article->count; i++) {
		struct line *line = &article->lines[i];

		line->own |=
			(text[line->at] == '<' || text[line->at] == '(') &&
			memchr(text + line->at, '@', line->end - line->at) &&
			ascii_is_letter(
				(unsigned char)text[line[-1].end - 1]) &&
			strchr(">).,;", text[line->end - 1]) &&
			line_follows(article, i);
	}
}

/* ":)", ";-)", ":-(", ":/": no ruler. */
static void mark_smileys(struct article *article)
{
	for (size_t i = 0; i < article->count; i++) {
		struct line *line = &article->lines[i];
		const char *text = article->pass->text + line->at;
		const size_t len = line->end - line->at;

		line->own |= (len == 2 || (len == 3 && text[1] == '-')) &&
			     strchr(":;", text[0]) &&
			     strchr("()/\\|", text[len - 1]);
	}
}

/* "★★★☆☆", "⭐⭐½": how a critic rates it is no ruler. Beside words stars are
 * bullets: "★ Sign up for our newsletter". */
static bool is_rating(const char *text, size_t at, size_t end)
{
	if (!bytes_begin(text, end, at, "\u2605") &&
	    !bytes_begin(text, end, at, "\u2606") &&
	    !bytes_begin(text, end, at, "\u2B50"))
		return false;
	while (at < end && !ascii_is_letter((unsigned char)text[at]))
		at++;
	return at == end;
}

static void mark_ratings(struct article *article)
{
	for (size_t i = 0; i < article->count; i++) {
		struct line *line = &article->lines[i];

		line->own |=
			is_rating(article->pass->text, line->at, line->end);
	}
}

#define ATTRIBUTION_MOST 160 /* bytes; a longer line has more in it */

/* "-- Ida Lowell, in a letter": a dash, and who said it, in a line of its own.
 */
static bool is_attribution(const struct article *article, size_t i)
{
	const struct line *line = &article->lines[i];
	const char *text = article->pass->text + line->at;
	const size_t len = line->end - line->at;
	const size_t dash = len > 3 && text[0] == '-' && text[1] == '-' ? 2
			    : len > 4 && (!memcmp(text, "\u2013", 3) ||
					  !memcmp(text, "\u2014", 3) ||
					  !memcmp(text, "\u2015", 3))
				    ? 3
				    : 0;

	return i && dash && text[dash] == ' ' && text[dash + 1] != ' ' &&
	       (len > ATTRIBUTION_MOST ? line_follows(article, i)
				       : line_adjoins(article, i));
}

/*
 * Who said what is above: of a short text the last line, and each in a list of
 * quotations. Of a longer one a dash at the end may lead to who wrote it.
 */
static void mark_attributions(struct article *article)
{
	const size_t count = article->count;
	size_t found = 0, last = 0;

	for (size_t i = 1; i < count; i++) {
		if (!is_attribution(article, i))
			continue;
		/* one below the other they are a list, and the dash a bullet */
		if (found && last + 1 == i)
			return;
		last = i;
		found++;
	}
	if (!found || (found == 1 && (count > SHORT_TEXT || last + 1 < count)))
		return;
	for (size_t i = 1; i < count; i++)
		if (is_attribution(article, i))
			article->lines[i].own = true;
}

#define ARMOUR "-----"

/* "-----END PGP SIGNATURE-----": a half of a frame, and no end mark. */
static void mark_armour(struct article *article)
{
	const size_t sign = sizeof(ARMOUR) - 1;

	for (size_t i = 0; i < article->count; i++) {
		struct line *line = &article->lines[i];
		const char *text = article->pass->text;

		line->own |=
			line->end - line->at > 2 * sign &&
			!memcmp(text + line->at, ARMOUR, sign) &&
			!memcmp(text + line->end - sign, ARMOUR, sign) &&
			ascii_is_upper((unsigned char)text[line->at + sign]);
	}
}

#define QUESTION_MOST 80  /* bytes */
#define LEAST_QUESTIONS 3 /* of a page of them */
#define QUESTION_SHARE 4  /* of so many lines one asks, at least */

/* "Sign up for reminders?", and an answer below it. */
static bool is_question(const struct article *article, size_t i)
{
	const struct line *line = &article->lines[i];
	const char *text = article->pass->text;

	return i + 1 < article->count && text[line->end - 1] == '?' &&
	       line->end - line->at <= QUESTION_MOST &&
	       text[line[1].end - 1] != '?';
}

/* What a page of questions and answers asks is no call of its own. */
static void mark_questions(struct article *article)
{
	size_t found = 0;

	for (size_t i = 0; i < article->count; i++)
		found += is_question(article, i);
	if (found < LEAST_QUESTIONS || found * QUESTION_SHARE < article->count)
		return;
	for (size_t i = 0; i < article->count; i++)
		article->lines[i].own |= is_question(article, i);
}

void own_voices_mark(struct article *article)
{
	const struct rims *rims = &article->rims;

	if (rims_end(rims, "?"))
		mark_questions(article);
	if (rims_begin(rims, "-"))
		mark_armour(article);
	if (rims_begin(rims, "-\xE2"))
		mark_attributions(article);
	if (rims_begin(rims, "<("))
		mark_bracketed(article);
	if (rims_begin(rims, ":;"))
		mark_smileys(article);
	if (rims_begin(rims, "\xE2"))
		mark_ratings(article);
}
