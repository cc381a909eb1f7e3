/* Names of character references. */
#include "stages/encoding/entity_name.h"

#include <string.h>
#include <strings.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "unicode/props.h"

const struct entity_name entity_names[] = {
#include "stages/encoding/entity_table.h"
};

const size_t entity_name_count = sizeof(entity_names) / sizeof(*entity_names);

#define NAME_MIN_LEN 4
#define RAISED_MIN_LEN 4

static const struct {
	const char *name;
	bool odd; /* no word ends or begins so */
} common_names[] = {
	{ "amp", false },   { "apos", false }, { "gt", false },
	{ "hellip", true }, { "ldquo", true }, { "lsquo", true },
	{ "lt", false },    { "mdash", true }, { "nbsp", true },
	{ "ndash", true },  { "quot", false }, { "rdquo", true },
	{ "rsquo", true },
};

#define COMMON_NAMES (sizeof(common_names) / sizeof(*common_names))

static int compare_name(const struct entity_name *entity, const char *name,
			size_t len)
{
	const int order = strncmp(entity->name, name, len);

	return order ? order : entity->name[len] != '\0';
}

const struct entity_name *entity_find(const char *name, size_t len)
{
	size_t low = 0, high = entity_name_count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;
		const int order =
			compare_name(&entity_names[middle], name, len);

		if (!order)
			return &entity_names[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static size_t count_capitals(const char *name, size_t len)
{
	size_t capitals = 0;

	while (capitals < len && ascii_is_upper((unsigned char)name[capitals]))
		capitals++;
	return capitals;
}

bool entity_name_is_raised(const char *name, size_t len)
{
	return count_capitals(name, len) == len;
}

/* "&Rsquo;", where each word was given a capital. */
static bool is_titled(const char *name, size_t len)
{
	return count_capitals(name, len) == 1 &&
	       !count_capitals(name + 1, len - 1);
}

bool entity_name_is_common(const char *name, size_t len)
{
	const bool raised = entity_name_is_raised(name, len);

	for (size_t i = 0; i < COMMON_NAMES; i++)
		if (strlen(common_names[i].name) == len &&
		    !(raised ? strncasecmp(common_names[i].name, name, len)
			     : memcmp(common_names[i].name, name, len)))
			return true;
	return false;
}

bool entity_name_is_odd(const char *name, size_t len)
{
	for (size_t i = 0; i < COMMON_NAMES; i++)
		if (common_names[i].odd &&
		    strlen(common_names[i].name) == len &&
		    !memcmp(common_names[i].name, name, len))
			return true;
	return false;
}

const struct entity_name *entity_find_raised(const char *name, size_t len)
{
	const struct entity_name *found, *capital;
	char lowered[ENTITY_NAME_MAX];
	size_t at = 0;

	for (size_t i = 0; i < len; i++)
		lowered[i] = (char)ascii_lower((unsigned char)name[i]);
	if (!(len >= RAISED_MIN_LEN && entity_name_is_raised(name, len)) &&
	    !(is_titled(name, len) && entity_name_is_common(lowered, len)))
		return NULL;
	found = entity_find(lowered, len);
	if (!found || !unicode_is_lower(utf8_next(found->text, &at)))
		return found;
	lowered[0] = name[0];
	capital = entity_find(lowered, len);
	return capital ? capital : found;
}

/* Accents, in the names of letters: eacute, Ouml. */
static const char *const accents[] = {
	"acute", "cedil", "circ",  "grave", "lig",
	"ring",	 "slash", "tilde", "uml",
};

static bool ends_in(const char *name, const char *ending)
{
	const size_t len = strlen(name), ending_len = strlen(ending);

	return len > ending_len && !strcmp(name + len - ending_len, ending);
}

bool entity_name_is_letter(const struct entity_name *name)
{
	for (size_t i = 0; i < sizeof(accents) / sizeof(*accents); i++)
		if (ends_in(name->name, accents[i]))
			return name->bare;
	return false;
}

const struct entity_name *entity_find_begun(const char *name, size_t len)
{
	while (len-- > NAME_MIN_LEN) {
		const struct entity_name *found = entity_find(name, len);

		if (found && (entity_name_is_odd(name, len) ||
			      entity_name_is_letter(found)))
			return found;
	}
	return NULL;
}

size_t entity_ends_word(const char *word, size_t len, bool *sure)
{
	for (size_t n = NAME_MIN_LEN; n < len && n <= ENTITY_NAME_MAX; n++) {
		*sure = entity_name_is_odd(word + len - n, n);
		if (*sure || (n == 4 && !memcmp(word + len - n, "quot", n)))
			return n;
	}
	return 0;
}
