/* Patterns over words: compiling. See also literals.c, match.c and phrases.c.
 */
#include "pattern/pattern.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/bytes.h"
#include "pattern/words.h"

struct parser {
	struct pattern_table *table;
	const char *text;
	size_t at, end;
	unsigned depth;
	enum pattern_status status;
};

struct wildcard {
	const char *name;
	uint8_t kind, min, max;
	uint32_t value;
};

static const struct wildcard wildcards[] = {
	{ "n", NODE_NAMES, 1, 5, 0 },	   /* one name */
	{ "names", NODE_NAMES, 1, 60, 0 }, /* a list of names */
	{ "w", NODE_ANY, 1, 1, 0 },
	{ "*", NODE_ANY, 0, 12, 0 },
	{ "few", NODE_ANY, 0, 5, 0 },
	{ "some", NODE_ANY, 1, 6, 0 },
	{ "long", NODE_ANY, 0, 60, 0 },
	{ "#", NODE_FLAG, 1, 1, TOKEN_NUMBER },
	{ "cap", NODE_FLAG, 1, 1, TOKEN_CAPITAL },
	{ "caps", NODE_FLAG, 1, 1, TOKEN_CAPS },
	{ "upper", NODE_RUN, 1, 4, TOKEN_CAPS },
	{ "url", NODE_FLAG, 1, 1, TOKEN_URL },
	{ "post", NODE_FLAG, 1, 1, TOKEN_POST },
	{ "mail", NODE_FLAG, 1, 1, TOKEN_MAIL },
	{ "@", NODE_FLAG, 1, 1, TOKEN_HANDLE },
};

const char *pattern_status_text(enum pattern_status status)
{
	static const char *const texts[] = {
		[PATTERN_OK] = "no error",
		[PATTERN_NOMEM] = "out of memory",
		[PATTERN_UNBALANCED] = "( and ) do not balance",
		[PATTERN_UNKNOWN] = "no such wildcard or set",
		[PATTERN_EMPTY] = "the pattern holds no word",
	};

	return texts[status];
}

void pattern_table_release(struct pattern_table *table)
{
	free(table->nodes);
	free(table->sets);
	free(table->phrases);
	free(table->hashes);
	free(table->begins);
	memset(table, 0, sizeof(*table));
}

static size_t add_node(struct parser *parser, const struct node *node)
{
	struct pattern_table *table = parser->table;

	if (!array_grow(&table->nodes, &table->node_cap, table->node_count,
			sizeof(*node))) {
		parser->status = PATTERN_NOMEM;
		return 0;
	}
	table->nodes[table->node_count] = *node;
	return table->node_count++;
}

/* If `sign` is next, go past it. */
static bool take(struct parser *parser, const char *sign)
{
	if (!bytes_begin(parser->text, parser->end, parser->at, sign))
		return false;
	parser->at += strlen(sign);
	return true;
}

/*
 * What a pattern asks of the gap after a word: ":", ",", "\)", " --", " /",
 * " \|" or " \>", for the arrow ».
 */
static void parse_gap(struct parser *parser)
{
	static const struct {
		char text[4];
		uint32_t marks;
	} gaps[] = {
		{ ":", GAP_COLON },   { ",", GAP_COMMA },
		{ "\\)", GAP_CLOSE }, { " --", GAP_DASH },
		{ " /", GAP_SLASH },  { "\\.", GAP_STOP },
		{ " \\|", GAP_BAR },  { " \\>", GAP_QUOTE },
	};
	const char *text = parser->text + parser->at;
	const size_t left =
		parser->status == PATTERN_OK ? parser->end - parser->at : 0;

	/* After a group that does not close there is no text left. */
	for (size_t i = 0; i < sizeof(gaps) / sizeof(*gaps) && left; i++) {
		const struct node node = { .kind = NODE_GAP,
					   .value = gaps[i].marks };
		size_t len;

		/* most words are followed by none of these */
		if (text[0] != gaps[i].text[0])
			continue;
		len = strlen(gaps[i].text);
		if (left < len || memcmp(text, gaps[i].text, len) != 0)
			continue;
		parser->at += len;
		add_node(parser, &node);
		parse_gap(parser);
		return;
	}
}

static uint8_t case_need(const char *word, size_t len)
{
	for (size_t i = 1; i < len; i++)
		if (ascii_is_lower((unsigned char)word[i]))
			return NEED_CAPITAL;
	return NEED_CAPS;
}

static void parse_word(struct parser *parser, bool exact)
{
	const char *word = parser->text + parser->at;
	const size_t end = word_end(parser->text, parser->at, parser->end);
	const size_t len = end - parser->at;
	const struct node node = {
		.kind = NODE_WORD,
		.value = token_hash(word, len),
		.need = exact ? case_need(word, len) : 0,
	};

	parser->at = end;
	add_node(parser, &node);
	parse_gap(parser);
}

static bool same_name(const char *name, const char *text, size_t len)
{
	return len && name[0] == text[0] && bytes_are(text, len, name);
}

static void parse_wildcard(struct parser *parser)
{
	const char *name = parser->text + ++parser->at;
	const char *close = memchr(name, '>', parser->end - parser->at);
	struct node node = { 0 };

	if (!close) {
		parser->status = PATTERN_UNKNOWN;
		return;
	}
	const size_t len = (size_t)(close - name);

	for (size_t i = 0; i < sizeof(wildcards) / sizeof(*wildcards); i++) {
		const struct wildcard *card = &wildcards[i];

		if (same_name(card->name, name, len))
			node = (struct node){ card->kind, card->min, card->max,
					      0, card->value };
	}
	for (size_t i = 0; i < parser->table->set_count; i++) {
		if (same_name(parser->table->sets[i].name, name, len))
			node = (struct node){ NODE_SET, 0, 0, 0, (uint32_t)i };
	}
	if (node.kind == NODE_END) {
		parser->status = PATTERN_UNKNOWN;
		return;
	}
	parser->at += len + 1;
	add_node(parser, &node);
	parse_gap(parser);
}

static void parse_branches(struct parser *parser);

/* The one sign that is a word. */
static void add_copyright(struct parser *parser)
{
	const struct node node = { .kind = NODE_WORD,
				   .value = token_sign_hash() };

	add_node(parser, &node);
}

static void parse_group(struct parser *parser)
{
	parser->depth++;
	parse_branches(parser);
	parse_gap(parser);
}

/* One word, wildcard or group, or a byte that says nothing. */
static void parse_item(struct parser *parser)
{
	static const struct node open = { .kind = NODE_GAP, .value = GAP_OPEN };
	static const struct node dash = { .kind = NODE_GAP, .value = GAP_DASH };
	static const struct node sign = { .kind = NODE_GAP, .value = GAP_SIGN };
	bool exact;

	if (take(parser, "\\("))
		add_node(parser, &open);
	if (take(parser, "-- "))
		add_node(parser, &dash);
	if (take(parser, "\\#"))
		add_node(parser, &sign);
	exact = take(parser, "^");
	if (parser->at >= parser->end)
		return;
	if (word_end(parser->text, parser->at, parser->end) > parser->at)
		parse_word(parser, exact);
	else if (parser->text[parser->at] == '<')
		parse_wildcard(parser);
	else if (take(parser, "("))
		parse_group(parser);
	else if (take(parser, "\u00A9"))
		add_copyright(parser);
	else
		parser->at++;
}

/* Make room for a split before the node `at`; false: no memory. */
static bool insert_split(struct parser *parser, size_t at)
{
	static const struct node split = { .kind = NODE_SPLIT };
	struct pattern_table *table = parser->table;

	add_node(parser, &split);
	if (parser->status != PATTERN_OK)
		return false;
	memmove(table->nodes + at + 1, table->nodes + at,
		(table->node_count - 1 - at) * sizeof(split));
	table->nodes[at] = split;
	for (size_t i = at + 1; i < table->node_count; i++)
		if (table->nodes[i].kind == NODE_SPLIT ||
		    table->nodes[i].kind == NODE_JUMP)
			table->nodes[i].value++;
	return true;
}

/* A group that is being read. */
struct group {
	size_t branch; /* the first node of the branch at hand */
	size_t jumps;  /* the last jump to the group's end; 0: none so far */
};

/* A branch ends, and another follows. */
static void end_branch(struct parser *parser, struct group *group)
{
	struct pattern_table *table = parser->table;
	struct node jump = { .kind = NODE_JUMP };

	if (!insert_split(parser, group->branch))
		return;
	/* until the end is known, each jump leads to the one before */
	jump.value = (uint32_t)group->jumps;
	group->jumps = add_node(parser, &jump);
	if (parser->status != PATTERN_OK)
		return;
	table->nodes[group->branch].value = (uint32_t)table->node_count;
	group->branch = table->node_count;
}

static void end_group(struct parser *parser, const struct group *group)
{
	struct pattern_table *table = parser->table;

	for (size_t at = group->jumps; at;) {
		struct node *jump = &table->nodes[at];

		at = jump->value;
		jump->value = (uint32_t)table->node_count;
	}
	if (parser->status != PATTERN_OK || !parser->depth)
		return;
	if (parser->at >= parser->end)
		parser->status = PATTERN_UNBALANCED;
	parser->at++;
	parser->depth--;
}

/*
 * The branches of a group up to its ")": each but the last is
 * SPLIT(next branch) ... JUMP(end). A group of depth 0 is the whole pattern.
 */
static void parse_branches(struct parser *parser)
{
	struct group group = { .branch = parser->table->node_count };

	while (parser->status == PATTERN_OK && parser->at < parser->end &&
	       parser->text[parser->at] != ')') {
		if (take(parser, "|"))
			end_branch(parser, &group);
		else
			parse_item(parser);
	}
	end_group(parser, &group);
}

#define BRANCHES_LEAST 3 /* of a group that is worth a look */

static size_t count_branches(const struct node *nodes, uint32_t at)
{
	const uint32_t end = node_group_end(nodes, at);
	size_t count = 1;

	for (; node_splits_to(nodes, at, end); at = nodes[at].value)
		count++;
	return count;
}

/* Note with which words groups, and what comes after them, can begin. */
static bool note_begins(struct pattern_table *table, size_t first)
{
	for (size_t at = first; at < table->node_count; at++) {
		struct node *node = &table->nodes[at];
		struct word_bits bits = { { 0 } };
		struct literals words;

		if (node->kind != NODE_SPLIT ||
		    table->begins_count == UINT16_MAX ||
		    count_branches(table->nodes, (uint32_t)at) < BRANCHES_LEAST)
			continue;
		pattern_first_words(table, (uint32_t)at, &words);
		if (!words.count)
			continue;
		for (size_t i = 0; i < words.count; i++)
			word_bits_add(&bits, words.list[i].word >> 8);
		if (!array_grow(&table->begins, &table->begins_cap,
				table->begins_count, sizeof(bits)))
			return false;
		table->begins[table->begins_count++] = bits;
		node_set_begins(node, (unsigned)table->begins_count);
	}
	return true;
}

enum pattern_status pattern_add(struct pattern_table *table, const char *text,
				size_t len, uint32_t *first)
{
	struct parser parser = { table, text, 0, len, 0, PATTERN_OK };
	const struct node end = { .kind = NODE_END };
	const size_t before = table->node_count;

	*first = (uint32_t)before;
	parse_branches(&parser);
	if (parser.status == PATTERN_OK && parser.at < len)
		parser.status = PATTERN_UNBALANCED;
	if (parser.status == PATTERN_OK && table->node_count == before)
		parser.status = PATTERN_EMPTY;
	if (parser.status == PATTERN_OK)
		add_node(&parser, &end);
	if (parser.status == PATTERN_OK && !note_begins(table, before))
		return PATTERN_NOMEM;
	return parser.status;
}
