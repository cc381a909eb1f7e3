/* What is wrong with a model file. */
#include "restore/opening.h"

#include <stdio.h>

enum cd_status opening_refuse(struct opening *o, const char *why,
			      const char *what)
{
	snprintf(o->error, o->error_size, "model file %s%s%s", why,
		 *what ? ": " : "", what);
	return CD_DATA;
}
