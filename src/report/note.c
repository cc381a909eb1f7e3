/* Notes about articles. */
#include "report/note.h"

#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#include "base/utf8.h"
#include "report/excerpt.h"
#include "support/json.h"

#define OPENING_MAX 90
#define GROUP_MAX 80
#define STRIPPED_MAX 200

/* A cut of `text` between two characters. */
static struct cd_span cut(struct cd_span text, size_t most)
{
	if (text.len > most) {
		text.len = most;
		while (text.len && utf8_is_trail(text.bytes[text.len]))
			text.len--;
	}
	return text;
}

static struct cd_span trim(struct cd_span text)
{
	while (text.len && (unsigned char)text.bytes[0] <= ' ') {
		text.bytes++;
		text.len--;
	}
	while (text.len && (unsigned char)text.bytes[text.len - 1] <= ' ')
		text.len--;
	return text;
}

static uint32_t count_words(struct cd_span text)
{
	uint32_t words = 0;
	bool within = false;

	for (size_t i = 0; i < text.len; i++) {
		const bool space = (unsigned char)text.bytes[i] <= ' ';

		words += !space && !within;
		within = !space;
	}
	return words;
}

static enum article_class class_of(const struct cd_rule *rule)
{
	static const enum article_class classes[] = {
		[CD_FIX] = CLASS_FIXED,
		[CD_RESTORE] = CLASS_RESTORED,
		[CD_STRIP] = CLASS_STRIPPED,
		[CD_NOTE] = CLASS_NOTED,
	};

	return classes[rule->kind];
}

static void count_findings(struct note *note, const struct cd_finding *findings,
			   size_t count)
{
	note->class = CLASS_CLEAN;
	note->findings = (uint32_t)count;
	for (size_t i = 0; i < count; i++) {
		const struct cd_rule *rule = findings[i].rule;
		const size_t index = (size_t)(rule - cd_rule(0));

		if (class_of(rule) < note->class)
			note->class = class_of(rule);
		note->edits += findings[i].edit_count
				       ? (uint32_t)findings[i].edit_count
				       : 1;
		if (index < TALLY_RULES)
			note->rules[index]++;
	}
}

/* The record's member, a string or a number; what JSON makes of a string is in
 * `into`. */
static struct cd_span find_group(const struct note_taker *taker,
				 const struct worker *worker,
				 const struct piece *piece, struct buffer *into)
{
	const char *record = worker->chunk->text.bytes + piece->at;
	struct json_search search = { .paths = &taker->group, .path_count = 1 };
	struct json_value value = { .kind = JSON_OTHER };

	if ((worker->chunk->format == FORMAT_JSONL ||
	     worker->chunk->format == FORMAT_JSON) &&
	    json_search(record, piece->len, &search) && search.count)
		value = search.values[0];
	free(search.values);
	if (value.kind == JSON_STRING)
		json_unescape(record + value.at, value.len, into);
	else
		buffer_add(into, record + value.at, value.len);
	return cut((struct cd_span){ into->bytes, into->len }, GROUP_MAX);
}

/* One stripped span as lines: rule, length and text of each. */
static void add_lines(struct buffer *out, const struct cd_stripped *span)
{
	const char *at = span->text.bytes, *end = at + span->text.len;

	while (at < end) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		const uint32_t rule = (uint32_t)(span->rule - cd_rule(0));
		struct cd_span line;
		uint32_t len;

		stop = stop ? stop : end;
		line = cut(trim((struct cd_span){ at, (size_t)(stop - at) }),
			   STRIPPED_MAX);
		len = (uint32_t)line.len;
		at = stop + 1;
		if (!len)
			continue;
		buffer_add(out, (const char *)&rule, sizeof(rule));
		buffer_add(out, (const char *)&len, sizeof(len));
		buffer_add(out, line.bytes, len);
	}
}

bool note_line(const struct note *note, size_t *at, struct note_line *line)
{
	uint32_t rule, len;

	if (*at >= note->spans.len)
		return false;
	memcpy(&rule, note->spans.bytes + *at, sizeof(rule));
	memcpy(&len, note->spans.bytes + *at + sizeof(rule), sizeof(len));
	*at += sizeof(rule) + sizeof(len);
	line->rule = rule;
	line->text = (struct cd_span){ note->spans.bytes + *at, len };
	*at += len;
	return true;
}

static void add_stripped(struct worker *worker, struct note *note)
{
	struct buffer *notes = &worker->outcome->notes;
	const size_t from = notes->len;
	const struct cd_stripped *spans;
	size_t count;

	if (cd_stripped(worker->result, &spans, &count) != CD_OK)
		notes->failed = true;
	for (size_t i = 0; i < count; i++) {
		note->stripped_words += count_words(spans[i].text);
		add_lines(notes, &spans[i]);
	}
	note->spans.len = notes->len - from;
}

static void add_parts(struct worker *worker, struct note *note)
{
	struct buffer *notes = &worker->outcome->notes;
	const size_t from = notes->len;
	const struct cd_change *changes;
	size_t count;

	if (cd_changes(worker->result, &changes, &count) != CD_OK)
		notes->failed = true;
	if (count)
		excerpt_write(notes, cd_source(worker->result), changes, count);
	note->parts.len = notes->len - from;
}

static void look(const struct inspector *inspector, struct worker *worker,
		 const struct piece *piece)
{
	const struct note_taker *taker = (const struct note_taker *)inspector;
	const struct cd_span source = cd_source(worker->result);
	struct buffer *notes = &worker->outcome->notes, group;
	const struct cd_finding *findings;
	const size_t from = notes->len;
	struct note note = {
		.draw = XXH3_64bits(source.bytes, source.len),
		.record = piece->record,
		.line = piece->line,
		.words = count_words(source),
		.conditions = cd_conditions(worker->result),
		.goes_on = piece->base != 0,
		.opening = cut(trim(source), OPENING_MAX),
		.text = cd_text(worker->result),
	};
	size_t count;

	if (cd_findings(worker->result, &findings, &count) != CD_OK)
		notes->failed = true;
	count_findings(&note, findings, count);
	buffer_init(&group);
	note.group = find_group(taker, worker, piece, &group);
	buffer_add(notes, (const char *)&note, sizeof(note));
	buffer_add(notes, note.group.bytes, note.group.len);
	buffer_add(notes, note.opening.bytes, note.opening.len);
	add_parts(worker, &note);
	add_stripped(worker, &note);
	buffer_add(notes, note.text.bytes, note.text.len);
	/* now with the lengths of what follows it */
	if (!notes->failed)
		memcpy(notes->bytes + from, &note, sizeof(note));
	notes->failed |= group.failed;
	buffer_release(&group);
}

bool note_taker_init(struct note_taker *taker, const char *group,
		     const char **why)
{
	*taker = (struct note_taker){ .inspector.look = look };
	return json_path_init(&taker->group, group, why);
}

void note_taker_release(struct note_taker *taker)
{
	json_path_release(&taker->group);
}

static void point_to(struct cd_span *span, const struct buffer *notes,
		     size_t *at)
{
	span->bytes = notes->bytes + *at;
	*at += span->len;
}

bool note_next(const struct buffer *notes, size_t *at, struct note *note)
{
	if (*at + sizeof(*note) > notes->len)
		return false;
	memcpy(note, notes->bytes + *at, sizeof(*note));
	*at += sizeof(*note);
	point_to(&note->group, notes, at);
	point_to(&note->opening, notes, at);
	point_to(&note->parts, notes, at);
	point_to(&note->spans, notes, at);
	point_to(&note->text, notes, at);
	return true;
}
