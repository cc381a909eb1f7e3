/*
 * A text as the restorer has decoded it, made here: words of which a test says
 * what stands after them, to try what settles or judges that.
 */
#ifndef COPYDESK_TESTS_DECODED_H
#define COPYDESK_TESTS_DECODED_H

#include "restore/verdict.h"

#define DECODED_WORDS 16 /* at most */

/* The classes of gaps; four of them are STOP and more. */
enum decoded_gap {
	DECODED_SPACE,
	DECODED_COMMA,
	DECODED_STOP,
	DECODED_COMMA_CLOSES,
	DECODED_STOP_CLOSES,
	DECODED_STOP_OPENS,
	DECODED_STOP_BOTH,
	DECODED_OPENS,
	DECODED_GAPS
};

struct decoded {
	struct restore_model *model; /* owned */
	struct gap_rules rules;
	struct words words;
	struct pairs pairs;
	struct trace traces[DECODED_WORDS + 1];
	struct decoder decoder;
	struct verdict verdicts[DECODED_WORDS + 1]; /* of the gap after each */
};

/* Spaces after each word. Release with decoded_release(). */
void decoded_make(struct decoded *one, const char *text,
		  enum restore_loss loss);
void decoded_release(struct decoded *one);

#endif
