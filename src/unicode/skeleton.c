/*
 * Comparing skeletons.
 *
 * Two cursors walk over the texts. Equal bytes and ASCII are compared as they
 * stand; for all else each cursor takes a cluster (a letter and the marks that
 * may combine with it), normalises and folds it by ICU, and the results are
 * compared as streams.
 */
#include "unicode/skeleton.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "unicode/props.h"

#define CLUSTER_POINTS 64		   /* code points of a cluster */
#define CLUSTER_UNITS (2 * CLUSTER_POINTS) /* the same in UTF-16 */
#define FOLDED_UNITS (12 * CLUSTER_UNITS)  /* normalised and folded */

/* A place in a text that has gaps. */
struct place {
	size_t at;
	size_t stop;			/* the next gap's start, or len */
	const struct skeleton_gap *gap; /* the next */
};

struct cursor {
	const char *text;
	size_t len;
	struct place place;
	const struct skeleton_gap *gaps_end;
	size_t letter;		   /* start of the letter last taken */
	UChar units[FOLDED_UNITS]; /* of a cluster, folded */
	size_t unit_at, unit_count;
};

struct comparison {
	const UNormalizer2 *nfc;
	UErrorCode error;
	struct cursor before, after;
};

static void set_stop(struct cursor *cursor)
{
	const struct skeleton_gap *gap = cursor->place.gap;

	cursor->place.stop = gap == cursor->gaps_end ? cursor->len : gap->at;
}

static void cursor_init(struct cursor *cursor, struct cd_span text,
			const struct skeleton_gap *gaps, size_t count)
{
	cursor->text = text.bytes;
	cursor->len = text.len;
	cursor->place = (struct place){ .gap = gaps };
	cursor->letter = 0;
	cursor->gaps_end = count ? gaps + count : gaps;
	cursor->unit_at = cursor->unit_count = 0;
	set_stop(cursor);
}

/* Over the gaps that begin here. False at the end of the text. */
static bool skip_gaps(struct cursor *cursor)
{
	while (cursor->place.at >= cursor->place.stop) {
		if (cursor->place.gap == cursor->gaps_end)
			return false;
		if (cursor->place.at < cursor->place.gap->end)
			cursor->place.at = cursor->place.gap->end;
		cursor->place.gap++;
		set_stop(cursor);
	}
	return true;
}

/* The next letter, mark or number; it is not taken. False at the end. */
static bool next_point(struct cursor *cursor, uint32_t *point)
{
	while (skip_gaps(cursor)) {
		size_t at = cursor->place.at;

		*point = utf8_next(cursor->text, &at);
		if (unicode_is_word(*point))
			return true;
		cursor->place.at = at;
	}
	return false;
}

/* Over one code point. */
static void advance(struct cursor *cursor)
{
	struct place *place = &cursor->place;

	if ((unsigned char)cursor->text[place->at] < 0x80)
		place->at++;
	else
		utf8_next(cursor->text, &place->at);
}

static void take_point(struct cursor *cursor, uint32_t point, UChar *units,
		       int32_t *count)
{
	advance(cursor);
	U16_APPEND_UNSAFE(units, *count, (UChar32)point);
}

static int32_t take_cluster(struct comparison *comparison,
			    struct cursor *cursor, UChar *units)
{
	int32_t count = 0;
	uint32_t point;

	if (!next_point(cursor, &point))
		return 0;
	cursor->letter = cursor->place.at;
	take_point(cursor, point, units, &count);
	for (int n = 1; n < CLUSTER_POINTS; n++) {
		if (!next_point(cursor, &point) ||
		    unorm2_hasBoundaryBefore(comparison->nfc, (UChar32)point))
			break;
		take_point(cursor, point, units, &count);
	}
	return count;
}

/* "i" with a dot above it is the folded form of U+0130. */
static size_t drop_dots(UChar *units, int32_t count)
{
	size_t kept = 0;

	for (int32_t i = 0; i < count; i++) {
		if (units[i] == 0x307 && i && units[i - 1] == 'i')
			continue;
		units[kept++] = units[i];
	}
	return kept;
}

/* Take a cluster in its folded form. False at the end, or when ICU fails. */
static bool fill(struct comparison *comparison, struct cursor *cursor)
{
	UErrorCode *error = &comparison->error;
	UChar raw[CLUSTER_UNITS], folded[FOLDED_UNITS];
	int32_t count = take_cluster(comparison, cursor, raw);

	cursor->unit_at = cursor->unit_count = 0;
	if (!count)
		return false;
	count = unorm2_normalize(comparison->nfc, raw, count, cursor->units,
				 FOLDED_UNITS, error);
	count = u_strFoldCase(folded, FOLDED_UNITS, cursor->units, count,
			      U_FOLD_CASE_DEFAULT, error);
	count = unorm2_normalize(comparison->nfc, folded, count, cursor->units,
				 FOLDED_UNITS, error);
	if (U_FAILURE(*error))
		return false;
	cursor->unit_count = drop_dots(cursor->units, count);
	return true;
}

static bool is_empty(const struct cursor *cursor)
{
	return cursor->unit_at == cursor->unit_count;
}

#define EACH(byte) (0x0101010101010101u * (byte))

/* The high bit of each ASCII byte of `bytes` that is a letter. */
static uint64_t letters_of(uint64_t bytes)
{
	const uint64_t lower = bytes | EACH(0x20);
	const uint64_t from_a = lower + EACH(0x80 - 'a');
	const uint64_t past_z = lower + EACH(0x80 - 'z' - 1);

	return from_a & ~past_z & EACH(0x80);
}

/*
 * How many of eight bytes are the same in both texts: equal, or the same ASCII
 * letter in another case.
 */
static size_t same_of_eight(const char *a, const char *b)
{
	uint64_t x, y, differ;

	memcpy(&x, a, 8);
	memcpy(&y, b, 8);
	differ = x ^ y;
	if (differ && !((x | y) & EACH(0x80)))
		differ &= ~(letters_of(x) >> 2);
	return differ ? bytes_before_marked(differ) : 8;
}

/* Whether 32 bytes are equal, as most are where little changed. */
static bool are_equal(const char *a, const char *b)
{
	uint64_t x[4], y[4];

	memcpy(x, a, sizeof(x));
	memcpy(y, b, sizeof(y));
	return !((x[0] ^ y[0]) | (x[1] ^ y[1]) | (x[2] ^ y[2]) | (x[3] ^ y[3]));
}

/*
 * Skip what is the same in both texts, up to the last ASCII letter in it: a
 * mark may follow that belongs to that letter. Called at ASCII letters only,
 * so that what is looked at in vain is looked at once.
 */
static void skip_equal(struct place *a, const char *text_a, struct place *b,
		       const char *text_b)
{
	const size_t room_a = a->stop - a->at, room_b = b->stop - b->at;
	const size_t room = room_a < room_b ? room_a : room_b;
	size_t len = 0, step = 8;

	while (len + 32 <= room &&
	       are_equal(text_a + a->at + len, text_b + b->at + len))
		len += 32;
	while (len + 8 <= room && step == 8) {
		step = same_of_eight(text_a + a->at + len,
				     text_b + b->at + len);
		len += step;
	}
	while (len && !ascii_is_alnum((unsigned char)text_a[a->at + len - 1]))
		len--;
	if (!len)
		return;
	a->at += len - 1;
	b->at += len - 1;
}

/* The next letter, mark or number, ASCII folded; 0 at the end. */
static uint32_t peek(struct cursor *cursor)
{
	uint32_t point;

	while (cursor->place.at < cursor->place.stop) {
		const unsigned c =
			(unsigned char)cursor->text[cursor->place.at];

		if (c >= 0x80)
			break;
		if (ascii_is_alnum(c))
			return ascii_lower(c);
		cursor->place.at++;
	}
	return next_point(cursor, &point) ? ascii_lower(point) : 0;
}

static bool begins_cluster(const struct comparison *comparison, uint32_t point)
{
	return point < 0x300 ||
	       unorm2_hasBoundaryBefore(comparison->nfc, (UChar32)point);
}

/*
 * Compare as long as both texts hold the same letters, but for the case of
 * ASCII. Where a mark follows, the last pair is given back: it belongs to it.
 */
static void skip_same(struct comparison *comparison)
{
	struct cursor *a = &comparison->before, *b = &comparison->after;
	struct place last_a = a->place, last_b = b->place;

	for (;;) {
		const uint32_t x = peek(a), y = peek(b);

		if (!begins_cluster(comparison, x) ||
		    !begins_cluster(comparison, y))
			break;
		if (x != y || !x)
			return;
		last_a = a->place;
		last_b = b->place;
		advance(a);
		advance(b);
		if (x < 0x80)
			skip_equal(&a->place, a->text, &b->place, b->text);
	}
	a->place = last_a;
	b->place = last_b;
}

static enum skeleton_outcome compare(struct comparison *comparison)
{
	struct cursor *a = &comparison->before, *b = &comparison->after;

	for (;;) {
		bool more_a, more_b;

		if (is_empty(a) && is_empty(b))
			skip_same(comparison);
		more_a = !is_empty(a) || fill(comparison, a);
		more_b = !is_empty(b) || fill(comparison, b);
		if (U_FAILURE(comparison->error))
			return SKELETON_NOMEM;
		if (!more_a && !more_b)
			return SKELETON_SAME;
		if (more_a != more_b)
			return SKELETON_DIFFERENT;
		while (!is_empty(a) && !is_empty(b))
			if (a->units[a->unit_at++] != b->units[b->unit_at++])
				return SKELETON_DIFFERENT;
	}
}

enum skeleton_outcome skeleton_compare(struct cd_span before,
				       struct cd_span after,
				       const struct skeleton_gap *gaps,
				       size_t gap_count, size_t *off)
{
	struct comparison comparison;
	enum skeleton_outcome outcome;

	comparison.error = U_ZERO_ERROR;
	comparison.nfc = unorm2_getNFCInstance(&comparison.error);
	if (U_FAILURE(comparison.error))
		return SKELETON_NOMEM;
	cursor_init(&comparison.before, before, gaps, gap_count);
	cursor_init(&comparison.after, after, NULL, 0);
	outcome = compare(&comparison);
	if (outcome == SKELETON_DIFFERENT) {
		const struct cursor *cursor = &comparison.after;

		*off = cursor->unit_count ? cursor->letter : after.len;
	}
	return outcome;
}
