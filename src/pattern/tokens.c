/* Words of a line: hashing and splitting. */
#include "pattern/tokens.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "pattern/words_turn.h"
#include "text/address.h"
#include "text/domains.h"
#include "unicode/props.h"

#define COPYRIGHT_SIGN "\xC2\xA9"

uint32_t token_hash(const char *bytes, size_t len)
{
	return len ? word_hash(bytes, 0, len) : 0;
}

static bool is_sign(const char *text, size_t at, size_t end)
{
	return end - at >= 2 && !memcmp(text + at, COPYRIGHT_SIGN, 2);
}

bool token_sign_in(const char *text, size_t at, size_t end)
{
	for (; at < end; at++)
		if (is_sign(text, at, end))
			return true;
	return false;
}

void tokens_first(const char *text, size_t at, size_t end, uint32_t first[2])
{
	struct words words;
	size_t count = 0, start, tail;

	first[0] = first[1] = 0;
	words_init(&words, text, at, end);
	while (count < 2 && words_next(&words, &start, &tail)) {
		if (words.signs && token_sign_in(text, at, start))
			first[count++] = token_sign_hash();
		if (count < 2)
			first[count++] = word_hash(text, start, tail);
		at = tail;
	}
}

/* What a mark is in a gap; those without a class are signs. */
static unsigned gap_mark(uint32_t point)
{
	const uint32_t mark = mark_of(point);

	return mark ? mark & UINT16_MAX : GAP_SIGN;
}

/* A hyphen is a dash where it is free or is doubled. */
static unsigned hyphen_mark(const char *text, size_t at, size_t end, size_t i)
{
	const bool free_before = i == at || text[i - 1] == ' ';
	const bool free_after = i + 1 == end || text[i + 1] == ' ';
	const bool doubled = i + 1 < end && text[i + 1] == '-';

	return (free_before && free_after) || doubled || free_before
		       ? GAP_DASH
		       : GAP_HYPHEN;
}

bool tokens_have_dash(const char *text, size_t at, size_t end)
{
	for (size_t i = bytes_find(text, end, at, '-'); i < end;
	     i = bytes_find(text, end, i + 1, '-'))
		if (hyphen_mark(text, at, end, i) == GAP_DASH)
			return true;
	/* all others begin with this byte: U+2012 to U+2015 */
	for (size_t i = bytes_find(text, end, at, '\xE2'); i < end;
	     i = bytes_find(text, end, i, '\xE2'))
		if (mark_is(utf8_next(text, &i), MARK_DASH))
			return true;
	return false;
}

/* The case of a word that is not ASCII. */
static unsigned high_flags(const char *text, size_t at, size_t end)
{
	unsigned flags = 0;
	bool upper = false, lower = false;

	if (ascii_is_digit((unsigned char)text[at]))
		flags |= TOKEN_NUMBER;
	for (size_t i = at; i < end;) {
		const size_t start = i;
		const unsigned char c = (unsigned char)text[i];
		const uint32_t point =
			c < 0x80 ? text[i++] & 0x7F : utf8_next(text, &i);

		if (unicode_is_lower(point)) {
			lower = true;
		} else if (unicode_is_upper(point)) {
			if (start == at)
				flags |= TOKEN_CAPITAL;
			else if (lower)
				flags |= TOKEN_GLUED;
			upper = true;
		}
	}
	if (upper && !lower)
		flags |= TOKEN_CAPS;
	return flags;
}

/* What case tells of a word, eight bytes at a time. */
struct letters {
	uint64_t upper, lower, glued, high; /* zero: none */
};

/* Bit 6 of an ASCII byte of a word is set in letters, bit 5 in small ones. */
static void see_letters(struct letters *seen, uint64_t bytes)
{
	const uint64_t letters = bytes & WORD_EACH(0x40);
	const uint64_t lower = letters & bytes << 1;
	const uint64_t upper = letters & ~lower;

	/* capitals after the first small letter */
	seen->glued |= seen->lower ? upper : upper & ~(lower ^ (lower - 1));
	seen->upper |= upper;
	seen->lower |= lower;
	seen->high |= bytes & WORD_EACH(0x80);
}

static unsigned case_flags(const char *text, size_t at, size_t end,
			   const struct letters *seen)
{
	const unsigned char first = (unsigned char)text[at];

	if (seen->high)
		return high_flags(text, at, end);
	return (ascii_is_upper(first) ? TOKEN_CAPITAL : 0) |
	       (seen->upper && !seen->lower ? TOKEN_CAPS : 0) |
	       (seen->glued ? TOKEN_GLUED : 0) |
	       (ascii_is_digit(first) ? TOKEN_NUMBER : 0);
}

struct splitter {
	struct tokens *tokens;
	const char *text;
	size_t start, at, end; /* the line; what is read of it */
	size_t most;	       /* tokens */
	unsigned gap;
	struct address_run run;
};

CPU_LOOP void add_token(struct splitter *splitter, size_t tail, uint32_t hash,
			unsigned flags)
{
	struct tokens *tokens = splitter->tokens;

	/* room for the last one's gap */
	if (tokens->count + 1 < splitter->most)
		tokens->word[tokens->count++] = (struct token){
			.hash = hash,
			.at = (uint32_t)splitter->at,
			.end = (uint32_t)tail,
			.gap = (uint16_t)splitter->gap,
			.flags = (uint16_t)flags,
		};
	splitter->gap = 0;
	splitter->at = tail;
}

/* Whether what follows a word could make it part of an address. */
CPU_LOOP bool goes_on(const char *text, size_t i, size_t end)
{
	if (i + 1 >= end || text[i] == ' ' || text[i + 1] == ' ')
		return false;
	if (text[i] == '.' || text[i] == '@' || text[i] == '_' ||
	    text[i] == '-')
		return ascii_is_alnum((unsigned char)text[i + 1]);
	return text[i] == ':' && text[i + 1] == '/';
}

/* case_flags() of a word of ASCII that is no longer than eight bytes. */
CPU_LOOP unsigned short_flags(unsigned char first, uint64_t bytes)
{
	const uint64_t letters = bytes & WORD_EACH(0x40);
	const uint64_t lower = letters & bytes << 1;
	const uint64_t upper = letters ^ lower;
	const unsigned number = ascii_is_digit(first) ? TOKEN_NUMBER : 0;

	if (!upper)
		return number;
	return (ascii_is_upper(first) ? TOKEN_CAPITAL : 0) |
	       (lower ? 0 : TOKEN_CAPS) |
	       (upper & ~(lower ^ (lower - 1)) ? TOKEN_GLUED : 0) | number;
}

/* A word that is long, or is not ASCII. */
static __attribute__((noinline)) void add_other(struct splitter *splitter,
						size_t tail, uint64_t bytes)
{
	const char *text = splitter->text;
	const size_t at = splitter->at;
	struct letters seen = { 0, 0, 0, 0 };
	const uint32_t hash = word_hash_on(word_mix(bytes), text, at, tail);

	see_letters(&seen, bytes);
	for (size_t i = at + 8; i < tail; i += 8)
		see_letters(&seen, word_bytes(text, i, tail));
	add_token(splitter, tail, hash, case_flags(text, at, tail, &seen));
}

/* Most words are short, and ASCII. */
CPU_LOOP void add_plain(struct splitter *splitter, size_t tail)
{
	const char *text = splitter->text;
	const size_t at = splitter->at;
	const uint64_t bytes = word_bytes(text, at, tail);

	if (tail - at <= 8 && !(bytes & WORD_EACH(0x80)))
		add_token(splitter, tail, word_mix(bytes),
			  short_flags((unsigned char)text[at], bytes));
	else
		add_other(splitter, tail, bytes);
}

/*
 * "NEWS.COMThe council": where the sentence begins that is glued to a domain in
 * capitals after a period; `tail` where none is.
 */
static size_t glued_domain_end(const struct splitter *splitter, size_t tail)
{
	const char *text = splitter->text;
	const size_t at = splitter->at;
	size_t i = at;

	while (i < tail && ascii_is_upper((unsigned char)text[i]))
		i++;
	if (i == tail || i < at + 3 || !ascii_is_lower((unsigned char)text[i]))
		return tail;
	return domain_find(text + at, i - 1 - at) == DOMAIN_PLAIN ? i - 1
								  : tail;
}

/* The word up to `tail`, or the address that it begins. */
CPU_LOOP void add_word(struct splitter *splitter, size_t tail)
{
	const char *text = splitter->text;
	const size_t at = splitter->at, end = splitter->end;
	unsigned flags = 0;
	size_t address = 0;

	if (goes_on(text, tail, end))
		address = address_at(text, at, end, &splitter->run, &flags);
	if (address) {
		add_token(splitter, address, word_hash(text, at, address),
			  flags);
		return;
	}
	if (at > splitter->start && text[at - 1] == '.')
		add_plain(splitter, glued_domain_end(splitter, tail));
	if (splitter->at < tail)
		add_plain(splitter, tail);
}

/* The end of a handle at text[at]; 0: there is none. */
static size_t handle_end(struct splitter *splitter, size_t at, unsigned *flags)
{
	return splitter->text[at] == '@'
		       ? address_at(splitter->text, at, splitter->end,
				    &splitter->run, flags)
		       : 0;
}

/* What is before a word: marks, and tokens that are no words. */
static void read_gap(struct splitter *splitter, size_t start)
{
	const char *text = splitter->text;
	const size_t end = splitter->end;

	while (splitter->at < start) {
		const size_t at = splitter->at;
		unsigned flags = 0;
		const size_t handle = handle_end(splitter, at, &flags);
		uint32_t point;

		if (text[at] == ' ') {
			splitter->gap |= GAP_SPACE;
			splitter->at++;
		} else if (handle) {
			add_token(splitter, handle, word_hash(text, at, handle),
				  flags);
		} else if (is_sign(text, at, end)) {
			add_token(splitter, at + 2, token_sign_hash(), 0);
		} else {
			point = utf8_next(text, &splitter->at);
			splitter->gap |=
				point == '-'
					? hyphen_mark(text, splitter->start,
						      end, at)
					: gap_mark(point);
		}
	}
}

/* All words of the line, each with the gap before it. */
CPU_LOOP void split(struct splitter *splitter, struct words *words,
		    words_scanner *scanner)
{
	const char *text = splitter->text;

	while (words->ends || words_turn_by(words, scanner)) {
		size_t start, tail;

		words_take(words, &start, &tail);
		if (start == splitter->at + 1 && text[splitter->at] == ' ') {
			splitter->gap |= GAP_SPACE;
			splitter->at = start;
		} else {
			read_gap(splitter, start);
		}
		/* an address takes words, or a part of one, with it */
		if (splitter->at < tail)
			add_word(splitter, tail);
	}
}

#ifdef __x86_64__
CPU_AVX512 static void split_avx512(struct splitter *splitter,
				    struct words *words)
{
	split(splitter, words, scan_words_avx512_inline);
}

CPU_AVX2 static void split_avx2(struct splitter *splitter, struct words *words)
{
	split(splitter, words, scan_words_avx2_inline);
}
#endif

static void split_line(struct splitter *splitter, struct words *words)
{
#ifdef __x86_64__
	if (cpu_has_avx512()) {
		split_avx512(splitter, words);
		return;
	}
	if (cpu_has_avx2()) {
		split_avx2(splitter, words);
		return;
	}
#endif
	split(splitter, words, scan_words);
}

bool tokens_split(struct tokens *tokens, struct arena *arena, const char *text,
		  size_t at, size_t end)
{
	struct splitter splitter = {
		.tokens = tokens,
		.text = text,
		.start = at,
		.at = at,
		.end = end,
		/* a word needs a byte, and one that separates it from the next
		 */
		.most = (end - at) / 2 + 2,
	};
	struct words words;

	tokens->count = 0;
	tokens->word =
		arena_alloc(arena, splitter.most * sizeof(*tokens->word));
	if (!tokens->word)
		return false;
	words_init(&words, text, at, end);
	split_line(&splitter, &words);
	read_gap(&splitter, end);
	tokens->word[tokens->count] = (struct token){
		.at = (uint32_t)end,
		.end = (uint32_t)end,
		.gap = (uint16_t)splitter.gap,
	};
	arena_trim(arena, tokens->word,
		   (tokens->count + 1) * sizeof(*tokens->word));
	return true;
}

bool tokens_end_sentence(const struct tokens *tokens, size_t at)
{
	const struct token *word = &tokens->word[at];
	/* an address that more follows: "lowell.example is open" */
	const unsigned begins =
		TOKEN_CAPITAL | TOKEN_NUMBER |
		(at + 1 < tokens->count ? TOKEN_URL | TOKEN_HANDLE : 0);

	/* "U.S. Senate", "Mr. Doe": what is that short is an abbreviation */
	return at && word->gap & GAP_STOP &&
	       word->gap & (GAP_SPACE | GAP_OPEN) &&
	       (word->flags & begins || word->hash == token_sign_hash()) &&
	       (word[-1].end - word[-1].at > 2 ||
		word[-1].flags & TOKEN_NUMBER);
}
