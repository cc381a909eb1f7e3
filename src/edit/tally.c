/* The tally of a text's words, marks and gaps. */
#include "edit/tally.h"

#include <string.h>

#include "base/ascii.h"

/* Words between ",  " and the verb of who speaks: ",  one man told". */
#define SPEECH_NEAR 4

/* A word of up to four letters as a number, lower-cased. */
static uint32_t pack(const char *word, size_t len)
{
	uint32_t packed = 0;

	for (size_t i = 0; i < len; i++)
		packed = packed << 8 | ascii_lower((unsigned char)word[i]);
	return packed;
}

#define P2(a, b) ((uint32_t)(a) << 8 | (b))
#define P3(a, b, c) (P2(a, b) << 8 | (c))
#define P4(a, b, c, d) (P3(a, b, c) << 8 | (d))

/* Words that English news cannot do without and its neighbours lack. */
static const uint32_t common_words[] = {
	P3('t', 'h', 'e'),	P2('o', 'f'),		P2('t', 'o'),
	P3('a', 'n', 'd'),	P4('t', 'h', 'a', 't'), P3('f', 'o', 'r'),
	P4('w', 'i', 't', 'h'), P3('h', 'i', 's'),	P4('f', 'r', 'o', 'm'),
	P4('s', 'a', 'i', 'd'), P4('h', 'a', 'v', 'e'), P4('t', 'h', 'e', 'y'),
	P4('b', 'e', 'e', 'n'), P2('b', 'y'),		P3('w', 'h', 'o'),
	P4('t', 'h', 'i', 's'), P3('w', 'a', 's'),	P2('i', 's'),
	P2('i', 't'),		P2('b', 'e'),		P3('a', 'r', 'e'),
	P3('n', 'o', 't'),	P2('h', 'e'),		P2('o', 'n'),
	P3('h', 'e', 'r'),	P3('s', 'h', 'e'),	P3('h', 'a', 'd'),
	P3('h', 'a', 's'),	P3('b', 'u', 't'),	P4('w', 'e', 'r', 'e'),
	P4('w', 'i', 'l', 'l'), P4('m', 'o', 'r', 'e'), P4('w', 'h', 'e', 'n'),
	P4('t', 'h', 'a', 'n'), P4('w', 'h', 'a', 't'), P4('i', 'n', 't', 'o'),
};

static bool is_common(uint32_t packed)
{
	const size_t count = sizeof(common_words) / sizeof(*common_words);

	for (size_t i = 0; i < count; i++) {
		if (common_words[i] == packed)
			return true;
	}
	return false;
}

/* s, t, d, m, re, ve, ll: what an apostrophe joins to the word before it. */
static bool is_clitic(uint32_t packed, char before)
{
	switch (packed) {
	case 't':
		return before == 'n' || before == 'N';
	case 's':
	case 'm':
	case 'd':
	case P2('r', 'e'):
	case P2('v', 'e'):
	case P2('l', 'l'):
		return ascii_is_letter((unsigned char)before);
	}
	return false;
}

/* Words before the clitics 's and 'd. */
static bool is_pronoun(uint32_t packed)
{
	static const uint32_t pronouns[] = {
		'i',
		P2('h', 'e'),
		P2('i', 't'),
		P2('w', 'e'),
		P3('s', 'h', 'e'),
		P3('y', 'o', 'u'),
		P3('w', 'h', 'o'),
		P4('t', 'h', 'e', 'y'),
		P4('t', 'h', 'a', 't'),
		P4('w', 'h', 'a', 't'),
	};

	for (size_t i = 0; i < sizeof(pronouns) / sizeof(*pronouns); i++)
		if (pronouns[i] == packed)
			return true;
	return false;
}

/*
 * A clitic that is no name of a plot or a class: "didn t", "we ve". `s` and `d`
 * are letters like others ("class s"): their neighbours must tell.
 */
static bool is_sure_clitic(uint32_t packed, char before, uint32_t word)
{
	switch (packed) {
	case 't':
		return true;
	case 'm':
		return word == 'i';
	case 's':
	case 'd':
		return is_pronoun(word);
	case P2('r', 'e'):
	case P2('v', 'e'):
	case P2('l', 'l'):
		return strchr("euyiI", before) != NULL;
	}
	return false;
}

static bool is_speech(uint32_t packed)
{
	return packed == P4('s', 'a', 'i', 'd') ||
	       packed == P4('s', 'a', 'y', 's') ||
	       packed == P4('t', 'o', 'l', 'd');
}

bool tally_is_high_mark(const char *text, size_t len, size_t at)
{
	return at + 2 < len && !memcmp(text + at, "\xE2\x80", 2) &&
	       (unsigned char)text[at + 2] - 0x90u < 16;
}

static void see_high_mark(struct tally *tally, unsigned char last, bool inside)
{
	if (last < 0x98)
		tally->soft++;
	else if (last < 0x9C && inside)
		tally->apostrophes++;
	else
		tally->quotes++;
}

static void see_mark(struct tally *tally, const char *text, size_t at,
		     size_t end)
{
	const unsigned char c = (unsigned char)text[at];

	if (strchr(".,;:?!", (char)c))
		tally->stops++;
	else if (c == '"' || c == '`')
		tally->quotes++;
	else if (c == '\'')
		tally->apostrophes++;
	else if (strchr("-()[]$%&/", (char)c))
		tally->soft++;
	else if (tally_is_high_mark(text, end, at))
		see_high_mark(tally, (unsigned char)text[at + 2],
			      at + 3 == end);
}

/* Wide spaces that no sentence end explains: ",  ", "said  the". */
static bool is_odd_wide(const char *text, size_t at, size_t end)
{
	if (at < end && text[at] == ',')
		at++;
	return end - at == 2 && text[at] == ' ' && text[at + 1] == ' ';
}

/* Whether a gap holds a mark that separates words: no apostrophe, no hyphen. */
static bool separates(const char *text, size_t at, size_t end)
{
	bool space = false, mark = false;

	for (size_t i = at; i < end; i++) {
		const bool blank = text[i] == ' ' || text[i] == '\n';

		space |= blank;
		mark |= !blank;
	}
	return space && mark;
}

/*
 * Whether the gap before a word is one between sentences: the start of the
 * text, a blank line, or a full stop and white space; quotation marks and
 * brackets may be in it, bullets and dashes may not.
 */
static bool starts_sentence(const char *text, size_t at, size_t end)
{
	bool stop = !at, blank = false;

	for (size_t i = at; i < end; i++) {
		const char c = text[i];

		if (c == '.' || c == '?' || c == '!')
			stop = true;
		else if (c == '\n' && i > at && text[i - 1] == '\n')
			stop = true;
		else if (tally_is_high_mark(text, end, i) &&
			 (unsigned char)text[i + 2] >= 0x98)
			i += 2;
		else if (!strchr(" \n\"'()[]", c))
			return false;
		blank |= c == ' ' || c == '\n';
	}
	return stop && (blank || !at);
}

/* A line of capitals alone has no sentence starts; see struct tally. */
static void end_line(struct tally *tally)
{
	const struct tally_line *line = &tally->line;

	if (line->upper && !line->lower)
		tally->starts_upper -= line->starts_upper;
	tally->tails += line->tail;
	tally->line = (struct tally_line){ 0 };
}

static void see_gap(struct tally *tally, const char *text, size_t at,
		    size_t end)
{
	bool wide = false;

	for (size_t i = at; i < end; i++) {
		if (text[i] == ' ')
			wide |= i > at && text[i - 1] == ' ';
		else if (text[i] == '\n')
			end_line(tally);
		else
			see_mark(tally, text, i, end);
	}
	tally->wide += wide;
	tally->sentences += end - at >= 2 && end - at <= 3 &&
			    strchr(".?!", text[at]) && text[end - 1] == ' ';
	tally->odd_wide += is_odd_wide(text, at, end);
	tally->between += separates(text, at, end);
}

/* A word of up to four letters: how it fits the gap, and the one before. */
static void see_short_word(struct tally *tally, const char *text, size_t at,
			   uint32_t packed, size_t gap_at)
{
	const bool single = gap_at && at - gap_at == 1 && text[gap_at] == ' ';
	const char before = gap_at ? text[gap_at - 1] : ' ';

	tally->common += is_common(packed);
	if (is_speech(packed))
		tally->speech +=
			is_odd_wide(text, gap_at, at) ||
			(tally->wide_comma &&
			 tally->words - tally->wide_comma < SPEECH_NEAR);
	if (!single || !is_clitic(packed, before))
		return;
	tally->clitics++;
	tally->strong += is_sure_clitic(packed, before, tally->last);
}

/* "sheriff s office": what is owned is no function word, "class s and" is. */
static void see_owned(struct tally *tally, const char *text, size_t at,
		      bool common, size_t gap_at)
{
	tally->strong += tally->owner && !common && at - gap_at == 1 &&
			 text[gap_at] == ' ';
}

static void see_word(struct tally *tally, const char *text, size_t at,
		     size_t end, size_t gap_at)
{
	const uint32_t packed = end - at > 4 ? 0 : pack(text + at, end - at);
	const bool small = ascii_is_lower((unsigned char)text[at]);

	tally->words++;
	if (is_odd_wide(text, gap_at, at)) {
		tally->speech += tally->said;
		if (text[gap_at] == ',')
			tally->wide_comma = tally->words;
	}
	see_owned(tally, text, at, packed && is_common(packed), gap_at);
	if (starts_sentence(text, gap_at, at)) {
		tally->starts_lower += small;
		tally->starts_upper += ascii_is_upper((unsigned char)text[at]);
		tally->line.starts_upper +=
			ascii_is_upper((unsigned char)text[at]);
	}
	if (packed)
		see_short_word(tally, text, at, packed, gap_at);
	tally->owner = packed == 's' && gap_at && at - gap_at == 1 &&
		       text[gap_at] == ' ' &&
		       ascii_is_letter((unsigned char)text[gap_at - 1]);
	tally->said = packed && is_speech(packed);
	tally->last = packed;
}

static void see_letter(struct tally *tally, unsigned char c)
{
	if (ascii_is_lower(c)) {
		tally->lower++;
		tally->line.lower++;
		tally->line.tail++;
	} else if (ascii_is_upper(c)) {
		tally->upper++;
		tally->line.upper++;
		tally->line.tail = 0;
	}
}

void tally_text(struct tally *tally, const char *text, size_t len)
{
	size_t gap_at = 0, at = 0;

	while (at < len) {
		size_t end = at;

		if (!ascii_is_alnum((unsigned char)text[at])) {
			at++;
			continue;
		}
		see_gap(tally, text, gap_at, at);
		while (end < len && ascii_is_alnum((unsigned char)text[end]))
			see_letter(tally, (unsigned char)text[end++]);
		see_word(tally, text, at, end, gap_at);
		gap_at = at = end;
	}
	see_gap(tally, text, gap_at, len);
	end_line(tally);
}
