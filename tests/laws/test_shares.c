/*
 * Texts of two or three kinds of lines, so many of each, in one of several
 * layouts. What a text is as a whole is told by shares of its lines, words and
 * letters, and these texts have nearly every share there is. What becomes of
 * them is recorded in tests/neighbours/shares.txt: a hash of those with a kind
 * of line, and the kind. `make neighbours` writes it again. SHOW=1 prints them.
 */
#include "support.h"

#include "laws/recorded.h"

#ifdef __SANITIZE_ADDRESS__
#define TEXTS 60 /* of a kind; so few are not compared */
#else
#define TEXTS 2500
#endif

#define GROWN 40 /* one in so many */
#define RECORD "tests/neighbours/shares.txt"
#define NEAR 6 /* kinds of lines of the same sort */
#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* A kind of line: % is a word, ^ one in capitals, & a name, * some words, ~
   some in capitals, $ some of German, and = words up to a width of so many
   columns. */
struct kind {
	const char *line;
	size_t width;
};

/* clang-format off */
static const struct kind kinds[] = {
	{ "The * % was %.", 0 },
	{ "& said the * was %, and the * %.", 0 },
	{ "the * % was %.", 0 },
	{ "the * % was %", 0 },
	{ "The * % was %", 0 },
	{ "THE ~ ^ WAS ^.", 0 },
	{ "THE ~ ^ WAS ^ IN ^", 0 },
	{ "& &", 0 },
	{ "& & &, &", 0 },
	{ "%", 0 },
	{ "* % and the", 0 },
	{ "The * % of the", 0 },
	{ "The =", 40 },
	{ "The =", 62 },
	{ "The =.", 62 },
	{ "=", 40 },
	{ "=", 62 },
	{ "=.", 62 },
	{ "=", 66 },
	{ "=", 75 },
	{ "=. The %", 75 },
	{ "=", 99 },
	{ "=", 103 },
	{ "=, &, the %", 130 },
	{ "    The =", 62 },
	{ "    =", 62 },
	{ "  The =.", 72 },
	{ "> =", 62 },
	{ "&, =", 30 },
	{ "    % *,", 0 },
	{ "\u201CThe * %,\u201D said &.", 0 },
	{ "\u201CThe * % was %.", 0 },
	{ "the * % was %.\u201D", 0 },
	{ "\"The * %,\" & said.", 0 },
	{ "The \u2018* %\u2019 was %.", 0 },
	{ "It\u2019s the %\u2019s *, and it isn\u2019t %.", 0 },
	{ "It's the % 's *, and it isn't %.", 0 },
	{ "it s the * % didn t % it", 0 },
	{ "The & didn t % it.", 0 },
	{ "The & isn\u2019t % *.", 0 },
	{ "It s the * of % s %.", 0 },
	{ " The * was %.", 0 },
	{ "& said   The * %   and % it  ", 0 },
	{ "The * was %, & said.", 0 },
	{ "The * w i l l  b e %.", 0 },
	{ "The *  %  was %.", 0 },
	{ "The * %.  The * %.", 0 },
	{ "The * %.   The * %", 0 },
	{ "the * % , he did n't % it .", 0 },
	{ "`` The * % , '' & said .", 0 },
	{ "``The * %'' was %", 0 },
	{ "\u2022 The * %", 0 },
	{ "- the % *", 0 },
	{ "1. The %", 0 },
	{ "A. % *", 0 },
	{ "(2) The * %.", 0 },
	{ "%  %", 0 },
	{ "& *      % *", 0 },
	{ "* %,", 0 },
	{ "&: the * %", 0 },
	{ "^ ^: The * %.", 0 },
	{ "<&> the % *", 0 },
	{ "[12:30] <%> *", 0 },
	{ "", 0 },
	{ " ", 0 },
	{ "12:30", 0 },
	{ "1,200 5 th 110, 000 $ 5", 0 },
	{ "Read more: The * %", 0 },
	{ "Share this", 0 },
	{ "\u00A9 2019 & Post. All rights reserved.", 0 },
	{ "Follow us on Twitter @%", 0 },
	{ "Der * ist und nicht \u00FCber die %", 0 },
	{ "der $ ist $ % und $", 0 },
	{ "Die $ \u00FCber $.", 0 },
	{ "Die $", 0 },
	{ "\u041C\u044B \u0431\u044B\u043B\u0438 \u043D\u0430 * "
	  "\u043C\u043E\u0441\u0442\u0443 %.", 0 },
	{ "El % y las * con \u00E9l.", 0 },
	{ "if (pier == %) return *(&);", 0 },
	{ "\t%(&, 3);", 0 },
	{ "%: %", 0 },
	{ "| % | * | & |", 0 },
	{ "%\t%\t&", 0 },
	{ "w i l l  b e  % *", 0 },
	{ "It?s the *", 0 },
	{ "It\u00E2\u20AC\u2122s the * caf\u00C3\u00A9", 0 },
	{ "The * ( % ) , [ % ]", 0 },
	{ "The _ % _ * U. S. % p. m.", 0 },
	{ "recordShell said.But the *,while", 0 },
	{ "harbour3 the * ferry.12", 0 },
	{ "the * %-", 0 },
	{ "The * % -- the * % - the %", 0 },
	{ "The * % \u2014 the * %\u2013%", 0 },
	{ "\tThe * %", 0 },
	{ "The * %   ", 0 },
	{ "& &, March 5, 2021", 0 },
	{ "& 5", 0 },
	{ "# & &", 0 },
	{ "**&** * `%`", 0 },
	{ "https://www.%.com/%", 0 },
	{ "PORT ELLIS (AP) \u2014 The * %.", 0 },
	{ "By & &", 0 },
	{ "-----", 0 },
	{ "Q: Did the * %?", 0 },
	{ "The % &#39;s * &amp; <b>%</b>", 0 },
	{ "=.\u201D", 55 },
	{ "=?", 45 },
	{ "THE ~, ^, ^, ^ AND ^", 0 },
};

static const char *const words[] = {
	"a", "of", "in", "the", "and", "was", "boat", "pier", "they", "with",
	"crane", "river", "which", "bridge", "harbor", "council", "morning",
	"ferries", "to", "is", "that", "not", "on", "people", "lighthouses",
	"he", "she", "said", "told", "tide", "wet", "dry-stone", "quay's",
	"warehousekeepers", "no", "all", "from", "had", "gone", "thirteen",
};

static const char *const german[] = {
	"der", "und", "nicht", "Haus", "fluss", "kran", "Br\u00FCcke", "zwei",
	"geht", "alle", "boot", "werk",
};

static const char *const names[] = {
	"Marsh", "Ida", "Ellis", "Port", "Reed", "Lowell", "Mr. Reed", "Monday",
	"Quince", "Bo", "Featherstonehaugh", "McKay", "O\u2019Dell", "Ann",
};

/* Each line's end; now and then one of the first two. */
static const char *const joints[] = { "\n", "\n\n", "\n", "\n\n", "\n",
				      "\n\n", " ", "  ", "   ", "\n \n",
				      "\n\n\n", "\r\n", "\n    " };

/* How far lines are set in, where they are. */
static const char *const indents[] = {
	"", "", " ", "  ", "   ", "    ", "      ", "        ", "\t",
	"                ", "                    ",
	"                              ",
};
/* clang-format on */

/* What a text grows by. */
static const char *const units[] = {
	" of",	 " OF",	    " was.",   " It",  "  of",	   " it’s",
	" it s", "\nof it", "\n\nIt.", ", of", "\n    of", " it.  It",
	" der",	 " \u00E9", " \u201D", " \"",  " - of",	   "\nIt was, he said",
};

/* So many lines. */
static const size_t most[] = { 4, 8, 14, 14, 14, 32, 32, 90 };

static uint64_t state;

static size_t below(size_t limit)
{
	return random_below(&state, (uint32_t)limit);
}

static void add(struct text *text, const char *bytes)
{
	text_add(text, bytes, strlen(bytes));
}

static void add_word(struct text *text, bool capitals)
{
	for (const char *at = words[below(COUNT(words))]; *at; at++) {
		const bool small = *at >= 'a' && *at <= 'z';
		const char byte = capitals && small ? (char)(*at - 32) : *at;

		text_add(text, &byte, 1);
	}
}

static void add_words(struct text *text, size_t count, bool capitals)
{
	for (size_t i = 0; i < count; i++) {
		if (i)
			add(text, " ");
		add_word(text, capitals);
	}
}

/* Words, until another may be too long for the line. */
static void fill(struct text *text, size_t end)
{
	add_word(text, false);
	for (;;) {
		const char *next = words[below(COUNT(words))];

		if (text->len + 1 + strlen(next) > end)
			return;
		add(text, " ");
		add(text, next);
	}
}

static void add_line(struct text *text, const struct kind *kind)
{
	const size_t start = text->len;

	for (const char *at = kind->line; *at; at++)
		switch (*at) {
		case '%':
		case '^':
			add_word(text, *at == '^');
			break;
		case '*':
		case '~':
			add_words(text, 1 + below(12), *at == '~');
			break;
		case '$':
			for (size_t count = below(14); count; count--) {
				add(text, german[below(COUNT(german))]);
				add(text, count > 1 ? " " : "");
			}
			break;
		case '&':
			add(text, names[below(COUNT(names))]);
			break;
		case '=':
			if (kind->width) {
				fill(text, start + kind->width);
				break;
			} /* fall through */
		default:
			text_add(text, at, 1);
		}
}

/* One that is near it in the table, and of its sort, or any. */
static const struct kind *other(const struct kind *kind)
{
	const size_t near = (size_t)(kind - kinds) + COUNT(kinds) - NEAR;

	return &kinds[(below(2) ? near + below(2 * NEAR)
				: below(COUNT(kinds))) %
		      COUNT(kinds)];
}

/* Which lines are of which kind, and what is between them. */
struct plan {
	const struct kind *of[3];
	size_t first, others; /* so many lines are of a kind */
	enum { IN_ORDER, MIXED, IN_TURN } order;
	const char *joint;
	bool parts; /* other joints now and then, or at each turn's end */
	const char *indents[2];
};

static struct plan make_plan(const struct kind *kind, size_t count)
{
	struct plan plan = { .of = { kind }, .indents = { "", "" } };

	plan.of[1] = other(kind);
	plan.of[2] = other(kind);
	plan.first = below(count + 1);
	plan.others = below(count + 1);
	plan.order = below(3);
	plan.joint = joints[below(COUNT(joints))];
	plan.parts = below(2);
	if (below(3) == 0) {
		plan.indents[0] = indents[below(COUNT(indents))];
		plan.indents[1] = indents[below(COUNT(indents))];
	}
	return plan;
}

static struct text make_text(const struct kind *kind)
{
	const size_t count = 1 + below(most[below(COUNT(most))]);
	const struct plan plan = make_plan(kind, count);
	const size_t period = 2 + below(6);
	struct text text = { NULL, 0 };

	for (size_t i = 0; i < count; i++) {
		const size_t turn = plan.order == MIXED ? below(count) : i;
		const bool third = below(4) == 0 && turn < plan.others;
		const bool first = plan.order == IN_TURN ? i % period != 0
							 : turn < plan.first;
		const bool part =
			plan.parts && (plan.order == IN_TURN ? i % period == 1
							     : below(9) == 0);

		if (i)
			add(&text, part ? joints[below(2)] : plan.joint);
		add(&text, plan.indents[below(2)]);
		add_line(&text, first ? plan.of[0] : plan.of[1 + third]);
	}
	text_add(&text, "\n", below(2));
	return text;
}

/* The conditions of the text with `count` times the unit at its end. */
static uint32_t conditions_of(struct recorded_case *one,
			      const struct text *base, const char *unit,
			      size_t count)
{
	const uint32_t sum = one->sum;
	struct text text = { NULL, 0 };

	text_add(&text, base->bytes, base->len);
	for (; count; count--)
		add(&text, unit);
	recorded_try(one, one->own, text.bytes, text.len, false);
	one->sum = sum;
	free(text.bytes);
	return cd_conditions(one->trial.result);
}

/* With how many of them the text's conditions are others. */
static void grow(struct recorded_case *one, const struct text *base,
		 const char *unit)
{
	static const size_t steps[] = { 1, 4, 16, 50, 150, 400, 900 };
	uint32_t was = conditions_of(one, base, unit, 0);
	size_t less = 0;

	for (size_t i = 0; i < COUNT(steps); less = steps[i++]) {
		const uint32_t now = conditions_of(one, base, unit, steps[i]);
		size_t more = steps[i];

		if (now == was)
			continue;
		while (more - less > 1) {
			const size_t middle = less + (more - less) / 2;

			if (conditions_of(one, base, unit, middle) == was)
				less = middle;
			else
				more = middle;
		}
		one->sum = one->sum * 31 + (uint32_t)more;
		was = now;
	}
}

static uint32_t try_kind(const struct kind *kind,
			 const struct cd_desk *const desks[2])
{
	struct recorded_case one = { .heading = kind->line, .sum = 1 };

	state = (uint64_t)(kind - kinds) + 1;
	for (size_t i = 0; i < TEXTS; i++) {
		struct text text = make_text(kind);

		recorded_try(&one, desks[i % 2], text.bytes, text.len,
			     i % 16 == 0);
		one.own = desks[i % 2];
		if (i % GROWN == 0)
			grow(&one, &text, units[below(COUNT(units))]);
		free(text.bytes);
	}
	cd_result_free(one.trial.result);
	cd_result_free(one.trial.again);
	assert_int_equal(one.broken, 0);
	return one.sum;
}

static void test_shares(void **context)
{
	static const struct cd_options plain = { .no_model = true }, all = {
		.rules = "all", .quotes = CD_QUOTES_STRAIGHT, .no_model = true
	};
	struct cd_desk *const desks[] = { desk_for(&plain), desk_for(&all) };
	char *lines =
		getenv("RECORD") ? NULL : read_file(RECORD, &(size_t){ 0 });
	FILE *record = getenv("RECORD") ? fopen(RECORD, "w") : NULL;
	size_t failures = 0;

	(void)context;
	for (size_t i = 0; i < COUNT(kinds); i++) {
		char line[256];

		if (!is_of_part(i))
			continue;
		snprintf(line, sizeof(line), "%08x %s\n",
			 (unsigned)try_kind(
				 &kinds[i],
				 (const struct cd_desk *const *)desks),
			 kinds[i].line);
		if (record) {
			fputs(line, record);
		} else if (TEXTS > 60 && lines && !strstr(lines, line)) {
			failures++;
			print_error("texts with \"%s\" become something else: "
				    "make neighbours, where that is meant\n",
				    kinds[i].line);
			if (getenv("FAIL_FAST"))
				exit(EXIT_FAILURE);
		}
	}
	if (record)
		assert_int_equal(fclose(record), 0);
	free(lines);
	cd_desk_free(desks[0]);
	cd_desk_free(desks[1]);
	assert_int_equal(failures, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_shares) };

	return cmocka_run_group_tests_name("shares", tests, NULL, NULL);
}
