/*
 * Elements of other vocabularies than HTML, in an article whose paragraphs are
 * elements: those of NITF, TEI and JATS (<hl1>, <persName>, <sec>), of Word
 * (<st1:City>) and of an editor's own (<pullquote>). One that begins and ends
 * is markup, whatever its name: it becomes what HTML has for it, which the step
 * for tags reads. Before entities are: what the article shows of markup is
 * escaped.
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "stages/encoding/tag_attributes.h"
#include "stages/encoding/tag_listing.h"
#include "stages/encoding/tag_names.h"
#include "stages/encoding/tags.h"
#include "text/code.h"

#define TAG_MOST 8192 /* bytes; longer ones are left alone: linear time */
#define NAME_MOST 40  /* bytes */
#define OPEN_MOST 32  /* elements that others are in */

struct element_tag {
	size_t at, end, name, name_len;
	bool closing;
	bool whole;  /* the element has its other tag, or needs none */
	bool inside; /* it begins within a sentence: a play's <title> */
};

struct element_tags {
	struct element_tag *tags; /* in the article's arena */
	size_t count;
};

/* What their tags leave in the text; those of other names, nothing. */
static const struct tag_name vocabulary[] = {
	{ "abstract", TAG_BLOCK },
	{ "block", TAG_BLOCK },
	{ "body.content", TAG_BLOCK },
	{ "body.end", TAG_BLOCK },
	{ "body.head", TAG_BLOCK },
	{ "byline", TAG_BLOCK },
	{ "byttl", TAG_BLOCK },
	{ "cell", TAG_CELL },
	{ "closer", TAG_BLOCK },
	{ "dateline", TAG_BLOCK },
	{ "disp-quote", TAG_BLOCK },
	{ "distrib", TAG_BLOCK },
	{ "entry", TAG_CELL },
	{ "fig", TAG_BLOCK },
	{ "head", TAG_BLOCK },
	{ "headline", TAG_BLOCK },
	{ "hedline", TAG_BLOCK },
	{ "hl1", TAG_BLOCK },
	{ "hl2", TAG_BLOCK },
	{ "informaltable", TAG_BLOCK },
	{ "item", TAG_LINE },
	{ "itemizedlist", TAG_BLOCK },
	{ "l", TAG_LINE },
	{ "lead", TAG_BLOCK },
	{ "legend", TAG_BLOCK },
	{ "lg", TAG_BLOCK },
	{ "list", TAG_BLOCK },
	{ "list-item", TAG_LINE },
	{ "listitem", TAG_LINE },
	{ "media", TAG_BLOCK },
	{ "media-caption", TAG_BLOCK },
	{ "media-producer", TAG_BLOCK },
	{ "mediaobject", TAG_BLOCK },
	{ "opener", TAG_BLOCK },
	{ "option", TAG_LINE },
	{ "orderedlist", TAG_BLOCK },
	{ "para", TAG_BLOCK },
	{ "pullquote", TAG_BLOCK },
	{ "row", TAG_LINE },
	{ "sec", TAG_BLOCK },
	{ "signed", TAG_LINE },
	{ "sp", TAG_BLOCK },
	{ "speaker", TAG_LINE },
	{ "standfirst", TAG_BLOCK },
	{ "subhead", TAG_BLOCK },
	{ "subheadline", TAG_BLOCK },
	{ "summary", TAG_BLOCK },
	{ "tagline", TAG_BLOCK },
	{ "text", TAG_BLOCK },
	{ "title", TAG_BLOCK },
};

/* The same in HTML. */
static const struct {
	const char *begin, *end;
} html[] = {
	[TAG_INLINE] = { "", "" },	 [TAG_CELL] = { " ", "" },
	[TAG_LINE] = { "<br>", "" },	 [TAG_BREAK] = { "<br>", "" },
	[TAG_BLOCK] = { "<p>", "</p>" },
};

/* Whose content is not read on with the words before it: these stay. So do
   those in which a language model speaks to itself, or to a program. */
static const char *const apart[] = {
	"fn",	     "note",	      "rb",    "rp",
	"rt",	     "ruby",	      "think", "thinking",
	"tool_call", "tool_response", "xref",
};

/* Elements without content. */
static const struct tag_name empty[] = {
	{ "cb", TAG_INLINE },	     { "colspec", TAG_INLINE },
	{ "graphic", TAG_INLINE },   { "imagedata", TAG_INLINE },
	{ "lb", TAG_BREAK },	     { "media-reference", TAG_INLINE },
	{ "milestone", TAG_INLINE }, { "pb", TAG_INLINE },
};

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static bool is_name_byte(unsigned c)
{
	return ascii_is_alnum(c) || (c && strchr("-._:", (int)c));
}

static bool is_namespaced(const struct pass *pass,
			  const struct element_tag *tag)
{
	return memchr(pass->text + tag->name, ':', tag->name_len) != NULL;
}

/* Of which HTML knows nothing. */
static bool is_foreign(const struct pass *pass, const struct element_tag *tag)
{
	const char *name = pass->text + tag->name;

	for (size_t i = 0; i < COUNT(apart); i++)
		if (!tag_compare(name, tag->name_len, apart[i]))
			return false;
	return tag->name_len && tag->name_len <= NAME_MOST &&
	       tag_name_find(name, tag->name_len) == TAG_NAMES;
}

/* What an element without content becomes; NULL: that is not known. */
static const char *empty_text(const struct pass *pass,
			      const struct element_tag *tag)
{
	if (is_namespaced(pass, tag))
		return "";
	for (size_t i = 0; i < COUNT(empty); i++)
		if (!tag_compare(pass->text + tag->name, tag->name_len,
				 empty[i].name))
			return html[empty[i].kind].begin;
	return NULL;
}

static bool is_empty(const struct pass *pass, const struct element_tag *tag)
{
	return pass->text[tag->end - 2] == '/';
}

/* Whether words are before it in its line. */
static bool follows_words(const struct pass *pass, size_t at)
{
	at = skip_spaces_back(pass->text, 0, at);
	return at && pass->text[at - 1] != '\n' && pass->text[at - 1] != '>';
}

static bool read_tag(const struct pass *pass, size_t at,
		     struct element_tag *tag)
{
	const size_t most = bytes_ahead(pass->len, at, TAG_MOST);
	struct tag_reader reader = { pass->text, at + 1, most };

	tag->at = at;
	tag->closing = tag_take(&reader, '/');
	tag->name = reader.at;
	if (ascii_is_letter(tag_peek(&reader)))
		while (is_name_byte(tag_peek(&reader)))
			reader.at++;
	tag->name_len = reader.at - tag->name;
	if (!is_foreign(pass, tag) || !tag_read_attributes(&reader))
		return false;
	tag->end = reader.at;
	if (pass_byte_before(pass, at) == '<' &&
	    pass_byte(pass, tag->end) == '>')
		return false; /* <<SYS>>, of a prompt */
	tag->inside = follows_words(pass, at);
	tag->whole =
		!tag->closing && is_empty(pass, tag) && empty_text(pass, tag);
	return !text_is_ticked(pass->text, pass->len, at, tag->end);
}

static bool is_same_name(const struct pass *pass, const struct element_tag *a,
			 const struct element_tag *b)
{
	return a->name_len == b->name_len &&
	       !memcmp(pass->text + a->name, pass->text + b->name, a->name_len);
}

/* Elements that are open, the last one innermost. */
struct open {
	size_t tags[OPEN_MOST];
	size_t count;
};

/* The tag is the last of those that were found. */
static void match(const struct pass *pass, struct element_tags *found,
		  struct open *open)
{
	struct element_tag *tag = &found->tags[found->count - 1];
	size_t i = open->count;

	if (!tag->closing) {
		if (!is_empty(pass, tag) && open->count < OPEN_MOST)
			open->tags[open->count++] = found->count - 1;
		return;
	}
	while (i && !is_same_name(pass, &found->tags[open->tags[i - 1]], tag))
		i--;
	if (!i)
		return;
	found->tags[open->tags[i - 1]].whole = tag->whole = true;
	tag->inside = found->tags[open->tags[i - 1]].inside;
	open->count = i - 1;
}

/* Past the comment at text[at]; `at`: there is none. */
static size_t skip_comment(const struct pass *pass, size_t at)
{
	size_t end = at + 4;

	if (!pass_has(pass, at, "<!--"))
		return at;
	while ((end = bytes_find(pass->text, pass->len, end, '>')) < pass->len)
		if (!memcmp(pass->text + end++ - 2, "--", 2))
			return end;
	return pass->len;
}

static void find_tags(const struct pass *pass, struct element_tags *found)
{
	struct open open = { .count = 0 };
	size_t at = 0;

	while ((at = bytes_find(pass->text, pass->len, at, '<')) < pass->len) {
		const size_t after = skip_comment(pass, at);

		if (after > at) {
			at = after;
		} else if (read_tag(pass, at, &found->tags[found->count])) {
			at = found->tags[found->count++].end;
			match(pass, found, &open);
		} else {
			at++;
		}
	}
}

/* "<p>", "<P>", "<p class=...>", "<para>" */
static bool is_at(const struct pass *pass, size_t at, const char *tag)
{
	const size_t end = at + strlen(tag);

	return end < pass->len &&
	       !tag_compare(pass->text + at, end - at, tag) &&
	       (pass->text[end] == '>' || pass->text[end] == ' ');
}

/* How many tags there may be; 0: the paragraphs are no elements. */
static size_t count_tags(const struct pass *pass)
{
	size_t count = 0, begun = 0, ended = 0, at = 0;

	while ((at = bytes_find(pass->text, pass->len, at, '<')) < pass->len) {
		begun += is_at(pass, at, "<p") || is_at(pass, at, "<para");
		ended += is_at(pass, at, "</p") || is_at(pass, at, "</para");
		count++;
		at++;
	}
	return begun && ended ? count : 0;
}

/* </person><role>: two words, for all that is known. */
static bool parts_words(const struct pass *pass,
			const struct element_tags *found, size_t i)
{
	const struct element_tag *tag = &found->tags[i], *next = tag + 1;

	return tag->closing && i + 1 < found->count && next->at == tag->end &&
	       !next->closing && next->whole && !is_namespaced(pass, tag);
}

static const char *text_of(const struct pass *pass,
			   const struct element_tags *found, size_t i)
{
	const struct element_tag *tag = &found->tags[i];

	if (!tag->closing && is_empty(pass, tag) && empty_text(pass, tag))
		return empty_text(pass, tag);
	for (size_t k = 0; !tag->inside && k < COUNT(vocabulary); k++)
		if (!tag_compare(pass->text + tag->name, tag->name_len,
				 vocabulary[k].name))
			return tag->closing ? html[vocabulary[k].kind].end
					    : html[vocabulary[k].kind].begin;
	return parts_words(pass, found, i) ? " " : "";
}

static void mend(struct pass *pass, const struct element_tags *found,
		 struct tag_listings *listings)
{
	for (size_t i = 0; i < found->count; i++) {
		const struct element_tag *tag = &found->tags[i];

		if (!tag->whole ||
		    tag_listings_skip(listings, tag->at) > tag->at)
			continue;
		pass_put(pass, RULE_ENCODING_TAG, tag->at, tag->end,
			 text_of(pass, found, i));
	}
}

static void run(struct pass *pass)
{
	const size_t most = count_tags(pass);
	struct element_tags found = { 0 };
	struct tag_listings listings;

	if (!most || tag_begins_page(pass->text, pass->len))
		return;
	found.tags = arena_alloc(pass->arena, most * sizeof(*found.tags));
	if (!found.tags) {
		pass->failed = true;
		return;
	}
	find_tags(pass, &found);
	if (!found.count)
		return;
	if (tag_listings_find(&listings, pass))
		mend(pass, &found, &listings);
	else
		pass->failed = true;
}

const struct stage element_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.sees = SEEN_LESS,
	.rule = RULE_ENCODING_TAG,
	.run = run,
	.unmarks = true,
};
