/* Versions of ICU and of Unicode. */
#include "unicode/version.h"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

void unicode_versions(char *icu, char *unicode)
{
	UVersionInfo version;

	u_getVersion(version);
	u_versionToString(version, icu);
	u_getUnicodeVersion(version);
	u_versionToString(version, unicode);
}
