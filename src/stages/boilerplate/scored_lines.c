/* Lines that the learned scorer finds. */
#include "stages/boilerplate/scored_lines.h"

#include <string.h>

#include "restore/least.h"
#include "stages/boilerplate/beside.h"
#include "stages/boilerplate/date_list.h"
#include "stages/boilerplate/line_cache.h"
#include "stages/boilerplate/line_guards.h"
#include "stages/boilerplate/line_score.h"
#include "stages/boilerplate/line_scorer.h"
#include "stages/boilerplate/line_text.h"
#include "stages/boilerplate/lines.h"
#include "stages/boilerplate/scored_class.h"
#include "stages/boilerplate/scored_rest.h"
#include "stages/boilerplate/small_number.h"
#include "stages/other_language.h"
#include "stages/stage.h"

#define MOST_WORDS 60 /* of a line that is scored */
#define MOST_BYTES (MOST_WORDS * 12)
#define NEAR_BYTES 260 /* of one that no rule looked at */
#define FEW_WORDS 2    /* with no more, and no furniture near, it is a list */
#define LEAST_SENTENCE 160 /* text scores: least_text() */
#define LEAST_LABEL (-192)
#define OWN_ITEMS 2	 /* of a list, before one that stays with them */
#define LEAST_ITEMS 4	 /* of a list of which few are like furniture */
#define LEAST_HEADLINE 5 /* words of a later line that may be one */
#define LED_LINES 12	 /* after a line with a colon */
#define LEAST_LEAD 4	 /* words of one that more follows */
#define LEAST_SURE 82	 /* a quarter of those less sure are the article's */
#define TOP_LINES 8	 /* before it */

/* The lines that stay, and what surrounds them. */
struct scored {
	struct article *article;
	const struct line_scorer *scorer;
	struct line_contexts contexts;
	struct context_line *lines;
	uint32_t *index;     /* of the article's lines */
	uint16_t *found;     /* the class by which each goes; 0: it stays */
	uint8_t *confidence; /* of what was found */
};

#define HEADLINE_WORDS 4 /* a shorter line is rather a section's name */
#define SURE_AT_TOP 95	 /* what a headline seems to be, it seldom is */

/* The headline, or what follows sections' names and a date above it. */
static bool is_at_top(const struct scored *scored, size_t i)
{
	const struct line *line = &scored->article->lines[scored->index[i]];

	if (i && (i > TOP_LINES || line->words.count < LEAST_HEADLINE))
		return false;
	while (i && !scored->lines[i - 1].sentence)
		i--;
	return !i;
}

/* A few words between two paragraphs, as the article's own headings stand. */
static bool is_heading(const struct scored *scored, size_t i)
{
	const struct context_line *line = &scored->lines[i];

	return i && i + 1 < scored->contexts.count && line[-1].sentence &&
	       line[1].sentence &&
	       scored->article->lines[scored->index[i]].features &
		       FEATURE_SHORT;
}

/*
 * What is furniture only beside more of it: an article has names and words that
 * are alone, dates, and headings.
 */
static bool needs_company(const struct scored *scored, size_t i, uint16_t class)
{
	const struct line *line = &scored->article->lines[scored->index[i]];

	return line->words.count <= FEW_WORDS ||
	       class == RULE_BOILERPLATE_TIMESTAMP ||
	       (scored_class_is_heading(class) && is_heading(scored, i));
}

static bool has_length(const struct line *line)
{
	return line->words.count && line->words.count <= MOST_WORDS;
}

static void read_line(struct scored *scored, size_t index,
		      struct context_line *around)
{
	const struct line *line = &scored->article->lines[index];
	const size_t bytes = line->end - line->at;

	around->bytes = small_number(bytes, SMALL_NUMBER_BYTES);
	around->sentence = line_is_sentence(scored->article, index);
	around->text[0] = around->text[1] = CONTEXT_NO_SCORE;
	if (line->suspect && lines_know(scored->article, index) &&
	    has_length(line))
		around->text[1] = line_score_text(scored->article, index, 1);
}

static void read_lines(struct scored *scored)
{
	const struct article *article = scored->article;
	uint32_t gone = 0;
	size_t count = 0;

	for (size_t i = 0; i < article->count; i++) {
		if (article->lines[i].mark) {
			gone++;
			continue;
		}
		scored->lines[count].gone = gone;
		scored->index[count] = (uint32_t)i;
		read_line(scored, i, &scored->lines[count++]);
		gone = 0;
	}
	scored->lines[count].gone = gone;
	scored->contexts = (struct line_contexts){
		.lines = scored->lines,
		.count = count,
	};
}

/* Whether furniture is next to it. */
static bool has_company(const struct scored *scored, size_t i)
{
	return scored->lines[i].gone || scored->lines[i + 1].gone;
}

/* Whether a line is scored that no rule looked at. */
static bool is_near(const struct scored *scored, size_t i)
{
	return scored->contexts.count - i <= TAIL_LINES ||
	       has_company(scored, i);
}

static enum scorer_kind kind_of(const struct scored *scored, size_t i)
{
	return scored->lines[i].sentence ? SCORER_SENTENCE : SCORER_LABEL;
}

/*
 * What the words themselves must score: whatever is around a paragraph of
 * the article, it stays.
 */
static int least_text(enum scorer_kind kind)
{
	return kind == SCORER_SENTENCE ? LEAST_SENTENCE : LEAST_LABEL;
}

/* Whether a line is worth the trees: most are not, by their words. */
static bool is_candidate(struct scored *scored, size_t i)
{
	const size_t index = scored->index[i];
	const struct line *line = &scored->article->lines[index];

	return (line->suspect ? line->end - line->at <= MOST_BYTES
			      : line->end - line->at <= NEAR_BYTES &&
					is_near(scored, i)) &&
	       (!line->known || has_length(line)) &&
	       line_score_text(scored->article, index, 1) >=
		       least_text(kind_of(scored, i));
}

/* The first model's score, which only lines next to a candidate need. */
static void find_first_score(struct scored *scored, size_t i)
{
	struct context_line *line = &scored->lines[i];

	if (i < scored->contexts.count && line->text[1] != CONTEXT_NO_SCORE)
		line->text[0] =
			line_score_text(scored->article, scored->index[i], 0);
}

static int score_line(struct scored *scored, size_t i)
{
	const size_t index = scored->index[i];
	const struct line *line = &scored->article->lines[index];
	const int16_t text[SCORER_TEXTS] = {
		line_score_text(scored->article, index, 0),
		line_score_text(scored->article, index, 1)
	};
	int16_t features[SCORER_FEATURES];

	if (i)
		find_first_score(scored, i - 1);
	find_first_score(scored, i + 1);
	line_context_find(&scored->contexts, i, text, features);
	line_shape_find(scored->article->rules, &line->words, line->features,
			features + CONTEXT_COUNT);
	return line_scorer_trees(scored->scorer, features);
}

static unsigned class_of(const struct scored *scored, const struct line *line)
{
	uint32_t ids[LINE_TEXT_MOST];
	const size_t count =
		line_text_find(&line->words, 0, line->words.count, ids);

	return line_scorer_class(scored->scorer, ids, count);
}

/*
 * The same whatever was lost. More is asked where nothing in the line speaks to
 * the reader or of where to write.
 */
static int least_sure(const struct settings *settings, const struct line *line)
{
	const uint32_t frame =
		FEATURE_YOU | FEATURE_URL | FEATURE_MAIL | FEATURE_HANDLE;
	const int asked = (int)settings->leasts->of[0].of[RESTORE_BOILERPLATE];

	return settings->scorer_mode == SCORER_PRECISE && asked < LEAST_SURE &&
			       !(line->features & frame)
		       ? LEAST_SURE
		       : asked;
}

/* Of an article's list the last items do not go where those before stay. */
static bool ends_own_list(const struct scored *scored, size_t i)
{
	const struct line *line = &scored->article->lines[scored->index[i]];

	return line->lead && i >= OWN_ITEMS &&
	       line[-OWN_ITEMS].lead == line->lead &&
	       scored->index[i - OWN_ITEMS] + OWN_ITEMS == scored->index[i] &&
	       !scored->found[i - 1] && !scored->found[i - OWN_ITEMS];
}

/* One of the lines, no sentences, to which a line with a colon leads. */
static bool is_led(const struct scored *scored, size_t i)
{
	const size_t first = i < LED_LINES ? 0 : i - LED_LINES;

	while (i-- > first) {
		const struct line *line =
			&scored->article->lines[scored->index[i]];

		if (scored->article->pass->text[line->end - 1] == ':')
			return lines_know(scored->article, scored->index[i]) &&
			       line->words.count >= LEAST_LEAD;
		if (scored->lines[i].sentence)
			return false;
	}
	return false;
}

/* "(APPLAUSE)" */
static bool is_stage_direction(struct article *article, size_t index)
{
	const uint32_t both = FEATURE_BRACKET | FEATURE_CAPS;

	return lines_know(article, index) &&
	       (article->lines[index].features & both) == both;
}

/* What somebody says before or after that: "Thank you, everybody." */
static bool is_spoken(struct article *article, size_t index)
{
	return (index && is_stage_direction(article, index - 1)) ||
	       (index + 1 < article->count &&
		is_stage_direction(article, index + 1));
}

static void judge_line(struct scored *scored, size_t i)
{
	struct article *article = scored->article;
	const struct settings *settings = article->pass->settings;
	const size_t index = scored->index[i];
	const struct line *line = &article->lines[index];
	const enum scorer_kind kind = kind_of(scored, i);
	unsigned class;
	uint16_t rule;
	int score, sure;

	if (!lines_know(article, index) || !has_length(line) ||
	    line_is_guarded(article, line) || ends_own_list(scored, i))
		return;
	score = score_line(scored, i);
	if (score <= 0)
		return;
	class = class_of(scored, line);
	sure = line_scorer_confidence(scored->scorer, score);
	if (score < line_scorer_threshold(scored->scorer, settings->scorer_mode,
					  kind, class) ||
	    sure < least_sure(settings, line))
		return;
	rule = line_scorer_rules[class];
	/* links and posts are what the article points to */
	if (rule == RULE_BOILERPLATE_EMBED ||
	    !pass_selects(article->pass, rule) ||
	    (is_at_top(scored, i) &&
	     (!scored_class_may_open(rule) ||
	      (line->words.count >= HEADLINE_WORDS && sure < SURE_AT_TOP))) ||
	    (needs_company(scored, i, rule) && !has_company(scored, i)) ||
	    scored_class_is_statement(line, rule) ||
	    date_list_keeps(article, index, rule) || is_led(scored, i) ||
	    beside_keeps(article, index, rule) ||
	    (kind == SCORER_SENTENCE && is_spoken(article, index)))
		return;
	scored->found[i] = rule;
	scored->confidence[i] = (uint8_t)sure;
}

#define BRACKETED UINT32_MAX /* as the kind of an item: no line's number */

/* What the items of a list have alike: the line before it, or "(The Times)" at
 * their end; 0: it is none. */
static uint32_t item_kind(const struct scored *scored, size_t i)
{
	const struct line *line = &scored->article->lines[scored->index[i]];

	if (line->lead)
		return line->lead;
	return scored->article->pass->text[line->end - 1] == ')' ? BRACKETED
								 : 0;
}

/* The end of the list that line `i` is in, and how many of it were found. */
static size_t end_of_list(const struct scored *scored, size_t i, size_t *found)
{
	const uint32_t kind = item_kind(scored, i);

	*found = 0;
	for (; i < scored->contexts.count && item_kind(scored, i) == kind; i++)
		*found += scored->found[i] != 0;
	return i;
}

/* A list goes as a whole, or most of it does: an item alone is the article's.
 */
static void spare_items(struct scored *scored)
{
	size_t end, found;

	for (size_t i = 0; i < scored->contexts.count; i = end) {
		if (!item_kind(scored, i)) {
			end = i + 1;
			continue;
		}
		end = end_of_list(scored, i, &found);
		if (end - i >= LEAST_ITEMS && found * 2 <= end - i)
			memset(scored->found + i, 0,
			       (end - i) * sizeof(*scored->found));
	}
}

/* Most articles have none, and are not asked for their language. */
static bool has_found(const struct scored *scored)
{
	for (size_t i = 0; i < scored->contexts.count; i++)
		if (scored->found[i])
			return true;
	return false;
}

static bool mark_lines(struct scored *scored)
{
	bool marked = false;

	/* the scorer learned English */
	if (!has_found(scored) || may_be_other_language(scored->article->pass))
		return false;
	for (size_t i = 0; i < scored->contexts.count; i++) {
		struct line *line = &scored->article->lines[scored->index[i]];

		if (!scored->found[i])
			continue;
		line->mark = scored->found[i];
		line->confidence = scored->confidence[i];
		marked = true;
	}
	return marked;
}

static bool allocate(struct scored *scored, struct arena *arena,
		     struct context_sums **sums)
{
	struct article *article = scored->article;
	const size_t room = article->count + 1;
	const bool scores = line_scores_make(article);

	scored->lines = arena_alloc(arena, room * sizeof(*scored->lines));
	scored->index = arena_alloc(arena, room * sizeof(*scored->index));
	scored->found = arena_alloc(arena, room * sizeof(*scored->found));
	scored->confidence = arena_alloc(arena, room);
	*sums = arena_alloc(arena, room * sizeof(**sums));
	if (scores && scored->lines && scored->index && scored->found &&
	    scored->confidence && *sums) {
		memset(scored->found, 0, room * sizeof(*scored->found));
		return true;
	}
	article->pass->failed = true;
	return false;
}

static bool mark(struct scored *scored, struct arena *arena)
{
	struct article *article = scored->article;
	struct context_sums *sums;

	if (!allocate(scored, arena, &sums))
		return false;
	line_cache_keep_scores(article);
	read_lines(scored);
	if (!scored->contexts.count)
		return false;
	for (size_t i = 0; i < scored->contexts.count; i++) {
		if (!is_candidate(scored, i))
			continue;
		if (!scored->contexts.sums)
			line_contexts_sum(&scored->contexts, sums);
		judge_line(scored, i);
	}
	spare_items(scored);
	return !article->pass->failed && mark_lines(scored);
}

/* It is asked again and again: memory for each time is given back. */
bool scored_lines_mark(struct article *article)
{
	struct scored scored = { .article = article };
	struct arena arena;
	bool marked;

	if (!scored_rest_may(article) || article->pass->failed)
		return false;
	scored.scorer = article->pass->settings->scorer;
	arena_init(&arena);
	marked = mark(&scored, &arena);
	arena_release(&arena);
	return marked;
}
