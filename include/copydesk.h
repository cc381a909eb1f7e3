/*
 * copydesk: a news-article text normaliser, as a library.
 *
 * Bytes in, result out. The library opens no files, knows no formats, prints
 * nothing and never exits. The shortest use:
 *
 *	struct cd_desk *desk;
 *	struct cd_result *result = NULL;
 *
 *	if (cd_desk_new(NULL, &desk) == CD_OK) {
 *		if (cd_run(desk, bytes, len, &result) == CD_OK)
 *			fwrite(cd_text(result).bytes, 1, cd_text(result).len,
 *			       stdout);
 *		cd_result_free(result);
 *		cd_desk_free(desk);
 *	}
 *
 * What holds for each result (the contract):
 *
 *   - The text is valid UTF-8, whatever the bytes were.
 *   - Its letters and numbers are those of the source, in order, but for case,
 *     for what the encoding stage decoded, and for whole spans that
 *     cd_stripped() lists.
 *   - Normalising it again changes nothing.
 *   - The same bytes, options and model give the same text on any machine.
 *
 * The engine proves the second and third on every text that it changes. Where
 * the proof fails, the text comes out as it went in, with the finding
 * internal/preservation or internal/unstable.
 *
 * Threads may share what is const; a result, a learner or a decoder is for one
 * thread at a time. There is no other state, and the locale plays no part. A
 * call takes less than 64 KiB of the stack.
 *
 * Lengths and offsets are in bytes, lines and columns from 1, columns in code
 * points. "Source" is the input after invalid bytes were replaced or read as
 * another charset; for valid UTF-8 it is the input itself.
 */
#ifndef COPYDESK_H
#define COPYDESK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In C++ say "struct cd_rule", "struct cd_condition" and "struct cd_stripped":
 * functions have these names, too. */
#ifdef __cplusplus
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#endif
extern "C" {
#endif

enum cd_status {
	CD_OK = 0,
	CD_NOMEM,    /* memory ran out; nothing was changed */
	CD_USAGE,    /* a value is not known: cd_desk_error() */
	CD_DATA,     /* a model or a rules file is damaged or too new */
	CD_TOO_LONG, /* longer than CD_ARTICLE_MAX, or 4 GiB when it is clean */
	CD_INTERNAL  /* our own mistake, or ICU's */
};

/* Longest input of cd_run(): positions are kept in 32 bits. */
#define CD_ARTICLE_MAX ((size_t)1 << 30)

/* What `status` means, in English; a static string. */
const char *cd_status_text(enum cd_status status);

/* Options. Zeroed options (or NULL) are the defaults. */

enum cd_quotes { CD_QUOTES_CURLY = 0, CD_QUOTES_STRAIGHT, CD_QUOTES_KEEP };
enum cd_casing { CD_CASING_AUTO = 0, CD_CASING_ALWAYS, CD_CASING_NEVER };

enum cd_dashes { CD_DASHES_KEEP = 0, CD_DASHES_TYPOGRAPHIC };

struct cd_options {
	enum cd_quotes quotes;
	enum cd_casing casing;
	const char *lang; /* language tag; NULL: "en" */
	/*
	 * Which rules are on: terms separated by commas, in order. "NAME" or
	 * "+NAME" adds, "-NAME" removes, "=NAME" replaces the default set.
	 * NAME is a rule (quotes/apostrophe), a stage (quotes: its default-on
	 * rules) or "all". The more specific name wins, then the later. NULL:
	 * the default-on rules.
	 */
	const char *rules;
	/* A model for the built-in one's; borrowed until cd_desk_free(). */
	const void *model;
	size_t model_len;
	/* More boilerplate rules, UTF-8 as copydesk(5) says; copied. */
	const char *boilerplate;
	size_t boilerplate_len;
	/* Take lines that are less surely boilerplate out, too. */
	bool boilerplate_recall;
	/*
	 * Restorations less sure than so many percent stay out: "KIND=N" for
	 * one kind of edit, "N" for at least so much of every kind; terms
	 * separated by commas, in order. KIND: quotes, numbers (marks between
	 * digits), currency, breaks, marks, capitals; and boilerplate, for
	 * lines that no rule names. NULL: the defaults.
	 */
	const char *min_confidence;
	/* Report without restoring: casing conditions are found, not mended. */
	bool no_model;
	/* Typographic: "--" and spaced hyphens of sentences become dashes. */
	enum cd_dashes dashes;
};

/* Rules. The table is static: cd_rule(0) to cd_rule(cd_rule_count() - 1). */

enum cd_rule_kind { CD_FIX, CD_RESTORE, CD_STRIP, CD_NOTE };
enum cd_severity { CD_SEVERITY_NOTE, CD_SEVERITY_WARNING, CD_SEVERITY_ERROR };

struct cd_rule {
	const char *name; /* "quotes/wrong-direction" */
	enum cd_rule_kind kind;
	enum cd_severity severity;
	bool on;	     /* selected by default */
	const char *since;   /* the version that brought it */
	const char *summary; /* what is wrong, as a message */
	const char *reason;  /* why, as a copy editor would say it */
};

size_t cd_rule_count(void);

/* The rule at `index` (static), or NULL past the end. */
const struct cd_rule *cd_rule(size_t index);

/* The rule of that name (static), or NULL. */
const struct cd_rule *cd_rule_find(const char *name);

/*
 * The code of a language that cd_options.lang may name: its quotation marks are
 * known. Static; NULL past the end.
 */
const char *cd_language(size_t index);

/*
 * Conditions: what is wrong with an article as a whole. The table is static, as
 * that of the rules: cd_condition(0) to cd_condition(cd_condition_count() - 1).
 */
struct cd_condition {
	const char *name;    /* "one-sided" */
	const char *summary; /* what that means, as a message */
};

size_t cd_condition_count(void); /* not more than 32 */

/* The condition at `index` (static), or NULL past the end. */
const struct cd_condition *cd_condition(size_t index);

/*
 * A desk: options, rules and model, checked and ready. It never changes, so
 * threads may share it.
 */
struct cd_desk;

/*
 * Make a desk. `options` may be NULL and is not kept. On success *desk is
 * owned by the caller: cd_desk_free(). On CD_USAGE or CD_DATA *desk is set too
 * and serves only cd_desk_error() and cd_desk_free(): cd_run() and cd_verify()
 * refuse it by CD_USAGE. On CD_NOMEM it is NULL, which the functions below take
 * for such a desk.
 */
enum cd_status cd_desk_new(const struct cd_options *options,
			   struct cd_desk **desk);
void cd_desk_free(struct cd_desk *desk);

/*
 * The same desk for texts that are Markdown and are to stay so: only words are
 * mended, within their lines; its form, code, addresses, tags and entities stay
 * as they are, boilerplate and lost capitals are only reported. Borrowed from
 * the desk.
 */
const struct cd_desk *cd_desk_markdown(const struct cd_desk *desk);

/* Which line ends a text may get that it had not. */
enum cd_lines {
	CD_LINES_FREE,	 /* those that it lost */
	CD_LINES_CLOSED, /* no blank line: these part texts from each other */
	CD_LINES_ONE,	 /* none: it is a cell of a table, say */
	CD_LINES_COUNT
};

/*
 * The same desk for texts that may get such line ends only: where a paragraph
 * begins, there is a line end or a space. Borrowed from the desk.
 */
const struct cd_desk *cd_desk_lines(const struct cd_desk *desk,
				    enum cd_lines lines);

/*
 * Why cd_desk_new() failed: a line of UTF-8, without its end. Borrowed from the
 * desk; never NULL.
 */
const char *cd_desk_error(const struct cd_desk *desk);

/* Whether a rule, or one of its name, is on at this desk; of NULL: false. */
bool cd_desk_selects(const struct cd_desk *desk, const struct cd_rule *rule);

/* Results. */

struct cd_span {
	const char *bytes; /* not terminated by NUL */
	size_t len;
};

/*
 * An edit: source bytes [off, end) became `text`. Edits are in the order in
 * which the stages made them. A later stage may edit what an earlier one
 * wrote: their source ranges may then touch or nest.
 */
struct cd_edit {
	size_t off, end;
	struct cd_span text;
	int confidence; /* percent; 100 for rules */
};

struct cd_finding {
	const struct cd_rule *rule;
	size_t off, end;  /* source bytes */
	size_t line, col; /* of off */
	size_t end_line, end_col;
	const struct cd_edit *edits; /* NULL: none */
	size_t edit_count;
	bool fixable;	     /* the text differs there; false: report only */
	const char *message; /* NUL-terminated */
};

struct cd_stripped {
	const struct cd_rule *rule;
	size_t off, end;     /* source bytes */
	struct cd_span text; /* what stood there, after the encoding stage */
};

/* The outcome for one article; opaque, reusable. */
struct cd_result;

/*
 * Normalise `len` bytes. *result is NULL or an earlier result, which is then
 * reused; it is the caller's: cd_result_free(). What the result holds is valid
 * until it is reused or freed, with or without the desk; `bytes` must live as
 * long, since unchanged text is borrowed from it (NULL, 0: no bytes). On
 * failure *result is NULL or empty; the functions below take NULL for an empty
 * result.
 */
enum cd_status cd_run(const struct cd_desk *desk, const char *bytes, size_t len,
		      struct cd_result **result);
void cd_result_free(struct cd_result *result);

/* The clean text, borrowed from the result or, unchanged, from the input. */
struct cd_span cd_text(const struct cd_result *result);

/* The source: what positions refer to. */
struct cd_span cd_source(const struct cd_result *result);

/* Whether text and input differ in any byte. */
bool cd_changed(const struct cd_result *result);

/* Whether bytes could not be decoded, so that the input is not recoverable. */
bool cd_lossy(const struct cd_result *result);

/*
 * The findings, by position in the source. Worked out at the first call;
 * *findings is borrowed from the result. CD_OK or CD_NOMEM.
 */
enum cd_status cd_findings(struct cd_result *result,
			   const struct cd_finding **findings, size_t *count);

/* What was stripped, by position; as cd_findings(). */
enum cd_status cd_stripped(struct cd_result *result,
			   const struct cd_stripped **spans, size_t *count);

/*
 * The conditions that the source shows once its encoding is in order: bit i is
 * cd_condition(i), whether or not a rule that mends it is on.
 */
uint32_t cd_conditions(const struct cd_result *result);

/*
 * All edits as one flat list: source bytes [off, end) became `text`, and all
 * else is the same. Changes ascend and do not overlap, though two may touch:
 * the source between them, and their texts, make up cd_text().
 */
struct cd_change {
	size_t off, end;		    /* source bytes */
	struct cd_span text;		    /* a part of cd_text() */
	const struct cd_rule *const *rules; /* all that took part */
	size_t rule_count;
	int confidence; /* percent; the least of the edits' */
};

/* The changes; as cd_findings(). */
enum cd_status cd_changes(struct cd_result *result,
			  const struct cd_change **changes, size_t *count);

/*
 * Prove two texts against the contract, without running the stages after
 * encoding: `cleaned` must be valid UTF-8, and its letters and numbers those of
 * `original` as the encoding stage leaves it, less the source bytes [off, end)
 * of the `count` spans, which are ascending (rule and text are not read). Where
 * the proof fails *at is the offset in `cleaned` of the first difference.
 * CD_OK: *proof tells; any other status: there is no proof.
 */
enum cd_proof { CD_PROOF_HOLDS = 0, CD_PROOF_BROKEN, CD_PROOF_NOT_UTF8 };
enum cd_status cd_verify(const struct cd_desk *desk, struct cd_span original,
			 struct cd_span cleaned,
			 const struct cd_stripped *spans, size_t count,
			 enum cd_proof *proof, size_t *at);

/*
 * Learning: lines that occur in many articles of a corpus are rarely the
 * reporter's. A learner counts them in bounded memory and writes boilerplate
 * rules (cd_options.boilerplate) for people to read and edit.
 */
struct cd_learner;

/* *learner is owned by the caller: cd_learner_free(). CD_OK or CD_NOMEM. */
enum cd_status cd_learner_new(struct cd_learner **learner);
void cd_learner_free(struct cd_learner *learner);

/*
 * Count the lines of an article, best of cd_text(): with its white space in
 * order. CD_DATA: it is not UTF-8 and is not counted; CD_TOO_LONG, CD_NOMEM.
 */
enum cd_status cd_learner_add(struct cd_learner *learner, const char *bytes,
			      size_t len);

/*
 * Rules for the lines that occur in `least` articles (and in three) or more,
 * borrowed from the learner until the next call. The same articles in the same
 * order give the same bytes. CD_OK or CD_NOMEM.
 */
enum cd_status cd_learner_rules(struct cd_learner *learner, size_t least,
				struct cd_span *rules);

/* Charsets: bytes of a stream to UTF-8, piece by piece. */

struct cd_decoder;

/*
 * A decoder from the charset `name` (ICU's names and aliases). CD_USAGE: no
 * such charset. *decoder is owned by the caller: cd_decoder_free().
 */
enum cd_status cd_decoder_new(const char *name, struct cd_decoder **decoder);
void cd_decoder_free(struct cd_decoder *decoder);

/*
 * Decode `len` bytes; `last` at the end of the stream. *utf8 is borrowed until
 * the next call. What the charset cannot hold becomes U+FFFD; *lossy is then
 * set (and never cleared). NULL, 0: no bytes, as at the end of a stream.
 */
enum cd_status cd_decode(struct cd_decoder *decoder, const char *bytes,
			 size_t len, bool last, struct cd_span *utf8,
			 bool *lossy);

/*
 * The charset that a byte order mark announces ("UTF-16LE", ...; "UTF-8" too)
 * and its length in *mark; NULL, 0 when there is none. Static.
 */
const char *cd_bom_charset(const char *bytes, size_t len, size_t *mark);

/*
 * The charset of bytes without a mark that may be valid UTF-8 by chance: UTF-16
 * and UTF-32, known by their NULs, and ISO 2022, known by its escape sequences.
 * ICU's name (static), or NULL: none of them; *confidence is in percent, 0 with
 * NULL. The first 64 KiB are looked at: give as much of a stream as there is.
 * cd_run() asks this itself.
 */
const char *cd_unmarked_charset(const char *bytes, size_t len, int *confidence);

/* "MAJOR.MINOR.PATCH"; static. */
const char *cd_version(void);

/*
 * One line for people: version, ICU's and Unicode's versions, hashes of the
 * rules and of the desk's model. Borrowed from the desk.
 */
const char *cd_desk_version(const struct cd_desk *desk);

#ifdef __cplusplus
}
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif
#endif

#endif
