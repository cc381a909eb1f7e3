/*
 * A line scorer: how much a line is like page furniture, learned from articles
 * (train/README.md). It finds what no rule names, beside the rules.
 *
 * Two text models add up weights of a line's hashed words; small trees read
 * their scores, those of the lines around it, and what the line looks like. A
 * third model names the class. All of it is integers: a model gives the same
 * scores on any machine. Scores are logits in units of 1/256.
 */
#ifndef COPYDESK_STAGES_BOILERPLATE_LINE_SCORER_H
#define COPYDESK_STAGES_BOILERPLATE_LINE_SCORER_H

#include <copydesk.h>

#include "stages/boilerplate/line_context.h"
#include "stages/boilerplate/line_shape.h"

#define SCORER_TEXTS 2
#define SCORER_CLASSES 16
#define SCORER_FEATURES (CONTEXT_COUNT + SHAPE_COUNT)

/* How much is asked of a line. */
enum scorer_mode {
	SCORER_PRECISE, /* right 19 times in 20 */
	SCORER_RECALL,	/* finds more, errs more often */
};

/* Lines that a threshold is for. */
enum scorer_kind {
	SCORER_LABEL,	 /* without a full stop */
	SCORER_SENTENCE, /* with one */
};

struct line_scorer;

/*
 * Read a model of `len` bytes, which are borrowed until line_scorer_free().
 * CD_DATA: it is damaged, and `error` says how; CD_NOMEM. The format is in
 * train/README.md.
 */
enum cd_status line_scorer_open(const void *bytes, size_t len,
				struct line_scorer **scorer, char *error,
				size_t error_size);
void line_scorer_free(struct line_scorer *scorer);

/* The score of text model `which` for a line's features. */
int line_scorer_text(const struct line_scorer *scorer, unsigned which,
		     const uint32_t *ids, size_t count);

/* The score of the trees. */
int line_scorer_trees(const struct line_scorer *scorer,
		      const int16_t features[SCORER_FEATURES]);

/* The rules that the classes are, in the order of the format. */
extern const uint16_t line_scorer_rules[SCORER_CLASSES];

/* The class, from 0. */
unsigned line_scorer_class(const struct line_scorer *scorer,
			   const uint32_t *ids, size_t count);

/* The score at which a line of that kind and class goes. */
int line_scorer_threshold(const struct line_scorer *scorer,
			  enum scorer_mode mode, enum scorer_kind kind,
			  unsigned class);

/* How sure a score is, in percent. */
int line_scorer_confidence(const struct line_scorer *scorer, int score);

#endif
