/* Files of a baseline. */
#include "writer/baseline_files.h"

#include <errno.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int by_path(const void *left, const void *right)
{
	const struct baseline_file *a = left, *b = right;

	return strcmp(a->path, b->path);
}

static int by_rule(const void *left, const void *right)
{
	const struct known_line *a = left, *b = right;
	const int order = strcmp(a->rule->name, b->rule->name);

	if (order)
		return order;
	return a->hash < b->hash ? -1 : a->hash > b->hash;
}

static void file_release(struct baseline_file *file)
{
	while (file->list) {
		struct known_line *entry = file->list;

		file->list = entry->next;
		tdelete(entry, &file->tree, by_rule);
		free(entry);
	}
	free(file->path);
	free(file);
}

void baseline_release(struct baseline *baseline)
{
	while (baseline->list) {
		struct baseline_file *file = baseline->list;

		baseline->list = file->next;
		tdelete(file, &baseline->tree, by_path);
		file_release(file);
	}
	free(baseline->lost);
	*baseline = (struct baseline){ 0 };
}

struct baseline_file *file_at(struct baseline *baseline, const char *path)
{
	struct baseline_file *fresh = calloc(1, sizeof(*fresh)), **node;

	if (fresh)
		fresh->path = strdup(path);
	node = fresh && fresh->path ? tsearch(fresh, &baseline->tree, by_path)
				    : NULL;
	if (node && *node == fresh) {
		fresh->next = baseline->list;
		baseline->list = fresh;
		baseline->count++;
		return fresh;
	}
	if (fresh)
		file_release(fresh);
	return node ? *node : NULL;
}

struct known_line *entry_at(struct baseline_file *file,
			    const struct cd_rule *rule, uint64_t hash)
{
	struct known_line *fresh = malloc(sizeof(*fresh)), **node;

	if (!fresh)
		return NULL;
	*fresh = (struct known_line){ file->list, rule, hash, 0, 0 };
	node = tsearch(fresh, &file->tree, by_rule);
	if (!node || *node != fresh) {
		free(fresh);
		return node ? *node : NULL;
	}
	file->list = fresh;
	file->count++;
	return fresh;
}

int files_in_order(const void *a, const void *b)
{
	return by_path(*(struct baseline_file *const *)a,
		       *(struct baseline_file *const *)b);
}

int entries_in_order(const void *a, const void *b)
{
	return by_rule(*(struct known_line *const *)a,
		       *(struct known_line *const *)b);
}

static bool is_lost(const struct baseline_file *file)
{
	return !file->seen && access(file->path, F_OK) && errno == ENOENT;
}

static bool add_lost(struct baseline *baseline,
		     const struct baseline_file *file)
{
	for (struct known_line *entry = file->list; entry;
	     entry = entry->next) {
		if (!array_grow(&baseline->lost, &baseline->lost_cap,
				baseline->lost_count, sizeof(entry)))
			return false;
		baseline->lost[baseline->lost_count++] = entry;
	}
	return true;
}

/* What the baseline has of files that are no more, in order. */
static bool gather_lost(struct baseline *baseline)
{
	baseline->lost_count = 0;
	for (const struct baseline_file *file = baseline->list; file;
	     file = file->next) {
		if (file->list && is_lost(file) && !add_lost(baseline, file))
			return false;
	}
	if (baseline->lost_count)
		qsort(baseline->lost, baseline->lost_count,
		      sizeof(*baseline->lost), entries_in_order);
	baseline->lost_known = true;
	return true;
}

bool find_lost(struct baseline *baseline, const struct known_line *wanted,
	       struct known_line **found)
{
	size_t from = 0, end;

	*found = NULL;
	if (!baseline->lost_known && !gather_lost(baseline))
		return false;
	end = baseline->lost_count;

	while (from < end) {
		const size_t middle = from + (end - from) / 2;

		if (by_rule(baseline->lost[middle], wanted) < 0)
			from = middle + 1;
		else
			end = middle;
	}
	for (; from < baseline->lost_count; from++) {
		struct known_line *lost = baseline->lost[from];

		if (by_rule(lost, wanted))
			break;
		if (lost->found < lost->known) {
			*found = lost;
			break;
		}
	}
	return true;
}

/* Bytes of a member's path that are its archive's. */
static size_t archive_len(const struct baseline_file *file)
{
	char *path = file->path;
	size_t len = strlen(path);
	bool there = false;

	while (len && !there) {
		do {
			len--;
		} while (len && path[len] != '/');
		if (!len)
			break;
		path[len] = '\0';
		there = access(path, F_OK) == 0;
		path[len] = '/';
	}
	return len;
}

/* Whether a file, or a member of that archive, was looked at. */
static bool was_seen(const struct baseline *baseline, const char *archive,
		     size_t len)
{
	for (const struct baseline_file *file = baseline->list; file;
	     file = file->next) {
		if (file->seen && !strncmp(file->path, archive, len) &&
		    (file->path[len] == '/' || !file->path[len]))
			return true;
	}
	return false;
}

void mark_kept(struct baseline *baseline)
{
	const char *archive = ""; /* of the member before, */
	size_t len = 0;
	bool seen = false; /* and whether it was looked at */

	for (struct baseline_file *file = baseline->list; file;
	     file = file->next) {
		file->kept = !file->seen && access(file->path, F_OK) == 0;
		if (file->seen || file->kept || errno != ENOTDIR)
			continue;
		if (!len || strncmp(file->path, archive, len) != 0 ||
		    file->path[len] != '/') {
			archive = file->path;
			len = archive_len(file);
			seen = was_seen(baseline, archive, len);
		}
		file->kept = !seen;
	}
}
