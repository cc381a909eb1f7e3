/*
 * White space that a system or an editor set tells nothing: the texts of
 * tests/cases with other line ends come out the same, and what goes from the
 * ends of their lines hides nothing from the steps before, which would find it
 * too late.
 */
#include "support.h"

#include "case_file.h"
#include "laws/contract.h"

static const char *const files[] = {
	"article",   "boilerplate", "casing",	  "encoding",
	"languages", "quotes",	    "whitespace",
};

/* What is put at the text's ends, and for each newline; NULL: nothing is. */
struct form {
	const char *before, *newline, *after;
};

static const struct form systems[] = {
	{ .newline = "\r\n" },
	{ .newline = "\r" },
	{ .before = "\uFEFF" },
};

static const struct form editors[] = {
	{ .before = " " },    { .before = "\n" },      { .before = "\u00A0" },
	{ .after = " " },     { .after = "\n " },      { .newline = " \n" },
	{ .newline = "\n " }, { .newline = "\u2028" }, { .newline = "\u2029" },
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

struct forms {
	struct cd_desk *desk;
	size_t texts, broken;
};

static void add(struct text *text, const char *bytes)
{
	if (bytes)
		text_add(text, bytes, strlen(bytes));
}

/* The text in a form; free() its bytes. */
static struct text put_in(const struct form *form, const struct text *in)
{
	struct text text = { .bytes = NULL };

	add(&text, form->before);
	for (size_t i = 0; i < in->len; i++) {
		if (form->newline && in->bytes[i] == '\n')
			add(&text, form->newline);
		else
			text_add(&text, in->bytes + i, 1);
	}
	add(&text, form->after ? form->after : "");
	return text;
}

static void tell(struct forms *forms, const struct test_case *c, size_t form)
{
	print_message("%s: %s: form %zu\n", c->rule, c->title, form);
	forms->broken++;
}

static void check_systems(void *context, struct test_case *c)
{
	struct forms *forms = context;
	struct cd_result *plain = NULL, *other = NULL;

	/* a text with several kinds of line ends is none of the forms */
	if (strchr(c->in.bytes, '\r'))
		return;
	assert_int_equal(cd_run(forms->desk, c->in.bytes, c->in.len, &plain),
			 CD_OK);
	for (size_t i = 0; i < COUNT(systems); i++) {
		struct text text = put_in(&systems[i], &c->in);

		assert_int_equal(
			cd_run(forms->desk, text.bytes, text.len, &other),
			CD_OK);
		forms->texts++;
		if (cd_text(plain).len != cd_text(other).len ||
		    memcmp(cd_text(plain).bytes, cd_text(other).bytes,
			   cd_text(plain).len) != 0)
			tell(forms, c, i);
		free(text.bytes);
	}
	cd_result_free(plain);
	cd_result_free(other);
}

static void check_editors(void *context, struct test_case *c)
{
	struct forms *forms = context;

	for (size_t i = 0; i < COUNT(editors); i++) {
		struct text text = put_in(&editors[i], &c->in);
		struct trial trial = { .desk = forms->desk,
				       .text = { text.bytes, text.len } };

		assert_int_equal(cd_run(forms->desk, text.bytes, text.len,
					&trial.result),
				 CD_OK);
		forms->texts++;
		if (law_calm(&trial) || law_idempotent(&trial))
			tell(forms, c, i);
		cd_result_free(trial.result);
		cd_result_free(trial.again);
		free(text.bytes);
	}
}

static void check_cases(case_visitor *visit)
{
	struct forms forms = { .desk = desk_for(NULL) };

	for (size_t i = 0; i < COUNT(files); i++) {
		char path[64];

		snprintf(path, sizeof(path), "tests/cases/%s.txt", files[i]);
		assert_true(cases_each(path, visit, &forms));
	}
	cd_desk_free(forms.desk);
	assert_true(forms.texts > 0);
	if (forms.broken)
		fail_msg("%zu of %zu texts", forms.broken, forms.texts);
}

static void test_systems(void **state)
{
	(void)state;
	check_cases(check_systems);
}

static void test_editors(void **state)
{
	(void)state;
	check_cases(check_editors);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_systems),
		cmocka_unit_test(test_editors),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
