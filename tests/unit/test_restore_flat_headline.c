/* The headline of a flat text, and the sentence behind it. */
#include "support.h"

#include "decoded.h"
#include "restore/flat_headline.h"

#define HEADLINE 4 /* its words: a break is behind them */
#define SENTENCE 10

struct headed {
	struct decoded text;
	uint64_t hashes[DECODED_WORDS];
};

/* FNV-1a; equal words have equal hashes. */
static uint64_t hash_of(const struct words *words, size_t i)
{
	uint64_t hash = 14695981039346656037u;

	for (size_t at = words->items[i].at; at < words->items[i].end; at++)
		hash = (hash ^ (unsigned char)words->text[at]) * 1099511628211u;
	return hash;
}

static void put(struct headed *a, size_t i, uint8_t class, unsigned percent)
{
	struct verdict *verdict = &a->text.verdicts[i];

	verdict->gap = class;
	verdict->group = a->text.pairs.group[class];
	verdict->is_kept = class == DECODED_SPACE;
	verdict->pair_confidence = (uint16_t)(10 * percent);
}

static void make(struct headed *a, const char *text)
{
	decoded_make(&a->text, text, LOSS_LOWER_LOST);
	a->text.rules.flat = true;
	a->text.rules.view.runs = true;
	for (size_t i = 0; i < a->text.words.count; i++) {
		a->hashes[i] = hash_of(&a->text.words, i);
		put(a, i, DECODED_SPACE, 99);
	}
	a->text.words.hashes = a->hashes;
	/* two other breaks: the text has some */
	for (size_t i = SENTENCE; i <= SENTENCE + 2; i += 2) {
		put(a, i, DECODED_STOP, 99);
		a->text.verdicts[i].is_break = true;
	}
}

static bool gets_break(const char *text)
{
	struct headed a;
	bool is_break;

	make(&a, text);
	flat_headline_settle(&a.text.decoder, a.text.verdicts);
	is_break = a.text.verdicts[HEADLINE].is_break;
	decoded_release(&a.text);
	return is_break;
}

static void test_break(void **state)
{
	(void)state;
	assert_true(gets_break("ferry founder buys fleet  tom the founder of "
			       "a ferry.  it sank.  all"));
	/* one space; the story says nothing of it; a number */
	assert_false(gets_break("ferry founder buys fleet tom the founder of "
				"a ferry.  it sank.  all"));
	assert_false(gets_break("rain again in town  tom the founder of a "
				"ferry.  it sank.  all"));
	assert_false(gets_break("ferry founder buys fleet  10 the founder of "
				"a ferry.  it sank.  all"));
}

/* Whether what opens behind the headline, so surely, stays. */
static bool is_quoted(const char *text, unsigned percent, uint8_t at_end)
{
	struct headed a;
	bool stays;

	make(&a, text);
	put(&a, HEADLINE, DECODED_OPENS, percent);
	put(&a, SENTENCE, at_end, percent);
	flat_headline_unquote(&a.text.decoder, a.text.verdicts);
	stays = a.text.verdicts[HEADLINE].gap == DECODED_OPENS;
	decoded_release(&a.text);
	return stays;
}

static void test_unquote(void **state)
{
	static const char story[] = "ferry founder buys fleet  tom the founder "
				    "of a ferry.  it sank.  all";

	(void)state;
	assert_false(is_quoted(story, 90, DECODED_STOP_CLOSES));
	/* nothing closes it before another paragraph may begin */
	assert_false(is_quoted(story, 90, DECODED_STOP));
	/* so sure that it is one */
	assert_true(is_quoted(story, 97, DECODED_STOP_CLOSES));
	/* it ends in mid-sentence */
	assert_true(is_quoted("ferry founder buys fleet  tom the founder of a "
			      "ferry, it sank.  all",
			      90, DECODED_COMMA_CLOSES));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_break),
		cmocka_unit_test(test_unquote),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
