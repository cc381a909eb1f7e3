/* What all parts of the whitespace stage do. */
#include "stages/whitespace/scan.h"

bool scanner_put(struct scanner *scanner, unsigned rule, size_t at, size_t end,
		 const char *text)
{
	if (!pass_selects(scanner->pass, rule) || at < scanner->next)
		return false;
	pass_put(scanner->pass, rule, at, end, text);
	scanner->next = end;
	return true;
}
