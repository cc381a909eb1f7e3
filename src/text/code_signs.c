#include "text/code_signs.h"

#include <string.h>

#include "base/ascii.h"

#define NAMES 3 /* "static int pier = 3;", at most */
#define NAME_MAX_BYTES 40
#define PLURAL_MAX 3 /* bytes of "(es" */

/* The byte before `at` in the line. */
static unsigned byte_before(const struct line_reader *reader, size_t at)
{
	return at > reader->at ? (unsigned char)reader->text[at - 1] : 0;
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
} openings[] = {
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
static bool is_member(const struct line_reader *reader, size_t start)
{
	size_t at = start + 1;

	if (line_byte(reader, start) != '"')
		return false;
	while (at - start < NAME_MAX_BYTES && line_byte(reader, at) > ' ' &&
	       line_byte(reader, at) != '"')
		at++;
	return line_begins(reader, at, "\":") ||
	       line_begins(reader, at, "\" :");
}

static size_t count_front(const struct line_reader *reader)
{
	const unsigned next = line_byte(reader, reader->at + 1);

	/* A line of markup, or the first one of a long tag. */
	if (line_byte(reader, reader->at) == '<' &&
	    (ascii_is_letter(next) || next == '/' || next == '!' ||
	     next == '?'))
		return 1 + (line_byte(reader, reader->end - 1) == '>');
	if (is_member(reader, reader->at))
		return CODE_SIGNS;
	for (size_t i = 0; i < sizeof(openings) / sizeof(*openings); i++)
		if (line_begins(reader, reader->at, openings[i].word))
			return openings[i].signs;
	return 0;
}

/* "boat.moor(": a stop within the name before text[at]. */
static bool is_member_call(const struct line_reader *reader, size_t at)
{
	const size_t end = at;

	while (at > reader->at && end - at < NAME_MAX_BYTES &&
	       is_name_byte(line_byte(reader, at - 1))) {
		at--;
		if (reader->text[at] == '.')
			return at > reader->at &&
			       ascii_is_alnum(line_byte(reader, at - 1));
	}
	return false;
}

/* "pier(": a call, and no "(s)" of a plural, nor a word's missing space. */
static size_t count_bracket(const struct line_reader *reader, size_t at)
{
	const unsigned next = line_byte(reader, at + 1);
	size_t end = at + 1;

	if (next == ')' || is_quote(next))
		return 1 + is_quote(next) + is_member_call(reader, at);
	while (ascii_is_alnum(line_byte(reader, end)) && end - at <= PLURAL_MAX)
		end++;
	if (next <= ' ' ||
	    (line_byte(reader, end) == ')' && end - at <= PLURAL_MAX))
		return 0;
	return 1 + is_member_call(reader, at);
}

/* Whether what is before "=" in the line is a name, or a type and a name. */
static bool is_assigned(const struct line_reader *reader, size_t at)
{
	size_t from = reader->at, names = 0;

	while (from < at) {
		const size_t name = from;

		while (from < at && from - name < NAME_MAX_BYTES &&
		       is_name_byte(line_byte(reader, from)))
			from++;
		if (from == name || ++names > NAMES)
			return false;
		while (from < at && line_byte(reader, from) == ' ')
			from++;
	}
	return names > 0;
}

static size_t count_equal(const struct line_reader *reader, size_t at)
{
	const unsigned before = byte_before(reader, at);
	const unsigned next = line_byte(reader, at + 1);

	/* A row of them is a rule; the second of two was counted. */
	if (before == '=')
		return 0;
	if (next == '=')
		return line_byte(reader, at + 2) != '=';
	if (next == '>' || before == '!' || is_quote(next))
		return 1;
	/* name = "north" */
	return is_assigned(reader, at)
		       ? 1 + (next == ' ' &&
			      is_quote(line_byte(reader, at + 2)))
		       : 0;
}

/* A name with a backslash, as of TeX; n, r, t, u, U and x begin escapes. */
static size_t count_backslash(const struct line_reader *reader, size_t at)
{
	const unsigned next = line_byte(reader, at + 1);

	return ascii_is_letter(next) && !strchr("nrtuUx", (int)next) &&
	       ascii_is_letter(line_byte(reader, at + 2));
}

/*
 * Lines of a table that a program drew: U+2502 and its crossings. One with a
 * frame around is no listing.
 */
static size_t count_box(const struct line_reader *reader, size_t at)
{
	const bool framed = line_begins(reader, reader->at, "\xE2\x94\x82") ||
			    line_begins(reader, reader->at, "\xE2\x94\x8C") ||
			    line_begins(reader, reader->at, "\xE2\x94\x9C");

	return !framed && line_begins(reader, at, "\xE2\x94") &&
			       line_byte(reader, at + 2) >= 0x82 &&
			       line_byte(reader, at + 2) != 0x83
		       ? CODE_SIGNS
		       : 0;
}

/* "--since", "-j2", "-k ": options of a command. */
static bool is_option(const struct line_reader *reader, size_t at)
{
	const unsigned next = line_byte(reader, at + 1);
	const unsigned after = line_byte(reader, at + 2);

	if (next == '-')
		return ascii_is_lower(after);
	return ascii_is_letter(next) && (after <= ' ' || ascii_is_digit(after));
}

/* "$HOME", not "$US5". */
static bool is_variable(const struct line_reader *reader, size_t at)
{
	size_t end = at + 1;

	while (ascii_is_upper(line_byte(reader, end)) ||
	       line_byte(reader, end) == '_')
		end++;
	return end - at > 3 && !ascii_is_digit(line_byte(reader, end));
}

/* "boat->moor", " -j2". */
static size_t count_hyphen(const struct line_reader *reader, size_t at)
{
	const unsigned before = byte_before(reader, at);

	if (line_byte(reader, at + 1) == '>')
		return ascii_is_alnum(before) || before == ')';
	return before == ' ' && is_option(reader, at);
}

/* {"pier": 3} */
static size_t count_brace(const struct line_reader *reader, size_t at)
{
	return 1 + is_member(reader, at + 1);
}

static size_t count_comma(const struct line_reader *reader, size_t at)
{
	return line_byte(reader, at + 1) == ' ' && is_member(reader, at + 2);
}

static size_t count_closing_brace(const struct line_reader *reader, size_t at)
{
	return at == reader->at;
}

static size_t count_parenthesis(const struct line_reader *reader, size_t at)
{
	const unsigned before = byte_before(reader, at);

	return ascii_is_letter(before) || before == '_'
		       ? count_bracket(reader, at)
		       : 0;
}

/* boats["north"], boats[$i] */
static size_t count_index(const struct line_reader *reader, size_t at)
{
	const unsigned next = line_byte(reader, at + 1);

	return ascii_is_alnum(byte_before(reader, at)) &&
	       (is_quote(next) || next == '$');
}

/* " >> log" */
static size_t count_greater(const struct line_reader *reader, size_t at)
{
	return byte_before(reader, at) == ' ' &&
	       line_byte(reader, at + 1) == '>';
}

/* "</pier>" within a line: its front is counted apart. */
static size_t count_less(const struct line_reader *reader, size_t at)
{
	return at > reader->at && line_byte(reader, at + 1) == '/';
}

/* "<pier />" */
static size_t count_slash(const struct line_reader *reader, size_t at)
{
	return line_byte(reader, at + 1) == '>';
}

/* "./run" */
static size_t count_stop(const struct line_reader *reader, size_t at)
{
	return line_byte(reader, at + 1) == '/' &&
	       (byte_before(reader, at) == ' ' || at == reader->at);
}

/* "std::sort" */
static size_t count_colon(const struct line_reader *reader, size_t at)
{
	return line_byte(reader, at + 1) == ':' &&
	       ascii_is_alnum(byte_before(reader, at));
}

/* "&&", "||": two of them, and no row. */
static size_t count_double(const struct line_reader *reader, size_t at)
{
	const unsigned c = line_byte(reader, at);

	return line_byte(reader, at + 1) == c &&
	       line_byte(reader, at + 2) != c && byte_before(reader, at) != c;
}

/* "${PIER}", "$pier", "$PIER" */
static size_t count_dollar(const struct line_reader *reader, size_t at)
{
	const unsigned next = line_byte(reader, at + 1);

	return next == '{' || ascii_is_lower(next) || is_variable(reader, at);
}

static size_t count_semicolon(const struct line_reader *reader, size_t at)
{
	return at + 1 == reader->end;
}

/* What counts the signs that begin with a byte. */
typedef size_t sign_counter(const struct line_reader *reader, size_t at);

static sign_counter *const counters[256] = {
	['{'] = count_brace,	     [','] = count_comma,
	['}'] = count_closing_brace, ['('] = count_parenthesis,
	['['] = count_index,	     ['='] = count_equal,
	['\\'] = count_backslash,    ['-'] = count_hyphen,
	['>'] = count_greater,	     ['.'] = count_stop,
	[':'] = count_colon,	     ['&'] = count_double,
	['|'] = count_double,	     ['<'] = count_less,
	['/'] = count_slash,	     ['$'] = count_dollar,
	[';'] = count_semicolon,     [0xE2] = count_box,
};

/* Addresses have signs of code. */
static size_t skip_address(const struct line_reader *reader, size_t at)
{
	while (line_byte(reader, at) > ' ')
		at++;
	return at;
}

/* "for pier in north south; do" */
static bool opens_body(const struct line_reader *reader)
{
	static const char *const ends[] = { "; do", "; then" };

	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		const size_t len = strlen(ends[i]);

		if (reader->end - reader->at > len &&
		    line_begins(reader, reader->end - len, ends[i]))
			return true;
	}
	return false;
}

size_t code_signs_count(const struct line_reader *reader)
{
	size_t signs =
		count_front(reader) + (opens_body(reader) ? CODE_SIGNS : 0);

	for (size_t at = reader->at; at < reader->end; at++) {
		sign_counter *const count =
			counters[(unsigned char)reader->text[at]];

		if (reader->text[at] == ':' && line_begins(reader, at, "://"))
			at = skip_address(reader, at);
		else if (count)
			signs += count(reader, at);
	}
	return signs;
}
