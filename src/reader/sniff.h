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

#include "reader/content.h"

/* What `start`, decoded, shows; `whole`: nothing comes after it. */
enum content sniff_text(struct cd_span start, bool whole);

/*
 * Whether what is called .json has an object a line: two are enough. Data sets
 * are called so as often as .jsonl.
 */
bool sniff_has_records(struct cd_span start);

/* Whether so many bytes tell. */
bool sniff_records_is_enough(struct cd_span start);

/*
 * Whether what is called .jsonl has objects that go over lines, as jq writes
 * them: then no line is a record.
 */
bool sniff_is_spread(struct cd_span start);

/* Whether so many bytes tell. */
bool sniff_spread_is_enough(struct cd_span start);

/* Whether these bytes are enough for sniff_text(): a whole line of JSON. */
bool sniff_is_enough(struct cd_span start);

/*
 * What raw bytes show to be no text at all ("gzip data", ...); NULL: they may
 * be text. Static.
 */
const char *sniff_binary(const char *raw, size_t len);

/* Whether raw bytes with NULs among them have numbers in binary between them.
 */
bool sniff_has_numbers(const char *raw, size_t len);

/* As messages call it: "CSV". */
const char *content_name(enum content content);

#endif
