/* Looking at an input's first bytes. */
#include "reader/sniff.h"

#include <string.h>
#include <strings.h>

#include "reader/sniff_data.h"
#include "reader/sniff_parts.h"
#include "reader/sniff_table.h"
#include "reader/warc.h"
#include "support/json.h"

static bool starts(struct cd_span text, const char *with)
{
	const size_t len = strlen(with);

	return text.len >= len && !strncasecmp(text.bytes, with, len);
}

/*
 * '{"name":', or that in an array: whatever follows, no story begins so. What
 * is cut off or has a fault is JSON all the same.
 */
static bool begins_object(struct cd_span text)
{
	size_t at;

	if (text.len && text.bytes[0] == '[')
		text = sniff_skip_space(sniff_skip(text, 1));
	if (!starts(text, "{"))
		return false;
	text = sniff_skip_space(sniff_skip(text, 1));
	if (!starts(text, "\""))
		return false;
	for (at = 1;
	     at < text.len && text.bytes[at] != '"' && text.bytes[at] != '\n';
	     at++)
		;
	if (at == text.len || text.bytes[at] != '"')
		return false;
	return starts(sniff_skip_space(sniff_skip(text, at + 1)), ":");
}

/* Whether the second line is an object: the first may have a fault. */
static bool has_object_below(struct cd_span text)
{
	bool ended;
	struct cd_span line = sniff_first_line(text, &ended);
	const char *end = memchr(text.bytes, '\n', text.len);

	if (!end)
		return false;
	text = sniff_skip(text, (size_t)(end - text.bytes) + 1);
	line = sniff_first_line(text, &ended);
	return line.len && line.bytes[0] == '{' &&
	       json_extent(line.bytes, line.len) == JSON_WHOLE;
}

/*
 * JSON Lines: the first line is a whole object, or the start of one that is
 * longer than what is seen. JSON: a value goes on over lines, or objects come
 * one after the other as they are.
 */
static enum content sniff_json(struct cd_span text, bool whole)
{
	bool ended;
	const struct cd_span line = sniff_first_line(text, &ended);
	enum json_extent extent = json_extent(line.bytes, line.len);

	if (text.bytes[0] == '{') {
		if (extent == JSON_WHOLE ||
		    (extent == JSON_PART && !ended && !whole && line.len > 1))
			return CONTENT_JSONL;
	}
	extent = json_extent(text.bytes, text.len);
	/* "[1]" may be a footnote, "{" an ornament: the text decides. */
	if (extent == JSON_NONE || extent == JSON_MORE ||
	    (extent == JSON_PART && whole))
		return CONTENT_TEXT;
	return text.len > 2 ? CONTENT_JSON : CONTENT_TEXT;
}

/* JSON that sniff_json() did not take for it. */
static enum content sniff_bad_json(struct cd_span text)
{
	if (!begins_object(text))
		return CONTENT_TEXT;
	return text.bytes[0] == '{' && has_object_below(text) ? CONTENT_JSONL
							      : CONTENT_JSON;
}

/* From the end of `what` on; from the end of the text where it is not there. */
static struct cd_span skip_past(struct cd_span text, const char *what)
{
	const size_t len = strlen(what);

	while (text.len >= len && memcmp(text.bytes, what, len))
		text = sniff_skip(text, 1);
	return sniff_skip(text, text.len < len ? text.len : len);
}

/* Without the comment or declaration at the start: "<!-- -->", "<?xml ?>". */
static struct cd_span skip_markup(struct cd_span text)
{
	static const struct {
		const char *open, *close;
	} pairs[] = { { "<!--", "-->" }, { "<?", "?>" } };

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		if (starts(text, pairs[i].open))
			return sniff_skip_space(
				skip_past(text, pairs[i].close));
	}
	return text;
}

/* How documents of XML begin that do not say so: news, corpora, subtitles. */
static const char *const xml_starts[] = {
	"<rss",
	"<feed",
	"<nitf",
	"<newsml",
	"<newsitem",
	"<tei",
	"<doc ",
	"<doc>",
	"<docs>",
	"<article ",
	"<articles>",
	"<reuters ",
	"<srcset",
	"<refset ",
	"<tstset ",
	"<mteval",
	"<tmx ",
	"<corpus",
	"<s id=",
	"<seg id=",
	"<mediawiki",
	"<text id=",
	"<records",
	"<documents>",
	"<xliff",
	"<cesdoc",
	"<teicorpus",
	"<tu>",
	"<tu ",
	"<body>\n<s ",
	"<p id=\"1\">\n<s",
	"<chapter id=",
	"<speaker id=",
	"<docset ",
	"<episode ",
	"<sum\ndocset=",
	"<top>",
	"<tt xml",
	"<sami>",
};

static enum content sniff_markup(struct cd_span text)
{
	const bool declared = starts(text, "<?xml");
	struct cd_span after = skip_markup(text);

	after = skip_markup(after);
	if (starts(after, "<!doctype html") || starts(after, "<html"))
		return CONTENT_HTML;
	if (declared || starts(after, "<!doctype"))
		return CONTENT_XML;
	for (size_t i = 0; i < sizeof(xml_starts) / sizeof(*xml_starts); i++) {
		if (starts(after, xml_starts[i]))
			return CONTENT_XML;
	}
	return CONTENT_TEXT;
}

/* "From name@host Mon Nov 23 10:00:00 2020", and a header in the next line. */
static bool is_mbox(struct cd_span text)
{
	bool whole;
	const struct cd_span line = sniff_first_line(text, &whole);
	size_t at;

	if (strncmp(text.bytes, "From ", 5) || !whole || line.len < 12 ||
	    line.bytes[line.len - 1] < '0' || line.bytes[line.len - 1] > '9' ||
	    !memchr(line.bytes, ':', line.len))
		return false;
	text = sniff_skip(text, line.len + 1);
	if (text.len && text.bytes[0] == '\n')
		text = sniff_skip(text, 1);
	for (at = 0; at < text.len &&
		     (text.bytes[at] == '-' ||
		      (text.bytes[at] >= 'A' && text.bytes[at] <= 'z'));
	     at++)
		;
	return at && at + 1 < text.len && text.bytes[at] == ':' &&
	       (text.bytes[at + 1] == ' ' || text.bytes[at + 1] == '\t');
}

static enum content sniff_fields(struct cd_span text)
{
	static const struct {
		char mark;
		enum content content;
	} tables[] = {
		{ ',', CONTENT_CSV },
		{ '\t', CONTENT_TSV },
		{ ';', CONTENT_SSV },
		{ '|', CONTENT_PSV },
	};
	const size_t count = sizeof(tables) / sizeof(tables[0]);

	for (size_t i = 0; i < count; i++) {
		if (sniff_is_table(text, tables[i].mark))
			return tables[i].content;
	}
	for (size_t i = 0; i < count; i++) {
		if (sniff_is_headless(text, tables[i].mark))
			return tables[i].content;
	}
	return CONTENT_TEXT;
}

enum content sniff_text(struct cd_span start, bool whole)
{
	const struct cd_span text = sniff_skip_space(start);
	enum content content = CONTENT_TEXT;

	if (!text.len)
		return CONTENT_TEXT;
	if (warc_begins(text.bytes, text.len))
		return CONTENT_WARC;
	if (text.bytes[0] == '{' && starts(text, "{\\rtf"))
		return CONTENT_RTF;
	if (text.bytes[0] == '{' || text.bytes[0] == '[')
		content = sniff_json(text, whole);
	if (content == CONTENT_TEXT)
		content = sniff_bad_json(text);
	if (content == CONTENT_TEXT && sniff_is_python(text, whole))
		return CONTENT_PYTHON;
	if (text.bytes[0] == '<')
		content = sniff_markup(text);
	if (content == CONTENT_TEXT && is_mbox(text))
		return CONTENT_MBOX;
	if (content == CONTENT_TEXT)
		content = sniff_data(text, whole);
	return content == CONTENT_TEXT ? sniff_fields(text) : content;
}

/* JSON Lines are known by their first line, as they come; a WARC, too. */
bool sniff_is_enough(struct cd_span start)
{
	const struct cd_span text = sniff_skip_space(start);
	bool whole;
	struct cd_span line;

	if (warc_begins(text.bytes, text.len))
		return true;
	if (!text.len || text.bytes[0] != '{')
		return false;
	line = sniff_first_line(text, &whole);
	return whole && json_extent(line.bytes, line.len) == JSON_WHOLE;
}

/* What follows a first line that is an object; empty: none does, or yet. */
static struct cd_span after_object(struct cd_span start)
{
	const struct cd_span text = sniff_skip_space(start);
	bool ended;
	const struct cd_span line = sniff_first_line(text, &ended);

	if (!ended || text.bytes[0] != '{' ||
	    json_extent(line.bytes, line.len) != JSON_WHOLE)
		return sniff_skip(text, text.len);
	return sniff_skip_space(sniff_skip(text, line.len));
}

bool sniff_has_records(struct cd_span start)
{
	const struct cd_span next = after_object(start);

	return next.len && next.bytes[0] == '{';
}

bool sniff_records_is_enough(struct cd_span start)
{
	const struct cd_span text = sniff_skip_space(start);

	return (text.len && text.bytes[0] != '{') || after_object(start).len;
}

bool sniff_is_spread(struct cd_span start)
{
	const struct cd_span text = sniff_skip_space(start);
	bool ended;
	const struct cd_span line = sniff_first_line(text, &ended);

	return text.len && text.bytes[0] == '{' && ended &&
	       json_extent(line.bytes, line.len) == JSON_PART &&
	       json_extent(text.bytes, text.len) != JSON_NONE;
}

bool sniff_spread_is_enough(struct cd_span start)
{
	const struct cd_span text = sniff_skip_space(start);
	bool ended;
	const struct cd_span line = sniff_first_line(text, &ended);

	if (!text.len)
		return false;
	return text.bytes[0] != '{' ||
	       (ended && json_extent(line.bytes, line.len) != JSON_PART);
}

const char *content_name(enum content content)
{
	static const char *const names[] = {
		[CONTENT_TEXT] = "text",
		[CONTENT_JSONL] = "JSON Lines",
		[CONTENT_JSON] = "JSON",
		[CONTENT_CSV] = "CSV",
		[CONTENT_TSV] = "tab-separated values",
		[CONTENT_SSV] = "semicolon-separated values",
		[CONTENT_PSV] = "values separated by bars",
		[CONTENT_XML] = "XML",
		[CONTENT_HTML] = "an HTML page",
		[CONTENT_SUBTITLES] = "subtitles",
		[CONTENT_MARKUP] = "a document with markup",
		[CONTENT_PROGRAM] = "what a program reads, by its name",
		[CONTENT_LICENCE] = "a licence, by its name",
		[CONTENT_MBOX] = "a mailbox (mbox)",
		[CONTENT_RTF] = "an RTF document",
		[CONTENT_WARC] = "a WARC file",
		[CONTENT_REFERENCES] = "a list of references",
		[CONTENT_CARDS] = "a file of cards or dates",
		[CONTENT_LATEX] = "a LaTeX document",
		[CONTENT_MANUAL] = "a manual page",
		[CONTENT_CODE] = "a program's source",
		[CONTENT_PATCH] = "a patch",
		[CONTENT_SQL] = "SQL",
		[CONTENT_CATALOGUE] = "a catalogue of translations",
		[CONTENT_ANNOTATED] = "annotated words",
		[CONTENT_PYTHON] = "Python's data",
		[CONTENT_SETTINGS] = "a file of settings",
		[CONTENT_LOG] = "a log",
		[CONTENT_MAIL] = "an encoded mail",
		[CONTENT_EXPORT] = "an export of several articles",
		[CONTENT_TAGGED] = "tagged text of a typesetter",
	};

	return names[content];
}
