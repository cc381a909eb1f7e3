/*
 * What a line end was: a part of a paragraph that a program broke into lines,
 * or one that was meant, as those of lists, headings, verse and tables are.
 */
#ifndef COPYDESK_STAGES_WHITESPACE_WRAP_H
#define COPYDESK_STAGES_WHITESPACE_WRAP_H

#include "stages/whitespace/scan.h"

/* wrap.c: what a line end in a wrapped article was */
enum wrap_break {
	WRAP_KEEP,
	WRAP_JOIN,
	WRAP_PARAGRAPH,
	WRAP_HYPHEN,
	WRAP_WORD
};
enum wrap_break wrap_decide(struct scanner *scanner, const struct gap *gap);

/* set_in.c: whether the next line is indented as its block is, or as its item
   is. */
bool wrap_is_set_in(struct scanner *scanner, const struct gap *gap);

/*
 * Lines of verse, or of a table: three in a row are set in, and the next one
 * not as far as one beside it (of two the last may be a signature); or several
 * as far as it end in mid-sentence.
 */
bool wrap_is_verse(const struct scanner *scanner, const struct gap *gap);

/* wrap_lines.c: how wide text[at, end) is: in code points, or in bytes, as the
 * shape says. */
size_t wrap_columns(const struct scanner *scanner, size_t at, size_t end);

/* The line before a gap, as it will be without runs, and the one after it. */
struct shape_line;
void wrap_read_lines(const struct scanner *scanner, const struct gap *gap,
		     struct shape_line *line, struct shape_line *next);

/* The columns of white space at `at`, where a line starts; *end: after it. */
size_t wrap_indent(const struct scanner *scanner, size_t at, size_t *end);

/* Not all is small, and marks are left: sentences begin with capitals, and a
   small letter goes on. */
bool wrap_tells_sentences(const struct scanner *scanner);

/* The line that ends at a gap. */
struct wrapped_line {
	size_t indent, columns;
	size_t with_word; /* columns with the next line's first word */
	bool full;	  /* the next line's first word would not have fitted */
	bool ended;	  /* with a sentence, or a colon */
	bool item;	  /* with a semicolon */
};

/* item.c: whether the line after the gap begins an item, */
bool wrap_is_item(const struct scanner *scanner,
		  const struct wrapped_line *line, const struct gap *gap);

/* or may: a line of a list without bullets goes on, or one begins. */
bool wrap_may_be_item(const struct scanner *scanner, const struct gap *gap);

/* Whether an item of a list begins at `at`: a bullet, or a number. */
bool wrap_begins_item(const struct scanner *scanner, size_t at);

/* Whether an item of a list that is set in begins at `at`: "o", "+", "[1]". */
bool wrap_begins_inner(const struct scanner *scanner, size_t at);

/*
 * "b. Roads" and Word's "o Roads", where a sentence ended: none begins with a
 * small letter. Not "5 p." and "m. The", which a line's end parted.
 */
bool wrap_begins_lettered(const struct scanner *scanner, const struct gap *gap);

/* line_labels.c: a dateline or a label begins at `at`, */
bool wrap_begins_dateline(const struct scanner *scanner, size_t at);
bool wrap_begins_label(const struct scanner *scanner, size_t at);

/* or, after the gap, who said what is above it, or who speaks next in a chat;
 */
bool wrap_begins_voice(const struct scanner *scanner, const struct gap *gap);

/*
 * or the line and the next one are fields of a mail's header, "From: Ida"
 * and "Subject: boats", or lines that it quotes, by ": ", or references.
 */
bool wrap_are_entries(const struct scanner *scanner, const struct gap *gap);

/*
 * A line before the gap that stands by itself: a block's first, words in
 * capitals before others, where it is not full or a capital follows; all of it
 * in brackets; or one that is not full, before an address on its own line.
 */
bool wrap_is_heading(const struct scanner *scanner, const struct gap *gap,
		     bool full);

/* A line in capitals at `at`, after one that has small letters. */
bool wrap_begins_heading(const struct scanner *scanner, size_t at);

/* list.c: a colon before the gap, and items after it that end in semicolons or
   are brief; or several brief lines after it. */
bool wrap_opens_list(const struct scanner *scanner, const struct gap *gap);
/* A semicolon before it, or a brief line, and lines that end or are so back to
   one with a colon; or one of several brief lines. */
bool wrap_ends_item(const struct scanner *scanner, const struct gap *gap);
/* Whether a sentence ends within text[at, end). */
bool wrap_holds_end(const struct scanner *scanner, size_t at, size_t end);
/* A small letter at `at`, although the sentence in the line [before, end) has
   ended where there was room for more, or before a blank line: a list begins.
 */
bool wrap_begins_small(const struct scanner *scanner, size_t before, size_t end,
		       size_t at);
/* The line may be an item of a list without bullets, as shape_lists() says. */
bool wrap_is_listed(const struct scanner *scanner, const struct gap *gap);

/* torn.c: a paragraph of lines of this width goes on after a blank line */
bool wrap_is_torn(struct scanner *scanner, const struct gap *gap, size_t width);

/* layout.c: the block that the line after a gap is in; whether its lines stay
 */
const struct layout_block *layout_see(struct scanner *scanner,
				      const struct gap *gap);
bool layout_is_table(struct scanner *scanner, size_t line);
bool layout_keeps_lines(struct scanner *scanner, const struct gap *gap);

/* blocks.c: the same in an article of which only blocks are wrapped */
enum wrap_break block_decide(struct scanner *scanner, const struct gap *gap);

/* hyphen.c: what the hyphen before a line's end stands for */
enum wrap_break hyphen_decide(struct scanner *scanner, const struct gap *gap);

#endif
