/*
 * Gaps between words of a line that close up: before a mark, within an
 * ellipsis, inside a bracket. The first rule that makes an edit wins.
 */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/face.h"
#include "text/marks.h"

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

	return (before && strchr(":;-=\\", before)) ||
	       text_is_tearful(scanner->text, scanner->len, at);
}

/* "{ a clue }": only a tokeniser's braces are known to be brackets. */
static bool inside_brace(const struct scanner *scanner, const struct gap *gap)
{
	return scanner->tokenised && (byte_before(scanner, gap->at) == '{' ||
				      byte_at(scanner, gap->end) == '}');
}

/* "жаль (( но ладно ))": a sad face and a glad one, as Russians write them. */
static bool is_face(const struct scanner *scanner, const struct gap *gap)
{
	return !scanner->tokenised && (stands_before(scanner, gap->at, "((") ||
				       stands_at(scanner, gap->end, "))"));
}

/*
 * "f( s )", "clerk( s )": the space after the bracket stays, and so does the
 * one before its partner.
 */
static bool is_glued(const struct scanner *scanner, size_t close)
{
	size_t at = close;

	while (at && close - at < BRACKET_MAX &&
	       scanner->text[at - 1] != '\n' && scanner->text[at - 1] != ')') {
		if (scanner->text[--at] == '(')
			return byte_at(scanner, at + 1) == ' ' &&
			       ascii_is_alnum(byte_before(scanner, at));
	}
	return false;
}

/* "( ؛ )": a mark that the text speaks of, from text[at] on. "[ … ]" leaves
 * words out. */
static bool holds_mark(const struct scanner *scanner, size_t at)
{
	const uint32_t mark = utf8_at(scanner->text, scanner->len, at);

	if (mark < 0x80 ? !strchr(".,;:?!", (int)mark)
			: mark_is(mark, MARK_ELLIPSIS) || unicode_is_word(mark))
		return false;
	utf8_next(scanner->text, &at);
	return byte_at(scanner, at) == ' ' &&
	       is_close_bracket(byte_at(scanner, at + 1));
}

/* The same from the gap on that is after the mark, or before it. */
static bool is_beside_mark(const struct scanner *scanner, const struct gap *gap)
{
	size_t mark = gap->at;

	if (is_open_bracket(byte_before(scanner, gap->at)))
		return gap->end < scanner->len && holds_mark(scanner, gap->end);
	if (!mark || !is_close_bracket(byte_at(scanner, gap->end)))
		return false;
	utf8_previous(scanner->text, &mark);
	return byte_before(scanner, mark) == ' ' &&
	       is_open_bracket(byte_before(scanner, mark - 1)) &&
	       holds_mark(scanner, mark);
}

#define FRAME_GAP 3 /* spaces */

/* "Plaintiff,            )": a side of a frame, with nothing open before it. */
static bool is_frame(const struct scanner *scanner, const struct gap *gap)
{
	size_t at = gap->at;

	if (gap->width < FRAME_GAP || byte_at(scanner, gap->end) != ')')
		return false;
	while (at && gap->at - at < BRACKET_MAX &&
	       scanner->text[at - 1] != '\n' && scanner->text[at - 1] != '(')
		at--;
	return !at || scanner->text[at - 1] == '\n';
}

/* Inside a bracket; but "( )" and "[ ]" hold nothing else. */
static bool inside_bracket(struct scanner *scanner, const struct gap *gap)
{
	const unsigned char before = byte_before(scanner, gap->at);
	const unsigned char after = byte_at(scanner, gap->end);

	if ((!is_open_bracket(before) && !is_close_bracket(after)) ||
	    is_face(scanner, gap) || is_beside_mark(scanner, gap) ||
	    is_frame(scanner, gap))
		return false;
	if (is_open_bracket(before) && !is_no_bracket(scanner, gap->at - 1) &&
	    !ascii_is_alnum(byte_before(scanner, gap->at - 1)))
		/* right after a bracket "\\n" would be read as a line's end */
		return !is_close_bracket(after) &&
		       !stands_at(scanner, gap->end, "\\\\");
	if (!is_close_bracket(after) || is_open_bracket(before) ||
	    before == ':' || before == ';')
		return false;
	return after == ')' ? !is_glued(scanner, gap->end)
			    : is_opened(scanner, gap->end);
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
	if (gap_is_before_mark(scanner, gap)) {
		run_note_mark(scanner, gap);
		return scanner_put(scanner, RULE_WHITESPACE_BEFORE_MARK,
				   gap->at, gap->end, "");
	}
	if (ellipsis_closes(scanner, gap))
		return true;
	if (gap_is_turned(scanner, gap))
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
