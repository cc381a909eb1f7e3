/* Arena: a list of blocks, each filled from its start. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)64 << 10)

/*
 * Bytes of blocks that stay for the next article. Given back each time they
 * would go to the system, and come from it again page by page.
 */
#define KEPT ((size_t)1 << 20)

struct arena_block {
	struct arena_block *next;
	size_t size;
	max_align_t data[];
};

void arena_init(struct arena *arena)
{
	memset(arena, 0, sizeof(*arena));
}

static void free_blocks(struct arena_block *block)
{
	while (block) {
		struct arena_block *next = block->next;

		free(block);
		block = next;
	}
}

void arena_release(struct arena *arena)
{
	free_blocks(arena->first);
	arena_init(arena);
}

void arena_reset(struct arena *arena)
{
	struct arena_block *last = arena->first;
	size_t kept = last ? last->size : 0;

	while (last && last->next && kept + last->next->size <= KEPT) {
		last = last->next;
		kept += last->size;
	}
	if (last) {
		free_blocks(last->next);
		last->next = NULL;
	}
	arena->current = arena->first;
	arena->used = 0;
}

/* A block of that size, before those that an earlier article left. */
static struct arena_block *add_block(struct arena *arena, size_t size)
{
	struct arena_block **link =
		arena->current ? &arena->current->next : &arena->first;
	const size_t wanted = size > BLOCK_SIZE ? size : BLOCK_SIZE;
	struct arena_block *block = *link;

	if (!block || block->size < wanted) {
		block = malloc(sizeof(*block) + wanted);
		if (!block)
			return NULL;
		block->next = *link;
		block->size = wanted;
		*link = block;
	}
	arena->current = block;
	arena->used = 0;
	return block;
}

static size_t round_up(size_t size)
{
	const size_t align = alignof(max_align_t);

	return (size + align - 1) / align * align;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	const size_t rounded = round_up(size);
	char *memory;

	if (rounded < size)
		return NULL;
	if (!arena->current || arena->current->size - arena->used < rounded) {
		if (!add_block(arena, rounded))
			return NULL;
	}
	memory = (char *)arena->current->data + arena->used;
	arena->used += rounded;
	return memory;
}

void arena_trim(struct arena *arena, void *last, size_t size)
{
	const char *start = (const char *)arena->current->data;

	arena->used = (size_t)((const char *)last - start) + round_up(size);
}

char *arena_copy(struct arena *arena, const char *bytes, size_t len)
{
	char *copy = arena_alloc(arena, len + 1);

	if (!copy)
		return NULL;
	if (len)
		memcpy(copy, bytes, len);
	copy[len] = '\0';
	return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	char first[256];
	va_list args;
	int len;
	char *text;

	va_start(args, format);
	len = vsnprintf(first, sizeof(first), format, args);
	va_end(args);
	if (len < 0)
		return NULL;
	if ((size_t)len < sizeof(first))
		return arena_copy(arena, first, (size_t)len);
	text = arena_alloc(arena, (size_t)len + 1);
	if (!text)
		return NULL;
	va_start(args, format);
	vsnprintf(text, (size_t)len + 1, format, args);
	va_end(args);
	return text;
}
