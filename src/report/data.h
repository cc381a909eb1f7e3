/* The data of a page, as JSON. */
#ifndef COPYDESK_REPORT_DATA_H
#define COPYDESK_REPORT_DATA_H

#include "batch/stats.h"
#include "report/corpus.h"

struct page {
	struct corpus *corpus; /* is put in order, and not to be added to */
	const char *title;     /* borrowed, as all here */
	const char *version;   /* of the program and its data */
	const char *group;     /* the member of records that `sources` are by */
	const struct stats *stats;
	size_t min_articles; /* that a line is in, to be worth showing */
	size_t trouble;	     /* files and records that could not be read */
};

/* Append one object; the template reads it. */
void data_write(const struct page *page, struct buffer *out);

#endif
