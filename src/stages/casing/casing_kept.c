/* Where the model's edits are not made, whatever it is sure of. */
#include "stages/casing/casing_kept.h"

#include <string.h>

#include "base/ascii.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "edit/foreign.h"
#include "edit/tally.h"
#include "stages/casing/cased_line.h"
#include "stages/casing/cased_mark.h"
#include "stages/casing/table_line.h"
#include "stages/other_language.h"
#include "text/fields.h"
#include "unicode/script.h"

/* "I", a word, says nothing of others, nor does the N of "rose N points". */
static bool is_capital(const struct pass *pass, size_t at)
{
	const unsigned char c = (unsigned char)pass->text[at];

	return ascii_is_upper(c) &&
	       ((at && ascii_is_alnum(pass_byte(pass, at - 1))) ||
		ascii_is_alnum(pass_byte(pass, at + 1)));
}

/*
 * Up to where the line that begins at `at` is left as it is: past its last
 * capital (a dateline, a head) where lines kept their case, and all of a
 * headline, of a line in another language, or of a table.
 */
static size_t kept_of_line(const struct casing_kept *kept, size_t at,
			   size_t end)
{
	if (line_is_other_language(kept->pass, at, end) ||
	    (kept->lowered && is_cased_headline(kept->pass, at, end)) ||
	    (kept->lowered && !kept->starts &&
	     is_cased_prose(kept->pass, at, end)) ||
	    (kept->capitals && is_cased_line(kept->pass, at, end)))
		return end + 1;
	if (kept->cased && is_table_line(kept->pass, at, end))
		return end;
	if (!kept->mixed)
		return at;
	/* nothing is put behind a head either */
	if (end > at && is_capital(kept->pass, end - 1))
		return end + 1;
	while (end > at && !is_capital(kept->pass, end - 1))
		end--;
	return end;
}

static bool is_kept(struct casing_kept *kept, size_t at)
{
	const struct pass *pass = kept->pass;

	while (at >= kept->next && kept->next < pass->len) {
		const size_t from = kept->next;
		const size_t end = bytes_line_end(pass->text, pass->len, from);

		kept->next = end + 1;
		kept->end = kept_of_line(kept, from, end);
	}
	return at < kept->end;
}

/* "(FRY.DE)": a share, where the domain is in capitals, too. */
static bool is_share(const struct casing_kept *kept,
		     const struct restore_edit *edit)
{
	const struct pass *pass = kept->pass;

	return pass->text[kept->names.at] == '(' && edit->len == 2 &&
	       pass_byte(pass, kept->base + edit->end) == ')';
}

/*
 * What a machine reads keeps its letters; but a site may be the name of a
 * company, "Ferry.com", of which the domain is small.
 */
static bool is_machine_name(struct casing_kept *kept,
			    const struct restore_edit *edit)
{
	const size_t at = kept->base + edit->at;

	if (!machine_name_holds(&kept->names, at, kept->base + edit->end))
		return false;
	switch (machine_name_site(&kept->names, at)) {
	case SITE_NAME:
		return false;
	case SITE_DOMAIN:
		return ascii_is_upper((unsigned char)edit->text[0]) &&
		       !is_share(kept, edit);
	default:
		return true;
	}
}

/* Words that the model does not know, nor how their letters change. */
static bool is_of_other_script(const struct pass *pass, size_t at, size_t end)
{
	while (at < end)
		if (script_is_not_latin(utf8_next(pass->text, &at)))
			return true;
	return false;
}

/* "-v", "--verbose", "[-n]": an option of a program is spelled as it is. */
static bool is_option(const struct pass *pass, size_t at)
{
	size_t dash = at;

	while (dash && at - dash < 2 && pass->text[dash - 1] == '-')
		dash--;
	if (dash == at || (dash && !strchr(" \t\n[(", pass->text[dash - 1])))
		return false;
	return at - dash == 2 || !ascii_is_alnum(pass_byte(pass, at + 1));
}

static bool is_label(const struct casing_kept *kept,
		     const struct restore_edit *edit)
{
	return kept->fields &&
	       field_is_word(kept->pass->text, kept->pass->len,
			     kept->base + edit->at, kept->base + edit->end);
}

/* A line that begins with a label is joined to none before it. */
static bool joins_label(const struct casing_kept *kept,
			const struct restore_edit *edit)
{
	const struct pass *pass = kept->pass;
	const size_t end = kept->base + edit->end;

	return kept->fields && pass_byte_before(pass, end) == '\n' &&
	       !memchr(edit->text, '\n', edit->len) &&
	       field_is_word(pass->text, pass->len, end, end);
}

/* Where the model read a digit for a sign, none is written. */
static bool writes_digit(const struct casing_kept *kept,
			 const struct restore_edit *edit)
{
	const struct pass *pass = kept->pass;

	return survey_saw(pass->survey, SEEN_HASH) &&
	       memchr(edit->text, MASKED_DIGIT, edit->len) &&
	       memchr(pass->text + kept->base + edit->at, '#',
		      edit->end - edit->at);
}

/* Where the text kept its case, some marks can be told to be none. */
static bool is_no_mark(const struct casing_kept *kept,
		       const struct restore_edit *edit)
{
	return kept->cased &&
	       is_no_cased_mark(kept->pass, kept->base + edit->at,
				kept->base + edit->end,
				(struct cased_mark){ edit->text, edit->len });
}

/* Where a sentence ends, or what is quoted in one: past its mark. */
static size_t sentence_end(const struct pass *pass, size_t at)
{
	static const char marks[] = ".!?\"\n";

	while (at < pass->len && !strchr(marks, pass->text[at]))
		at++;
	while (at < pass->len && strchr(marks, pass->text[at]))
		at++;
	return at;
}

/* A capital in what is quoted in another language, but for its first one. */
static bool is_foreign(struct casing_kept *kept, struct restore_edit *edit)
{
	const struct pass *pass = kept->pass;
	const size_t at = kept->base + edit->at;

	if (!kept->marked || edit->len != edit->end - edit->at)
		return false;
	while (at >= kept->said && kept->said < pass->len) {
		size_t from = kept->said;

		kept->said = sentence_end(pass, from);
		kept->foreign =
			foreign_sentence(pass->text + from, kept->said - from,
					 pass->settings->lists);
		while (from < kept->said &&
		       !ascii_is_alnum((unsigned char)pass->text[from]))
			from++;
		kept->first = from;
	}
	if (kept->foreign && at == kept->first) {
		edit->len = 1;
		edit->end = edit->at + 1;
	}
	return kept->foreign && at > kept->first;
}

/*
 * Whether a sentence begins there, of a text that lost no other capitals: then
 * no more than its first letter is changed.
 */
static bool begins_sentence(const struct casing_kept *kept,
			    struct restore_edit *edit)
{
	const char *text = kept->pass->text;
	const size_t at = kept->base + edit->at;
	size_t gap = at;

	while (gap && !ascii_is_alnum((unsigned char)text[gap - 1]))
		gap--;
	if (!ascii_is_lower(pass_byte(kept->pass, at)) || !edit->len ||
	    !ascii_is_upper((unsigned char)edit->text[0]) ||
	    !tally_gap_starts(text, gap, at))
		return false;
	edit->len = 1;
	edit->end = edit->at + 1;
	return true;
}

struct casing_kept casing_kept_begin(const struct pass *pass, size_t base,
				     uint32_t conditions)
{
	return (struct casing_kept){
		.pass = pass,
		.base = base,
		.said = base,
		.mixed = (conditions & CONDITION_CAPITALS_KEPT) != 0,
		.marked = conditions & CONDITION_LOWERCASED &&
			  !(conditions &
			    (CONDITION_MARKS_GONE | CONDITION_MARKS_SOME)),
		.starts = (conditions & CONDITION_STARTS) != 0,
		.lowered = (conditions & CONDITION_LOWERCASED) != 0,
		.cased = (conditions & CONDITION_QUOTES_LOST) != 0,
		.capitals = conditions & CONDITION_UPPERCASED &&
			    pass->survey->lower < pass->survey->upper,
		.fields = survey_saw(pass->survey, SEEN_TAB) ||
			  fields_have_bars(pass->text, pass->len),
		.names = { .text = pass->text, .len = pass->len },
	};
}

bool casing_keeps(struct casing_kept *kept, struct restore_edit *edit)
{
	const size_t at = kept->base + edit->at;

	return (kept->starts && !begins_sentence(kept, edit)) ||
	       is_kept(kept, at) || is_machine_name(kept, edit) ||
	       is_option(kept->pass, at) || is_label(kept, edit) ||
	       joins_label(kept, edit) || writes_digit(kept, edit) ||
	       is_no_mark(kept, edit) || is_foreign(kept, edit) ||
	       is_of_other_script(kept->pass, at, kept->base + edit->end);
}
