/*
 * Which strings of a record are articles: the name of a member, or a JSON
 * Pointer (RFC 6901) in which a step of "*" is any member or element.
 */
#ifndef COPYDESK_SUPPORT_JSON_PATH_H
#define COPYDESK_SUPPORT_JSON_PATH_H

#include <stdbool.h>
#include <stddef.h>

#define JSON_STEPS_MAX 16
#define JSON_PATHS_MAX 32 /* that are looked for at once */

struct json_step_name {
	const char *name; /* borrowed: of json_path.text */
	size_t len;
	bool any;
};

struct json_path {
	char *text;   /* owned: the steps' names, one after the other */
	bool pointer; /* else the name of a member */
	size_t count;
	struct json_step_name steps[JSON_STEPS_MAX];
};

/*
 * Read `field`: what begins with "/" is a pointer ("~1" is "/", "~0" is "~").
 * False: *why is a static message. json_path_release() is due either way.
 */
bool json_path_init(struct json_path *path, const char *field,
		    const char **why);
void json_path_release(struct json_path *path);

/* A path of one name, which is borrowed; nothing is to be released. */
struct json_path json_path_of(const char *name, size_t len);

/* Whether the step leads to that member, or to that element. */
bool json_step_is(const struct json_step_name *step, const char *name,
		  size_t len);
bool json_step_at(const struct json_step_name *step, size_t element);

#endif
