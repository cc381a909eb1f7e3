/*
 * The log of a chat, a line for each message: "<ida_88> anyone here?", or with
 * its time, "[10:06] <ida_88> anyone here?".
 */
#ifndef COPYDESK_TEXT_CHAT_H
#define COPYDESK_TEXT_CHAT_H

#include <stdbool.h>
#include <stddef.h>

#include "text/listing.h"

/* Whether nearly all lines of a text are messages, of several people. */
bool chat_text(const char *text, size_t len);

/*
 * Whether the line that begins at text[at] is a message of any chat: also
 * "05/03/2024, 10:06 - ida marsh: anyone here?", and "@ida_88 where r u".
 */
bool chat_begins_message(const char *text, size_t len, size_t at);

/* Whether so many lines are replies, "@ida_88 where r u", that each is a post.
 */
bool chat_replies(const char *text, size_t len);

struct chat_walk {
	const char *text;
	size_t len, at;
};

/* The next time and name at a line's start; false: there is none. */
bool chat_next(struct chat_walk *walk, struct listing *span);

#endif
