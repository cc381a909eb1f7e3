/* Endings and patterns of files. */
#include "reader/choice.h"

#include <fnmatch.h>
#include <string.h>
#include <strings.h>

#include "support/packing.h"

bool choice_add(struct choice_list *list, const char *item)
{
	if (list->count == CHOICE_MAX)
		return false;
	list->items[list->count++] = item;
	return true;
}

enum format choice_format(const char *path)
{
	static const struct {
		const char *ending;
		enum format format;
	} endings[] = {
		{ ".txt", FORMAT_TEXT },	  { ".text", FORMAT_TEXT },
		{ ".story", FORMAT_TEXT },	  { ".md", FORMAT_MARKDOWN },
		{ ".markdown", FORMAT_MARKDOWN }, { ".mdown", FORMAT_MARKDOWN },
		{ ".mkd", FORMAT_MARKDOWN },	  { ".jsonl", FORMAT_JSONL },
		{ ".ndjson", FORMAT_JSONL },	  { ".json", FORMAT_JSON },
		{ ".csv", FORMAT_CSV },		  { ".tsv", FORMAT_TSV },
		{ ".ssv", FORMAT_SSV },		  { ".psv", FORMAT_PSV },
		{ ".warc", FORMAT_WARC },	  { ".wet", FORMAT_WARC },
	};
	size_t len;
	const char *dot;

	packing_of_name(path, &len);
	for (dot = path + len; dot > path && dot[-1] != '.'; dot--)
		;
	dot -= dot > path;
	len -= (size_t)(dot - path);
	for (size_t i = 0;
	     *dot == '.' && i < sizeof(endings) / sizeof(endings[0]); i++) {
		if (strlen(endings[i].ending) == len &&
		    !strncasecmp(dot, endings[i].ending, len))
			return endings[i].format;
	}
	return FORMAT_AUTO;
}

static const char *last_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* One name of a path against one of a pattern. */
static bool name_matches(const char *pattern, size_t pattern_len,
			 const char *name, size_t len)
{
	char what[256], with[256];

	if (pattern_len >= sizeof(with) || len >= sizeof(what))
		return false;
	memcpy(with, pattern, pattern_len);
	with[pattern_len] = '\0';
	memcpy(what, name, len);
	what[len] = '\0';
	return fnmatch(with, what, 0) == 0;
}

static bool path_matches(const char *pattern, const char *path)
{
	const size_t step = strcspn(pattern, "/");
	const size_t name = strcspn(path, "/");

	if (step == 2 && !strncmp(pattern, "**", 2)) {
		pattern += step + (pattern[step] == '/');
		for (;; path += strcspn(path, "/") + 1) {
			if (!*pattern || path_matches(pattern, path))
				return true;
			if (!path[strcspn(path, "/")])
				return false;
		}
	}
	if (!name_matches(pattern, step, path, name))
		return false;
	/* "drafts/" is the folder, as for git and rsync. */
	if (!pattern[step] || !pattern[step + 1] || !path[name])
		return !pattern[step + (pattern[step] != '\0')] && !path[name];
	return path_matches(pattern + step + 1, path + name + 1);
}

/* Without "./" or "/" before it. */
static const char *from_here(const char *path)
{
	while (path[0] == '.' && path[1] == '/')
		path += 2;
	return path + (*path == '/');
}

bool choice_matches(const char *pattern, const char *path)
{
	const char *slash = strchr(pattern, '/');

	if (!slash || !slash[1])
		return path_matches(pattern, last_name(path));
	return path_matches(from_here(pattern), from_here(path));
}

static bool any_matches(const struct choice_list *list, const char *path)
{
	for (size_t i = 0; i < list->count; i++) {
		if (choice_matches(list->items[i], path))
			return true;
	}
	return false;
}

static bool ends_so(const char *name, size_t len, const char *ending)
{
	const size_t size = strcspn(ending, ",");
	const size_t dot = *ending != '.';

	return len > size + dot && (!dot || name[len - size - 1] == '.') &&
	       !strncasecmp(name + len - size, ending, size);
}

/* Compressed files have their ending before that of the compression. */
static bool has_ending(const char *path, const char *ending)
{
	const char *name = last_name(path);
	size_t len;

	packing_of_name(name, &len);
	return ends_so(name, len, ending) ||
	       ends_so(name, strlen(name), ending);
}

bool choice_excludes(const struct choice *choice, const char *path)
{
	return any_matches(&choice->exclude, path);
}

bool choice_takes(const struct choice *choice, const char *path)
{
	if (choice_excludes(choice, path))
		return false;
	if (choice->include.count)
		return any_matches(&choice->include, path);
	for (size_t i = 0; i < choice->endings.count; i++) {
		if (has_ending(path, choice->endings.items[i]))
			return true;
	}
	return !choice->endings.count && choice_format(path) != FORMAT_AUTO;
}

void passed_add(struct passed *passed, const char *path)
{
	const char *name = last_name(path);
	const char *dot = strrchr(name, '.');
	const char *ending = dot && dot > name ? dot : "";

	passed->count++;
	if (strlen(ending) >= sizeof(passed->by_ending[0].ending))
		return;
	for (size_t i = 0; i < PASSED_ENDINGS; i++) {
		if (!passed->by_ending[i].count)
			strcpy(passed->by_ending[i].ending, ending);
		if (!strcmp(passed->by_ending[i].ending, ending)) {
			passed->by_ending[i].count++;
			return;
		}
	}
}

void passed_add_link(struct passed *passed)
{
	passed->count++;
	passed->links++;
}

void passed_text(const struct passed *passed, struct buffer *out)
{
	size_t rest = passed->count, shown = 0;

	buffer_printf(out, "%zu passed over", passed->count);
	for (size_t i = 0; i < PASSED_ENDINGS; i++) {
		if (!passed->by_ending[i].count ||
		    !passed->by_ending[i].ending[0])
			continue;
		buffer_printf(out, "%s%zu %s", shown++ ? ", " : ": ",
			      passed->by_ending[i].count,
			      passed->by_ending[i].ending);
		rest -= passed->by_ending[i].count;
	}
	if (passed->links)
		buffer_printf(out, "%s%zu symbolic link%s (--follow)",
			      shown++ ? ", " : ": ", passed->links,
			      passed->links == 1 ? "" : "s");
	rest -= passed->links;
	if (rest && shown)
		buffer_printf(out, ", %zu others", rest);
}
