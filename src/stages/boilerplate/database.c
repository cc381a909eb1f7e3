/* Fields of databases: names that they give to what they know of an article. */
#include "stages/boilerplate/database.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "stages/stage.h"

#define LEAST_SURE 2   /* fields that only a database has ... */
#define LEAST_FIELDS 5 /* ... of so many */
#define TEXT_BYTES 100 /* of a paragraph, at least */
#define NAME_MOST 32   /* bytes of a name and its colon */

enum kind {
	KIND_NONE,
	KIND_FIELD, /* a heading or a fact may begin so, too */
	KIND_SURE,  /* no article has it */
	KIND_OWN,   /* the headline, the byline: it stays before the text */
	KIND_KEPT,  /* sentences about the article: they stay */
	KIND_TEXT,  /* it begins a paragraph of the article */
};

struct name {
	const char *text;
	enum kind kind;
};

/* clang-format off */
static const struct name names[] = {
	{ "abstract", KIND_KEPT },
	{ "acc-no", KIND_SURE },
	{ "accession number", KIND_SURE },
	{ "article name", KIND_OWN },
	{ "article text", KIND_FIELD },
	{ "author", KIND_OWN },
	{ "author affiliations", KIND_SURE },
	{ "authors", KIND_OWN },
	{ "business indexing term", KIND_SURE },
	{ "byline", KIND_OWN },
	{ "city", KIND_FIELD },
	{ "classification", KIND_FIELD },
	{ "coden", KIND_SURE },
	{ "column", KIND_FIELD },
	{ "company", KIND_FIELD },
	{ "company / organization", KIND_SURE },
	{ "company/entity", KIND_SURE },
	{ "copyright", KIND_FIELD },
	{ "correction-date", KIND_SURE },
	{ "country", KIND_FIELD },
	{ "country of publication", KIND_SURE },
	{ "database", KIND_SURE },
	{ "dateline", KIND_OWN },
	{ "distribution", KIND_FIELD },
	{ "document feature", KIND_SURE },
	{ "document type", KIND_FIELD },
	{ "document url", KIND_SURE },
	{ "document-type", KIND_SURE },
	{ "edition", KIND_FIELD },
	{ "end page", KIND_SURE },
	{ "first page", KIND_SURE },
	{ "full text word count", KIND_SURE },
	{ "geographic", KIND_FIELD },
	{ "geographic terms", KIND_SURE },
	{ "headline", KIND_OWN },
	{ "identifier / keyword", KIND_SURE },
	{ "index terms", KIND_SURE },
	{ "industry", KIND_FIELD },
	{ "issn", KIND_SURE },
	{ "issue", KIND_FIELD },
	{ "journal code", KIND_SURE },
	{ "language", KIND_FIELD },
	{ "language of publication", KIND_SURE },
	{ "last updated", KIND_FIELD },
	{ "length", KIND_FIELD },
	{ "links", KIND_FIELD },
	{ "load-date", KIND_SURE },
	{ "location", KIND_FIELD },
	{ "naics/industry codes", KIND_SURE },
	{ "number of pages", KIND_FIELD },
	{ "organization", KIND_FIELD },
	{ "page", KIND_FIELD },
	{ "page count", KIND_FIELD },
	{ "pages", KIND_FIELD },
	{ "people", KIND_FIELD },
	{ "person", KIND_FIELD },
	{ "place of publication", KIND_SURE },
	{ "proquest document id", KIND_SURE },
	{ "publication", KIND_FIELD },
	{ "publication date", KIND_FIELD },
	{ "publication info", KIND_SURE },
	{ "publication subject", KIND_SURE },
	{ "publication title", KIND_SURE },
	{ "publication year", KIND_SURE },
	{ "publication-type", KIND_SURE },
	{ "publisher", KIND_FIELD },
	{ "record number", KIND_SURE },
	{ "section", KIND_FIELD },
	{ "series", KIND_FIELD },
	{ "source", KIND_FIELD },
	{ "source type", KIND_SURE },
	{ "start page", KIND_SURE },
	{ "state", KIND_FIELD },
	{ "subject", KIND_FIELD },
	{ "subject terms", KIND_SURE },
	{ "supplement", KIND_FIELD },
	{ "ticker", KIND_FIELD },
	{ "title", KIND_OWN },
	{ "volume", KIND_FIELD },
	{ "year", KIND_FIELD },
};

/* Codes of Factiva, without a colon: "WC 412 words". */
static const struct name codes[] = {
	{ "AN", KIND_FIELD }, { "ART", KIND_FIELD }, { "BY", KIND_OWN },
	{ "CLM", KIND_FIELD }, { "CO", KIND_FIELD }, { "CR", KIND_OWN },
	{ "CY", KIND_FIELD }, { "ED", KIND_FIELD }, { "ET", KIND_FIELD },
	{ "HD", KIND_OWN }, { "IN", KIND_FIELD }, { "IPC", KIND_FIELD },
	{ "IPD", KIND_FIELD }, { "LA", KIND_FIELD }, { "LP", KIND_TEXT },
	{ "NS", KIND_FIELD }, { "PD", KIND_FIELD }, { "PG", KIND_FIELD },
	{ "PUB", KIND_FIELD }, { "RE", KIND_FIELD }, { "RF", KIND_FIELD },
	{ "SC", KIND_FIELD }, { "SE", KIND_FIELD }, { "SN", KIND_FIELD },
	{ "TD", KIND_TEXT }, { "VOL", KIND_FIELD }, { "WC", KIND_SURE },
};

/* Whole lines. */
static const struct name lines_alone[] = {
	{ "BODY:", KIND_FIELD }, { "Body", KIND_FIELD },
	{ "Classification", KIND_FIELD }, { "DETAILS", KIND_FIELD },
	{ "End of Document", KIND_SURE }, { "FULL TEXT", KIND_FIELD },
	{ "ProQuest document link", KIND_SURE },
};
/* clang-format on */

#define DOCUMENT "Document "
#define WORDS " words"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Whether text[0, len) is `name`, in whatever case. */
static bool is_name(const char *text, size_t len, const char *name)
{
	for (size_t i = 0; i < len; i++)
		if (ascii_lower((unsigned char)text[i]) !=
		    (unsigned char)name[i])
			return false;
	return !name[len];
}

static const char *after_blanks(const char *at, const char *end)
{
	while (at < end && ascii_is_blank((unsigned char)*at))
		at++;
	return at;
}

bool database_is_length(const char *text, size_t len)
{
	size_t end = skip_digits(text, len, 0);

	if (end && end < 4 && bytes_at(text, len, end) == ',')
		end = skip_digits(text, len, end + 1);
	return end && bytes_are(text + end, len - end, WORDS);
}

/* The same of a field's value, perhaps behind blanks. */
static bool holds_length(const char *value, const char *end)
{
	value = after_blanks(value, end);
	return database_is_length(value, (size_t)(end - value));
}

/* "Load-Date: March 12"; "Length: 512 words" is sure. */
static enum kind kind_of_name(const char *text, const struct line *line)
{
	const char *start = text + line->at;
	size_t len = line->colon;

	if (len < 2 || len > NAME_MOST)
		return KIND_NONE;
	for (len--; len && start[len - 1] == ' ';)
		len--;
	for (size_t i = 0; i < COUNT(names); i++) {
		if (!is_name(start, len, names[i].text))
			continue;
		return !strcmp(names[i].text, "length") &&
				       holds_length(start + line->colon,
						    text + line->end)
			       ? KIND_SURE
			       : names[i].kind;
	}
	return KIND_NONE;
}

/* The code that begins a line; *size: its bytes. NULL: none does. */
static const struct name *code_of(const char *text, const struct line *line,
				  size_t *size)
{
	const size_t len = line->end - line->at;

	if (len < 2 || !ascii_is_upper((unsigned char)text[line->at]) ||
	    !ascii_is_upper((unsigned char)text[line->at + 1]))
		return NULL;
	for (size_t i = 0; i < COUNT(codes); i++) {
		/* Most differ in their first byte: no calls for these. */
		if (codes[i].text[0] != text[line->at])
			continue;
		*size = strlen(codes[i].text);
		if (*size <= len &&
		    !memcmp(text + line->at, codes[i].text, *size) &&
		    (*size == len ||
		     ascii_is_blank((unsigned char)text[line->at + *size])))
			return &codes[i];
	}
	return NULL;
}

/* "AN Document LOWHER000" and "WC 412 words" are sure. */
static enum kind kind_of_value(const struct name *code, const char *value,
			       const char *end)
{
	if (code->kind == KIND_SURE)
		return holds_length(value, end) ? KIND_SURE : KIND_NONE;
	return !strcmp(code->text, "AN") &&
			       bytes_begin(value, (size_t)(end - value), 0,
					   DOCUMENT)
		       ? KIND_SURE
		       : code->kind;
}

/*
 * "PD 12 March 2019"; "LP The ferry left" begins the text. A code may have a
 * line of its own, and its value the next one.
 */
static enum kind kind_of_code(const struct article *article, size_t i)
{
	const char *text = article->pass->text;
	const struct line *line = &article->lines[i];
	const char *end = text + line->end;
	size_t size;
	const struct name *code = code_of(text, line, &size);

	if (code && line->end - line->at > size)
		return kind_of_value(
			code, after_blanks(text + line->at + size, end), end);
	if (code)
		return code->kind == KIND_OWN ? KIND_OWN : KIND_FIELD;
	code = i ? code_of(text, &line[-1], &size) : NULL;
	if (!code || line[-1].end - line[-1].at > size ||
	    code->kind == KIND_TEXT)
		return KIND_NONE;
	return kind_of_value(code, text + line->at, end);
}

#define LEAST_NUMBER 16 /* bytes of a document's number, with all in it */

bool database_is_number(const char *text, const struct line *line)
{
	const size_t start = line->at + strlen(DOCUMENT);

	return bytes_begin(text, line->end, line->at, DOCUMENT) &&
	       line->end - start >= LEAST_NUMBER &&
	       !memchr(text + start, ' ', line->end - start);
}

/* "TD" alone, in the text: what is below it is the rest of the article. */
static bool parts_text(const struct article *article, size_t i)
{
	const struct line *line = &article->lines[i];

	return line->end - line->at == 2 &&
	       bytes_begin(article->pass->text, line->end, line->at, "TD");
}

static enum kind kind_of(const struct article *article, size_t i)
{
	const struct line *line = &article->lines[i];
	const char *text = article->pass->text;
	const size_t len = line->end - line->at;
	enum kind kind;

	if (line->colon && (kind = kind_of_name(text, line)))
		return kind;
	for (size_t k = 0; k < COUNT(lines_alone); k++)
		if (text[line->at] == lines_alone[k].text[0] &&
		    bytes_are(text + line->at, len, lines_alone[k].text))
			return lines_alone[k].kind;
	kind = kind_of_code(article, i);
	return !kind && database_is_number(text, line) ? KIND_FIELD : kind;
}

/* Where the article's text begins, and ends: its long lines, or its code. */
static bool find_text(const struct article *article, size_t *first, size_t *end)
{
	*first = article->count;
	*end = 0;
	for (size_t i = 0; i < article->count; i++) {
		const struct line *line = &article->lines[i];
		const enum kind kind = kind_of(article, i);

		if (kind != KIND_TEXT &&
		    (kind || line->end - line->at < TEXT_BYTES))
			continue;
		if (*first == article->count)
			*first = i;
		*end = i + 1;
	}
	return *end > 0;
}

#define RECORD_LEAST 10 /* bytes of a record's number, half of them digits */

/* "Record Number: 11855AB12C3D4E58": as sure as two of them. */
static bool is_long_number(const struct article *article,
			   const struct line *line)
{
	const char *text = article->pass->text;
	size_t at = line->at + line->colon, digits = 0;

	at = skip_spaces(text, line->end, at);
	if (line->end - at < RECORD_LEAST)
		return false;
	for (size_t i = at; i < line->end; i++) {
		if (!ascii_is_alnum((unsigned char)text[i]))
			return false;
		digits += ascii_is_digit((unsigned char)text[i]);
	}
	return digits * 2 >= line->end - at;
}

#define ALONE_MOST 24 /* bytes of a line of lines_alone */

/* Whether a line may be a field, by its length and its first bytes. */
static bool may_be_field(const char *text, const struct line *line)
{
	return (line->colon && line->colon <= NAME_MOST) ||
	       line->end - line->at <= ALONE_MOST ||
	       (ascii_is_upper((unsigned char)text[line->at]) &&
		ascii_is_upper((unsigned char)text[line->at + 1])) ||
	       database_is_number(text, line);
}

/*
 * Whether enough lines may be fields; not so in nearly all articles. The line
 * after such a one may be its value.
 */
static bool may_have_fields(const struct article *article)
{
	size_t fields = 0;

	for (size_t i = 0; i < article->count && fields < LEAST_FIELDS; i++)
		if (may_be_field(article->pass->text, &article->lines[i]))
			fields += 2;
	return fields >= LEAST_FIELDS;
}

struct counts {
	size_t fields, sure;
};

static void count(struct counts *counts, enum kind kind)
{
	counts->fields += kind != KIND_NONE;
	counts->sure += kind == KIND_SURE;
}

static void mark(struct article *article, size_t i, enum kind kind, bool before)
{
	if (kind == KIND_NONE || kind >= KIND_KEPT ||
	    (before && kind == KIND_OWN))
		return;
	article->lines[i].mark = RULE_BOILERPLATE_METADATA;
	article->lines[i].own = false;
}

void database_mark(struct article *article)
{
	struct counts counts = { 0 };
	size_t first, end;

	if (!may_have_fields(article))
		return;
	for (size_t i = 0; i < article->count; i++) {
		const enum kind kind = kind_of(article, i);

		count(&counts, kind);
		counts.sure += kind == KIND_SURE &&
			       is_long_number(article, &article->lines[i]);
	}
	if (counts.sure < LEAST_SURE || counts.fields < LEAST_FIELDS ||
	    !find_text(article, &first, &end))
		return;
	for (size_t i = 0; i < first; i++)
		mark(article, i, kind_of(article, i), true);
	for (size_t i = first; i < end; i++)
		if (parts_text(article, i))
			mark(article, i, KIND_FIELD, false);
	for (size_t i = end; i < article->count; i++)
		mark(article, i, kind_of(article, i), false);
}
