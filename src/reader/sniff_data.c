/* What programs read: references, dumps, patches, settings, logs. */
#include "reader/sniff_data.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"
#include "reader/sniff_parts.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static bool starts(struct cd_span text, const char *with)
{
	const size_t len = strlen(with);

	return text.len >= len && !memcmp(text.bytes, with, len);
}

/* How such a text begins, to the letter; comments before it do not count. */
static const struct {
	const char *start;
	enum content content;
} beginnings[] = {
	{ "TY  - ", CONTENT_REFERENCES },
	{ "PMID- ", CONTENT_REFERENCES },
	{ "%0 Journal Article", CONTENT_REFERENCES },
	{ "%0 Newspaper Article", CONTENT_REFERENCES },
	{ "%0 Magazine Article", CONTENT_REFERENCES },
	{ "%0 Web Page", CONTENT_REFERENCES },
	{ "FN Thomson Reuters", CONTENT_REFERENCES },
	{ "FN Clarivate", CONTENT_REFERENCES },
	{ "@article{", CONTENT_REFERENCES },
	{ "@book{", CONTENT_REFERENCES },
	{ "@misc{", CONTENT_REFERENCES },
	{ "@online{", CONTENT_REFERENCES },
	{ "@string{", CONTENT_REFERENCES },
	{ "@inproceedings{", CONTENT_REFERENCES },
	{ "BEGIN:VCARD", CONTENT_CARDS },
	{ "BEGIN:VCALENDAR", CONTENT_CARDS },
	{ "\\documentclass", CONTENT_LATEX },
	{ "\\documentstyle", CONTENT_LATEX },
	{ ".TH ", CONTENT_MANUAL },
	{ ".Dd ", CONTENT_MANUAL },
	{ ".\\\" ", CONTENT_MANUAL },
	{ "'\\\" ", CONTENT_MANUAL },
	{ "#!/", CONTENT_CODE },
	{ "<?php", CONTENT_CODE },
	{ "diff --git ", CONTENT_PATCH },
	{ "CREATE TABLE ", CONTENT_SQL },
	{ "CREATE DATABASE ", CONTENT_SQL },
	{ "DROP TABLE ", CONTENT_SQL },
	{ "INSERT INTO ", CONTENT_SQL },
	{ "LOCK TABLES ", CONTENT_SQL },
	{ "BEGIN TRANSACTION;", CONTENT_SQL },
	{ "PRAGMA foreign_keys", CONTENT_SQL },
	{ "SET statement_timeout", CONTENT_SQL },
	{ "SET SQL_MODE", CONTENT_SQL },
	{ "msgid \"", CONTENT_CATALOGUE },
	{ "msgctxt \"", CONTENT_CATALOGUE },
	{ "[Script Info]", CONTENT_SUBTITLES },
	{ "WEBVTT\n", CONTENT_SUBTITLES },
	{ "WEBVTT\r", CONTENT_SUBTITLES },
	{ "Scenarist_SCC V", CONTENT_SUBTITLES },
	{ "(ROOT", CONTENT_ANNOTATED },
	{ "(TOP ", CONTENT_ANNOTATED },
	{ "( (S", CONTENT_ANNOTATED },
	{ "(S (", CONTENT_ANNOTATED },
	{ "(0 (", CONTENT_ANNOTATED },
	{ "(1 (", CONTENT_ANNOTATED },
	{ "(2 (", CONTENT_ANNOTATED },
	{ "(3 (", CONTENT_ANNOTATED },
	{ "(4 (", CONTENT_ANNOTATED },
	{ "T1\t", CONTENT_ANNOTATED },
	{ "-DOCSTART-", CONTENT_ANNOTATED },
	{ "# Sentence pair (", CONTENT_ANNOTATED },
	{ "article=<d>", CONTENT_ANNOTATED },
	{ "\\data\\\n", CONTENT_ANNOTATED },
	{ "#begin document ", CONTENT_ANNOTATED },
	{ "# newdoc", CONTENT_ANNOTATED },
	{ "# sent_id", CONTENT_ANNOTATED },
	{ "# text = ", CONTENT_ANNOTATED },
	{ "# ::id ", CONTENT_ANNOTATED },
	{ "# ::snt ", CONTENT_ANNOTATED },
	{ "@UTF8\n", CONTENT_ANNOTATED },
	{ "@Begin\n", CONTENT_ANNOTATED },
	/* InDesign, and QuarkXPress below */
	{ "<ANSI-MAC>", CONTENT_TAGGED },
	{ "<ANSI-WIN>", CONTENT_TAGGED },
	{ "<ASCII-MAC>", CONTENT_TAGGED },
	{ "<ASCII-WIN>", CONTENT_TAGGED },
	{ "<UNICODE-MAC>", CONTENT_TAGGED },
	{ "<UNICODE-WIN>", CONTENT_TAGGED },
};

/* Past the lines of comment and those that are empty. */
static struct cd_span skip_comments(struct cd_span text)
{
	static const char *const marks[] = { "--\n", "-- ", "/*", "# ", "#\n",
					     "#:",   "#,",  "#.", "% " };
	bool comment = true, whole = true;

	while (comment && whole) {
		const struct cd_span line = sniff_first_line(text, &whole);

		comment = false;
		for (size_t i = 0; i < COUNT(marks); i++)
			comment |= starts(text, marks[i]);
		if (comment && whole)
			text = sniff_skip_space(sniff_skip(text, line.len));
	}
	return text;
}

static enum content sniff_beginning(struct cd_span text)
{
	for (size_t i = 0; text.len && i < COUNT(beginnings); i++) {
		/* Most differ in their first byte: no call for these. */
		if (beginnings[i].start[0] == text.bytes[0] &&
		    starts(text, beginnings[i].start))
			return beginnings[i].content;
	}
	return CONTENT_TEXT;
}

/* "--- a", "+++ b", "@@ -1,3 +1,4 @@". */
static bool is_patch(struct cd_span text)
{
	static const char *const lines[] = { "--- ", "+++ ", "@@ " };
	bool whole = true;

	for (size_t i = 0; i < COUNT(lines); i++) {
		if (!starts(text, lines[i]))
			return false;
		sniff_take_line(&text, &whole);
		if (!whole && i + 1 < COUNT(lines))
			return false;
	}
	return true;
}

static struct cd_span skip_number(struct cd_span text, size_t *number)
{
	for (*number = 0;
	     text.len && ascii_is_digit(text.bytes[0]) && *number < 1000000;
	     text = sniff_skip(text, 1))
		*number = *number * 10 + (size_t)(text.bytes[0] - '0');
	return text;
}

/* "1 of 20 DOCUMENTS", "Document 1 of 20": the articles of a search. */
static bool is_first_of_many(struct cd_span text)
{
	static const char word[] = "Document ";
	size_t first, count;
	const bool named = starts(text, word);

	text = skip_number(named ? sniff_skip(text, sizeof(word) - 1) : text,
			   &first);
	if (first != 1 || !starts(text, " of "))
		return false;
	text = skip_number(sniff_skip(text, 4), &count);
	return count > 1 &&
	       (named ? !text.len || strchr("\r\n", text.bytes[0]) != NULL
		      : starts(text, " DOCUMENTS"));
}

/* "Document LOWT000020040101e0110004b", as Factiva ends an article. */
static bool is_document_number(struct cd_span line)
{
	static const char word[] = "Document ";
	size_t digits = 0;

	if (!starts(line, word))
		return false;
	line = sniff_skip(line, sizeof(word) - 1);
	for (size_t i = 0; i < line.len; i++) {
		if (!ascii_is_alnum((unsigned char)line.bytes[i]))
			return false;
		digits += ascii_is_digit((unsigned char)line.bytes[i]);
	}
	return digits > 8;
}

/* What databases write once for each article that they give out. */
static const char *const record_lines[] = {
	"End of Document",	 "LOAD-DATE:",	      "Load-Date:",
	"AN Document ",		 "Accession Number:", "Record Number:",
	"ProQuest document ID:",
};

/* Its place in that list, behind the last for a number; past that: none. */
static size_t record_line(struct cd_span line)
{
	for (size_t i = 0; i < COUNT(record_lines); i++) {
		if (record_lines[i][0] == line.bytes[0] &&
		    starts(line, record_lines[i]))
			return i;
	}
	return COUNT(record_lines) + !is_document_number(line);
}

/* Twice the same line of them: several articles, one after the other. */
static bool has_records(struct cd_span text)
{
	bool seen[COUNT(record_lines) + 1] = { false }, whole = true;

	while (text.len && whole) {
		const struct cd_span line = sniff_take_line(&text, &whole);
		const size_t which = line.len ? record_line(line) : SIZE_MAX;

		if (which < COUNT(seen)) {
			if (seen[which])
				return true;
			seen[which] = true;
		}
	}
	return false;
}

/* ".I 17": an article of a collection, as SMART numbers them. */
static bool is_numbered(struct cd_span text)
{
	return starts(text, ".I ") && text.len > 3 &&
	       ascii_is_digit((unsigned char)text.bytes[3]);
}

static bool is_export(struct cd_span text)
{
	return is_first_of_many(text) || is_numbered(text) || has_records(text);
}

/* Past "00:01.000", "0:00:01,000"; where there is none, all stays. */
static struct cd_span skip_clock(struct cd_span text)
{
	struct cd_span after = text;
	size_t number, colons = 0;

	for (; after.len && ascii_is_digit((unsigned char)after.bytes[0]);
	     colons++, after = sniff_skip(after, 1)) {
		after = skip_number(after, &number);
		if (!starts(after, ":"))
			break;
	}
	if (!colons || (!starts(after, ".") && !starts(after, ",")))
		return text;
	return skip_number(sniff_skip(after, 1), &number);
}

/*
 * "00:00:01,000 --> 00:00:04,000", or SubViewer's "0:00:01.000,0:00:04.000":
 * the times of what is said below.
 */
static bool begins_with_times(struct cd_span text)
{
	static const char *const between[] = { " --> ", "," };
	struct cd_span after = skip_clock(text);

	for (size_t i = 0; after.len < text.len && i < COUNT(between); i++) {
		if (starts(after, between[i])) {
			after = sniff_skip(after, strlen(between[i]));
			return skip_clock(after).len < after.len;
		}
	}
	return false;
}

/* "{100}{150}" of MicroDVD: the frames at which a line is shown. */
static bool begins_with_frames(struct cd_span text)
{
	size_t number;

	for (size_t i = 0; i < 2; i++) {
		const struct cd_span after =
			starts(text, "{")
				? skip_number(sniff_skip(text, 1), &number)
				: text;

		if (after.len + 1 >= text.len || !starts(after, "}"))
			return false;
		text = sniff_skip(after, 1);
	}
	return true;
}

/* Times, with a number before them, or below a head of WebVTT's. */
static bool is_subtitles(struct cd_span text)
{
	const bool named = starts(text, "WEBVTT ") || starts(text, "WEBVTT\t");
	bool whole = true;
	size_t number;
	struct cd_span line = sniff_first_line(text, &whole);

	if (skip_number(line, &number).len == 0)
		text = sniff_skip_space(sniff_skip(text, line.len));
	while (named && whole && !begins_with_times(text))
		sniff_take_line(&text, &whole);
	return begins_with_times(text);
}

/* "<v7.31><e9>": the version and the charset of QuarkXPress Tags. */
static bool is_quark(struct cd_span text)
{
	size_t number;

	if (!starts(text, "<v"))
		return false;
	text = skip_number(sniff_skip(text, 2), &number);
	if (!starts(text, "."))
		return false;
	text = skip_number(sniff_skip(text, 1), &number);
	return starts(text, "><e");
}

enum content sniff_data(struct cd_span text, bool whole)
{
	const struct cd_span below = skip_comments(text);
	enum content content = sniff_beginning(text);

	if (content == CONTENT_TEXT && below.len < text.len)
		content = sniff_beginning(below);
	if (content != CONTENT_TEXT)
		return content;
	if (is_patch(text))
		return CONTENT_PATCH;
	if (is_export(text))
		return CONTENT_EXPORT;
	if (is_quark(text))
		return CONTENT_TAGGED;
	if (is_subtitles(text) || begins_with_frames(text))
		return CONTENT_SUBTITLES;
	return sniff_lines(text, whole);
}
