/*
 * Normalisation form C over UTF-8.
 */
#ifndef COPYDESK_UNICODE_NFC_H
#define COPYDESK_UNICODE_NFC_H

#include <stddef.h>

#include "base/arena.h"

/* Bytes [at, end) of the text become `text`, of the arena. */
struct nfc_change {
	size_t at, end;
	const char *text;
	size_t len;
};

enum nfc_outcome { NFC_CHANGE, NFC_DONE, NFC_NOMEM };

/*
 * The next place, from byte `from` on, where valid UTF-8 is not in NFC. Go on
 * from change->end. `from` must be the start of the text or an earlier
 * change's end. Code points below U+0300 are skipped eight bytes at a time.
 */
enum nfc_outcome nfc_next(const char *text, size_t len, size_t from,
			  struct arena *arena, struct nfc_change *change);

#endif
