/* What stays of a Markdown text. */
#include "edit/keep_markup.h"

#include <string.h>

#include "base/bytes.h"
#include "text/markdown.h"

/* Signs that may be markup wherever they are: as many of each stay. */
static const char signs[] = "\\`*_~#[]()<>|{}$^&=+!";
/* And these may be, if what is beside them changes: "2 * 3", "*this*". */
static const char flanking[] = "\\`*_~#[]<>|$^!";

struct markup {
	const char *text;
	size_t len;
	const unsigned char *kept; /* see markdown_mark() */
};

static bool holds_kept(const struct markup *markup, size_t at, size_t end)
{
	return memchr(markup->kept + at, 1, end - at) != NULL;
}

static size_t count_sign(const char *text, size_t len, char sign)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++)
		count += text[i] == sign;
	return count;
}

static bool changes_signs(const char *old, size_t old_len, const char *fresh,
			  size_t len)
{
	for (const char *sign = signs; *sign; sign++)
		if (count_sign(old, old_len, *sign) !=
		    count_sign(fresh, len, *sign))
			return true;
	return false;
}

static bool is_space(const char *text, size_t len)
{
	len = skip_white_back(text, 0, len);
	return !len;
}

static bool is_sign(const struct markup *markup, size_t at)
{
	return markup->kept[at] ||
	       (markup->text[at] && strchr(flanking, markup->text[at]));
}

/* What is put in or taken out beside a sign may make it another one. */
static bool is_beside_sign(const struct markup *markup, const struct edit *edit)
{
	return (edit->at && is_sign(markup, edit->at - 1)) ||
	       (edit->end < markup->len && is_sign(markup, edit->end));
}

/* Whether more than the shape of marks or letters changes. */
static bool moves_space(const struct markup *markup, const struct edit *edit)
{
	return is_space(markup->text + edit->at, edit->end - edit->at) ||
	       is_space(edit->text, edit->len);
}

/* A quotation mark at text[at], or before it: straight or U+2018 to U+201F. */
static bool is_quote(const char *text, size_t len, size_t at)
{
	const unsigned char c = bytes_at(text, len, at);

	return c == '"' || c == '\'' ||
	       (bytes_begin(text, len, at, "\xE2\x80") &&
		bytes_at(text, len, at + 2) - 0x98u < 8);
}

static bool is_beside_quote(const struct markup *markup,
			    const struct edit *edit)
{
	return is_quote(markup->text, markup->len, edit->end) ||
	       (edit->at && is_quote(markup->text, edit->at, edit->at - 1)) ||
	       (edit->at > 2 && is_quote(markup->text, edit->at, edit->at - 3));
}

/* Whether a space comes where none was: at the end, or before all. */
static bool puts_space(const struct markup *markup, const struct edit *edit)
{
	const char *text = markup->text;

	return edit->len && ((edit->text[0] == ' ' && text[edit->at] != ' ') ||
			     (edit->text[edit->len - 1] == ' ' &&
			      text[edit->end - 1] != ' '));
}

/*
 * Prose about programs has names that seem run together ("net.Socket",
 * "isAlive", ".join()"), and strings: "at ", ''.
 */
static bool is_doubtful(const struct markup *markup, const struct edit *edit)
{
	if (edit->at == edit->end)
		return true;
	return puts_space(markup, edit) ||
	       (moves_space(markup, edit) && is_beside_quote(markup, edit)) ||
	       bytes_begin(markup->text, markup->len, edit->at, "''");
}

static bool changes_form(const struct markup *markup, const struct edit *edit)
{
	const char *old = markup->text + edit->at;

	return holds_kept(markup, edit->at, edit->end) ||
	       (edit->len && memchr(edit->text, '\n', edit->len)) ||
	       (moves_space(markup, edit) && is_beside_sign(markup, edit)) ||
	       changes_signs(old, edit->end - edit->at, edit->text, edit->len);
}

static bool keeps(const void *markup, struct edit *edit)
{
	return !changes_form(markup, edit) && !is_doubtful(markup, edit);
}

/* Whether a note is of words: of some, or of a place before one. */
static bool is_of_words(const void *context, const struct finding *note)
{
	const struct markup *markup = context;
	size_t at = note->at;

	while (at < note->end && markup->kept[at])
		at++;
	return at < note->end || note->at == note->end;
}

/* What takes text out is only reported, and what is doubtful. */
static bool is_report(const void *markup, const struct layer *layer,
		      const struct finding *finding)
{
	const struct edit *edits = layer->edits + finding->first_edit;

	for (size_t i = 0; i < finding->edit_count && !finding->stripped; i++)
		if (!is_doubtful(markup, &edits[i]) ||
		    changes_form(markup, &edits[i]))
			return false;
	return true;
}

bool keep_markup(struct pass *pass)
{
	unsigned char *kept = arena_alloc(pass->arena, pass->len + 1);
	const struct markup markup = { pass->text, pass->len, kept };
	const struct layer_filter filter = { &markup, is_report, keeps,
					     is_of_words };

	if (!kept)
		return false;
	memset(kept, 0, pass->len + 1);
	markdown_mark(pass->text, pass->len, kept);
	layer_filter(pass->layer, &filter);
	return true;
}
