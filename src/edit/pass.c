/* Passes: recording edits and findings. */
#include "edit/pass.h"

#include <assert.h>
#include <string.h>

bool pass_has_word(struct pass *pass, const char *word, size_t len)
{
	return article_words_hold(&pass->words, pass->arena, pass->text,
				  pass->len, word, len, &pass->failed);
}

bool settings_select(const struct settings *settings, unsigned rule)
{
	return settings->selected[rule / 64] >> rule % 64 & 1;
}

bool pass_selects(const struct pass *pass, unsigned rule)
{
	return settings_select(pass->settings, rule);
}

static size_t last_end(const struct layer *layer)
{
	return layer->edit_count ? layer->edits[layer->edit_count - 1].end : 0;
}

static void add_edit(struct pass *pass, const struct edit *edit)
{
	struct layer *layer = pass->layer;

	if (edit->at > edit->end || edit->end > pass->len ||
	    edit->at < last_end(layer)) {
		pass->failed = pass->misplaced = true;
		return;
	}
	if (edit->len == edit->end - edit->at &&
	    !memcmp(edit->text, pass->text + edit->at, edit->len))
		return;
	if (!array_grow(&layer->edits, &layer->edit_cap, layer->edit_count,
			sizeof(*edit))) {
		pass->failed = true;
		return;
	}
	layer->edits[layer->edit_count++] = *edit;
}

static struct finding *add_finding(struct pass *pass, unsigned rule, size_t at,
				   size_t end)
{
	struct layer *layer = pass->layer;
	struct finding *finding;

	if (!array_grow(&layer->findings, &layer->finding_cap,
			layer->finding_count, sizeof(*finding))) {
		pass->failed = true;
		return NULL;
	}
	finding = &layer->findings[layer->finding_count++];
	*finding = (struct finding){
		.at = (uint32_t)at,
		.end = (uint32_t)end,
		.first_edit = (uint32_t)layer->edit_count,
		.rule = (uint16_t)rule,
	};
	return finding;
}

void pass_begin(struct pass *pass, unsigned rule, size_t at, size_t end,
		const char *message)
{
	struct finding *finding;

	assert(pass_selects(pass, rule));
	if (pass->failed)
		return;
	finding = add_finding(pass, rule, at, end);
	if (finding)
		finding->message = message;
}

void pass_edit(struct pass *pass, size_t at, size_t end, const char *text,
	       size_t len, int confidence)
{
	const struct edit edit = {
		.at = (uint32_t)at,
		.end = (uint32_t)end,
		.text = text,
		.len = (uint32_t)len,
		.confidence = (uint32_t)confidence,
	};

	if (!pass->failed)
		add_edit(pass, &edit);
}

void pass_say(struct pass *pass, const char *message)
{
	struct layer *layer = pass->layer;
	const char *copy = NULL;

	if (pass->failed)
		return;
	if (message)
		copy = arena_copy(pass->arena, message, strlen(message));
	if (copy)
		layer->findings[layer->finding_count - 1].message = copy;
	else
		pass->failed = true;
}

void pass_end(struct pass *pass)
{
	struct layer *layer = pass->layer;
	struct finding *finding;

	if (pass->failed)
		return;
	finding = &layer->findings[layer->finding_count - 1];
	finding->edit_count = (uint32_t)layer->edit_count - finding->first_edit;
	if (!finding->edit_count)
		layer->finding_count--;
}

/* The last finding, where it is of this rule and ends at `at`; or NULL. */
static struct finding *finding_before(const struct pass *pass, unsigned rule,
				      size_t at)
{
	const struct layer *layer = pass->layer;
	struct finding *last;

	if (!layer->finding_count)
		return NULL;
	last = &layer->findings[layer->finding_count - 1];
	return last->rule == rule && last->end == at && last->at < at &&
			       !last->stripped
		       ? last
		       : NULL;
}

void pass_replace(struct pass *pass, unsigned rule, size_t at, size_t end,
		  const char *text, size_t len)
{
	if (pass->failed || !pass_selects(pass, rule))
		return;
	pass_begin(pass, rule, at, end, NULL);
	pass_edit(pass, at, end, text, len, 100);
	pass_end(pass);
}

void pass_put(struct pass *pass, unsigned rule, size_t at, size_t end,
	      const char *text)
{
	pass_replace(pass, rule, at, end, text, strlen(text));
}

const char *pass_copy(struct pass *pass, const char *bytes, size_t len)
{
	const char *copy = len ? arena_copy(pass->arena, bytes, len) : "";

	if (copy)
		return copy;
	pass->failed = true;
	return "";
}

void pass_put_point(struct pass *pass, unsigned rule, size_t at, size_t end,
		    uint32_t point)
{
	char bytes[UTF8_MAX];
	const size_t len = utf8_encode(point, bytes);

	pass_replace(pass, rule, at, end, pass_copy(pass, bytes, len), len);
}

void pass_delete(struct pass *pass, unsigned rule, size_t at, size_t end)
{
	pass_replace(pass, rule, at, end, "", 0);
}

/* Whether the last finding, a deletion, took the span up. */
static bool extend_deletion(struct pass *pass, unsigned rule, size_t at,
			    size_t end)
{
	struct finding *last = finding_before(pass, rule, at);
	struct edit *edit;

	if (!last || last->edit_count != 1 || end > pass->len)
		return false;
	edit = &pass->layer->edits[last->first_edit];
	if (edit->len || edit->end != at || last->message)
		return false;
	last->end = edit->end = (uint32_t)end;
	return true;
}

void pass_delete_run(struct pass *pass, unsigned rule, size_t at, size_t end)
{
	if (pass->failed || !pass_selects(pass, rule))
		return;
	if (!extend_deletion(pass, rule, at, end))
		pass_delete(pass, rule, at, end);
}

void pass_strip(struct pass *pass, unsigned rule, size_t at, size_t end)
{
	pass_strip_to(pass, rule, at, end, "");
}

void pass_strip_to(struct pass *pass, unsigned rule, size_t at, size_t end,
		   const char *space)
{
	struct layer *layer = pass->layer;
	const size_t before = layer->finding_count;

	pass_put(pass, rule, at, end, space);
	if (!pass->failed && layer->finding_count > before)
		layer->findings[before].stripped = 1;
}

void pass_strip_unsure(struct pass *pass, const struct strip *strip)
{
	struct layer *layer = pass->layer;
	const size_t before = layer->finding_count;

	if (pass->failed || !pass_selects(pass, strip->rule))
		return;
	pass_begin(pass, strip->rule, strip->at, strip->end, NULL);
	pass_edit(pass, strip->at, strip->end, "", 0, strip->confidence);
	pass_end(pass);
	if (!pass->failed && layer->finding_count > before)
		layer->findings[before].stripped = 1;
}

void pass_note(struct pass *pass, unsigned rule, size_t at, size_t end,
	       const char *message)
{
	struct finding *finding;

	if (pass->failed || !pass_selects(pass, rule))
		return;
	finding = finding_before(pass, rule, at);
	if (finding && !finding->edit_count && finding->message == message) {
		finding->end = (uint32_t)end;
		return;
	}
	finding = add_finding(pass, rule, at, end);
	if (finding)
		finding->message = message;
}
