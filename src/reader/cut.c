/* Where articles of a text stream end, and where a long one is parted. */
#include "reader/reader.h"

#include <string.h>

static bool is_blank_byte(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static bool is_blank(const char *line, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (!is_blank_byte(line[i]))
			return false;
	}
	return true;
}

/* The separator's own line, or, where blank lines part articles, a blank one.
 */
static bool is_separator(const struct reader_options *options, const char *line,
			 size_t len)
{
	if (options->separator == SEPARATOR_BLANK)
		return is_blank(line, len);
	if (len && line[len - 1] == '\r')
		len--;
	return len == strlen(options->line) &&
	       !memcmp(line, options->line, len);
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

static size_t lead_lines(const struct reader_options *options, const char *text,
			 size_t len, size_t at)
{
	const char *end;

	while ((end = memchr(text + at, '\n', len - at))) {
		const size_t size = (size_t)(end - text) - at;

		if (!is_blank(text + at, size) &&
		    !is_separator(options, text + at, size))
			break;
		at += size + 1;
	}
	return at;
}

size_t cut_lead(const struct reader_options *options, const char *text,
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

/* Back from `end`, the front of a line, over the blank lines before it. */
static size_t before_blanks(const char *text, size_t at, size_t end)
{
	size_t line = end;

	while (line > at) {
		do {
			line--;
		} while (line > at && text[line - 1] != '\n');
		if (!is_blank(text + line, end - line - 1))
			return end;
		end = line;
	}
	return end;
}

static bool cut_lines(const struct reader_options *options, const char *text,
		      size_t len, size_t at, size_t *from, struct cut *cut)
{
	const char *end;

	while ((end = memchr(text + *from, '\n', len - *from))) {
		const size_t line = *from;
		const size_t next = (size_t)(end - text) + 1;

		if (is_separator(options, text + line, next - 1 - line)) {
			cut->end = before_blanks(text, at, line);
			cut->next = next;
			return true;
		}
		*from = next;
	}
	return false;
}

bool cut_at_separator(const struct reader_options *options, const char *text,
		      size_t len, size_t at, size_t *from, struct cut *cut)
{
	const char *end;

	if (options->separator == SEPARATOR_NONE)
		return false;
	if (by_lines(options))
		return cut_lines(options, text, len, at, from, cut);
	end = memchr(text + *from, separator_byte(options), len - *from);
	*from = len;
	if (!end)
		return false;
	cut->end = (size_t)(end - text);
	cut->next = cut->end + 1;
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

static bool cut_paragraph(const char *text, size_t at, size_t end,
			  struct cut *cut)
{
	size_t line = last_newline(text, at, end);

	if (line == end)
		return false;
	cut->next = line + 1;
	while (line > at) {
		const size_t before = last_newline(text, at, line);

		if (before == line)
			return false;
		if (is_blank(text + before + 1, line - before - 1)) {
			cut->end = before_blanks(text, at, before + 1);
			if (cut->end > at)
				return true;
			return false;
		}
		line = before;
		cut->next = line + 1;
	}
	return false;
}

static bool cut_line(const char *text, size_t at, size_t end, struct cut *cut)
{
	const size_t line = last_newline(text, at, end);

	if (line == end)
		return false;
	cut->end = cut->next = line + 1;
	return true;
}

/* Whether a sentence seems to end before the space at `space`. */
static bool ends_sentence(const char *text, size_t at, size_t space)
{
	static const char *const closing[] = { "\"", "'", ")", "”", "’" };
	size_t i = 0;

	while (i < sizeof(closing) / sizeof(closing[0])) {
		const size_t len = strlen(closing[i]);

		if (space - at > len &&
		    !memcmp(text + space - len, closing[i], len)) {
			space -= len;
			i = 0;
		} else {
			i++;
		}
	}
	return space > at && strchr(".?!", text[space - 1]) && text[space - 1];
}

/* At the last space, or the last one behind a sentence. */
static bool cut_space(const char *text, size_t at, size_t end, bool sentence,
		      struct cut *cut)
{
	for (size_t i = end; i > at + 1; i--) {
		size_t space = i - 1;

		if (text[space] != ' ')
			continue;
		while (space > at && text[space - 1] == ' ')
			space--;
		if (space > at &&
		    (!sentence || ends_sentence(text, at, space))) {
			cut->end = space;
			cut->next = i;
			return true;
		}
		i = space + 1;
	}
	return false;
}

/* Between two code points: at most three bytes back. */
static void cut_point(const char *text, size_t at, size_t end, struct cut *cut)
{
	size_t point = end;

	for (int i = 0; i < 3 && point > at + 1; i++) {
		if (((unsigned char)text[point] & 0xC0) != 0x80)
			break;
		point--;
	}
	if (((unsigned char)text[point] & 0xC0) == 0x80)
		point = end;
	cut->end = cut->next = point;
}

struct cut cut_at_limit(const char *text, size_t len, size_t at, size_t limit)
{
	const size_t end = at + limit;
	struct cut cut = { end, end };

	if (cut_paragraph(text, at, end, &cut) ||
	    cut_line(text, at, end, &cut) ||
	    cut_space(text, at, end, true, &cut) ||
	    cut_space(text, at, end, false, &cut))
		return cut;
	if (end < len)
		cut_point(text, at, end, &cut);
	return cut;
}
