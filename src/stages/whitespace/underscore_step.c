/*
 * Underscores that are dashes: the news wires' alphabet had none, and AP and
 * others sent " _ ". Whether a text does so, all its underscores say together.
 */
#include "stages/whitespace/scan.h"

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "text/marks.h"
#include "unicode/props.h"

/* So many are no accident, where nothing else speaks of a wire. */
#define UNDERSCORES_MIN 2

/* Bytes in which a dateline ends. */
#define DATELINE_MAX 60

struct underscores {
	bool wire;     /* they, or other marks, are a news wire's */
	size_t dashes; /* between words, a space on either side */
	size_t words;  /* within a name: snake_case, _emphasis_ */
};

static size_t next_underscore(const struct pass *pass, size_t at)
{
	return bytes_find(pass->text, pass->len, at, '_');
}

/* A word, a number, or what closes or opens beside them. */
static bool is_text(uint32_t point)
{
	return unicode_is_word(point) || mark_is(point, MARK_QUOTATION) ||
	       (point < 0x80 && point && strchr(".,?!)%($[", (int)point));
}

static bool stands_apart(const struct pass *pass, size_t at)
{
	return pass_byte_before(pass, at) == ' ' &&
	       pass_byte(pass, at + 1) == ' ' &&
	       is_text(utf8_before(pass->text, at - 1)) &&
	       is_text(utf8_at(pass->text, pass->len, at + 2));
}

/* "MOSCOW (AP) _ ", "NEW YORK _ " at the text's start. */
static bool is_dateline(const struct pass *pass, size_t at)
{
	const char *text = pass->text;

	return at < DATELINE_MAX && at > 2 && stands_apart(pass, at) &&
	       (text[at - 2] == ')' ||
		(ascii_is_upper((unsigned char)text[at - 2]) &&
		 ascii_is_upper((unsigned char)text[at - 3]))) &&
	       !memchr(text, '\n', at);
}

static bool is_in_word(const struct pass *pass, size_t at)
{
	return unicode_is_word(utf8_before(pass->text, at));
}

static void count(struct underscores *all, const struct pass *pass)
{
	size_t at = next_underscore(pass, 0);

	for (; at < pass->len; at = next_underscore(pass, at + 1)) {
		all->dashes += stands_apart(pass, at);
		all->wire |= is_dateline(pass, at);
		all->words += is_in_word(pass, at);
	}
}

static bool triggered(const struct survey *survey)
{
	return survey->underscores;
}

static void run(struct pass *pass)
{
	struct underscores all = {
		/* The same wires had no quotation marks but `` and ''. */
		.wire = survey_saw(pass->survey, SEEN_DOUBLE_TICK),
	};
	size_t at;

	count(&all, pass);
	if (all.words || all.dashes < (all.wire ? 1 : UNDERSCORES_MIN))
		return;
	for (at = next_underscore(pass, 0); at < pass->len;
	     at = next_underscore(pass, at + 1)) {
		if (stands_apart(pass, at))
			pass_put(pass, RULE_WHITESPACE_UNDERSCORE, at, at + 1,
				 "\u2014");
	}
}

const struct stage underscore_stage = {
	.name = "whitespace",
	.rule = RULE_WHITESPACE_UNDERSCORE,
	.triggered = triggered,
	.run = run,
};
