/*
 * The contract at the edges: the texts of tests/cases, each cut in two. What a
 * rule looks at may be missing on either side of any place.
 */
#include "support.h"

#include "laws/contract.h"

/* Places where a text is cut are so many bytes apart; others in the next. */
#define STEP 3

/* Not law_calm: what is cut may be no text. */
static law *const laws[] = {
	law_utf8,   law_idempotent, law_letters,
	law_places, law_explained,  law_changes,
};

static const char *const files[] = {
	"article",   "boilerplate", "casing",	  "encoding",
	"languages", "quotes",	    "whitespace",
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

struct cuts {
	struct cd_desk *desks[2];
	struct trial trial;
	size_t texts, broken;
};

static void check(struct cuts *cuts, const char *text, size_t len)
{
	struct trial *trial = &cuts->trial;

	trial->desk = cuts->desks[cuts->texts++ % COUNT(cuts->desks)];
	trial->text = (struct cd_span){ text, len };
	assert_int_equal(cd_run(trial->desk, text, len, &trial->result), CD_OK);
	for (size_t i = 0; i < COUNT(laws); i++) {
		const char *broken = laws[i](trial);

		if (!broken)
			continue;
		trial_show(trial);
		print_message("%s does not hold\n", broken);
		cuts->broken++;
		return;
	}
}

static bool is_boundary(char byte)
{
	return ((unsigned char)byte & 0xC0) != 0x80;
}

/* A copy of its own, so that reads beyond it are seen. */
static void check_copy(struct cuts *cuts, const char *text, size_t len)
{
	char *copy = malloc(len ? len : 1);

	assert_non_null(copy);
	memcpy(copy, text, len);
	check(cuts, copy, len);
	free(copy);
}

static void check_text(struct cuts *cuts, const char *text, size_t len)
{
	for (size_t at = cuts->texts % STEP; at < len; at += STEP) {
		if (!is_boundary(text[at]))
			continue;
		check_copy(cuts, text, at);
		check_copy(cuts, text + at, len - at);
	}
}

/* The texts between "--- in" and the next mark, escapes and all. */
static void check_file(struct cuts *cuts, const char *file)
{
	static const char mark[] = "\n--- in\n";
	const char *at = file;

	while ((at = strstr(at, mark)) != NULL) {
		const char *end, *next;

		at += sizeof(mark) - 1;
		end = strstr(at, "\n--- ");
		next = strstr(at, "\n=== ");
		if (!end || (next && next < end))
			end = next ? next : at + strlen(at);
		check_text(cuts, at, end > at ? (size_t)(end - at) : 0);
		at = end;
	}
}

static void test_cuts(void **state)
{
	struct cuts cuts = { .texts = 0 };

	(void)state;
	cuts.desks[0] = desk_for(NULL);
	cuts.desks[1] = desk_for(&(struct cd_options){ .rules = "all" });
	for (size_t i = 0; i < COUNT(files); i++) {
		char path[64];
		char *file;
		size_t len;

		snprintf(path, sizeof(path), "tests/cases/%s.txt", files[i]);
		file = read_file(path, &len);
		assert_non_null(file);
		check_file(&cuts, file);
		free(file);
	}
	cd_result_free(cuts.trial.result);
	cd_result_free(cuts.trial.again);
	for (size_t i = 0; i < COUNT(cuts.desks); i++)
		cd_desk_free(cuts.desks[i]);
	if (cuts.broken)
		fail_msg("%zu of %zu texts", cuts.broken, cuts.texts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cuts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
