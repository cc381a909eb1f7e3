/* The line scorer: reading its model, and what it computes. */
#include "stages/boilerplate/line_scorer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stages/boilerplate/line_text.h"
#include "stages/stage.h"

#define MAGIC "linescr1"
#define MOST_BITS 17
#define MOST_TREES 1000
#define MOST_NODES 60000
#define LEAF 255       /* as a node's feature */
#define STEPS 32       /* of the table of confidence, from score 0 on */
#define STEP 64	       /* of the score */
#define TEXT_MOST 4096 /* scores of text models, as absolute values */
#define ROOTS (LINE_TEXT_MOST + 1)

/* The file's header; all numbers are 32 bits, little-endian. */
enum {
	HEAD_TEXT_BITS,
	HEAD_CLASS_BITS,
	HEAD_CLASSES,
	HEAD_FEATURES,
	HEAD_TREES,
	HEAD_NODES,
	HEAD_BASE, /* what the trees' sum begins with, 4096ths */
	HEAD_TEXT, /* of each text model: its factor and its bias */
	HEAD_CLASS_BIAS = HEAD_TEXT + 2 * SCORER_TEXTS,
	HEAD_THRESHOLDS = HEAD_CLASS_BIAS + SCORER_CLASSES,
	HEAD_CONFIDENCE = HEAD_THRESHOLDS + 4 * SCORER_CLASSES,
	HEAD_COUNT = HEAD_CONFIDENCE + STEPS,
};

#define FRONT (sizeof(MAGIC) - 1 + HEAD_COUNT * 4) /* bytes before weights */

const uint16_t line_scorer_rules[SCORER_CLASSES] = {
	RULE_BOILERPLATE_HIGHLIGHTS, RULE_BOILERPLATE_RELATED,
	RULE_BOILERPLATE_AD,	     RULE_BOILERPLATE_NEWSLETTER,
	RULE_BOILERPLATE_SHARE,	     RULE_BOILERPLATE_PLAYER,
	RULE_BOILERPLATE_CAPTION,    RULE_BOILERPLATE_BYLINE,
	RULE_BOILERPLATE_DATELINE,   RULE_BOILERPLATE_DATELINE_PLACE,
	RULE_BOILERPLATE_TIMESTAMP,  RULE_BOILERPLATE_CREDIT,
	RULE_BOILERPLATE_COPYRIGHT,  RULE_BOILERPLATE_CORRECTION,
	RULE_BOILERPLATE_EMBED,	     RULE_BOILERPLATE_OTHER,
};

struct tree_node {
	uint8_t feature; /* or LEAF */
	/* Nodes of the tree, after this one: for a feature of at most `value`,
	   and for more. An index, as no branch foresees which. */
	uint8_t next[2];
	int32_t value; /* of a leaf: what it adds */
};

struct line_scorer {
	int32_t head[HEAD_COUNT];
	const int8_t *texts[SCORER_TEXTS]; /* borrowed */
	const int8_t *classes;		   /* borrowed */
	struct tree_node *nodes;	   /* owned */
	uint16_t *trees;		   /* owned: first nodes */
	uint32_t roots[ROOTS];		   /* 65536 / square root of n */
};

static uint32_t read_number(const unsigned char *bytes)
{
	return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
	       (uint32_t)bytes[3] << 24;
}

static int32_t read_signed(const unsigned char *bytes)
{
	const uint32_t value = read_number(bytes);

	return value & 0x80000000u ? -(int32_t)(~value) - 1 : (int32_t)value;
}

struct sizes {
	size_t text, classes, trees, nodes, all;
};

/* The sizes of the file's parts, or false for a header that makes no sense. */
static bool find_sizes(const int32_t *head, struct sizes *sizes)
{
	if (head[HEAD_TEXT_BITS] < 1 || head[HEAD_TEXT_BITS] > MOST_BITS ||
	    head[HEAD_CLASS_BITS] < 1 || head[HEAD_CLASS_BITS] > MOST_BITS ||
	    head[HEAD_CLASSES] != SCORER_CLASSES ||
	    head[HEAD_FEATURES] != SCORER_FEATURES || head[HEAD_TREES] < 0 ||
	    head[HEAD_TREES] > MOST_TREES || head[HEAD_NODES] < 0 ||
	    head[HEAD_NODES] > MOST_NODES)
		return false;
	sizes->text = (size_t)1 << head[HEAD_TEXT_BITS];
	sizes->classes = SCORER_CLASSES << head[HEAD_CLASS_BITS];
	sizes->trees = (size_t)head[HEAD_TREES] * 4;
	sizes->nodes = (size_t)head[HEAD_NODES] * 8;
	sizes->all = FRONT + SCORER_TEXTS * sizes->text + sizes->classes +
		     sizes->trees + sizes->nodes;
	return true;
}

/* A tree's nodes point forward, and stay within it: [first, end). */
static bool read_tree(struct line_scorer *scorer, const unsigned char *bytes,
		      size_t first, size_t end)
{
	for (size_t i = first; i < end; i++) {
		struct tree_node *node = &scorer->nodes[i];

		*node = (struct tree_node){
			.feature = bytes[i * 8],
			.next = { bytes[i * 8 + 1], bytes[i * 8 + 2] },
			.value = read_signed(bytes + i * 8 + 4),
		};
		if (node->feature == LEAF)
			continue;
		if (node->feature >= SCORER_FEATURES ||
		    node->next[0] <= i - first ||
		    node->next[0] >= end - first ||
		    node->next[1] <= i - first || node->next[1] >= end - first)
			return false;
	}
	return true;
}

static bool read_trees(struct line_scorer *scorer, const unsigned char *bytes,
		       const struct sizes *sizes)
{
	const size_t trees = sizes->trees / 4, nodes = sizes->nodes / 8;

	for (size_t i = 0; i < trees; i++) {
		const size_t first = read_number(bytes + 4 * i);
		const size_t end = i + 1 < trees
					   ? read_number(bytes + 4 * (i + 1))
					   : nodes;

		if (first >= end || end > nodes ||
		    !read_tree(scorer, bytes + sizes->trees, first, end))
			return false;
		scorer->trees[i] = (uint16_t)first;
	}
	return true;
}

/* The integer square root of a number below 2^33. */
static uint32_t root_of(uint64_t number)
{
	uint64_t root = 0;

	for (uint64_t bit = (uint64_t)1 << 16; bit; bit >>= 1)
		if ((root + bit) * (root + bit) <= number)
			root += bit;
	return (uint32_t)root;
}

static void fill_roots(struct line_scorer *scorer)
{
	for (size_t n = 1; n < ROOTS; n++)
		scorer->roots[n] = root_of(((uint64_t)1 << 32) / n);
}

static bool read_head(struct line_scorer *scorer, const unsigned char *bytes,
		      size_t len, struct sizes *sizes)
{
	if (len < FRONT || memcmp(bytes, MAGIC, sizeof(MAGIC) - 1) != 0)
		return false;
	bytes += sizeof(MAGIC) - 1;
	for (size_t i = 0; i < HEAD_COUNT; i++)
		scorer->head[i] = read_signed(bytes + 4 * i);
	return find_sizes(scorer->head, sizes) && sizes->all == len;
}

static enum cd_status read_model(struct line_scorer *scorer,
				 const unsigned char *bytes, size_t len)
{
	struct sizes sizes;

	if (!read_head(scorer, bytes, len, &sizes))
		return CD_DATA;
	scorer->nodes = calloc(sizes.nodes / 8 + 1, sizeof(*scorer->nodes));
	scorer->trees = calloc(sizes.trees / 4 + 1, sizeof(*scorer->trees));
	if (!scorer->nodes || !scorer->trees)
		return CD_NOMEM;
	bytes += FRONT;
	for (size_t i = 0; i < SCORER_TEXTS; i++, bytes += sizes.text)
		scorer->texts[i] = (const int8_t *)bytes;
	scorer->classes = (const int8_t *)bytes;
	fill_roots(scorer);
	return read_trees(scorer, bytes + sizes.classes, &sizes) ? CD_OK
								 : CD_DATA;
}

enum cd_status line_scorer_open(const void *bytes, size_t len,
				struct line_scorer **scorer, char *error,
				size_t error_size)
{
	struct line_scorer *made = calloc(1, sizeof(*made));
	const enum cd_status status =
		made ? read_model(made, bytes, len) : CD_NOMEM;

	*scorer = NULL;
	if (status == CD_DATA)
		snprintf(error, error_size,
			 "the line scorer's file is damaged");
	if (status != CD_OK) {
		line_scorer_free(made);
		return status;
	}
	*scorer = made;
	return CD_OK;
}

void line_scorer_free(struct line_scorer *scorer)
{
	if (!scorer)
		return;
	free(scorer->nodes);
	free(scorer->trees);
	free(scorer);
}

/* Rounded down, as division of negative numbers in C is not. */
static int64_t divide(int64_t number, int64_t by)
{
	return number / by - (number % by < 0);
}

static int clamp(int64_t score)
{
	return score < -TEXT_MOST  ? -TEXT_MOST
	       : score > TEXT_MOST ? TEXT_MOST
				   : (int)score;
}

/* Weights are the squares of what the file holds, with its sign. */
static int64_t add_weights(const int8_t *weights, size_t size,
			   const uint32_t *ids, size_t count)
{
	int64_t sum = 0;

	for (size_t i = 0; i < count; i++) {
		const int weight = weights[ids[i] & (size - 1)];

		sum += weight * abs(weight);
	}
	return sum;
}

int line_scorer_text(const struct line_scorer *scorer, unsigned which,
		     const uint32_t *ids, size_t count)
{
	const int32_t *numbers = &scorer->head[HEAD_TEXT + 2 * which];
	const size_t size = (size_t)1 << scorer->head[HEAD_TEXT_BITS];
	int64_t sum;

	if (!count)
		return CONTEXT_NO_SCORE;
	sum = add_weights(scorer->texts[which], size, ids, count);
	/* 2^-16 of the root, and 2^-24 of the factor */
	sum = divide(sum * scorer->roots[count], 1 << 8);
	return clamp(divide(sum * numbers[0], (int64_t)1 << 32) + numbers[1]);
}

unsigned line_scorer_class(const struct line_scorer *scorer,
			   const uint32_t *ids, size_t count)
{
	const size_t size = (size_t)1 << scorer->head[HEAD_CLASS_BITS];
	unsigned best = 0;
	int64_t most = INT64_MIN;

	for (unsigned i = 0; i < SCORER_CLASSES; i++) {
		const int64_t sum =
			add_weights(scorer->classes + i * size, size, ids,
				    count) *
				scorer->roots[count] +
			(int64_t)scorer->head[HEAD_CLASS_BIAS + i] * 65536;

		if (sum > most) {
			most = sum;
			best = i;
		}
	}
	return best;
}

int line_scorer_trees(const struct line_scorer *scorer,
		      const int16_t features[SCORER_FEATURES])
{
	const size_t trees = (size_t)scorer->head[HEAD_TREES];
	int64_t sum = scorer->head[HEAD_BASE];

	for (size_t i = 0; i < trees; i++) {
		const struct tree_node *tree = &scorer->nodes[scorer->trees[i]];
		const struct tree_node *node = tree;

		while (node->feature != LEAF)
			node = tree + node->next[features[node->feature] >
						 node->value];
		sum += node->value;
	}
	return (int)divide(sum, 16);
}

int line_scorer_threshold(const struct line_scorer *scorer,
			  enum scorer_mode mode, enum scorer_kind kind,
			  unsigned class)
{
	const unsigned row = 2 * (unsigned)mode + (unsigned)kind;

	return scorer->head[HEAD_THRESHOLDS + row * SCORER_CLASSES + class];
}

int line_scorer_confidence(const struct line_scorer *scorer, int score)
{
	int step = score < 0 ? 0 : score / STEP;

	if (step >= STEPS)
		step = STEPS - 1;
	return scorer->head[HEAD_CONFIDENCE + step];
}
