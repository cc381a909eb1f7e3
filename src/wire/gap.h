/*
 * Gaps as they are seen: normalised, and which classes they may become.
 * README.md, "how a gap is seen" and "Allowed gaps".
 */
#ifndef COPYDESK_WIRE_GAP_H
#define COPYDESK_WIRE_GAP_H

#include "wire/model.h"
#include "wire/words.h"

#define GAP_POINTS 40		/* a longer gap is like no class */
#define GAP_BYTES (4 * GAP_POINTS)

/* A normalised gap and where each of its code points came from. */
struct seen_gap {
	char text[GAP_BYTES];
	size_t len;			/* bytes of `text` */
	size_t count;			/* code points */
	uint32_t points[GAP_POINTS];
	uint32_t at[GAP_POINTS], end[GAP_POINTS];	/* of the raw text */
	bool space, newline;
	bool too_long;
};

/* Which kinds of marks an article lost, and what its gaps may become. */
struct gap_rules {
	const struct wire_model *model;		/* borrowed */
	enum wire_condition condition;
	bool runs;			/* runs of spaces were kept */
	bool wrapped;			/* a lone line break is a space */
	bool set_apart;			/* marks were set apart by spaces */
	uint32_t lost;			/* a bit for each row of gap.c's marks */
	/* Classes without spaces and lost marks, padded with zeros. */
	uint64_t rest[WIRE_GAPS][2];
};

void gap_rules_init(struct gap_rules *rules, const struct wire_model *model,
		    enum wire_condition condition, const struct words *words);

/* Gap `i` of the words (of `count`) as the model sees it. */
void gap_see(struct seen_gap *seen, const struct gap_rules *rules,
	     const struct words *words, size_t i);

/*
 * The classes that the gap may become: allowed[class] is 1 or 0. Returns the
 * class that leaves it as it is.
 */
unsigned gap_allow(const struct seen_gap *seen, const struct gap_rules *rules,
		   uint8_t allowed[WIRE_GAPS]);

#endif
