/*
 * Gaps that hold a line end, and those at either end of the text.
 *
 * Such a gap has three parts, each with its own rule: space before the first
 * line end, the line ends, space after the last.
 */
#include "stages/whitespace/wrap.h"

#include "base/utf8.h"
#include "unicode/props.h"
#include "unicode/script.h"

/* Each odd line end on its own, where blank lines are to stay. */
static void ends_only(struct scanner *scanner, const struct gap *gap)
{
	struct gap one;

	for (size_t at = gap->break_at; at < gap->break_end;) {
		const size_t length =
			space_length(scanner->text, scanner->len, at);
		const bool pair = stands_at(scanner, at, "\r\n");

		gap_read(scanner->text, at + length + pair, at, &one);
		if (one.odd)
			scanner_put(scanner, RULE_WHITESPACE_LINE_END, at,
				    one.end, "\n");
		at += length + pair;
	}
}

static void line_ends(struct scanner *scanner, const struct gap *gap)
{
	const char *text = gap->lines > 1 ? "\n\n" : "\n";
	unsigned rule = RULE_WHITESPACE_LINE_END;

	if (gap->lines > 2)
		rule = RULE_WHITESPACE_BLANK_LINES;
	else if (gap->filled)
		rule = RULE_WHITESPACE_TRAILING;
	else if (!gap->odd)
		return;
	if (scanner->evidence && gap->filled)
		return;
	if (!scanner_put(scanner, rule, gap->break_at, gap->break_end, text) &&
	    gap->odd)
		ends_only(scanner, gap);
}

/* One or two U+3000: how Japanese and Chinese paragraphs begin. */
static bool is_indent(const struct scanner *scanner, size_t at, size_t end)
{
	const char *const indent = "\u3000\u3000";

	return (end - at == 3 || end - at == 6) &&
	       !memcmp(scanner->text + at, indent, end - at) &&
	       utf8_at(scanner->text, scanner->len, end) >= 0x2E80;
}

/* Where an indent ends that is not meant: columns of a table are. */
static size_t indent_end(struct scanner *scanner, const struct gap *gap)
{
	const struct layout_block *block;

	if (gap->break_end == gap->end ||
	    is_indent(scanner, gap->break_end, gap->end) ||
	    lines_is_row(scanner, gap->end) ||
	    lines_heads_rows(scanner, gap->end))
		return gap->break_end;
	block = layout_see(scanner, gap);
	return block->set && gap->end - gap->break_end > block->margin
		       ? gap->break_end + block->margin
		       : gap->end;
}

static void leading(struct scanner *scanner, const struct gap *gap)
{
	const size_t end = indent_end(scanner, gap);

	if (gap->break_end < end && !scanner->evidence)
		scanner_put(scanner, RULE_WHITESPACE_LEADING, gap->break_end,
			    end, "");
}

static void trailing(struct scanner *scanner, const struct gap *gap)
{
	if (gap->at < gap->break_at && !scanner->evidence)
		scanner_put(scanner, RULE_WHITESPACE_TRAILING, gap->at,
			    gap->break_at, "");
}

/* At the front nothing stays; at the end one newline, if there was one. */
static void at_edge(struct scanner *scanner, const struct gap *gap)
{
	const bool end = gap->end == scanner->len;
	const char *text = end && gap->lines ? "\n" : "";
	/* An indent may stay after the line ends at the front. */
	const size_t after = end ? gap->end : indent_end(scanner, gap);
	unsigned rule =
		end ? RULE_WHITESPACE_TRAILING : RULE_WHITESPACE_LEADING;

	if (scanner->evidence)
		return;
	if (gap->lines > (end ? 1 : 0))
		rule = RULE_WHITESPACE_BLANK_LINES;
	else if (end && gap->lines &&
		 gap->end - gap->at == gap->break_end - gap->break_at)
		rule = RULE_WHITESPACE_LINE_END;
	if (gap->at < after)
		scanner_put(scanner, rule, gap->at, after, text);
}

/* The point before, or after, a place; or the next one, where that is a mark.
 */
static uint32_t letter_before(const struct scanner *scanner, size_t at)
{
	const uint32_t point = utf8_before(scanner->text, at);

	if (!at || script_sets_no_spaces(point) || unicode_is_word(point))
		return point;
	utf8_previous(scanner->text, &at);
	return utf8_before(scanner->text, at);
}

static uint32_t letter_after(const struct scanner *scanner, size_t at)
{
	const uint32_t point = utf8_at(scanner->text, scanner->len, at);

	if (at == scanner->len || script_sets_no_spaces(point) ||
	    unicode_is_word(point))
		return point;
	utf8_next(scanner->text, &at);
	return utf8_at(scanner->text, scanner->len, at);
}

/* What a line end was: nothing between letters of a script without spaces. */
static const char *space_between(const struct scanner *scanner,
				 const struct gap *gap)
{
	return script_sets_no_spaces(letter_before(scanner, gap->at)) &&
			       script_sets_no_spaces(
				       letter_after(scanner, gap->end))
		       ? ""
		       : " ";
}

/* A wrapped line ends here: join it, or part the paragraphs. */
static bool unwrap(struct scanner *scanner, const struct gap *gap)
{
	struct gap flat = *gap;

	if (layout_keeps_lines(scanner, gap))
		return false;
	flat.lines = 0;
	switch (wrap_decide(scanner, gap)) {
	case WRAP_JOIN:
		return gap_closes(scanner, &flat) ||
		       token_closes(scanner, &flat) ||
		       scanner_put(scanner, RULE_WHITESPACE_WRAPPED, gap->at,
				   gap->end, space_between(scanner, gap));
	case WRAP_PARAGRAPH:
		return scanner_put(scanner, RULE_WHITESPACE_WRAPPED, gap->at,
				   gap->end, "\n\n");
	case WRAP_HYPHEN:
		return scanner_put(scanner, RULE_WHITESPACE_WRAPPED, gap->at,
				   gap->end, "");
	case WRAP_WORD:
		return scanner_put(scanner, RULE_WHITESPACE_HYPHENATION,
				   gap->at - 1, gap->end, "") ||
		       scanner_put(scanner, RULE_WHITESPACE_WRAPPED, gap->at,
				   gap->end, "");
	case WRAP_KEEP:
		break;
	}
	return false;
}

static void decide(struct scanner *scanner, const struct gap *gap)
{
	if (!gap->at || gap->end == scanner->len) {
		at_edge(scanner, gap);
		return;
	}
	if (scanner->wrapped && unwrap(scanner, gap))
		return;
	trailing(scanner, gap);
	line_ends(scanner, gap);
	leading(scanner, gap);
}

void lines_decide(struct scanner *scanner, const struct gap *gap)
{
	decide(scanner, gap);
	if (gap->lines)
		scanner->line = gap->break_end;
}
