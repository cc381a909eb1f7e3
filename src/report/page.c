/* The page. */
#include "report/page.h"

/* The template, from embed.S: before the data and after it. */
extern const char report_page_head[], report_page_head_end[];
extern const char report_page_tail[], report_page_tail_end[];

static void add_part(struct buffer *out, const char *from, const char *end)
{
	buffer_add(out, from, (size_t)(end - from));
}

void page_write(const struct page *page, struct buffer *out)
{
	add_part(out, report_page_head, report_page_head_end);
	data_write(page, out);
	add_part(out, report_page_tail, report_page_tail_end);
}
