/* Baselines. */
#include "writer/baseline.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "writer/baseline_files.h"
#include "writer/fingerprint.h"

#define DIGITS "0123456789"
#define HEX DIGITS "ABCDEFabcdef"

/* "%09" back to a tab, in place. False: it is not written so. */
static bool unescape(char *path)
{
	char *to = path;

	for (; *path; path++) {
		unsigned value;

		if (*path != '%') {
			*to++ = *path;
			continue;
		}
		if (strspn(path + 1, HEX) < 2 ||
		    sscanf(path + 1, "%2x", &value) != 1 || !value)
			return false;
		*to++ = (char)value;
		path += 2;
	}
	*to = '\0';
	return true;
}

static void add_path(struct buffer *out, const char *path)
{
	for (; *path; path++) {
		const unsigned char c = (unsigned char)*path;

		if (c < 0x20 || c == 0x7F || c == '%' || c == '#')
			buffer_printf(out, "%%%02X", c);
		else
			buffer_add_byte(out, *path);
	}
}

/* The next field of a line, up to a tab; the last one to the line's end. */
static char *cut_field(char **line)
{
	char *field = *line, *tab = field ? strchr(field, '\t') : NULL;

	if (tab)
		*tab = '\0';
	*line = tab ? tab + 1 : NULL;
	return field;
}

struct fields {
	char *path, *rule;
	uint64_t hash;
	size_t count;
};

static bool read_fields(char *line, struct fields *fields)
{
	char *hash, *count;
	size_t digits;

	fields->path = cut_field(&line);
	fields->rule = cut_field(&line);
	hash = cut_field(&line);
	count = cut_field(&line);
	if (!count || line || !*fields->path || !unescape(fields->path))
		return false;
	digits = strspn(count, DIGITS);
	return strlen(hash) == 16 && strspn(hash, DIGITS "abcdef") == 16 &&
	       sscanf(hash, "%16" SCNx64, &fields->hash) == 1 && digits < 18 &&
	       !count[digits] && sscanf(count, "%zu", &fields->count) == 1 &&
	       fields->count;
}

/* 1: it is a line of a baseline; 0: it is not; -1: memory ran out. */
static int read_line(struct baseline *baseline, char *line)
{
	struct baseline_file *file;
	const struct cd_rule *rule;
	struct known_line *entry;
	struct fields fields;

	if (!*line || *line == '#')
		return 1;
	if (!read_fields(line, &fields))
		return 0;
	rule = cd_rule_find(fields.rule);
	if (!rule) {
		baseline->unknown += fields.count;
		return 1;
	}
	file = file_at(baseline, fields.path);
	entry = file ? entry_at(file, rule, fields.hash) : NULL;
	if (!entry)
		return -1;
	if (fields.count > entry->known)
		entry->known = fields.count;
	return 1;
}

size_t baseline_read(struct baseline *baseline, char *text)
{
	size_t number = 1;

	text += utf8_mark(text, strnlen(text, 3)); /* as editors put */
	for (char *line = text; line; number++) {
		char *end = strchr(line, '\n');
		int good;

		if (end)
			*end = '\0';
		if (end && end > line && end[-1] == '\r')
			end[-1] = '\0';
		good = read_line(baseline, line);
		if (good != 1)
			return good ? SIZE_MAX : number;
		line = end ? end + 1 : NULL;
	}
	return 0;
}

bool baseline_begin_file(struct baseline *baseline, const char *path)
{
	baseline->now = file_at(baseline, plain_path(path));
	if (baseline->now)
		baseline->now->seen = true;
	return baseline->now != NULL;
}

enum baseline_state baseline_take(struct baseline *baseline,
				  const struct report_item *item)
{
	struct known_line *entry =
		entry_at(baseline->now, item->rule, item->hash);
	struct known_line *lost;

	if (!entry)
		return BASELINE_NO_MEMORY;
	if (++entry->found <= entry->known)
		return BASELINE_KNOWN;
	if (!find_lost(baseline, entry, &lost))
		return BASELINE_NO_MEMORY;
	if (!lost)
		return BASELINE_NEW;
	lost->found++;
	return BASELINE_KNOWN;
}

size_t baseline_gone(struct baseline *baseline)
{
	size_t gone = baseline->unknown;

	mark_kept(baseline);
	for (const struct baseline_file *file = baseline->list; file;
	     file = file->next) {
		if (file->kept)
			continue;
		for (const struct known_line *entry = file->list; entry;
		     entry = entry->next)
			gone += entry->known > entry->found
					? entry->known - entry->found
					: 0;
	}
	return gone;
}

static bool add_file(struct buffer *out, const struct baseline_file *file)
{
	const struct known_line **all =
		malloc((file->count + 1) * sizeof(*all));
	size_t count = 0;

	if (!all)
		return false;
	for (const struct known_line *entry = file->list; entry;
	     entry = entry->next)
		all[count++] = entry;
	qsort(all, count, sizeof(*all), entries_in_order);
	for (size_t i = 0, shown = 0; i < count; i++) {
		const size_t number = file->kept    ? all[i]->known
				      : !file->seen ? 0
						    : all[i]->found;

		if (!number)
			continue;
		buffer_add_text(out, shown++ ? "" : "\n");
		add_path(out, file->path);
		buffer_printf(out, "\t%s\t%016" PRIx64 "\t%zu\n",
			      all[i]->rule->name, all[i]->hash, number);
	}
	free(all);
	return true;
}

bool baseline_text(struct baseline *baseline, struct buffer *out)
{
	const struct baseline_file **all =
		malloc((baseline->count + 1) * sizeof(*all));
	size_t count = 0;
	bool done = all != NULL;

	mark_kept(baseline);
	buffer_add_text(out, "# copydesk baseline: path, rule, hash of the "
			     "line's text, findings\n");
	for (const struct baseline_file *at = baseline->list; done && at;
	     at = at->next)
		all[count++] = at;
	if (done)
		qsort(all, count, sizeof(*all), files_in_order);
	for (size_t i = 0; done && i < count; i++)
		done = add_file(out, all[i]);
	free(all);
	return done && !out->failed;
}
