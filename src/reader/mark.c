/* Marks as text. */
#include "reader/mark.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* All but the columns. */
#define NUMBERS 12

static void to_numbers(const struct reader_mark *mark, uint64_t *numbers)
{
	const uint64_t all[NUMBERS] = {
		mark->in,
		mark->line,
		mark->col,
		mark->record,
		mark->base,
		mark->skipping,
		mark->passing,
		(uint64_t)mark->csv,
		(uint64_t)mark->json.place,
		mark->json.depth,
		mark->json.in_string,
		mark->json.element,
	};

	memcpy(numbers, all, sizeof(all));
}

static void of_numbers(const uint64_t *numbers, struct reader_mark *mark)
{
	mark->in = numbers[0];
	mark->line = (size_t)numbers[1];
	mark->col = (size_t)numbers[2];
	mark->record = (size_t)numbers[3];
	mark->base = (size_t)numbers[4];
	mark->skipping = numbers[5] != 0;
	mark->passing = numbers[6];
	mark->csv = numbers[7];
	mark->json.place = numbers[8];
	mark->json.depth = (size_t)numbers[9];
	mark->json.in_string = numbers[10] != 0;
	mark->json.element = (size_t)numbers[11];
}

void mark_write(const struct reader_mark *mark, struct buffer *out)
{
	uint64_t numbers[NUMBERS];

	to_numbers(mark, numbers);
	for (size_t i = 0; i < NUMBERS; i++)
		buffer_printf(out, "%llu ", (unsigned long long)numbers[i]);
	buffer_printf(out, "%zu %zu", mark->columns.count, mark->columns.found);
	for (size_t i = 0; i < mark->columns.found; i++)
		buffer_printf(out, " %zu %zu", mark->columns.of[i].column,
			      mark->columns.of[i].field);
}

static bool read_number(const char **text, uint64_t *number)
{
	char *end;

	*text += strspn(*text, " ");
	if (**text < '0' || **text > '9')
		return false;
	errno = 0;
	*number = strtoull(*text, &end, 10);
	*text = end;
	return errno == 0;
}

bool mark_read(const char *text, struct reader_mark *mark)
{
	uint64_t numbers[NUMBERS], count, found, column, field;

	memset(mark, 0, sizeof(*mark));
	for (size_t i = 0; i < NUMBERS; i++) {
		if (!read_number(&text, &numbers[i]))
			return false;
	}
	of_numbers(numbers, mark);
	if (!read_number(&text, &count) || !read_number(&text, &found) ||
	    found > FIELDS_MAX)
		return false;
	mark->columns.count = (size_t)count;
	mark->columns.found = (size_t)found;
	for (size_t i = 0; i < found; i++) {
		if (!read_number(&text, &column) ||
		    !read_number(&text, &field) || field >= FIELDS_MAX)
			return false;
		mark->columns.of[i].column = (size_t)column;
		mark->columns.of[i].field = (size_t)field;
	}
	return !*text;
}
