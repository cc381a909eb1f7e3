/*
 * HTML's character references: what is at a place, and for what.
 */
#ifndef COPYDESK_STAGES_ENCODING_ENTITIES_H
#define COPYDESK_STAGES_ENCODING_ENTITIES_H

#include <stdbool.h>
#include <stddef.h>

#define ENTITY_TEXT_MAX 8

struct entity {
	size_t len;   /* bytes of the source */
	size_t outer; /* of these "&amp ;", apart from the name in it; or 0 */
	char text[ENTITY_TEXT_MAX]; /* UTF-8; empty for a control */
	size_t text_len;
};

/*
 * Read the entity at text[0] == '&': named, numeric, double-escaped, or
 * separated by spaces as tokenisers do. False when there is none.
 */
bool entity_read(const char *text, size_t len, struct entity *entity);

/*
 * Read an entity that lost its ampersand at text[0]: "quot;", "#8217;",
 * "amp;lt;". False when there is none.
 */
bool entity_read_broken(const char *text, size_t len, struct entity *entity);

#endif
