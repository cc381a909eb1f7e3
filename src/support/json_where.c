/* Following the paths that are looked for through a record. */
#include "support/json_where.h"

bool json_where_is_object(const struct json_where *where)
{
	const size_t level = where->depth - 1;

	return where->is_object[level / 8] >> level % 8 & 1;
}

/* The step of a path that leads from level `depth` on; NULL: it ends there. */
static const struct json_step_name *step_of(const struct json_where *where,
					    size_t path, size_t depth)
{
	const struct json_path *of = &where->paths[path];
	const size_t step = where->skipped[path] + depth;

	return step < of->count ? &of->steps[step] : NULL;
}

/* The paths into the container that is open. */
static uint64_t open_paths(const struct json_where *where)
{
	return where->depth && where->depth <= JSON_STEPS_MAX
		       ? where->open[where->depth - 1]
		       : 0;
}

bool json_where_is_sought(const struct json_where *where)
{
	return open_paths(where) != 0;
}

/* A member by its name, or an element by its place: `name` is NULL. */
struct part {
	const char *name;
	size_t len, element;
};

static bool leads_to(const struct json_step_name *step, const struct part *part)
{
	return part->name ? json_step_is(step, part->name, part->len)
			  : json_step_at(step, part->element);
}

/* Of the paths into the container that is open those that lead on to `part`. */
static void enter(struct json_where *where, const struct part *part)
{
	const uint64_t open = open_paths(where);

	where->now = 0;
	for (size_t p = 0; open >> p; p++) {
		const struct json_step_name *step =
			open >> p & 1 ? step_of(where, p, where->depth - 1)
				      : NULL;

		if (step && leads_to(step, part))
			where->now |= (uint64_t)1 << p;
	}
}

void json_where_member(struct json_where *where, const char *name, size_t len)
{
	enter(where, &(struct part){ .name = name, .len = len });
}

void json_where_first_element(struct json_where *where)
{
	const size_t level = where->depth - 1;

	enter(where,
	      &(struct part){
		      .element = level < JSON_STEPS_MAX ? where->element[level]
							: 0,
	      });
}

void json_where_next_element(struct json_where *where)
{
	if (where->depth <= JSON_STEPS_MAX)
		where->element[where->depth - 1]++;
	json_where_first_element(where);
}

bool json_where_open(struct json_where *where, bool object)
{
	const unsigned char bit = (unsigned char)(1u << where->depth % 8);
	unsigned char *level;

	if (where->depth == JSON_DEPTH_MAX)
		return false;
	if (where->depth < JSON_STEPS_MAX) {
		where->open[where->depth] = where->now;
		where->element[where->depth] = 0;
	}
	level = &where->is_object[where->depth++ / 8];
	*level = (unsigned char)(object ? *level | bit : *level & ~bit);
	return true;
}

size_t json_where_path(const struct json_where *where)
{
	for (size_t p = 0; where->now >> p; p++) {
		if (where->now >> p & 1 && !step_of(where, p, where->depth))
			return p;
	}
	return JSON_PATHS_MAX;
}

void json_where_start(struct json_where *where, const struct json_path *paths,
		      size_t count, const size_t *element)
{
	where->paths = paths;
	where->depth = 0;
	where->now = 0;
	for (size_t p = 0; p < count; p++) {
		const struct json_path *path = &paths[p];

		where->skipped[p] = element && path->pointer;
		if (!where->skipped[p] ||
		    (path->count && json_step_at(&path->steps[0], *element)))
			where->now |= (uint64_t)1 << p;
	}
}
