/* The frame of a page that was saved whole. */
#include "stages/boilerplate/page_frame.h"

#include "stages/boilerplate/line_end.h"
#include "stages/boilerplate/menu_line.h"
#include "stages/boilerplate/pieces.h"
#include "stages/stage.h"

#define LEAST_LINES 4	   /* that match a menu's rule */
#define PAGE_POINTS 200	   /* of different ones, in a page */
#define SENTENCE_WORDS 8   /* of a paragraph that ends a sentence */
#define LEAD_WORDS 12	   /* of one that ends in a colon */
#define PARAGRAPH_WORDS 30 /* of one that ends in any way */
#define MOST_WORDS 60	   /* that count of a paragraph */
#define LEAST_SUM 120	   /* of the article: a paragraph or two */
#define LINE_COST 8	   /* of a line that is none, and one more a word */
#define LEAST_RUN 5	   /* lines of a menu */
#define HEADLINE_WORDS 5   /* of a line without a bullet */
#define NEAR_LINES 4	   /* of which two are a menu's */

/* Where something is: the lines [at, end). */
struct run {
	size_t at, end;
};

static size_t count_words(const struct article *article,
			  const struct line *line)
{
	const char *text = article->pass->text;
	size_t count = 1;

	for (size_t at = line->at; at < line->end; at++)
		count += text[at] == ' ';
	return count;
}

static bool ends_sentence(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return line_ends_sentence(article->pass->text, line->at, line->end);
}

static bool is_paragraph(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];
	const size_t words = count_words(article, line);

	return line->piece || words >= PARAGRAPH_WORDS ||
	       (words >= LEAD_WORDS &&
		article->pass->text[line->end - 1] == ':') ||
	       (words >= SENTENCE_WORDS && ends_sentence(article, index));
}

/* What a line says of the article's being there, in half words. */
static int weigh(const struct article *article, size_t index)
{
	const size_t words = count_words(article, &article->lines[index]);

	if (article->lines[index].mark)
		return 0;
	if (!is_paragraph(article, index))
		return -LINE_COST -
		       (int)(words < MOST_WORDS ? words : MOST_WORDS);
	return 2 * (int)(words < MOST_WORDS ? words : MOST_WORDS);
}

/* Where the article is; nowhere: it has too few words. */
static struct run find_article(const struct article *article)
{
	struct run best = { 0, 0 };
	size_t from = 0;
	int sum = 0, most = LEAST_SUM - 1;

	for (size_t i = 0; i < article->count; i++) {
		if (sum <= 0) {
			sum = 0;
			from = i;
		}
		sum += weigh(article, i);
		if (sum > most) {
			most = sum;
			best = (struct run){ from, i + 1 };
		}
	}
	return best;
}

static const struct strip_rule *rule_of(const struct article *article,
					size_t index)
{
	const struct line *line = &article->lines[index];

	return line->known ? menu_line_rule(article, line) : NULL;
}

static bool is_page(const struct article *article)
{
	struct menu_words words = { 0 };

	if (article->menu_lines < LEAST_LINES)
		return false;
	for (size_t i = 0; i < article->count; i++) {
		const struct strip_rule *rule = rule_of(article, i);

		if (rule)
			menu_words_add(&words, &article->lines[i], rule);
	}
	return words.points >= PAGE_POINTS;
}

/*
 * The next line from `at` on that may be the headline, own.at at the latest:
 * the text's first long one, and any in capitals.
 */
static size_t next_headline(const struct article *article, size_t at,
			    struct run own)
{
	const bool first = at == 0;

	for (; at < own.at; at++) {
		const struct line *line = &article->lines[at];

		if ((first || line->features & FEATURE_CAPS) &&
		    !(line->features & FEATURE_BULLET) &&
		    count_words(article, line) >= HEADLINE_WORDS)
			break;
	}
	return at;
}

/* "When: Friday at ten": what an advisory tells. */
static bool names_occasion(const struct article *article,
			   const struct line *line)
{
	const struct token *word = line->words.word;

	return line->known && line->words.count > 1 &&
	       word[1].gap & GAP_COLON &&
	       token_set_has(&article->rules->occasion, word->hash);
}

/* A line that may be a menu's. */
static bool is_label(const struct article *article, size_t index)
{
	const struct line *line = &article->lines[index];

	return !line->own && !is_paragraph(article, index) &&
	       !names_occasion(article, line);
}

/* The next lines of `where` that may be a menu. */
static struct run next_run(const struct article *article, struct run where)
{
	struct run run;
	size_t at = where.at;

	while (at < where.end && !is_label(article, at))
		at++;
	run.at = run.end = at;
	while (run.end < where.end && is_label(article, run.end))
		run.end++;
	return run;
}

/* Above the article a menu ends with its last word. */
static struct run before_article(const struct article *article, struct run run)
{
	while (run.end > run.at && !rule_of(article, run.end - 1))
		run.end--;
	return run;
}

/* Whether what goes is a button or a heading of the page's lists: no bullet. */
static bool is_of_page(const struct line *line)
{
	if (!line->known || !line->words.count)
		return false;
	return line->mark == RULE_BOILERPLATE_RELATED ||
	       line->mark == RULE_BOILERPLATE_SHARE ||
	       line->mark == RULE_BOILERPLATE_NEWSLETTER ||
	       line->mark == RULE_BOILERPLATE_COPYRIGHT ||
	       line->mark == RULE_BOILERPLATE_OTHER;
}

/* Whether the page's lines begin here: more of them are near, since an article
 * may have sources and contacts, too. */
static bool begins_page(const struct article *article, struct run run)
{
	const size_t end =
		run.end - run.at > NEAR_LINES ? run.at + NEAR_LINES : run.end;

	if (is_of_page(&article->lines[run.at]))
		return true;
	if (!rule_of(article, run.at))
		return false;
	for (size_t i = run.at + 1; i < end; i++)
		if (rule_of(article, i) || is_of_page(&article->lines[i]))
			return true;
	return run.end - run.at < NEAR_LINES;
}

/* Below it, the last lines are its own as far as the page's first one. */
static struct run after_article(const struct article *article, struct run run)
{
	while (run.at < run.end && !begins_page(article, run))
		run.at++;
	return run;
}

static bool mark_run(struct article *article, struct run run)
{
	const struct strip_rule *rule = NULL;

	for (size_t i = run.at; i < run.end && !rule; i++)
		rule = rule_of(article, i);
	return rule && run.end - run.at >= LEAST_RUN &&
	       !menu_line_is_led(article, run.at) &&
	       menu_line_mark(article, run.at, run.end, rule);
}

/* Whether two sentences stand before `index`, as a story has them: one is a
 * teaser or a notice of cookies. */
static bool follows_story(const struct article *article, size_t at,
			  size_t index)
{
	return index >= at + 2 && ends_sentence(article, index - 1) &&
	       ends_sentence(article, index - 2);
}

/* Menus above the article, but for its headline. */
static bool mark_above(struct article *article, struct run own)
{
	size_t at = 0, headline = next_headline(article, 0, own);
	bool marked = false;

	while (at < own.at) {
		struct run run =
			next_run(article, (struct run){ at, headline });

		if (follows_story(article, at, run.at))
			run = after_article(article, run);
		marked |= mark_run(article, before_article(article, run));
		at = run.end;
		if (at == headline && at < own.at)
			headline = next_headline(article, ++at, own);
	}
	return marked;
}

/* Whatever paragraphs are between, all lines are the article's as far as the
 * page's first one. */
static bool mark_below(struct article *article, struct run own)
{
	bool marked = false, begun = false;
	struct run run;

	for (size_t at = own.end; at < article->count; at = run.end) {
		run = next_run(article, (struct run){ at, article->count });
		if (!begun)
			run = after_article(article, run);
		begun |= run.at < run.end;
		marked |= mark_run(article, run);
	}
	return marked;
}

bool page_frame_mark(struct article *article)
{
	struct run own;
	bool above;

	if (!is_page(article))
		return false;
	pieces_find(article);
	own = find_article(article);
	if (own.at == own.end)
		return false;
	above = mark_above(article, own);
	return mark_below(article, own) || above;
}
