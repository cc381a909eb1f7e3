/* The head of a table: short lines above its rows, which are set in as they
 * are.
 */
#include "stages/whitespace/scan.h"

#include "base/bytes.h"

#define HEAD_LINES 2 /* above the rows that the head of a table has */
#define HEAD_MOST 40 /* bytes of one */

bool lines_heads_rows(struct scanner *scanner, size_t at)
{
	for (size_t lines = 0; lines < HEAD_LINES; lines++) {
		const size_t end =
			bytes_line_end(scanner->text, scanner->len, at);

		if (end - at > HEAD_MOST || end + 1 >= scanner->len ||
		    byte_at(scanner, end + 1) == '\n')
			return false;
		at = end + 1;
		if (lines_is_row(scanner, at))
			return ascii_is_blank(byte_at(scanner, at));
	}
	return false;
}
