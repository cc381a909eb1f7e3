/* What a gap may become. */
#include "restore/allow.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "restore/signature.h"

/* Lost in lower-lost; in lost-quotes; where commas are. */
enum { MANY = 1, QUOTES = 2, COMMAS = 4 };

/* Marks, and the kind that they are lost with: a kind is lost as a whole. */
static const struct {
	uint32_t point;
	uint8_t kind, lost_in;
} marks[] = {
	{ OPEN_DOUBLE, 0, MANY | QUOTES },
	{ CLOSE_DOUBLE, 0, MANY | QUOTES },
	{ '"', 0, MANY },
	{ OPEN_SINGLE, 1, MANY | QUOTES },
	{ CLOSE_SINGLE, 1, MANY | QUOTES },
	{ '\'', 1, MANY },
	{ '-', 2, MANY },
	{ EN_DASH, 3, MANY | QUOTES },
	{ EM_DASH, 3, MANY | QUOTES },
	{ '(', 4, MANY },
	{ ')', 4, MANY },
	{ '[', 5, MANY },
	{ ']', 5, MANY },
	{ '$', 6, MANY },
	{ 0xA3, 7, MANY },
	{ 0x20AC, 8, MANY },
	{ '%', 9, MANY },
	{ '&', 10, MANY },
	{ '/', 11, MANY },
	{ ',', 12, COMMAS },
	{ '?', 13, COMMAS },
};

/* Wide sentence ends that a text without lines has, if it had paragraphs. */
#define FLAT_ENDS 2

#define MARKS (sizeof(marks) / sizeof(*marks))
#define KINDS 14
#define KIND_DOUBLE 0
#define KIND_SINGLE 1
#define KIND_COMMA 12

static bool is_lost(uint32_t lost, uint32_t point)
{
	for (size_t i = 0; lost && i < MARKS; i++) {
		if (marks[i].point == point)
			return lost >> i & 1;
	}
	return false;
}

/* What a text holds that speaks for or against a kind being lost. */
struct census {
	size_t kinds[KINDS];
	size_t dots, spaces;
	size_t clitics;	 /* "didn t": a space for the apostrophe */
	size_t odd_wide; /* spaces that only a lost mark explains */
	size_t glued;	 /* sentence ends with nothing after them */
	size_t newlines;
	size_t wide_ends; /* sentence ends with two spaces or more */
};

/* Two spaces between words, or after a comma: a mark was there. */
static bool is_odd_wide(const char *gap, size_t len)
{
	return (len == 2 && !memcmp(gap, "  ", 2)) ||
	       (len == 3 && !memcmp(gap, ",  ", 3));
}

/* ".  ", perhaps with more spaces, for marks that were lost. */
static bool is_wide_end(const char *gap, size_t len)
{
	return len >= 3 && strchr(".?!", gap[0]) && gap[1] == ' ' &&
	       gap[2] == ' ';
}

static void count_gap(struct census *census, const struct words *words,
		      size_t i)
{
	size_t at, end;

	words_gap(words, i, &at, &end);
	census->odd_wide += is_odd_wide(words->text + at, end - at);
	census->wide_ends += i && i < words->count &&
			     is_wide_end(words->text + at, end - at);
	while (at < end) {
		const uint32_t point = utf8_next(words->text, &at);

		census->spaces += point == ' ';
		census->dots += point == '.';
		census->newlines += point == '\n' && i < words->count;
		for (size_t m = 0; m < MARKS; m++)
			census->kinds[marks[m].kind] += marks[m].point == point;
	}
}

/* "didn t": an apostrophe joined the word to the one before it. */
static bool is_clitic(const struct words *words, size_t i)
{
	const struct word *word = &words->items[i];
	const char *text = words->text;

	return i && word->at - words->items[i - 1].end == 1 &&
	       text[word->at - 1] == ' ' &&
	       ascii_is_lower((unsigned char)text[word->at]) &&
	       word_lists_find(words->lists, text + word->at,
			       word->end - word->at) &
		       LIST_SUFFIX;
}

/* "the paper said.But": between sentences nothing is left of a break. */
static bool is_glued(const struct words *words, size_t i)
{
	const struct word *next = &words->items[i];
	const char *text = words->text;

	return i && next->at - words->items[i - 1].end == 1 &&
	       strchr(".?!", text[next->at - 1]) &&
	       ascii_is_lower((unsigned char)text[next->at - 2]) &&
	       ascii_is_upper((unsigned char)text[next->at]) &&
	       next->end - next->at > 1 &&
	       ascii_is_lower((unsigned char)text[next->at + 1]);
}

static void take_census(struct census *census, const struct words *words)
{
	memset(census, 0, sizeof(*census));
	for (size_t i = 0; i <= words->count; i++) {
		count_gap(census, words, i);
		if (i == words->count)
			break;
		census->clitics += is_clitic(words, i);
		census->glued += is_glued(words, i);
	}
}

/*
 * A kind that occurs was not lost. A few in quoted posts among many lost ones
 * say nothing.
 */
static bool kind_is_lost(const struct census *census, size_t kind)
{
	if (kind == KIND_DOUBLE)
		return census->kinds[kind] <= census->odd_wide;
	if (kind == KIND_SINGLE)
		return census->clitics > 2 ||
		       census->kinds[kind] <= census->clitics;
	return !census->kinds[kind];
}

/* Spaces of a text that has a comma; of one in small letters with gaps of two
   spaces, which say that some mark was lost. */
#define COMMA_SPACES 200
#define COMMA_SPACES_WIDE 40
#define COMMA_WIDE 3

static bool comma_is_lost(enum restore_loss loss, const struct census *census)
{
	const bool wide = loss == LOSS_LOWER_LOST &&
			  census->spaces >= COMMA_SPACES_WIDE &&
			  census->odd_wide >= COMMA_WIDE;

	return census->dots && !census->kinds[KIND_COMMA] &&
	       (census->spaces >= COMMA_SPACES || wide);
}

static uint32_t lost_marks(enum restore_loss loss, const struct census *census)
{
	const unsigned in = (loss == LOSS_LOWER_LOST ? MANY : QUOTES) |
			    (comma_is_lost(loss, census) ? COMMAS : 0);
	uint32_t lost = 0;

	for (size_t i = 0; i < MARKS; i++)
		if (marks[i].lost_in & in &&
		    kind_is_lost(census, marks[i].kind))
			lost |= (uint32_t)1 << i;
	return lost;
}

/* Two spaces in a gap without a line break, or too few words to tell. */
static bool has_runs(const struct words *words)
{
	if (words->count < 100)
		return true;
	for (size_t i = 1; i < words->count; i++) {
		size_t at, end;
		bool wide = false;

		words_gap(words, i, &at, &end);
		if (memchr(words->text + at, '\n', end - at))
			continue;
		for (size_t k = at + 1; k < end; k++)
			wide |= words->text[k] == ' ' &&
				words->text[k - 1] == ' ';
		if (wide)
			return true;
	}
	return false;
}

/* " - " in a class is a dash, whatever its spelling. */
static bool is_spaced_dash(const char *text, size_t len, size_t at)
{
	return at && at + 1 < len && text[at] == '-' && text[at - 1] == ' ' &&
	       text[at + 1] == ' ';
}

/* A class or gap without spaces, line breaks and the marks in `lost`. */
static void take_rest(const char *text, size_t len, uint32_t lost,
		      uint64_t rest[2])
{
	const bool no_dash = is_lost(lost, EM_DASH);
	char bytes[16] = { 0 };
	size_t at = 0, to = 0;

	while (at < len && to <= 12) {
		const size_t from = at;
		const uint32_t point = utf8_next(text, &at);

		if (point == ' ' || point == '\n' || is_lost(lost, point) ||
		    (no_dash && is_spaced_dash(text, len, from)))
			continue;
		memcpy(bytes + to, text + from, at - from);
		to += at - from;
	}
	memcpy(rest, bytes, sizeof(bytes));
}

void gap_rules_init(struct gap_rules *rules, const struct restore_model *model,
		    enum restore_loss loss, const struct words *words)
{
	struct census census;

	memset(rules, 0, sizeof(*rules));
	rules->model = model;
	rules->words = words;
	rules->loss = loss;
	rules->view.runs = loss == LOSS_WIRE ||
			   (loss != LOSS_COLLAPSED && has_runs(words));
	if (loss < LOSS_LOWER_LOST)
		return;
	take_census(&census, words);
	rules->lost = lost_marks(loss, &census);
	rules->glued = census.glued > 1;
	rules->flat = rules->view.runs && !census.newlines &&
		      census.wide_ends >= FLAT_ENDS;
	for (size_t i = 0; i < RESTORE_GAP_KEEP; i++)
		take_rest(model->gaps[i].text, model->gaps[i].len, rules->lost,
			  rules->rest[i]);
}

unsigned gap_own_class(const struct seen_gap *seen,
		       const struct restore_model *model)
{
	char text[GAP_BYTES];
	size_t len = 0;

	if (seen->too_long)
		return RESTORE_GAP_KEEP;
	for (size_t i = 0; i < seen->count; i++) {
		if (seen->points[i] != ' ' && seen->points[i] != '\n')
			len += utf8_encode(seen->points[i], text + len);
		else if (!len || text[len - 1] != ' ')
			text[len++] = ' ';
	}
	for (unsigned i = 0; i < RESTORE_GAP_KEEP; i++) {
		if (model->gaps[i].len == len &&
		    !memcmp(model->gaps[i].text, text, len))
			return i;
	}
	return RESTORE_GAP_KEEP;
}

uint8_t gap_class(const struct restore_model *model, const char *text)
{
	for (unsigned k = 0; k < RESTORE_GAP_KEEP; k++) {
		if (!strcmp(model->gaps[k].text, text))
			return (uint8_t)k;
	}
	return 0;
}

bool gap_is_glued(const struct seen_gap *seen, const struct gap_rules *rules)
{
	return rules->glued && rules->view.runs && seen->count &&
	       seen->points[0] < 0x80 && strchr(".?!:", (int)seen->points[0]);
}

/* What a gap can have held by its length, where each mark left a space. */
static size_t longest_class(const struct seen_gap *seen,
			    const struct gap_rules *rules, size_t i)
{
	if (!rules->view.runs || seen->too_long)
		return GAP_POINTS;
	if (i == rules->words->count || gap_is_glued(seen, rules))
		return seen->count + 1;
	return seen->count;
}

/* A class with a space may be shorter than its gap: people type two. */
static bool fits(const struct seen_gap *seen, const struct gap_rules *rules,
		 size_t class, size_t longest)
{
	const struct restore_gap *gap = &rules->model->gaps[class];

	if (gap->space)
		return gap->least <= longest;
	return !seen->newline &&
	       (!rules->view.runs || gap->least == seen->count);
}

/* A dash is before a signature, if any such class is allowed. */
static void keep_dashes(const struct restore_model *model,
			uint8_t allowed[RESTORE_GAPS])
{
	bool dash[RESTORE_GAPS], any = false;

	for (size_t i = 0; i < RESTORE_GAPS; i++) {
		const struct restore_gap *gap = &model->gaps[i];

		dash[i] = allowed[i] && gap->len >= 3 &&
			  !memcmp(gap->text + gap->len - 3, " - ", 3);
		any |= dash[i];
	}
	for (size_t i = 0; any && i < RESTORE_GAPS; i++)
		allowed[i] = dash[i];
}

/* "the officers . He": the space is no apostrophe's. */
static bool is_apostrophe_stop(const struct restore_gap *gap)
{
	return gap->len > 3 && !memcmp(gap->text, "\xE2\x80\x99", 3) &&
	       strchr(".?!,", gap->text[3]);
}

static bool begins_close(const struct restore_gap *gap)
{
	return !strncmp(gap->text, "\u2019", strlen("\u2019"));
}

/* "by .5 percent": the point belongs to the number after it. */
static bool is_decimal_point(const struct words *words, size_t i)
{
	const struct word *next = &words->items[i];
	const char *text = words->text;

	return i < words->count && next->at &&
	       ascii_is_digit((unsigned char)text[next->at]) &&
	       text[next->at - 1] == '.' &&
	       (next->at == 1 || text[next->at - 2] == ' ');
}

/* "Caf  owners": the word before gap `i` lost its é to one of the spaces. */
static bool lost_letter(const struct words *words, size_t i)
{
	const struct word *word = words->items + i - 1;

	return i && words->lists &&
	       word_lists_find(words->lists, words->text + word->at,
			       word->end - word->at) &
		       LIST_ACCENTED;
}

unsigned gap_allow(const struct seen_gap *seen, const struct gap_rules *rules,
		   size_t i, uint8_t allowed[RESTORE_GAPS])
{
	const struct restore_model *model = rules->model;
	const bool signature = rules->loss == LOSS_LOST_QUOTES &&
			       signature_begins(rules->words, i);
	const unsigned own = gap_own_class(seen, model);
	const size_t longest =
		signature ? GAP_POINTS : longest_class(seen, rules, i);
	const bool accented = lost_letter(rules->words, i);
	const bool spaced = (seen->space || seen->newline) &&
			    !is_decimal_point(rules->words, i) &&
			    !words_cut_negative(rules->words, i);
	uint64_t rest[2];

	memset(allowed, 0, RESTORE_GAPS);
	take_rest(seen->text, seen->len, 0, rest);
	for (size_t k = 0; spaced && k < RESTORE_GAP_KEEP; k++) {
		if (rules->rest[k][0] != rest[0] ||
		    rules->rest[k][1] != rest[1])
			continue;
		allowed[k] = fits(seen, rules, k, longest) &&
			     !is_apostrophe_stop(&model->gaps[k]) &&
			     !(accented && begins_close(&model->gaps[k]));
	}
	allowed[own] = 1;
	if (signature)
		keep_dashes(model, allowed);
	return own;
}
