/* What a finding changes, on one line. */
#include "writer/shown_change.h"

#include <string.h>

#include "base/ascii.h"
#include "base/search.h"
#include "base/utf8.h"
#include "support/json.h"
#include "writer/shown.h"

/* Of either text; a headline's worth. */
#define COLUMNS 32
/* Changes of a finding that are shown as one text. */
#define TOGETHER 48

static bool takes_part(const struct cd_change *change,
		       const struct cd_rule *rule)
{
	for (size_t i = 0; i < change->rule_count; i++) {
		if (change->rules[i] == rule)
			return true;
	}
	return false;
}

static bool ends_before(const void *changes, size_t i, size_t off)
{
	return ((const struct cd_change *)changes)[i].end < off;
}

/* The first change that ends at `off` or later. */
static size_t first_change(const struct report_text *text, size_t off)
{
	return search_first(text->changes, text->change_count, off,
			    ends_before);
}

/* What is empty is at a finding that it touches; the rest has bytes of it. */
static bool is_at(const struct cd_change *change,
		  const struct cd_finding *finding)
{
	if (change->off == change->end || finding->off == finding->end)
		return change->off <= finding->end &&
		       change->end >= finding->off;
	return change->off < finding->end && change->end > finding->off;
}

static bool is_own(const struct cd_change *change,
		   const struct cd_finding *finding)
{
	return is_at(change, finding) && takes_part(change, finding->rule);
}

struct shown_changes shown_changes_of(const struct report_text *text,
				      const struct cd_finding *finding)
{
	struct shown_changes found = { 0 };

	for (size_t i = first_change(text, finding->off);
	     i < text->change_count && text->changes[i].off <= finding->end;
	     i++) {
		if (!is_own(&text->changes[i], finding))
			continue;
		if (!found.count++)
			found.from = i;
		found.end = i + 1;
	}
	return found;
}

size_t shown_next(const struct report_text *text,
		  const struct cd_finding *finding,
		  const struct shown_changes *own, size_t i)
{
	while (i < own->end && !is_own(&text->changes[i], finding))
		i++;
	return i;
}

/* What becomes of the source from the first to the last of the changes. */
static void add_new_text(struct buffer *out, struct cd_span source,
			 const struct cd_change *changes, size_t count)
{
	size_t at = changes[0].off;

	for (size_t i = 0; i < count; i++) {
		buffer_add(out, source.bytes + at, changes[i].off - at);
		buffer_add(out, changes[i].text.bytes, changes[i].text.len);
		at = changes[i].end;
	}
}

static bool is_blank(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (!ascii_is_space((unsigned char)text[i]))
			return false;
	}
	return true;
}

static void add_quoted(struct buffer *out, struct cd_span text)
{
	if (!text.len) {
		buffer_add_text(out, "nothing");
		return;
	}
	buffer_add_byte(out, '`');
	shown_short(out, text, COLUMNS);
	buffer_add_byte(out, '`');
}

static void add_rewrite(struct buffer *out, struct cd_span old,
			struct cd_span fresh)
{
	add_quoted(out, old);
	buffer_add_text(out, " -> ");
	add_quoted(out, fresh);
}

/*
 * Several changes as one, and white space with the code points beside it: it
 * says nothing alone. What is copied for it is short.
 */
static void add_together(struct buffer *out, struct cd_span source,
			 const struct cd_change *changes, size_t count)
{
	const size_t first = changes[0].off, last = changes[count - 1].end;
	size_t off = first, end = last;
	struct buffer fresh;

	if (is_blank(source.bytes + first, last - first)) {
		if (off)
			utf8_previous(source.bytes, &off);
		if (end < source.len)
			utf8_next(source.bytes, &end);
	}
	buffer_init(&fresh);
	buffer_add(&fresh, source.bytes + off, first - off);
	add_new_text(&fresh, source, changes, count);
	buffer_add(&fresh, source.bytes + last, end - last);
	add_rewrite(out, (struct cd_span){ source.bytes + off, end - off },
		    (struct cd_span){ fresh.bytes, fresh.len });
	out->failed |= fresh.failed;
	buffer_release(&fresh);
}

static void add_changes(struct buffer *out, struct cd_span source,
			const struct cd_change *changes, size_t count)
{
	const size_t len = changes[count - 1].end - changes[0].off;

	if (count > 1 || (len <= TOGETHER && changes[0].text.len <= TOGETHER))
		add_together(out, source, changes, count);
	else
		add_rewrite(
			out,
			(struct cd_span){ source.bytes + changes[0].off, len },
			changes[0].text);
}

void shown_rewrite(struct buffer *out, struct cd_span source,
		   const struct cd_change *change)
{
	add_changes(out, source, change, 1);
}

void shown_one_change(struct buffer *out, struct cd_span source,
		      const struct cd_change *change)
{
	shown_rewrite(out, source, change);
	if (change->confidence < 100)
		buffer_printf(out, " (%d%%)", change->confidence);
}

void shown_change(struct buffer *out, const struct report_place *place,
		  const struct cd_finding *finding)
{
	const struct report_text *text = place->text;
	struct shown_changes own = { 0 };
	const struct cd_change *first;
	size_t len;

	if (text)
		own = shown_changes_of(text, finding);
	if (!own.count)
		return;
	first = &text->changes[own.from];
	len = text->changes[own.end - 1].end - first->off;
	if (own.count > 1 && len <= TOGETHER) {
		add_changes(out, text->source, first, own.end - own.from);
		return;
	}
	shown_one_change(out, text->source, first);
	if (own.count > 1)
		buffer_printf(out, " and %zu more", own.count - 1);
}

void shown_message(struct buffer *out, const struct report_place *place,
		   const struct cd_finding *finding)
{
	const size_t from = out->len;

	buffer_add_text(out, finding->message);
	buffer_add_text(out, ": ");
	shown_change(out, place, finding);
	if (out->len == from + strlen(finding->message) + 2)
		out->len -= 2;
}

void shown_message_string(struct buffer *out, const struct report_place *place,
			  const struct cd_finding *finding)
{
	struct buffer message;

	buffer_init(&message);
	shown_message(&message, place, finding);
	json_string(out, message.bytes, message.len);
	out->failed |= message.failed;
	buffer_release(&message);
}
