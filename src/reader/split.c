/* Where articles of a text stream end, and where a long one is separated. */
#include "reader/split.h"

#include <string.h>

#include "base/skip.h"
#include "base/utf8.h"
#include "text/lines.h"
#include "text/marks.h"

/* Blanks at a line's ends are not seen, and cleaning takes them out. */
static void trim(const char **line, size_t *len)
{
	size_t at = 0;

	text_trim(*line, &at, len);
	*line += at;
	*len -= at;
}

bool split_is_separator(const struct reader_options *options, const char *line,
			size_t len)
{
	const char *mark = options->line;
	size_t size;

	if (options->separator == SEPARATOR_BLANK)
		return text_is_blank_line(line, len);
	size = strlen(mark);
	trim(&line, &len);
	trim(&mark, &size);
	return len == size && !memcmp(line, mark, len);
}

static bool by_lines(const struct reader_options *options)
{
	return options->separator == SEPARATOR_BLANK ||
	       options->separator == SEPARATOR_LINE;
}

static char separator_byte(const struct reader_options *options)
{
	return options->separator == SEPARATOR_FORMFEED ? '\f' : '\0';
}

/*
 * The length of the line end at `at`: LF, CR LF, CR CR LF, CR, NEL, LS, PS,
 * which are all LF in what comes out. 0: it is none, or what follows decides.
 */
static size_t end_length(const char *text, size_t len, size_t at)
{
	const char *c = text + at;
	const size_t left = len - at;

	if (*c == '\n')
		return 1;
	if (*c == '\r' && left > 1 && c[1] != '\r')
		return c[1] == '\n' ? 2 : 1;
	if (*c == '\r')
		return left < 3 ? 0 : c[2] == '\n' ? 3 : 1;
	if (*c == '\xC2')
		return left > 1 && c[1] == '\x85' ? 2 : 0;
	return *c == '\xE2' && left > 2 && c[1] == '\x80' &&
			       (c[2] == '\xA8' || c[2] == '\xA9')
		       ? 3
		       : 0;
}

struct line {
	size_t len;  /* without its end */
	size_t next; /* where the next one begins */
};

/* The line at `at`; false: it may go on after the text. */
static bool read_line(const char *text, size_t len, size_t at,
		      struct line *line)
{
	for (size_t i = at; i < len; i++) {
		const unsigned char c = (unsigned char)text[i];
		size_t end;

		if (c > '\r' && c < 0xC2)
			continue;
		end = end_length(text, len, i);
		if (end) {
			*line = (struct line){ i - at, i + end };
			return true;
		}
		if (c == '\r')
			return false;
	}
	return false;
}

static size_t lead_lines(const struct reader_options *options, const char *text,
			 size_t len, size_t at)
{
	struct line line;

	while (read_line(text, len, at, &line) &&
	       (text_is_blank_line(text + at, line.len) ||
		split_is_separator(options, text + at, line.len)))
		at = line.next;
	return at;
}

size_t split_lead(const struct reader_options *options, const char *text,
		  size_t len, size_t at)
{
	const char byte = separator_byte(options);

	if (options->separator == SEPARATOR_NONE)
		return at;
	if (by_lines(options))
		return lead_lines(options, text, len, at);
	while (at < len && (text[at] == byte ||
			    (byte && (text[at] == '\n' || text[at] == '\r'))))
		at++;
	return at;
}

/* Back from `end`, the start of a line, over the blank lines before it. */
static size_t before_blanks(const char *text, size_t at, size_t end)
{
	size_t line = end;

	while (line > at) {
		do {
			line--;
		} while (line > at && text[line - 1] != '\n');
		if (!text_is_blank_line(text + line, end - line - 1))
			return end;
		end = line;
	}
	return end;
}

static bool split_lines(const struct reader_options *options,
			struct cd_span text, struct split *split)
{
	struct line line;

	while (read_line(text.bytes, text.len, split->from, &line)) {
		const size_t at = split->from;

		if (split_is_separator(options, text.bytes + at, line.len)) {
			split->end = before_blanks(text.bytes, split->at, at);
			split->next = line.next;
			return true;
		}
		split->from = line.next;
	}
	return false;
}

bool split_at_separator(const struct reader_options *options,
			struct cd_span text, struct split *split)
{
	const char *end;

	if (options->separator == SEPARATOR_NONE)
		return false;
	if (by_lines(options))
		return split_lines(options, text, split);
	end = memchr(text.bytes + split->from, separator_byte(options),
		     text.len - split->from);
	split->from = text.len;
	if (!end)
		return false;
	split->end = (size_t)(end - text.bytes);
	split->next = split->end + 1;
	return true;
}

/* The last newline of text[at..end); its place, or `end` when none is there. */
static size_t last_newline(const char *text, size_t at, size_t end)
{
	for (size_t i = end; i > at; i--) {
		if (text[i - 1] == '\n')
			return i - 1;
	}
	return end;
}

static bool split_paragraph(const char *text, size_t at, size_t end,
			    struct split *split)
{
	size_t line = last_newline(text, at, end);

	if (line == end)
		return false;
	split->next = line + 1;
	while (line > at) {
		const size_t before = last_newline(text, at, line);

		if (before == line)
			return false;
		if (text_is_blank_line(text + before + 1, line - before - 1)) {
			split->end = before_blanks(text, at, before + 1);
			if (split->end > at)
				return true;
			return false;
		}
		line = before;
		split->next = line + 1;
	}
	return false;
}

static bool split_line(const char *text, size_t at, size_t end,
		       struct split *split)
{
	const size_t line = last_newline(text, at, end);

	if (line == end)
		return false;
	split->end = split->next = line + 1;
	return true;
}

/* At the last space, or the last one after a sentence. */
static bool split_space(const char *text, size_t at, size_t end, bool sentence,
			struct split *split)
{
	for (size_t i = end; i > at + 1; i--) {
		size_t space = i - 1;

		if (text[space] != ' ')
			continue;
		space = skip_spaces_back(text, at, space);
		if (space > at &&
		    (!sentence || text_ends_sentence(text, at, space))) {
			split->end = space;
			split->next = i;
			return true;
		}
		i = space + 1;
	}
	return false;
}

/* Where the code point begins that holds `end`: at most three bytes back. */
static size_t point_before(const char *text, size_t at, size_t end)
{
	size_t point = end;

	for (int i = 0; i < 3 && point > at + 1; i++) {
		if (!utf8_is_trail(text[point]))
			break;
		point--;
	}
	return utf8_is_trail(text[point]) ? end : point;
}

/*
 * Between two code points, and within a word: a part's spaces at its start are
 * not those of a text, and would go.
 */
static void split_point(const char *text, size_t at, size_t end,
			struct split *split)
{
	const size_t point = point_before(text, at, end);
	const bool spaced = memchr(" \t\n\r", text[point], 4) != NULL;

	split->end = split->next = spaced && point > at + 1
					   ? point_before(text, at, point - 1)
					   : point;
}

struct split split_at_limit(const char *text, size_t len, size_t at,
			    size_t limit)
{
	const size_t end = at + limit;
	struct split split = { .at = at, .end = end, .next = end };

	if (split_paragraph(text, at, end, &split) ||
	    split_line(text, at, end, &split) ||
	    split_space(text, at, end, true, &split) ||
	    split_space(text, at, end, false, &split))
		return split;
	if (end < len)
		split_point(text, at, end, &split);
	return split;
}
