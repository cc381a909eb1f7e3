/* Small changes of a text. */
#include "laws/neighbours.h"

#include "support.h"

#define CHANGES 3 /* at most */
#define FEW 4	  /* times that something is repeated, mostly */
#define MANY 70	  /* now and then: over the limits of words and lines */
#define TEXT_MOST (16 << 10)

/* What a rule may look for beside its fault. */
static const char *const pieces[] = {
	" ",   "  ",   "\n",	    "\n\n",	 "\t",	   "\r\n",   ".",
	",",   ";",    ":",	    "!",	 "?",	   "-",	     "--",
	"(",   ")",    "[",	    "]",	 "'",	   "\"",     "`",
	"’",   "‘",    "“",	    "”",	 "—",	   "…",	     "&",
	"#",   "<",    ">",	    "/",	 "\\",	   "_",	     "*",
	"=",   "@",    "$",	    "%",	 "|",	   "0",	     "1",
	"19",  "2000", "a",	    "A",	 "s",	   "é",	     "É",
	"и",   "ß",    "\u00A0",    "\u200B",	 "\u0301", "\u00AD", "\uFFFD",
	"a ",  " a",   " The ",	    " he said ", "Mr. ",   "U.S. ",  ". The ",
	"IT ", "the",  "www.a.com", "&amp;",	 "<b>",	   "Ã©",     "â€™",
	"=20", "\\n",
};

/* A range of a text. */
struct range {
	size_t at, end;
};

static uint32_t below(uint64_t *state, size_t limit)
{
	return random_below(state, (uint32_t)limit);
}

static bool continues(const struct random_text *text, size_t at)
{
	return at < text->len &&
	       ((unsigned char)text->bytes[at] & 0xC0) == 0x80;
}

static struct range character_at(const struct random_text *text, size_t at)
{
	struct range range = { at, at };

	while (range.at && continues(text, range.at))
		range.at--;
	range.end = range.at + (range.at < text->len);
	while (continues(text, range.end))
		range.end++;
	return range;
}

/* From one of these bytes to the next, which belongs to it. */
static struct range part_at(const struct random_text *text, size_t at,
			    const char *ends)
{
	struct range range = { at, at };

	while (range.at && !strchr(ends, text->bytes[range.at - 1]))
		range.at--;
	while (range.end < text->len && !strchr(ends, text->bytes[range.end]))
		range.end++;
	range.end += range.end < text->len;
	return range;
}

/* A character, a word or a line. */
static struct range any_part(uint64_t *state, const struct random_text *text)
{
	const size_t at = below(state, text->len + 1);

	switch (below(state, 4)) {
	case 0:
		return part_at(text, at, " \n");
	case 1:
		return part_at(text, at, "\n");
	default:
		return character_at(text, at);
	}
}

static void replace(struct random_text *text, struct range range,
		    const char *bytes, size_t len)
{
	const size_t rest = text->len - range.end;
	char *made = malloc(range.at + len + rest + 1);

	assert_non_null(made);
	memcpy(made, text->bytes, range.at);
	memcpy(made + range.at, bytes, len);
	memcpy(made + range.at + len, text->bytes + range.end, rest);
	text->len = range.at + len + rest;
	made[text->len] = '\0';
	free(text->bytes);
	text->bytes = made;
}

static void repeat(uint64_t *state, struct random_text *text,
		   struct range range)
{
	const size_t len = range.end - range.at;
	uint32_t times = 1 + below(state, below(state, 3) ? FEW : MANY);
	char *once = malloc(len + 1);

	assert_non_null(once);
	memcpy(once, text->bytes + range.at, len);
	for (; times && text->len < TEXT_MOST; times--)
		replace(text, (struct range){ range.end, range.end }, once,
			len);
	free(once);
}

/* A letter's case, a digit's value; otherwise nothing. */
static void turn(struct random_text *text, size_t at)
{
	char *byte = text->bytes + at;

	if (at == text->len)
		return;
	if (*byte >= '0' && *byte <= '9')
		*byte = (char)('0' + (*byte - '0' + 1) % 10);
	else if ((*byte | 0x20) >= 'a' && (*byte | 0x20) <= 'z')
		*byte ^= 0x20;
}

static void change(uint64_t *state, struct random_text *text)
{
	const char *piece =
		pieces[below(state, sizeof(pieces) / sizeof(*pieces))];
	const struct range range = any_part(state, text);
	const struct range from = any_part(state, text);
	char *copy;

	switch (below(state, 8)) {
	case 0:
	case 1:
		replace(text, range, "", 0);
		break;
	case 2:
		repeat(state, text, range);
		break;
	case 3:
		replace(text, character_at(text, range.at), piece,
			strlen(piece));
		break;
	case 4:
		replace(text, (struct range){ range.at, range.at }, piece,
			strlen(piece));
		break;
	case 5:
		turn(text, range.at);
		break;
	case 6: /* what is elsewhere, there too */
		copy = malloc(from.end - from.at + 1);
		assert_non_null(copy);
		memcpy(copy, text->bytes + from.at, from.end - from.at);
		replace(text, (struct range){ range.at, range.at }, copy,
			from.end - from.at);
		free(copy);
		break;
	default: /* a part alone */
		if (below(state, 2))
			replace(text, (struct range){ 0, range.at }, "", 0);
		else
			replace(text, (struct range){ range.end, text->len },
				"", 0);
	}
}

struct random_text neighbour(uint64_t *state, const char *bytes, size_t len)
{
	struct random_text text = { malloc(len + 1), len };
	const uint32_t changes = 1 + below(state, CHANGES);

	assert_non_null(text.bytes);
	memcpy(text.bytes, bytes, len);
	text.bytes[len] = '\0';
	for (uint32_t i = 0; i < changes; i++)
		change(state, &text);
	return text;
}
