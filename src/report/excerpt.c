/* Excerpts of articles. */
#include "report/excerpt.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "batch/worker.h"
#include "report/inert.h"

/* Bytes of one excerpt; of what stays on each side of a change; of a change. */
#define EXCERPT_MAX 4000
#define CHANGE_COST 24 /* what a change weighs beside its text */
#define AROUND 220
#define CHANGE_MAX 480
#define WORD_MAX 24

struct excerpt {
	struct buffer *out;
	struct cd_span source;
	const struct cd_change *changes;
	size_t count;
	size_t off;   /* of the source, written */
	size_t spent; /* bytes written */
	size_t parts;
};

/* A change with the word around it. */
struct piece_of_text {
	size_t first, last; /* changes [first, last) */
	size_t off, end;    /* source bytes */
};

/* The next place at or after `at` where a character begins. */
static size_t next_character(struct cd_span text, size_t at)
{
	while (at < text.len && utf8_is_trail(text.bytes[at]))
		at++;
	return at;
}

/* The same of a word, if one begins soon. */
static size_t next_word(struct cd_span text, size_t at)
{
	size_t word = at;

	while (word && word < text.len && word < at + WORD_MAX &&
	       !ascii_is_space((unsigned char)text.bytes[word - 1]))
		word++;
	return next_character(text, word < at + WORD_MAX ? word : at);
}

static void add_part(struct excerpt *e)
{
	if (e->parts++)
		buffer_add_byte(e->out, ',');
}

static void add_text(struct excerpt *e, size_t off, size_t end)
{
	if (off == end)
		return;
	add_part(e);
	inert_string(e->out, e->source.bytes + off, end - off);
	e->spent += end - off;
}

static void add_gap(struct excerpt *e, size_t bytes)
{
	add_part(e);
	buffer_printf(e->out, "%zu", bytes);
}

/* What stays, up to `end`: whole, or its ends. */
static void add_kept(struct excerpt *e, size_t end)
{
	const size_t from = e->off;
	size_t head = from ? from + AROUND : 0;
	size_t tail = end > AROUND ? end - AROUND : 0;

	if (end == e->source.len)
		tail = end;
	head = next_word(e->source, head);
	tail = next_word(e->source, tail);
	if (head + AROUND >= tail) {
		add_text(e, from, end);
	} else {
		add_text(e, from, head);
		add_gap(e, tail - head);
		add_text(e, tail, end);
	}
	e->off = end;
}

/* Restored words are shown whole; a single letter says nothing. */
static bool is_of_a_word(const struct cd_change *change)
{
	for (size_t i = 0; i < change->rule_count; i++)
		if (change->rules[i]->kind == CD_RESTORE)
			return true;
	return false;
}

static bool is_letter(char c)
{
	return ascii_is_letter((unsigned char)c) || (unsigned char)c >= 0x80;
}

static void widen(const struct excerpt *e, struct piece_of_text *p)
{
	const char *text = e->source.bytes;
	const size_t limit =
		p->last < e->count ? e->changes[p->last].off : e->source.len;

	if (p->off == p->end)
		return;
	while (p->off > e->off && is_letter(text[p->off]) &&
	       is_letter(text[p->off - 1]))
		p->off--;
	while (p->end < limit && is_letter(text[p->end - 1]) &&
	       is_letter(text[p->end]))
		p->end++;
}

/* The changes from `first` on that are to be shown as one. */
static struct piece_of_text gather(const struct excerpt *e, size_t first)
{
	struct piece_of_text p = {
		.first = first,
		.last = first + 1,
		.off = e->changes[first].off,
		.end = e->changes[first].end,
	};

	if (!is_of_a_word(&e->changes[first]))
		return p;
	widen(e, &p);
	while (p.last < e->count && e->changes[p.last].off == p.end &&
	       is_of_a_word(&e->changes[p.last])) {
		p.end = e->changes[p.last++].end;
		widen(e, &p);
	}
	return p;
}

/* A string of at most CHANGE_MAX bytes, and dots for the rest. */
static void add_side(struct excerpt *e, struct cd_span text)
{
	struct buffer cut;
	size_t end = text.len;

	if (text.len > CHANGE_MAX)
		end = next_character(text, CHANGE_MAX);
	buffer_init(&cut);
	buffer_add(&cut, text.bytes, end);
	buffer_add_text(&cut, end < text.len ? " \xE2\x80\xA6" : "");
	inert_string(e->out, cut.bytes, cut.len);
	e->out->failed |= cut.failed;
	e->spent += cut.len;
	buffer_release(&cut);
}

/* The new text of a piece. */
static void add_new(struct excerpt *e, const struct piece_of_text *p)
{
	struct buffer text;
	size_t off = p->off;

	buffer_init(&text);
	for (size_t i = p->first; i < p->last; i++) {
		const struct cd_change *change = &e->changes[i];

		buffer_add(&text, e->source.bytes + off, change->off - off);
		buffer_add(&text, change->text.bytes, change->text.len);
		off = change->end;
	}
	buffer_add(&text, e->source.bytes + off, p->end - off);
	e->out->failed |= text.failed;
	add_side(e, (struct cd_span){ text.bytes, text.len });
	buffer_release(&text);
}

/* The places of its rules in the table, each once. */
static void add_rules(struct excerpt *e, const struct piece_of_text *p)
{
	bool named[TALLY_RULES] = { false };
	const char *comma = "";

	buffer_add_text(e->out, ",[");
	for (size_t i = p->first; i < p->last; i++)
		for (size_t k = 0; k < e->changes[i].rule_count; k++) {
			const size_t rule =
				(size_t)(e->changes[i].rules[k] - cd_rule(0));

			if (rule >= TALLY_RULES || named[rule])
				continue;
			named[rule] = true;
			buffer_printf(e->out, "%s%zu", comma, rule);
			comma = ",";
		}
	buffer_add_byte(e->out, ']');
}

static void add_change(struct excerpt *e, const struct piece_of_text *p)
{
	int confidence = 100;

	for (size_t i = p->first; i < p->last; i++)
		if (e->changes[i].confidence < confidence)
			confidence = e->changes[i].confidence;
	add_part(e);
	buffer_add_byte(e->out, '[');
	add_side(e,
		 (struct cd_span){ e->source.bytes + p->off, p->end - p->off });
	buffer_add_byte(e->out, ',');
	add_new(e, p);
	add_rules(e, p);
	buffer_printf(e->out, ",%d]", confidence);
	e->spent += CHANGE_COST;
	e->off = p->end;
}

void excerpt_write(struct buffer *out, struct cd_span source,
		   const struct cd_change *changes, size_t count)
{
	struct excerpt e = {
		.out = out,
		.source = source,
		.changes = changes,
		.count = count,
	};
	size_t next = 0;

	buffer_add_byte(out, '[');
	while (next < count && e.spent < EXCERPT_MAX) {
		const struct piece_of_text p = gather(&e, next);

		add_kept(&e, p.off);
		add_change(&e, &p);
		next = p.last;
	}
	if (next < count)
		add_gap(&e, source.len - e.off);
	else
		add_kept(&e, source.len);
	buffer_add_byte(out, ']');
}
