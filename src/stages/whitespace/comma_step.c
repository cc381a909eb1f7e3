/*
 * Paragraphs that a program joined with commas, as a list turned into text has
 * them: "in May.,The board met." No writer sets a comma after a full stop and a
 * capital right after it; where that is so again and again, each was a
 * paragraph's end.
 */
#include "stages/stage.h"

#include "base/bytes.h"
#include "base/utf8.h"
#include "lang/abbreviations.h"
#include "text/marks.h"
#include "unicode/props.h"

#define LEAST 3	       /* such commas; and more than the text has lines */
#define BYTES_LEAST 20 /* of a paragraph, on average: no cells of a table */

struct comma {
	size_t at, end; /* with the space before it */
};

/* A capital, perhaps behind a quotation mark. */
static bool begins_paragraph(const struct pass *pass, size_t at)
{
	const uint32_t point = pass_point(pass, at);

	if (mark_is(point, MARK_QUOTE | MARK_OPEN_QUOTE))
		utf8_next(pass->text, &at);
	return unicode_is_upper(pass_point(pass, at));
}

/* "Ames Inc.,Brandt Corp.": names of a list. */
static bool ends_in_abbreviation(const struct pass *pass, size_t end)
{
	return abbreviation_before(&pass->settings->lang->abbreviations,
				   pass->text, end) != ABBREVIATION_NONE;
}

/* A stop after a small letter or a figure, perhaps before what closes. */
static bool ends_paragraph(const struct pass *pass, size_t at)
{
	uint32_t before = utf8_before(pass->text, at);
	bool closed = false;

	while (at && mark_may_close(before)) {
		utf8_previous(pass->text, &at);
		before = utf8_before(pass->text, at);
		closed = true;
	}
	if (!at || !mark_is(before, MARK_TERMINAL) ||
	    ends_in_abbreviation(pass, at))
		return false;
	utf8_previous(pass->text, &at);
	before = utf8_before(pass->text, at);
	return closed || unicode_is_lower(before) || unicode_is_digit(before);
}

/* The next comma from `at` on that parts two paragraphs. */
static bool next_comma(const struct pass *pass, char sign, size_t at,
		       struct comma *comma)
{
	for (; (at = bytes_find(pass->text, pass->len, at, sign)) < pass->len;
	     at++) {
		comma->at = at;
		comma->end = at + 1;
		while (unicode_is_space(utf8_before(pass->text, comma->at)) &&
		       pass->text[comma->at - 1] != '\n')
			utf8_previous(pass->text, &comma->at);
		if (begins_paragraph(pass, comma->end) &&
		    ends_paragraph(pass, comma->at))
			return true;
	}
	return false;
}

static bool part(struct pass *pass, char sign)
{
	struct comma comma;
	size_t count = 0;

	for (size_t at = 0; next_comma(pass, sign, at, &comma); at = comma.end)
		count++;
	if (count < LEAST || count <= pass->survey->lines ||
	    pass->len < count * BYTES_LEAST)
		return false;
	for (size_t at = 0; next_comma(pass, sign, at, &comma); at = comma.end)
		pass_put(pass, RULE_WHITESPACE_PARAGRAPH, comma.at, comma.end,
			 "\n\n");
	return true;
}

static void run(struct pass *pass)
{
	if (!part(pass, ','))
		part(pass, ';');
}

static bool triggered(const struct survey *survey)
{
	return survey->after_both;
}

const struct stage comma_stage = {
	.name = "whitespace",
	.rule = RULE_WHITESPACE_PARAGRAPH,
	.triggered = triggered,
	.run = run,
};
