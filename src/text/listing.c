#include "text/listing.h"

#include <string.h>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/bytes.h"
#include "text/listing_line.h"
#include "text/page_script.h"

#define BYTES_PER_SIGN 20 /* of a block with a line that is code for sure */
#define ALONE 3		  /* signs of a line that is a block by itself */
#define BETWEEN 4	  /* blocks between two listings */
#define NARROW 60	  /* bytes of a line in such a block */
#define INDENT 2	  /* bytes, at least, of such a block */

struct block {
	size_t at, end, next;
	size_t lines, strong, signs, bytes;
	/* The same up to its last line with a sign. */
	size_t code_end, code_lines, code_bytes;
	size_t indent;	/* the least */
	size_t widest;	/* bytes */
	bool separated; /* prose is before it */
	bool begins;	/* its first line says that the rest is code */
	char last;	/* the last byte of its last line */
};

static void see_line(struct block *block, const struct listing_line *line,
		     const char *text)
{
	if (!block->lines) {
		block->at = line->from;
		block->begins = line->begins;
		block->indent = line->at - line->from;
	}
	if (line->at - line->from < block->indent)
		block->indent = line->at - line->from;
	if (line->end - line->at > block->widest)
		block->widest = line->end - line->at;
	block->lines++;
	block->strong += line->strong;
	block->signs += line->signs;
	block->bytes += line->end - line->at;
	block->end = line->end;
	if (line->signs) {
		block->code_end = line->end;
		block->code_lines = block->lines;
		block->code_bytes = block->bytes;
	}
	block->last = text[line->end - 1];
}

/* "+++", after which front matter ends and a text begins. */
static bool is_fence(const struct listing_line *line, const char *text)
{
	return bytes_are(text + line->at, line->end - line->at, "+++");
}

/*
 * A heading above the paragraph that ends it is none of it. What a command
 * prints may be words.
 */
static bool ends_block(struct block *block, const struct listing_line *line)
{
	const bool prose = line->prose &&
			   (!block->begins || line->end - line->at > NARROW);

	if (prose && block->code_end)
		block->end = block->code_end;
	return prose || line->at == line->end;
}

/*
 * The next block from `at` on; no lines: there is none. Prose ends it, and is
 * of none: a paragraph may be beside a listing without a blank line.
 */
static void read_block(struct block *block, const struct listing_walk *walk,
		       size_t at)
{
	struct listing_line line;
	bool prose = false; /* of the paragraph before */

	*block = (struct block){ 0 };
	for (; at < walk->len; at = line.next) {
		listing_line_read(&line, walk->text, walk->len, at);
		if (block->lines &&
		    (ends_block(block, &line) || is_fence(&line, walk->text)))
			break;
		if (line.at == line.end) {
			prose = false;
		} else if (line.prose && !block->lines) {
			prose = block->separated = true;
		} else if (!prose || line.strong) {
			see_line(block, &line, walk->text);
			prose = false;
		}
	}
	block->next = at;
}

static bool is_code(const struct block *block)
{
	if (block->begins)
		return true;
	if (block->code_lines == 1)
		return block->strong &&
		       (block->signs >= ALONE || strchr(";{", block->last));
	return block->signs > ALONE && block->strong &&
	       (block->strong * 2 >= block->code_lines ||
		block->signs * BYTES_PER_SIGN >= block->code_bytes);
}

/* Set as the listing before it is, and no prose. */
static bool may_be_between(const struct block *block,
			   const struct block *before)
{
	return !block->separated && block->widest <= NARROW &&
	       block->indent >= INDENT && before->indent >= INDENT &&
	       block->indent >= before->indent;
}

static unsigned char byte_at(const struct listing_walk *walk, size_t at)
{
	return bytes_at(walk->text, walk->len, at);
}

/* Bytes that are rare in news, one of which is in each listing. */
static const char sign_bytes[] = "{=\\<(;$/-\x94";

/* Whether the one at text[at] may be of code. */
static bool is_sign(const struct listing_walk *walk, size_t at)
{
	const unsigned char before = at ? byte_at(walk, at - 1) : 0;
	const unsigned char next = byte_at(walk, at + 1);

	switch ((unsigned char)walk->text[at]) {
	case '=':
		return before == ' ' || next == '"' || next == '\'';
	case '\\':
		return ascii_is_letter(next) || (before == ' ' && next == '\n');
	case '<':
		return ascii_is_letter(next) || next == '/' || next == '!';
	case '(':
		return next == '"' || next == '\'' || next == ')' ||
		       (next == 'm' && before == ' ');
	case ';':
		return !next || next == '\n';
	case '$':
		return next == '{' || ascii_is_lower(next) ||
		       (next == ' ' && before <= ' ');
	case '/':
		return next == '*' || (before == 'P' && next == '1');
	case '-':
		return before == ' ' && next == '-' &&
		       ascii_is_lower(byte_at(walk, at + 2));
	case 0x94:
		return before == 0xE2 && next > 0x80;
	default:
		return true;
	}
}

/* The next sign from `at` on; walk->len when there is none. */
static size_t next_sign(const struct listing_walk *walk, size_t at)
{
	const struct byte_set signs = byte_set_of(sign_bytes);

	for (;; at++) {
		at = byte_set_find(&signs, walk->text, at, walk->len);
		if (at == walk->len || is_sign(walk, at))
			return at;
	}
}

/* The next line from `at` on that is code for sure; false: there is none. */
static bool find_line(const struct listing_walk *walk, size_t at,
		      struct listing_line *line)
{
	do {
		size_t sign = next_sign(walk, at);

		if (sign == walk->len)
			return false;
		while (sign > at && walk->text[sign - 1] != '\n')
			sign--;
		listing_line_read(line, walk->text, walk->len, sign);
		at = line->next;
	} while (!line->strong);
	return true;
}

/* After the blank line before text[at]. */
static size_t start_of_block(const struct listing_walk *walk, size_t at)
{
	bool blank = false;

	for (; at > walk->at; at--) {
		const unsigned char c = (unsigned char)walk->text[at - 1];

		if (c == '\n' && blank)
			return at;
		blank = c == '\n' || (blank && ascii_is_space(c));
	}
	return walk->at;
}

/* The next listing, or a part of it: the walk goes on after it. */
static bool find_listing(struct listing_walk *walk, struct block *block)
{
	struct listing_line line;

	while (find_line(walk, walk->at, &line)) {
		walk->at = start_of_block(walk, line.from);
		while (walk->at <= line.from) {
			read_block(block, walk, walk->at);
			walk->at = block->next;
			if (is_code(block) &&
			    !page_script_is_block(walk->text, block->at,
						  block->end))
				return true;
		}
	}
	return false;
}

bool listing_next(struct listing_walk *walk, struct listing *span)
{
	struct block first, block;
	size_t between = 0;

	if (!find_listing(walk, &first))
		return false;
	*span = (struct listing){ first.at, first.end };
	for (read_block(&block, walk, walk->at);
	     block.lines && between < BETWEEN;
	     read_block(&block, walk, block.next)) {
		if (is_code(&block) && !block.separated) {
			span->end = block.end;
			walk->at = block.next;
			between = 0;
		} else if (may_be_between(&block, &first)) {
			between++;
		} else {
			break;
		}
	}
	return true;
}
