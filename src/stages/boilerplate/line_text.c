/* Hashed features of a line's words. */
#include "stages/boilerplate/line_text.h"

#include "pattern/pattern.h"

#define SHORT_LINE 6 /* words of a line that is a feature as a whole */
#define ANCHORS 3    /* words at either end */
#define FRONT 4	     /* words whose shape is a feature */
#define FRONT_LONG 10

/* Kinds of features: part of the model's format. */
enum {
	TEXT_WORD = 1,
	TEXT_PAIR,
	TEXT_FIRST,
	TEXT_LAST,
	TEXT_SHAPE,
	TEXT_WHOLE,
	TEXT_MARKED,
	TEXT_END,
	TEXT_NUMBER,
	TEXT_ADDRESS,
};

static uint32_t mix(uint32_t hash, uint32_t more)
{
	hash = (hash ^ more) * 0x9E3779B1u;
	hash ^= hash >> 15;
	hash *= 0x85EBCA77u;
	return hash ^ hash >> 13;
}

/* Marks that tell a label, a list or a link from a clause. */
#define MARKS                                                                  \
	(GAP_COLON | GAP_COMMA | GAP_STOP | GAP_OPEN | GAP_CLOSE | GAP_DASH |  \
	 GAP_BAR | GAP_QUOTE | GAP_BULLET | GAP_SLASH)

/* A word, where numbers and addresses are one of their kind. */
static uint32_t word_key(const struct token *word)
{
	const uint32_t len = word->end - word->at;

	if (word->flags & TOKENS_ADDRESS)
		return mix(TEXT_ADDRESS, word->flags & TOKENS_ADDRESS);
	if (word->flags & TOKEN_NUMBER)
		return mix(TEXT_NUMBER, len < 5 ? len : 5);
	return word->hash;
}

static uint32_t shape_of(const struct token *word)
{
	return mix(word->flags, word->gap & MARKS);
}

/* The words [first, end) in order, as one feature of its kind. */
static uint32_t run_key(const struct token *word, size_t first, size_t end,
			uint32_t kind)
{
	uint32_t hash = kind;

	for (size_t i = first; i < end; i++)
		hash = mix(hash, word_key(&word[i]));
	return hash;
}

static uint32_t shape_key(const struct token *word, size_t first, size_t end)
{
	uint32_t hash = mix(TEXT_SHAPE, (uint32_t)(end - first));

	for (size_t i = first; i < end; i++)
		hash = mix(hash, shape_of(&word[i]));
	return hash;
}

size_t line_text_find(const struct tokens *words, size_t first, size_t end,
		      uint32_t ids[LINE_TEXT_MOST])
{
	const struct token *word = words->word;
	const size_t count = end - first;
	const size_t stop =
		count > LINE_TEXT_WORDS ? first + LINE_TEXT_WORDS : end;
	size_t n = 0;
	uint32_t last = 0;

	for (size_t i = first; i < stop; i++) {
		const uint32_t key = word_key(&word[i]);
		const unsigned marks = word[i].gap & MARKS;

		ids[n++] = mix(TEXT_WORD, key);
		ids[n++] = mix(mix(TEXT_PAIR, last), key);
		if (marks)
			ids[n++] = mix(mix(TEXT_MARKED, last), marks);
		last = key;
	}
	for (size_t i = 1; i <= ANCHORS && i <= count; i++) {
		ids[n++] = run_key(word, first, first + i, TEXT_FIRST);
		ids[n++] = run_key(word, end - i, end, TEXT_LAST);
	}
	ids[n++] =
		shape_key(word, first, first + (count < FRONT ? count : FRONT));
	ids[n++] = shape_key(word, first,
			     first + (count < FRONT_LONG ? count : FRONT_LONG));
	ids[n++] = mix(mix(TEXT_END, last), word[end].gap & MARKS);
	if (count <= SHORT_LINE)
		ids[n++] = run_key(word, first, end, TEXT_WHOLE);
	return n;
}
