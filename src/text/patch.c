#include "text/patch.h"

#include "base/ascii.h"
#include "base/bytes.h"

#define NAMES_MOST 8	  /* lines that name files, before a hunk */
#define COUNT_MOST 100000 /* lines of a hunk */

/* A hunk that is read: how many lines of either version are still to come. */
struct hunk {
	const char *text;
	size_t len, at;
	size_t old, new;
};

static bool take(struct hunk *hunk, const char *word)
{
	if (!bytes_begin(hunk->text, hunk->len, hunk->at, word))
		return false;
	hunk->at += strlen(word);
	return true;
}

static bool take_number(struct hunk *hunk, size_t *number)
{
	const size_t start = hunk->at;

	*number = 0;
	while (ascii_is_digit(bytes_at(hunk->text, hunk->len, hunk->at)) &&
	       *number < COUNT_MOST)
		*number = *number * 10 + (size_t)(hunk->text[hunk->at++] - '0');
	return hunk->at > start;
}

/* "14,7", "14": a line's number, and how many there are; one, if not said. */
static bool take_range(struct hunk *hunk, size_t *count)
{
	if (!take_number(hunk, count))
		return false;
	*count = 1;
	return !take(hunk, ",") || take_number(hunk, count);
}

/* "@@ -14,7 +14,8 @@", with what may follow it in its line. */
static bool take_head(struct hunk *hunk)
{
	if ((hunk->at && hunk->text[hunk->at - 1] != '\n') ||
	    !take(hunk, "@@ -") || !take_range(hunk, &hunk->old) ||
	    !take(hunk, " +") || !take_range(hunk, &hunk->new) ||
	    !take(hunk, " @@"))
		return false;
	hunk->at = bytes_line_end(hunk->text, hunk->len, hunk->at);
	return true;
}

/* The next line, if it is one of the hunk; an empty one has lost its space. */
static bool take_line(struct hunk *hunk)
{
	const size_t next = hunk->at + 1;
	const unsigned sign = bytes_at(hunk->text, hunk->len, next);

	if (next >= hunk->len)
		return false;
	if (sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t') {
		if (!hunk->old || !hunk->new)
			return false;
		hunk->old--;
		hunk->new --;
	} else if (sign == '-' && hunk->old) {
		hunk->old--;
	} else if (sign == '+' && hunk->new) {
		hunk->new --;
	} else if (sign != '\\') {
		return false;
	}
	hunk->at = bytes_line_end(hunk->text, hunk->len, next);
	return true;
}

/* The start of the lines above text[at], from `least` on, that name files. */
static size_t names_start(const char *text, size_t at, size_t least)
{
	static const char *const names[] = { "diff ", "index ", "--- ",
					     "+++ " };

	for (size_t lines = 0; at > least && lines < NAMES_MOST; lines++) {
		const size_t start = bytes_line_start(text, at - 1);
		size_t i = 0;

		while (i < sizeof(names) / sizeof(*names) &&
		       !bytes_begin(text, at, start, names[i]))
			i++;
		if (i == sizeof(names) / sizeof(*names))
			break;
		at = start;
	}
	return at;
}

bool patch_next(struct patch_walk *walk, struct listing *span)
{
	const size_t least = walk->at;

	while (walk->at < walk->len) {
		struct hunk hunk = { .text = walk->text, .len = walk->len };
		size_t end;

		walk->at = bytes_find(walk->text, walk->len, walk->at, '@');
		hunk.at = walk->at++;
		if (hunk.at == walk->len || !take_head(&hunk))
			continue;
		*span = (struct listing){
			.at = names_start(walk->text, walk->at - 1, least)
		};
		for (end = hunk.at; take_line(&hunk);)
			if (hunk.text[hunk.at - 1] != '\n')
				end = hunk.at;
		span->end = walk->at = end;
		return true;
	}
	return false;
}
