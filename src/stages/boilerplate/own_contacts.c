/* Contacts that are the article's. */
#include "stages/boilerplate/own_contacts.h"

#include <string.h>

#include "base/ascii.h"
#include "stages/boilerplate/kept.h"

#define LABEL_MOST 24	 /* bytes */
#define ADDRESS_LINE 100 /* bytes of one with a name and an address */
#define LEAST_ENTRIES 6	 /* of a list of them */
#define LEAST_PLACES 3	 /* that the same label is of */
#define PHONE_DIGITS 7	 /* at least */
#define DATE_DIGITS 8	 /* of days, months and years */

size_t own_label_length(const char *text, const struct line *line)
{
	const char *at = text + line->at;
	const char *colon = at + line->colon - 1;

	/* Most lines have none there, which is told at once. */
	if (line->colon < 2 || line->colon > LABEL_MOST ||
	    colon + 2 >= text + line->end || colon[1] != ' ')
		return 0;
	while (at < colon && (ascii_is_letter((unsigned char)*at) ||
			      (unsigned char)*at >= 0x80 || strchr(" -", *at)))
		at++;
	return at == colon ? line->colon : 0;
}

static bool has_address(const struct article *article, size_t i)
{
	const struct line *line = &article->lines[i];
	const char *text = article->pass->text + line->at;
	const size_t len = line->end - line->at;
	const char *sign = memchr(text, '@', len);

	return sign && sign > text && sign + 1 < text + len &&
	       len < ADDRESS_LINE && ascii_is_alnum((unsigned char)sign[-1]) &&
	       ascii_is_alnum((unsigned char)sign[1]);
}

/* Names and addresses, one a line: more of them than a page has to write to. */
static void mark_directories(struct article *article)
{
	size_t first = 0;

	/* most articles have none */
	if (!memchr(article->pass->text, '@', article->pass->len))
		return;
	for (size_t i = 0; i <= article->count; i++) {
		if (i < article->count && has_address(article, i) &&
		    (i == first || line_follows(article, i)))
			continue;
		for (size_t k = first; i >= first + LEAST_ENTRIES && k < i; k++)
			article->lines[k].own = true;
		first = i < article->count && has_address(article, i) ? i
								      : i + 1;
	}
}

/* A number to call is all that is in text[at, end); "2024-05-01" is a day. */
static bool is_phone(const char *text, size_t at, size_t end)
{
	size_t digits = 0;
	const bool year = end - at > 2 && (!memcmp(text + at, "19", 2) ||
					   !memcmp(text + at, "20", 2));

	for (; at < end; at++) {
		digits += ascii_is_digit((unsigned char)text[at]);
		if (!ascii_is_digit((unsigned char)text[at]) &&
		    !strchr(" +-()./", text[at]))
			return false;
	}
	return digits >= PHONE_DIGITS && !(year && digits <= DATE_DIGITS);
}

/* The label of "Phone: 555-0100", "Email: pier@lowell.example"; or 0. */
static size_t contact_label(const struct article *article, size_t i)
{
	const struct line *line = &article->lines[i];
	const char *text = article->pass->text;
	const size_t label = own_label_length(text, line);

	return label && (is_phone(text, line->at + label, line->end) ||
			 has_address(article, i))
		       ? label
		       : 0;
}

/* Whether line i has the label of the line `first`, or one as long. */
static bool is_same_label(const struct article *article, size_t first, size_t i)
{
	const char *text = article->pass->text;
	const struct line *line = &article->lines[first];
	const size_t label = contact_label(article, i);

	return label && label == line->colon &&
	       !memcmp(text + line->at, text + article->lines[i].at, label);
}

#define NAMES_MOST                                                             \
	6 /* lines of who it is, and where, before the next label              \
	   */

/*
 * Places to turn to, each with its name and how to reach it: the label that
 * begins the list comes again after others, so often.
 */
static void mark_places(struct article *article)
{
	for (size_t first = 0; first < article->count; first++) {
		size_t places = 1, last = first, end = first + 1;

		if (!contact_label(article, first))
			continue;
		for (; end < article->count && end - last <= NAMES_MOST;
		     end++) {
			if (!contact_label(article, end))
				continue;
			places += last + 1 < end &&
				  is_same_label(article, first, end);
			last = end;
		}
		for (end = first; places >= LEAST_PLACES && end <= last; end++)
			article->lines[end].own |=
				contact_label(article, end) != 0;
		first = last;
	}
}

void own_contacts_mark(struct article *article)
{
	mark_directories(article);
	mark_places(article);
}
