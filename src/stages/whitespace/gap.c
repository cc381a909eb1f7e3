/* Reading a gap: its width, its line ends, its spaces. */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "unicode/props.h"

size_t space_length(const char *text, size_t len, size_t at)
{
	const unsigned char c = (unsigned char)text[at];
	const size_t left = len - at;

	if (c < 0x80)
		return ascii_is_space(c);
	if (c == 0xC2 && left >= 2)
		return text[at + 1] == '\xA0' || text[at + 1] == '\x85' ? 2 : 0;
	if ((c < 0xE1 || c > 0xE3) || left < 3)
		return 0;
	return unicode_high_is_space(utf8_next(text, &at)) ? 3 : 0;
}

/* LF, CR, CRLF, NEL, LS, PS at `at`: its length, or 0. */
static size_t break_length(const char *text, size_t len, size_t at)
{
	switch ((unsigned char)text[at]) {
	case '\n':
		return 1;
	case '\r':
		return at + 1 < len && text[at + 1] == '\n' ? 2 : 1;
	case 0xC2:
		return text[at + 1] == '\x85' ? 2 : 0;
	case 0xE2:
		return text[at + 1] == '\x80' && ((unsigned char)text[at + 2] &
						  0xFE) == 0xA8
			       ? 3
			       : 0;
	}
	return 0;
}

static void see_break(struct gap *gap, const char *text, size_t length)
{
	if (!gap->lines)
		gap->break_at = gap->end;
	else if (gap->break_end < gap->end)
		gap->filled = true;
	gap->lines++;
	gap->odd |= text[gap->end] != '\n';
	gap->end += length;
	gap->break_end = gap->end;
}

void gap_read(const char *text, size_t len, size_t at, struct gap *gap)
{
	memset(gap, 0, sizeof(*gap));
	gap->at = gap->end = at;
	while (gap->end < len) {
		const size_t space = space_length(text, len, gap->end);
		size_t length;

		if (!space)
			return;
		length = break_length(text, len, gap->end);
		if (length) {
			see_break(gap, text, length);
			continue;
		}
		gap->width++;
		gap->exotic |= text[gap->end] != ' ';
		gap->end += space;
	}
}
