/* Taking signs of markup out. */
#include "stages/encoding/markup_signs.h"

#include "stages/stage.h"

/* A line that lost an address was full: it goes on. */
void markup_join_line(struct markup_signs *walk)
{
	if (walk->join != SIZE_MAX)
		pass_put(walk->pass, RULE_ENCODING_MARKUP, walk->join,
			 walk->join + 1, " ");
	walk->join = SIZE_MAX;
}

void markup_drop_signs(struct markup_signs *walk, size_t at, size_t end)
{
	if (at > walk->join)
		markup_join_line(walk);
	pass_delete(walk->pass, RULE_ENCODING_MARKUP, at, end);
	walk->at = end;
}

bool markup_begins(const struct markup_signs *walk, size_t at, const char *word)
{
	return bytes_begin(walk->text, walk->len, at, word);
}
