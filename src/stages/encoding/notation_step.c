/*
 * Marks in the notation of a program that wrote them for another to read: RTF's
 * "\'92" and "\u8217?", CSS's "\2019 ", "<U+2019>" and "<e2><80><99>" of R,
 * "%u2019" of JavaScript, "%27" of addresses, "U+2019", and HTML's without
 * their "#" and JSON's without their backslash ("ownersu2019").
 *
 * Each may be text: of a year, a folder, a code point that is spoken of. A
 * notation is read where one of it can be nothing else, and then everywhere in
 * the article: an apostrophe within "wouldn\'92t", or, where no text has it
 * glued to a word, that.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/utf8.h"
#include "stages/encoding/contraction.h"
#include "stages/encoding/escape_point.h"
#include "stages/encoding/notation.h"
#include "unicode/props.h"

#define LEAST_PARAGRAPHS 2

/* A byte of an address beside text[at, end), or near it, of an address' own. */
static bool is_in_address(const struct pass *pass, size_t at,
			  const struct notation_mark *written)
{
	const size_t end = at + written->len;
	const unsigned char before = pass_byte_before(pass, at);
	const unsigned char after = pass_byte(pass, end);

	/* "u003c/p", "?a=1u0026b=2"; but "/u0026" */
	if (pass->text[at] == 'u' && written->point < 0x80)
		return before == '/' && written->point < '/';
	/* a question; an address would go on */
	if (before == '?' && ((!ascii_is_alnum(after) && after != '&') ||
			      pass_has(pass, end, "u20")))
		return false;
	return (before && strchr("/=&?@", before)) ||
	       (after && strchr("/=&?@", after)) ||
	       (pass->text[at] == '%' && escape_is_in_address(pass, at));
}

#define TAG_MOST 200 /* bytes of a tag that lost its backslashes */

/* "u003cp", "u003c/p" and, further on, "u003e": a tag. */
static bool is_bare_tag(const struct pass *pass, size_t end)
{
	size_t at = end + (pass_byte(pass, end) == '/') +
		    5 * pass_has(pass, end, "u002");
	const size_t most = bytes_ahead(pass->len, at, TAG_MOST);

	if (!ascii_is_letter(pass_byte(pass, at)))
		return false;
	while ((at = bytes_find(pass->text, most, at, 'u')) < most &&
	       !pass_has(pass, at, "u003e") && !pass_has(pass, at, "u003E"))
		at++;
	return at < most;
}

/*
 * "cafu00e9", "u201cWe": a letter in a word, or a double mark beside one. Of
 * "Peru2019" nobody knows.
 */
static bool is_bare_sure(uint32_t point, bool before, bool after)
{
	if (point == 0x201C || point == 0x201D)
		return before || after;
	return before && unicode_is_lower(point) && point < 0x180;
}

/* Whether it can be nothing but a mark, by the words beside it. */
static bool is_sure(const struct pass *pass, size_t at,
		    const struct notation_mark *written,
		    enum notation_kind kind)
{
	const size_t end = at + written->len;
	const bool before = unicode_is_letter(utf8_before(pass->text, at));
	const bool after = unicode_is_letter(pass_point(pass, end));

	if (is_in_address(pass, at, written))
		return false;
	if (notations[kind].glued)
		return before || after;
	if (kind == NOTATION_BARE &&
	    (written->point == '<'
		     ? is_bare_tag(pass, end)
		     : is_bare_sure(written->point, before, after)))
		return true;
	return contraction_holds(pass, at, end) ||
	       (before && contraction_owns(pass, at, end));
}

static bool may_have(const struct survey *survey,
		     const struct notation *notation)
{
	return notation->seen ? survey_saw(survey, notation->seen)
			      : survey->digits_glued != 0;
}

/* What the notations begin with that the text may have. */
static struct byte_set find_first(const struct survey *survey)
{
	struct byte_set first = byte_set_of("");

	for (size_t i = 0; i < NOTATION_COUNT; i++)
		if (may_have(survey, &notations[i]))
			byte_set_add(&first, (unsigned char)notations[i].begins,
				     (unsigned char)notations[i].begins);
	return first;
}

/* Bits of the notations of which the article has a sure one. */
static unsigned find_notations(const struct pass *pass,
			       const struct byte_set *first)
{
	unsigned found = 0;
	size_t paragraphs = 0;
	size_t at = byte_set_find(first, pass->text, 0, pass->len);

	for (; at < pass->len;
	     at = byte_set_find(first, pass->text, at + 1, pass->len)) {
		paragraphs += notation_is_rtf_paragraph(pass, at);
		for (unsigned kind = 0; kind < NOTATION_COUNT; kind++) {
			struct notation_mark written;

			if (notations[kind].begins != pass->text[at] ||
			    found >> kind & 1)
				continue;
			written = notations[kind].read(pass, at);
			if (written.len && (is_sure(pass, at, &written, kind) ||
					    (kind == NOTATION_RTF &&
					     notation_is_rtf_letter(pass, at))))
				found |= 1u << kind;
		}
	}
	if (paragraphs >= LEAST_PARAGRAPHS && !notation_has_arguments(pass))
		found |= 1u << NOTATION_RTF;
	return found;
}

/*
 * "Peru2019": a word that ends in u, and a year, though other words of the
 * text have such escapes. "workersu2019" owns.
 */
static bool may_be_year(const struct pass *pass, size_t at,
			const struct notation_mark *written)
{
	for (size_t i = at + 1; i < at + written->len; i++)
		if (!ascii_is_digit(pass_byte(pass, i)))
			return false;
	return pass_has(pass, at, "u20") && pass_byte_before(pass, at) != 's' &&
	       unicode_is_letter(utf8_before(pass->text, at)) &&
	       !unicode_is_letter(pass_point(pass, at + written->len));
}

/* Returns where to go on. */
static size_t mend_at(struct pass *pass, size_t at, unsigned found)
{
	for (unsigned kind = 0; kind < NOTATION_COUNT; kind++) {
		struct notation_mark written;

		if (!(found >> kind & 1) ||
		    notations[kind].begins != pass->text[at])
			continue;
		written = notations[kind].read(pass, at);
		if (!written.len || is_in_address(pass, at, &written) ||
		    (kind == NOTATION_BARE && may_be_year(pass, at, &written)))
			continue;
		pass_put_point(pass, RULE_ENCODING_ESCAPE, at, at + written.len,
			       written.point);
		return at + written.len;
	}
	return at + 1;
}

static void run(struct pass *pass)
{
	const struct byte_set first = find_first(pass->survey);
	const unsigned found = find_notations(pass, &first);
	size_t at = 0;

	while (found && !pass->failed &&
	       (at = byte_set_find(&first, pass->text, at, pass->len)) <
		       pass->len)
		at = mend_at(pass, at, found);
}

static bool triggered(const struct survey *survey)
{
	return survey_saw(survey, SEEN_BACKSLASH | SEEN_LESS | SEEN_AMPERSAND |
					  SEEN_ESCAPE) ||
	       survey->digits_glued;
}

const struct stage notation_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.rule = RULE_ENCODING_ESCAPE,
	.triggered = triggered,
	.run = run,
	.unmarks = true,
};
