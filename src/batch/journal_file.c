/* Reading and writing a journal's file. */
#include "batch/journal_file.h"

#include <copydesk.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <xxhash.h>

#include "support/json.h"

#define BLOCK ((size_t)65536)

void journal_file_fail(struct journal_file *file, const char *why)
{
	buffer_reset(&file->why);
	buffer_add_text(&file->why, why);
}

static bool find(const char *line, size_t len, const char *name,
		 struct json_query *query)
{
	query->field = name;
	query->field_len = strlen(name);
	return json_scan(line, len, query);
}

bool journal_text(const char *line, size_t len, const char *name,
		  struct buffer *out)
{
	struct json_query query;

	buffer_reset(out);
	if (!find(line, len, name, &query) || query.value.kind != JSON_STRING)
		return false;
	json_unescape(line + query.value.at, query.value.len, out);
	return buffer_text(out) != NULL;
}

bool journal_number(const char *line, size_t len, const char *name,
		    uint64_t *number)
{
	struct json_query query;
	char *end;

	if (!find(line, len, name, &query) || query.value.kind != JSON_OTHER ||
	    !query.value.len)
		return false;
	errno = 0;
	*number = strtoull(line + query.value.at, &end, 10);
	return errno == 0 && end == line + query.value.at + query.value.len;
}

void journal_add(struct buffer *line, const char *name, uint64_t number)
{
	buffer_printf(line, ", \"%s\": %llu", name, (unsigned long long)number);
}

static const char check[] = ", \"check\": ";

void journal_end_line(struct buffer *line, size_t from)
{
	const XXH64_hash_t hash = line->failed ? 0
					       : XXH3_64bits(line->bytes + from,
							     line->len - from);

	buffer_printf(line, "%s%llu}\n", check, (unsigned long long)hash);
}

/* Whether the line says what it said when it was written. */
static bool is_as_written(const char *line, size_t len)
{
	const size_t most = strlen(check) + 20 + strlen("}");
	uint64_t hash;

	if (!journal_number(line, len, "check", &hash))
		return false;
	for (size_t at = len > most ? len - most : 0; at < len; at++)
		if (!strncmp(line + at, check, strlen(check)))
			return XXH3_64bits(line, at) == hash;
	return false;
}

static const char beginning[] = "{\"copydesk\": \"";

/* What holds no whole line: a journal that was cut off, or another's file. */
static bool is_torn(const struct buffer *text)
{
	const size_t len = strlen(beginning);

	return !memcmp(text->len ? text->bytes : "", beginning,
		       text->len < len ? text->len : len);
}

/* The first line; false: another run's. */
static bool read_header(struct journal_file *file, const char *line, size_t len,
			uint64_t options)
{
	uint64_t had;

	if (!journal_number(line, len, "options", &had)) {
		journal_file_fail(file, "is no journal");
		return false;
	}
	if (had == options)
		return true;
	journal_file_fail(file, "was written with other options, rules or "
				"model: remove it to begin anew");
	return false;
}

static bool write_all(int fd, const struct buffer *text)
{
	return !text->failed &&
	       write(fd, text->bytes, text->len) == (ssize_t)text->len;
}

static bool begin_anew(struct journal_file *file, uint64_t options)
{
	struct buffer line;
	bool done;

	buffer_init(&line);
	buffer_printf(&line, "%s%s\", \"options\": %llu}\n", beginning,
		      cd_version(), (unsigned long long)options);
	done = ftruncate(file->fd, 0) == 0 && write_all(file->fd, &line);
	if (!done)
		journal_file_fail(file, strerror(errno));
	buffer_release(&line);
	return done;
}

/* Who reads the lines. */
struct line_reader {
	bool (*read)(void *context, const char *line, size_t len);
	void *context;
};

/* Whole lines; what follows the last of them that can be read is cut off. */
static bool read_lines(struct journal_file *file, const struct buffer *text,
		       uint64_t options, const struct line_reader *reader)
{
	size_t at = 0;

	while (at < text->len) {
		const char *line = text->bytes + at;
		const char *end = memchr(line, '\n', text->len - at);
		const size_t len = end ? (size_t)(end - line) : 0;

		if (!end)
			break;
		if (at == 0 && !read_header(file, line, len, options))
			return false;
		if (at && (!is_as_written(line, len) ||
			   !reader->read(reader->context, line, len)))
			break;
		file->noted |= at != 0;
		at += len + 1;
	}
	if (!at && !is_torn(text)) {
		journal_file_fail(file, "is no journal");
		return false;
	}
	if (!at)
		return begin_anew(file, options);
	if (ftruncate(file->fd, (off_t)at) == 0)
		return true;
	journal_file_fail(file, strerror(errno));
	return false;
}

static bool read_all(int fd, struct buffer *text)
{
	ssize_t got = -1;

	while (buffer_reserve(text, BLOCK)) {
		got = read(fd, text->bytes + text->len, BLOCK);
		if (got <= 0)
			break;
		text->len += (size_t)got;
	}
	return got == 0;
}

/* What is read to its end: a device or a pipe may have none. */
static bool is_regular(int fd)
{
	struct stat info;

	return !fstat(fd, &info) && S_ISREG(info.st_mode);
}

bool journal_file_open(struct journal_file *file, const char *path,
		       uint64_t options,
		       bool (*read)(void *context, const char *line,
				    size_t len),
		       void *context)
{
	const struct line_reader reader = { read, context };
	struct buffer text;
	bool done = false;

	memset(file, 0, sizeof(*file));
	buffer_init(&file->why);
	buffer_init(&text);
	file->fd = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
	if (file->fd < 0)
		journal_file_fail(file, strerror(errno));
	else if (!is_regular(file->fd))
		journal_file_fail(file, "is no regular file, and so cannot be "
					"a journal: name another");
	else if (lockf(file->fd, F_TLOCK, 0))
		journal_file_fail(file, "another run goes on with it");
	else if (!read_all(file->fd, &text))
		journal_file_fail(file, strerror(errno));
	else
		done = read_lines(file, &text, options, &reader);
	file->noted |= !done;
	buffer_release(&text);
	return done;
}

void journal_file_close(struct journal_file *file)
{
	buffer_release(&file->why);
	if (file->fd >= 0)
		close(file->fd);
	file->fd = -1;
}

bool journal_file_write(struct journal_file *file, const struct buffer *lines)
{
	const bool done = write_all(file->fd, lines);

	file->noted = true;
	if (!done)
		journal_file_fail(file, lines->failed ? "out of memory"
						      : strerror(errno));
	return done;
}
