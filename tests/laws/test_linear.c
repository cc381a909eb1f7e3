/*
 * Time is linear in the input: a text so many times as long takes about as many
 * times as long, whatever it repeats, and does not end in a fault of our own.
 * CPU time is compared, the least of some runs where one says otherwise.
 *
 * LINEAR=all (`make check-linear`) takes each character and pair of characters,
 * each piece and pair of pieces, up to a megabyte: some minutes. LINEAR=TEXT
 * takes what is repeated from there.
 */
#include "support.h"

#include <time.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define QUICK_FIRST ((size_t)32 << 10)
#define QUICK_DOUBLINGS 2
#define FIRST ((size_t)64 << 10)
#define DOUBLINGS 4 /* to a megabyte */
/* Of a doubling. Quadratic is 4; the rest is room for caches, and sorting. */
#define ROOM 2.4
#define QUICK_ROOM 3.2
#define TRIES 6
#define NOISE 0.002 /* seconds */
#define QUICK_NOISE 0.02

/* More than the columns of a page. */
#define WORDS "the ferry that left at noon had been seen by men of the quay "
#define WIDE WORDS WORDS WORDS WORDS

/* clang-format off */
static const char *const pieces[] = {
	"'", "\"", "`", "’", "‘", "”", "“", "'’", "“‘", "'a ", "a\" ", "\" ",
	"&", "&#", "amp;", "&amp", "&lt;", "#39; ", "(", "[", "<", "<a ", "</",
	"<!--", "<a href=\"", "a\u0301\u0327", "\u0301\u0327", "\u1100", "\\",
	"\\u2019", "a\\n", "â€™", "Ã", "\n", " \n", "a\n", "a\n\n", " ", "\t",
	"a   b ", "a b ", "A", "ABC DE ", ". ", "...", "-", "a-\n", "U. S. ",
	"J. K. ", "said.But ", "RELATED: ", "Foo. RELATED: Bar Baz ",
	"(CNN) ", "(Reporting by ", "Story highlights\n", "By Ann Bo\n",
	"http://a.b/", "\r", "\u200B", "\u00AD", "\u00A0", "\xFF", "\xE2\x80",
	"do n't ", "he said  that  it  was not ", "it?s ?a ", "donÕt Ó",
	"```c\n", "`a ", "a _ b ", "It is.  \"A ", "oldShell newNews ",
	"[[a][b]] ", "[[a ", "'''a ", "[https://a b] ", "#+a /b ",
	"â€™`a' ", "(CNN) By Ann Bo\n", "'‘a’ ", "a'b@", "a-", "a@", "a.b-",
	"http-", "it s ", "Read more: ", "( \n\n", "a:\n", "Radio or TV:\n",
	"Use <b> x ", "``f.c ", "<ida> hi\n", "-- Ida\n", ". . .http://a.b/c ",
	"It is. " WIDE "of:\n" WIDE "it\n", "<b>\\n",
};

static const char *const characters[] = {
	"'", "\"", "”", "“", "’", "&", "<", "(", "-", ".", ",", "?", " ", "\n",
	"a", "A", "1", "\\", "_", "@", "\u0301", "\u200B",
};

/* Each makes a rule do something, alone or beside another. */
static const char *const firing[] = {
	"it s ", "Read more: ", "RELATED: ", "( \n\n", "a'b@", "\"No,\" he ",
	"'tis ", "&amp;", "<b>", "</p>", "\\n", "â€™", "?s ", "=20\n", "a\n",
	" \n\n", " ,", "  ", ". . .", " -- ", "a-\n", "1 / 2 ", "U. S. ",
	"said.But ", "(CNN) ", "By Ann Bo\n", "http://a.b/c ", "\x01",
	"`a' ", "_ b ", "donÕt ", "wo n't ", "WORDS HERE ",
};
/* clang-format on */

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

struct trial {
	struct cd_desk *desk;
	struct cd_result *result;
	size_t first;
	int doublings;
	double room, noise;
	size_t count, failed;
};

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static bool is_own_fault(struct cd_result *result)
{
	const struct cd_finding *findings;
	size_t count;

	assert_int_equal(cd_findings(result, &findings, &count), CD_OK);
	for (size_t i = 0; i < count; i++)
		if (!strncmp(findings[i].rule->name, "internal/", 9))
			return true;
	return false;
}

/* What the piece, repeated, takes; -1: it ended in a fault of our own. */
static double time_of(struct trial *trial, const char *piece, size_t size)
{
	const size_t len = strlen(piece);
	char *text;
	double start, end;
	bool fault;

	/* a part of a character would be damage, and another path */
	size -= size % len;
	text = malloc(size);
	assert_non_null(text);
	for (size_t i = 0; i < size; i++)
		text[i] = piece[i % len];
	start = seconds();
	assert_int_equal(cd_run(trial->desk, text, size, &trial->result),
			 CD_OK);
	end = seconds();
	fault = is_own_fault(trial->result);
	if (fault)
		print_message("\"%s\": %zu bytes end in internal/...\n", piece,
			      size);
	free(text);
	return fault ? -1 : end - start;
}

static double least(double a, double b)
{
	return a < b ? a : b;
}

/*
 * Whether a text of 2^doublings times `size` takes as much longer. The mean of
 * the doublings counts: where a text outgrows a cache one of them costs more.
 */
static bool is_linear(struct trial *trial, const char *piece, size_t size,
		      int doublings)
{
	double once = time_of(trial, piece, size), more = 0, room = 1;

	for (int i = 0; i < doublings; i++)
		room *= trial->room;
	for (int i = 0; i < TRIES && once >= 0; i++) {
		const double now = time_of(trial, piece, size << doublings);

		more = i ? least(more, now) : now;
		if (more <= room * once + trial->noise)
			break;
		once = least(once, time_of(trial, piece, size));
	}
	if (once < 0 || more < 0)
		return false;
	if (more <= room * once + trial->noise)
		return true;
	print_message("\"%s\": %zu bytes take %.4f s, %d times %.4f s\n", piece,
		      size, once, 1 << doublings, more);
	return false;
}

static void check_piece(struct trial *trial, const char *piece)
{
	trial->count++;
	trial->failed +=
		!is_linear(trial, piece, trial->first, trial->doublings);
}

/* Repeated, "ab" is "ba" but for its ends. */
static void check_pairs(struct trial *trial, const char *const *items,
			size_t count)
{
	char pair[64];

	for (size_t i = 0; i < count; i++) {
		check_piece(trial, items[i]);
		for (size_t k = i + 1; k < count; k++) {
			snprintf(pair, sizeof(pair), "%s%s", items[i],
				 items[k]);
			check_piece(trial, pair);
		}
	}
}

/*
 * Blocks above 32 MB would come from the system, page by page, at each run, and
 * go back to it: the first text that needs one would take some times as long,
 * though each longer one were in proportion. Nothing goes back here; tries
 * after the first find all pages there.
 */
static void keep_memory(void)
{
#ifdef __GLIBC__
	mallopt(M_MMAP_THRESHOLD, 1 << 30);
	mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
}

static void test_time_is_linear(void **state)
{
	const char *all = getenv("LINEAR");
	struct trial trial = {
		.desk = desk_for(NULL),
		.first = all ? FIRST : QUICK_FIRST,
		.doublings = all ? DOUBLINGS : QUICK_DOUBLINGS,
		.room = all ? ROOM : QUICK_ROOM,
		.noise = all ? NOISE : QUICK_NOISE,
	};

	(void)state;
	keep_memory();
	if (all && strcmp(all, "all") != 0) {
		check_piece(&trial, all);
	} else if (all) {
		for (size_t i = 0; i < COUNT(pieces); i++)
			check_piece(&trial, pieces[i]);
		check_pairs(&trial, characters, COUNT(characters));
		check_pairs(&trial, firing, COUNT(firing));
	} else {
		for (size_t i = 0; i < COUNT(pieces); i++)
			check_piece(&trial, pieces[i]);
	}
	cd_result_free(trial.result);
	cd_desk_free(trial.desk);
	if (trial.failed)
		fail_msg("%zu of %zu pieces", trial.failed, trial.count);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_time_is_linear),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
