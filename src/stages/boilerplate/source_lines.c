/*
 * The lines that Factiva sets between headline and text: "512 words", a date, a
 * time, the newspaper and its code, edition, page, language, copyright.
 */
#include "stages/boilerplate/source_lines.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "stages/boilerplate/database.h"
#include "stages/stage.h"

#define LINES_LEAST 4  /* words, date, newspaper, copyright */
#define LINES_MOST 11  /* all of them, and a section */
#define LINE_BYTES 100 /* none is longer, but for the copyright */

struct text_line {
	const char *bytes;
	size_t len;
};

static struct text_line line_at(const struct article *article, size_t i)
{
	const struct line *line = &article->lines[i];

	return (struct text_line){ article->pass->text + line->at,
				   line->end - line->at };
}

static size_t digits_at(struct text_line line, size_t at)
{
	size_t count = 0;

	while (at + count < line.len &&
	       ascii_is_digit((unsigned char)line.bytes[at + count]))
		count++;
	return count;
}

/* "512 words", "1,204 words" */
static bool is_length(struct text_line line)
{
	size_t count = digits_at(line, 0);

	if (count && count < 4 && bytes_at(line.bytes, line.len, count) == ',')
		count += 1 + digits_at(line, count + 1);
	return count && line.len == count + 6 &&
	       !memcmp(line.bytes + count, " words", 6);
}

/* "1 January 2004" */
static bool is_date(struct text_line line)
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
static bool is_copyright(struct text_line line)
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
	if (i + LINES_LEAST > article->count ||
	    !is_length(line_at(article, i)) ||
	    !is_date(line_at(article, i + 1)))
		return i;
	for (size_t k = i + 2; k < article->count && k < i + LINES_MOST; k++) {
		const struct text_line line = line_at(article, k);

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

void source_lines_mark(struct article *article)
{
	bool found = false;

	for (size_t i = 0; i < article->count; i++) {
		const size_t end = block_end(article, i);

		if (found &&
		    database_is_number(article->pass->text, &article->lines[i]))
			mark(article, i);
		found |= end > i;
		for (; i < end; i++)
			mark(article, i);
	}
}
