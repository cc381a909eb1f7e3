/* Cutting pieces off a chunk. */
#include "reader/take.h"

#include "base/utf8.h"

void take_advance(struct reader *reader, const char *text, size_t len)
{
	const size_t lines = utf8_count_lines(text, len);
	size_t from = 0;

	if (lines) {
		for (from = len; text[from - 1] != '\n'; from--)
			;
		reader->line += lines;
		reader->col = 1;
	}
	reader->col += utf8_count(text + from, len - from);
}

bool take_piece(struct reader *reader, struct chunk *chunk, struct piece piece)
{
	if (!array_grow(&chunk->pieces, &chunk->cap, chunk->count,
			sizeof(*chunk->pieces))) {
		reader->error = "out of memory";
		return false;
	}
	piece.line = reader->line;
	piece.col = reader->col;
	piece.record = reader->record;
	piece.base = reader->base;
	chunk->pieces[chunk->count++] = piece;
	return true;
}
