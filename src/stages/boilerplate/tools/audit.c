/*
 * Which rule takes what: texts from standard input, each ended by a NUL; a line
 * for each span that goes, of all classes: the text's number, the rule's line
 * in the rules file, its class, and the span's first byte and end. For
 * audit.py, and to see which rule it was: audit <article.txt.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/lang.h"
#include "stages/boilerplate/find.h"
#include "stages/boilerplate/rules_file.h"
#include "stages/stage.h"

static size_t number;

static void print(const struct article *article, unsigned rule, uint32_t cause,
		  size_t at, size_t end)
{
	(void)article;
	printf("%zu\t%u\t%s\t%zu\t%zu\n", number, cause, rule_table[rule].name,
	       at, end);
}

static void print_article(const struct article *article)
{
	for (size_t i = 0; i < article->count; i++) {
		const struct line *line = &article->lines[i];

		if (find_goes(article, i))
			print(article, line->mark, line->cause, line->at,
			      line->end);
		else if (line->held)
			print(article, RULE_BOILERPLATE_LONG, 0, line->held_at,
			      line->held_end);
		for (size_t k = 0; k < line->span_count; k++)
			print(article, line->spans[k].rule,
			      line->spans[k].cause, line->spans[k].at,
			      line->spans[k].end);
	}
}

static bool audit(const struct settings *settings, struct arena *arena,
		  const char *text, size_t len)
{
	struct survey survey;
	struct layer layer = { 0 };
	struct pass pass = {
		.text = text,
		.len = len,
		.survey = &survey,
		.settings = settings,
		.arena = arena,
		.layer = &layer,
	};
	struct article article = { .pass = &pass, .rules = settings->strip };

	survey_text(&survey, text, len);
	if (find_furniture(&article))
		print_article(&article);
	arena_reset(arena);
	return !pass.failed;
}

int main(void)
{
	struct settings settings = { .lang = lang_find("en") };
	struct strip_rules *rules;
	struct arena arena;
	char *text = NULL, error[200];
	size_t room = 0;
	ssize_t len;

	memset(settings.selected, 0xFF, sizeof(settings.selected));
	if (strip_rules_new(settings.lang, NULL, 0, &rules, error,
			    sizeof(error)) != CD_OK) {
		fprintf(stderr, "audit: %s\n", error);
		return 2;
	}
	settings.strip = rules;
	arena_init(&arena);
	while ((len = getdelim(&text, &room, '\0', stdin)) > 0) {
		number++;
		if (text[len - 1] == '\0')
			len--;
		if (!audit(&settings, &arena, text, (size_t)len))
			return 2;
	}
	free(text);
	arena_release(&arena);
	strip_rules_free(rules);
	return fflush(stdout) ? 2 : 0;
}
