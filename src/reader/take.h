/* What reader.c and the files that cut for it share: cutting pieces off a
 * chunk. */
#ifndef COPYDESK_READER_TAKE_H
#define COPYDESK_READER_TAKE_H

#include "reader/chunk.h"

/*
 * Cut what is whole off the start of chunk->text into pieces; how much of it
 * they and what is between them are. On failure reader->error is set.
 */
size_t take_records(struct reader *reader, struct chunk *chunk);
size_t take_elements(struct reader *reader, struct chunk *chunk);
size_t take_warc(struct reader *reader, struct chunk *chunk);

/* `len` bytes are handed out: the next has another line and column. */
void take_advance(struct reader *reader, const char *text, size_t len);

/* Add a piece, whose place in the input is the reader's. */
bool take_piece(struct reader *reader, struct chunk *chunk, struct piece piece);

/* A byte order mark is no part of the first record: its length, or 0. */
size_t take_mark(struct reader *reader, const struct chunk *chunk);

/* The fields by their columns' names, or numbers; false: one is not there. */
bool take_header(struct reader *reader, const char *header, size_t len);

#endif
