#include "stages/encoding/tag_paragraph.h"

#include <string.h>

#include "base/bytes.h"
#include "stages/encoding/tag_names.h"
#include "text/lines.h"

/* What holds a paragraph. */
static const char *const names[] = {
	"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "figcaption",
};

static bool names_paragraph(const struct pass *pass, size_t at)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const size_t end = at + strlen(names[i]);

		if (end < pass->len &&
		    (pass->text[end] == '>' || pass->text[end] == ' ') &&
		    !tag_compare(pass->text + at, end - at, names[i]))
			return true;
	}
	return false;
}

#define LINE_LEAST 45 /* bytes of a line that is full, with its tags */

/* Whether one of the lines of text[at, end) is full, but for the last. */
static bool is_wrapped(const struct pass *pass, size_t at, size_t end)
{
	while (at < end) {
		const size_t line = bytes_line_end(pass->text, end, at);

		if (line < end && line - at >= LINE_LEAST)
			return true;
		at = line + 1;
	}
	return false;
}

/* Where the element ends that begins at text[at], if it has one paragraph. */
static size_t end_of(const struct pass *pass, size_t at)
{
	static const char *const others[] = { "<br", "<pre", "<table", "<div" };

	while ((at = bytes_find(pass->text, pass->len, at + 1, '<')) <
	       pass->len) {
		const bool closing = pass_byte(pass, at + 1) == '/';

		if (names_paragraph(pass, at + 1 + closing))
			return closing ? at : 0;
		for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
			if (pass_has(pass, at, others[i]))
				return 0;
	}
	return 0;
}

bool tag_paragraph_read(const struct pass *pass, size_t at,
			struct tag_paragraph *paragraph)
{
	const size_t open = at;

	if (!names_paragraph(pass, at + 1))
		return false;
	paragraph->end = end_of(pass, at);
	if (!paragraph->end)
		return false;
	paragraph->at = bytes_find(pass->text, paragraph->end, at, '>') + 1;
	text_trim(pass->text, &paragraph->at, &paragraph->end);
	return paragraph->at < paragraph->end &&
	       is_wrapped(pass, open, paragraph->end);
}

size_t tag_paragraph_count_wrapped(const struct pass *pass)
{
	struct tag_paragraph paragraph;
	size_t count = 0, at = 0;

	while ((at = bytes_find(pass->text, pass->len, at, '<')) < pass->len) {
		if (tag_paragraph_read(pass, at++, &paragraph))
			for (at = paragraph.at; at < paragraph.end; at++)
				count += pass->text[at] == '\n';
	}
	return count;
}
