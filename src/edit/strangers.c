/* Small words of other languages than English. */
#include "edit/strangers.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"

#define LONGEST 7 /* letters of such a word */

/*
 * Sorted. German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian,
 * Polish, Czech, Finnish, Hungarian, Romanian, Indonesian, Turkish, Swahili and
 * Tagalog; none that English news has often, as "de", "et" and "van".
 */
static const char strangers[][LONGEST + 1] = {
	"aan",	  "af",	   "akan",  "alisema", "alla",	 "anche",  "ang",
	"aos",	  "att",   "auch",  "auf",     "aus",	 "aux",	   "avec",
	"az",	  "bij",   "bir",   "bude",    "byl",	 "byla",   "cette",
	"che",	  "dal",   "dalla", "dan",     "dans",	 "dari",   "das",
	"dat",	  "dedi",  "dei",   "del",     "della",	 "delle",  "dem",
	"dengan", "der",   "des",   "det",     "deze",	 "dijo",   "disse",
	"dla",	  "doch",  "du",    "een",     "egy",	 "ei",	   "ein",
	"eine",	  "einem", "einen", "einer",   "ella",	 "elle",   "ellos",
	"est",	  "este",  "ett",   "foi",     "fost",	 "fue",	   "gli",
	"haar",	  "hanno", "har",   "het",     "hij",	 "hogy",   "ikke",
	"il",	  "ils",   "ini",   "inte",    "ist",	 "itu",	   "jag",
	"jeg",	  "jest",  "joka",  "jsou",    "kanssa", "kata",   "kommer",
	"kuin",	  "kwa",   "las",   "le",      "les",	 "los",	   "lui",
	"maar",	  "mais",  "meg",   "mga",     "mit",	 "mutta",  "muy",
	"naar",	  "nach",  "nel",   "nella",   "nem",	 "ng",	   "nicht",
	"nie",	  "niet",  "noch",  "nous",    "och",	 "oder",   "og",
	"olan",	  "oli",   "ont",   "ook",     "oraz",	 "ovat",   "pada",
	"pas",	  "pela",  "pelo",  "pentru",  "pero",	 "podle",  "porque",
	"przez",  "przy",  "que",   "questo",  "qui",	 "sagte",  "sanoi",
	"sein",	  "selon", "sich",  "siger",   "sind",	 "sobre",  "som",
	"sono",	  "sont",  "su",    "sul",     "sulla",	 "sunt",   "sur",
	"tidak",  "tutti", "uit",   "uma",     "una",	 "und",	   "une",
	"untuk",  "ve",	   "volt",  "vom",     "voor",	 "werden", "wie",
	"wird",	  "wordt", "yang",  "zei",     "zich",	 "zijn",   "zu",
	"zum",	  "zur",
};

static int compare(const void *word, const void *row)
{
	return strcmp(word, row);
}

static bool is_part(const char *text, size_t at)
{
	const unsigned char c = (unsigned char)text[at];

	return ascii_is_alnum(c) || c >= 0x80 || c == '\'';
}

#define KINDS (sizeof(strangers) / sizeof(*strangers))

/* A word in small letters: "Dan" and "Les" are names. Its row; NULL: none. */
static const char *find(const char *text, size_t len)
{
	char word[LONGEST + 1];

	if (len < 2 || len > LONGEST)
		return NULL;
	memcpy(word, text, len);
	word[len] = 0;
	return bsearch(word, strangers, KINDS, sizeof(*strangers), compare);
}

/* Their number; each kind is noted where that is asked for. */
static size_t count_words(const char *text, size_t len, bool seen[KINDS])
{
	size_t count = 0, end;

	for (size_t at = 0; at < len; at = end) {
		const char *row;

		end = at + 1;
		if (!is_part(text, at))
			continue;
		while (end < len && is_part(text, end))
			end++;
		row = find(text + at, end - at);
		count += row != NULL;
		if (row && seen)
			seen[(size_t)(row - strangers[0]) /
			     sizeof(*strangers)] = true;
	}
	return count;
}

size_t strangers_count(const char *text, size_t len)
{
	return count_words(text, len, NULL);
}

/* A part of names: "Las Vegas", "Le Pen", "Del Rio". */
static bool is_particle(const char *word)
{
	static const char *const particles[] = {
		"dal",	"dei", "del", "della", "der", "du",
		"ella", "las", "le",  "les",   "los",
	};

	for (size_t i = 0; i < sizeof(particles) / sizeof(*particles); i++)
		if (!strcmp(word, particles[i]))
			return true;
	return false;
}

size_t strangers_kinds(const char *text, size_t len)
{
	bool seen[KINDS] = { false };
	size_t kinds = 0;

	if (!count_words(text, len, seen))
		return 0;
	for (size_t i = 0; i < KINDS; i++)
		kinds += seen[i] && !is_particle(strangers[i]);
	return kinds;
}
