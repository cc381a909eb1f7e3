/*
 * HTML's character references: what is at a place, and for what.
 */
#ifndef COPYDESK_STAGES_ENCODING_ENTITIES_H
#define COPYDESK_STAGES_ENCODING_ENTITIES_H

#include <stdbool.h>
#include <stddef.h>

/* Arrays, not pointers: two thousand of them would be relocated at each start.
 */
struct entity_name {
	char name[32]; /* without & and ; */
	char text[7];  /* UTF-8 */
	bool bare;     /* HTML reads it without its semicolon too */
};

/* The table, in strcmp() order of the names. */
extern const struct entity_name entity_names[];
extern const size_t entity_name_count;

/* The entity of that name, or NULL. */
const struct entity_name *entity_find(const char *name, size_t len);

#define ENTITY_TEXT_MAX 8

struct entity {
	size_t len;		    /* bytes of the source */
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

/*
 * "ownerrsquo": the length of the name that a word ends in, an ampersand apart;
 * 0: none. *sure: no word ends so ("aliquot").
 */
size_t entity_ends_word(const char *word, size_t len, bool *sure);

#endif
