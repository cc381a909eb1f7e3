/* Words of a line: hashing, splitting, and the quick look. */
#include "stages/boilerplate/tokens.h"

#include <string.h>

#include "base/utf8.h"
#include "stages/boilerplate/address.h"
#include "unicode/props.h"

/*
 * What a byte is to the quick look: 0 parts words, else the value that is
 * hashed. U+0080-00BF (lead C2) and U+2000-2FFF (lead E2) are signs, not
 * letters; their other bytes are passed over with the lead.
 */
#define ROW8(n)                                                                \
	(n), (n) + 1, (n) + 2, (n) + 3, (n) + 4, (n) + 5, (n) + 6, (n) + 7
static const unsigned char folded[256] = {
	['0'] = '0',
	'1',
	'2',
	'3',
	'4',
	'5',
	'6',
	'7',
	'8',
	'9',
	['A'] = ROW8('a'),
	ROW8('i'),
	ROW8('q'),
	'y',
	'z',
	['a'] = ROW8('a'),
	ROW8('i'),
	ROW8('q'),
	'y',
	'z',
	[0x80] = ROW8(0x80),
	ROW8(0x88),
	ROW8(0x90),
	ROW8(0x98),
	ROW8(0xA0),
	ROW8(0xA8),
	ROW8(0xB0),
	ROW8(0xB8),
	[0xC3] = 0xC3,
	0xC4,
	0xC5,
	0xC6,
	0xC7,
	ROW8(0xC8),
	ROW8(0xD0),
	ROW8(0xD8),
	[0xE0] = 0xE0,
	0xE1,
	0,
	0xE3,
	0xE4,
	0xE5,
	0xE6,
	0xE7,
	ROW8(0xE8),
	ROW8(0xF0),
};

#define COPYRIGHT_SIGN "\xC2\xA9"

static inline uint64_t hash_step(uint64_t hash, unsigned char value)
{
	return (hash << 7 | hash >> 57) ^ value;
}

static inline uint32_t hash_final(uint64_t hash)
{
	return (uint32_t)(hash * 0x9E3779B97F4A7C15u >> 32);
}

uint32_t token_hash(const char *bytes, size_t len)
{
	uint64_t hash = 0;

	for (size_t i = 0; i < len; i++) {
		const unsigned char value = folded[(unsigned char)bytes[i]];

		hash = hash_step(hash, value ? value : '?');
	}
	return hash_final(hash);
}

uint32_t token_sign_hash(void)
{
	return hash_final(1);
}

uint32_t token_flag_hash(unsigned flag)
{
	return hash_final(flag);
}

void token_set_add_flag(struct token_set *set, unsigned flag)
{
	static const char *const parts[] = {
		"http", "https", "www", "com", "org",
		"net",	"gov",	 "edu", "ly",  "pic",
	};

	token_set_add(set, token_flag_hash(flag));
	if (flag & (TOKEN_HANDLE | TOKEN_MAIL))
		token_set_add(set, token_flag_hash(TOKEN_HANDLE));
	for (size_t i = 0; flag & TOKEN_URL && i < 10; i++)
		token_set_add(set, token_hash(parts[i], strlen(parts[i])));
}

static size_t sign_length(unsigned char lead)
{
	return lead == 0xC2 ? 2 : lead == 0xE2 ? 3 : 1;
}

/* Whether a word is in the set: as it is, in capitals, or with the last one. */
static inline bool is_wanted(const struct token_set *set, const char *text,
			     size_t front, uint32_t last, uint32_t hash)
{
	if (token_set_has(set, hash) ||
	    token_set_has(set, token_pair_hash(last, hash)))
		return true;
	return ascii_is_upper((unsigned char)text[front + 1]) &&
	       ascii_is_upper((unsigned char)text[front]) &&
	       token_set_has(set, token_caps_hash(hash));
}

size_t tokens_find(const struct token_set *set, const char *text, size_t at,
		   size_t end)
{
	uint64_t hash = 0;
	uint32_t last = 0;
	size_t front = at;

	while (at < end) {
		const unsigned char c = (unsigned char)text[at];
		const unsigned char value = folded[c];

		if (value) {
			hash = hash_step(hash, value);
			at++;
			continue;
		}
		if (hash) {
			const uint32_t word = hash_final(hash);

			if (is_wanted(set, text, front, last, word))
				return front;
			last = word;
			hash = 0;
		}
		if (c == 0xC2 && (unsigned char)text[at + 1] == 0xA9 &&
		    token_set_has(set, token_sign_hash()))
			return at;
		if (c == '@' &&
		    token_set_has(set, token_flag_hash(TOKEN_HANDLE)))
			return at;
		at += sign_length(c);
		front = at;
	}
	return hash && is_wanted(set, text, front, last, hash_final(hash))
		       ? front
		       : end;
}

void tokens_first(const char *text, size_t at, size_t end, uint32_t first[2])
{
	uint64_t hash = 0;
	size_t count = 0;

	first[0] = first[1] = 0;
	while (at < end && count < 2) {
		const unsigned char c = (unsigned char)text[at];

		if (folded[c]) {
			hash = hash_step(hash, folded[c]);
			at++;
			continue;
		}
		if (hash)
			first[count++] = hash_final(hash);
		else if (c == 0xC2 && (unsigned char)text[at + 1] == 0xA9)
			first[count++] = token_sign_hash();
		hash = 0;
		at += sign_length(c);
	}
	if (hash && count < 2)
		first[count] = hash_final(hash);
}

/* Marks by their code points; those that are not listed say nothing. */
static unsigned ascii_mark(uint32_t point)
{
	switch (point) {
	case ':':
		return GAP_COLON;
	case ',':
		return GAP_COMMA;
	case '.':
		return GAP_STOP;
	case '!':
	case '?':
		return GAP_STOP | GAP_QUERY;
	case '(':
	case '[':
	case '{':
		return GAP_OPEN;
	case ')':
	case ']':
	case '}':
		return GAP_CLOSE;
	case '|':
		return GAP_BAR;
	case '"':
		return GAP_QUOTE;
	case '*':
		return GAP_BULLET;
	case '/':
	case '\\':
		return GAP_SLASH;
	case '\'':
	case '`':
		return GAP_APOSTROPHE;
	case ' ':
	case '\t':
	case '\n':
		return GAP_SPACE;
	default:
		return GAP_SIGN;
	}
}

static unsigned high_mark(uint32_t point)
{
	switch (point) {
	case 0x2018:
	case 0x2019:
		return GAP_APOSTROPHE;
	case 0x201C:
	case 0x201D:
	case 0xAB:
	case 0xBB:
		return GAP_QUOTE;
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015:
		return GAP_DASH;
	case 0x2010:
	case 0x2011:
		return GAP_HYPHEN;
	case 0x2022:
	case 0x2023:
	case 0x2043:
	case 0x25A0:
	case 0x25AA:
	case 0x25BA:
	case 0x25CF:
	case 0xB7:
		return GAP_BULLET;
	case 0x2026:
		return GAP_STOP;
	case 0xA0:
		return GAP_SPACE;
	default:
		return GAP_SIGN;
	}
}

/* A hyphen is a dash where it stands free or is doubled. */
static unsigned hyphen_mark(const char *text, size_t at, size_t end, size_t i)
{
	const bool free_before = i == at || text[i - 1] == ' ';
	const bool free_behind = i + 1 == end || text[i + 1] == ' ';
	const bool doubled = i + 1 < end && text[i + 1] == '-';

	return (free_before && free_behind) || doubled || free_before
		       ? GAP_DASH
		       : GAP_HYPHEN;
}

static bool is_word_byte(unsigned char c)
{
	return folded[c] != 0;
}

static unsigned case_flags(const char *text, size_t at, size_t end)
{
	unsigned flags = 0;
	bool upper = false, lower = false;

	if (ascii_is_digit((unsigned char)text[at]))
		flags |= TOKEN_NUMBER;
	for (size_t i = at; i < end;) {
		const size_t front = i;
		const unsigned char c = (unsigned char)text[i];
		const uint32_t point =
			c < 0x80 ? text[i++] & 0x7F : utf8_next(text, &i);

		if (unicode_is_lower(point)) {
			lower = true;
		} else if (unicode_is_upper(point)) {
			if (front == at)
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

/* Whether what stands behind a word could make it part of an address. */
static bool goes_on(const char *text, size_t i, size_t end)
{
	if (i + 1 >= end)
		return false;
	if (text[i] == '.' || text[i] == '@' || text[i] == '_' ||
	    text[i] == '-')
		return ascii_is_alnum((unsigned char)text[i + 1]);
	return text[i] == ':' && text[i + 1] == '/';
}

/* A run of word bytes from text[at]: hash, flags and its end at once. */
static size_t read_plain(struct token *word, const char *text, size_t at,
			 size_t end)
{
	uint64_t hash = 0;
	unsigned upper = 0, lower = 0, glued = 0, high = 0;
	size_t i = at;

	for (; i < end; i++) {
		const unsigned char c = (unsigned char)text[i];
		const unsigned char value = folded[c];

		if (!value)
			break;
		hash = hash_step(hash, value);
		high |= c & 0x80;
		glued |= lower & (value != c);
		upper |= value != c;
		lower |= value == c && c >= 'a';
	}
	word->hash = hash_final(hash);
	if (high)
		word->flags = (uint16_t)case_flags(text, at, i);
	else
		word->flags =
			(uint16_t)((folded[(unsigned char)text[at]] !=
						    (unsigned char)text[at]
					    ? TOKEN_CAPITAL
					    : 0) |
				   ((upper & !lower) ? TOKEN_CAPS : 0) |
				   (glued ? TOKEN_GLUED : 0) |
				   (ascii_is_digit((unsigned char)text[at])
					    ? TOKEN_NUMBER
					    : 0));
	return i;
}

/* One word from text[at]; its end. */
static size_t read_word(struct token *word, const char *text, size_t at,
			size_t end)
{
	size_t i = at, tail = 0;
	unsigned flag = 0;

	word->at = (uint32_t)at;
	if (is_word_byte((unsigned char)text[at]))
		i = read_plain(word, text, at, end);
	if (i == at || goes_on(text, i, end))
		tail = address_at(text, at, end, &flag);
	if (tail) {
		i = tail;
		word->hash = token_hash(text + at, i - at);
		word->flags = (uint16_t)flag;
	}
	word->end = (uint32_t)i;
	return i;
}

static bool is_sign(const char *text, size_t at, size_t end)
{
	return end - at >= 2 && !memcmp(text + at, COPYRIGHT_SIGN, 2);
}

static size_t read_sign(struct token *word, size_t at)
{
	word->at = (uint32_t)at;
	word->end = (uint32_t)at + 2;
	word->flags = 0;
	word->hash = token_sign_hash();
	return at + 2;
}

static bool begins_word(const char *text, size_t i, size_t end)
{
	const unsigned char c = (unsigned char)text[i];

	return is_word_byte(c) ||
	       (c == '@' && i + 1 < end &&
		(ascii_is_alnum((unsigned char)text[i + 1]) ||
		 text[i + 1] == '_'));
}

bool tokens_split(struct tokens *words, struct arena *arena, const char *text,
		  size_t at, size_t end)
{
	/* A word needs a byte, and a byte that parts it from the next. */
	const size_t most = (end - at) / 2 + 2;
	size_t i = at;
	unsigned gap = 0;

	words->count = 0;
	words->word = arena_alloc(arena, most * sizeof(*words->word));
	if (!words->word)
		return false;
	while (i < end) {
		struct token *word = &words->word[words->count];

		if (begins_word(text, i, end)) {
			i = read_word(word, text, i, end);
		} else if (is_sign(text, i, end)) {
			i = read_sign(word, i);
		} else {
			const size_t front = i;

			if (text[i] == ' ') {
				gap |= GAP_SPACE;
				i++;
				continue;
			}
			const uint32_t point = utf8_next(text, &i);

			gap |= point == '-' ? hyphen_mark(text, at, end, front)
			       : point < 0x80 ? ascii_mark(point)
					      : high_mark(point);
			continue;
		}
		word->gap = (uint16_t)gap;
		gap = 0;
		words->count++;
		if (words->count + 1 == most)
			break;
	}
	words->word[words->count] = (struct token){
		.at = (uint32_t)end,
		.end = (uint32_t)end,
		.gap = (uint16_t)gap,
	};
	return true;
}

bool tokens_end_sentence(const struct tokens *tokens, size_t at)
{
	const struct token *word = &tokens->word[at];
	const unsigned begins = TOKEN_CAPITAL | TOKEN_NUMBER;

	/* "U.S. Senate", "Mr. Doe": what is that short is an abbreviation */
	return at && word->gap & GAP_STOP && word->gap & GAP_SPACE &&
	       word->flags & begins &&
	       (word[-1].end - word[-1].at > 2 ||
		word[-1].flags & TOKEN_NUMBER);
}
