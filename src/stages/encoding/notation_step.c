/*
 * Marks in the notation of a program that wrote them for another to read: RTF's
 * "\'92" and "\u8217?", CSS's "\2019 ", "<U+2019>" and "<e2><80><99>" of R,
 * "%u2019" of JavaScript, "%27" of addresses, "U+2019", and HTML's without
 * their "#" and JSON's without their backslash ("ownersu2019").
 *
 * Each may be text: of a year, a folder, a code point that is spoken of. A
 * notation is read where one of it can be nothing else, and then everywhere in
 * the article: an apostrophe within "wouldn\'92t", or, where no text has it
 * glued to a word, that.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "stages/encoding/contraction.h"
#include "stages/encoding/digits.h"
#include "stages/encoding/escape_point.h"
#include "stages/encoding/windows.h"
#include "unicode/props.h"

/* A mark in a notation. */
struct written {
	size_t len; /* bytes; 0: there is none */
	uint32_t point;
};

static const struct written nothing = { 0, 0 };

/* Typographic marks; not what else is in their block. */
static bool is_mark(uint32_t point)
{
	return (point >= 0x2010 && point <= 0x2026) || point == 0x2122;
}

/* Marks, and letters and signs of Latin scripts. */
static bool is_western(uint32_t point)
{
	return is_mark(point) || (point >= 0xA0 && point < 0x180);
}

/* "\'92": a byte of Windows-1252. */
static struct written read_rtf_byte(const struct pass *pass, size_t at)
{
	uint32_t byte;

	if (!pass_has(pass, at, "\\'") ||
	    digits_read_hex(pass, at + 2, 2, &byte) < 2 || byte < 0x80)
		return nothing;
	return (struct written){ 4, windows_point((unsigned char)byte) };
}

/* "\u8217?": the number is decimal; "?" is for programs that know it not. */
static struct written read_rtf_point(const struct pass *pass, size_t at)
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
	return (struct written){ end + 1 - at, point };
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
static struct written read_rtf_word(const struct pass *pass, size_t at)
{
	const size_t count = sizeof(rtf_words) / sizeof(*rtf_words);

	for (size_t i = 0; i < count; i++) {
		size_t end = at + strlen(rtf_words[i].word);

		if (!pass_has(pass, at, rtf_words[i].word) ||
		    (ascii_is_letter(pass_byte(pass, end - 1)) &&
		     ascii_is_alnum(pass_byte(pass, end))))
			continue;
		end += pass_byte(pass, end) == ' ';
		return (struct written){ end - at, rtf_words[i].point };
	}
	return nothing;
}

static struct written read_rtf(const struct pass *pass, size_t at)
{
	struct written written = read_rtf_byte(pass, at);

	if (!written.len)
		written = read_rtf_point(pass, at);
	return written.len ? written : read_rtf_word(pass, at);
}

/* "\2019 ", whose space is its end. */
static struct written read_css(const struct pass *pass, size_t at)
{
	uint32_t point;
	size_t end = at + 5;

	if (pass_byte(pass, at) != '\\' ||
	    digits_read_hex(pass, at + 1, 4, &point) < 4 || !is_western(point))
		return nothing;
	end += pass_byte(pass, end) == ' ';
	return (struct written){ end - at, point };
}

/* "<U+2019>" */
static struct written read_bracketed(const struct pass *pass, size_t at)
{
	uint32_t point;
	size_t digits;

	if (!pass_has(pass, at, "<U+"))
		return nothing;
	digits = digits_read_hex(pass, at + 3, 8, &point);
	if (digits < 4 || pass_byte(pass, at + 3 + digits) != '>' ||
	    !(escape_is_text(point) || point == 0xFE0F))
		return nothing;
	return (struct written){ digits + 4, point };
}

/* "<e2>": one byte. */
static bool read_bracketed_byte(const struct pass *pass, size_t at, char *byte)
{
	uint32_t value;

	if (pass_byte(pass, at) != '<' ||
	    digits_read_hex(pass, at + 1, 2, &value) < 2 || value < 0x80 ||
	    pass_byte(pass, at + 3) != '>')
		return false;
	*byte = (char)value;
	return true;
}

/*
 * A byte alone, as R writes it: in small letters and with a digit, or within a
 * word: "f<fc>r". "<BA>" is a share's ticker, "<dd>" a tag.
 */
static bool is_lone_byte(const struct pass *pass, size_t at)
{
	const unsigned char high = pass_byte(pass, at + 1);
	const unsigned char low = pass_byte(pass, at + 2);

	if (ascii_is_upper(high) || ascii_is_upper(low))
		return false;
	return ascii_is_digit(high) || ascii_is_digit(low) ||
	       (ascii_is_letter(bytes_before(pass->text, at)) &&
		ascii_is_letter(pass_byte(pass, at + 4)) &&
		!(high == 'd' && low == 'd'));
}

#define ELEMENT_MOST 300 /* bytes up to an end tag */

/* "<e1>ferry</e1>": a part that somebody marked. */
static bool is_element(const struct pass *pass, size_t at)
{
	const char *name = pass->text + at + 1;
	const size_t len =
		pass->len - at < ELEMENT_MOST ? pass->len : at + ELEMENT_MOST;

	for (at += 4; (at = bytes_find(pass->text, len, at, '<')) < len; at++)
		if (len - at > 4 && pass->text[at + 1] == '/' &&
		    !memcmp(pass->text + at + 2, name, 3))
			return true;
	return false;
}

/* "<e2><80><99>", and "<92>" of Windows-1252. */
static struct written read_bracketed_bytes(const struct pass *pass, size_t at)
{
	char bytes[UTF8_MAX];
	size_t count = 0, bad, zero = 0, len;

	while (count < UTF8_MAX &&
	       read_bracketed_byte(pass, at + 4 * count, &bytes[count]))
		count++;
	if (!count)
		return nothing;
	len = utf8_length(bytes, count, &bad);
	if (len)
		return (struct written){ 4 * len, utf8_next(bytes, &zero) };
	if (!is_lone_byte(pass, at) || is_element(pass, at))
		return nothing;
	return (struct written){ 4, windows_point((unsigned char)bytes[0]) };
}

static struct written read_angle(const struct pass *pass, size_t at)
{
	const struct written written = read_bracketed(pass, at);

	return written.len ? written : read_bracketed_bytes(pass, at);
}

/* "U+2019" */
static struct written read_plain(const struct pass *pass, size_t at)
{
	uint32_t point;

	if (!pass_has(pass, at, "U+") ||
	    digits_read_hex(pass, at + 2, 4, &point) < 4 || !is_western(point))
		return nothing;
	return (struct written){ 6, point };
}

/* "%u2019" */
static struct written read_script(const struct pass *pass, size_t at)
{
	uint32_t point;

	if (!pass_has(pass, at, "%u") ||
	    digits_read_hex(pass, at + 2, 4, &point) < 4 ||
	    !escape_is_text(point))
		return nothing;
	return (struct written){ 6, point };
}

/* "&39;", "&8217;" */
static struct written read_entity(const struct pass *pass, size_t at)
{
	uint32_t point;
	const size_t digits = digits_read_decimal(pass, at + 1, 4, &point);

	if (digits < 2 || pass_byte(pass, at + 1 + digits) != ';' ||
	    !(is_mark(point) || point == '\'' || point == '"' || point == '&'))
		return nothing;
	return (struct written){ digits + 2, point };
}

/* "%27", "%2C": a mark of ASCII that an address would have so. */
static struct written read_percent(const struct pass *pass, size_t at)
{
	uint32_t point;

	if (digits_read_hex(pass, at + 1, 2, &point) < 2 || point <= ' ' ||
	    point >= 0x7F || ascii_is_alnum((unsigned char)point))
		return nothing;
	return (struct written){ 3, point };
}

/* "u2019", "u00e9" */
static struct written read_bare(const struct pass *pass, size_t at)
{
	uint32_t point;

	/* with its sign it is another notation */
	if (pass_byte_before(pass, at) == '\\' ||
	    pass_byte_before(pass, at) == '%' ||
	    (!pass_has(pass, at, "u20") && !pass_has(pass, at, "u0")) ||
	    digits_read_hex(pass, at + 1, 4, &point) < 4 || !is_western(point))
		return nothing;
	return (struct written){ 5, point };
}

/* clang-format off */
static const struct notation {
	char begins;
	bool glued;    /* no text has it beside a word */
	uint32_t seen; /* what the survey saw where a text may have it; 0: a
			  digit after a small letter */
	struct written (*read)(const struct pass *pass, size_t at);
} notations[] = {
	{ '\\', false, SEEN_BACKSLASH, read_rtf },
	{ '\\', false, SEEN_BACKSLASH, read_css },
	{ '<', true, SEEN_LESS, read_angle },
	{ 'U', false, SEEN_ESCAPE, read_plain },
	{ '%', true, SEEN_ESCAPE, read_script },
	{ '%', false, SEEN_ESCAPE, read_percent },
	{ '&', false, SEEN_AMPERSAND, read_entity },
	{ 'u', false, 0, read_bare },
};
/* clang-format on */

#define RTF 0 /* its row */
#define LEAST_PARAGRAPHS 2

#define NOTATIONS (sizeof(notations) / sizeof(*notations))

/* A byte of an address beside text[at, end), or near it, of an address' own. */
static bool is_in_address(const struct pass *pass, size_t at, size_t end)
{
	const unsigned char before = pass_byte_before(pass, at);
	const unsigned char after = pass_byte(pass, end);

	/* a question; an address would go on */
	if (before == '?' && ((!ascii_is_alnum(after) && after != '&') ||
			      pass_has(pass, end, "u20")))
		return false;
	return (before && strchr("/=&?@", before)) ||
	       (after && strchr("/=&?@", after)) ||
	       (pass->text[at] == '%' && escape_is_in_address(pass, at));
}

/*
 * "cafu00e9", "u201cWe": a letter in a word, or a double mark beside one. Of
 * "Peru2019" nobody knows.
 */
static bool is_bare_sure(uint32_t point, bool before, bool after)
{
	if (point == 0x201C || point == 0x201D)
		return before || after;
	return before && unicode_is_lower(point) && point < 0x180;
}

/* Whether it can be nothing but a mark, by the words beside it. */
static bool is_sure(const struct pass *pass, size_t at,
		    const struct written *written,
		    const struct notation *notation)
{
	const size_t end = at + written->len;
	const bool before = unicode_is_letter(utf8_before(pass->text, at));
	const bool after = unicode_is_letter(pass_point(pass, end));

	if (is_in_address(pass, at, end))
		return false;
	if (notation->glued)
		return before || after;
	if (notation->read == read_bare &&
	    is_bare_sure(written->point, before, after))
		return true;
	return contraction_holds(pass, at, end) ||
	       (before && contraction_owns(pass, at, end));
}

/*
 * "\'c3\'ee", "t\'e9l\'e9": bytes of RTF in a row, or one within a word with a
 * digit. What a program escaped is "l\'eau".
 */
static bool is_rtf_letter(const struct pass *pass, size_t at)
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

/* "left.\par": what ends a sentence and its line, and no command of TeX's. */
static bool is_rtf_paragraph(const struct pass *pass, size_t at)
{
	const unsigned before = pass_byte_before(pass, at);
	size_t end = at + 4;

	if (!pass_has(pass, at, "\\par") || !before ||
	    (before < 0x80 && !strchr(".?!\"')", (int)before)))
		return false;
	while (ascii_is_blank(pass_byte(pass, end)))
		end++;
	return end == pass->len || pass->text[end] == '\n' ||
	       pass->text[end] == '\\';
}

/* "\emph{late}": a command of TeX. */
static bool has_arguments(const struct pass *pass)
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

static bool may_have(const struct survey *survey,
		     const struct notation *notation)
{
	return notation->seen ? survey_saw(survey, notation->seen)
			      : survey->digits_glued != 0;
}

/* What the notations begin with that the text may have. */
static struct byte_set find_first(const struct survey *survey)
{
	struct byte_set first = byte_set_of("");

	for (size_t i = 0; i < NOTATIONS; i++)
		if (may_have(survey, &notations[i]))
			byte_set_add(&first, (unsigned char)notations[i].begins,
				     (unsigned char)notations[i].begins);
	return first;
}

/* Bits of the notations of which the article has a sure one. */
static unsigned find_notations(const struct pass *pass,
			       const struct byte_set *first)
{
	unsigned found = 0;
	size_t paragraphs = 0;
	size_t at = byte_set_find(first, pass->text, 0, pass->len);

	for (; at < pass->len;
	     at = byte_set_find(first, pass->text, at + 1, pass->len)) {
		paragraphs += is_rtf_paragraph(pass, at);
		for (size_t i = 0; i < NOTATIONS; i++) {
			struct written written;

			if (notations[i].begins != pass->text[at] ||
			    found >> i & 1)
				continue;
			written = notations[i].read(pass, at);
			if (written.len &&
			    (is_sure(pass, at, &written, &notations[i]) ||
			     (notations[i].read == read_rtf &&
			      is_rtf_letter(pass, at))))
				found |= 1u << i;
		}
	}
	if (paragraphs >= LEAST_PARAGRAPHS && !has_arguments(pass))
		found |= 1u << RTF;
	return found;
}

/*
 * "Peru2019": a word that ends in u, and a year, though other words of the
 * text have such escapes. "workersu2019" owns.
 */
static bool may_be_year(const struct pass *pass, size_t at,
			const struct written *written)
{
	for (size_t i = at + 1; i < at + written->len; i++)
		if (!ascii_is_digit(pass_byte(pass, i)))
			return false;
	return pass_has(pass, at, "u20") && pass_byte_before(pass, at) != 's' &&
	       unicode_is_letter(utf8_before(pass->text, at)) &&
	       !unicode_is_letter(pass_point(pass, at + written->len));
}

/* Returns where to go on. */
static size_t mend_at(struct pass *pass, size_t at, unsigned found)
{
	for (size_t i = 0; i < NOTATIONS; i++) {
		struct written written;

		if (!(found >> i & 1) || notations[i].begins != pass->text[at])
			continue;
		written = notations[i].read(pass, at);
		if (!written.len || is_in_address(pass, at, at + written.len) ||
		    (notations[i].read == read_bare &&
		     may_be_year(pass, at, &written)))
			continue;
		pass_put_point(pass, RULE_ENCODING_ESCAPE, at, at + written.len,
			       written.point);
		return at + written.len;
	}
	return at + 1;
}

static void run(struct pass *pass)
{
	const struct byte_set first = find_first(pass->survey);
	const unsigned found = find_notations(pass, &first);
	size_t at = 0;

	while (found && !pass->failed &&
	       (at = byte_set_find(&first, pass->text, at, pass->len)) <
		       pass->len)
		at = mend_at(pass, at, found);
}

static bool triggered(const struct survey *survey,
		      const struct settings *settings)
{
	return (survey_saw(survey, SEEN_BACKSLASH | SEEN_LESS | SEEN_AMPERSAND |
					   SEEN_ESCAPE) ||
		survey->digits_glued) &&
	       settings_select(settings, RULE_ENCODING_ESCAPE);
}

const struct stage notation_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.triggered = triggered,
	.run = run,
	.unmarks = true,
};
