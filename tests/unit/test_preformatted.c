/* Preformatted blocks: a look at some places finds what a walk over all does.
 */
#include "support.h"

#include "base/buffer.h"
#include "text/preformatted.h"

#define TEXTS 400
#define MOST 24 /* blocks of a text, and places of it */

static const char *const blocks[] = {
	"commit 0123456789abcdef0123456789abcdef01234567\nAuthor: Ida Lowell\n",
	"    Moor the ferry at the north quay\n",
	"    Say why the tide tables are wrong:\n      they are of last year\n",
	"The council met on Monday. It said nothing of the quay.\n",
	"  The council met, and went home.\n",
	"quay:\n  north: 3\n  south: 4\n  east: 5\n",
	"  +------+\n  | quay |\n  +------+\n",
	"gel-iyor-um   ev-ler-imiz\ncome-PRS-1SG  house-PL-1PL\n",
	"              REED\n     You were late again.\n",
	"              LOWELL\n     The tide was.\n",
};

static const char *const gaps[] = { "\n", "\n\n\n", "  \n\n", "\n    \n" };

static void write_text(struct buffer *text, uint64_t *seed)
{
	const uint32_t count = 1 + random_below(seed, MOST);

	buffer_reset(text);
	for (uint32_t i = 0; i < count; i++) {
		const size_t block =
			random_below(seed, sizeof(blocks) / sizeof(*blocks));
		const size_t gap =
			random_below(seed, sizeof(gaps) / sizeof(*gaps));

		buffer_add_text(text, blocks[block]);
		buffer_add_text(text, gaps[gap]);
	}
	assert_non_null(buffer_text(text));
}

static bool same(const struct listing *a, const struct listing *b)
{
	return a->at == b->at && a->end == b->end;
}

/* How many of the text's spans the places touch, each of which is found. */
static size_t look(const struct buffer *text, uint64_t *seed)
{
	struct preformatted_walk all = { .text = text->bytes,
					 .len = text->len };
	struct preformatted_walk some = all;
	struct listing span, found[MOST];
	size_t at = 0, end = 0, count = 0, next = 0, touched = 0;

	for (int i = 0; i < MOST && end < text->len; i++) {
		at = end + random_below(seed, 120);
		at = at < text->len ? at : text->len;
		end = at + random_below(seed, 60);
		end = end < text->len ? end : text->len;
		while (preformatted_near(&some, at, end, &span)) {
			assert_true(span.at <= end);
			found[count++] = span;
		}
		while (preformatted_near(&all, 0, end, &span)) {
			while (next < count && found[next].at < span.at)
				next++;
			if (span.end < at)
				continue;
			touched++;
			if (next == count || !same(&found[next], &span))
				fail_msg("%zu to %zu is not found:\n%s",
					 span.at, span.end, text->bytes);
		}
	}
	return touched;
}

static void test_near(void **state)
{
	struct buffer text;
	uint64_t seed = 11;
	size_t touched = 0;

	(void)state;
	buffer_init(&text);
	for (int i = 0; i < TEXTS; i++) {
		write_text(&text, &seed);
		touched += look(&text, &seed);
	}
	assert_true(touched > TEXTS);
	buffer_release(&text);
}

/* A log's messages are told by what they follow, however far it is. */
static void test_log(void **state)
{
	static const char text[] =
		"commit 0123456789abcdef0123456789abcdef01234567\n"
		"Author: Ida Lowell\n\n"
		"    Moor the ferry\n\n    at the quay\n\n    in the north\n";
	const size_t last = sizeof(text) - 5;
	const size_t head = (size_t)(strstr(text, "\n\n") - text);
	struct preformatted_walk walk = { .text = text,
					  .len = sizeof(text) - 1 };
	struct preformatted_walk none = { .text = text + head,
					  .len = sizeof(text) - 1 - head };
	struct listing span;
	size_t end = 0;

	(void)state;
	while (preformatted_near(&walk, last, last, &span))
		end = span.end;
	assert_int_equal(end, sizeof(text) - 2);
	assert_false(preformatted_near(&none, last - head, last - head, &span));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_near),
		cmocka_unit_test(test_log),
	};

	return cmocka_run_group_tests_name("preformatted", tests, NULL, NULL);
}
