/* What is known of a corpus: sums and samples, in memory that does not grow. */
#ifndef COPYDESK_REPORT_CORPUS_H
#define COPYDESK_REPORT_CORPUS_H

#include "batch/file.h"
#include "report/frequent.h"
#include "report/groups.h"
#include "report/lottery.h"
#include "report/worst.h"

/* Articles by their number of findings: see corpus.c. */
#define HISTOGRAM_BARS 8

struct corpus {
	uint64_t articles, findings, words, stripped_words;
	uint64_t classes[CLASS_COUNT];
	uint64_t histogram[HISTOGRAM_BARS];
	uint64_t conditions[32];
	uint64_t rule_findings[TALLY_RULES], rule_articles[TALLY_RULES];
	struct groups folders, sources;
	struct frequent stripped;
	struct cd_learner *learner; /* owned: lines that are left */
	struct lottery lottery;
	struct worst worst;
};

/* False when memory runs out; corpus_release() is due either way. */
bool corpus_init(struct corpus *corpus);
void corpus_release(struct corpus *corpus);

/* Add the notes of a chunk; false when memory runs out. */
bool corpus_add(struct corpus *corpus, const struct file *file,
		const struct buffer *notes);

#endif
