/* The page's template, as assemble made it, as read-only data. */
	.section .rodata
	.global report_page_head, report_page_head_end
	.global report_page_tail, report_page_tail_end
report_page_head:
	.incbin PAGE_HEAD
report_page_head_end:
report_page_tail:
	.incbin PAGE_TAIL
report_page_tail_end:
	.byte 0

#include "base/notes.S"
