/* The engine. */
#include <copydesk.h>

const char *cd_version(void)
{
	return "0.1.0";
}
