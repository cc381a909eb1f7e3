/* Contacts that are the article's. */
#include "stages/boilerplate/own_contacts.h"

#include <string.h>

#include "base/ascii.h"
#include "stages/boilerplate/kept.h"
#include "stages/boilerplate/line_end.h"

#define LABEL_MOST 24	 /* bytes */
#define ADDRESS_LINE 100 /* bytes of one with a name and an address */
#define LEAST_ENTRIES 6	 /* of a list of them */
#define LEAST_PLACES 3	 /* with addresses of a domain each, */
#define LEAST_PHONES 5	 /* or with numbers to call alone */
#define NAMES_MOST 6	 /* lines of who it is, and where, between them */
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

bool own_may_have_labels(const struct article *article)
{
	return article->rims.colon <= LABEL_MOST;
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

/* How to reach somebody: "Phone: 555-0100", "Email: pier@lowell.example". */
enum contact { NO_CONTACT, CONTACT_PHONE, CONTACT_MAIL };

static enum contact contact_kind(const struct article *article, size_t i)
{
	const struct line *line = &article->lines[i];
	const char *text = article->pass->text;
	const size_t label = own_label_length(text, line);

	if (!label)
		return NO_CONTACT;
	if (has_address(article, i))
		return CONTACT_MAIL;
	return is_phone(text, line->at + label, line->end) ? CONTACT_PHONE
							   : NO_CONTACT;
}

/* Whether two lines with addresses are of one domain: of one firm's people. */
static bool share_domain(const struct article *article, size_t i, size_t other)
{
	const char *text = article->pass->text;
	const struct line *line = &article->lines[i];
	const struct line *last = &article->lines[other];
	const char *a = memchr(text + line->at, '@', line->end - line->at);
	const char *b = memchr(text + last->at, '@', last->end - last->at);

	while (a < text + line->end && b < text + last->end && *a == *b &&
	       *a != ' ') {
		a++;
		b++;
	}
	return (a == text + line->end || *a == ' ') &&
	       (b == text + last->end || *b == ' ');
}

/* Lines of contacts, with names between them. */
struct places {
	size_t end;    /* after the last one */
	size_t phones; /* after names */
	size_t mails;  /* of other domains than the one before */
};

static void places_read(struct places *places, const struct article *article,
			size_t first)
{
	size_t mail = SIZE_MAX;

	*places = (struct places){ .end = first };
	for (size_t i = first;
	     i < article->count && i <= places->end + NAMES_MOST; i++) {
		const enum contact kind = contact_kind(article, i);

		if (kind == NO_CONTACT)
			continue;
		places->phones += kind == CONTACT_PHONE &&
				  (i == first || i > places->end);
		if (kind == CONTACT_MAIL) {
			places->mails += mail == SIZE_MAX ||
					 !share_domain(article, i, mail);
			mail = i;
		}
		places->end = i + 1;
	}
}

/* Whether such a list is most of the article: a story's end has some, too. */
static bool are_article(const struct article *article, size_t first, size_t end)
{
	const struct line *lines = article->lines;

	return 2 * (size_t)(lines[end - 1].end - lines[first].at) >=
	       article->pass->len;
}

#define LEAST_WITHIN 2 /* places within a story, */
#define LEAST_AFTER 2  /* and so many of its sentences after them */

/* "Both groups meet on Mondays.": the story goes on, a page's end does not. */
static bool are_within(const struct article *article, size_t end)
{
	size_t i = end;

	while (i < article->count && i < end + LEAST_AFTER &&
	       article->lines[i].end - article->lines[i].at >
		       ADDRESS_LINE / 2 &&
	       line_ends_sentence(article->pass->text, article->lines[i].at,
				  article->lines[i].end))
		i++;
	return i == end + LEAST_AFTER;
}

/* Whether lines from `first` on, contacts of places, are the article's. */
static bool are_own(const struct article *article, size_t first,
		    const struct places *places)
{
	if (places->mails >= LEAST_WITHIN && first > 1 &&
	    are_within(article, places->end))
		return true;
	return (places->mails >= LEAST_PLACES ||
		(!places->mails && places->phones >= LEAST_PHONES)) &&
	       are_article(article, first, places->end);
}

/* Places to turn to, each with its name and how to reach it. */
static void mark_places(struct article *article)
{
	for (size_t i = 0; i < article->count; i++) {
		struct places places;

		if (contact_kind(article, i) == NO_CONTACT)
			continue;
		places_read(&places, article, i);
		if (!are_own(article, i, &places)) {
			i = places.end - 1;
			continue;
		}
		for (; i < places.end; i++)
			article->lines[i].own |=
				contact_kind(article, i) != NO_CONTACT;
		i--;
	}
}

void own_contacts_mark(struct article *article)
{
	mark_directories(article);
	if (own_may_have_labels(article))
		mark_places(article);
}
