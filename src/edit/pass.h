/*
 * A pass: what a stage sees, and how it says what it found.
 *
 * A stage reads `text`, decides by `survey` and `settings`, and calls the
 * functions below at ascending places. Errors are sticky: after a failed call
 * further calls do nothing, and the engine drops the pass.
 *
 * A rule that is not selected neither edits nor reports: these functions see
 * to it, so that a stage need not ask. Where a rule's work is dear, ask
 * pass_selects() first.
 */
#ifndef COPYDESK_EDIT_PASS_H
#define COPYDESK_EDIT_PASS_H

#include <copydesk.h>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/skip.h"
#include "base/utf8.h"
#include "edit/foreign.h"
#include "edit/layer.h"
#include "edit/survey.h"
#include "text/article_words.h"
#include "text/word_lists.h"

struct lang;
struct line_scorer;
struct restore_leasts;
struct restore_model;

/* A desk's options in the form that stages need. Immutable. */
struct settings {
	enum cd_quotes quotes;
	enum cd_casing casing;
	enum cd_dashes dashes;
	bool no_model;
	bool markdown;		 /* the texts are Markdown, and stay so */
	enum cd_lines lines;	 /* what the texts may get of them */
	bool no_reuse;		 /* each pass works all out again; for tests */
	const struct lang *lang; /* static */
	const struct word_lists *lists;	     /* of its words; owned by desk */
	const struct restore_leasts *leasts; /* owned by desk */
	const struct restore_model *model;   /* NULL: none for this language */
	const struct strip_rules *strip;  /* boilerplate rules; owned by desk */
	const struct line_scorer *scorer; /* owned by desk; NULL: none */
	unsigned scorer_mode;		  /* enum scorer_mode */
	const struct quote_marks *marks;  /* of the language; NULL: none said */
	uint64_t selected[4];		  /* a bit for each enum rule */
	/* of stages[] those that have a selected rule, a bit for each: that
	   decode, that come after them, and that only report */
	uint64_t decoding, mending, reporting;
	/* those that may have work where the survey saw a sign, for each bit
	   of enum survey_seen, and those that ask for none */
	uint64_t seeing[32], asking;
};

struct pass {
	const char *text; /* valid UTF-8, borrowed */
	size_t len;
	const struct survey *survey; /* of `text` */
	const struct settings *settings;
	struct arena *arena;	       /* the article's: for edits' texts */
	struct layer *layer;	       /* where edits and findings go */
	void **memory;		       /* NULL, or what the stage keeps for the
					  next iteration: NULL at first */
	enum other_language *language; /* NULL, or what is known of `text`:
					  unasked at first */
	struct article_words words;    /* of `text`, as far as asked after */
	bool failed;		       /* memory ran out, or */
	bool misplaced;		       /* an edit lay over another */
};

/* The byte at text[at], or before it; 0 outside the text. */
static inline unsigned char pass_byte(const struct pass *pass, size_t at)
{
	return bytes_at(pass->text, pass->len, at);
}

/* Whether `word` is at text[at]. */
static inline bool pass_has(const struct pass *pass, size_t at,
			    const char *word)
{
	return bytes_begin(pass->text, pass->len, at, word);
}

static inline unsigned char pass_byte_before(const struct pass *pass, size_t at)
{
	return bytes_before(pass->text, at);
}

/* Whether text[at] begins its line, but for an indent, which may go. */
static inline bool pass_begins_line(const struct pass *pass, size_t at)
{
	at = skip_blanks_back(pass->text, 0, at);
	return !at || pass->text[at - 1] == '\n';
}

/* The code point at text[at]; 0 at the end. */
static inline uint32_t pass_point(const struct pass *pass, size_t at)
{
	return utf8_at(pass->text, pass->len, at);
}

/* Whether the text has a word, or a compound, of ASCII letters in small ones.
 */
bool pass_has_word(struct pass *pass, const char *word, size_t len);

bool settings_select(const struct settings *settings, unsigned rule);
bool pass_selects(const struct pass *pass, unsigned rule);

/*
 * A finding with one edit: bytes [at, end) become `len` bytes of `text`, which
 * must be static or from pass->arena. `at` may not be before the last edit's
 * end. Nothing is recorded where the text is there already.
 */
void pass_replace(struct pass *pass, unsigned rule, size_t at, size_t end,
		  const char *text, size_t len);

/*
 * A copy of bytes that an edit writes; "" where memory runs out: the pass has
 * failed, and takes no edit.
 */
const char *pass_copy(struct pass *pass, const char *bytes, size_t len);

/* As pass_replace(), by a code point. */
void pass_put_point(struct pass *pass, unsigned rule, size_t at, size_t end,
		    uint32_t point);

/* The same for a NUL-terminated text. */
void pass_put(struct pass *pass, unsigned rule, size_t at, size_t end,
	      const char *text);

void pass_delete(struct pass *pass, unsigned rule, size_t at, size_t end);

/*
 * As pass_delete(), for one of many characters: side by side they are one
 * finding, so that a text full of them does not have one for each byte.
 */
void pass_delete_run(struct pass *pass, unsigned rule, size_t at, size_t end);

/*
 * As pass_delete(), for a span of words: it is listed by cd_stripped() and
 * taken out of the skeleton that must be preserved.
 */
void pass_strip(struct pass *pass, unsigned rule, size_t at, size_t end);

/* A span that goes, as far as that is sure: percent. */
struct strip {
	unsigned rule;
	size_t at, end;
	int confidence;
};

/* As pass_strip(), for what was not found by a rule. */
void pass_strip_unsure(struct pass *pass, const struct strip *strip);

/* The same, with white space (a static text) left in the span's place. */
void pass_strip_to(struct pass *pass, unsigned rule, size_t at, size_t end,
		   const char *space);

/* A report without an edit. `message`: as an edit's text, or NULL. */
void pass_note(struct pass *pass, unsigned rule, size_t at, size_t end,
	       const char *message);

/*
 * A finding that owns many edits: pass_begin(), pass_edit() for each,
 * pass_end(). Between them no other finding is made. A finding whose edits
 * all changed nothing is dropped by pass_end().
 */
void pass_begin(struct pass *pass, unsigned rule, size_t at, size_t end,
		const char *message);
void pass_edit(struct pass *pass, size_t at, size_t end, const char *text,
	       size_t len, int confidence);
void pass_end(struct pass *pass);

/* The message of the finding at hand, copied; NULL: memory ran out. */
void pass_say(struct pass *pass, const char *message);

#endif
