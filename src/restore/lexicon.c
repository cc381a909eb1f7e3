/* Words as numbers. */
#include "restore/lexicon.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "unicode/case.h"
#include "unicode/props.h"

/* FNV-1a, its high half folded in at the end. */
#define FNV_BASIS 0xCBF29CE484222325u
#define FNV_PRIME 0x100000001B3u

static uint64_t hash_more(uint64_t hash, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)bytes[i]) * FNV_PRIME;
	return hash;
}

static uint64_t hash_end(uint64_t hash)
{
	return hash ^ hash >> 32;
}

static uint64_t hash_of(const char *bytes, size_t len)
{
	return hash_end(hash_more(FNV_BASIS, bytes, len));
}

/* What a word's letters look like, gathered while it is read. */
struct shape {
	size_t points, digits;
	bool first_upper, later_upper, any_lower;
};

static void see_letter(struct shape *shape, uint32_t point, uint32_t low)
{
	if (point != low) {
		if (shape->points)
			shape->later_upper = true;
		else
			shape->first_upper = true;
	} else if (unicode_upper(point) != point) {
		shape->any_lower = true;
	}
}

/* What most words are made of. */
static size_t read_ascii(struct shape *shape, unsigned char c, char *low,
			 char *plain)
{
	const bool upper = ascii_is_upper(c), digit = ascii_is_digit(c);

	*low = (char)(c + 32 * upper);
	*plain = digit ? '0' : *low;
	shape->any_lower |= ascii_is_lower(c);
	shape->first_upper |= upper && !shape->points;
	shape->later_upper |= upper && shape->points;
	shape->digits += digit;
	return 1;
}

static size_t read_high(struct shape *shape, uint32_t point, char *low,
			char *plain)
{
	const uint32_t small = unicode_lower(point);
	const size_t len = utf8_encode(small, low);

	see_letter(shape, point, small);
	memcpy(plain, low, len);
	return len;
}

static uint8_t case_shown(const struct shape *shape)
{
	if (!shape->first_upper && !shape->later_upper)
		return 1;
	if (!shape->later_upper)
		return 2;
	return shape->any_lower ? 4 : 3;
}

void lexeme_read(struct lexeme *lexeme, const char *word, size_t len)
{
	struct shape shape = { 0 };
	size_t at = 0, to = 0;

	while (at < len && to < LEXICON_BYTES) {
		char *low = lexeme->low + to, *plain = lexeme->plain + to;
		const unsigned char c = (unsigned char)word[at];

		if (c < 0x80)
			to += read_ascii(&shape, word[at++], low, plain);
		else
			to += read_high(&shape, utf8_next(word, &at), low,
					plain);
		shape.points++;
	}
	lexeme->len = (uint16_t)to;
	lexeme->points = (uint16_t)shape.points;
	lexeme->seen_case = case_shown(&shape);
	lexeme->digits = (uint16_t)shape.digits;
	lexeme->has_upper = shape.first_upper || shape.later_upper;
}

static size_t number_slot(uint64_t hash)
{
	return hash & (LEXICON_WORDS - 1);
}

static size_t mixed_slot(uint64_t hash)
{
	return hash & (LEXICON_MIXED - 1);
}

static size_t prior_slot(const struct restore_model *model, uint64_t mixed)
{
	return (size_t)((mixed & 0xFFFFFFFF) * model->lexicon_slots >> 32);
}

/* Words and pairs: 16 bits of the hash, then the number; number 0 is free. */
static uint32_t find_number(const unsigned char *table, uint64_t hash)
{
	const uint32_t print = hash >> 16 & 0xFFFF;
	size_t slot = number_slot(hash);

	for (;;) {
		const uint32_t entry = model_u32(table + 4 * slot);

		if (!(entry & 0xFFFF))
			return 0;
		if (entry >> 16 == print)
			return entry & 0xFFFF;
		slot = (slot + 1) & (LEXICON_WORDS - 1);
	}
}

static bool find_prior(const struct restore_model *model, uint64_t hash,
		       uint32_t *prior)
{
	const uint64_t slots = model->lexicon_slots, mixed = lexicon_mix(hash);
	const uint32_t high = (uint32_t)(mixed >> 48), print = high ? high : 1;
	size_t slot = prior_slot(model, mixed);

	for (;;) {
		const uint32_t entry =
			model_u16(model->lexicon_print + 2 * slot);

		if (!entry)
			return false;
		if (entry == print) {
			*prior = model->lexicon_value[slot];
			return true;
		}
		if (++slot == slots)
			slot = 0;
	}
}

static bool is_ordinal(const char *ending)
{
	return !memcmp(ending, "st", 2) || !memcmp(ending, "nd", 2) ||
	       !memcmp(ending, "rd", 2) || !memcmp(ending, "th", 2);
}

/* Buckets of the prior of words that the lexicon does not hold. */
static uint32_t prior_of_number(const struct lexeme *lexeme)
{
	const char *low = lexeme->low;
	const size_t len = lexeme->len, digits = lexeme->digits;
	const bool start = ascii_is_digit((unsigned char)low[0]);

	if (digits == len)
		return 15 + (uint32_t)(len < 8 ? len : 8) - 1;
	if (digits == len - 2 && start && is_ordinal(low + len - 2))
		return 23;
	if (digits == len - 1 && start && low[len - 1] == 's')
		return 24;
	return start ? 25 : 26;
}

static uint32_t prior_unknown(const struct lexeme *lexeme)
{
	static const uint8_t by_points[] = { 1, 1, 2, 3, 4, 5, 5, 6, 6, 6 };
	const size_t points = lexeme->points;

	if (lexeme->digits)
		return prior_of_number(lexeme);
	return (points < sizeof(by_points) ? by_points[points] : 7) +
	       (points < lexeme->len ? 7 : 0);
}

/* Bytes of the first, and the place of the last, three code points. */
static size_t first_three(const struct lexeme *lexeme)
{
	size_t at = 0;

	for (int i = 0; i < 3 && at < lexeme->len; i++)
		utf8_next(lexeme->plain, &at);
	return at;
}

static size_t last_three(const struct lexeme *lexeme)
{
	size_t at = lexeme->len;

	for (int i = 0; i < 3 && at; i++)
		utf8_previous(lexeme->plain, &at);
	return at;
}

static uint64_t affix_key(const char *tag, const char *bytes, size_t len)
{
	return hash_end(hash_more(hash_more(FNV_BASIS, tag, 1), bytes, len));
}

static uint32_t affix(const struct restore_model *model, uint64_t key)
{
	return (uint32_t)(key % model->affixes);
}

void lexicon_keys(const struct lexeme *lexeme, struct lexeme_keys *keys)
{
	const size_t tail = last_three(lexeme);

	keys->state = hash_more(FNV_BASIS, lexeme->low, lexeme->len);
	keys->low = hash_end(keys->state);
	keys->plain = lexeme->digits ? hash_of(lexeme->plain, lexeme->len)
				     : keys->low;
	keys->prefix = affix_key("<", lexeme->plain, first_three(lexeme));
	keys->suffix = affix_key(">", lexeme->plain + tail, lexeme->len - tail);
}

uint64_t lexicon_pair_key(uint64_t before, const struct lexeme *lexeme)
{
	return hash_end(
		hash_more(hash_more(before, " ", 1), lexeme->low, lexeme->len));
}

#ifdef __GNUC__
#define FETCH(at) __builtin_prefetch(at)
#else
#define FETCH(at) ((void)(at))
#endif

void lexicon_fetch(const struct restore_model *model,
		   const struct lexeme_keys *keys, uint64_t pair)
{
	const size_t prior = prior_slot(model, lexicon_mix(keys->low));

	FETCH(model->word_table + 4 * number_slot(keys->low));
	FETCH(model->pair_table + 4 * number_slot(pair));
	FETCH(model->mixed_table + 8 * mixed_slot(keys->low));
	FETCH(model->lexicon_print + 2 * prior);
	FETCH(model->lexicon_value + prior);
}

void lexicon_rows(const struct restore_model *model,
		  const struct lexeme *lexeme, const struct lexeme_keys *keys,
		  uint32_t rows[4])
{
	uint32_t number = find_number(model->word_table, keys->low), prior;

	if (!number && lexeme->digits)
		number = find_number(model->word_table, keys->plain);
	if (!find_prior(model, keys->low, &prior))
		prior = prior_unknown(lexeme);
	rows[0] =
		number ? number - 1
		       : model->words + (uint32_t)(keys->plain % model->hashed);
	rows[1] = model->base.prefix + affix(model, keys->prefix);
	rows[2] = model->base.suffix + affix(model, keys->suffix);
	rows[3] = model->base.prior + prior;
}

void lexicon_virtual_rows(const struct restore_model *model, uint32_t rows[4])
{
	rows[0] = model->words + model->hashed;
	rows[1] = model->base.prefix + affix(model, affix_key("<", "", 0));
	rows[2] = model->base.suffix + affix(model, affix_key(">", "", 0));
	rows[3] = model->base.prior;
}

uint32_t lexicon_pair(const struct restore_model *model, uint64_t pair)
{
	return model->base.pair + find_number(model->pair_table, pair);
}

/* mc and three letters or more: McDonald. */
static uint32_t mixed_by_rule(const struct lexeme *lexeme)
{
	size_t at = 0;

	if (lexeme->points < 5 || memcmp(lexeme->low, "mc", 2))
		return 0;
	while (at < lexeme->len) {
		if (!unicode_is_letter(utf8_next(lexeme->low, &at)))
			return 0;
	}
	return 5;
}

uint32_t lexicon_mixed(const struct restore_model *model,
		       const struct lexeme *lexeme,
		       const struct lexeme_keys *keys)
{
	const uint32_t high = (uint32_t)(keys->low >> 32);
	const uint32_t print = high ? high : 1;
	size_t slot = mixed_slot(keys->low);

	for (;;) {
		const unsigned char *entry = model->mixed_table + 8 * slot;
		const uint32_t mark = model_u32(entry);

		if (!mark)
			return mixed_by_rule(lexeme);
		if (mark == print)
			return model_u32(entry + 4);
		slot = (slot + 1) & (LEXICON_MIXED - 1);
	}
}

#define SEEN_SLOTS (sizeof(((struct restore_model *)0)->seen_slots))

void lexicon_index_seen(struct restore_model *model)
{
	for (size_t i = LEXICON_SEEN_FIRST; i < model->seen_count; i++) {
		const unsigned char *string = model->seen[i];
		size_t slot = hash_of((const char *)string + 1, string[0]) %
			      SEEN_SLOTS;

		while (model->seen_slots[slot])
			slot = (slot + 1) % SEEN_SLOTS;
		model->seen_slots[slot] = (uint8_t)i;
	}
}

uint32_t lexicon_seen(const struct restore_model *model, const char *gap,
		      size_t len)
{
	size_t slot = hash_of(gap, len) % SEEN_SLOTS;

	while (model->seen_slots[slot]) {
		const unsigned char *string =
			model->seen[model->seen_slots[slot]];

		if (string[0] == len && !memcmp(string + 1, gap, len))
			return model->seen_slots[slot];
		slot = (slot + 1) % SEEN_SLOTS;
	}
	return len && memchr(gap, '\n', len) ? 2 : 1;
}
