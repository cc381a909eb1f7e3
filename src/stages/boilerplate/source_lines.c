/*
 * The lines that Factiva sets between headline and text: "512 words", a date, a
 * time, the newspaper and its code, edition, page, language, copyright; and
 * what was searched for, before or after the article.
 */
#include "stages/boilerplate/source_lines.h"

#include "base/ascii.h"
#include "base/bytes.h"
#include "stages/boilerplate/database.h"
#include "stages/stage.h"

#define LINES_LEAST 4  /* words, date, newspaper, copyright */
#define LINES_MOST 11  /* all of them, and a section */
#define LINE_BYTES 100 /* none is longer, but for the copyright */

static struct cd_span line_at(const struct article *article, size_t i)
{
	const struct line *line = &article->lines[i];

	return (struct cd_span){ article->pass->text + line->at,
				 line->end - line->at };
}

static size_t digits_at(struct cd_span line, size_t at)
{
	size_t count = 0;

	while (at + count < line.len &&
	       ascii_is_digit((unsigned char)line.bytes[at + count]))
		count++;
	return count;
}

/* "1 January 2004" */
static bool is_date(struct cd_span line)
{
	const size_t day = digits_at(line, 0);
	size_t at = day + 1;

	if (!day || day > 2 || bytes_at(line.bytes, line.len, day) != ' ')
		return false;
	while (at < line.len && ascii_is_letter((unsigned char)line.bytes[at]))
		at++;
	return at > day + 3 && line.len == at + 5 && line.bytes[at] == ' ' &&
	       digits_at(line, at + 1) == 4;
}

/* "Copyright 2004 The Post. All Rights Reserved.", "(c) 2004 Post Ltd." */
static bool is_copyright(struct cd_span line)
{
	static const char *const starts[] = { "Copyright ", "(c) ",
					      "\xC2\xA9 " };

	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
		if (bytes_begin(line.bytes, line.len, 0, starts[i]))
			return true;
	return false;
}

/* Past the copyright of the block that begins at line i; i: it is none. */
static size_t block_end(const struct article *article, size_t i)
{
	const struct cd_span first = line_at(article, i);

	if (i + LINES_LEAST > article->count ||
	    !database_is_length(first.bytes, first.len) ||
	    !is_date(line_at(article, i + 1)))
		return i;
	for (size_t k = i + 2; k < article->count && k < i + LINES_MOST; k++) {
		const struct cd_span line = line_at(article, k);

		if (is_copyright(line))
			return k + 1 - i < LINES_LEAST ? i : k + 1;
		if (line.len > LINE_BYTES)
			return i;
	}
	return i;
}

static void mark(struct article *article, size_t i)
{
	article->lines[i].mark = RULE_BOILERPLATE_METADATA;
	article->lines[i].own = false;
}

#define COVER_MOST 60 /* lines of Nexis Uni's cover */

/* Past Nexis Uni's cover, from who asked to its own address; 0: there is none.
 */
static size_t cover_end(const struct article *article)
{
	static const char first[] = "User Name: ";
	static const char last[] = "| About LexisNexis |";

	if (!article->count || !bytes_begin(line_at(article, 0).bytes,
					    line_at(article, 0).len, 0, first))
		return 0;
	for (size_t i = 1; i < article->count && i < COVER_MOST; i++)
		if (bytes_begin(line_at(article, i).bytes,
				line_at(article, i).len, 0, last))
			return i + 1;
	return 0;
}

/* What Factiva's lines about a search begin with. */
static bool is_of_search(struct cd_span line)
{
	static const char *const names[] = {
		"Author ",   "Company ",   "Date ",	     "Industry ",
		"Language ", "News ",	   "Page ",	     "Region ",
		"Results ",  "Source ",	   "Search Summary", "Subject ",
		"Text ",     "Timestamp ",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (bytes_begin(line.bytes, line.len, 0, names[i]))
			return true;
	return false;
}

#define SEARCH_LEAST 5 /* lines about it */

/* Where they begin, at the end of an article; article->count: there are none.
 */
static size_t search_start(const struct article *article)
{
	static const char first[] = "Search Summary";
	size_t i = article->count;

	while (i && is_of_search(line_at(article, i - 1)))
		i--;
	for (; i < article->count; i++) {
		const struct cd_span line = line_at(article, i);

		if (bytes_are(line.bytes, line.len, first))
			break;
	}
	return article->count - i < SEARCH_LEAST ? article->count : i;
}

static void mark_all(struct article *article, size_t first, size_t end)
{
	for (; first < end; first++)
		mark(article, first);
}

void source_lines_mark(struct article *article)
{
	bool found = false;

	mark_all(article, 0, cover_end(article));
	mark_all(article, search_start(article), article->count);
	/* a block begins with how long it is */
	if (!rims_begin_number(&article->rims))
		return;
	for (size_t i = 0; i < article->count; i++) {
		const size_t end = block_end(article, i);

		if (found &&
		    database_is_number(article->pass->text, &article->lines[i]))
			mark(article, i);
		found |= end > i;
		mark_all(article, i, end);
		i += end > i ? end - i - 1 : 0;
	}
}
