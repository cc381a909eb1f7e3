/*
 * The boilerplate rules of languages as tables in C: what strip_rules_new()
 * makes of their files. usage: compile FOLDER... >built_in_rules.h
 *
 * It runs on the machine that builds, which may be another kind than the one
 * that copydesk is built for: hence C, and not bytes. What it does not need of
 * the library is not linked, ICU above all.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "lang/lang.h"
#include "stages/boilerplate/rules_file.h"
#include "unicode/regex.h"

/* The rules that are compiled in are patterns. */
enum cd_status regex_new(const char *pattern, size_t len, struct regex **regex)
{
	(void)pattern;
	(void)len;
	*regex = NULL;
	return CD_DATA;
}

void regex_free(struct regex *regex)
{
	(void)regex;
}

/* An array of a table, printed as LANG_NAME. */
struct array {
	const char *type, *name;
	const void *items;
	size_t count, size;
	void (*print)(const void *item);
};

static void print_bits(const uint64_t *bits, size_t count)
{
	printf("{");
	for (size_t i = 0; i < count; i++)
		printf(bits[i] ? " 0x%" PRIx64 "u," : " 0,", bits[i]);
	printf(" }");
}

static void print_word_bits(const void *item)
{
	const struct word_bits *bits = item;

	printf("{ ");
	print_bits(bits->of, sizeof(bits->of) / sizeof(*bits->of));
	printf(" }");
}

static void print_number(const void *item)
{
	printf("%" PRIu32 "u", *(const uint32_t *)item);
}

static void print_node(const void *item)
{
	const struct node *node = item;

	printf("{ %u, %u, %u, %u, %" PRIu32 "u }", node->kind, node->min,
	       node->max, node->need, node->value);
}

static void print_set(const void *item)
{
	const struct phrase_set *set = item;

	printf("{ \"%.*s\", %" PRIu32 ", %" PRIu32 ", ", (int)sizeof(set->name),
	       set->name, set->first, set->count);
	print_word_bits(&set->begins);
	printf(" }");
}

static void print_phrase(const void *item)
{
	const struct phrase *phrase = item;

	printf("{ %" PRIu32 ", %" PRIu32 " }", phrase->first, phrase->count);
}

static void print_literal(const void *item)
{
	const struct indexed_literal *literal = item;

	printf("{ %" PRIu32 "u, %" PRIu32 "u, %" PRIu32 "u, %u, %u }",
	       literal->word, literal->other, literal->owner, literal->kind,
	       literal->edges);
}

static void print_gate(const void *item)
{
	const struct rule_gate *gate = item;

	printf("{ %" PRIu32 "u, %" PRIu32 "u, %u, %u, %u, %u, %u, 0x%" PRIx64
	       "u, %" PRIu32 "u, 0 }",
	       gate->need, gate->forbid, gate->min_words, gate->max_words,
	       gate->marks, gate->how, gate->edges, gate->begins,
	       gate->pattern);
}

static void print_rule(const void *item)
{
	const struct strip_rule *rule = item;

	printf("{ .rule = %u, .where = %u, .how = %u, .until = %u, .edges = %u,"
	       " .marks = %u, .first_word = %u, .second_word = %u,"
	       " .lines = %u, .lone = %d,"
	       " .unbounded = %d, .points = %d, .min_words = %u,"
	       " .max_words = %u, .reach = %u, .need = %" PRIu32 "u,"
	       " .forbid = %" PRIu32 "u, .pattern = %" PRIu32 "u,"
	       " .source_line = %" PRIu32 "u, .begins = ",
	       rule->rule, rule->where, rule->how, rule->until, rule->edges,
	       rule->marks, rule->first_word, rule->second_word, rule->lines,
	       rule->lone, rule->unbounded, rule->points, rule->min_words,
	       rule->max_words, rule->reach, rule->need, rule->forbid,
	       rule->pattern, rule->source_line);
	print_word_bits(&rule->begins);
	printf(", .begins_by = ");
	print_word_bits(&rule->begins_by);
	printf(" }");
}

/* C has no empty arrays: one of no elements gets one that nobody reads. */
static void print_array(const char *lang, const struct array *array)
{
	const char *item = array->items;

	printf("static const %s %s_%s[] = {%s\n", array->type, lang,
	       array->name, array->count ? "" : " 0");
	for (size_t i = 0; i < array->count; i++, item += array->size) {
		array->print(item);
		printf(",\n");
	}
	printf("};\n");
}

static void print_index_arrays(const char *lang, const char *name,
			       const struct literal_index *index)
{
	char list[40], starts[40];
	const struct array arrays[] = {
		{ "struct indexed_literal", list, index->list, index->count,
		  sizeof(*index->list), print_literal },
		{ "uint32_t", starts, index->starts, index->bucket_count + 1,
		  sizeof(*index->starts), print_number },
	};

	snprintf(list, sizeof(list), "%s_list", name);
	snprintf(starts, sizeof(starts), "%s_starts", name);
	print_array(lang, &arrays[0]);
	print_array(lang, &arrays[1]);
}

/* Those of the rules by which sentences of a kind can go. */
static void print_sentence_arrays(const char *lang, unsigned kind,
				  const struct sentence_rules *some)
{
	char name[30];
	const struct array always = { "uint32_t",
				      name,
				      some->always,
				      some->always_count,
				      sizeof(*some->always),
				      print_number };

	snprintf(name, sizeof(name), "always_%u", kind);
	print_array(lang, &always);
	snprintf(name, sizeof(name), "prefixes_%u", kind);
	print_index_arrays(lang, name, &some->prefixes);
	snprintf(name, sizeof(name), "words_%u", kind);
	print_index_arrays(lang, name, &some->words);
}

static void print_arrays(const char *lang, const struct strip_rules *rules)
{
	const struct pattern_table *table = &rules->patterns;
	const struct array arrays[] = {
		{ "struct node", "nodes", table->nodes, table->node_count,
		  sizeof(*table->nodes), print_node },
		{ "struct phrase_set", "sets", table->sets, table->set_count,
		  sizeof(*table->sets), print_set },
		{ "struct phrase", "phrases", table->phrases,
		  table->phrase_count, sizeof(*table->phrases), print_phrase },
		{ "uint32_t", "hashes", table->hashes, table->hash_count,
		  sizeof(*table->hashes), print_number },
		{ "struct word_bits", "begins", table->begins,
		  table->begins_count, sizeof(*table->begins),
		  print_word_bits },
		{ "struct strip_rule", "list", rules->rules, rules->rule_count,
		  sizeof(*rules->rules), print_rule },
		{ "struct rule_gate", "gates", rules->gates, rules->rule_count,
		  sizeof(*rules->gates), print_gate },
		{ "uint32_t", "always", rules->always, rules->always_count,
		  sizeof(*rules->always), print_number },
		{ "uint32_t", "shapes", rules->shapes, rules->shape_count,
		  sizeof(*rules->shapes), print_number },
	};

	for (size_t i = 0; i < sizeof(arrays) / sizeof(*arrays); i++)
		print_array(lang, &arrays[i]);
	print_index_arrays(lang, "prefixes", &rules->prefixes);
	print_index_arrays(lang, "words", &rules->words);
	for (unsigned i = 0; i < SENTENCE_KINDS; i++)
		print_sentence_arrays(lang, i, &rules->sentences[i]);
}

/* ".NAME = ..., .NAME_count = N" of a table's array; nothing grows. */
static void print_list(const char *lang, const char *member, const char *count,
		       const char *name, size_t n)
{
	printf("\t.%s = (void *)%s_%s, .%s = %zu,\n", member, lang, name, count,
	       n);
}

static void print_filter(const char *name, const struct literal_filter *filter)
{
	printf(".%s = { ", name);
	print_bits(filter->bits, sizeof(filter->bits) / sizeof(*filter->bits));
	printf(" },\n\t");
}

static void print_index(const char *lang, const char *name, const char *arrays,
			const struct literal_index *index)
{
	printf("\t.%s = { .list = (void *)%s_%s_list, .count = %zu,\n"
	       "\t.starts = (void *)%s_%s_starts, .bucket_count = %zu,\n"
	       "\t",
	       name, lang, arrays, index->count, lang, arrays,
	       index->bucket_count);
	print_filter("filter", &index->filter);
	printf(".leads = {");
	for (size_t i = 0; i < sizeof(index->leads) / sizeof(*index->leads);
	     i++)
		printf(" { 0x%" PRIx64 "u, 0x%" PRIx64 "u },",
		       index->leads[i].alone, index->leads[i].beside);
	printf(" },\n\t},\n");
}

static void print_sentences(const char *lang, const struct strip_rules *rules)
{
	printf("\t.sentences = {\n");
	for (unsigned i = 0; i < SENTENCE_KINDS; i++) {
		const struct sentence_rules *some = &rules->sentences[i];
		char name[30];

		printf("\t{\n");
		snprintf(name, sizeof(name), "prefixes_%u", i);
		print_index(lang, "prefixes", name, &some->prefixes);
		snprintf(name, sizeof(name), "words_%u", i);
		print_index(lang, "words", name, &some->words);
		snprintf(name, sizeof(name), "always_%u", i);
		print_list(lang, "always", "always_count", name,
			   some->always_count);
		printf("\t.parts = %d },\n", some->parts);
	}
	printf("\t},\n");
}

static void print_patterns(const char *lang, const struct pattern_table *table)
{
	printf("\t.patterns = {\n");
	print_list(lang, "nodes", "node_count", "nodes", table->node_count);
	print_list(lang, "sets", "set_count", "sets", table->set_count);
	print_list(lang, "phrases", "phrase_count", "phrases",
		   table->phrase_count);
	print_list(lang, "hashes", "hash_count", "hashes", table->hash_count);
	print_list(lang, "begins", "begins_count", "begins",
		   table->begins_count);
	printf("\t.joiners = %zu },\n", table->joiners);
}

static void print_words(const char *name, const struct token_set *words)
{
	printf("\t.%s = { .some = ", name);
	print_word_bits(&words->some);
	printf(", .bits = ");
	print_bits(words->bits, TOKEN_SET_BITS / 64);
	printf(" },\n");
}

static void print_rules(const char *lang, const struct strip_rules *rules)
{
	print_arrays(lang, rules);
	printf("static const struct strip_rules %s_rules = {\n", lang);
	print_patterns(lang, &rules->patterns);
	print_list(lang, "rules", "rule_count", "list", rules->rule_count);
	printf("\t.gates = (void *)%s_gates,\n", lang);
	print_index(lang, "prefixes", "prefixes", &rules->prefixes);
	print_index(lang, "words", "words", &rules->words);
	print_list(lang, "always", "always_count", "always",
		   rules->always_count);
	print_sentences(lang, rules);
	print_list(lang, "shapes", "shape_count", "shapes", rules->shape_count);
	print_words("common", &rules->common);
	print_words("frequent", &rules->frequent);
	print_words("you", &rules->you);
	print_words("me", &rules->me);
	print_words("told", &rules->told);
	print_words("subject", &rules->subject);
	print_words("joining", &rules->joining);
	print_words("person", &rules->person);
	print_words("calls", &rules->calls);
	print_words("units", &rules->units);
	print_words("openers", &rules->openers);
	print_words("enders", &rules->enders);
	print_words("unfinished", &rules->unfinished);
	print_words("leading", &rules->leading);
	print_words("occasion", &rules->occasion);
	print_words("amends", &rules->amends);
	print_words("starters", &rules->starters);
	print_words("determiners", &rules->determiners);
	print_words("verbs", &rules->verbs);
	print_words("speech", &rules->speech);
	print_words("past", &rules->past);
	print_words("page", &rules->page);
	printf("};\n");
}

static bool read_file(const char *folder, const char *name,
		      struct buffer *buffer)
{
	char path[1000];
	FILE *file;
	size_t len;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, "rb");
	if (!file) {
		perror(path);
		return false;
	}
	while (buffer_reserve(buffer, 1) &&
	       (len = fread(buffer->bytes + buffer->len, 1,
			    buffer->cap - buffer->len, file)) > 0)
		buffer->len += len;
	return !ferror(file) && !fclose(file) && !buffer->failed;
}

static bool compile(const char *folder, const char *name)
{
	struct buffer lists = { NULL }, file = { NULL };
	struct lang lang = { .name = name };
	struct strip_rules *rules = NULL;
	char error[200] = "cannot be read";

	if (read_file(folder, "lists.rules", &lists) &&
	    read_file(folder, "boilerplate.rules", &file)) {
		lang.lists = (struct lang_file){ lists.bytes,
						 lists.bytes + lists.len };
		lang.boilerplate =
			(struct lang_file){ file.bytes, file.bytes + file.len };
		strip_rules_new(&lang, NULL, 0, &rules, error, sizeof(error));
	}
	if (rules)
		print_rules(name, rules);
	else
		fprintf(stderr, "%s: %s\n", folder, error);
	strip_rules_free(rules);
	buffer_release(&lists);
	buffer_release(&file);
	return rules != NULL;
}

static const char *name_of(const char *folder)
{
	const char *slash = strrchr(folder, '/');

	return slash ? slash + 1 : folder;
}

int main(int argc, char **argv)
{
	printf("/* Made by src/stages/boilerplate/tools/compile. */\n");
	for (int i = 1; i < argc; i++) {
		if (!compile(argv[i], name_of(argv[i])))
			return 1;
	}
	printf("#define BUILT_IN_LANGUAGES");
	for (int i = 1; i < argc; i++)
		printf(" BUILT_IN(%s)", name_of(argv[i]));
	printf("\n");
	return fflush(stdout) || ferror(stdout);
}
