/* The lines beside a gap, measured. */
#include "stages/whitespace/wrap.h"

#include "base/utf8.h"
#include "edit/shape_line.h"

size_t wrap_columns(const struct scanner *scanner, size_t at, size_t end)
{
	size_t count = 0;

	if (scanner->shape.bytes)
		return end - at;
	for (; at < end; at++)
		count += !utf8_is_trail(scanner->text[at]);
	return count;
}

void wrap_read_lines(const struct scanner *scanner, const struct gap *gap,
		     struct shape_line *line, struct shape_line *next)
{
	const char *text = scanner->text;

	shape_line_read(line, text, scanner->len, scanner->line);
	shape_line_measure(line, text, false);
	shape_line_squeeze(line, text);
	shape_line_read(next, text, scanner->len, gap->break_end);
	shape_line_measure(next, text, false);
}

size_t wrap_indent(const struct scanner *scanner, size_t at, size_t *end)
{
	size_t indent = 0;

	for (; byte_at(scanner, at) == ' ' || byte_at(scanner, at) == '\t';
	     at++)
		indent += scanner->text[at] == '\t' ? 4 : 1;
	*end = at;
	return indent;
}

bool wrap_tells_sentences(const struct scanner *scanner)
{
	return !survey_is(scanner->pass->survey,
			  CONDITION_LOWERCASED | CONDITION_UPPERCASED |
				  CONDITION_MARKS_GONE | CONDITION_MARKS_SOME);
}
