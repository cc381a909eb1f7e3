/*
 * The whitespace stage: one walk over the text.
 *
 * Blocks of 64 bytes are reduced to a mask of hot bytes, those at which a rule
 * could have work; what is between is never looked at.
 */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/scan_loop.h"
#include "base/window.h"
#include "stages/other_language.h"
#include "text/marks.h"

/* They may be names, of programs most; beside glued sentences none is. */
static bool has_joined_words(const struct survey *survey)
{
	return survey->joined && survey->after_mark > 1;
}

static bool triggered(const struct survey *survey)
{
	const uint32_t seen =
		SEEN_TAB | SEEN_CR | SEEN_CONTROL | SEEN_SPACE_EXOTIC;
	const uint32_t work = survey->trailing + survey->leading +
			      survey->blank_runs + survey->before_mark +
			      survey->after_mark + survey->spaced_initials +
			      survey->inside_bracket + survey->separated +
			      survey->after_pause;

	return work || has_joined_words(survey) || shape_count_runs(survey) ||
	       survey_saw(survey, seen) ||
	       survey_is(survey, CONDITION_WRAPPED | CONDITION_BLOCKS |
					 CONDITION_TOKENISED);
}

static void decide_gap(struct scanner *scanner, const struct gap *gap)
{
	const bool edge = !gap->at || gap->end == scanner->len;

	if (gap->lines || edge) {
		lines_decide(scanner, gap);
		return;
	}
	if (gap_closes(scanner, gap) || initials_close(scanner, gap) ||
	    token_closes(scanner, gap) || hyphen_closes(scanner, gap))
		return;
	if (gap->width > 1 || gap->exotic)
		run_decide(scanner, gap);
}

/* The gap that holds the hot byte at `at`, or ends there. */
static void see_gap(struct scanner *scanner, size_t at)
{
	struct gap gap;

	at = skip_spaces_back(scanner->text, scanner->next, at);
	gap_read(scanner->text, scanner->len, at, &gap);
	if (gap.end == gap.at)
		return;
	decide_gap(scanner, &gap);
	if (scanner->next < gap.end)
		scanner->next = gap.end;
}

static bool may_be_glued(unsigned char before)
{
	return before == '.' || before == '?' || before == '!' ||
	       before == ',' || before == ':' || before == ';' ||
	       ascii_is_digit(before);
}

static void see(struct scanner *scanner, size_t at)
{
	const unsigned char c = (unsigned char)scanner->text[at];
	const unsigned char before = byte_before(scanner, at);

	if (at < scanner->next)
		return;
	if (before == ' ' || space_length(scanner->text, scanner->len, at))
		see_gap(scanner, at);
	else if (may_be_glued(before) || (scanner->glued && before == ')'))
		glue_decide(scanner, at);
	else if (scanner->may_join && ascii_is_upper(before))
		join_decide(scanner, at - 1);
	if (c == '\'' || c == 0xE2)
		token_negation(scanner, at);
}

/*
 * After spaces that a mark is before, which may close up; but not "said. The",
 * an end of a sentence as most are: two small letters are no initials.
 */
CPU_LOOP uint64_t after_marks(const struct scanner *scanner,
			      const struct scan *w)
{
	const uint64_t space_1 = w->space << 1;
	const uint64_t pause_2 = w->pause << 2;
	const uint64_t words = (window_letters(w) | w->digit) << 2;
	const uint64_t plain =
		w->upper & w->stop << 2 & w->lower << 3 & w->lower << 4;

	return space_1 &
	       ((pause_2 & w->digit) |
		~(words | pause_2 | (scanner->tokenised ? 0 : plain)));
}

/* The bytes at which, or before which, a rule may have work. */
CPU_LOOP uint64_t hot_bytes(const struct scanner *scanner, const struct scan *w)
{
	const uint64_t space_1 = w->space << 1;
	uint64_t hot = w->newline | (space_1 & ~(window_letters(w) | w->digit));

	hot |= window_spaced_sign(w) | window_split_amount(w);
	if (scanner->may_be_odd)
		hot |= w->odd | w->lead;
	if (scanner->may_join)
		hot |= window_joined(w);
	if (scanner->may_close)
		hot |= after_marks(scanner, w);
	if (scanner->glued)
		hot |= w->upper & w->close << 1;
	if (scanner->may_glue)
		hot |= (w->stop << 1 & ~(w->space | w->lower | w->digit)) |
		       (w->digit << 1 & w->upper) | window_after_pause(w);
	return hot;
}

CPU_LOOP void walk_loop(struct scanner *scanner, scan_blocks *scan)
{
	const struct window_text text = { scanner->text, scanner->len,
					  WINDOW_NOTHING };
	struct scan window;

	for (size_t base = 0; base < text.len; base += WINDOW_STEP) {
		uint64_t hot;

		window_read(&window, &text, base, scan);
		hot = window_inside(&text, base, hot_bytes(scanner, &window));
		for (; hot; hot &= hot - 1)
			see(scanner, window_at(base, hot));
	}
}
SCAN_LOOP(walk, struct scanner *, walk_loop)

/* Runs of spaces are all that is left of the marks. */
static bool is_evidence(const struct survey *survey)
{
	if (survey_is(survey, CONDITION_SHORT))
		return false;
	return (survey_is(survey, CONDITION_QUOTES_LOST) && survey->clitics) ||
	       (survey_is(survey, CONDITION_RUNS_KEPT) &&
		survey_is(survey, CONDITION_MARKS_GONE | CONDITION_MARKS_SOME));
}

static bool is_space_apart(uint32_t point)
{
	return point == ' ' || point == 0xA0 || point == 0x202F;
}

/* "devenir ? »" and "dix ans. »", but not "Read more »". */
static bool closes_sentence(const struct scanner *scanner, size_t at)
{
	return is_space_apart(utf8_previous(scanner->text, &at)) &&
	       mark_is(utf8_before(scanner->text, at), MARK_TERMINAL);
}

/* "«" or "»" and its space, which seldom breaks; in Danish they face the other
 * way. */
static bool has_french_quotes(const struct scanner *scanner)
{
	const char *text = scanner->text, *at = text, *end = at + scanner->len;

	while ((at = memchr(at, 0xC2, (size_t)(end - at)))) {
		const size_t place = (size_t)(at++ - text);
		const uint32_t after = utf8_at(text, scanner->len, place + 2);

		if (stands_at(scanner, place, "\u00AB") &&
		    unicode_is_edge(utf8_before(text, place)) &&
		    is_space_apart(after))
			return true;
		if (place && stands_at(scanner, place, "\u00BB") &&
		    closes_sentence(scanner, place) && !unicode_is_word(after))
			return true;
	}
	return false;
}

/*
 * The marks are set apart as in French; but an English text with every colon
 * apart is damaged.
 */
static bool is_french(const struct scanner *scanner)
{
	const struct survey *survey = scanner->pass->survey;
	const bool exotic = survey_saw(survey, SEEN_SPACE_EXOTIC);

	if (survey->quotes_other && !scanner->shape.stops_wide &&
	    has_french_quotes(scanner))
		return true;
	if (!scanner->shape.french || exotic)
		return scanner->shape.french;
	return scanner->shape.marks_wide > 1 &&
	       (survey->quotes_other > 0 ||
		survey_saw(survey, SEEN_LATIN_LEAD) ||
		!lang_is_english(scanner->pass->settings->lang));
}

/* A lone ` as a token. */
static bool has_ticks(const struct scanner *scanner)
{
	const char *at = scanner->text, *end = at + scanner->len;

	while ((at = memchr(at, '`', (size_t)(end - at)))) {
		const size_t place = (size_t)(at++ - scanner->text);

		if (byte_at(scanner, place + 1) == ' ' &&
		    byte_before(scanner, place) != '`')
			return true;
	}
	return false;
}

/* A low quotation mark, before a word or a space. */
static bool has_low_marks(const struct scanner *scanner)
{
	const char *at = scanner->text, *end = at + scanner->len;

	while ((at = memchr(at, 0xE2, (size_t)(end - at)))) {
		const size_t place = (size_t)(at++ - scanner->text);

		if (stands_at(scanner, place, "\u201E") ||
		    stands_at(scanner, place, "\u201A"))
			return true;
	}
	return false;
}

/* Numbers have a space in them; who deleted compounds separated them, too. */
static bool numbers_are_spaced(struct scanner *scanner)
{
	struct shape *shape = &scanner->shape;

	if (!scanner->pass->survey->digits_separated && !shape->lost_words)
		return false;
	shape_read_numbers(shape, scanner->text, scanner->len);
	return (shape->numbers_separated > 0 || shape->lost_words) &&
	       !shape->numbers_whole;
}

static void read_conditions(struct scanner *scanner)
{
	const struct survey *survey = scanner->pass->survey;

	scanner->wrapped =
		survey_is(survey, CONDITION_WRAPPED | CONDITION_BLOCKS);
	scanner->flattened = survey_is(survey, CONDITION_FLATTENED);
	scanner->tokenised = survey_is(survey, CONDITION_TOKENISED);
	scanner->ticks =
		scanner->tokenised && survey->backtick && has_ticks(scanner);
	scanner->low = scanner->tokenised && survey->quotes_other &&
		       has_low_marks(scanner) &&
		       may_be_other_language(scanner->pass);
	scanner->evidence = is_evidence(survey);
	scanner->glued = survey->after_mark > 1;
	scanner->shape = *survey_shape(survey);
	scanner->rows = lines_may_be_rows(scanner);
	if (shape_count_runs(survey))
		shape_read_runs(&scanner->shape, scanner->text, scanner->len);
	if (survey->before_mark > 1 || survey_saw(survey, SEEN_SPACE_EXOTIC))
		shape_read_marks(&scanner->shape, scanner->text, scanner->len);
	scanner->spaced = numbers_are_spaced(scanner);
	scanner->hash = number_read_hash(scanner);
	scanner->may_join = has_joined_words(survey);
	scanner->may_glue = survey->after_mark + survey->after_pause > 0;
	scanner->may_be_odd =
		scanner->tokenised || survey->separated ||
		survey_saw(survey, SEEN_TAB | SEEN_CR | SEEN_CONTROL |
					   SEEN_SPACE_EXOTIC);
	scanner->may_close = scanner->tokenised || scanner->spaced ||
			     survey->spaced_initials + survey->inside_bracket +
					     survey->before_mark +
					     survey->separated >
				     0;
	scanner->french = is_french(scanner);
}

static void run(struct pass *pass)
{
	struct scanner scanner = {
		.pass = pass,
		.text = pass->text,
		.len = pass->len,
	};

	read_conditions(&scanner);
	if (pass->len && pass->text[0] == ' ')
		see_gap(&scanner, 0);
	walk(&scanner);
	if (scanner.next < pass->len && pass->text[pass->len - 1] == ' ')
		see_gap(&scanner, pass->len - 1);
}

const struct stage whitespace_stage = {
	.name = "whitespace",
	.rule = RULE_ANY,
	.triggered = triggered,
	.run = run,
};
