/*
 * What the whitespace stage's parts share, and what each is asked; wrap.h has
 * those of line ends.
 *
 * The stage walks over the text once, from one hot byte to the next, and asks
 * at each which rule knows it. A gap is a maximal run of white space; each gap
 * is decided as a whole, once, so edits come out ascending and never overlap.
 */
#ifndef COPYDESK_STAGES_WHITESPACE_SCAN_H
#define COPYDESK_STAGES_WHITESPACE_SCAN_H

#include "base/ascii.h"
#include "edit/shape.h"
#include "lang/abbreviations.h"
#include "stages/stage.h"
#include "unicode/props.h"

/* Lines between two blank ones, as they are set. */
struct layout_block {
	size_t at, end;
	size_t base;   /* bytes of indent that all lines have */
	size_t margin; /* the same that goes: of a list, that of its items */
	size_t widest; /* columns */
	bool set;      /* its indents are meant: verse, code, lists in lists */
	bool stanza;   /* it is verse that is set */
	bool nested;   /* it is such a list */
	bool table;    /* with tabs, or of cells with several lines */
	bool filled;   /* lines go on in small letters, and none had room */
	bool verse;    /* none does, and most end in a mark */
};

/* What an article does with its hyphens. */
struct token_hyphens {
	bool read;
	bool dashes;  /* it has dashes, or rows of hyphens for them */
	bool marked;  /* it has @-@ for a hyphen */
	bool kept[2]; /* a hyphen is within a word; with a number */
	size_t apart; /* hyphens between two spaces */
};

/* What "#" before a space is. */
enum hash {
	HASH_SIGN,
	HASH_TAG,   /* "# topic", where posts are cited by their "@name" */
	HASH_DIGIT, /* "# percent", beside "#.#" */
};

struct scanner {
	struct pass *pass;
	const char *text;
	size_t len;
	size_t next;	    /* decided up to here: later edits only */
	struct shape shape; /* of a wrapped article */
	bool wrapped, flattened, tokenised;
	struct shape_block block; /* that the walk is in, where some are broken
				     into lines */
	struct layout_block layout; /* the same, as it is set */
	bool evidence;		    /* runs of spaces stand for lost marks */
	bool french;		    /* a space before ? ! : ; is the custom */
	bool glued;		    /* sentences are glued in several places */
	/* What the survey says may be there at all. */
	bool may_glue;	 /* marks without their space */
	bool may_join;	 /* capitals within words */
	bool may_close;	 /* gaps after a mark that close up */
	bool may_be_odd; /* tabs, exotic spaces, separated apostrophes */
	bool spaced;	 /* numbers have a space in them */
	enum hash hash;
	bool ticks; /* ` opens, so that ' does not */
	bool low;   /* \u201E or \u201A opens, and \u201C or \u2018 closes */
	/* A sentence is glued after a small word; asked when first needed. */
	bool glue_asked, glue_sure;
	/* The text names functions, "main()"; the same. */
	bool calls_asked, calls;
	/* Question marks stand for marks that were lost; the same. */
	bool lost_asked, lost;
	unsigned names_asked; /* how often the text was searched for a name */
	size_t line;	      /* the start of the line that is walked over */
	bool rows;	      /* there may be tables */
	/* The line that was last asked whether it is a table's row. */
	size_t row_start, row_end;
	bool row;
	/* Double quotation marks: read up to quote_seen; the last one, and
	   whether it opens; the next one, or line end, after a gap. */
	size_t quote_seen, quote_before, quote_after;
	bool quote_open;
	/* Single marks: read up to single_seen; where one opened, if one is. */
	size_t single_seen, single_at;
	bool single_open;
	struct token_hyphens hyphens;
};

/* A run of white space, [at, end). */
struct gap {
	size_t at, end;
	size_t width;		    /* code points that are not line ends */
	size_t lines;		    /* line ends */
	size_t break_at, break_end; /* first line end's start, last's end */
	bool odd;		    /* a line end that is not \n */
	bool exotic;		    /* a space that is not U+0020 */
	bool filled;		    /* white space between line ends */
};

/* Read the gap at `at`; nothing (end == at) where there is no white space. */
void gap_read(const char *text, size_t len, size_t at, struct gap *gap);

/* The length of the white space code point at `at`: 0 when it is none. */
size_t space_length(const char *text, size_t len, size_t at);

/* scan.c: make the edit, unless the rule is off; whether it was made. */
bool scanner_put(struct scanner *scanner, unsigned rule, size_t at, size_t end,
		 const char *text);

static inline unsigned char byte_at(const struct scanner *scanner, size_t at)
{
	return bytes_at(scanner->text, scanner->len, at);
}

/* 0 outside the text, also where a place before it was asked for: at - 2. */
static inline unsigned char byte_before(const struct scanner *scanner,
					size_t at)
{
	return byte_at(scanner, at - 1);
}

/* How many digits end at `at`. */
static inline size_t digits_before(const struct scanner *scanner, size_t at)
{
	size_t count = 0;

	while (ascii_is_digit(byte_before(scanner, at - count)))
		count++;
	return count;
}

/* Whether `literal` is at `at`; inline, so that its length is a constant.
 */
static inline bool stands_at(const struct scanner *scanner, size_t at,
			     const char *literal)
{
	return bytes_begin(scanner->text, scanner->len, at, literal);
}

/* Whether `literal` ends at `at`. */
static inline bool stands_before(const struct scanner *scanner, size_t at,
				 const char *literal)
{
	return bytes_end(scanner->text, at, literal);
}

/* Whether nothing of a word is at `at`. */
static inline bool scanner_word_ends(const struct scanner *scanner, size_t at)
{
	return !unicode_is_word(utf8_at(scanner->text, scanner->len, at));
}

/* Where the letters begin that end at `end`. */
static inline size_t scanner_word_front(const struct scanner *scanner,
					size_t end)
{
	size_t at = end;

	while (at && unicode_is_letter(utf8_before(scanner->text, at)))
		utf8_previous(scanner->text, &at);
	return at;
}

/* Where the letters end that begin at `at`. */
static inline size_t scanner_word_end(const struct scanner *scanner, size_t at)
{
	while (unicode_is_letter(utf8_at(scanner->text, scanner->len, at)))
		utf8_next(scanner->text, &at);
	return at;
}

static inline bool scanner_is_capital(const struct scanner *scanner, size_t at)
{
	return unicode_is_upper(utf8_at(scanner->text, scanner->len, at));
}

/* The lists with the word that begins at `at`; 0: none does. */
static inline uint32_t scanner_word_at(const struct scanner *scanner, size_t at)
{
	return word_lists_at(scanner->pass->settings->lists, scanner->text,
			     scanner->len, at);
}

/* The lists with the word that ends at `at`. */
static inline uint32_t scanner_word_before(const struct scanner *scanner,
					   size_t at)
{
	return word_lists_before(scanner->pass->settings->lists, scanner->text,
				 at);
}

/* closing.c: one gap between words of a line, or a line end to be joined */
bool gap_closes(struct scanner *scanner, const struct gap *gap);

/* meant.c: it stays, as French sets it, and others */
bool gap_is_meant(struct scanner *scanner, const struct gap *gap);

/* before_mark.c: a mark after the gap that belongs to the word before it; one
 * that has its space on the wrong side
 */
bool gap_is_before_mark(struct scanner *scanner, const struct gap *gap);
bool gap_is_turned(struct scanner *scanner, const struct gap *gap);

/* lost_dash.c: the question mark after the gap may have been a dash */
bool question_was_dash(struct scanner *scanner, const struct gap *gap);

/* lines.c: gaps that hold a line end, or are at either end of the text */
void lines_decide(struct scanner *scanner, const struct gap *gap);

/* rows.c: rows of a table */
bool lines_may_be_rows(const struct scanner *scanner);
bool lines_is_row(struct scanner *scanner, size_t at);
bool lines_ends_in_figures(const struct scanner *scanner, size_t start);

/* leader.c: a row of stops, "Dogs ..... free", in a line; in the text */
bool leader_in_line(const char *line, size_t len);
bool leader_in_text(const struct scanner *scanner);

/* The article or the language has the lower-cased word; in hyphen.c. */
bool scanner_knows(struct scanner *scanner, const char *word, size_t len);

/* hyphen.c: "com- mittee": a line ended there once */
bool hyphen_closes(struct scanner *scanner, const struct gap *gap);

/* columns.c */
#define COLUMN_GAP 3 /* spaces between two cells */

/* A cell begins at the same column in both; in the first after a wide gap. */
bool columns_share(const char *line, size_t len, const char *other,
		   size_t other_len);

/* All wide gaps of one line are where the other has one, too. */
bool columns_are_aligned(const char *line, size_t len, const char *other,
			 size_t other_len);

/* table_head.c: a short line, from text[at] on, or two are above a table's rows
 */
bool lines_heads_rows(struct scanner *scanner, size_t at);

/* quotation.c: the gap is between a mark that opens and one that closes */
bool quotation_holds(struct scanner *scanner, const struct gap *gap);

/*
 * Whether a quotation that is open, in mid-sentence, has a mark again where the
 * next line begins, as papers set each line of one up to 1900.
 */
bool quotation_opens_anew(struct scanner *scanner, const struct gap *gap);

/* flat.c: two spaces or more, and odd spaces */
void run_decide(struct scanner *scanner, const struct gap *gap);
void run_note_mark(struct scanner *scanner, const struct gap *gap);

/* numbers.c: the gap is within a number, or beside its sign */
bool number_closes(struct scanner *scanner, const struct gap *gap);

/* numbers.c: what "#" by itself stands for in a tokenised text */
enum hash number_read_hash(const struct scanner *scanner);

/* tokens.c: what a tokeniser separated */
bool token_closes(struct scanner *scanner, const struct gap *gap);
/* token_hyphen.c: " - " for the hyphen in a word; joined, if it is */
bool token_joins_hyphen(struct scanner *scanner, const struct gap *gap);
/* "the  ’s business": is the word gone that the suffix hung on to? */
enum token_lost {
	TOKEN_WHOLE,
	TOKEN_LOST,	  /* no suffix hangs on to the word before */
	TOKEN_MAYBE_LOST, /* one may: joining would be a guess */
};
enum token_lost token_lacks_word(const struct scanner *scanner,
				 const struct gap *gap);

/* lone_marks.c: "a ' joke ' on", "6 ' 11": single marks by themselves */
enum lone_gap {
	LONE_NONE,
	LONE_CLOSES,
	LONE_STAYS, /* before a mark that opens, after one that closes */
};
enum lone_gap lone_mark_decide(struct scanner *scanner, const struct gap *gap);

/*
 * Whether the mark before `after` opens a quotation, though a plural is before
 * it: "the words ' Ida Moss ' on". The next mark between spaces comes after no
 * plural, and each has a partner. "The sisters ' car is a ' wreck '" has three,
 * "the nurses ' and teachers ' unions" two plurals.
 */
bool lone_mark_opens(const struct scanner *scanner, size_t after);

bool token_negation(struct scanner *scanner, size_t at);

/* initials.c: letters that a space parts, from the first gap on */
bool initials_close(struct scanner *scanner, const struct gap *gap);

/* join.c: words run together; the capital is at `at` */
bool join_decide(struct scanner *scanner, size_t at);

/*
 * stop_name.c: the word at `start`, its stop and the word at `at` are a name:
 * it comes again, or no other sentence is glued, the capital before the stop is
 * a common word's, and what follows it is none that is long
 */
bool stop_name_is(struct scanner *scanner, size_t start, size_t at);

/* "Anderson .Paak": no word that begins a sentence, after a capital; or it
   comes again. */
bool stop_name_begins(struct scanner *scanner, const struct gap *gap);

/* "task.Courier", beside functions' names: the word at `at` is none that the
   language knows. */
bool stop_name_is_member(struct scanner *scanner, size_t at);

/*
 * host.c: a link, an address, a path or code is around `at`: what is between
 * spaces holds / or @, or it is as `port.Open("quay")`
 */
bool host_is_around(const struct scanner *scanner, size_t at);

/*
 * host.c: letters [at, end), after a full stop, are a domain's or a file's:
 * "Pier.Network," as the name of a host, "Amazon.Com", "Ellis.De today"; not
 * "Ellis.De Winter", "left.De winter", "vote.EU", "vote.It"
 */
bool host_is_name(const struct scanner *scanner, size_t at, size_t end);

/* glue.c: a sentence end without its space; `at` is after the mark */
bool glue_decide(struct scanner *scanner, size_t at);

#endif
