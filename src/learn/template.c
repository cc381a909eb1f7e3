/* Templates: a line as a pattern. */
#include "learn/template.h"

#include "base/ascii.h"

struct writer {
	const struct tokens *words;
	const char *text;
	struct buffer *out;
	size_t fixed, open; /* words written as they are; places left open */
};

static void write_item(struct writer *writer, const char *bytes, size_t len)
{
	if (writer->out->len)
		buffer_add_byte(writer->out, ' ');
	buffer_add(writer->out, bytes, len);
}

static void write_open(struct writer *writer, const char *wildcard)
{
	size_t len = 0;

	while (wildcard[len])
		len++;
	write_item(writer, wildcard, len);
	writer->open++;
}

static void write_word(struct writer *writer, const struct token *word)
{
	if (writer->out->len)
		buffer_add_byte(writer->out, ' ');
	for (size_t i = word->at; i < word->end; i++)
		buffer_add_byte(
			writer->out,
			(char)ascii_lower((unsigned char)writer->text[i]));
	writer->fixed++;
}

static const char *address_wildcard(const struct token *word)
{
	if (word->flags & TOKEN_MAIL)
		return "<mail>";
	if (word->flags & TOKEN_HANDLE)
		return "<@>";
	return word->flags & TOKEN_URL ? "<url>" : NULL;
}

/* "and", "of", "the" between capitals belong to the name. */
static bool joins(const struct writer *writer, size_t at)
{
	const struct token *word = &writer->words->word[at];

	return at + 1 < writer->words->count && word->end - word->at <= 3 &&
	       word[1].flags & TOKEN_CAPITAL && !(word->gap & GAP_STOP) &&
	       !(word[1].gap & GAP_STOP);
}

/* After the name that begins at word `at`; `at` when there is none. */
static size_t name_end(const struct writer *writer, size_t at)
{
	const struct token *word = writer->words->word;
	const unsigned breaks = GAP_COLON | GAP_OPEN | GAP_CLOSE | GAP_BAR |
				GAP_QUOTE | GAP_QUERY;
	size_t i = at;

	while (i < writer->words->count) {
		if (i > at && word[i].gap & breaks)
			break;
		if (!(word[i].flags & TOKEN_CAPITAL) &&
		    !(i > at && joins(writer, i)))
			break;
		i++;
	}
	return i;
}

static void write_line(struct writer *writer, enum template_kind kind)
{
	const struct tokens *words = writer->words;

	for (size_t i = 0; i < words->count && !writer->out->failed;) {
		const struct token *word = &words->word[i];
		const char *address = address_wildcard(word);
		const bool may_open = kind == TEMPLATE_FRONT ||
				      (kind == TEMPLATE_NAMES && i > 0);
		const size_t end = may_open ? name_end(writer, i) : i;

		if (address) {
			write_open(writer, address);
			i++;
		} else if (kind != TEMPLATE_LITERAL &&
			   word->flags & TOKEN_NUMBER) {
			write_open(writer, "<#>");
			i++;
		} else if (end > i) {
			write_open(writer, "<names>");
			i = end;
		} else {
			write_word(writer, word);
			i++;
		}
	}
}

bool template_write(enum template_kind kind, const struct tokens *words,
		    const char *text, struct buffer *out)
{
	struct writer writer = { words, text, out, 0, 0 };

	buffer_reset(out);
	/* a name of one word at the start is as likely a verb: "Follow" */
	if (kind == TEMPLATE_FRONT &&
	    (words->count < 2 || !(words->word[0].flags & TOKEN_CAPITAL) ||
	     !(words->word[1].flags & TOKEN_CAPITAL)))
		return false;
	write_line(&writer, kind);
	if (out->failed)
		return false;
	if (kind == TEMPLATE_LITERAL)
		return writer.fixed > 0;
	return writer.open && writer.fixed >= 2 && writer.fixed >= writer.open;
}
