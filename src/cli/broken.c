/* What verify says of two files. */
#include <stdio.h>

#include "cli/pair.h"

void verify_broken(struct verify *verify, const struct broken *broken)
{
	printf("%s:%zu:%zu: %s\n", broken->name, broken->line, broken->col,
	       broken->what);
	verify->broken++;
}

void verify_complain(struct verify *verify, const char *name, const char *what)
{
	complain(name, what);
	verify->trouble++;
}
