/* The tally of a text's words. */
#include "edit/tally.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/skip.h"
#include "text/chat.h"
#include "text/lead.h"
#include "text/word_lists.h"

/* Words between ",  " and the verb of who speaks: ",  one man told". */
#define SPEECH_NEAR 4

/* Single letters in a row that are a word. */
#define SPELLED_LETTERS 3

/*
 * What an apostrophe joins to the word before it: "didn t", "kerry s". `lists`
 * are the word's, `last` those of the one before.
 */
static bool is_clitic(uint32_t lists, char before, uint32_t last)
{
	if (lists & LIST_NEGATIVE)
		return (last & LIST_NEGATED) != 0;
	return lists & (LIST_CLITIC | LIST_POSSESSIVE) &&
	       ascii_is_letter((unsigned char)before);
}

/*
 * A clitic that is no name of a plot or a class, nor a part of a word: "didn
 * t", "we ve", but not "class s", "would re elect": the word before it must
 * tell.
 */
static bool is_sure_clitic(uint32_t lists, uint32_t last)
{
	if (lists & LIST_NEGATIVE)
		return true;
	return (last & LIST_PRONOUN) != 0;
}

/* Whether one space is before the word at `at`, and nothing else. */
static bool follows_space(const char *text, size_t at, size_t gap_at)
{
	return gap_at && at - gap_at == 1 && text[gap_at] == ' ';
}

/* A verb of speech beside a wide gap, or a few words after one. */
static void see_speech(struct tally *tally, const char *text, size_t at,
		       size_t gap_at)
{
	const bool near = tally->wide_comma &&
			  tally->words - tally->wide_comma < SPEECH_NEAR;

	/* before it the quotation's comma was kept */
	tally->speech += near || (text[gap_at] == ',' &&
				  tally_gap_is_odd(text, gap_at, at));
	tally->spoken += near;
}

/* "R e l e a s e", "M I N I S T E R", but "I m", "i d": a scanner's letters. */
static bool is_spelled(const char *text, size_t gap_at)
{
	const bool lone =
		gap_at < 2 || !ascii_is_alnum((unsigned char)text[gap_at - 2]);

	return lone && (ascii_lower((unsigned char)text[gap_at - 1]) != 'i' ||
			strchr("sStT", text[gap_at + 1]));
}

#define SECTION_DIGITS 3

/* "under s 34(1)": a section of a law, which owns nothing; but "the board s
   129th meeting", "the mill s 2015 report". */
static bool is_section(const char *text, size_t len, size_t end)
{
	const size_t at = end + 1;
	const size_t stop = skip_digits(text, len, at);

	return bytes_at(text, len, end) == ' ' && stop > at &&
	       stop <= at + SECTION_DIGITS &&
	       !ascii_is_lower(bytes_at(text, len, stop));
}

static void see_clitic(struct tally *tally, const char *text, size_t gap_at,
		       uint32_t lists)
{
	/* "Model S" */
	if (ascii_is_upper((unsigned char)text[gap_at + 1]) &&
	    ascii_is_lower((unsigned char)text[gap_at - 1]))
		return;
	if (is_spelled(text, gap_at) ||
	    !is_clitic(lists, text[gap_at - 1], tally->last))
		return;
	tally->clitics++;
	tally->strong += is_sure_clitic(lists, tally->last);
	tally->owner = (lists & LIST_POSSESSIVE) != 0;
}

/*
 * "it 's", "they 're": the apostrophe before the word at `at` belongs to the
 * word before it, and separates nothing.
 */
static bool is_set_apart(const char *text, size_t gap_at, size_t at,
			 uint32_t lists)
{
	if (!(lists & (LIST_CLITIC | LIST_POSSESSIVE)) || text[gap_at] != ' ')
		return false;
	if (at - gap_at == 2)
		return text[at - 1] == '\'';
	return at - gap_at == 4 &&
	       !memcmp(text + gap_at + 1, "\xE2\x80\x99", 3);
}

#define MONTH_LEAST 7 /* letters: "august" and "march" are words, too */

/* "monday", "october", "mr": names that English never begins small. */
static bool is_name(uint32_t lists, size_t len)
{
	return lists & LIST_PROPER ||
	       (lists & LIST_MONTH && len >= MONTH_LEAST);
}

/* `space`: one alone is before it, so that no sentence begins there. */
static void see_name(struct tally *tally, char first, bool space)
{
	tally->small_names += ascii_is_lower((unsigned char)first);
	tally->kept_names += space && ascii_is_upper((unsigned char)first);
}

static bool are_letters(const char *text)
{
	return ascii_is_lower((unsigned char)text[0]) &&
	       ascii_is_lower((unsigned char)text[1]);
}

/* "i" between words, which is as sure; not in "l i g h t", nor "to the i". */
static void see_pronoun(struct tally *tally, const char *text, size_t len,
			size_t at)
{
	if ((text[at] != 'i' && text[at] != 'I') || at < 3 ||
	    text[at - 1] != ' ' || len - at <= 3 || text[at + 1] != ' ' ||
	    !are_letters(text + at - 3) || !are_letters(text + at + 2))
		return;
	if (text[at] == 'i' && !(tally->last & LIST_DEFINITE))
		tally->small_names++;
	else
		tally->kept_names++; /* or "the i", a number's */
}

/* Behind a full stop: "Alas! how vain" is an old way, "? asked" a quotation's.
 */
static bool is_inner_start(const char *text, size_t gap_at, size_t at)
{
	return at > gap_at && text[gap_at] == '.' &&
	       !memchr(text + gap_at, '\n', at - gap_at);
}

static void see_start(struct tally *tally, const char *text, size_t gap_at,
		      size_t at, uint32_t lists)
{
	const unsigned char first = (unsigned char)text[at];

	if (lists & (LIST_TELLTALE | LIST_CLAUSE) &&
	    !tally_gap_is_loose(text, gap_at, at)) {
		tally->plain_lower += ascii_is_lower(first);
		tally->plain_upper += ascii_is_upper(first);
	}
	tally->starts_lower += ascii_is_lower(first);
	tally->inner_lower +=
		ascii_is_lower(first) && is_inner_start(text, gap_at, at);
	tally->starts_upper += ascii_is_upper(first);
	tally->line.starts_upper += ascii_is_upper(first);
}

/* "v2.1.0", a heading of a list of changes, begins no sentence. */
static bool is_version(const char *text, size_t at, size_t end)
{
	return end - at > 1 && text[at] == 'v' &&
	       ascii_is_digit((unsigned char)text[at + 1]);
}

/* "(b) borrow money", an item of a list, begins no sentence either. */
static bool is_item(const char *text, size_t at, size_t end)
{
	return end - at == 1 && at && text[at - 1] == '(';
}

/* The start of a line that has one space before a capital. */
static bool is_lead(const char *text, size_t gap_at, size_t at)
{
	return at > gap_at && text[at - 1] == ' ' &&
	       ascii_is_upper((unsigned char)text[at]) &&
	       (at == 1 || text[at - 2] == '\n');
}

/* A word as a scanner reads wide type, letter by letter. */
static void see_spelled(struct tally *tally, bool letter)
{
	tally->row = letter ? tally->row + 1 : 0;
	tally->spelled += tally->row == SPELLED_LETTERS;
}

static bool is_after_apostrophe(const char *text, size_t at)
{
	return at && (text[at - 1] == '\'' ||
		      (at > 2 && !memcmp(text + at - 3, "\xE2\x80\x99", 3)));
}

/* "large  amounts": a wide gap between small words, not after "said". */
static bool is_plain_wide(const struct tally *tally, const char *text,
			  size_t at, size_t gap_at)
{
	return gap_at && at - gap_at == 2 && text[gap_at] == ' ' &&
	       text[gap_at + 1] == ' ' && !tally->said &&
	       ascii_is_lower((unsigned char)text[at]) &&
	       ascii_is_lower((unsigned char)text[gap_at - 1]);
}

/* "said  The": a quotation begins with a capital, where there are any. */
static bool begins_speech(const struct tally *tally, unsigned char first)
{
	return tally->said && (!tally->upper || ascii_is_upper(first));
}

/* What is before the word at `at`, where it is more than a space. */
static void see_odd_gap(struct tally *tally, const char *text, size_t at,
			size_t gap_at)
{
	const unsigned char first = (unsigned char)text[at];

	tally->plain_wide += is_plain_wide(tally, text, at, gap_at);
	tally->line.led |= is_lead(text, gap_at, at);
	if (!tally_gap_is_odd(text, gap_at, at))
		return;
	tally->line.wide = true;
	tally->speech += begins_speech(tally, first) ||
			 (tally->said && text[gap_at] == ',');
	if (text[gap_at] != ',')
		return;
	tally->spoken += begins_speech(tally, first);
	tally->wide_comma = tally->words;
}

static void see_word(struct tally *tally, const char *text, size_t len,
		     size_t at, size_t end, size_t gap_at)
{
	const uint32_t lists =
		word_lists_find(tally->lists, text + at, end - at);
	const bool space = follows_space(text, at, gap_at);

	tally->words++;
	tally->small += ascii_is_lower((unsigned char)text[at]) &&
			(space || !gap_at || !is_after_apostrophe(text, at));
	see_spelled(tally, space && end - at == 1 &&
				   ascii_is_lower((unsigned char)text[at]));
	/* one space alone is neither */
	if (!space)
		see_odd_gap(tally, text, at, gap_at);
	tally->between -= is_set_apart(text, gap_at, at, lists);
	/* "sheriff s office": no function word is owned, as in "class s and" */
	tally->strong += tally->owner && space && !(lists & LIST_TELLTALE);
	if ((tally->led_in || (!space && tally_gap_starts(text, gap_at, at))) &&
	    !is_version(text, at, end) && !is_item(text, at, end))
		see_start(tally, text, gap_at, at,
			  end - at > 1 ? lists : 0); /* "I" is always so */
	tally->led_in = false;
	if (lists & LIST_TELLTALE) {
		tally->common++;
		tally->common_upper +=
			ascii_is_upper((unsigned char)text[at]) &&
			ascii_is_lower((unsigned char)text[end - 1]);
	}
	if (is_name(lists, end - at))
		see_name(tally, text[at], space);
	tally->said = (lists & LIST_SAID) != 0;
	if (tally->said)
		see_speech(tally, text, at, gap_at);
	tally->owner = false;
	if (space && !is_section(text, len, end))
		see_clitic(tally, text, gap_at, lists);
	tally->last = lists;
}

static void see_letter(struct tally *tally, unsigned char c)
{
	if (ascii_is_lower(c)) {
		tally->lower++;
		tally->line.lower++;
		tally->line.tail++;
	} else if (ascii_is_upper(c)) {
		tally->fronts += !(tally->line.lower + tally->line.upper);
		tally->upper++;
		tally->line.upper++;
		tally->line.tail = 0;
	}
}

/*
 * But for "I", which some keep where they keep no other capital, and the N that
 * corpora have for a number.
 */
static void see_letters(struct tally *tally, const char *text, size_t at,
			size_t end)
{
	if (end - at == 1 && (text[at] == 'I' || text[at] == 'N'))
		return;
	while (at < end)
		see_letter(tally, (unsigned char)text[at++]);
}

/* Pass by the lead of the line that begins at `at`, if it has one. */
static size_t skip_lead(struct tally *tally, const char *text, size_t len,
			size_t gap_at, size_t at)
{
	size_t end = lead_end(text, len, at);

	if (end == at)
		return at;
	end = lead_handle_end(text, len, end);
	tally_gap(tally, text, len, gap_at, at);
	tally->leads++;
	tally->led_in = true;
	return end;
}

static size_t word_end(const char *text, size_t len, size_t at)
{
	while (at < len && ascii_is_alnum((unsigned char)text[at]))
		at++;
	return at;
}

static bool begins_line(const char *text, size_t at)
{
	return !at || text[at - 1] == '\n';
}

void tally_text(struct tally *tally, const char *text, size_t len)
{
	size_t gap_at = 0, at = 0;

	while (at < len) {
		size_t end = at;

		if (begins_line(text, at)) {
			tally->nicks += chat_begins_message(text, len, at);
			end = skip_lead(tally, text, len, gap_at, at);
			gap_at = end > at ? end : gap_at;
			at = end;
			if (at == len)
				break;
		}
		if (!ascii_is_alnum((unsigned char)text[at])) {
			at++;
			continue;
		}
		if (!follows_space(text, at, gap_at))
			tally_gap(tally, text, len, gap_at, at);
		see_pronoun(tally, text, len, at);
		end = word_end(text, len, at);
		see_letters(tally, text, at, end);
		see_word(tally, text, len, at, end, gap_at);
		gap_at = at = end;
	}
	tally_end(tally, text, gap_at, len);
}

/* A byte that leads a letter beyond ASCII: Latin, and no mark. */
static bool leads_letter(unsigned char c)
{
	return (c >= 0xC3 && c < 0xE0) || c == 0xE1;
}

/* "for" of "foråret": ASCII letters beside another, of which no word is told.
 */
static bool is_part_of_word(const char *text, size_t len, size_t at, size_t end)
{
	if (end < len && leads_letter((unsigned char)text[end]))
		return true;
	return (at > 1 && (unsigned char)text[at - 1] >= 0x80 &&
		leads_letter((unsigned char)text[at - 2])) ||
	       (at > 2 && (unsigned char)text[at - 3] == 0xE1);
}

void tally_words(struct tally *tally, const char *text, size_t len)
{
	size_t at = 0;

	while (at < len) {
		size_t end;

		if (begins_line(text, at))
			at = lead_end(text, len, at);
		end = word_end(text, len, at);
		if (end == at) {
			at++;
			continue;
		}
		tally->words++;
		tally->common +=
			(word_lists_find(tally->lists, text + at, end - at) &
			 LIST_TELLTALE) != 0 &&
			!is_part_of_word(text, len, at, end);
		at = end;
	}
}
