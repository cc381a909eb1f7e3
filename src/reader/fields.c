/* The fields that hold articles. */
#include "reader/fields.h"

#include <string.h>

bool fields_add(struct fields *fields, const char *name, const char **why)
{
	if (fields->count == FIELDS_MAX) {
		*why = "more than 16 fields";
		return false;
	}
	fields->names[fields->count] = name;
	return json_path_init(&fields->paths[fields->count++], name, why);
}

void fields_release(struct fields *fields)
{
	for (size_t i = 0; i < fields->count; i++)
		json_path_release(&fields->paths[i]);
	fields->count = 0;
}

const struct fields *fields_or_text(const struct fields *fields)
{
	static const struct fields text = {
		.count = 1,
		.names = { "text" },
		.paths = { { .count = 1, .steps = { { "text", 4, false } } } },
	};

	return fields->count ? fields : &text;
}

bool fields_pointer(const char *name, struct buffer *out)
{
	static const char between[] = ".[]/$";

	if (*name == '/' || !name[strcspn(name, between)])
		return false;
	while (*name) {
		const size_t len = strcspn(name, between);

		if (len) {
			buffer_add_byte(out, '/');
			buffer_add(out, name, len);
		}
		if (name[len] == '[' && name[len + 1] == ']')
			buffer_add_text(out, "/*");
		name += len + (name[len] != '\0');
	}
	return true;
}
