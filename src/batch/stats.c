/* Sums of a run. */
#include "batch/stats.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

struct folder {
	struct folder *next;
	char *path; /* owned */
	size_t files;
	struct tally tally;
};

static int by_path(const void *a, const void *b)
{
	const struct folder *one = a, *other = b;

	return strcmp(one->path, other->path);
}

static struct folder *folder_new(const char *path, size_t len)
{
	struct folder *folder = calloc(1, sizeof(*folder));

	if (folder)
		folder->path = strndup(path, len);
	if (folder && folder->path)
		return folder;
	free(folder);
	return NULL;
}

static void folder_free(struct folder *folder)
{
	free(folder->path);
	free(folder);
}

static bool is_called(const struct folder *folder, const char *path, size_t len)
{
	return folder && !strncmp(folder->path, path, len) &&
	       !folder->path[len];
}

/* The folder of that name, which is made where it is new. */
static struct folder *folder_at(struct stats *stats, const char *path,
				size_t len)
{
	struct folder *fresh, **node;

	if (is_called(stats->last, path, len))
		return stats->last;
	fresh = folder_new(path, len);
	if (!fresh)
		return NULL;
	node = tsearch(fresh, &stats->folders, by_path);
	if (!node || *node != fresh) {
		folder_free(fresh);
	} else {
		fresh->next = stats->list;
		stats->list = fresh;
		stats->folder_count++;
	}
	stats->last = node ? *node : NULL;
	return stats->last;
}

/* `folder` NULL: memory ran out. */
static void add_to_folder(struct stats *stats, struct folder *folder,
			  size_t files, const struct tally *tally)
{
	if (!folder) {
		stats->failed = true;
		return;
	}
	folder->files += files;
	tally_add(&folder->tally, tally);
}

void stats_file(struct stats *stats, const struct file *file)
{
	const char *slash = strrchr(file->relative, '/');
	struct tally tally = file->tally;
	struct folder *folder =
		slash ? folder_at(stats, file->relative,
				  (size_t)(slash - file->relative))
		      : folder_at(stats, ".", 1);

	/* Read in another charset, or without its mark, it changes. */
	if (tally.decoded && !tally.changed)
		tally.changed++;
	stats->files++;
	/* The sink dropped what could have been read. */
	stats->unread += file->failed && !file->dropped;
	stats->cut += file->failed && tally.articles;
	tally_add(&stats->tally, &tally);
	add_to_folder(stats, folder, 1, &tally);
}

void stats_add(struct stats *stats, const struct stats *from)
{
	stats->files += from->files;
	stats->unread += from->unread;
	stats->cut += from->cut;
	stats->failed |= from->failed;
	tally_add(&stats->tally, &from->tally);
	for (const struct folder *at = from->list; at; at = at->next)
		add_to_folder(stats,
			      folder_at(stats, at->path, strlen(at->path)),
			      at->files, &at->tally);
}

static void undo(struct tally *tally)
{
	tally->changed = tally->decoded = 0;
}

void stats_undo(struct stats *stats)
{
	undo(&stats->tally);
	for (struct folder *at = stats->list; at; at = at->next)
		undo(&at->tally);
}

void stats_release(struct stats *stats)
{
	while (stats->list) {
		struct folder *folder = stats->list;

		stats->list = folder->next;
		tdelete(folder, &stats->folders, by_path);
		folder_free(folder);
	}
	stats->last = NULL;
}

static void add_tally(struct buffer *out, const struct tally *tally)
{
	buffer_printf(out, "\"articles\": %zu, \"changed\": %zu, ",
		      tally->articles, tally_changed(tally));
	buffer_printf(out, "\"findings\": %zu, \"trouble\": %zu",
		      tally->findings, tally->trouble);
}

static void add_rules(struct buffer *out, const struct tally *tally)
{
	size_t shown = 0;

	for (size_t i = 0; i < cd_rule_count(); i++) {
		if (!tally->rules[i])
			continue;
		buffer_printf(out, "%s\n    \"%s\": %zu", shown++ ? "," : "",
			      cd_rule(i)->name, tally->rules[i]);
	}
}

static void add_conditions(struct buffer *out, const struct tally *tally)
{
	size_t shown = 0;

	for (size_t i = 0; i < cd_condition_count(); i++) {
		if (!tally->conditions[i])
			continue;
		buffer_printf(out, "%s\n    \"%s\": %zu", shown++ ? "," : "",
			      cd_condition(i)->name, tally->conditions[i]);
	}
}

static int by_order(const void *a, const void *b)
{
	return by_path(*(struct folder *const *)a, *(struct folder *const *)b);
}

/* All folders, ascending; free() it. NULL: none, or no memory. */
static const struct folder **sorted(const struct stats *stats)
{
	const struct folder **all =
		malloc((stats->folder_count + 1) * sizeof(*all));
	size_t count = 0;

	for (const struct folder *at = stats->list; all && at; at = at->next)
		all[count++] = at;
	if (all)
		qsort(all, count, sizeof(*all), by_order);
	return all;
}

static void add_folders(struct buffer *out, const struct stats *stats)
{
	const struct folder **all = sorted(stats);

	out->failed |= !all;
	for (size_t i = 0; all && i < stats->folder_count; i++) {
		buffer_add_text(out, i ? ",\n    " : "\n    ");
		report_string(out, all[i]->path);
		buffer_printf(out, ": {\"files\": %zu, ", all[i]->files);
		add_tally(out, &all[i]->tally);
		buffer_add_byte(out, '}');
	}
	free(all);
}

void stats_json(const struct stats *stats, struct buffer *out)
{
	buffer_printf(out, "{\n  \"files\": %zu, \"unread\": %zu, ",
		      stats->files, stats->unread);
	buffer_printf(out, "\"passed\": %zu, \"bytes\": %zu,\n  ",
		      stats->passed, stats->bytes);
	add_tally(out, &stats->tally);
	buffer_printf(out, ",\n  \"seconds\": %.3f,\n  \"rules\": {",
		      stats->seconds);
	add_rules(out, &stats->tally);
	buffer_add_text(out, "\n  },\n  \"conditions\": {");
	add_conditions(out, &stats->tally);
	buffer_add_text(out, "\n  },\n  \"folders\": {");
	add_folders(out, stats);
	buffer_add_text(out, "\n  }\n}\n");
	out->failed |= stats->failed;
}
