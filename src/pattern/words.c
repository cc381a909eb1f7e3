/* The words of a stretch of text. */
#include "pattern/words.h"

uint64_t word_bytes_at_front(const char *text, size_t at, size_t end)
{
	char bytes[8] = { 0 };

	memcpy(bytes + 8 - (end - at), text + at, end - at);
	return word_load(bytes);
}
