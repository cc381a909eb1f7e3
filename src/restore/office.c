/* One case for an office, and for a body: a council, a court. */
#include "restore/office.h"

#include "restore/sentence.h"

/* Two words of an office or a body, the second behind the first. */
static const char *const pairs[][2] = {
	{ "attorney", "general" },
	{ "border", "patrol" },
	{ "chief", "executive" },
	{ "chief", "financial" },
	{ "chief", "justice" },
	{ "chief", "minister" },
	{ "chief", "operating" },
	{ "city", "council" },
	{ "city", "hall" },
	{ "county", "council" },
	{ "defence", "minister" },
	{ "defence", "secretary" },
	{ "defense", "minister" },
	{ "defense", "secretary" },
	{ "district", "attorney" },
	{ "district", "court" },
	{ "elementary", "school" },
	{ "executive", "director" },
	{ "executive", "officer" },
	{ "finance", "minister" },
	{ "finance", "ministry" },
	{ "financial", "officer" },
	{ "fire", "department" },
	{ "foreign", "minister" },
	{ "foreign", "ministry" },
	{ "foreign", "secretary" },
	{ "general", "manager" },
	{ "high", "court" },
	{ "high", "school" },
	{ "home", "secretary" },
	{ "inspector", "general" },
	{ "interior", "minister" },
	{ "international", "airport" },
	{ "law", "school" },
	{ "majority", "leader" },
	{ "managing", "director" },
	{ "minority", "leader" },
	{ "operating", "officer" },
	{ "police", "department" },
	{ "press", "secretary" },
	{ "prime", "minister" },
	{ "school", "district" },
	{ "secretary", "general" },
	{ "select", "committee" },
	{ "special", "counsel" },
	{ "state", "police" },
	{ "stock", "exchange" },
	{ "supreme", "court" },
	{ "task", "force" },
	{ "town", "council" },
	{ "vice", "chairman" },
	{ "vice", "president" },
};

static bool is_office(const struct decoder *decoder,
		      const struct verdict *verdicts, size_t i)
{
	for (size_t k = 0; k < sizeof(pairs) / sizeof(*pairs); k++) {
		if (words_is(decoder->words, i - 1, pairs[k][0]) &&
		    words_is(decoder->words, i, pairs[k][1]))
			return decoder_gap_is(decoder, verdicts, i, " ");
	}
	return false;
}

/* Of words i - 1 and i one is raised and one is not. */
static bool differ(const struct verdict *verdicts, size_t i)
{
	const unsigned first = verdicts[i].letters;
	const unsigned second = verdicts[i + 1].letters;

	return (first == RESTORE_LOWER && second == RESTORE_TITLE) ||
	       (first == RESTORE_TITLE && second == RESTORE_LOWER);
}

/* What speaks for a capital in the word before gap i. */
static int32_t raised(const struct decoder *decoder, size_t i)
{
	const int16_t *letters = decoder->traces[i].letters;

	return letters[RESTORE_TITLE] +
	       decoder->model->case_bias[RESTORE_TITLE] -
	       letters[RESTORE_LOWER] -
	       decoder->model->case_bias[RESTORE_LOWER];
}

/* The words before gaps [from, to] are an office. */
static void settle(const struct decoder *decoder, struct verdict *verdicts,
		   size_t from, size_t to)
{
	int32_t sum = 0;

	/* the first word of a sentence says nothing of the others */
	if (sentence_begins(decoder, verdicts, from - 1))
		from++;
	for (size_t i = from; i <= to; i++)
		sum += raised(decoder, i);
	for (size_t i = from; i <= to; i++)
		verdicts[i].letters = sum > 0 ? RESTORE_TITLE : RESTORE_LOWER;
}

void offices_settle(const struct decoder *decoder, struct verdict *verdicts)
{
	const size_t count = decoder->words->count;

	for (size_t i = 1; i < count; i++) {
		size_t from = i, to = i + 1;

		if (!differ(verdicts, i) || !is_office(decoder, verdicts, i))
			continue;
		while (from > 1 && is_office(decoder, verdicts, from - 1))
			from--;
		while (to < count && is_office(decoder, verdicts, to))
			to++;
		settle(decoder, verdicts, from, to);
		i = to;
	}
}
