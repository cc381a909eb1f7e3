/*
 * An arena: memory for one article, given back all at once.
 */
#ifndef COPYDESK_BASE_ARENA_H
#define COPYDESK_BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *first; /* owned */
	struct arena_block *current;
	size_t used; /* bytes of `current` */
};

void arena_init(struct arena *arena);
void arena_release(struct arena *arena);

/*
 * Forget everything that was allocated; up to 1 MiB of its blocks stay for the
 * next article.
 */
void arena_reset(struct arena *arena);

/*
 * `size` bytes, aligned for any type, not zeroed; NULL when memory runs out.
 * Borrowed until arena_reset() or arena_release().
 */
void *arena_alloc(struct arena *arena, size_t size);

/* Give back what follows the first `size` bytes of the last allocation. */
void arena_trim(struct arena *arena, void *last, size_t size);

/* A copy of `len` bytes, with a NUL after them; NULL when memory runs out. */
char *arena_copy(struct arena *arena, const char *bytes, size_t len);

/* printf() into the arena; NULL when memory runs out. */
char *arena_printf(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
