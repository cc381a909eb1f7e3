/*
 * Contractions get their apostrophe back whatever took its place: the same
 * words with the same clitics for each kind of damage.
 */
#include "support.h"

static const char *const words[] = { "here", "how",  "where", "let",  "nobody",
				     "who",  "that", "there", "they", "I" };
static const char *const clitics[] = { "ll", "d", "ve", "re", "s" };

/* What is between the word and its clitic, and a sentence with such damage. */
static const struct {
	const char *mark, *around;
} damages[] = {
	{ "\xEF\xBF\xBD", "The clerk saw it. It isn\xEF\xBF\xBDt far." },
	{ "\xC3\x95", "The clerk saw it. It isn\xC3\x95t far." },
	{ "?", "The clerk saw it?s far. It isn?t, we don?t, they won?t." },
	{ " #39;", "The clerk saw it. It isn #39;t far." },
	{ " '", "The clerk saw it , she said . It is n't far , they said ." },
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Straight marks for curly ones, in place. */
static void straighten(char *text)
{
	char *to = text;

	for (char *at = text; *at;) {
		if (!strncmp(at, "\xE2\x80\x99", 3)) {
			*to++ = '\'';
			at += 3;
		} else {
			*to++ = *at++;
		}
	}
	*to = '\0';
}

/* Whether the contraction is whole again. */
static bool is_mended(const struct cd_desk *desk, size_t damage,
		      const char *word, const char *clitic)
{
	char text[256], wanted[32], *clean;
	size_t len;
	bool found;

	snprintf(text, sizeof(text), "%s Then %s%s%s come too, she said.\n",
		 damages[damage].around, word, damages[damage].mark, clitic);
	snprintf(wanted, sizeof(wanted), " %s'%s ", word, clitic);
	clean = normalise(desk, text, strlen(text), &len);
	straighten(clean);
	found = strstr(clean, wanted) != NULL;
	if (!found)
		print_message("%s%s", text, clean);
	free(clean);
	return found;
}

static void test_all(void **state)
{
	struct cd_desk *desk = desk_for(NULL);

	(void)state;
	for (size_t d = 0; d < COUNT(damages); d++) {
		for (size_t w = 0; w < COUNT(words); w++) {
			for (size_t c = 0; c < COUNT(clitics); c++)
				assert_true(is_mended(desk, d, words[w],
						      clitics[c]));
		}
	}
	cd_desk_free(desk);
}

/* A letter that was lost from a word is no apostrophe. */
static void test_letters(void **state)
{
	static const char *const texts[] = {
		"Mr. Lef\xEF\xBF\xBDvre and Ms. Rivi\xEF\xBF\xBDre ate.\n",
		"He drove to M\xEF\xBF\xBDlln.\n",
	};
	struct cd_desk *desk = desk_for(NULL);

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		size_t len;
		char *clean = normalise(desk, texts[i], strlen(texts[i]), &len);

		assert_string_equal(clean, texts[i]);
		free(clean);
	}
	cd_desk_free(desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all),
		cmocka_unit_test(test_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
