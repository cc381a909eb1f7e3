/*
 * The rule tables tests/cases/STAGE.txt, case by case; src/README.md describes
 * their format.
 */
#ifndef COPYDESK_TESTS_CASE_FILE_H
#define COPYDESK_TESTS_CASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include <copydesk.h>

#define RULE_NAME_MAX 64

struct text {
	char *bytes; /* owned; NUL-terminated */
	size_t len;
};

struct test_case {
	size_t line;
	char rule[RULE_NAME_MAX];
	char title[160];
	char options[512];
	struct text in, out, findings;
	bool has_out, has_findings;
	bool needs_model;
};

void text_add(struct text *text, const char *bytes, size_t len);

/* The last newline of a section is not part of the text. */
void text_close(struct text *text);

/* What is done with a case; its texts last as long as the call. */
typedef void case_visitor(void *context, struct test_case *c);

/* Each case of a file in turn; false: there is no such file. */
bool cases_each(const char *path, case_visitor *visit, void *context);

/* Where the case's text changes: the first byte that does; 0: nowhere. */
size_t case_first_change(const struct test_case *c);

/*
 * What the case's lines "quotes=curly", "rules==quotes", "lang=de" ... say. The
 * options point into the case; call it once.
 */
void case_options(struct test_case *c, struct cd_options *options);

#endif
