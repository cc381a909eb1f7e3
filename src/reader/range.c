/* Where the parts of a file begin. */
#include "reader/range.h"

#include <string.h>
#include <unistd.h>

#include "reader/split.h"

#define BLOCK ((size_t)65536)

void share_of(const struct share *share, uint64_t count, uint64_t *from,
	      uint64_t *end)
{
	const uint64_t size = share->of ? count / share->of : count;
	const uint64_t rest = share->of ? count % share->of : 0;
	const uint64_t before = share->of ? share->part - 1 : 0;

	*from = before * size + (before < rest ? before : rest);
	*end = *from + size + (before < rest);
}

/* Reading forward from a place. */
struct scan {
	int fd;
	off_t at; /* of block[0] */
	size_t len, next;
	char block[65536];
};

/* The next byte; -1 at the end, -2 on failure. */
static int next_byte(struct scan *scan)
{
	ssize_t got;

	if (scan->next < scan->len)
		return (unsigned char)scan->block[scan->next++];
	scan->at += (off_t)scan->len;
	got = pread(scan->fd, scan->block, BLOCK, scan->at);
	scan->len = got > 0 ? (size_t)got : 0;
	scan->next = 0;
	if (got <= 0)
		return got ? -2 : -1;
	return (unsigned char)scan->block[scan->next++];
}

/* To the byte after the next `byte`. */
static int skip_past(struct scan *scan, int byte)
{
	int got;

	do {
		got = next_byte(scan);
	} while (got >= 0 && got != byte);
	return got;
}

/* Lines longer than this are no separator. */
#define LINE_MAX_LEN 4096

/* From the start of a line to the start of the one after a separator. */
static int skip_to_separator(struct scan *scan,
			     const struct reader_options *options)
{
	char line[LINE_MAX_LEN];
	size_t len = 0;
	int got;

	while ((got = next_byte(scan)) >= 0) {
		if (got != '\n') {
			if (len < sizeof(line))
				line[len] = (char)got;
			len++;
			continue;
		}
		if (len <= sizeof(line) &&
		    split_is_separator(options, line, len))
			break;
		len = 0;
	}
	return got;
}

/* The start of the first record that begins at or after `at`. */
static bool find_border(int fd, off_t at, off_t size,
			const struct reader_options *options, off_t *border)
{
	struct scan scan = { .fd = fd, .at = at - 1 };
	int got;

	*border = at;
	if (at == 0 || at >= size)
		return true;
	if (format_is_text(options->format) &&
	    options->separator == SEPARATOR_FORMFEED)
		got = skip_past(&scan, '\f');
	else if (format_is_text(options->format) &&
		 options->separator == SEPARATOR_NUL)
		got = skip_past(&scan, '\0');
	else
		got = skip_past(&scan, '\n');
	if (got >= 0 && format_is_text(options->format) &&
	    (options->separator == SEPARATOR_BLANK ||
	     options->separator == SEPARATOR_LINE))
		got = skip_to_separator(&scan, options);
	*border = got == -1 ? size : scan.at + (off_t)scan.next;
	return got != -2;
}

bool range_of(int fd, off_t size, const struct reader_options *options,
	      const struct share *share, struct range *range)
{
	uint64_t from, end;

	share_of(share, (uint64_t)size, &from, &end);
	return find_border(fd, (off_t)from, size, options, &range->from) &&
	       find_border(fd, (off_t)end, size, options, &range->end);
}
