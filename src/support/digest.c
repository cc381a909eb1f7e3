/* SHA-1 and base32. */
#include "support/digest.h"

#include <stdint.h>
#include <string.h>

#define BLOCK 64
#define WORDS 5

static uint32_t turn(uint32_t word, int bits)
{
	return word << bits | word >> (32 - bits);
}

/* The 80 words of the schedule from the 64 bytes of a block. */
static void expand(uint32_t schedule[80], const unsigned char *block)
{
	for (int i = 0; i < 16; i++)
		schedule[i] = (uint32_t)block[4 * i] << 24 |
			      (uint32_t)block[4 * i + 1] << 16 |
			      (uint32_t)block[4 * i + 2] << 8 |
			      block[4 * i + 3];
	for (int i = 16; i < 80; i++)
		schedule[i] = turn(schedule[i - 3] ^ schedule[i - 8] ^
					   schedule[i - 14] ^ schedule[i - 16],
				   1);
}

/* The function and constant of step i. */
static uint32_t mix(int i, uint32_t b, uint32_t c, uint32_t d)
{
	if (i < 20)
		return ((b & c) | (~b & d)) + 0x5A827999;
	if (i < 40)
		return (b ^ c ^ d) + 0x6ED9EBA1;
	if (i < 60)
		return ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC;
	return (b ^ c ^ d) + 0xCA62C1D6;
}

static void add_block(uint32_t hash[WORDS], const unsigned char *block)
{
	uint32_t schedule[80];
	uint32_t a = hash[0], b = hash[1], c = hash[2], d = hash[3],
		 e = hash[4];

	expand(schedule, block);
	for (int i = 0; i < 80; i++) {
		const uint32_t next =
			turn(a, 5) + mix(i, b, c, d) + e + schedule[i];

		e = d;
		d = c;
		c = turn(b, 30);
		b = a;
		a = next;
	}
	hash[0] += a;
	hash[1] += b;
	hash[2] += c;
	hash[3] += d;
	hash[4] += e;
}

/* The rest, a bit 1, zeros, and the length in bits. */
static void add_end(uint32_t hash[WORDS], const unsigned char *rest, size_t len)
{
	unsigned char last[2 * BLOCK] = { 0 };
	const size_t left = len % BLOCK;
	const size_t size = left < BLOCK - 8 ? BLOCK : 2 * BLOCK;
	const uint64_t bits = (uint64_t)len * 8;

	if (left)
		memcpy(last, rest, left);
	last[left] = 0x80;
	for (int i = 0; i < 8; i++)
		last[size - 1 - (size_t)i] = (unsigned char)(bits >> 8 * i);
	for (size_t at = 0; at < size; at += BLOCK)
		add_block(hash, last + at);
}

/* 20 bytes are 32 letters of 5 bits each. */
static void write_base32(const uint32_t hash[WORDS], char *text)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	for (size_t i = 0; i < DIGEST_TEXT - 1; i++) {
		const size_t word = i * 5 / 32, bit = i * 5 % 32;
		uint64_t pair = (uint64_t)hash[word] << 32;

		if (word + 1 < WORDS)
			pair |= hash[word + 1];
		text[i] = letters[pair >> (59 - bit) & 31];
	}
	text[DIGEST_TEXT - 1] = '\0';
}

void digest_sha1(const char *bytes, size_t len, char *text)
{
	uint32_t hash[WORDS] = { 0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476,
				 0xC3D2E1F0 };
	const unsigned char *at = (const unsigned char *)bytes;

	for (size_t left = len; left >= BLOCK; left -= BLOCK, at += BLOCK)
		add_block(hash, at);
	add_end(hash, at, len);
	write_base32(hash, text);
}
