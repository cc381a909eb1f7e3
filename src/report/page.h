/* The page: its template with the data of a corpus in it. */
#ifndef COPYDESK_REPORT_PAGE_H
#define COPYDESK_REPORT_PAGE_H

#include "report/data.h"

/* Append the page. */
void page_write(const struct page *page, struct buffer *out);

#endif
