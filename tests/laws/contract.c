/* The laws of the contract. */
#include "laws/contract.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "edit/join_lines.h"

/* Leave the law that this is in, where a condition does not hold. */
#define HOLDS(condition)                                                       \
	do {                                                                   \
		if (!(condition))                                              \
			return #condition;                                     \
	} while (0)

const char *law_utf8(struct trial *trial)
{
	const struct cd_span text = cd_text(trial->result);

	HOLDS(utf8_valid_prefix(text.bytes, text.len) == text.len);
	return NULL;
}

const char *law_idempotent(struct trial *trial)
{
	const struct cd_span text = cd_text(trial->result);

	HOLDS(cd_run(trial->desk, text.bytes, text.len, &trial->again) ==
	      CD_OK);
	HOLDS(!cd_changed(trial->again));
	return NULL;
}

const char *law_letters(struct trial *trial)
{
	const struct cd_stripped *spans;
	enum cd_proof proof;
	size_t count, at;

	HOLDS(cd_stripped(trial->result, &spans, &count) == CD_OK);
	for (size_t i = 0; i < count; i++) {
		HOLDS(spans[i].off < spans[i].end);
		HOLDS(!i || spans[i - 1].end <= spans[i].off);
	}
	HOLDS(cd_verify(trial->desk, trial->text, cd_text(trial->result), spans,
			count, &proof, &at) == CD_OK);
	HOLDS(proof == CD_PROOF_HOLDS);
	return NULL;
}

const char *law_lines(struct trial *trial)
{
	HOLDS(!has_surplus_lines(trial->lines, cd_text(trial->result)) ||
	      has_surplus_lines(trial->lines, cd_source(trial->result)));
	return NULL;
}

static bool on_boundary(struct cd_span source, size_t off)
{
	return off == source.len ||
	       ((unsigned char)source.bytes[off] & 0xC0) != 0x80;
}

static const char *finding_lies_well(const struct cd_finding *f,
				     struct cd_span source)
{
	HOLDS(f->off <= f->end && f->end <= source.len);
	HOLDS(on_boundary(source, f->off));
	HOLDS(on_boundary(source, f->end));
	HOLDS(f->line >= 1 && f->col >= 1);
	for (size_t i = 0; i < f->edit_count; i++)
		HOLDS(f->edits[i].off <= f->edits[i].end &&
		      f->edits[i].end <= source.len);
	return NULL;
}

const char *law_places(struct trial *trial)
{
	const struct cd_finding *findings;
	size_t count, last = 0;

	HOLDS(cd_findings(trial->result, &findings, &count) == CD_OK);
	for (size_t i = 0; i < count; i++) {
		const char *broken = finding_lies_well(
			&findings[i], cd_source(trial->result));

		if (broken)
			return broken;
		HOLDS(findings[i].off >= last);
		last = findings[i].off;
	}
	return NULL;
}

static bool selects(const struct cd_desk *desk, const char *name)
{
	for (size_t i = 0; i < cd_rule_count(); i++) {
		if (!strcmp(cd_rule(i)->name, name))
			return cd_desk_selects(desk, cd_rule(i));
	}
	return false;
}

/* A text in another charset is read as such, whether or not a rule says so. */
static bool is_silently_decoded(const struct trial *trial)
{
	return cd_source(trial->result).bytes != trial->text.bytes &&
	       !selects(trial->desk, "encoding/charset");
}

const char *law_explained(struct trial *trial)
{
	const struct cd_span text = cd_text(trial->result);
	const struct cd_finding *findings;
	bool fixable = false;
	size_t count;

	HOLDS(cd_findings(trial->result, &findings, &count) == CD_OK);
	for (size_t i = 0; i < count; i++)
		fixable |= findings[i].fixable;
	if (!cd_lossy(trial->result) && !is_silently_decoded(trial))
		HOLDS(fixable == cd_changed(trial->result));
	if (!cd_changed(trial->result))
		HOLDS(text.len == 0 || text.bytes == trial->text.bytes);
	return NULL;
}

/* The source, with its changes made, is the text. */
const char *law_changes(struct trial *trial)
{
	const struct cd_span source = cd_source(trial->result);
	const struct cd_span text = cd_text(trial->result);
	const struct cd_change *changes;
	size_t count, off = 0, at = 0;

	HOLDS(cd_changes(trial->result, &changes, &count) == CD_OK);
	for (size_t i = 0; i < count; i++) {
		const struct cd_change *change = &changes[i];

		HOLDS(off <= change->off && change->off <= change->end);
		HOLDS(change->end <= source.len && change->rule_count);
		HOLDS(change->text.bytes ==
		      text.bytes + at + change->off - off);
		HOLDS(!memcmp(text.bytes + at, source.bytes + off,
			      change->off - off));
		at += change->off - off + change->text.len;
		off = change->end;
	}
	HOLDS(text.len - at == source.len - off);
	HOLDS(!memcmp(text.bytes + at, source.bytes + off, text.len - at));
	return NULL;
}

const char *law_calm(struct trial *trial)
{
	const struct cd_finding *findings;
	size_t count;

	HOLDS(cd_findings(trial->result, &findings, &count) == CD_OK);
	for (size_t i = 0; i < count; i++)
		HOLDS(strncmp(findings[i].rule->name, "internal/", 9) != 0);
	return NULL;
}

static void show_text(const char *what, struct cd_span text)
{
	fprintf(stderr, "--- %s\n%.*s\n", what, (int)text.len, text.bytes);
}

void trial_show(const struct trial *trial)
{
	const struct cd_finding *findings;
	size_t count;

	if (cd_findings(trial->result, &findings, &count) == CD_OK) {
		for (size_t i = 0; i < count; i++)
			fprintf(stderr, "%zu:%zu %s\n", findings[i].line,
				findings[i].col, findings[i].rule->name);
	}
	fprintf(stderr, "--- as a C string\n\"");
	for (size_t i = 0; i < trial->text.len; i++)
		fprintf(stderr, "\\%03o", (unsigned char)trial->text.bytes[i]);
	fprintf(stderr, "\"\n");
	show_text("the text", trial->text);
	show_text("becomes", cd_text(trial->result));
	if (trial->again && cd_changed(trial->again))
		show_text("and then", cd_text(trial->again));
}
