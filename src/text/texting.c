#include "text/texting.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"

#define MOST 6 /* bytes of the longest */

/* Of these words so many are enough, and words for one. */
#define LEAST 2
#define WORDS_PER_ONE 50

/* Sorted. None of them is in 210,000 words of news; "u" is, in "U.S.". */
static const char words[][MOST + 1] = {
	"2day", "2moro", "2nite", "afaik", "asl",  "bruh",   "btw",    "cuz",
	"dat",	"dun",	 "fone",  "gr8",   "gtg",  "haha",   "hahaha", "hav",
	"hiya", "idc",	 "idk",	  "ikr",   "ily",  "imho",   "imo",    "l8r",
	"lmao", "lmfao", "lol",	  "lolol", "luv",  "msgs",   "nite",   "omfg",
	"omg",	"omw",	 "plz",	  "ppl",   "rofl", "shd",    "smh",    "sry",
	"tbh",	"tfw",	 "thx",	  "tmr",   "tmrw", "tonite", "txt",    "ur",
	"wat",	"wid",	 "wif",	  "wtf",   "xoxo", "xxx",    "yall",   "yep",
};

static int compare(const void *key, const void *word)
{
	return strcmp(key, word);
}

/* "u" between words: not of "u s", nor of a university, "u of a". */
static bool is_you(const char *text, size_t len, size_t at)
{
	return ascii_lower((unsigned char)text[at]) == 'u' && at &&
	       text[at - 1] == ' ' && bytes_at(text, len, at + 1) == ' ' &&
	       ascii_is_letter(bytes_at(text, len, at + 2)) &&
	       ascii_is_letter(bytes_at(text, len, at + 3)) &&
	       !bytes_begin(text, len, at + 2, "of ");
}

static bool is_one(const char *text, size_t len, size_t at, size_t end)
{
	char word[MOST + 1] = "";

	if (end - at == 1)
		return is_you(text, len, at);
	if (end - at > MOST)
		return false;
	for (size_t i = 0; i < end - at; i++)
		word[i] = (char)ascii_lower((unsigned char)text[at + i]);
	return bsearch(word, words, sizeof(words) / sizeof(*words),
		       sizeof(*words), compare) != NULL;
}

bool texting_text(const char *text, size_t len)
{
	size_t count = 0, all = 0;

	for (size_t at = 0; at < len;) {
		size_t end = at;

		while (end < len && ascii_is_alnum((unsigned char)text[end]))
			end++;
		if (end > at) {
			count += is_one(text, len, at, end);
			all++;
		}
		at = end + 1;
	}
	return count >= LEAST && count * WORDS_PER_ONE >= all;
}
