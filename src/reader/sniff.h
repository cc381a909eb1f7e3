/*
 * What an input is, by its first bytes: nobody who writes
 * `zcat news.jsonl.gz | copydesk` means the quotation marks of JSON.
 *
 * In doubt it is text: a story may begin with "<", "[" or "From ".
 */
#ifndef COPYDESK_READER_SNIFF_H
#define COPYDESK_READER_SNIFF_H

#include <copydesk.h>

#include <stdbool.h>

enum content {
	CONTENT_TEXT,
	CONTENT_JSONL,
	CONTENT_JSON,
	CONTENT_CSV,
	CONTENT_TSV,
	CONTENT_SSV,
	CONTENT_PSV,
	CONTENT_XML,
	CONTENT_HTML,	   /* a page, not a few tags */
	CONTENT_SUBTITLES, /* by their file's name: a transcript has times, too
			    */
	CONTENT_MBOX,
	CONTENT_RTF,
	CONTENT_WARC,
};

/* What `start`, decoded, shows; `whole`: nothing comes after it. */
enum content sniff_text(struct cd_span start, bool whole);

/* Whether these bytes are enough for sniff_text(): a whole line of JSON. */
bool sniff_is_enough(struct cd_span start);

/*
 * What raw bytes show to be no text at all ("gzip data", ...); NULL: they may
 * be text. Static.
 */
const char *sniff_binary(const char *raw, size_t len);

/* As messages call it: "CSV". */
const char *content_name(enum content content);

#endif
