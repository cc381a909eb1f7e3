#include "text/face.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "text/marks.h"

static bool is_eyes(const char *text, size_t at)
{
	return at && strchr(":;=", text[at - 1]);
}

/* Nothing but a space, a bracket or a mark that opens is before the eyes. */
static bool begins_token(const char *text, size_t eyes)
{
	const uint32_t before = utf8_before(text, eyes);

	return !before ||
	       mark_is(before, MARK_SPACE | MARK_OPEN_BRACKET | MARK_QUOTATION);
}

/* No word is glued to the mouth. */
static bool ends_token(const char *text, size_t len, size_t mouth)
{
	const uint32_t after = utf8_at(text, len, mouth + 1);

	return !after ||
	       (after < 0x80 ? !ascii_is_alnum(after) : mark_of(after) != 0);
}

bool text_is_tear(const char *text, size_t len, size_t at, size_t end)
{
	end += bytes_at(text, len, end) == '-';
	return is_eyes(text, at) && begins_token(text, at - 1) && end < len &&
	       strchr("()[]", text[end]) && ends_token(text, len, end);
}

bool text_is_tearful(const char *text, size_t len, size_t at)
{
	size_t end = at - (at && text[at - 1] == '-'), tear = end;

	if (!mark_is(utf8_before(text, end), MARK_QUOTATION))
		return false;
	utf8_previous(text, &tear);
	return text_is_tear(text, len, tear, end);
}
