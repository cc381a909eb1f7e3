/*
 * Versions of ICU and of Unicode.
 */
#ifndef COPYDESK_UNICODE_VERSION_H
#define COPYDESK_UNICODE_VERSION_H

#define UNICODE_VERSION_MAX 24

/* "72.1" and "15.0"; arrays of UNICODE_VERSION_MAX bytes. */
void unicode_versions(char *icu, char *unicode);

#endif
