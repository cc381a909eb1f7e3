/*
 * The reader cuts an input into chunks, and each chunk into pieces: articles
 * of text, or records of JSON Lines. What is between the pieces is passed
 * on as it is. Memory is bounded by --max-article, whatever the input's length.
 *
 * Where a chunk ends depends on how the bytes arrive; where a piece ends does
 * not.
 */
#ifndef COPYDESK_READER_READER_H
#define COPYDESK_READER_READER_H

#include "reader/chunk.h"

void reader_start(struct reader *reader, struct input *input,
		  const struct reader_options *options);
/* Go on where another reader was; what comes before is read and dropped. */
void reader_resume(struct reader *reader, const struct reader_mark *mark);
void reader_stop(struct reader *reader);

enum reader_status { READER_CHUNK, READER_END, READER_FAILED };

/* The next chunk; its memory is reused. READER_FAILED: see reader->error. */
enum reader_status reader_next(struct reader *reader, struct chunk *chunk);

/* Whether nothing is left to give, as far as that is known yet. */
bool reader_is_done(const struct reader *reader);

#endif
