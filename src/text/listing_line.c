#include "text/listing_line.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "text/code_signs.h"
#include "text/lines.h"

#define BYTES_PER_SIGN 25 /* of a line of code, at most */
#define SENTENCE_WORDS 4  /* at least */
#define PROSE_WORDS 6	  /* at least, and in so many bytes, at most */
/* For one sign of code: fetch() may be a word; formulas have many. */
#define PROSE_BYTES 40

/* "curl -X POST https://... \": the command goes on in the next line. */
static bool is_continued(const struct line_reader *reader)
{
	size_t at = reader->at;

	while (ascii_is_lower(line_byte(reader, at)))
		at++;
	return at > reader->at && line_begins(reader, at, " ") &&
	       line_begins(reader, reader->end - 2, " \\");
}

/*
 * A command after a prompt, "GET /pier HTTP/1.1", "HTTP/1.1 200 OK", what
 * Python prints of an error.
 */
static bool begins_block(const struct line_reader *reader)
{
	size_t at = reader->at;

	if (is_continued(reader))
		return true;
	if (line_begins(reader, at, "$ "))
		return ascii_is_lower(line_byte(reader, at + 2)) ||
		       line_begins(reader, at + 2, "./");
	if (line_begins(reader, at, "HTTP/1.") ||
	    line_begins(reader, at, "Traceback (most recent call last):"))
		return true;
	while (ascii_is_upper(line_byte(reader, at)))
		at++;
	return at > reader->at && reader->end - at > 11 &&
	       line_begins(reader, at, " /") &&
	       !memcmp(reader->text + reader->end - 9, " HTTP/1.", 8);
}

/* "});", "}", "],": nothing but what closes. */
static bool only_closes(const struct line_reader *reader)
{
	bool brace = false;

	for (size_t at = reader->at; at < reader->end; at++) {
		if (!strchr("{}[]();,", reader->text[at]))
			return false;
		brace |= reader->text[at] == '}' || reader->text[at] == ';';
	}
	return brace;
}

/* What a comment begins with. */
static bool is_comment(const struct line_reader *reader)
{
	const unsigned first = line_byte(reader, reader->at);

	return first == '#' || first == '*' || first == '%' ||
	       line_begins(reader, reader->at, "--") ||
	       line_begins(reader, reader->at, "//");
}

/* Words of letters alone, and a mark after each at most. */
static size_t count_words(const struct line_reader *reader)
{
	size_t words = 0;

	for (size_t at = reader->at; at < reader->end; at++) {
		const size_t word = at;

		while (ascii_is_letter(line_byte(reader, at)))
			at++;
		words += at > word &&
			 (at >= reader->end - 1 || reader->text[at] == ' ' ||
			  reader->text[at + 1] == ' ');
		while (at < reader->end && reader->text[at] != ' ')
			at++;
	}
	return words;
}

/* A capital, words, and a stop, or a colon. */
static bool is_sentence(const struct line_reader *reader, size_t words)
{
	return words >= SENTENCE_WORDS &&
	       strchr(".?!:", reader->text[reader->end - 1]) &&
	       ascii_is_upper(line_byte(reader, reader->at));
}

static bool is_prose(const struct line_reader *reader, size_t signs)
{
	const size_t words = count_words(reader);
	const size_t bytes = reader->end - reader->at;

	return is_sentence(reader, words) ||
	       (words >= PROSE_WORDS && !is_comment(reader) &&
		(signs * PROSE_BYTES < bytes ||
		 memchr(reader->text + reader->at, '\\', bytes)));
}

/* "FileNotFoundError: No such file": the end of what Python prints. */
static bool names_error(const struct line_reader *reader)
{
	size_t at = reader->at;

	while (ascii_is_letter(line_byte(reader, at)))
		at++;
	return at > reader->at + 5 &&
	       !memcmp(reader->text + at - 5, "Error", 5) &&
	       ascii_is_lower(line_byte(reader, at - 6)) &&
	       line_begins(reader, at, ": ");
}

static void find_ends(struct listing_line *line, const char *text, size_t len,
		      size_t at)
{
	line->from = line->at = at;
	line->end = bytes_line_end(text, len, at);
	line->next = line->end < len ? line->end + 1 : len;
	text_trim(text, &line->at, &line->end);
}

void listing_line_read(struct listing_line *line, const char *text, size_t len,
		       size_t at)
{
	struct line_reader reader = { .text = text };

	*line = (struct listing_line){ 0 };
	find_ends(line, text, len, at);
	if (line->at == line->end)
		return;
	reader.at = line->at;
	reader.end = line->end;
	line->begins = begins_block(&reader);
	line->signs = code_signs_count(&reader);
	if (only_closes(&reader))
		line->signs += CODE_SIGNS;
	line->prose = !names_error(&reader) && is_prose(&reader, line->signs);
	line->strong = !line->prose && line->signs >= CODE_SIGNS &&
		       line->signs * BYTES_PER_SIGN >= line->end - line->at;
	line->strong |= line->begins;
}
