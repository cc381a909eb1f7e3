/*
 * The network: rows of the table in, logits out. README.md, "The network".
 */
#ifndef COPYDESK_RESTORE_NET_H
#define COPYDESK_RESTORE_NET_H

#include "restore/class_lists.h"

#define NET_WINDOW 2048 /* tokens that a window decides */
#define NET_CONTEXT 128 /* tokens before and after, seen only */
#define NET_TOKENS (NET_WINDOW + 2 * NET_CONTEXT)
#define NET_STRIDE 144 /* logits of one token, padded */

/* The memory of one window. */
struct net {
	const struct restore_model *model; /* borrowed */
	const struct matrix *matrices;	   /* the model's */
	uint32_t (*rows)[RESTORE_ROWS]; /* NET_TOKENS: the caller fills them */
	int16_t *logits;		/* NET_TOKENS * NET_STRIDE */
	/* For the caller: REPEATS_COUNTERS, all 0; the gap classes. */
	uint8_t *counters;
	struct class_lists *lists;
	/* private */
	struct net *next; /* among those that are not in use */
	int16_t *stream;
	int16_t *products;  /* of a few tokens */
	uint8_t *inputs[2]; /* of every other layer */
};

/*
 * The model keeps those that are not in use: an article needs megabytes, which
 * the system would have to find anew for each. NULL when memory runs out.
 */
struct nets *nets_new(void);
void nets_free(struct nets *nets);

/* Of the model; the caller returns it. NULL when memory runs out. */
struct net *net_borrow(const struct restore_model *model);
void net_return(struct net *net);

/* The logits of the first `count` tokens of net->rows. */
void net_run(struct net *net, size_t count);

#endif
