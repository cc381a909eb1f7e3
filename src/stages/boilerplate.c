/*
 * boilerplate: page furniture is taken out, each piece by its class.
 *
 * What boilerplate looks like is data: src/lang/en/boilerplate.rules. The lines
 * of the article are read (boilerplate/lines.c) and classified (classify.c);
 * in lines that stay, spans are found (spans.c). Lines that are furniture go
 * with their line ends.
 */
#include "stages/stage.h"

#include "stages/boilerplate/find.h"
#include "stages/boilerplate/line_cache.h"

/* Bytes of a word that is no line of furniture, whatever it is. */
#define WORD_MAX 16

#define MOST_TITLE 20 /* words */

/* "x", "Read": all of a text, as a cell of a table is. */
static bool is_word(const struct survey *survey)
{
	return survey->len <= WORD_MAX && survey->lines == 1 &&
	       !survey->runs[1];
}

static bool wanted(const struct survey *survey, const struct settings *settings)
{
	return survey->len && settings->strip && !is_word(survey);
}

static size_t newlines(const struct article *article, size_t at, size_t end)
{
	size_t count = 0;

	for (; at < end; at++)
		count += article->pass->text[at] == '\n';
	return count;
}

/*
 * Strip lines [first, end), all of which go. What parts the lines around them
 * is the wider of the two gaps; at the end of the text its last line end stays.
 */
static void strip_group(struct article *article, size_t first, size_t end)
{
	const struct line *lines = article->lines;
	const size_t top = article->front_matter;
	const size_t start = first ? lines[first - 1].end : top;
	const size_t after =
		end < article->count ? lines[end].at : article->pass->len;
	const bool leading =
		first && (end == article->count ||
			  newlines(article, start, lines[first].at) <
				  newlines(article, lines[end - 1].end, after));

	for (size_t i = first; i < end; i++) {
		size_t at = lines[i].at, stop = lines[i].end;

		if (leading)
			at = i > first ? lines[i - 1].end : start;
		else if (i + 1 < article->count)
			stop = lines[i + 1].at;
		if (!first && i == first && !top)
			at = 0;
		pass_strip_unsure(
			article->pass,
			&(struct strip){
				.rule = lines[i].mark,
				.at = at,
				.end = stop,
				.confidence = lines[i].confidence
						      ? lines[i].confidence
						      : 100,
			});
	}
}

/* Strip a part of a line; all up to `done` is. Returns where it ends. */
static size_t strip_span(struct article *article, const struct strip_span *span,
			 size_t done)
{
	struct pass *pass = article->pass;
	const bool blank = article->count < 2 || pass->survey->blank_lines;
	size_t at = span->at > done ? span->at : done, end = span->end;

	if (!span->parts) {
		pass_strip(pass, span->rule, at, end);
		return end;
	}
	at = skip_spaces_back(pass->text, done, at);
	end = skip_spaces(pass->text, pass->len, end);
	/* Where the span before ended the break is already. */
	if (done && at == done)
		pass_strip(pass, span->rule, at, end);
	else
		pass_strip_to(pass, span->rule, at, end, blank ? "\n\n" : "\n");
	return end;
}

static bool has_user_span(const struct line *line)
{
	for (size_t i = 0; i < line->span_count; i++)
		if (line->spans[i].rule == RULE_BOILERPLATE_USER)
			return true;
	return line->mark == RULE_BOILERPLATE_USER;
}

/* Whether the line's parts that go are all that it has. */
static bool goes_in_parts(const struct article *article)
{
	const struct line *line = &article->lines[0];
	size_t at = line->at;

	for (size_t i = 0; i < line->span_count; i++) {
		while (at < line->spans[i].at && article->pass->text[at] == ' ')
			at++;
		if (line->spans[i].at > at)
			return false;
		if (line->spans[i].end > at)
			at = line->spans[i].end;
	}
	return at >= line->end;
}

/*
 * A text of one short line is a title or a cell of a table: what would be a
 * teaser in an article is all that it says. So is a longer line of which
 * nothing would be left: an article does not become empty.
 */
static bool is_title(const struct article *article)
{
	const struct line *line = &article->lines[0];

	if (article->count != 1 || has_user_span(line))
		return false;
	return find_goes(article, 0) || goes_in_parts(article) ||
	       (line->words.count <= MOST_TITLE &&
		line->features & FEATURE_OPEN);
}

static void emit(struct article *article)
{
	size_t i = 0;

	while (i < article->count) {
		size_t end = i, done = 0;

		while (end < article->count && find_goes(article, end))
			end++;
		if (end > i) {
			strip_group(article, i, end);
			i = end;
			continue;
		}
		if (article->lines[i].held)
			pass_note(article->pass, RULE_BOILERPLATE_LONG,
				  article->lines[i].held_at,
				  article->lines[i].held_end, NULL);
		for (size_t k = 0; k < article->lines[i].span_count; k++)
			done = strip_span(article, &article->lines[i].spans[k],
					  done);
		i++;
	}
}

static void run(struct pass *pass)
{
	struct article article = {
		.pass = pass,
		.rules = pass->settings->strip,
		.cache = line_cache_last(pass),
	};

	if (find_furniture(&article) && !is_title(&article))
		emit(&article);
}

const struct stage boilerplate_stage = {
	.name = "boilerplate",
	.rule = RULE_ANY,
	.wanted = wanted,
	.run = run,
};
