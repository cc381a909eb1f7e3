/* Names and pointers of fields. */
#include "support/json_path.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool fail(const char **why, const char *what)
{
	*why = what;
	return false;
}

/* The step at `from`, unescaped to *to, which moves on; false: "~2". */
static bool read_step(struct json_step_name *step, const char *from, char **to)
{
	char *at = *to;

	step->any = from[0] == '*' && (from[1] == '/' || !from[1]);
	step->name = at;
	for (; *from && *from != '/'; from++) {
		if (*from == '~' && from[1] != '0' && from[1] != '1')
			return false;
		if (*from == '~')
			*at++ = *++from == '0' ? '~' : '/';
		else
			*at++ = *from;
	}
	step->len = (size_t)(at - step->name);
	*to = at;
	return true;
}

bool json_path_init(struct json_path *path, const char *field, const char **why)
{
	char *to;

	*path = json_path_of(field, strlen(field));
	path->text = to = malloc(strlen(field) + 1);
	if (!to)
		return fail(why, "out of memory");
	if (field[0] != '/') {
		memcpy(to, field, strlen(field) + 1);
		path->steps[0].name = to;
		return true;
	}
	path->pointer = true;
	path->count = 0;
	for (; *field; field += strcspn(field, "/")) {
		field++;
		if (path->count == JSON_STEPS_MAX)
			return fail(why, "a pointer of more than 16 steps");
		if (!read_step(&path->steps[path->count++], field, &to))
			return fail(why, "in a pointer \"~\" is written ~0");
	}
	return true;
}

void json_path_release(struct json_path *path)
{
	free(path->text);
	path->text = NULL;
}

struct json_path json_path_of(const char *name, size_t len)
{
	return (struct json_path){
		.count = 1,
		.steps[0] = { .name = name, .len = len },
	};
}

bool json_step_is(const struct json_step_name *step, const char *name,
		  size_t len)
{
	return step->any ||
	       (step->len == len && !memcmp(step->name, name, len));
}

bool json_step_at(const struct json_step_name *step, size_t element)
{
	char number[24];
	int len;

	if (step->any)
		return true;
	len = snprintf(number, sizeof(number), "%zu", element);
	return (size_t)len == step->len &&
	       !memcmp(number, step->name, step->len);
}
