/* The table of options. */
#include "cli/table.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/bytes.h"
#include "batch/progress.h"
#include "cli/suggest.h"

static const struct option_word quote_words[] = {
	{ "curly", CD_QUOTES_CURLY, 0 },
	{ "straight", CD_QUOTES_STRAIGHT, 0 },
	{ "keep", CD_QUOTES_KEEP, 0 },
	{ NULL, 0, 0 },
};

static const struct option_word dash_words[] = {
	{ "keep", CD_DASHES_KEEP, 0 },
	{ "typographic", CD_DASHES_TYPOGRAPHIC, 0 },
	{ NULL, 0, 0 },
};

static const struct option_word casing_words[] = {
	{ "auto", CD_CASING_AUTO, 0 },
	{ "always", CD_CASING_ALWAYS, 0 },
	{ "never", CD_CASING_NEVER, 0 },
	{ NULL, 0, 0 },
};

static const struct option_word format_words[] = {
	{ "text", FORMAT_TEXT, 0 },   { "markdown", FORMAT_MARKDOWN, 0 },
	{ "jsonl", FORMAT_JSONL, 0 }, { "json", FORMAT_JSON, 0 },
	{ "csv", FORMAT_CSV, 0 },     { "tsv", FORMAT_TSV, 0 },
	{ "ssv", FORMAT_SSV, 0 },     { "psv", FORMAT_PSV, 0 },
	{ "warc", FORMAT_WARC, 0 },   { NULL, 0, 0 },
};

static const struct option_word level_words[] = {
	{ "note", CD_SEVERITY_NOTE, 0 },
	{ "warning", CD_SEVERITY_WARNING, 0 },
	{ "error", CD_SEVERITY_ERROR, 0 },
	{ NULL, 0, 0 },
};

static const struct option_word colour_words[] = {
	{ "auto", COLOUR_AUTO, 0 },
	{ "always", COLOUR_ALWAYS, 0 },
	{ "never", COLOUR_NEVER, 0 },
	{ NULL, 0, 0 },
};

static const struct option_word progress_words[] = {
	{ "auto", PROGRESS_AUTO, 0 },
	{ "always", PROGRESS_ALWAYS, 0 },
	{ "never", PROGRESS_NEVER, 0 },
	{ NULL, 0, 0 },
};

static const struct option_word shell_words[] = {
	{ "bash", COMPLETION_BASH, 0 },
	{ "zsh", COMPLETION_ZSH, 0 },
	{ "fish", COMPLETION_FISH, 0 },
	{ NULL, 0, 0 },
};

#define FILTER (1u << COMMAND_FILTER)
#define CHECK (1u << COMMAND_CHECK)
#define FIX (1u << COMMAND_FIX)
#define DIFF (1u << COMMAND_DIFF)
#define REPORT (1u << COMMAND_REPORT)
#define RULES (1u << COMMAND_RULES)
#define VERIFY (1u << COMMAND_VERIFY)
#define LEARN (1u << COMMAND_LEARN)
#define HELP (1u << COMMAND_HELP)
#define EXPLAIN (1u << COMMAND_EXPLAIN)
#define WORK (FILTER | CHECK | EXPLAIN | FIX | DIFF | REPORT)
#define ALL (WORK | RULES | VERIFY | LEARN)
#define READ (WORK | LEARN) /* commands that read articles */
#define COMMON OPTIONS_COMMON

static const struct option_word report_words[] = {
	{ "concise", REPORT_CONCISE, CHECK | EXPLAIN | RULES },
	{ "full", REPORT_FULL, CHECK },
	{ "json", REPORT_JSON, CHECK | EXPLAIN | RULES },
	{ "json-lines", REPORT_JSON_LINES, CHECK | RULES },
	{ "github", REPORT_GITHUB, CHECK },
	{ "sarif", REPORT_SARIF, CHECK },
	{ "gitlab", REPORT_GITLAB, CHECK },
	{ "junit", REPORT_JUNIT, CHECK },
	{ "checkstyle", REPORT_CHECKSTYLE, CHECK },
	{ "markdown", REPORT_MARKDOWN, RULES },
	{ NULL, 0, 0 },
};

#define AT(member) offsetof(struct options, member)

const struct option_row option_rows[] = {
	{ "select", 0, "RULES", KIND_RULES, '=', ALL | COMMON, NULL,
	  "only these rules (names separated by commas)" },
	{ "extend-select", 0, "RULES", KIND_RULES, '+', ALL, NULL,
	  "these rules too" },
	{ "ignore", 0, "RULES", KIND_RULES, '-', ALL | COMMON, NULL,
	  "not these rules" },
	{ "quotes", 0, "curly|straight|keep", KIND_WORD, AT(quotes),
	  WORK | COMMON, quote_words, "style of quotation marks (curly)" },
	{ "dashes", 0, "keep|typographic", KIND_WORD, AT(dashes), WORK,
	  dash_words, "hyphens that stand for dashes (keep)" },
	{ "casing", 0, "auto|always|never", KIND_WORD, AT(casing),
	  WORK | COMMON, casing_words,
	  "restore lost capitals and marks (auto)" },
	{ "lang", 0, "LANG", KIND_LANG, AT(lang), ALL, NULL,
	  "language of the text (en)" },
	{ "model", 0, "FILE", KIND_NAME, AT(model), ALL, NULL,
	  "restoration model instead of the built-in one" },
	{ "boilerplate", 0, "FILE", KIND_FILES, AT(boilerplate), ALL | COMMON,
	  NULL, "more boilerplate rules" },
	{ "boilerplate-recall", 0, NULL, KIND_FLAG, AT(boilerplate_recall),
	  WORK, NULL, "strip what is less surely boilerplate, too" },
	{ "min-confidence", 0, "[KIND=]PERCENT", KIND_TERMS, AT(min_confidence),
	  WORK, NULL, "leave out restorations less sure than this" },
	{ "by", 0, "NAME", KIND_NAME, AT(group), REPORT, NULL,
	  "member, or pointer, of records to sum up by (source)" },
	{ "min-articles", 0, "N", KIND_ARTICLES, AT(min_articles),
	  LEARN | REPORT, NULL,
	  "articles a line must stand in (10; 3 at least)" },
	{ "format", 0, "text|markdown|jsonl|json|csv|tsv|ssv|psv|warc",
	  KIND_WORD, AT(format), READ | VERIFY | COMMON, format_words,
	  "form of the input (by its ending and its bytes)" },
	{ "field", 0, "NAME", KIND_FIELD, 0, READ | VERIFY | COMMON, NULL,
	  "member, pointer or column of the text (text)" },
	{ "no-header", 0, NULL, KIND_FLAG, AT(no_header), READ | VERIFY, NULL,
	  "a table's first row is a record" },
	{ "ext", 0, "ENDINGS", KIND_LIST, AT(choice.endings), READ | VERIFY,
	  NULL, "of folders, files with these endings (story,nfo)" },
	{ "include", 0, "GLOB", KIND_GLOB, AT(choice.include), READ | VERIFY,
	  NULL, "of folders, files like this (**/*.story)" },
	{ "exclude", 0, "GLOB", KIND_GLOB, AT(choice.exclude), READ | VERIFY,
	  NULL, "of folders, no files or folders like this" },
	{ "files-from", 0, "FILE", KIND_NAME, AT(files_from), READ, NULL,
	  "read the names of files from here, one a line" },
	{ "null", '0', NULL, KIND_FLAG, AT(null), READ, NULL,
	  "names of --files-from end in NUL bytes" },
	{ "shard", 0, "K/N", KIND_SHARE, 0, READ, NULL,
	  "part K of N of the files, or of the only one" },
	{ "follow", 0, NULL, KIND_FLAG, AT(follow), READ | VERIFY, NULL,
	  "follow symbolic links in folders" },
	{ "separator", 0, "blank|formfeed|nul|LINE", KIND_MARK, AT(separator),
	  READ | VERIFY, NULL, "what parts the articles of a text (none)" },
	{ "from-code", 0, "CHARSET", KIND_CHARSET, AT(from_code), READ | VERIFY,
	  NULL, "charset of the input (by its bytes)" },
	{ "max-article", 0, "BYTES", KIND_LENGTH, AT(max_article), READ, NULL,
	  "longest article held whole; K, M, G count (1M)" },
	{ "stdin-filename", 0, "PATH", KIND_NAME, AT(stdin_name), READ, NULL,
	  "name and ending of standard input" },
	{ "output", 'o', "FILE", KIND_NAME, AT(output),
	  FILTER | LEARN | REPORT | COMMON, NULL,
	  "write here instead of standard output" },
	{ "output-dir", 0, "DIR", KIND_NAME, AT(output_dir), FILTER | COMMON,
	  NULL, "write each file here, under its own name" },
	{ "root", 0, "DIR", KIND_NAME, AT(root), FILTER, NULL,
	  "--output-dir has the paths below this folder" },
	{ "resume", 0, "JOURNAL", KIND_NAME, AT(resume), FILTER | FIX, NULL,
	  "go on where a run that was killed came to" },
	{ "stripped", 0, "FILE", KIND_NAME, AT(stripped),
	  FILTER | FIX | VERIFY | COMMON, NULL,
	  "JSON Lines of what boilerplate rules took out" },
	{ "output-format", 0, "FORMAT", KIND_WORD, AT(report_format),
	  CHECK | EXPLAIN | RULES | COMMON, report_words,
	  "concise, full, json, github ...: see the manual" },
	{ "restore", 0, NULL, KIND_FLAG, AT(restore), CHECK, NULL,
	  "run the model and list what it restores" },
	{ "output-file", 0, "FILE", KIND_NAME, AT(output_file), CHECK, NULL,
	  "write the findings here" },
	{ "baseline", 0, "FILE", KIND_NAME, AT(baseline), CHECK, NULL,
	  "only findings that this file does not have" },
	{ "write-baseline", 0, "FILE", KIND_NAME, AT(write_baseline), CHECK,
	  NULL, "accept all findings: write them here" },
	{ "files-with-findings", 'l', NULL, KIND_FLAG, AT(files_only), CHECK,
	  NULL, "only the names of the files that are not clean" },
	{ "statistics", 0, NULL, KIND_FLAG, AT(statistics), CHECK, NULL,
	  "only numbers by rule (text or json)" },
	{ "max-findings", 0, "N", KIND_SIZE, AT(max_findings), CHECK, NULL,
	  "write no more findings than this; all count" },
	{ "fail-level", 0, "note|warning|error", KIND_WORD, AT(fail_level),
	  CHECK, level_words,
	  "least severity that makes check exit 1 (warning)" },
	{ "exit-zero", 0, NULL, KIND_FLAG, AT(exit_zero), CHECK, NULL,
	  "exit 0 whatever was found" },
	{ "color", 0, "auto|always|never", KIND_WORD, AT(colour),
	  CHECK | EXPLAIN | DIFF, colour_words,
	  "colour the output (auto; NO_COLOR is heeded)" },
	{ "stage", 0, "STAGE", KIND_RULE, AT(stage), DIFF, NULL,
	  "only changes of this stage, or of this rule" },
	{ "word-diff", 0, NULL, KIND_FLAG, AT(word_diff), DIFF, NULL,
	  "show [-what goes-] and {+what comes+} in its line" },
	{ "no-pager", 0, NULL, KIND_FLAG, AT(no_pager), DIFF, NULL,
	  "no pager at a terminal (COPYDESK_PAGER, PAGER)" },
	{ "stats", 0, "FILE", KIND_NAME, AT(stats), WORK, NULL,
	  "numbers by rule, condition, folder, as JSON" },
	{ "progress", 0, "auto|always|never", KIND_WORD, AT(progress), READ,
	  progress_words, "line of progress on standard error (auto)" },
	{ "quiet", 'q', NULL, KIND_FLAG, AT(quiet), READ, NULL,
	  "no summary, no progress" },
	{ "fsync", 0, NULL, KIND_FLAG, AT(fsync), FIX, NULL,
	  "wait for the disk before a file is replaced" },
	{ "lossy", 0, NULL, KIND_FLAG, AT(lossy), FIX, NULL,
	  "rewrite files that cannot be decoded, too" },
	{ "exit-non-zero-on-fix", 0, NULL, KIND_FLAG, AT(exit_on_fix),
	  FILTER | FIX, NULL, "exit 1 when something changed" },
	{ "jobs", 'j', "N", KIND_JOBS, AT(jobs), READ | COMMON, NULL,
	  "chunks worked on at a time (0: one a CPU)" },
	{ "config", 0, "FILE", KIND_NAME, AT(config), ALL, NULL,
	  "options from this file, and from no other" },
	{ "no-config", 0, NULL, KIND_FLAG, AT(no_config), READ | VERIFY, NULL,
	  "read no .copydesk beside or above the files" },
	{ "show-settings", 0, NULL, KIND_FLAG, AT(show_settings), WORK, NULL,
	  "print the options that hold for each FILE, and why" },
	{ "completion", 0, "bash|zsh|fish", KIND_WORD, AT(completion), HELP,
	  shell_words, "print what completes commands in that shell" },
	{ "help", 'h', NULL, KIND_FLAG, AT(help), ALL | HELP | COMMON, NULL,
	  "show this" },
	{ "version", 'V', NULL, KIND_FLAG, AT(version), ALL | HELP | COMMON,
	  NULL, "show the versions of all parts" },
};

const size_t option_row_count = sizeof(option_rows) / sizeof(option_rows[0]);

_Static_assert(sizeof(option_rows) / sizeof(option_rows[0]) <= OPTION_ROWS_MAX,
	       "OPTION_ROWS_MAX is too small");

#define READS_INPUT "No PATH, or \"-\": standard input. "
#define EXITS "Exit status: 0; 2 after trouble."

const struct command_row command_rows[COMMAND_COUNT] = {
	[COMMAND_FILTER] = { "", "[FILE...]", "normalise to standard output",
			     "No FILE, or \"-\": standard input. Exit status: "
			     "0; 1 where check found\nmore than notes, diff "
			     "differs or verify fails; 2 after trouble." },
	[COMMAND_CHECK] = { "check", "[PATH...]", "report what is not clean",
			    READS_INPUT "Exit status: 0; 1 where it found\n"
					"more than notes; 2 after trouble." },
	[COMMAND_EXPLAIN] = { "explain", "[FILE...]",
			      "each edit of a text, and why",
			      "No FILE, or \"-\": standard input. " EXITS },
	[COMMAND_FIX] = { "fix", "PATH...", "rewrite in place, atomically",
			  "Exit status: 0; 1 with --exit-non-zero-on-fix where "
			  "text changed; 2 after\ntrouble." },
	[COMMAND_DIFF] = { "diff", "[PATH...]", "what fix would do, as a diff",
			   READS_INPUT "Exit status: 0; 1 where there is\na "
				       "difference; 2 after trouble." },
	[COMMAND_REPORT] = { "report", "[PATH...]",
			     "a page: how clean a corpus is",
			     READS_INPUT EXITS },
	[COMMAND_RULES] = { "rules", "[RULE]", "list the rules, or explain one",
			    EXITS },
	[COMMAND_VERIFY] = { "verify", "ORIGINAL CLEANED",
			     "prove that no letter was lost",
			     "\"-\": standard input. Exit status: 0; 1 where "
			     "the proof fails; 2 after\ntrouble." },
	[COMMAND_LEARN] = { "learn", "[PATH...]",
			    "learn boilerplate from a corpus",
			    READS_INPUT EXITS },
	[COMMAND_HELP] = { "help", "[COMMAND|all]",
			   "show the options of a command", EXITS },
};

const struct option_row *option_find(const char *name, size_t len)
{
	for (size_t i = 0; i < option_row_count; i++) {
		if (bytes_are(name, len, option_rows[i].name))
			return &option_rows[i];
	}
	return NULL;
}

const char *option_near(const char *name)
{
	const char *names[OPTION_ROWS_MAX];

	for (size_t i = 0; i < option_row_count; i++)
		names[i] = option_rows[i].name;
	return suggest(name, names, option_row_count);
}

bool options_given(const struct options *options, const char *name)
{
	for (size_t i = 0; i < options->given_count; i++) {
		if (!strcmp(options->given[i].row->name, name))
			return true;
	}
	return false;
}
