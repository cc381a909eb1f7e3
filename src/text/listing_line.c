#include "text/listing_line.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

#define BYTES_PER_SIGN 25 /* of a line of code, at most */
#define SIGNS 2		  /* of such a line, at least */
#define SENTENCE_WORDS 4  /* at least */
#define PROSE_WORDS 6	  /* at least, and in so many bytes, at most */
#define PROSE_BYTES                                                            \
	40	/* one sign of code: fetch() may be a word; a                  \
		   formula has as many as it likes */
#define NAMES 3 /* "static int pier = 3;", at most */
#define NAME_MAX_BYTES 40
#define PLURAL_MAX 3 /* bytes of "(es" */

/* The line's bytes as the readers of signs walk over them. */
struct reader {
	const char *text;
	size_t at, end;
};

static unsigned byte_at(const struct reader *reader, size_t at)
{
	return bytes_at(reader->text, reader->end, at);
}

/* The byte before `at` in the line that starts at `from`. */
static unsigned byte_before(const struct reader *reader, size_t at, size_t from)
{
	return at > from ? (unsigned char)reader->text[at - 1] : 0;
}

static bool begins(const struct reader *reader, size_t at, const char *word)
{
	return bytes_begin(reader->text, reader->end, at, word);
}

static bool is_name_byte(unsigned c)
{
	return ascii_is_alnum(c) || c == '_' || c == '.' || c == '$';
}

static bool is_quote(unsigned c)
{
	return c == '"' || c == '\'';
}

/* What a line of code begins with, and the signs that it is worth. */
static const struct {
	const char *word;
	size_t signs;
} fronts[] = {
	{ "// ", 2 },	       { "/*", 2 },
	{ "*/", 2 },	       { "#!/", 2 },
	{ "#include ", 2 },    { "#define ", 2 },
	{ ">>> ", 1 },	       { "SELECT ", 2 },
	{ "INSERT INTO ", 2 }, { "FROM ", 1 },
	{ "WHERE ", 1 },       { "GROUP BY ", 1 },
	{ "ORDER BY ", 1 },    { "CREATE TABLE ", 2 },
	{ "WITH ", 1 },	       { "def ", 1 },
	{ "class ", 1 },       { "function ", 1 },
	{ "var ", 1 },	       { "let ", 1 },
	{ "const ", 1 },       { "return ", 1 },
	{ "import ", 1 },      { "public ", 1 },
	{ "private ", 1 },     { "static ", 1 },
	{ "if (", 1 },	       { "for (", 1 },
	{ "while (", 1 },      { "} else", 1 },
	{ "sudo ", 2 },	       { "cd ", 1 },
	{ "export ", 1 },      { "echo ", 1 },
};

/* The member of an object in JSON, "pier": 3. */
static bool is_member(const struct reader *reader, size_t start)
{
	size_t at = start + 1;

	if (byte_at(reader, start) != '"')
		return false;
	while (at - start < NAME_MAX_BYTES && byte_at(reader, at) > ' ' &&
	       byte_at(reader, at) != '"')
		at++;
	return begins(reader, at, "\":") || begins(reader, at, "\" :");
}

static size_t count_front(const struct reader *reader)
{
	const unsigned next = byte_at(reader, reader->at + 1);

	/* A line of markup, or the first one of a long tag. */
	if (byte_at(reader, reader->at) == '<' &&
	    (ascii_is_letter(next) || next == '/' || next == '!' ||
	     next == '?'))
		return 1 + (byte_at(reader, reader->end - 1) == '>');
	if (is_member(reader, reader->at))
		return SIGNS;
	for (size_t i = 0; i < sizeof(fronts) / sizeof(*fronts); i++)
		if (begins(reader, reader->at, fronts[i].word))
			return fronts[i].signs;
	return 0;
}

/* A command after a prompt, "GET /pier HTTP/1.1", "HTTP/1.1 200 OK". */
static bool begins_block(const struct reader *reader)
{
	size_t at = reader->at;

	if (begins(reader, at, "$ "))
		return ascii_is_lower(byte_at(reader, at + 2)) ||
		       begins(reader, at + 2, "./");
	if (begins(reader, at, "HTTP/1."))
		return true;
	while (ascii_is_upper(byte_at(reader, at)))
		at++;
	return at > reader->at && reader->end - at > 11 &&
	       begins(reader, at, " /") &&
	       !memcmp(reader->text + reader->end - 9, " HTTP/1.", 8);
}

/* "boat.moor(": a stop within the name before text[at]. */
static bool is_member_call(const struct reader *reader, size_t at)
{
	const size_t end = at;

	while (at > reader->at && end - at < NAME_MAX_BYTES &&
	       is_name_byte(byte_at(reader, at - 1))) {
		at--;
		if (reader->text[at] == '.')
			return at > reader->at &&
			       ascii_is_alnum(byte_at(reader, at - 1));
	}
	return false;
}

/* "pier(": a call, and no "(s)" of a plural, nor a word's missing space. */
static size_t count_bracket(const struct reader *reader, size_t at)
{
	const unsigned next = byte_at(reader, at + 1);
	size_t end = at + 1;

	if (next == ')' || is_quote(next))
		return 1 + is_quote(next) + is_member_call(reader, at);
	while (ascii_is_alnum(byte_at(reader, end)) && end - at <= PLURAL_MAX)
		end++;
	if (next <= ' ' ||
	    (byte_at(reader, end) == ')' && end - at <= PLURAL_MAX))
		return 0;
	return 1 + is_member_call(reader, at);
}

/* Whether what is before "=" in the line is a name, or a type and a name. */
static bool is_assigned(const struct reader *reader, size_t at, size_t from)
{
	size_t names = 0;

	while (from < at) {
		const size_t name = from;

		while (from < at && from - name < NAME_MAX_BYTES &&
		       is_name_byte(byte_at(reader, from)))
			from++;
		if (from == name || ++names > NAMES)
			return false;
		while (from < at && byte_at(reader, from) == ' ')
			from++;
	}
	return names > 0;
}

static size_t count_equal(const struct reader *reader, size_t at, size_t from)
{
	const unsigned before = byte_before(reader, at, from);
	const unsigned next = byte_at(reader, at + 1);

	/* A row of them is a rule; the second of two was counted. */
	if (before == '=')
		return 0;
	if (next == '=')
		return byte_at(reader, at + 2) != '=';
	if (next == '>' || before == '!' || is_quote(next))
		return 1;
	/* name = "north" */
	return is_assigned(reader, at, from)
		       ? 1 + (next == ' ' && is_quote(byte_at(reader, at + 2)))
		       : 0;
}

/* A name with a backslash, as of TeX; n, r, t, u, U and x begin escapes. */
static size_t count_backslash(const struct reader *reader, size_t at)
{
	const unsigned next = byte_at(reader, at + 1);

	return ascii_is_letter(next) && !strchr("nrtuUx", (int)next) &&
	       ascii_is_letter(byte_at(reader, at + 2));
}

/*
 * Lines of a table that a program drew: U+2502 and its crossings. One with a
 * frame around is no listing.
 */
static size_t count_box(const struct reader *reader, size_t at)
{
	const bool framed = begins(reader, reader->at, "\xE2\x94\x82") ||
			    begins(reader, reader->at, "\xE2\x94\x8C") ||
			    begins(reader, reader->at, "\xE2\x94\x9C");

	return !framed && begins(reader, at, "\xE2\x94") &&
			       byte_at(reader, at + 2) >= 0x82 &&
			       byte_at(reader, at + 2) != 0x83
		       ? SIGNS
		       : 0;
}

/* "--since", "-j2", "-k ": options of a command. */
static bool is_option(const struct reader *reader, size_t at)
{
	const unsigned next = byte_at(reader, at + 1);
	const unsigned after = byte_at(reader, at + 2);

	if (next == '-')
		return ascii_is_lower(after);
	return ascii_is_letter(next) && (after <= ' ' || ascii_is_digit(after));
}

/* "$HOME", not "$US5". */
static bool is_variable(const struct reader *reader, size_t at)
{
	size_t end = at + 1;

	while (ascii_is_upper(byte_at(reader, end)) ||
	       byte_at(reader, end) == '_')
		end++;
	return end - at > 3 && !ascii_is_digit(byte_at(reader, end));
}

static size_t count_at(const struct reader *reader, size_t at, size_t from)
{
	const unsigned c = byte_at(reader, at);
	const unsigned next = byte_at(reader, at + 1);
	const unsigned before = byte_before(reader, at, from);

	switch (c) {
	case '{':
		/* {"pier": 3} */
		return 1 + is_member(reader, at + 1);
	case ',':
		return next == ' ' && is_member(reader, at + 2);
	case '}':
		return at == from;
	case '(':
		return ascii_is_letter(before) || before == '_'
			       ? count_bracket(reader, at)
			       : 0;
	case '[':
		return ascii_is_alnum(before) &&
		       (is_quote(next) || next == '$');
	case '=':
		return count_equal(reader, at, from);
	case '\\':
		return count_backslash(reader, at);
	case '-':
		return (next == '>' &&
			(ascii_is_alnum(before) || before == ')')) ||
		       (before == ' ' && is_option(reader, at));
	case '>':
		return before == ' ' && next == '>';
	case '.':
		return next == '/' && (before == ' ' || at == from);
	case ':':
		return next == ':' && ascii_is_alnum(before);
	case '&':
	case '|':
		return next == c && byte_at(reader, at + 2) != c && before != c;
	case '<':
		return at > from && next == '/';
	case '/':
		return next == '>';
	case '$':
		return next == '{' || ascii_is_lower(next) ||
		       is_variable(reader, at);
	case ';':
		return at + 1 == reader->end;
	case 0xE2:
		return count_box(reader, at);
	default:
		return 0;
	}
}

/* Addresses have signs of code. */
static size_t skip_address(const struct reader *reader, size_t at)
{
	while (byte_at(reader, at) > ' ')
		at++;
	return at;
}

/* "for pier in north south; do" */
static bool opens_body(const struct reader *reader)
{
	static const char *const ends[] = { "; do", "; then" };

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		const size_t len = strlen(ends[i]);

		if (reader->end - reader->at > len &&
		    begins(reader, reader->end - len, ends[i]))
			return true;
	}
	return false;
}

static size_t count_signs(const struct reader *reader)
{
	size_t signs = count_front(reader) + (opens_body(reader) ? SIGNS : 0);

	for (size_t at = reader->at; at < reader->end; at++) {
		if (reader->text[at] == ':' && begins(reader, at, "://"))
			at = skip_address(reader, at);
		else
			signs += count_at(reader, at, reader->at);
	}
	return signs;
}

/* "});", "}", "],": nothing but what closes. */
static bool only_closes(const struct reader *reader)
{
	bool brace = false;

	for (size_t at = reader->at; at < reader->end; at++) {
		if (!strchr("{}[]();,", reader->text[at]))
			return false;
		brace |= reader->text[at] == '}' || reader->text[at] == ';';
	}
	return brace;
}

/* What a comment begins with. */
static bool is_comment(const struct reader *reader)
{
	const unsigned first = byte_at(reader, reader->at);

	return first == '#' || first == '*' || first == '%' ||
	       begins(reader, reader->at, "--") ||
	       begins(reader, reader->at, "//");
}

/* Words of letters alone, and a mark after each at most. */
static size_t count_words(const struct reader *reader)
{
	size_t words = 0;

	for (size_t at = reader->at; at < reader->end; at++) {
		const size_t word = at;

		while (ascii_is_letter(byte_at(reader, at)))
			at++;
		words += at > word &&
			 (at >= reader->end - 1 || reader->text[at] == ' ' ||
			  reader->text[at + 1] == ' ');
		while (at < reader->end && reader->text[at] != ' ')
			at++;
	}
	return words;
}

/* A capital, words, and a stop, or a colon. */
static bool is_sentence(const struct reader *reader, size_t words)
{
	return words >= SENTENCE_WORDS &&
	       strchr(".?!:", reader->text[reader->end - 1]) &&
	       ascii_is_upper(byte_at(reader, reader->at));
}

static void find_ends(struct listing_line *line, const char *text, size_t len,
		      size_t at)
{
	line->from = line->at = at;
	line->end = bytes_line_end(text, len, at);
	line->next = line->end < len ? line->end + 1 : len;
	while (line->at < line->end &&
	       ascii_is_space((unsigned char)text[line->at]))
		line->at++;
	while (line->end > line->at &&
	       ascii_is_space((unsigned char)text[line->end - 1]))
		line->end--;
}

void listing_line_read(struct listing_line *line, const char *text, size_t len,
		       size_t at)
{
	struct reader reader = { .text = text };
	size_t words;

	*line = (struct listing_line){ 0 };
	find_ends(line, text, len, at);
	if (line->at == line->end)
		return;
	reader.at = line->at;
	reader.end = line->end;
	words = count_words(&reader);
	line->begins = begins_block(&reader);
	line->signs = count_signs(&reader);
	if (only_closes(&reader))
		line->signs += SIGNS;
	line->prose = is_sentence(&reader, words) ||
		      (words >= PROSE_WORDS && !is_comment(&reader) &&
		       (line->signs * PROSE_BYTES < line->end - line->at ||
			memchr(text + line->at, '\\', line->end - line->at)));
	line->strong = !line->prose && line->signs >= SIGNS &&
		       line->signs * BYTES_PER_SIGN >= line->end - line->at;
	line->strong |= line->begins;
}
