/*
 * Inside the quotes stage; its parts are in README.md.
 *
 * A reading is a label for each mark. Its cost is the sum of the marks' costs
 * and of the grammar's; the cheapest reading is the text's. Costs are tenths
 * of a bit: minus ten times the binary logarithm of a probability, so that
 * ten more is half as likely. They were counted on 8,000 quotations in news
 * of some twenty outlets, and made more alike where damage makes a place
 * likelier than clean text shows. tools/costs.py counts them again: on 64,000
 * quotations of 26 collections the costs of double marks that make up 1% or
 * more of their label agree within 3 tenths of a bit, those of single marks
 * within 12 (and an apostrophe is 26 times as frequent as an opening single
 * mark, which costs 50 more here).
 */
#ifndef COPYDESK_STAGES_QUOTES_QUOTES_H
#define COPYDESK_STAGES_QUOTES_QUOTES_H

#include "base/ascii.h"
#include "edit/pass.h"

struct lang_file;

enum quote_family {
	FAMILY_DOUBLE,
	FAMILY_SINGLE,
	FAMILY_BREAK, /* no mark: a paragraph ends here */
};

/* A mark as it is written. */
enum quote_glyph {
	GLYPH_STRAIGHT, /* " ' */
	GLYPH_OPEN,	/* U+201C U+2018: open in English */
	GLYPH_CLOSE,	/* U+201D U+2019: close in English */
	GLYPH_LOW,	/* U+201E U+201A */
	GLYPH_REVERSED, /* U+201F U+201B */
	GLYPH_TICK,	/* `` ` and two U+2018 */
	GLYPH_TICKS,	/* '' U+00B4 and two U+2019 */
	GLYPH_COUNT
};

/* What a mark is read as. */
enum quote_label {
	LABEL_OPEN,
	LABEL_CLOSE,
	LABEL_APOSTROPHE,
	LABEL_LITERAL, /* feet, inches, a sign of another kind */
	LABEL_TWO,     /* '' that are two single marks, the last one
			  closing */
	LABEL_COUNT
};

/* What is beside a mark, other marks passed over. */
enum quote_context {
	CONTEXT_EDGE, /* the paragraph's, with or without space */
	CONTEXT_SPACE,
	CONTEXT_LOWER, /* and letters without case */
	CONTEXT_UPPER,
	CONTEXT_DIGIT,
	CONTEXT_STOP,  /* . ! ? ellipsis */
	CONTEXT_PAUSE, /* , ; : */
	CONTEXT_OPEN_BRACKET,
	CONTEXT_CLOSE_BRACKET,
	CONTEXT_DASH,	/* hyphens too */
	CONTEXT_SYMBOL, /* $ # @ & * % */
	CONTEXT_OTHER,
	CONTEXT_DENSE, /* a letter or a mark of a script that sets no
			  space about quotations: it says nothing */
	CONTEXT_COUNT
};

enum quote_hint {
	HINT_ELISION = 1 << 0,	 /* before 'tis, 'em, 'n' ... */
	HINT_YEAR = 1 << 1,	 /* before two digits: '90s, '08 */
	HINT_SUFFIX = 1 << 2,	 /* before s, ll, re ...: a token set apart, or
				    a double mark for an apostrophe */
	HINT_AFTER_S = 1 << 3,	 /* after s, z, x: a possessive? After ol,
				    an: clipped words */
	HINT_AFTER_IN = 1 << 4,	 /* after in: rockin' */
	HINT_MEASURE = 1 << 5,	 /* feet and inches */
	HINT_HEBREW = 1 << 6,	 /* between Hebrew letters: gershayim */
	HINT_CASELESS = 1 << 7,	 /* beside a letter without case */
	HINT_PREFIX = 1 << 8,	 /* after O, D ... and a space: O 'Brien */
	HINT_ADDRESS = 1 << 9,	 /* within a link or an e-mail address, or a
				    letter, Hawai‘i, or named, or a tear, :'(:
				    it is no mark */
	HINT_CLIPPED = 1 << 10,	 /* around an n that is clipped on both sides */
	HINT_NAME = 1 << 11,	 /* between the and a capital: the 'Canes */
	HINT_ROW = 1 << 12,	 /* in a long row of marks: a rule, or noise */
	HINT_LEFTWARD = 1 << 13, /* beside Arabic or Hebrew text */
	HINT_ENDING = 1 << 14,	 /* before the ending of a quoted word: "A"s */
};

struct quote_mark {
	uint32_t at, end;
	uint8_t family, glyph;
	uint8_t shape;		     /* the glyph it will have */
	uint8_t left, right;	     /* enum quote_context */
	uint8_t left_far, right_far; /* the same, past the spaces */
	uint16_t hints;
	uint8_t label;		    /* written by quotes_pair(), */
	bool unpaired;		    /* as are these: no partner, and
				       not going on */
	int32_t margin;		    /* how much more the next label costs */
	struct quote_mark *partner; /* the other end, in this window */
	uint32_t breaks;	    /* FAMILY_BREAK: paragraphs that end */
	int32_t place[LABEL_COUNT]; /* costs by what is around it */
	int32_t cost[LABEL_COUNT];  /* with those of its shape */
};

/* How far scanning got. Begin with quotes_scan_begin(). */
struct quote_scan {
	const struct pass *pass;
	size_t at;	   /* the next byte to look at */
	size_t row_end;	   /* of the last row of single marks */
	size_t marks_end;  /* of the last row of marks of any kind */
	bool lookalikes;   /* primes and the like are marks, too */
	bool twos;	   /* two single marks close a quotation */
	bool marks_long;   /* that row is one of more than anybody types */
	uint32_t breaks;   /* line ends since the last mark */
	bool soft_lines;   /* one line end does not part */
	size_t brace;	   /* the last "{" before the last mark, or `len` */
	size_t next_brace; /* the next one, or `len` */
};

void quotes_scan_begin(struct quote_scan *scan, const struct pass *pass);

/*
 * The next marks, at most `max` (4 or more), ending at a paragraph where one
 * ends in the second half. The count; 0 at the end of the text.
 */
size_t quotes_scan(struct quote_scan *scan, struct quote_mark *marks,
		   size_t max);

/* lookalike.c: whether the text has it′s with a prime, or another lookalike. */
bool quotes_have_lookalikes(const struct pass *pass);

/*
 * The family of the lookalike at text[at], which ends at *end, in such a text;
 * FAMILY_BREAK: there is none, or it measures.
 */
enum quote_family quotes_lookalike_at(const struct pass *pass, size_t at,
				      size_t *end);

static inline bool quote_is_letter(uint8_t context)
{
	return context == CONTEXT_LOWER || context == CONTEXT_UPPER;
}

/* The context of a mark that has the code point on its left, or right. */
uint8_t quote_context_left(uint32_t point);
uint8_t quote_context_right(uint32_t point);

/* Marks of direction and joiners: they are passed over. */
bool quote_is_unseen(uint32_t point);

/*
 * The end of the code that the backtick at `at` begins, marks inside it being
 * none; `at` where it begins none.
 */
size_t quote_code_end(const struct pass *pass, size_t at);

/*
 * After the straight marks that open at `at` around what a function is called
 * with, a value (NAME="value", -m "value"), a name in a list (names["Ida"]),
 * the title of a Markdown link, or a tag of a game of chess; or after the list
 * or the object of JSON whose first string they are around. `at` where they do
 * not.
 */
size_t quote_argument_end(const struct pass *pass, size_t at);

/*
 * After the regular expression that holds the straight mark at `at`, or after
 * the primes that begin there (f'(x), y'' = 4); `at` where there is neither.
 */
size_t quote_formula_end(const struct pass *pass, size_t at);

/*
 * After the quotation that the mark at `at` begins within another one, with
 * another language's marks and nothing beside them: “„Nein.“”; else `at`.
 */
size_t quote_cited_end(const struct pass *pass, size_t at);

/*
 * After the tag of a template that the mark at `at` is in ({% youtube "a" %},
 * {{ name("a") }}), or after a block of style or code on its line, whose last
 * sign is ";"; `at` where it is in none. `brace` is the last "{" before
 * it, or the length of the text.
 */
size_t quote_template_end(const struct pass *pass, size_t brace, size_t at);

/*
 * Whether the second of two single marks, which ends at `at`, is the apostrophe
 * of a word (''Tis so,'): no two marks close what they would open.
 */
bool quotes_elides_after_single(const struct pass *pass, size_t at);

/*
 * Whether the first of two single marks at `at` is a possessive's: in 'Lowes''
 * only single marks are on the line before it, and one that may open.
 */
bool quotes_possesses_in_single(const struct pass *pass, size_t at);

#define QUOTE_WORD_MAX 16 /* longer words are in no list */

/* A lower-cased ASCII word; len 0: none, a longer one, or another script's. */
struct quote_word {
	char bytes[QUOTE_WORD_MAX];
	size_t len;
	size_t end; /* after it in the text */
};

struct quote_word quote_word_at(const struct pass *pass, size_t at);

/* What follows `SIGN WORD ` on its line of a sorted file; NULL: no such line.
 */
const char *quote_word_line(const struct lang_file *file, char sign,
			    const struct quote_word *word);

/*
 * How much the words beside a double mark speak for an opening one, in tenths
 * of a bit; below 0 for a closing one.
 */
int quotes_speech(const struct pass *pass, const struct quote_mark *mark);

/* What the text around a mark tells about apostrophes and measures. */
uint16_t quotes_hints(const struct pass *pass, const struct quote_mark *mark);

/* Feet, inches, minutes of arc: what is before a mark is a number of them. */
bool quotes_is_measure(const struct pass *pass, const struct quote_mark *mark);

/*
 * Whether a double mark closes what opened on its line, since nothing
 * else does: the "like"s. In "the town"s fault," it is an apostrophe.
 */
bool quotes_closes_before_ending(const struct pass *pass,
				 const struct quote_mark *mark);

/* Whether a year without its century follows the mark: '98, '60s. */
bool quotes_is_year(const struct pass *pass, const struct quote_mark *mark);

/* Whether the text speaks of the mark itself: the ' key. */
bool quotes_is_named(const struct pass *pass, const struct quote_mark *mark);

/* Whether a comma opened what the mark closes: ,Luxus‘ of German. */
bool quotes_follows_comma(const struct pass *pass,
			  const struct quote_mark *mark);

/*
 * Whether the mark is a letter, or a sign of one: Hawai‘i, o‘ of Uzbek, a
 * geresh, the marks that Armenian sets after a vowel.
 */
bool quotes_is_letter_sign(const struct pass *pass,
			   const struct quote_mark *mark);

/* The hints that the script beside the mark gives. */
uint16_t quotes_script_hints(const struct pass *pass,
			     const struct quote_mark *mark);

/* ' ` and the curly single marks. */
bool quotes_is_single_mark(uint32_t point);

/* The lists with the word before the space at text[at - 1]. */
uint32_t quotes_lists_before(const struct pass *pass, size_t at);

static inline bool quote_is_digit(const struct pass *pass, size_t at)
{
	return at < pass->len && ascii_is_digit((unsigned char)pass->text[at]);
}

/* Whether the lower-cased word at text[at, end) never follows a quotation. */
bool quotes_is_suffix(const struct pass *pass, size_t at, size_t end);

/* Whether quotations open with two commas, typed for \u201E: Dutch, Polish. */
enum quote_commas {
	COMMAS_NONE,
	COMMAS_OPEN_ONE, /* once, in another language: '' may close it */
	COMMAS_OPEN,	 /* more often: " may, too */
};

/* Marks that are read together. */
struct quote_window {
	struct quote_mark *marks;
	size_t count;
	unsigned state; /* the grammar's, 0 before the first window */
	bool last;	/* the text ends after them */
	bool part;	/* the text has marks of other windows */
	enum quote_commas commas;
	size_t done;			    /* where the last edit ended */
	void *scratch;			    /* quotes_pair_room() bytes */
	const struct quote_marks *language; /* whose marks they become */
};

/*
 * The marks of the language that was said; where none was, English ones,
 * unless the text is in another language: then its own, or those that it has.
 */
const struct quote_marks *quotes_language(struct pass *pass);

/*
 * Whether quotations open with two commas: what closes them then stays as it
 * was typed, too.
 */
enum quote_commas quotes_open_with_commas(const struct pass *pass);

/* Fills place[] of each mark. */
void quotes_place(const struct pass *pass, struct quote_window *window);

/* Fills cost[] of each mark, trusting shapes as far as all of them agree. */
void quotes_weigh(struct quote_window *window);

/* Bytes of scratch memory for `count` marks. */
size_t quotes_pair_room(size_t count);

/*
 * Labels, partners and margins of all marks, from the state `from`; the state
 * after them.
 */
unsigned quotes_pair(struct quote_window *window, unsigned from);

/* As quotes_pair(), but plain paragraphs are read the short way. */
unsigned quotes_read(struct quote_window *window, unsigned from);

/*
 * Sets each mark's shape to that of what it becomes. Whether one changed: then
 * the marks must be weighed and paired again, or a second run would read the
 * text differently.
 */
bool quotes_reshape(struct pass *pass, struct quote_window *window);

/* Edits and notes of all marks. */
void quotes_emit(struct pass *pass, struct quote_window *window);

#endif
