/* The blocks of a Markdown text. */
#include "text/markdown.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "text/markdown_line.h"
#include "text/markdown_parts.h"

#define NAME_MAX 100 /* bytes of what is defined */
#define NO_BLOCK MARKDOWN_ELEMENTS

/* A row of signs, about code. */
struct fence {
	char sign;
	size_t signs; /* 0: there is none */
	size_t item;  /* as blocks.item */
	bool quoted;
};

struct blocks {
	struct markdown_words words; /* of the paragraph: empty, none */
	size_t item; /* columns by which the item's lines are set in; 0: none */
	struct fence fence;
	size_t element; /* that goes on; NO_BLOCK: none does */
	bool formula;	/* goes on, to a line of "$$" */
	bool after_blank;
	bool quoted;  /* the line before is */
	bool defined; /* the line before defines an address */
	bool table;   /* the paragraph is one */
};

static void keep(const struct blocks *blocks, size_t from, size_t to)
{
	memset(blocks->words.kept + from, 1, to - from);
}

/* The paragraph ends. */
static void flush(struct blocks *blocks)
{
	if (blocks->table)
		keep(blocks, blocks->words.at, blocks->words.end);
	else if (blocks->words.at < blocks->words.end)
		markdown_mark_spans(&blocks->words);
	blocks->words.at = blocks->words.end;
	blocks->table = false;
}

static void keep_line(struct blocks *blocks, const struct markdown_line *line)
{
	flush(blocks);
	keep(blocks, line->from, line->next);
}

/* Whether the line is out of the item or quotation that holds the fence. */
static bool leaves_fence(const struct blocks *blocks,
			 const struct markdown_line *line)
{
	const struct fence *fence = &blocks->fence;

	return fence->quoted != line->quoted ||
	       (line->at < line->end && line->indent < fence->item);
}

/* A line of the fence that is open, if it is one. */
static bool read_fence(struct blocks *blocks, struct markdown_line line)
{
	struct fence *fence = &blocks->fence;

	/* "> " may be code. */
	if (fence->quoted)
		markdown_skip_quotes(&line, blocks->item);
	else
		markdown_skip_space(&line);
	if (leaves_fence(blocks, &line)) {
		fence->signs = 0;
		return false;
	}
	keep_line(blocks, &line);
	if (markdown_byte(&line, line.at) == (unsigned char)fence->sign &&
	    markdown_fence_signs(&line) >= fence->signs &&
	    markdown_has_only(&line, "`~"))
		fence->signs = 0;
	return true;
}

static bool opens_fence(struct blocks *blocks, const struct markdown_line *line)
{
	const size_t signs = markdown_fence_signs(line);

	if (!signs)
		return false;
	keep_line(blocks, line);
	blocks->fence = (struct fence){
		.sign = blocks->words.text[line->at],
		.signs = signs,
		.item = blocks->item,
		.quoted = line->quoted,
	};
	return true;
}

/* A line of an element or formula that goes on, if one does. */
static bool read_open(struct blocks *blocks, const struct markdown_line *line)
{
	const char *text = blocks->words.text;

	if (blocks->formula) {
		keep_line(blocks, line);
		blocks->formula = !bytes_end(text, line->end, "$$");
		return true;
	}
	if (blocks->element == NO_BLOCK)
		return false;
	keep_line(blocks, line);
	if (markdown_element_end(text, line->from, line->end, blocks->element))
		blocks->element = NO_BLOCK;
	return true;
}

/* An element or formula that begins a line and goes on after it. */
static bool opens_block(struct blocks *blocks, const struct markdown_line *line)
{
	const char *text = blocks->words.text;
	const size_t element = markdown_element(text, line->end, line->at);

	blocks->formula =
		bytes_begin(text, line->end, line->at, "$$") &&
		(line->end - line->at < 4 || !bytes_end(text, line->end, "$$"));
	if (element != NO_BLOCK &&
	    !markdown_element_end(text, line->at, line->end, element))
		blocks->element = element;
	if (!blocks->formula && blocks->element == NO_BLOCK)
		return false;
	keep_line(blocks, line);
	return true;
}

/* A line after a definition that is a title and no more. */
static bool is_title(const struct blocks *blocks,
		     const struct markdown_line *line)
{
	const unsigned char first = markdown_byte(line, line->at);
	size_t end = line->end;

	while (end > line->at && ascii_is_blank(markdown_byte(line, end - 1)))
		end--;
	return blocks->defined && end > line->at + 1 && strchr("\"'(", first) &&
	       markdown_byte(line, end - 1) == (first == '(' ? ')' : first);
}

/* A line that is all form. */
static bool is_form(const struct blocks *blocks,
		    const struct markdown_line *line)
{
	return markdown_is_definition(line) || is_title(blocks, line) ||
	       markdown_is_directive(line) || markdown_has_only(line, "-") ||
	       markdown_has_only(line, "=") || markdown_has_only(line, "*") ||
	       markdown_has_only(line, "_");
}

/* The line is one of the paragraph. */
static void add_words(struct blocks *blocks, const struct markdown_line *line)
{
	if (blocks->words.at == blocks->words.end)
		blocks->words.at = line->from;
	blocks->words.end = line->next;
}

/* Words, and the marks before them. */
static void read_words(struct blocks *blocks, struct markdown_line *line)
{
	size_t end = line->end;

	markdown_skip_items(line, &blocks->item);
	if (opens_fence(blocks, line))
		return;
	markdown_skip_heading(line);
	if (line->begins || line->quoted != blocks->quoted)
		flush(blocks);
	add_words(blocks, line);
	while (end > line->at && ascii_is_blank(markdown_byte(line, end - 1)))
		end--;
	keep(blocks, line->from, line->at);
	keep(blocks, end, line->next);
	if (line->heading)
		flush(blocks);
}

/* White space only, behind marks of quotation or not. */
static bool read_blank(struct blocks *blocks, const struct markdown_line *line)
{
	if (line->at < line->end)
		return false;
	keep_line(blocks, line);
	blocks->after_blank = true;
	return true;
}

/* Set in after a blank line: code, or an item of an item of one. */
static bool read_indented(struct blocks *blocks,
			  const struct markdown_line *line)
{
	if (!blocks->after_blank ||
	    line->indent < blocks->item + MARKDOWN_INDENT)
		return false;
	keep_line(blocks, line);
	return true;
}

static void read_line(struct blocks *blocks, struct markdown_line *line)
{
	bool definition;

	if (blocks->fence.signs && read_fence(blocks, *line))
		return;
	markdown_skip_quotes(line, blocks->item);
	if (read_open(blocks, line) || read_blank(blocks, line))
		return;
	if (line->quoted != blocks->quoted || line->indent < blocks->item)
		blocks->item = line->indent;
	if (read_indented(blocks, line))
		return;
	blocks->after_blank = false;
	definition = markdown_is_definition(line);
	if (markdown_is_table_row(line)) {
		add_words(blocks, line);
		blocks->table = true;
	} else if (is_form(blocks, line)) {
		keep_line(blocks, line);
	} else if (!opens_fence(blocks, line) && !opens_block(blocks, line)) {
		read_words(blocks, line);
	}
	blocks->defined = definition;
	blocks->quoted = line->quoted;
}

/* Whether a line defines an address that "[name]" leads to. */
static bool has_references(const char *text, size_t len)
{
	size_t at = 0;

	while ((at = bytes_find(text, len, at, ']')) < len) {
		size_t from = at;

		if (bytes_at(text, len, ++at) != ':')
			continue;
		while (from && text[from - 1] != '\n' && text[from] != '[' &&
		       at - from < NAME_MAX)
			from--;
		if (text[from] == '[' && text[from + 1] != '^')
			return true;
	}
	return false;
}

void markdown_mark(const char *text, size_t len, unsigned char *kept)
{
	struct blocks blocks = {
		.words = { .text = text,
			   .references = has_references(text, len),
			   .kept = kept },
		.element = NO_BLOCK,
		.after_blank = true,
	};
	size_t at = 0;

	while (at < len) {
		const size_t end = bytes_line_end(text, len, at);
		struct markdown_line line = {
			.text = text,
			.from = at,
			.end = end,
			.next = end < len ? end + 1 : len,
			.at = at,
		};

		read_line(&blocks, &line);
		at = line.next;
	}
	flush(&blocks);
}
