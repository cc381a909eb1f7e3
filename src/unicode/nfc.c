/*
 * Finding what is not in NFC. ICU 72 has no C call that normalises UTF-8, so
 * only the clusters around code points that may change are converted.
 */
#include "unicode/nfc.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/utf8.h"

#define COMPOSE_LEAD 0xCC /* first byte of U+0300 */

/*
 * Longer clusters are no writing (UAX #15 knows up to 30 marks in a row), are
 * dear to put in order, and are left as they are.
 */
#define CLUSTER_BYTES 256

/* Ranges whose code points never change and never combine backwards. */
static const struct {
	uint32_t first, last;
} inert[] = {
	{ 0x0388, 0x0482 }, { 0x048A, 0x0590 }, { 0x05D0, 0x060F },
	{ 0x0620, 0x064A }, { 0x1E00, 0x1EFF }, { 0x2002, 0x2070 },
	{ 0x3041, 0x3098 }, { 0x30A0, 0x30FF }, { 0x4E00, 0x9FFF },
	{ 0xAC00, 0xD7A3 },
};

static bool is_inert(uint32_t point)
{
	const size_t count = sizeof(inert) / sizeof(*inert);

	for (size_t i = 0; i < count && point >= inert[i].first; i++)
		if (point <= inert[i].last)
			return true;
	return u_getIntPropertyValue((UChar32)point, UCHAR_NFC_QUICK_CHECK) ==
		       UNORM_YES &&
	       !u_getCombiningClass((UChar32)point);
}

/* The next code point that may have to change; `len` when there is none. */
static size_t find_suspect(const char *text, size_t len, size_t at)
{
	while (at < len) {
		size_t next;

		if (len - at >= 8 && utf8_eight_are_ascii(text + at)) {
			at += 8;
			continue;
		}
		if ((unsigned char)text[at] < COMPOSE_LEAD) {
			at++;
			continue;
		}
		next = at;
		if (!is_inert(utf8_next(text, &next)))
			return at;
		at = next;
	}
	return len;
}

static size_t cluster_start(const UNormalizer2 *nfc, const char *text,
			    size_t from, size_t at)
{
	size_t here = at;

	if (unorm2_hasBoundaryBefore(nfc, (UChar32)utf8_next(text, &here)))
		return at;
	while (at > from && !unorm2_hasBoundaryBefore(
				    nfc, (UChar32)utf8_previous(text, &at)))
		;
	return at;
}

static size_t cluster_end(const UNormalizer2 *nfc, const char *text, size_t len,
			  size_t at)
{
	utf8_next(text, &at);
	while (at < len) {
		size_t next = at;

		if (unorm2_hasBoundaryBefore(nfc,
					     (UChar32)utf8_next(text, &next)))
			break;
		at = next;
	}
	return at;
}

/* Normalise the cluster into change->text. */
static bool compose(const UNormalizer2 *nfc, const char *text,
		    struct arena *arena, struct nfc_change *change)
{
	const size_t bytes = change->end - change->at;
	const int32_t room = (int32_t)(3 * bytes + 1);
	UChar *raw = arena_alloc(arena, bytes * sizeof(*raw));
	UChar *composed = arena_alloc(arena, (size_t)room * sizeof(*composed));
	char *out = arena_alloc(arena, 3 * (size_t)room);
	UErrorCode error = U_ZERO_ERROR;
	int32_t count, len;

	if (!raw || !composed || !out)
		return false;
	u_strFromUTF8(raw, (int32_t)bytes, &count, text + change->at,
		      (int32_t)bytes, &error);
	count = unorm2_normalize(nfc, raw, count, composed, room, &error);
	u_strToUTF8(out, 3 * room, &len, composed, count, &error);
	change->text = out;
	change->len = (size_t)len;
	return U_SUCCESS(error);
}

enum nfc_outcome nfc_next(const char *text, size_t len, size_t from,
			  struct arena *arena, struct nfc_change *change)
{
	UErrorCode error = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
	size_t at = from;

	if (U_FAILURE(error))
		return NFC_NOMEM;
	while ((at = find_suspect(text, len, at)) < len) {
		change->at = cluster_start(nfc, text, from, at);
		change->end = cluster_end(nfc, text, len, at);
		at = from = change->end;
		if (change->end - change->at > CLUSTER_BYTES)
			continue;
		if (!compose(nfc, text, arena, change))
			return NFC_NOMEM;
		if (change->len != change->end - change->at ||
		    memcmp(change->text, text + change->at, change->len) != 0)
			return NFC_CHANGE;
	}
	return NFC_DONE;
}
