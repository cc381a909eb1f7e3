/* Gaps: reading them, and those that close up before or behind a mark. */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/marks.h"
#include "unicode/props.h"

/* Bytes from one colon of a table to the next. */
#define COLUMN_MAX 40
/* Bytes of what follows a title's colon. */
#define SOURCE_MAX 40

size_t space_length(const char *text, size_t len, size_t at)
{
	const unsigned char c = (unsigned char)text[at];
	const size_t left = len - at;

	if (c < 0x80)
		return ascii_is_space(c);
	if (c == 0xC2 && left >= 2)
		return text[at + 1] == '\xA0' || text[at + 1] == '\x85' ? 2 : 0;
	if ((c < 0xE1 || c > 0xE3) || left < 3)
		return 0;
	return unicode_high_is_space(utf8_next(text, &at)) ? 3 : 0;
}

/* LF, CR, CRLF, NEL, LS, PS at `at`: its length, or 0. */
static size_t break_length(const char *text, size_t len, size_t at)
{
	switch ((unsigned char)text[at]) {
	case '\n':
		return 1;
	case '\r':
		return at + 1 < len && text[at + 1] == '\n' ? 2 : 1;
	case 0xC2:
		return text[at + 1] == '\x85' ? 2 : 0;
	case 0xE2:
		return text[at + 1] == '\x80' && ((unsigned char)text[at + 2] &
						  0xFE) == 0xA8
			       ? 3
			       : 0;
	}
	return 0;
}

static void see_break(struct gap *gap, const char *text, size_t length)
{
	if (!gap->lines)
		gap->break_at = gap->end;
	else if (gap->break_end < gap->end)
		gap->filled = true;
	gap->lines++;
	gap->odd |= text[gap->end] != '\n';
	gap->end += length;
	gap->break_end = gap->end;
}

void gap_read(const char *text, size_t len, size_t at, struct gap *gap)
{
	memset(gap, 0, sizeof(*gap));
	gap->at = gap->end = at;
	while (gap->end < len) {
		const size_t space = space_length(text, len, gap->end);
		size_t length;

		if (!space)
			return;
		length = break_length(text, len, gap->end);
		if (length) {
			see_break(gap, text, length);
			continue;
		}
		gap->width++;
		gap->exotic |= text[gap->end] != ' ';
		gap->end += space;
	}
}

static bool is_stop_or_pause(unsigned char c)
{
	return c < 0x80 && mark_is(c, MARK_STOP_OR_PAUSE);
}

static bool is_closing(const struct scanner *scanner, size_t at)
{
	return mark_may_close(utf8_at(scanner->text, scanner->len, at));
}

/* The mark at `at` is the last of its word: nothing hangs on to it. */
static bool ends_word(const struct scanner *scanner, size_t at)
{
	const unsigned char mark = byte_at(scanner, at);
	size_t end = at + 1;

	/* "?!" and ".," are one end; "..", ":)" and ";-)" are others. */
	while ((mark == '?' || mark == '!') &&
	       (byte_at(scanner, end) == '?' || byte_at(scanner, end) == '!'))
		end++;
	if (mark != ',' && mark != ':' && mark != ';' &&
	    (byte_at(scanner, end) == ',' || byte_at(scanner, end) == ';'))
		end++;
	if (end == scanner->len)
		return true;
	if (mark == ':' || mark == ';')
		return space_length(scanner->text, scanner->len, end) ||
		       byte_at(scanner, end) == '"';
	return space_length(scanner->text, scanner->len, end) ||
	       is_closing(scanner, end);
}

/* A bracket, a quotation mark or a dash that opens what the mark ends. */
static bool only_opens(const struct scanner *scanner, size_t at)
{
	const uint32_t before = utf8_before(scanner->text, at);

	return before == '`' ||
	       mark_is(before, MARK_OPEN_BRACKET | MARK_OPEN_QUOTE |
				       MARK_INVERTED | MARK_PAUSE |
				       MARK_HYPHEN | MARK_DASH);
}

/* What stands before the gap can carry the mark. */
static bool carries_mark(const struct scanner *scanner, size_t at,
			 unsigned char mark)
{
	const unsigned char c = byte_before(scanner, at);

	if (!at || only_opens(scanner, at))
		return false;
	/* "Corp. ,"; but ". . ." stays, and ". ,The" is something else. */
	if (c == '.')
		return mark != '.' && scanner->tokenised;
	if (c == '?' || c == '!')
		return scanner->tokenised && (mark == ',' || mark == c);
	return true;
}

/* " . . ." is an ellipsis that is set wide. */
static bool is_wide_ellipsis(const struct scanner *scanner, size_t at)
{
	return stands_at(scanner, at, ". .");
}

/*
 * "3 : 2" is a score; but a tokeniser sets "9 : 30" apart, and the colon after
 * a year.
 */
static bool is_score(const struct scanner *scanner, const struct gap *gap)
{
	if (byte_at(scanner, gap->end) != ':' ||
	    !ascii_is_digit(byte_before(scanner, gap->at)) ||
	    byte_at(scanner, gap->end + 1) != ' ' ||
	    !ascii_is_digit(byte_at(scanner, gap->end + 2)))
		return false;
	return !scanner->tokenised ||
	       (!ascii_is_digit(byte_at(scanner, gap->end + 3)) &&
		(gap->at < 3 ||
		 !ascii_is_digit(byte_before(scanner, gap->at - 2))));
}

/* "Long : Short : Spreading": colons that part columns. */
static bool is_column(const struct scanner *scanner, size_t colon)
{
	const size_t front = colon > COLUMN_MAX ? colon - COLUMN_MAX : 0;

	if (byte_at(scanner, colon) != ':' || scanner->tokenised)
		return false;
	for (size_t at = colon; at > front + 2 && scanner->text[at] != '\n';
	     at--) {
		if (stands_before(scanner, at, " :"))
			return true;
	}
	for (size_t at = colon + 1; at < colon + COLUMN_MAX; at++) {
		if (byte_at(scanner, at) == '\n')
			return false;
		if (stands_at(scanner, at, " :"))
			return true;
	}
	return false;
}

/* "The pier is closed : Harbour Radio": a title, and who has it. */
static bool is_title_colon(const struct scanner *scanner, size_t colon)
{
	size_t end = colon + 1;

	if (byte_at(scanner, colon) != ':' || scanner->tokenised ||
	    byte_at(scanner, end) != ' ' ||
	    !ascii_is_upper(byte_at(scanner, end + 1)))
		return false;
	while (end < scanner->len && scanner->text[end] != '\n' &&
	       end - colon <= SOURCE_MAX)
		end++;
	return end - colon <= SOURCE_MAX &&
	       ascii_is_alnum(byte_before(scanner, end));
}

/* "She won ? and left": of a mark that was lost, this is all there is. */
static bool is_lost_mark(const struct scanner *scanner, size_t at)
{
	return byte_at(scanner, at) == '?' && !scanner->tokenised &&
	       byte_at(scanner, at + 1) == ' ' &&
	       ascii_is_lower(byte_at(scanner, at + 2)) &&
	       !stands_at(scanner, at + 2, "pic.twitter") &&
	       !stands_at(scanner, at + 2, "http");
}

/* "1 , 000": half closed it would be two numbers. */
static bool is_thousands(const struct scanner *scanner, const struct gap *gap)
{
	size_t at = gap->end + 1, digits = 0;

	if (byte_at(scanner, gap->end) != ',' || scanner->tokenised ||
	    scanner->spaced || !ascii_is_digit(byte_before(scanner, gap->at)))
		return false;
	while (byte_at(scanner, at) == ' ')
		at++;
	while (ascii_is_digit(byte_at(scanner, at + digits)))
		digits++;
	return digits == 3;
}

static bool before_mark(struct scanner *scanner, const struct gap *gap)
{
	const unsigned char mark = byte_at(scanner, gap->end);

	if (!is_stop_or_pause(mark) || !ends_word(scanner, gap->end) ||
	    !carries_mark(scanner, gap->at, mark))
		return false;
	if (mark != ',' && mark != '.' &&
	    (scanner->french || scanner_is_other_language(scanner)))
		return false;
	if (mark == '.' && is_wide_ellipsis(scanner, gap->end))
		return false;
	return !is_score(scanner, gap) && !is_thousands(scanner, gap) &&
	       !is_column(scanner, gap->end) &&
	       !is_title_colon(scanner, gap->end) &&
	       !is_lost_mark(scanner, gap->end);
}

/* A double mark right behind a word. */
static bool closes_quote(const struct scanner *scanner, size_t end)
{
	if (byte_before(scanner, end) == '"')
		return ascii_is_alnum(byte_before(scanner, end - 1));
	return stands_before(scanner, end, "\u201D") &&
	       unicode_is_word(utf8_before(scanner->text, end - 3));
}

/*
 * "2019) :A group", "Pakistan .The city", '"it" .She': the space stands on the
 * wrong side of the mark. Not ":D", ".net", ",5".
 */
static bool is_turned(const struct scanner *scanner, const struct gap *gap)
{
	const unsigned char mark = byte_at(scanner, gap->end);
	const unsigned char first = byte_at(scanner, gap->end + 1);
	const unsigned char second = byte_at(scanner, gap->end + 2);

	if ((!ascii_is_alnum(byte_before(scanner, gap->at)) &&
	     byte_before(scanner, gap->at) != ')' &&
	     !closes_quote(scanner, gap->at)) ||
	    is_column(scanner, gap->end))
		return false;
	if (mark == ',')
		return ascii_is_letter(first);
	if (mark == ':' && second == ' ')
		return ascii_is_upper(first) &&
		       scanner_word_at(scanner, gap->end + 1) & LIST_SINGLE;
	return (mark == ':' || mark == '.') && ascii_is_upper(first) &&
	       ascii_is_lower(second);
}

static bool turn(struct scanner *scanner, const struct gap *gap)
{
	static const char *const texts[128] = {
		[','] = ", ",
		[':'] = ": ",
		['.'] = ". ",
	};

	return scanner_put(scanner, RULE_WHITESPACE_BEFORE_MARK, gap->at,
			   gap->end + 1, texts[byte_at(scanner, gap->end)]);
}

/* Not { and }: old wires wrote fractions with them, and with a lone ]. */
static bool is_open_bracket(unsigned char c)
{
	return c == '(' || c == '[';
}

static bool is_close_bracket(unsigned char c)
{
	return c == ')' || c == ']';
}

#define BRACKET_MAX 400 /* bytes that brackets hold */

static bool is_opened(const struct scanner *scanner, size_t at)
{
	for (size_t i = 0; i < BRACKET_MAX && i < at; i++) {
		const char c = scanner->text[at - 1 - i];

		if (c == '[')
			return true;
		if (c == ']' || c == '\n')
			return false;
	}
	return false;
}

/* A smiley's mouth, or TeX's "\( x": no bracket of a sentence. */
static bool is_no_bracket(const struct scanner *scanner, size_t at)
{
	const unsigned char before = byte_before(scanner, at);

	return before && strchr(":;-=\\", before);
}

/* "{ a clue }": only a tokeniser's braces are known to be brackets. */
static bool inside_brace(const struct scanner *scanner, const struct gap *gap)
{
	return scanner->tokenised && (byte_before(scanner, gap->at) == '{' ||
				      byte_at(scanner, gap->end) == '}');
}

/* Inside a bracket; but "( )" and "[ ]" hold nothing else. */
static bool inside_bracket(struct scanner *scanner, const struct gap *gap)
{
	const unsigned char before = byte_before(scanner, gap->at);
	const unsigned char after = byte_at(scanner, gap->end);

	if (is_open_bracket(before) && !is_no_bracket(scanner, gap->at - 1) &&
	    !ascii_is_alnum(byte_before(scanner, gap->at - 1)))
		return !is_close_bracket(after);
	if (!is_close_bracket(after) || is_open_bracket(before) ||
	    before == ':' || before == ';')
		return false;
	return after == ')' || is_opened(scanner, gap->end);
}

/* "10 000", "2,5 %", "30 €": a space that does not break. */
static bool is_french_number(const struct scanner *scanner,
			     const struct gap *gap)
{
	return gap->exotic && scanner->text[gap->at] != '\t' &&
	       ascii_is_digit(byte_before(scanner, gap->at)) &&
	       (ascii_is_digit(byte_at(scanner, gap->end)) ||
		byte_at(scanner, gap->end) == '%' ||
		byte_at(scanner, gap->end) == '$' ||
		stands_at(scanner, gap->end, "\u20AC"));
}

/* "Quoi ?", "« mot »" with spaces that do not break: as French sets them. */
bool gap_is_french(const struct scanner *scanner, const struct gap *gap)
{
	const unsigned char mark = byte_at(scanner, gap->end);

	return scanner->french && gap->width == 1 &&
	       (mark == '?' || mark == '!' || mark == ':' || mark == ';' ||
		is_french_number(scanner, gap) ||
		stands_at(scanner, gap->end, "\u00BB") ||
		stands_before(scanner, gap->at, "\u00AB"));
}

/* "turn it off . .. The", "Loading.. . More": three points, one apart. */
static bool is_broken_ellipsis(const struct scanner *scanner,
			       const struct gap *gap)
{
	if (stands_before(scanner, gap->at, " ."))
		return stands_at(scanner, gap->end, "..") &&
		       byte_at(scanner, gap->end + 2) != '.';
	return scanner->tokenised && stands_before(scanner, gap->at, "..") &&
	       !stands_before(scanner, gap->at, "...") &&
	       byte_at(scanner, gap->end) == '.' &&
	       byte_at(scanner, gap->end + 1) != '.';
}

/*
 * "It said . . . nothing": three points, or four where a sentence ends. More
 * are the leaders of a table.
 */
static bool ellipsis_closes(struct scanner *scanner, const struct gap *gap)
{
	static const char points[] = "....";
	size_t count = 1, end = gap->at;

	if (byte_before(scanner, end) != '.' ||
	    stands_before(scanner, end, "..") ||
	    stands_before(scanner, end, ". ."))
		return false;
	for (; count <= 4 && stands_at(scanner, end, " ."); end += 2)
		count++;
	if (count < 3 || count > 4 || byte_at(scanner, end) == '.')
		return false;
	return scanner_put(scanner, RULE_WHITESPACE_ELLIPSIS, gap->at - 1, end,
			   points + 4 - count);
}

bool gap_closes(struct scanner *scanner, const struct gap *gap)
{
	if (before_mark(scanner, gap)) {
		run_note_mark(scanner, gap);
		return scanner_put(scanner, RULE_WHITESPACE_BEFORE_MARK,
				   gap->at, gap->end, "");
	}
	if (ellipsis_closes(scanner, gap))
		return true;
	if (is_turned(scanner, gap))
		return turn(scanner, gap);
	if (is_broken_ellipsis(scanner, gap))
		return scanner_put(scanner, RULE_WHITESPACE_TOKEN, gap->at,
				   gap->end, "");
	if (inside_bracket(scanner, gap) && byte_at(scanner, gap->end) == ')' &&
	    ascii_is_alnum(byte_at(scanner, gap->end + 1)))
		return scanner_put(scanner, RULE_WHITESPACE_BRACKET, gap->at,
				   gap->end + 1, ") ");
	if (inside_bracket(scanner, gap) || inside_brace(scanner, gap))
		return scanner_put(scanner, RULE_WHITESPACE_BRACKET, gap->at,
				   gap->end, "");
	return false;
}
