/* Watching the order of quotation marks. */
#include "edit/quote_watch.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

/* What a neighbouring byte allows; bytes from 0x80 are looked at apart. */
enum {
	BEFORE_OPEN = 1, /* an opening mark may follow it */
	AFTER_OPEN = 2,	 /* it may follow an opening mark */
	BEFORE_CLOSE = 4,
	AFTER_CLOSE = 8,
	ALNUM = 16,
	INSIDE = AFTER_OPEN | BEFORE_CLOSE,
	OUTSIDE = BEFORE_OPEN | AFTER_CLOSE,
};

#define LETTERS(a)                                                             \
	[a] = INSIDE | ALNUM, [a + 1] = INSIDE | ALNUM,                        \
	[a + 2] = INSIDE | ALNUM, [a + 3] = INSIDE | ALNUM,                    \
	[a + 4] = INSIDE | ALNUM

static const uint8_t sides[128] = {
	['\n'] = OUTSIDE,
	[' '] = OUTSIDE,
	['('] = BEFORE_OPEN | AFTER_OPEN,
	['['] = BEFORE_OPEN | AFTER_OPEN,
	['-'] = OUTSIDE,
	['.'] = BEFORE_CLOSE | AFTER_CLOSE,
	[','] = BEFORE_CLOSE | AFTER_CLOSE,
	['?'] = BEFORE_CLOSE | AFTER_CLOSE,
	['!'] = BEFORE_CLOSE | AFTER_CLOSE,
	[';'] = BEFORE_CLOSE | AFTER_CLOSE,
	[':'] = BEFORE_CLOSE | AFTER_CLOSE,
	[')'] = BEFORE_CLOSE | AFTER_CLOSE,
	[']'] = BEFORE_CLOSE | AFTER_CLOSE,
	['$'] = AFTER_OPEN,
	['#'] = AFTER_OPEN,
	['@'] = AFTER_OPEN,
	['%'] = BEFORE_CLOSE,
	['\''] = INSIDE | OUTSIDE,
	['"'] = INSIDE | OUTSIDE,
	LETTERS('0'),
	LETTERS('5'),
	LETTERS('A'),
	LETTERS('F'),
	LETTERS('K'),
	LETTERS('P'),
	LETTERS('U'),
	['Z'] = INSIDE | ALNUM,
	LETTERS('a'),
	LETTERS('f'),
	LETTERS('k'),
	LETTERS('p'),
	LETTERS('u'),
	['z'] = INSIDE | ALNUM,
};

/* Of General Punctuation, by the last byte, after E2 80. */
static unsigned punctuation_side(unsigned char last)
{
	switch (last) {
	case 0x93: /* en dash, em dash */
	case 0x94:
		return OUTSIDE;
	case 0x98: /* opening marks */
	case 0x9C:
		return BEFORE_OPEN | AFTER_OPEN;
	case 0x99: /* an apostrophe may also begin a word */
		return BEFORE_CLOSE | AFTER_CLOSE | AFTER_OPEN;
	case 0x9D:
		return BEFORE_CLOSE | AFTER_CLOSE;
	case 0xA6: /* ellipsis */
		return INSIDE;
	default:
		return 0;
	}
}

static unsigned side_before(const char *text, size_t at)
{
	unsigned char c;

	if (!at)
		return OUTSIDE;
	c = (unsigned char)text[at - 1];
	if (c < 0x80)
		return sides[c];
	if (at >= 3 && !memcmp(text + at - 3, "\xE2\x80", 2))
		return punctuation_side(c);
	return at >= 2 && (unsigned char)text[at - 2] >= 0xC3 &&
			       (unsigned char)text[at - 2] < 0xE0
		       ? INSIDE | ALNUM
		       : 0;
}

static unsigned side_after(const char *text, size_t len, size_t end)
{
	unsigned char c;

	if (end >= len)
		return OUTSIDE;
	c = (unsigned char)text[end];
	if (c < 0x80)
		return sides[c];
	if (len - end >= 3 && !memcmp(text + end, "\xE2\x80", 2))
		return punctuation_side((unsigned char)text[end + 2]);
	return c >= 0xC3 && c < 0xE0 ? INSIDE | ALNUM : 0;
}

static void open_mark(bool *in, struct quote_watch *watch, unsigned before,
		      unsigned after, bool at_start)
{
	/* A quotation that runs on is reopened at the start of the paragraph.
	 */
	if (!(before & BEFORE_OPEN) || !(after & AFTER_OPEN) ||
	    (*in && !at_start))
		watch->faults++;
	*in = true;
}

static void close_double(struct quote_watch *watch, unsigned before,
			 unsigned after)
{
	if (!watch->in_double || watch->in_single || !(before & BEFORE_CLOSE) ||
	    !(after & AFTER_CLOSE))
		watch->faults++;
	watch->in_double = false;
	watch->in_single = false;
}

/* 90s, 08: what an apostrophe may precede. */
static bool is_year(const char *text, size_t len, size_t at)
{
	if (!ascii_is_digit(bytes_at(text, len, at)) ||
	    !ascii_is_digit(bytes_at(text, len, at + 1)))
		return false;
	at += 2;
	at += bytes_at(text, len, at) == 's';
	return !ascii_is_alnum(bytes_at(text, len, at)) &&
	       bytes_at(text, len, at) < 0x80;
}

/* A closing single mark, or an apostrophe, of `size` bytes. */
static void close_single(struct quote_watch *watch, const char *text,
			 size_t len, size_t at, size_t size)
{
	const unsigned before = side_before(text, at);
	const unsigned after = side_after(text, len, at + size);

	if (before & after & ALNUM)
		return;
	if ((before & BEFORE_OPEN) && !(before & BEFORE_CLOSE)) {
		watch->faults += !is_year(text, len, at + size);
		return;
	}
	if (!(before & BEFORE_CLOSE) || !(after & AFTER_CLOSE) ||
	    (len - at >= 2 * size &&
	     !memcmp(text + at, text + at + size, size)))
		watch->faults++;
	watch->in_single = false;
}

static bool at_start(const char *text, size_t at)
{
	return !at || text[at - 1] == '\n';
}

void quote_watch_curly(struct quote_watch *watch, const char *text, size_t len,
		       size_t at)
{
	const unsigned before = side_before(text, at);
	const unsigned after = side_after(text, len, at + 3);
	const bool start = at_start(text, at);

	switch ((unsigned char)text[at + 2]) {
	case 0x9C:
		open_mark(&watch->in_double, watch, before, after, start);
		if (start) {
			watch->faults += watch->in_single;
			watch->in_single = false;
		}
		return;
	case 0x9D:
		close_double(watch, before, after);
		return;
	case 0x98:
		open_mark(&watch->in_single, watch, before, after, start);
		/* 'em and its kin are opened by mistake. */
		if (!ascii_is_upper(bytes_at(text, len, at + 3)))
			watch->faults++;
		return;
	default:
		close_single(watch, text, len, at, 3);
	}
}

void quote_watch_straight(struct quote_watch *watch, const char *text,
			  size_t len, size_t at)
{
	const unsigned before = side_before(text, at);
	const unsigned after = side_after(text, len, at + 1);

	if (text[at] == '\'') {
		/* Only apostrophes; single quotations are for the stage. */
		if (!(before & after & ALNUM) &&
		    (!(before & BEFORE_CLOSE) || (before & BEFORE_OPEN) ||
		     !(after & AFTER_CLOSE)))
			watch->faults++;
		return;
	}
	if (watch->in_double && !at_start(text, at))
		close_double(watch, before, after);
	else
		open_mark(&watch->in_double, watch, before, after,
			  at_start(text, at));
}

void quote_watch_end(struct quote_watch *watch)
{
	watch->faults += watch->in_double + watch->in_single;
}
