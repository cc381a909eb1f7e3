/*
 * Parts of a gap class that can be left out: quotation marks, currency signs.
 */
#ifndef COPYDESK_RESTORE_PARTS_H
#define COPYDESK_RESTORE_PARTS_H

#include "restore/least.h"
#include "restore/verdict.h"

enum part {
	PART_QUOTES = 1 << 0,
	PART_CURRENCY = 1 << 1,
	PART_OPENING = 1 << 2, /* U+201C alone */
	PART_CLOSING = 1 << 3, /* U+201D alone */
	PART_BRACKET = 1 << 4, /* a round one */
};

bool parts_held(const struct restore_gap *gap, enum part part);

/* The kind of edit that puts class `gap` into gap `i`. */
enum restore_kind parts_kind(const struct words *words, size_t i,
			     const struct restore_gap *gap);

/* Let gap `i` be of that class; how sure that is follows from the trace. */
void parts_take(const struct decoder *decoder, struct verdict *verdict,
		size_t i, uint8_t class);

/* The same gap without marks of one kind, if there is such a class. */
void parts_drop(const struct decoder *decoder, struct verdict *verdict,
		size_t i, enum part part);

#endif
