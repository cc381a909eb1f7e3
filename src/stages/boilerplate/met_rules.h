/* The rules that the prefilter met in a line. */
#ifndef COPYDESK_BOILERPLATE_MET_RULES_H
#define COPYDESK_BOILERPLATE_MET_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MET_ROOM 64

/*
 * The rules whose literals are in a line: no others that have literals can
 * match it.
 */
struct met_rules {
	size_t at, end;	 /* the line, in bytes of the text */
	size_t words;	 /* in it */
	unsigned others; /* the edges at which it may pass, if it does not */
	/*
	 * Whether all rules are there that can match where the line's end is no
	 * open one, and all words are tokens: addresses may lead to others.
	 */
	bool whole;
	size_t count;
	uint32_t rules[MET_ROOM]; /* in the order of the words */
};

#endif
