/* The table of top-level domains. */
#include "text/domains.h"

#include <string.h>

#include "base/ascii.h"

#define DOMAIN_MAX 8 /* bytes of the longest, and its zero */

/* clang-format off */
/* Sorted by name: it is searched by halves. */
static const struct {
	char name[DOMAIN_MAX];
	unsigned char kind;
} domains[] = {
	{ "agency", DOMAIN_WORD }, { "ai", DOMAIN_NAME },
	{ "al", DOMAIN_PATH }, { "am", DOMAIN_PATH }, { "app", DOMAIN_WORD },
	{ "at", DOMAIN_PATH }, { "au", DOMAIN_NAME }, { "be", DOMAIN_PATH },
	{ "biz", DOMAIN_PLAIN }, { "blog", DOMAIN_WORD },
	{ "br", DOMAIN_NAME }, { "by", DOMAIN_PATH }, { "ca", DOMAIN_NAME },
	{ "cc", DOMAIN_NAME }, { "ch", DOMAIN_NAME }, { "cn", DOMAIN_NAME },
	{ "co", DOMAIN_PATH }, { "com", DOMAIN_PLAIN },
	{ "cz", DOMAIN_NAME }, { "de", DOMAIN_NAME }, { "dev", DOMAIN_WORD },
	{ "dk", DOMAIN_NAME }, { "do", DOMAIN_PATH }, { "edu", DOMAIN_PLAIN },
	{ "es", DOMAIN_WORD }, { "eu", DOMAIN_NAME }, { "fi", DOMAIN_NAME },
	{ "finance", DOMAIN_WORD },
	{ "fm", DOMAIN_PLAIN }, { "fr", DOMAIN_NAME }, { "gd", DOMAIN_PATH },
	{ "gl", DOMAIN_PATH }, { "gov", DOMAIN_PLAIN },
	{ "gr", DOMAIN_NAME }, { "hu", DOMAIN_NAME }, { "ie", DOMAIN_NAME },
	{ "il", DOMAIN_NAME }, { "in", DOMAIN_PATH },
	{ "info", DOMAIN_PLAIN }, { "io", DOMAIN_PLAIN },
	{ "is", DOMAIN_PATH }, { "it", DOMAIN_PATH }, { "jp", DOMAIN_NAME },
	{ "ke", DOMAIN_NAME }, { "kr", DOMAIN_NAME }, { "la", DOMAIN_PATH },
	{ "live", DOMAIN_WORD }, { "ly", DOMAIN_NAME }, { "me", DOMAIN_PATH },
	{ "media", DOMAIN_WORD }, { "mil", DOMAIN_NAME },
	{ "ms", DOMAIN_PATH }, { "mx", DOMAIN_NAME }, { "my", DOMAIN_PATH },
	{ "net", DOMAIN_PLAIN }, { "network", DOMAIN_WORD },
	{ "news", DOMAIN_WORD },
	{ "ng", DOMAIN_NAME }, { "nl", DOMAIN_NAME }, { "no", DOMAIN_PATH },
	{ "nz", DOMAIN_NAME }, { "online", DOMAIN_WORD },
	{ "org", DOMAIN_PLAIN }, { "ph", DOMAIN_NAME }, { "pk", DOMAIN_NAME },
	{ "pl", DOMAIN_NAME }, { "pr", DOMAIN_PATH },
	{ "press", DOMAIN_WORD }, { "pt", DOMAIN_NAME },
	{ "rs", DOMAIN_PATH }, { "ru", DOMAIN_PLAIN }, { "se", DOMAIN_WORD },
	{ "sg", DOMAIN_NAME }, { "site", DOMAIN_WORD },
	{ "so", DOMAIN_PATH }, { "st", DOMAIN_PATH }, { "to", DOMAIN_PATH },
	{ "tr", DOMAIN_NAME }, { "tv", DOMAIN_PLAIN }, { "tw", DOMAIN_NAME },
	{ "ua", DOMAIN_PLAIN }, { "uk", DOMAIN_PLAIN }, { "us", DOMAIN_PATH },
	{ "world", DOMAIN_WORD }, { "ws", DOMAIN_PATH },
	{ "xyz", DOMAIN_PLAIN }, { "za", DOMAIN_NAME },
};
/* clang-format on */

#define COUNT (sizeof(domains) / sizeof(*domains))

enum domain domain_find(const char *label, size_t len)
{
	char key[DOMAIN_MAX] = { 0 };
	size_t low = 0, high = COUNT;

	if (len < 2 || len >= DOMAIN_MAX)
		return DOMAIN_NONE;
	for (size_t i = 0; i < len; i++)
		key[i] = (char)ascii_lower((unsigned char)label[i]);
	while (low < high) {
		const size_t at = low + (high - low) / 2;
		const int order = memcmp(key, domains[at].name, DOMAIN_MAX);

		if (!order)
			return domains[at].kind;
		if (order < 0)
			high = at;
		else
			low = at + 1;
	}
	return DOMAIN_NONE;
}

const char *domain_at(size_t i, enum domain *kind)
{
	if (i >= COUNT)
		return NULL;
	*kind = domains[i].kind;
	return domains[i].name;
}
