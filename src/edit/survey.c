/*
 * The survey: blocks of 64 bytes as bit masks, counted by shifting them
 * against each other. Only line ends, odd bytes, wide runs of spaces and code
 * points above ASCII are looked at one by one.
 */
#include "edit/survey.h"

#include <string.h>

#include "edit/surveyor.h"

/* Enough marks that one direction is no accident. */
#define ONE_SIDED_MIN 4

static void judge_quotes(struct surveyor *s)
{
	struct survey *survey = s->survey;
	const uint32_t open = survey->open_double, close = survey->close_double;

	quote_watch_end(&s->curly);
	quote_watch_end(&s->straight);
	survey->quote_faults = s->curly.faults;
	survey->straight_faults = s->straight.faults;
	if ((!open || !close) && open + close >= ONE_SIDED_MIN)
		survey->conditions |= CONDITION_ONE_SIDED;
}

static void survey_by(surveyor_loop *blocks, struct survey *survey,
		      const char *text, size_t len)
{
	struct surveyor s = { .survey = survey, .text = text, .len = len };

	memset(survey, 0, sizeof(*survey));
	survey->len = len;
	blocks(&s);
	/* The end of the text is the end of a line. */
	survey->trailing += len && text[len - 1] == ' ';
	if (s.line_start < len)
		surveyor_see_line(&s, len);
	if (survey->high)
		survey->seen |= SEEN_HIGH;
	judge_quotes(&s);
}

void survey_text(struct survey *survey, const char *text, size_t len)
{
	survey_by(surveyor_read_blocks, survey, text, len);
}

void survey_portable(struct survey *survey, const char *text, size_t len)
{
	survey_by(surveyor_read_portable, survey, text, len);
}
