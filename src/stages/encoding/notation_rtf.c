/* Marks, letters and paragraphs as RTF writes them. */
#include "stages/encoding/notation.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "stages/encoding/digits.h"
#include "stages/encoding/escape_point.h"
#include "stages/encoding/windows.h"

static const struct notation_mark nothing = { 0, 0 };

/* "\'92": a byte of Windows-1252. */
static struct notation_mark read_rtf_byte(const struct pass *pass, size_t at)
{
	uint32_t byte;

	if (!pass_has(pass, at, "\\'") ||
	    digits_read_hex(pass, at + 2, 2, &byte) < 2 || byte < 0x80)
		return nothing;
	return (struct notation_mark){ 4, windows_point((unsigned char)byte) };
}

/* "\u8217?": the number is decimal; "?" is for programs that know it not. */
static struct notation_mark read_rtf_point(const struct pass *pass, size_t at)
{
	uint32_t point;
	size_t end, digits;

	if (!pass_has(pass, at, "\\u"))
		return nothing;
	digits = digits_read_decimal(pass, at + 2, 5, &point);
	end = at + 2 + digits;
	if (digits < 3 || !escape_is_text(point))
		return nothing;
	end += pass_byte(pass, end) == ' ';
	if (pass_byte(pass, end) != '?')
		return nothing;
	return (struct notation_mark){ end + 1 - at, point };
}

static const struct {
	const char *word;
	uint32_t point;
} rtf_words[] = {
	{ "\\rquote", 0x2019 },	   { "\\lquote", 0x2018 },
	{ "\\ldblquote", 0x201C }, { "\\rdblquote", 0x201D },
	{ "\\endash", 0x2013 },	   { "\\emdash", 0x2014 },
	{ "\\bullet", 0x2022 },	   { "\\line", '\n' },
	{ "\\par", '\n' },	   { "\\tab", '\t' },
	{ "\\~", 0xA0 },	   { "\\_", 0x2011 },
};

/* "\rquote ", "\par ", whose space is its end. */
static struct notation_mark read_rtf_word(const struct pass *pass, size_t at)
{
	const size_t count = sizeof(rtf_words) / sizeof(*rtf_words);

	for (size_t i = 0; i < count; i++) {
		size_t end = at + strlen(rtf_words[i].word);

		if (!pass_has(pass, at, rtf_words[i].word) ||
		    (ascii_is_letter(pass_byte(pass, end - 1)) &&
		     ascii_is_alnum(pass_byte(pass, end))))
			continue;
		end += pass_byte(pass, end) == ' ';
		return (struct notation_mark){ end - at, rtf_words[i].point };
	}
	return nothing;
}

struct notation_mark notation_read_rtf(const struct pass *pass, size_t at)
{
	struct notation_mark written = read_rtf_byte(pass, at);

	if (!written.len)
		written = read_rtf_point(pass, at);
	return written.len ? written : read_rtf_word(pass, at);
}

bool notation_is_rtf_letter(const struct pass *pass, size_t at)
{
	const size_t end = at + read_rtf_byte(pass, at).len;

	if (end == at)
		return false;
	if (read_rtf_byte(pass, end).len)
		return true;
	return !ascii_is_digit(pass_byte(pass, at + 2)) &&
	       ascii_is_digit(pass_byte(pass, at + 3)) &&
	       ascii_is_letter(pass_byte_before(pass, at)) &&
	       ascii_is_letter(pass_byte(pass, end));
}

bool notation_is_rtf_paragraph(const struct pass *pass, size_t at)
{
	const unsigned before = pass_byte_before(pass, at);
	size_t end = at + 4;

	if (!pass_has(pass, at, "\\par") || !before ||
	    (before < 0x80 && !strchr(".?!\"')", (int)before)))
		return false;
	end = skip_blanks(pass->text, pass->len, end);
	return end == pass->len || pass->text[end] == '\n' ||
	       pass->text[end] == '\\';
}

bool notation_has_arguments(const struct pass *pass)
{
	size_t at = 0;

	while ((at = bytes_find(pass->text, pass->len, at, '\\')) < pass->len) {
		const size_t name = ++at;

		while (ascii_is_letter(pass_byte(pass, at)))
			at++;
		if (at > name && pass_byte(pass, at) == '{')
			return true;
	}
	return false;
}
