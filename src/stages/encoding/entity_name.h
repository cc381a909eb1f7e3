/*
 * The names of HTML's character references, and which of them are words.
 */
#ifndef COPYDESK_STAGES_ENCODING_ENTITY_NAME_H
#define COPYDESK_STAGES_ENCODING_ENTITY_NAME_H

#include <stdbool.h>
#include <stddef.h>

#define ENTITY_NAME_MAX 31 /* CounterClockwiseContourIntegral */

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

/*
 * "&RSQUO;", "&EACUTE;": a name that was put in capitals with the text around
 * it. So was its letter. Short ones may be names: "GM&GE;". NULL: none.
 */
const struct entity_name *entity_find_raised(const char *name, size_t len);

/*
 * "&rsquos", "r&eacutesum&eacutes": the name of a mark or a letter, whose
 * semicolon is lost, and the rest of the word. Other names may be words. NULL:
 * none.
 */
const struct entity_name *entity_find_begun(const char *name, size_t len);

/* Whether it is all in capitals. */
bool entity_name_is_raised(const char *name, size_t len);

/* Those that tokenisers part, and that are known without an ampersand. */
bool entity_name_is_common(const char *name, size_t len);

/* Of these those that no word ends or begins in. */
bool entity_name_is_odd(const char *name, size_t len);

/* Whether HTML reads it without its semicolon, whatever comes after it. */
bool entity_name_is_letter(const struct entity_name *name);

/*
 * "ownerrsquo": the length of the name that a word ends in, an ampersand apart;
 * 0: none. *sure: no word ends so ("aliquot").
 */
size_t entity_ends_word(const char *word, size_t len, bool *sure);

#endif
