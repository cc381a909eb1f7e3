/* Random articles and random bytes. */
#include "laws/texts.h"

#include "support.h"

static const char *const sentences[] = {
	"The harbour master of Port Ellis closed the north quay on Monday.",
	"\"We knew,\" said Ida Marsh, \"that the old crane wouldn't last.\"",
	"\xE2\x80\x9CNobody asked us,\xE2\x80\x9D he said.",
	"\xE2\x80\x9DNobody asked us,\xE2\x80\x9D he said.",
	"It was the 1990s\xE2\x80\x99 worst storm -- or the '80s' second.",
	"The U. S. and the U.N. met at 5 p. m. in Washington, D. C.",
	"J. K. Lowell wrote: 'It's a \"quiet\" town.'",
	"Profits rose 3 . 5 % to $ 5 million , the firm said .",
	"He did n't say -LRB- and wo n't -RRB- why .",
	"``Never,'' she told the paper.Then she left.",
	"Caf\xC3\xA9 owners in S\xC3\xA3o Paulo na\xC3\xAFvely agreed.",
	"It\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s a clich\xC3\x83\xC2\xA9.",
	"AT&amp;T said &ldquo;yes&rdquo; &#8212; twice "
	"&amp;quot;over&amp;quot;.",
	"The firm #39;s <b>bold</b> plan quot;failsquot; if a < b.",
	"Reed &\u00A0amp; Co \"&\namp;\" said # 39 ; <b\xE3\x80\x80>no</b>.",
	"the mayor of quarry hill told reuters she won t resign",
	"the plan  mr reed said   is  a disaster   for  us  all   he said",
	"A SIGNAL FAULT STOPPED ALL TRAINS BETWEEN ELM ROAD AND THE COAST.",
	"in the   country  the   branch of the party met",
	"cafe\xCC\x81 men\xEF\xAC\x81lm sof\xC2\xADt zero\xE2\x80\x8Bwidth",
	"Read more: Ten towns that lost their ferries",
	"RELATED: Port Ellis to sell its cranes, The council said no.",
	"PORT ELLIS (Reuters) - The council met.",
	"(CNN) The council met. CNN\xE2\x80\x99s Ida Marsh contributed.",
	"(Reporting by Ida Marsh; Editing by Tom Reed)",
	"Story highlights",
	"ADVERTISEMENT",
	"Follow us on Twitter @portellis",
	"https://example.org/a_b?c=d&e=f",
	"\xD0\x9C\xD0\xB0\xD1\x80\xD1\x96\xD1\x8F said \xC2\xABno\xC2\xBB.",
	"\xE6\x9D\xB1\xE4\xBA\xAC\xE3\x80\x82\xE2\x80\x9Cok\xE2\x80\x9D",
	"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB works",
	"6' 2\" tall, 5'10\" wide, rock 'n' roll, O'Brien's players' union",
};

static const char *const joints[] = {
	" ",	    "  ",  "   ",	   "\n",	   "\n\n", "\n \n\n",
	"\r\n\r\n", "\t",  "\xC2\xA0",	   "\xE2\x80\x83", "",	   "     ",
	"\n    ",   " \n", "\xE2\x80\xA8", "-\n",	   "\\",   "\x0C",
};

static void add(struct random_text *text, const char *bytes, size_t len)
{
	text->bytes = realloc(text->bytes, text->len + len + 1);
	assert_non_null(text->bytes);
	memcpy(text->bytes + text->len, bytes, len);
	text->len += len;
	text->bytes[text->len] = '\0';
}

static const char *pick(uint64_t *state, const char *const *items, size_t count)
{
	return items[random_below(state, (uint32_t)count)];
}

struct random_text random_article(uint64_t *state, uint32_t pieces)
{
	/* Most articles are damaged in few ways, some in all. */
	const uint32_t joint_count =
		1 + random_below(state, sizeof(joints) / sizeof(*joints));
	struct random_text text = { NULL, 0 };

	add(&text, "", 0);
	for (uint32_t i = 0; i < pieces; i++) {
		const char *sentence =
			pick(state, sentences,
			     sizeof(sentences) / sizeof(*sentences));
		const char *joint = pick(state, joints, joint_count);
		size_t len = strlen(sentence);

		/* Now and then only a part of it. */
		if (random_below(state, 8) == 0)
			len = random_below(state, (uint32_t)len + 1);
		add(&text, sentence, len);
		add(&text, joint, strlen(joint));
	}
	return text;
}

struct random_text random_bytes(uint64_t *state, uint32_t limit)
{
	static const unsigned char rich[] =
		" \n\r\t.,;:'\"`&#<>\\-()aAzZ09\xE2\x80\x9C\x9D\x98\x99\xC2\xA0"
		"\xC3\xA2\x82\xAC\xEF\xBB\xBF\xF0\x9F\xED\xA0\x00\xFF\x85";
	const uint32_t count = random_below(state, limit + 1);
	struct random_text text = { NULL, 0 };

	add(&text, "", 0);
	for (uint32_t i = 0; i < count; i++) {
		char byte = (char)random_below(state, 256);

		if (random_below(state, 4))
			byte = (char)
				rich[random_below(state, sizeof(rich) - 1)];
		add(&text, &byte, 1);
	}
	return text;
}
