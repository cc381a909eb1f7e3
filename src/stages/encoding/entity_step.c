/*
 * Entities. Those without an ampersand come from wires that lost it, mostly to
 * a space: "isn #39;t", "on  #39;90s tactics", "the  quot;move quot; by".
 */
#include "stages/stage.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "stages/encoding/entities.h"
#include "stages/encoding/entity_name.h"
#include "stages/encoding/space.h"
#include "stages/encoding/tag_mention.h"
#include "stages/encoding/tag_subject.h"
#include "stages/encoding/tags.h"
#include "text/code.h"
#include "unicode/props.h"

/* What is a word by itself goes by itself. */
static void put(struct pass *pass, unsigned rule, size_t at, size_t end,
		const struct entity *entity)
{
	if (entity->outer) {
		const size_t name = end - entity->len + entity->outer;

		pass_replace(pass, rule, at, name, "", 0);
		at = name;
	}
	pass_replace(pass, rule, at, end,
		     pass_copy(pass, entity->text, entity->text_len),
		     entity->text_len);
}

static uint32_t point_before(const struct pass *pass, size_t at)
{
	return utf8_before(pass->text, at);
}

/* The code point before the one that ends at `at`. */
static uint32_t second_before(const struct pass *pass, size_t at)
{
	if (at)
		utf8_previous(pass->text, &at);
	return point_before(pass, at);
}

static bool is_one(const struct entity *entity, char c)
{
	return entity->text_len == 1 && entity->text[0] == c;
}

static bool is_apostrophe(const struct entity *entity)
{
	return is_one(entity, '\'') ||
	       (entity->text_len == 3 && !memcmp(entity->text, "’", 3));
}

/*
 * Whether the space before a broken entity stands for the ampersand: always
 * when there are two; when there is one, unless the mark it would be glued to
 * the word before belongs to the word after it.
 */
static bool takes_space(const struct pass *pass, size_t at, size_t end,
			const struct entity *entity)
{
	uint32_t before, after;

	if (!unicode_is_space(point_before(pass, at)))
		return false;
	before = second_before(pass, at);
	/* the end of a paragraph, not of a line that was filled */
	if (before == '\n')
		return false;
	after = pass_point(pass, end);
	if (unicode_is_space(before) || is_apostrophe(entity))
		return true;
	if (is_one(entity, '&'))
		return unicode_is_word(before) && unicode_is_word(after);
	return is_one(entity, '"') && !unicode_is_word(after);
}

/* Whether a word of that case, which begins no clause, is at text[at]. */
static bool is_owned(const struct pass *pass, size_t at, bool capitals)
{
	const unsigned first = pass_byte(pass, at);

	return (capitals ? ascii_is_upper(first) : ascii_is_lower(first)) &&
	       !(word_lists_at(pass->settings->lists, pass->text, pass->len,
			       at) &
		 LIST_CLAUSE);
}

/*
 * "players #39; union", "#39; #39;": a plural's apostrophe, its ampersand and
 * space lost. Not "bus #39; it came", "class #39; was": there it may be a
 * number.
 */
static bool is_plural(const struct pass *pass, size_t at, size_t end)
{
	const size_t next = after_space(pass->text, pass->len, end);
	size_t word = at;
	unsigned last;
	bool capitals;

	/* Two of them are a double mark. */
	if (next > end && pass->len - next > 4 &&
	    !memcmp(pass->text + next, "#39;", 4))
		return true;
	if (at)
		utf8_previous(pass->text, &word);
	if (word < 3 || (pass->text[word - 1] | 32) != 's' || next == end)
		return false;
	capitals = pass->text[word - 1] == 'S';
	last = ascii_lower((unsigned char)pass->text[word - 2]);
	return last != 's' && last != 'u' && last != 'i' &&
	       unicode_is_word(last) && is_owned(pass, next, capitals);
}

/* "#150;": from 100 to 255, a rank or a house as likely as a character. */
static bool is_short_number(const struct pass *pass, size_t at)
{
	return pass_byte(pass, at) == '#' && pass_byte(pass, at + 4) == ';';
}

/*
 * Entities that may be text as well: "a guitar amp; the", "was #39; then". They
 * are read where the article holds others that cannot be text.
 */
static bool is_weak(const struct pass *pass, size_t at, size_t end,
		    const struct entity *entity)
{
	const uint32_t before = point_before(pass, at);
	const bool word_after = unicode_is_word(pass_point(pass, end));

	if (unicode_is_inline_space(before) &&
	    unicode_is_inline_space(second_before(pass, at)))
		return false;
	if (unicode_is_word(before))
		return !is_apostrophe(entity) || !word_after;
	if (is_short_number(pass, at))
		return !word_after;
	if (is_apostrophe(entity))
		return !word_after && !is_plural(pass, at, end);
	if (is_one(entity, '&') || is_one(entity, '<') || is_one(entity, '>'))
		return !word_after;
	return is_one(entity, '$') && !unicode_is_digit(pass_point(pass, end));
}

/* "#003050;" is a colour: no character is written with such a zero. */
static bool is_colour(const struct pass *pass, size_t at, size_t end)
{
	return end - at == sizeof("#003050;") - 1 && pass->text[at] == '#' &&
	       pass->text[at + 1] == '0';
}

struct broken {
	size_t at, end;
	bool glued; /* "ownerrsquo;s", which can be nothing else */
	struct entity entity;
};

/* Does the entity that lost its ampersand end at, or begin with, text[at]? */
static bool read_broken(const struct pass *pass, size_t at,
			struct broken *broken)
{
	size_t from = at, name = at, glued = 0;
	bool sure = false;

	if (pass->text[at] == ';') {
		while (name && unicode_is_space(point_before(pass, name)))
			utf8_previous(pass->text, &name);
		from = name;
		while (ascii_is_letter(point_before(pass, from)))
			from--;
		if (name == at)
			glued = entity_ends_word(pass->text + from, at - from,
						 &sure);
		if (glued)
			from = at - glued;
	}
	if (point_before(pass, from) == '&' ||
	    !entity_read_broken(pass->text + from, pass->len - from,
				&broken->entity) ||
	    is_colour(pass, from, from + broken->entity.len))
		return false;
	broken->glued = glued && sure;
	broken->at = from;
	broken->end = from + broken->entity.len;
	return true;
}

/* The next of & # ; from `at` on; pass->len when there is none. */
#define MARKS "&#;"
#define MARK_COUNT 3

/* Where each mark comes next; looked for only when that is passed. */
struct marks {
	const struct pass *pass;
	size_t next[MARK_COUNT];
	bool known;
};

static size_t next_mark(struct marks *marks, size_t at)
{
	const struct pass *pass = marks->pass;
	size_t first = pass->len;

	for (size_t i = 0; i < MARK_COUNT; i++) {
		if (!marks->known || marks->next[i] < at)
			marks->next[i] =
				bytes_find(pass->text, pass->len, at, MARKS[i]);
		if (marks->next[i] < first)
			first = marks->next[i];
	}
	marks->known = true;
	return first;
}

/* What the article's broken entities tell. */
struct evidence {
	bool strong; /* one of them can be nothing else */
	bool glued;  /* to a word: the spaces before others are the text's */
};

static struct evidence look_for_broken(const struct pass *pass)
{
	struct marks marks = { .pass = pass };
	struct evidence found = { false, false };
	struct broken broken;
	size_t at = next_mark(&marks, 0);

	while (at < pass->len && !found.glued) {
		size_t next = at + 1;

		if (pass->text[at] != '&' && read_broken(pass, at, &broken)) {
			found.glued = broken.glued;
			found.strong |= broken.glued ||
					!is_weak(pass, broken.at, broken.end,
						 &broken.entity);
			if (broken.end > next)
				next = broken.end;
		}
		at = next_mark(&marks, next);
	}
	return found;
}

/* Whether the text is about HTML; asked when that is first needed. */
struct subject {
	bool asked, html;
};

/*
 * "is written &nbsp; in": a word of a sentence, in a text about HTML. "Food
 * &amp; drink" may be a leftover where the text only names HTML.
 */
static bool is_spoken_of(const struct pass *pass, size_t at,
			 const struct entity *entity, struct subject *subject)
{
	const size_t end = at + entity->len;

	if (!ascii_is_space(pass_byte_before(pass, at)) ||
	    !tag_is_in_sentence(pass->text, pass->len, at, end))
		return false;
	if (!subject->asked)
		subject->html = tags_are_subject(pass->text, pass->len);
	subject->asked = true;
	return subject->html &&
	       (!is_one(entity, '&') || memchr(pass->text, '<', pass->len));
}

/* Returns where to go on. */
static size_t mend_whole(struct pass *pass, size_t at, struct subject *subject)
{
	struct entity entity;

	if (!entity_read(pass->text + at, pass->len - at, &entity) ||
	    text_is_ticked(pass->text, pass->len, at, at + entity.len) ||
	    is_spoken_of(pass, at, &entity, subject))
		return at + 1;
	put(pass, RULE_ENCODING_ENTITY, at, at + entity.len, &entity);
	return at + entity.len;
}

static size_t mend_broken(struct pass *pass, size_t at, bool glued)
{
	struct broken broken;
	size_t from;

	if (!read_broken(pass, at, &broken))
		return at + 1;
	from = broken.at;
	if (!glued && takes_space(pass, from, broken.end, &broken.entity))
		utf8_previous(pass->text, &from);
	put(pass, RULE_ENCODING_BROKEN_ENTITY, from, broken.end,
	    &broken.entity);
	return broken.end;
}

static void run(struct pass *pass)
{
	const bool page = tag_begins_page(pass->text, pass->len);
	const struct evidence broken = page ? (struct evidence){ false, false }
					    : look_for_broken(pass);
	/* A page is left to an extractor, which knows its own entities. */
	struct marks marks = { .pass = pass };
	struct subject subject = { false, false };
	size_t at = page ? pass->len : next_mark(&marks, 0);

	for (; at < pass->len; at = next_mark(&marks, at)) {
		if (pass->text[at] == '&')
			at = mend_whole(pass, at, &subject);
		else if (broken.strong)
			at = mend_broken(pass, at, broken.glued);
		else
			at++;
	}
}

const struct stage entity_stage = {
	.name = "encoding",
	.decodes = true,
	.mends_code = true,
	.sees = SEEN_AMPERSAND | SEEN_HASH | SEEN_SEMICOLON_ENTITY,
	.rule = RULE_ANY,
	.run = run,
	.unmarks = true,
};
