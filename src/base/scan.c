/* Byte classes of a block, as bit masks: the portable way, and the choice. */
#include "base/scan.h"

#include <string.h>

#include "base/ascii.h"
#include "base/cpu.h"

enum {
	SPACE,
	NEWLINE,
	LOWER,
	UPPER,
	DIGIT,
	STOP,
	DOT,
	PAUSE,
	COLON,
	DASH,
	OPEN,
	CLOSE,
	ODD,
	CODE,
	LEAD
};

static unsigned class_of(unsigned c)
{
	if (c >= 0xC0)
		return 1u << LEAD;
	if (c >= 0x80)
		return 0;
	if (c - 'a' < 26u)
		return 1u << LOWER;
	if (c - 'A' < 26u)
		return 1u << UPPER;
	if (c - '0' < 10u)
		return 1u << DIGIT;
	switch (c) {
	case ' ':
		return 1u << SPACE;
	case '\n':
		return 1u << NEWLINE;
	case '.':
		return 1u << STOP | 1u << DOT;
	case '?':
	case '!':
		return 1u << STOP;
	case ',':
		return 1u << PAUSE;
	case ';':
	case ':':
		return 1u << PAUSE | 1u << COLON;
	case '-':
		return 1u << DASH;
	case '(':
	case '[':
		return 1u << OPEN;
	case ')':
	case ']':
		return 1u << CLOSE;
	case '%':
	case '*':
	case '+':
	case '=':
	case '@':
	case '^':
	case '_':
		return 1u << CODE;
	default:
		return c < 0x20 || strchr("\"#&'<\\`\x7F", (int)c) ? 1u << ODD
								   : 0;
	}
}

void scan_portable(struct scan *scan, const char *bytes)
{
	uint64_t *masks[] = { &scan->space, &scan->newline, &scan->lower,
			      &scan->upper, &scan->digit,   &scan->stop,
			      &scan->dot,   &scan->pause,   &scan->colon,
			      &scan->dash,  &scan->open,    &scan->close,
			      &scan->odd,   &scan->code,    &scan->lead };

	memset(scan, 0, sizeof(*scan));
	for (unsigned i = 0; i < SCAN_BLOCK; i++) {
		const unsigned classes = class_of((unsigned char)bytes[i]);

		for (unsigned k = 0; k <= LEAD; k++)
			*masks[k] |= (uint64_t)(classes >> k & 1) << i;
	}
}

static void classify(struct scan *scan, const char *bytes)
{
#ifdef __x86_64__
	if (cpu_has_avx512())
		scan_avx512(scan, bytes);
	else if (cpu_has_avx2())
		scan_avx2(scan, bytes);
	else
		scan_sse2(scan, bytes);
#else
	scan_portable(scan, bytes);
#endif
}

void scan_block(struct scan *scan, const char *bytes, size_t len)
{
	char padded[SCAN_BLOCK];

	if (len >= SCAN_BLOCK) {
		classify(scan, bytes);
		return;
	}
	/* A byte of no class. */
	memset(padded, '/', sizeof(padded));
	memcpy(padded, bytes, len);
	classify(scan, padded);
}

void scan_words_portable(struct scan_words *words, const char *bytes)
{
	memset(words, 0, sizeof(*words));
	for (unsigned i = 0; i < SCAN_BLOCK; i++) {
		const unsigned char c = (unsigned char)bytes[i];

		words->plain |= (uint64_t)ascii_is_alnum(c) << i;
		words->space |= (uint64_t)(c == ' ') << i;
		words->mark |= (uint64_t)(c && strchr("()/:@[\\]{|}", c)) << i;
		words->high |= (uint64_t)(c >> 7) << i;
		words->two |= (uint64_t)(c == 0xC2) << i;
		words->three |= (uint64_t)(c == 0xE2) << i;
	}
}

void scan_words(struct scan_words *words, const char *bytes)
{
#ifdef __x86_64__
	if (cpu_has_avx512())
		scan_words_avx512(words, bytes);
	else if (cpu_has_avx2())
		scan_words_avx2(words, bytes);
	else
		scan_words_sse2(words, bytes);
#else
	scan_words_portable(words, bytes);
#endif
}
