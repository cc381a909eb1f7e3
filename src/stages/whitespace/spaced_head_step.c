/*
 * Headings whose letters are set apart: "S P O R T S", "H A R B O U R   N E W
 * S".
 *
 * A row of single capitals is joined where each of its words is known and one
 * is long enough to be no accident. Rows one below the other, or with a blank
 * line between them, are a puzzle or a table, but where all of them are so: a
 * heading of which each word became a line.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "stages/whitespace/known.h"

#define ROW_LETTERS 2	 /* at least, of a row beside others */
#define LEAST_LETTERS 4	 /* of a row by itself */
#define PROOF 5		 /* letters of a word that is no accident */
#define PROOF_PARTED 3	 /* the same where wider gaps part words, */
#define PARTED_LETTERS 6 /* of so many letters together */
#define PIECE 3		 /* the same in words that no gap tells apart */
#define MOST_GAP 3	 /* spaces between the letters of a word */

/* Bytes [at, end), without spaces around; the next line begins at `next`. */
struct row {
	size_t at, end, next;
	size_t letters;
	size_t gap; /* spaces between the letters of a word */
};

/* Whether the line at `at` is a row of single capitals. */
static bool row_read(struct row *row, const struct pass *pass, size_t at)
{
	*row = (struct row){ .at = skip_spaces(pass->text, pass->len, at),
			     .gap = MOST_GAP + 1 };
	for (at = row->at; ascii_is_upper(pass_byte(pass, at));) {
		const size_t next = skip_spaces(pass->text, pass->len, at + 1);

		row->letters++;
		row->end = at + 1;
		at = next;
		if (next == pass->len || pass->text[next] == '\n')
			break;
		if (next == row->end)
			return false;
		if (next - row->end < row->gap)
			row->gap = next - row->end;
	}
	row->next = at + 1;
	return row->letters >= ROW_LETTERS && row->gap <= MOST_GAP &&
	       (at >= pass->len || pass->text[at] == '\n');
}

/* The next word of a row; `at` moves after the gap that follows it. */
static bool take_word(struct known_word *word, const struct pass *pass,
		      const struct row *row, size_t *at)
{
	word->len = 0;
	while (*at < row->end) {
		const size_t end = *at + 1;

		if (!known_word_add(word, pass->text[*at]))
			return false;
		*at = skip_spaces(pass->text, pass->len, end);
		if (*at - end != row->gap)
			return true;
	}
	return true;
}

static bool is_word(struct pass *pass, const struct known_word *word)
{
	return word->len > 1 ? known_at_all(pass, word)
			     : known_lists(pass, word) & LIST_SINGLE;
}

/* The longest word that is known; *all: each of them is. */
static size_t longest_known(struct pass *pass, const struct row *row, bool *all)
{
	struct known_word word;
	size_t longest = 0;

	*all = true;
	for (size_t at = row->at; at < row->end;) {
		if (!take_word(&word, pass, row, &at))
			return 0;
		if (!is_word(pass, &word))
			*all = false;
		else if (word.len > longest)
			longest = word.len;
	}
	return longest;
}

/* The letters [from, to) of a word are one that is known. */
static bool is_piece(struct pass *pass, const struct known_word *word,
		     size_t from, size_t to)
{
	struct known_word piece = { .len = to - from };

	memcpy(piece.letters, word->letters + from, piece.len);
	return known_by_language(pass, &piece);
}

/* The row's letters, taken as one word, are several that are known. */
static bool is_several(struct pass *pass, const struct row *row)
{
	bool ends[KNOWN_MAX + 1] = { true };
	struct known_word word;
	size_t at = row->at;

	if (!take_word(&word, pass, row, &at) || at < row->end)
		return false;
	for (size_t to = PIECE; to <= word.len; to++)
		for (size_t from = 0; from + PIECE <= to && !ends[to]; from++)
			ends[to] =
				ends[from] && is_piece(pass, &word, from, to);
	return ends[word.len];
}

static void join(struct pass *pass, const struct row *row)
{
	pass_begin(pass, RULE_WHITESPACE_SPACED_HEAD, row->at, row->end, NULL);
	for (size_t at = row->at + 1; at < row->end;) {
		const size_t end = skip_spaces(pass->text, pass->len, at);

		pass_edit(pass, at, end, " ", end - at != row->gap, 100);
		at = end + 1;
	}
	pass_end(pass);
}

static void report(struct pass *pass, const struct row *row)
{
	bool all;

	if (row->letters >= LEAST_LETTERS &&
	    (longest_known(pass, row, &all) >= LEAST_LETTERS ||
	     is_several(pass, row)))
		pass_note(pass, RULE_WHITESPACE_SPLIT_WORD, row->at, row->end,
			  NULL);
}

/* Rows that follow each other, with a blank line between them at most. */
struct rows {
	struct row first;
	size_t count, longest; /* longest: letters of a word that is known */
	bool all;	       /* all words are */
	size_t next;	       /* the line after them */
};

static bool next_row(struct row *row, const struct pass *pass)
{
	size_t at = row->next;

	if (pass_byte(pass, skip_spaces(pass->text, pass->len, at)) == '\n')
		at = skip_spaces(pass->text, pass->len, at) + 1;
	return at < pass->len && row_read(row, pass, at);
}

static void rows_read(struct rows *rows, struct pass *pass,
		      const struct row *first)
{
	struct row row = *first;

	*rows = (struct rows){ .first = *first, .all = true };
	do {
		bool all;
		const size_t longest = longest_known(pass, &row, &all);

		rows->all = rows->all && all;
		rows->count++;
		rows->next = row.next;
		if (longest > rows->longest)
			rows->longest = longest;
	} while (next_row(&row, pass));
}

/* "She spelled it for him:" leads to it. */
static bool is_spelled(const struct pass *pass, const struct row *row)
{
	size_t at = skip_white_back(pass->text, 0, row->at);

	return pass_byte_before(pass, at) == ':';
}

/* "T H E  E N D": gaps that part words which are known are no accident. */
static size_t proof_of(const struct pass *pass, const struct rows *rows)
{
	const struct row *row = &rows->first;
	bool parted = false;

	for (size_t at = row->at + 1; at < row->end;) {
		const size_t end = skip_spaces(pass->text, pass->len, at);

		parted |= end - at > row->gap;
		at = end + 1;
	}
	return rows->count == 1 && parted && row->letters >= PARTED_LETTERS
		       ? PROOF_PARTED
		       : PROOF;
}

static void see_rows(struct pass *pass, const struct rows *rows)
{
	struct row row = rows->first;

	if (!rows->all || rows->longest < proof_of(pass, rows) ||
	    !known_tells(pass) || is_spelled(pass, &row)) {
		if (rows->count == 1)
			report(pass, &row);
		return;
	}
	if (!pass_selects(pass, RULE_WHITESPACE_SPACED_HEAD))
		return;
	for (size_t i = 0; i < rows->count; i++) {
		join(pass, &row);
		next_row(&row, pass);
	}
}

static void run(struct pass *pass)
{
	struct rows rows;
	struct row row;

	for (size_t at = 0; at < pass->len;) {
		const char *end;

		if (row_read(&row, pass, at)) {
			rows_read(&rows, pass, &row);
			see_rows(pass, &rows);
			at = rows.next;
			continue;
		}
		end = memchr(pass->text + at, '\n', pass->len - at);
		if (!end)
			break;
		at = (size_t)(end - pass->text) + 1;
	}
}

static bool wanted(const struct survey *survey, const struct settings *settings)
{
	return survey->spaced_heads &&
	       (settings_select(settings, RULE_WHITESPACE_SPACED_HEAD) ||
		settings_select(settings, RULE_WHITESPACE_SPLIT_WORD));
}

const struct stage spaced_head_stage = {
	.name = "whitespace",
	.rule = RULE_ANY,
	.wanted = wanted,
	.run = run,
	.unmarks = true,
};
