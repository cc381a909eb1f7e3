/*
 * Sums by name: of folders, of sources. So many names have sums of their own;
 * what else comes is summed up in one.
 */
#ifndef COPYDESK_REPORT_GROUPS_H
#define COPYDESK_REPORT_GROUPS_H

#include "report/note.h"

#define GROUPS_MAX 1024

struct group {
	char *name; /* owned; NULL: the rest */
	uint64_t words;
	uint32_t articles, findings;
	uint32_t classes[CLASS_COUNT]; /* articles by class */
	uint32_t rules[TALLY_RULES];   /* findings by rule */
};

struct groups {
	struct group *list; /* owned */
	size_t count, cap;
	uint16_t slots[2 * GROUPS_MAX]; /* place in the list, from 1 */
	struct group rest;
};

/* Zeroed groups are empty. */
void groups_release(struct groups *groups);

/* Add an article; false when memory runs out. */
bool groups_add(struct groups *groups, struct cd_span name,
		const struct note *note);

/* Those with the most findings first. */
void groups_sort(struct groups *groups);

#endif
