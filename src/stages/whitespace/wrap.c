/* What the line ends of a hard-wrapped article stand for. */
#include "stages/whitespace/wrap.h"

#include "base/ascii.h"
#include "base/bytes.h"
#include "text/address.h"

static size_t word_end(const struct scanner *scanner, size_t at)
{
	while (at < scanner->len &&
	       !space_length(scanner->text, scanner->len, at))
		at++;
	return at;
}

/* The same of what a line begins with: no line ends at the space of "£3.5
   million" that was set as one to stay. */
static size_t unbroken_end(const struct scanner *scanner, size_t at)
{
	const size_t end = word_end(scanner, at);

	return stands_at(scanner, end, "\u00A0")
		       ? word_end(scanner, end + strlen("\u00A0"))
		       : end;
}

/* Where lines end where they like, a line with its next word is no longer than
   so much of the width if it could have held it. */
#define LOOSE_PERCENT 85

/* A line that ends in a word as "the" goes on if it is so much of the width. */
#define CLAUSE_PERCENT 40

/* A line that ends in a semicolon and, with the next word, is no longer than so
   much of the width is an item of a list. */
#define ITEM_PERCENT 80

/* "a boat;", much shorter than other lines, or after an item; "they will:"
   before such. */
static bool ends_item(const struct scanner *scanner, const struct gap *gap,
		      const struct wrapped_line *line)
{
	if (wrap_ends_item(scanner, gap) || wrap_opens_list(scanner, gap))
		return true;
	return byte_before(scanner, gap->at) == ';' &&
	       line->with_word * 100 < scanner->shape.width * ITEM_PERCENT;
}

static void line_read(struct wrapped_line *line, const struct scanner *scanner,
		      const struct gap *gap)
{
	const size_t word = wrap_columns(scanner, gap->end,
					 unbroken_end(scanner, gap->end));
	size_t start, space;

	line->indent = wrap_indent(scanner, scanner->line, &start);
	line->columns = line->indent + wrap_columns(scanner, start, gap->at);
	line->ended = byte_before(scanner, gap->at) == ':' ||
		      shape_end(scanner->text, gap->at) == SHAPE_END_SENTENCE;
	space = line->ended && scanner->shape.wide_ends > scanner->shape.ends
			? 2
			: 1;
	/* Nothing but a line's end breaks a word. */
	line->with_word = line->columns + space + word;
	line->item = ends_item(scanner, gap, line);
	line->full = line->with_word > scanner->shape.width ||
		     (byte_before(scanner, gap->at) == '-' &&
		      ascii_is_letter(byte_before(scanner, gap->at - 1)));
}

/* "Shr 31 cts vs 18 cts": one of several short lines, each indented. */
static bool is_listed(const struct scanner *scanner,
		      const struct wrapped_line *line)
{
	return line->indent > scanner->shape.indent && !line->ended &&
	       !line->full;
}

#define TERM_PERCENT 30

/* A word or two by itself, before what explains it: no screen ended there. */
static bool is_term(const struct scanner *scanner,
		    const struct wrapped_line *line, const struct gap *gap)
{
	return !line->ended && scanner->line > 1 &&
	       scanner->text[scanner->line - 2] == '\n' &&
	       ascii_is_upper(byte_at(scanner, scanner->line + line->indent)) &&
	       ascii_is_letter(byte_before(scanner, gap->at)) &&
	       !scanner_word_before(scanner, gap->at) &&
	       line->with_word * 100 < scanner->shape.width * TERM_PERCENT;
}

static bool is_nearly_full(const struct scanner *scanner,
			   const struct wrapped_line *line)
{
	return line->full ||
	       line->with_word * 100 > scanner->shape.width * LOOSE_PERCENT;
}

/* "(up to" and "5 m)": the line opens a bracket that the next one closes. */
static bool is_in_bracket(const struct scanner *scanner, const struct gap *gap)
{
	size_t at = gap->at, end = gap->end;

	while (at > scanner->line && byte_before(scanner, at) != ')' &&
	       byte_before(scanner, at) != '(')
		at--;
	if (at == scanner->line || byte_before(scanner, at) != '(')
		return false;
	while (end < scanner->len && !strchr("()\n", scanner->text[end]))
		end++;
	return byte_at(scanner, end) == ')';
}

/* Whether indents are all that tells where paragraphs begin. */
static bool indents_part(const struct scanner *scanner)
{
	return scanner->shape.indented && !scanner->pass->survey->blank_lines;
}

/* No line of the article's own begins here: the sentence goes on. */
static bool goes_on(const struct scanner *scanner,
		    const struct wrapped_line *line, const struct gap *gap)
{
	const unsigned char c = byte_at(scanner, gap->end);

	if (c == ')' || c == ',' || c == ';' || c == '.')
		return true;
	if (shape_goes_on(scanner->text, scanner->len, gap->end))
		return !is_term(scanner, line, gap) &&
		       (is_nearly_full(scanner, line) ||
			!wrap_may_be_item(scanner, gap));
	/* Lines of a proportional font end a little earlier or later. */
	if (scanner->shape.loose && (!line->ended || scanner->shape.apart) &&
	    line->columns <= scanner->shape.width &&
	    line->with_word * 100 > scanner->shape.width * LOOSE_PERCENT)
		return true;
	if (line->ended)
		return false;
	if (is_in_bracket(scanner, gap))
		return true;
	/* "runs to" ends no paragraph, nor a heading of that length. */
	if (line->columns * 100 >= scanner->shape.width * CLAUSE_PERCENT &&
	    scanner_word_before(scanner, gap->at) & LIST_BARE)
		return true;
	/* Where paragraphs are indented, a line that is not goes on. */
	return survey_is(scanner->pass->survey, CONDITION_UPPERCASED) ||
	       (indents_part(scanner) &&
		(line->columns - line->indent) * 2 >
			scanner->shape.width - scanner->shape.indent);
}

#define RULER_LEAST 4 /* signs of one kind */

static bool is_ruler(const struct scanner *scanner, size_t at)
{
	const unsigned char sign = byte_at(scanner, at);
	const size_t from = at;

	if (ascii_is_alnum(sign) || sign <= ' ' || sign >= 0x80)
		return false;
	while (byte_at(scanner, at) == sign)
		at++;
	return at - from >= RULER_LEAST && byte_at(scanner, at) <= ' ';
}

/* "^By IDA MOSS": a line of a wire's head. */
static bool is_slug(const struct scanner *scanner, size_t at)
{
	return byte_at(scanner, at) == '^' &&
	       ascii_is_upper(byte_at(scanner, at + 1));
}

/* "<|im_start|>user": whose turn it is in a chat with a language model. */
static bool is_turn(const struct scanner *scanner, size_t at)
{
	return byte_at(scanner, at) == '<' && byte_at(scanner, at + 1) == '|';
}

/* "2024-05-03 10:41": a line of a log. */
static bool is_stamped(const struct scanner *scanner, size_t at)
{
	static const char form[] = "0000-00-00 00:00";
	size_t i = 0;

	while (form[i] &&
	       (form[i] == '0' ? ascii_is_digit(byte_at(scanner, at + i))
			       : byte_at(scanner, at + i) == form[i]))
		i++;
	return !form[i];
}

/* "[House]", "[Page 41]": notes in brackets, one a line. */
static bool are_notes(const struct scanner *scanner, size_t start,
		      const struct gap *gap)
{
	return byte_at(scanner, start) == '[' &&
	       byte_before(scanner, gap->at) == ']' &&
	       byte_at(scanner, gap->end) == '[';
}

/* A row of a table, a ruler, a line that is quoted by itself. */
static bool is_row(struct scanner *scanner, const struct gap *gap)
{
	size_t start;

	wrap_indent(scanner, scanner->line, &start);
	if (is_ruler(scanner, start) || is_ruler(scanner, gap->end) ||
	    is_slug(scanner, start) || is_slug(scanner, gap->end) ||
	    are_notes(scanner, start, gap) ||
	    quotation_opens_anew(scanner, gap))
		return true;
	return lines_is_row(scanner, gap->at) ||
	       lines_is_row(scanner, gap->end);
}

/* A quoted paragraph may be narrower on the right, too. */
static bool is_full_in_block(struct scanner *scanner,
			     const struct wrapped_line *line,
			     const struct gap *gap)
{
	const struct layout_block *block = layout_see(scanner, gap);

	return !block->nested && !line->ended && block->filled &&
	       line->with_word > block->widest;
}

/* A line that is set in begins a paragraph, but in verse, lists and tables. */
static enum wrap_break decide_set_apart(struct scanner *scanner,
					const struct wrapped_line *line,
					const struct gap *gap)
{
	const bool lower = !line->ended &&
			   shape_goes_on(scanner->text, scanner->len, gap->end);

	if (is_listed(scanner, line) || wrap_is_verse(scanner, gap))
		return WRAP_KEEP;
	/* a full line goes on in one that hangs */
	if (lower && line->full && !line->indent &&
	    ascii_is_lower(byte_at(scanner, gap->end)))
		return hyphen_decide(scanner, gap);
	return lower ? WRAP_KEEP : WRAP_PARAGRAPH;
}

/* What the line end before a line that is set in stands for. */
static enum wrap_break decide_indented(struct scanner *scanner,
				       const struct wrapped_line *line,
				       const struct gap *gap)
{
	if (layout_see(scanner, gap)->set &&
	    wrap_begins_inner(scanner, gap->end))
		return WRAP_KEEP;
	if (!wrap_is_set_in(scanner, gap))
		return decide_set_apart(scanner, line, gap);
	if (line->item || wrap_is_item(scanner, line, gap) ||
	    (wrap_begins_inner(scanner, gap->end) &&
	     !wrap_begins_item(scanner, gap->end)))
		return WRAP_KEEP;
	return line->full || is_full_in_block(scanner, line, gap)
		       ? hyphen_decide(scanner, gap)
		       : WRAP_KEEP;
}

/*
 * The last line of an entry whose lines, but for the first, are set in: the
 * next entry begins at the margin.
 */
static bool ends_hanging(const struct scanner *scanner,
			 const struct wrapped_line *line, const struct gap *gap)
{
	const size_t at = scanner->line;
	size_t before, word, end;

	if (!line->ended || at < 2 || scanner->text[at - 2] == '\n')
		return false;
	before = bytes_line_start(scanner->text, at - 1);
	wrap_indent(scanner, at, &word);
	return line->indent > wrap_indent(scanner, gap->break_end, &end) &&
	       line->indent > wrap_indent(scanner, before, &end) &&
	       ascii_is_lower(byte_at(scanner, word));
}

/* A line that is an address, and nothing else. */
static bool is_link(const struct scanner *scanner, size_t at)
{
	const size_t end = word_end(scanner, at);

	return address_web_scheme(scanner->text, scanner->len, at) &&
	       byte_at(scanner, end) != ' ';
}

/* Between a title and where it was found, or between that and the article. */
static bool is_after_title(const struct scanner *scanner, const struct gap *gap)
{
	return !scanner->line
		       ? is_link(scanner, gap->end)
		       : is_link(scanner, scanner->line) &&
				 shape_start(scanner->text, scanner->len,
					     gap->end) == SHAPE_START_UPPER;
}

#define ADDRESS_MOST 200 /* bytes of an address's first line */

/* "https://lowell.example/boats/" above "2012/list.pdf": nobody knows whether a
 * space, or nothing, is between. */
static bool is_in_address(const struct scanner *scanner, const struct gap *gap)
{
	const size_t end = word_end(scanner, gap->end);
	size_t at = gap->at;

	if (gap->at < 2 || !strchr("/=&?_", byte_before(scanner, gap->at)) ||
	    byte_at(scanner, end) == ' ' ||
	    !memchr(scanner->text + gap->end, '/', end - gap->end) ||
	    address_web_scheme(scanner->text, scanner->len, gap->end))
		return false;
	while (at > scanner->line && gap->at - at < ADDRESS_MOST &&
	       byte_before(scanner, at) > ' ')
		at--;
	return address_web_scheme(scanner->text, scanner->len, at) > 0;
}

/* Where a link stands by itself below a sentence. */
static bool is_above_link(const struct scanner *scanner, const struct gap *gap)
{
	return shape_end(scanner->text, gap->at) == SHAPE_END_SENTENCE &&
	       is_link(scanner, gap->end);
}

enum wrap_break wrap_decide(struct scanner *scanner, const struct gap *gap)
{
	const struct shape *shape = &scanner->shape;
	const size_t same = shape->doubled ? 2 : 1;
	struct wrapped_line line;
	size_t end;

	if (is_turn(scanner, scanner->line) || is_turn(scanner, gap->end) ||
	    is_stamped(scanner, gap->end) || is_in_address(scanner, gap) ||
	    is_above_link(scanner, gap))
		return WRAP_KEEP;
	if (shape->ragged)
		return block_decide(scanner, gap);
	if (gap->lines > 1 && !shape->doubled &&
	    wrap_is_torn(scanner, gap, shape->width))
		return WRAP_JOIN;
	if (gap->lines > same)
		return shape->doubled ? WRAP_PARAGRAPH : WRAP_KEEP;
	if (is_row(scanner, gap) || wrap_are_entries(scanner, gap) ||
	    wrap_begins_voice(scanner, gap) || is_after_title(scanner, gap))
		return WRAP_KEEP;
	line_read(&line, scanner, gap);
	if (wrap_indent(scanner, gap->break_end, &end) > shape->indent)
		return decide_indented(scanner, &line, gap);
	if (gap->lines < same || wrap_is_item(scanner, &line, gap))
		return WRAP_KEEP;
	if ((line.ended || !line.full) &&
	    wrap_begins_dateline(scanner, gap->end))
		return WRAP_KEEP;
	if ((line.ended && wrap_begins_label(scanner, gap->end)) ||
	    wrap_is_heading(scanner, gap, is_nearly_full(scanner, &line)))
		return WRAP_KEEP;
	if (!line.item && (line.full || goes_on(scanner, &line, gap)) &&
	    !ends_hanging(scanner, &line, gap) &&
	    !(line.ended && wrap_begins_heading(scanner, gap->end)))
		return hyphen_decide(scanner, gap);
	return shape->indented ? WRAP_PARAGRAPH : WRAP_KEEP;
}
