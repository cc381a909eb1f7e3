/* What the files that read Markdown share. */
#ifndef COPYDESK_TEXT_MARKDOWN_PARTS_H
#define COPYDESK_TEXT_MARKDOWN_PARTS_H

#include <stdbool.h>
#include <stddef.h>

/* A paragraph, heading or item: text[at, end) of which spans are told. */
struct markdown_words {
	const char *text;
	size_t at, end;
	bool references; /* the text defines addresses: "[name]: ..." */
	unsigned char *kept;
};

/* Mark the spans of code, links, tags, formulas and fields in it. */
void markdown_mark_spans(const struct markdown_words *words);

/* Elements in which is no prose: "<pre>", "<script>", a comment. */
#define MARKDOWN_ELEMENTS 10

/* Which of them begins at text[at]; MARKDOWN_ELEMENTS: none does. */
size_t markdown_element(const char *text, size_t len, size_t at);

/* Where it ends that begins in text[at, end); 0: not there. */
size_t markdown_element_end(const char *text, size_t at, size_t end,
			    size_t element);

#endif
