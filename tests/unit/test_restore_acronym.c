/* One case for an acronym, and capitals for one that is spelled out. */
#include "support.h"

#include "lang/lang.h"
#include "restore/acronym.h"

#define WORDS_MOST 16

#define NAME_PRIOR 80 /* mostly in capitals */
#define WORD_PRIOR 40 /* hardly ever */

struct article {
	struct restore_model model;
	struct gap_rules rules;
	struct trace traces[WORDS_MOST + 1];
	struct verdict verdicts[WORDS_MOST + 1];
	struct word_reading readings[WORDS_MOST];
	uint64_t hashes[WORDS_MOST];
	struct words words;
	struct decoder decoder;
};

/* All gaps stay. Words that are the same have the same hash. */
static void make(struct article *a, const char *text)
{
	memset(a, 0, sizeof(*a));
	a->rules.loss = LOSS_LOWER;
	assert_true(words_split(&a->words, text, strlen(text)));
	assert_true(a->words.count <= WORDS_MOST);
	a->words.readings = a->readings;
	a->words.hashes = a->hashes;
	for (size_t i = 0; i < a->words.count; i++) {
		const struct word *word = &a->words.items[i];

		a->readings[i].prior = NAME_PRIOR;
		a->readings[i].points = (uint16_t)(word->end - word->at);
		for (size_t k = word->at; k < word->end; k++)
			a->hashes[i] =
				a->hashes[i] * 31 + (unsigned char)text[k];
	}
	for (size_t i = 0; i <= a->words.count; i++)
		a->verdicts[i].is_kept = true;
	a->decoder = (struct decoder){ .model = &a->model,
				       .rules = &a->rules,
				       .words = &a->words,
				       .lang = lang_find("en"),
				       .traces = a->traces };
}

/* Cases of the words, T U l, and how much less the other capitals are. */
static void assert_cases(struct article *a, const char *cases, const int *sure,
			 const char *wanted)
{
	struct case_agreement *agreement = case_agreement_new(a->words.count);

	assert_non_null(agreement);
	assert_int_equal(a->words.count, strlen(cases));
	for (size_t i = 1; i <= a->words.count; i++) {
		const char letter = cases[i - 1];
		const unsigned letters = letter == 'T'	 ? RESTORE_TITLE
					 : letter == 'U' ? RESTORE_UPPER
							 : RESTORE_LOWER;

		a->verdicts[i].letters = (uint8_t)letters;
		a->traces[i].letters[letters] = (int16_t)sure[i - 1];
	}
	acronyms_settle(&a->decoder, a->verdicts, agreement);
	for (size_t i = 1; i <= a->words.count; i++)
		assert_int_equal("lTU"[a->verdicts[i].letters], wanted[i - 1]);
	case_agreement_free(agreement);
	words_release(&a->words);
}

static void test_one_case(void **state)
{
	const char *text = "we of the old fol said fol is here and so";
	struct article a;

	(void)state;
	make(&a, text);
	assert_cases(&a, "llllUlTllll",
		     (const int[]){ 9, 9, 9, 9, 300, 9, 200, 9, 9, 9, 9 },
		     "llllUlUllll");
	make(&a, text);
	assert_cases(&a, "llllUlTllll",
		     (const int[]){ 9, 9, 9, 9, 200, 9, 300, 9, 9, 9, 9 },
		     "llllTlTllll");
	/* a word that is small elsewhere, and says nothing of it */
	make(&a, text);
	a.readings[4].prior = a.readings[6].prior = WORD_PRIOR;
	assert_cases(&a, "llllUlTllll",
		     (const int[]){ 9, 9, 9, 9, 300, 9, 200, 9, 9, 9, 9 },
		     "llllUlTllll");
}

/* In a dateline, or among other capitals, a name says nothing of itself. */
static void test_shouted(void **state)
{
	struct article a;

	(void)state;
	make(&a, "lorne we of the old isle said lorne is here");
	assert_cases(&a, "UllllllTll",
		     (const int[]){ 900, 9, 9, 9, 9, 9, 9, 300, 9, 9 },
		     "UllllllTll");
	make(&a, "we of the old isle go lorne all and said lorne");
	assert_cases(&a, "llllllUUllT",
		     (const int[]){ 9, 9, 9, 9, 9, 9, 900, 900, 9, 9, 300 },
		     "llllllUUllT");
}

static void assert_spelled_out(const char *text, size_t word, bool wanted)
{
	static const char file[] = "set bare = of | the\nset possessive = s\n";
	struct word_lists lists;
	struct article a;

	assert_true(word_lists_read(&lists, file, strlen(file)));
	make(&a, text);
	a.words.lists = &lists;
	if (acronym_is_spelled_out(&a.decoder, a.verdicts, word) != wanted)
		fail_msg("%s", text);
	words_release(&a.words);
	word_lists_release(&lists);
}

static void test_spelled_out(void **state)
{
	(void)state;
	assert_spelled_out("the ferry owners league (fol) said", 5, true);
	assert_spelled_out("the ferry-owners' league (fol), said", 5, true);
	assert_spelled_out("ferry, owners league (fol) said", 4, false);
	assert_spelled_out("the ferry owners league fol) said", 5, false);
	assert_spelled_out("the ferry owners league (fol said)", 5, false);
	assert_spelled_out("the ferry old league (fal) said", 5, false);
	assert_spelled_out("owners league (fol) said", 3, false);
	/* small words may be left out, others may not */
	assert_spelled_out("the owners of the ferry's league (ofl) said", 8,
			   true);
	assert_spelled_out("the ferry owners of lorne (fool) said", 6, true);
	assert_spelled_out("the ferry boat owners league (fol) said", 6, false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_case),
		cmocka_unit_test(test_shouted),
		cmocka_unit_test(test_spelled_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
