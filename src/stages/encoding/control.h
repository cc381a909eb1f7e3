/* Control characters: what each stands for, by what is beside it. */
#ifndef COPYDESK_STAGES_ENCODING_CONTROL_H
#define COPYDESK_STAGES_ENCODING_CONTROL_H

#include "edit/pass.h"

/* A code point that may have to go, and what is beside it. */
struct character_place {
	struct pass *pass;
	size_t at, end; /* of the code point, then of what was edited */
	size_t taken;	/* up to here the text is edited */
	uint32_t before, point, after;
	bool windows; /* the text has marks of Windows-1252 as controls */
};

static inline void character_drop(const struct character_place *place,
				  unsigned rule)
{
	pass_delete(place->pass, rule, place->at, place->end);
}

static inline void character_put(const struct character_place *place,
				 unsigned rule, const char *text)
{
	pass_put(place->pass, rule, place->at, place->end, text);
}

/* Controls of ASCII and C1, but for tabs and line ends. */
static inline bool control_is(uint32_t point)
{
	return (point < 0x20 && point != '\t' && point != '\n' &&
		point != '\r') ||
	       (point >= 0x7F && point < 0xA0);
}

/* Whether the text has marks of Windows-1252 that were read as controls. */
bool control_has_windows(const struct pass *pass);

/* Put what the control stands for into its place, or take it out. */
void control_mend(struct character_place *place);

#endif
