/* The page. */
#include "report/page.h"

/* The template, from embed.S: before the data and after it. */
extern const char report_page_head[], report_page_head_end[];
extern const char report_page_tail[], report_page_tail_end[];

void page_write(const struct page *page, struct buffer *out)
{
	buffer_add(out, report_page_head,
		   (size_t)(report_page_head_end - report_page_head));
	data_write(page, out);
	buffer_add(out, report_page_tail,
		   (size_t)(report_page_tail_end - report_page_tail));
}
