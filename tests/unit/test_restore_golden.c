/*
 * The C inference and train/reference.py give the same bits: the same rows,
 * logits and text for the fixed inputs of tests/unit/restore_golden.txt, which
 * train/golden.py wrote for the model that is built in.
 */
#include "support.h"

#include "lang/lang.h"
#include "restore/restore.h"

#define GOLDEN "tests/unit/restore_golden.txt"
#define LOGITS 134
#define TEXT_MAX 65536

static const struct {
	const char *name;
	enum restore_loss loss;
} losses[] = {
	{ "wire", LOSS_WIRE },
	{ "collapsed", LOSS_COLLAPSED },
	{ "lower", LOSS_LOWER },
	{ "lower-lost", LOSS_LOWER_LOST },
	{ "lost-quotes", LOSS_LOST_QUOTES },
};

struct golden {
	struct restore_model *model;
	enum restore_loss loss;
	char fed[TEXT_MAX], out[TEXT_MAX], all[TEXT_MAX];
	size_t fed_at; /* bytes of `fed` that `out` is the text of */
	uint32_t rows[512][RESTORE_ROWS];
	size_t tokens, rows_seen;
	int16_t logits[RESTORE_LOGITS]; /* of token 1 */
	uint64_t sum;
};

static void take_token(void *context, const uint32_t rows[RESTORE_ROWS],
		       const int16_t *logits)
{
	struct golden *g = context;

	if (g->tokens < 512)
		memcpy(g->rows[g->tokens], rows, sizeof(g->rows[0]));
	if (g->tokens == 1)
		memcpy(g->logits, logits, LOGITS * sizeof(*logits));
	g->tokens++;
	for (size_t i = 0; i < LOGITS; i++) {
		const uint16_t bits = (uint16_t)logits[i];

		g->sum = (g->sum ^ (bits & 0xFF)) * 0x100000001B3u;
		g->sum = (g->sum ^ bits >> 8) * 0x100000001B3u;
	}
}

/* `to` holds a text and has TEXT_MAX bytes. */
static void append(char *to, const char *bytes, size_t len)
{
	const size_t have = strlen(to);

	assert_true(have + len < TEXT_MAX);
	memcpy(to + have, bytes, len);
	to[have + len] = '\0';
}

static void take_edit(void *context, const struct restore_edit *edit)
{
	struct golden *g = context;

	assert_in_range(edit->confidence, 0, 100);
	assert_true(edit->at >= g->fed_at && edit->end >= edit->at);
	append(g->out, g->fed + g->fed_at, edit->at - g->fed_at);
	append(g->out, edit->text, edit->len);
	g->fed_at = edit->end;
}

static void run(struct golden *g)
{
	const struct restore_task task = {
		.model = g->model,
		.lang = lang_find("en"),
		.text = g->fed,
		.len = strlen(g->fed),
		.loss = g->loss,
		.edit = take_edit,
		.token = take_token,
		.context = g,
	};

	g->fed_at = g->tokens = g->rows_seen = 0;
	g->out[0] = '\0';
	g->sum = 0xCBF29CE484222325u;
	assert_true(restore_text(&task));
	append(g->out, g->fed + g->fed_at, task.len - g->fed_at);
	g->sum ^= g->sum >> 32;
}

/* "\n" in the file is a line break. */
static void unescape(char *to, const char *from)
{
	while (*from) {
		const bool newline = from[0] == '\\' && from[1] == 'n';

		*to++ = newline ? '\n' : *from;
		from += 1 + newline;
	}
	*to = '\0';
}

static const char *skip_blanks(const char *text)
{
	return text + strspn(text, " \n");
}

static void check_loss(struct golden *g, const char *name)
{
	for (size_t i = 0; i < sizeof(losses) / sizeof(*losses); i++) {
		if (!strcmp(losses[i].name, name)) {
			g->loss = losses[i].loss;
			return;
		}
	}
	fail_msg("no such loss: %s", name);
}

/* The wire texts come first; the long one is made of them. */
static void check_text(struct golden *g, const char *value)
{
	unescape(g->fed, value);
	if (g->loss == LOSS_WIRE) {
		append(g->all, " ", *g->all != '\0');
		append(g->all, g->fed, strlen(g->fed));
	}
	run(g);
}

static void check_long(struct golden *g, const char *value)
{
	(void)value;
	g->fed[0] = '\0';
	for (int i = 0; i < 40; i++) {
		append(g->fed, " ", i != 0);
		append(g->fed, g->all, strlen(g->all));
	}
	run(g);
}

static void check_rows(struct golden *g, const char *value)
{
	char *end = (char *)value;

	assert_true(g->rows_seen < g->tokens);
	for (size_t i = 0; i < RESTORE_ROWS; i++)
		assert_int_equal(g->rows[g->rows_seen][i],
				 strtoul(end, &end, 10));
	g->rows_seen++;
}

static void check_logits(struct golden *g, const char *value)
{
	char *end = (char *)value;

	assert_int_equal(strtol(end, &end, 10), 1);
	for (size_t i = 0; i < LOGITS; i++)
		assert_int_equal(g->logits[i], strtol(end, &end, 10));
}

static void check_sum(struct golden *g, const char *value)
{
	assert_int_equal(g->sum, strtoull(value, NULL, 16));
}

static void check_out(struct golden *g, const char *value)
{
	static char wanted[TEXT_MAX];
	const char *found = skip_blanks(g->out);
	size_t len = strlen(found);

	unescape(wanted, value);
	while (len && strchr(" \n", found[len - 1]))
		len--;
	assert_int_equal(len, strlen(wanted));
	assert_memory_equal(found, wanted, len);
}

static const struct {
	const char *name;
	void (*check)(struct golden *g, const char *value);
} lines[] = {
	{ "loss ", check_loss },     { "text ", check_text },
	{ "long ", check_long },     { "rows ", check_rows },
	{ "logits ", check_logits }, { "sum ", check_sum },
	{ "out ", check_out },
};

static void check_line(struct golden *g, char *line)
{
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		const size_t len = strlen(lines[i].name);

		if (!strncmp(line, lines[i].name, len))
			lines[i].check(g, line + len);
	}
}

static void test_golden(void **state)
{
	const struct lang_file *file = &lang_find("en")->restore;
	static struct golden golden;
	char error[256] = "", *text, *next;
	size_t len;

	(void)state;
	text = next = read_file(GOLDEN, &len);
	if (!file->bytes || !text) {
		print_message("wire model or " GOLDEN ": not there\n");
		free(text);
		return;
	}
	assert_int_equal(restore_model_open(
				 file->bytes, (size_t)(file->end - file->bytes),
				 &golden.model, error, sizeof(error)),
			 CD_OK);
	while (next && *next) {
		char *line = next;

		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		check_line(&golden, line);
	}
	restore_model_free(golden.model);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_golden) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
