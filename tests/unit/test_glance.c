/* The glance, and the first words of groups: they rule out no match. */
#include "support.h"

#include "base/arena.h"
#include "pattern/glance.h"

static const char *const patterns[] = {
	"(ferry|ferries) (is|are) (late|<n>)",
	"read (more|(the|this) (story|letter)|) (at|in) <place>",
	"<place> (ferry|harbour|late|story)",
	"(photo|photos|picture): <names>",
	"copyright (\xC2\xA9|by) <place> <n>",
	"story <*> ferry",
	"(|the) letter by <w> at the harbour",
};

static const char *const words[] = {
	"Ferry",   "ferries", "is",	   "are",    "late",	 "12",
	"read",	   "more",    "the",	   "this",   "story",	 "letter",
	"at",	   "in",      "north",	   "quay",   "south",	 "photo",
	":",	   "picture", "photos",	   "Lowell", "\xC2\xA9", "by",
	"harbour", ",",	      "copyright",
};

#define PATTERNS (sizeof(patterns) / sizeof(*patterns))
#define WORDS (sizeof(words) / sizeof(*words))

static struct pattern_table table;
static uint32_t first[PATTERNS];
static struct arena arena;

static int compile(void **state)
{
	static const char places[] = "north quay|south quay|quay|Lowell";

	(void)state;
	arena_init(&arena);
	if (pattern_add_set(&table, "place", 5, places, strlen(places)) !=
	    PATTERN_OK)
		return -1;
	for (size_t i = 0; i < PATTERNS; i++)
		if (pattern_add(&table, patterns[i], strlen(patterns[i]),
				&first[i]) != PATTERN_OK)
			return -1;
	return 0;
}

static int release(void **state)
{
	(void)state;
	pattern_table_release(&table);
	arena_release(&arena);
	return 0;
}

static uint32_t seed = 7;

static uint32_t next_random(void)
{
	seed = seed * 1664525u + 1013904223u;
	return seed >> 16;
}

static void make_text(char text[200])
{
	const unsigned count = 2 + next_random() % 9;

	text[0] = '\0';
	for (unsigned i = 0; i < count; i++) {
		strcat(text, i ? " " : "");
		strcat(text, words[next_random() % WORDS]);
	}
}

/* Where the pattern matches first, looked for at each word. */
static size_t find(const struct pattern_table *with, uint32_t pattern,
		   const struct tokens *tokens, const char *text)
{
	size_t end = NO_MATCH;

	for (size_t at = 0; at < tokens->count && end == NO_MATCH; at++) {
		struct matcher match = {
			.table = with,
			.words = tokens,
			.text = text,
			.budget = 10000,
		};

		end = pattern_match(&match, pattern, at);
	}
	return end;
}

/* As the prefilter knows a text: its words, and which marks may be there. */
static struct text_bits bits_of(const char *text)
{
	struct text_bits bits;

	text_bits_read(&bits, text, 0, strlen(text));
	word_bits_add(&bits.words, token_sign_hash());
	bits.marks = strchr(text, ':') ? ~0u : ~(unsigned)GAP_COLON;
	return bits;
}

static void test_glance(void **state)
{
	size_t matches = 0, passed = 0, count = 20000 * PATTERNS;
	char text[200];

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct text_bits bits;
		struct tokens tokens;

		make_text(text);
		bits = bits_of(text);
		assert_true(
			tokens_split(&tokens, &arena, text, 0, strlen(text)));
		for (size_t k = 0; k < PATTERNS; k++) {
			const bool may =
				pattern_may_match(&table, first[k], &bits);

			passed += may;
			if (find(&table, first[k], &tokens, text) == NO_MATCH)
				continue;
			matches++;
			if (!may)
				fail_msg("%s: %s", patterns[k], text);
		}
	}
	/* the test sees both sides, and few pass that do not match */
	assert_true(matches > count / 100);
	assert_true(passed < count / 4);
}

/* Without them each branch is tried. */
static void test_group_begins(void **state)
{
	struct pattern_table plain = table;
	struct node *nodes = malloc(table.node_count * sizeof(*nodes));
	size_t groups = 0;
	char text[200];

	(void)state;
	assert_non_null(nodes);
	memcpy(nodes, table.nodes, table.node_count * sizeof(*nodes));
	plain.nodes = nodes;
	for (size_t i = 0; i < table.node_count; i++) {
		if (nodes[i].kind != NODE_SPLIT)
			continue;
		groups += node_begins(&nodes[i]) != 0;
		node_set_begins(&nodes[i], 0);
	}
	assert_true(groups >= 2);
	for (int i = 0; i < 20000; i++) {
		struct tokens tokens;

		make_text(text);
		assert_true(
			tokens_split(&tokens, &arena, text, 0, strlen(text)));
		for (size_t k = 0; k < PATTERNS; k++)
			assert_int_equal(find(&table, first[k], &tokens, text),
					 find(&plain, first[k], &tokens, text));
	}
	free(nodes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_glance),
		cmocka_unit_test(test_group_begins),
	};

	return cmocka_run_group_tests(tests, compile, release);
}
