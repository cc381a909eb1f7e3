/* Search in what ascends, by halves. */
#ifndef COPYDESK_BASE_SEARCH_H
#define COPYDESK_BASE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

/* Whether item `i` of `items` comes before what is looked for. */
typedef bool search_before(const void *items, size_t i, size_t key);

/*
 * The first of `count` items that is not before `key`, or `count`. Inline, so
 * that the comparison is, too.
 */
static inline size_t search_first(const void *items, size_t count, size_t key,
				  search_before *before)
{
	size_t low = 0, high = count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (before(items, middle, key))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The last of them that `key` comes after, or the first. */
static inline size_t search_last(const void *items, size_t count, size_t key,
				 search_before *before)
{
	const size_t next = search_first(items, count, key, before);

	return next ? next - 1 : 0;
}

#endif
