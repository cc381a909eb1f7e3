/* Marks in numbers that the number's form tells, or the article's others. */
#include "restore/number_forms.h"

#include <string.h>

#include "restore/numbers.h"
#include "restore/parts.h"

/* How sure a mark is that a form tells: per mille. */
#define FORM_SURE 950

/* So many numbers of an article agree before they speak for another one. */
#define AGREED 2

/* So many times as many as those that disagree. */
#define MORE 4

/* How many numbers of a text are asked about, and how far around, in words. */
#define ASKED 256
#define AROUND 2000

/* What the marks before three digits are, of those that are sure. */
struct groups {
	size_t commas, points;
};

struct forms {
	const struct decoder *decoder;
	struct verdict *verdicts;
	struct groups groups;
	size_t eighths, threes; /* numbers whose last three digits are apart */
	size_t asked;
};

static const char *bytes_of(const struct words *words, size_t i)
{
	return words->text + words->items[i].at;
}

/* The number that word i is, if it has up to four digits; else 0. */
static unsigned number_of(const struct words *words, size_t i)
{
	const size_t digits = words_digits(words, i);
	unsigned number = 0;

	for (size_t k = 0; digits <= 4 && k < digits; k++)
		number = 10 * number + (unsigned)(bytes_of(words, i)[k] - '0');
	return number;
}

/* Gap i is between two numbers; and neither has a third beside it. */
static bool is_between(const struct words *words, size_t i)
{
	return i && i < words->count && words_digits(words, i - 1) &&
	       words_digits(words, i);
}

static bool is_alone(const struct words *words, size_t i)
{
	return is_between(words, i) && !is_between(words, i - 1) &&
	       !is_between(words, i + 1);
}

/* The mark alone that is in gap i; 0: none, or more. */
static char mark_of(const struct forms *f, size_t i)
{
	const char *gap = decoder_gap_text(f->decoder, f->verdicts, i);

	return !f->verdicts[i].is_kept && strlen(gap) == 1 ? gap[0] : 0;
}

static void put(const struct forms *f, size_t i, const char *mark)
{
	struct verdict *verdict = &f->verdicts[i];

	parts_take(f->decoder, verdict, i, gap_class(f->decoder->model, mark));
	if (verdict->gap_confidence < FORM_SURE)
		verdict->gap_confidence = FORM_SURE;
}

/* A hyphen, or what may become one. */
static bool may_join(const struct forms *f, size_t i)
{
	return decoder_leaves_space(f->decoder, f->verdicts, i) ||
	       mark_of(f, i) == '-';
}

/* "212 555 0123", which begins before gap i: an American number. */
static bool is_telephone(const struct forms *f, size_t i)
{
	const struct words *words = f->decoder->words;

	return is_between(words, i) && words_digits(words, i - 1) == 3 &&
	       words_digits(words, i) == 3 && words_digits(words, i + 1) == 4 &&
	       !is_between(words, i - 1) && !is_between(words, i + 2) &&
	       may_join(f, i) && may_join(f, i + 1);
}

/* "2016 17": a season. With ", " the gap would be wider than one space. */
static bool is_season(const struct words *words, size_t i)
{
	const unsigned year = number_of(words, i - 1);

	return words_digits(words, i - 1) == 4 && year >= 1900 && year < 2100 &&
	       words_digits(words, i) == 2 &&
	       number_of(words, i) == (year + 1) % 100;
}

/* "50 50": a share, or a chance. */
static bool is_even(const struct words *words, size_t i)
{
	return words_digits(words, i - 1) == 2 && words_digits(words, i) == 2 &&
	       number_of(words, i - 1) == 50 && number_of(words, i) == 50;
}

/* "a m", "pm": the half of a day. */
static bool is_half_day(const struct words *words, size_t i)
{
	const char *text;
	size_t len;

	if (i >= words->count)
		return false;
	text = bytes_of(words, i);
	len = words->items[i].end - words->items[i].at;
	if (text[0] != 'a' && text[0] != 'p')
		return false;
	return (len == 2 && text[1] == 'm') ||
	       (len == 1 && i + 1 < words->count &&
		words->items[i + 1].end - words->items[i + 1].at == 1 &&
		bytes_of(words, i + 1)[0] == 'm');
}

/* "5 30 p m"; "8 10 p m" may be from eight to ten. */
static bool is_time(const struct words *words, size_t i)
{
	const unsigned hour = number_of(words, i - 1);
	const unsigned minutes = number_of(words, i);

	return is_half_day(words, i + 1) && words_digits(words, i - 1) <= 2 &&
	       hour && hour <= 12 && words_digits(words, i) == 2 &&
	       minutes < 60 && (minutes < 10 || minutes > 12);
}

/* "250 750 cc": round numbers of one size may be a range. */
static bool is_round_range(const struct words *words, size_t i)
{
	return words_digits(words, i - 1) == 3 &&
	       number_of(words, i) > number_of(words, i - 1) &&
	       number_of(words, i - 1) % 10 == 0 &&
	       number_of(words, i) % 10 == 0;
}

static bool is_measure(const struct words *words, size_t i)
{
	return i < words->count &&
	       word_lists_find(words->lists, bytes_of(words, i),
			       words->items[i].end - words->items[i].at) &
		       LIST_MEASURE;
}

/* The thousands of a number; a million has no thousands. */
static bool is_amount(const struct words *words, size_t i)
{
	return words_digits(words, i - 1) <= 3 && words_digits(words, i) == 3 &&
	       bytes_of(words, i - 1)[0] != '0' && !is_measure(words, i + 1);
}

/* "1 3 4": a number and a part, which has its own mark. */
static bool is_mixed_part(const struct forms *f, size_t i)
{
	const struct words *words = f->decoder->words;

	return number_is_part(words, i) && is_between(words, i - 1) &&
	       !is_between(words, i - 2) && !is_between(words, i + 1) &&
	       words_digits(words, i - 2) <= 4 &&
	       decoder_leaves_space(f->decoder, f->verdicts, i - 1);
}

/* A price in eighths: of 250 numbers one ends so by chance. */
static bool is_eighth(const struct forms *f, size_t i)
{
	const struct words *words = f->decoder->words;

	return words_digits(words, i) == 3 && words_digits(words, i - 1) <= 3 &&
	       bytes_of(words, i - 1)[0] != '0' &&
	       number_is_eighth(bytes_of(words, i)) &&
	       (f->eighths >= AGREED || f->eighths == f->threes);
}

/* Three digits: a thousand's, or, where prices are in eighths, a fraction's. */
static const char *group_mark(const struct forms *f, size_t i)
{
	const struct words *words = f->decoder->words;

	if (!is_amount(words, i) || is_round_range(words, i))
		return NULL;
	if (f->groups.points >= AGREED &&
	    f->groups.points >= MORE * f->groups.commas)
		return number_is_eighth(bytes_of(words, i)) ? "." : NULL;
	if (f->groups.commas >= AGREED &&
	    f->groups.commas >= MORE * f->groups.points)
		return number_is_eighth(bytes_of(words, i)) ? NULL : ",";
	return NULL;
}

static bool same_word(const struct words *words, size_t a, size_t b)
{
	const size_t len = words->items[a].end - words->items[a].at;

	return words->items[b].end - words->items[b].at == len &&
	       !memcmp(bytes_of(words, a), bytes_of(words, b), len);
}

/* Gap j has a number of the same measure as gap i: "52 5 months". */
static bool is_like(const struct words *words, size_t i, size_t j)
{
	if (words_digits(words, i) != words_digits(words, j))
		return false;
	if (words_digits(words, i) == 4)
		return same_word(words, i - 1, j - 1);
	return words_digits(words, i) < 3 && i + 1 < words->count &&
	       j + 1 < words->count && same_word(words, i + 1, j + 1);
}

/* "6 8 weeks" may be a range. */
static bool may_be_range(const struct words *words, size_t i)
{
	return words_digits(words, i - 1) <= 2 &&
	       number_of(words, i) > number_of(words, i - 1) &&
	       number_of(words, i) != 5;
}

/* The others of its measure are all fractions. */
static bool is_fraction(struct forms *f, size_t i)
{
	const struct words *words = f->decoder->words;
	size_t points = 0, from = i > AROUND ? i - AROUND : 1;

	if (words_digits(words, i - 1) > 3 || f->asked++ >= ASKED ||
	    (words_digits(words, i) < 4 && may_be_range(words, i)))
		return false;
	for (size_t j = from; j < words->count && j < i + AROUND; j++) {
		if (!mark_of(f, j) || !is_between(words, j) ||
		    !is_like(words, i, j))
			continue;
		if (mark_of(f, j) != '.')
			return false;
		points++;
	}
	return points >= AGREED;
}

static void settle(struct forms *f, size_t i)
{
	const struct words *words = f->decoder->words;
	const char *mark;

	if (!is_between(words, i) ||
	    !decoder_leaves_space(f->decoder, f->verdicts, i))
		return;
	if (is_telephone(f, i) || is_telephone(f, i - 1))
		put(f, i, "-");
	else if (is_mixed_part(f, i))
		put(f, i, "/");
	else if (!is_alone(words, i))
		return;
	else if (is_eighth(f, i))
		put(f, i, ".");
	else if (is_time(words, i))
		put(f, i, ":");
	else if (is_even(words, i) ||
		 (f->decoder->rules->loss == LOSS_WIRE && is_season(words, i)))
		put(f, i, "-");
	else if ((mark = group_mark(f, i)))
		put(f, i, mark);
	else if (is_fraction(f, i))
		put(f, i, ".");
}

void number_forms_settle(const struct decoder *decoder,
			 struct verdict *verdicts)
{
	const struct words *words = decoder->words;
	struct forms f = { .decoder = decoder, .verdicts = verdicts };

	if (decoder->rules->loss > LOSS_COLLAPSED)
		return;
	for (size_t i = 1; i < words->count; i++) {
		if (words_digits(words, i) != 3 || !is_alone(words, i))
			continue;
		f.threes++;
		f.eighths += number_is_eighth(bytes_of(words, i));
		f.groups.commas += mark_of(&f, i) == ',';
		f.groups.points += mark_of(&f, i) == '.';
	}
	for (size_t i = 1; i < words->count; i++)
		settle(&f, i);
}
