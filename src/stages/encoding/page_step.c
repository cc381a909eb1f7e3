/*
 * Pages of a printer, which form feeds divide: running heads, feet and numbers
 * that are beside them go, and a sentence that goes on over the page is one.
 *
 * A line is furniture where the one at the same place of the page before or
 * after is the same but for its numbers, and the last of these is the next one.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "edit/shape.h"
#include "text/marks.h"

#define LINE_MAX_BYTES 200

struct span {
	size_t at, end;
};

/* A form feed, the last line before it and the first one after it. */
struct page_end {
	size_t at;
	struct span foot, head;
};

struct walk {
	struct pass *pass;
	struct page_end last, now, next; /* at == SIZE_MAX: there is none */
	size_t done;			 /* what is before it stays */
};

static bool is_space(const struct pass *pass, size_t at)
{
	return ascii_is_space((unsigned char)pass->text[at]);
}

static struct span line_before(const struct pass *pass, size_t at)
{
	struct span span;

	while (at && is_space(pass, at - 1))
		at--;
	span = (struct span){ at, at };
	while (span.at && pass->text[span.at - 1] != '\n' &&
	       pass->text[span.at - 1] != '\f')
		span.at--;
	while (span.at < span.end && is_space(pass, span.at))
		span.at++;
	return span;
}

static struct span line_after(const struct pass *pass, size_t at)
{
	struct span span;

	while (at < pass->len && is_space(pass, at))
		at++;
	span = (struct span){ at, at };
	while (span.end < pass->len && pass->text[span.end] != '\n' &&
	       pass->text[span.end] != '\f')
		span.end++;
	while (span.end > span.at && is_space(pass, span.end - 1))
		span.end--;
	return span;
}

/* The page end from `at` on; the start and the end of the text are none. */
static struct page_end find_end(const struct pass *pass, size_t at)
{
	const char *found =
		at < pass->len ? memchr(pass->text + at, '\f', pass->len - at)
			       : NULL;
	struct page_end end = { .at = SIZE_MAX };

	if (!found)
		return end;
	end.at = (size_t)(found - pass->text);
	end.foot = line_before(pass, end.at);
	end.head = line_after(pass, end.at + 1);
	return end;
}

static size_t skip_number(const struct pass *pass, struct span *span)
{
	size_t number = 0;

	for (; span->at < span->end &&
	       ascii_is_digit((unsigned char)pass->text[span->at]);
	     span->at++)
		if (number < 1000000)
			number = number * 10 +
				 (size_t)(pass->text[span->at] - '0');
	return number;
}

/* Whether `two` is `one`, but that its last number is the next. */
static bool follows(const struct pass *pass, struct span one, struct span two)
{
	size_t first = 0, second = 0; /* no number: 0 is not after 0 */

	if (one.at == one.end || one.end - one.at > LINE_MAX_BYTES)
		return false;
	while (one.at < one.end && two.at < two.end) {
		const char c = pass->text[one.at];

		if (ascii_is_digit((unsigned char)c) &&
		    ascii_is_digit((unsigned char)pass->text[two.at])) {
			first = skip_number(pass, &one);
			second = skip_number(pass, &two);
			continue;
		}
		if (c != pass->text[two.at])
			return false;
		one.at++;
		two.at++;
	}
	return one.at == one.end && two.at == two.end && second == first + 1;
}

static bool is_foot(const struct walk *walk)
{
	const struct pass *pass = walk->pass;
	const struct span foot = walk->now.foot;

	return (walk->next.at != SIZE_MAX &&
		follows(pass, foot, walk->next.foot)) ||
	       (walk->last.at != SIZE_MAX &&
		follows(pass, walk->last.foot, foot)) ||
	       (walk->next.at == SIZE_MAX &&
		follows(pass, foot, line_before(pass, pass->len)));
}

static bool is_head(const struct walk *walk)
{
	const struct pass *pass = walk->pass;
	const struct span head = walk->now.head;

	return (walk->next.at != SIZE_MAX &&
		follows(pass, head, walk->next.head)) ||
	       (walk->last.at != SIZE_MAX
			? follows(pass, walk->last.head, head)
			: follows(pass, line_after(pass, 0), head));
}

static void strip(struct pass *pass, struct span span)
{
	if (span.at < span.end)
		pass_strip(pass, RULE_BOILERPLATE_PAGE, span.at, span.end);
}

/* The head of the first page, if that of the second is one. */
static void first_head(struct walk *walk)
{
	const struct span first = line_after(walk->pass, 0);

	if (first.end >= walk->now.foot.at ||
	    !follows(walk->pass, first, walk->now.head))
		return;
	walk->done = line_after(walk->pass, first.end).at;
	strip(walk->pass, (struct span){ first.at, walk->done });
}

/* A sentence that is not at its end, nor an item of a list, and a small letter.
 */
static bool goes_on(const struct pass *pass, struct span before,
		    struct span after)
{
	return before.at < before.end && after.at < after.end &&
	       !mark_is(utf8_before(pass->text, before.end),
			MARK_COLON | MARK_SEMICOLON) &&
	       shape_end(pass->text, before.end) != SHAPE_END_SENTENCE &&
	       shape_goes_on(pass->text, pass->len, after.at);
}

/* What is between two halves of a sentence is a space. */
static void join(struct pass *pass, size_t at, size_t end, bool words)
{
	const char *space = pass->text[at - 1] == '-' ? "\n" : " ";

	if (words)
		pass_strip_to(pass, RULE_BOILERPLATE_PAGE, at, end, space);
	else
		pass_put(pass, RULE_BOILERPLATE_PAGE, at, end, space);
}

static void mend(struct walk *walk)
{
	struct pass *pass = walk->pass;
	const struct span foot = walk->now.foot, head = walk->now.head;
	const bool has_foot = is_foot(walk), has_head = is_head(walk);
	const struct span before = has_foot ? line_before(pass, foot.at) : foot;
	const struct span after = has_head ? line_after(pass, head.end) : head;

	if (before.at >= walk->done && goes_on(pass, before, after)) {
		join(pass, before.end, after.at, has_foot || has_head);
		return;
	}
	if (has_foot)
		strip(pass, foot);
	if (has_head)
		strip(pass, head);
}

static void run(struct pass *pass)
{
	struct walk walk = {
		.pass = pass,
		.last = { .at = SIZE_MAX },
		.now = find_end(pass, 0),
	};

	if (walk.now.at != SIZE_MAX)
		first_head(&walk);
	while (walk.now.at != SIZE_MAX && !pass->failed) {
		walk.next = find_end(pass, walk.now.at + 1);
		if (walk.now.foot.at >= walk.done)
			mend(&walk);
		walk.done = walk.now.head.end;
		walk.last = walk.now;
		walk.now = walk.next;
	}
}

const struct stage page_stage = {
	.name = "boilerplate",
	.decodes = true,
	.mends_code = true,
	.sees = SEEN_CONTROL,
	.rule = RULE_BOILERPLATE_PAGE,
	.run = run,
	.unmarks = true,
};
