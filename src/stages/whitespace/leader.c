/* Leaders: rows of stops that lead the eye from one cell to the next. */
#include "stages/whitespace/scan.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

/* What leads to a number, a name or a page: "Dogs ..... free". */
static const char *const leaders[] = {
	".....",
	". . . . .",
	"\u2026\u2026",
};

#define LEADERS (sizeof(leaders) / sizeof(*leaders))

static bool is_leader(const char *line, size_t len, size_t at)
{
	for (size_t i = 0; i < LEADERS; i++)
		if (bytes_begin(line, len, at, leaders[i]))
			return true;
	return false;
}

/* Whether such a row leads from one cell of the line to another. */
bool leader_in_line(const char *line, size_t len)
{
	size_t at = 1;

	while (at < len && line[at] != '.' && line[at] != '\xE2')
		at++;
	while (at < len && !is_leader(line, len, at))
		at++;
	while (at < len && !ascii_is_alnum((unsigned char)line[at]))
		at++;
	return at < len;
}

/* Whether the text has a row of stops that may be a leader. */
bool leader_in_text(const struct scanner *scanner)
{
	const char *at = scanner->text, *end = at + scanner->len;

	while ((at = memchr(at, '.', (size_t)(end - at)))) {
		if (is_leader(at, (size_t)(end - at), 0))
			return true;
		at++;
	}
	return false;
}
