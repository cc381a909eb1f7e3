/* Desks: options checked, rules chosen, data opened. */
#include "desk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#include "base/utf8.h"
#include "lang/lang.h"
#include "stages/boilerplate/built_in.h"
#include "stages/boilerplate/line_scorer.h"
#include "stages/boilerplate/rules_file.h"
#include "stages/select.h"
#include "stages/stage.h"
#include "unicode/locales.h"
#include "unicode/version.h"
#include "restore/model.h"

#define VERSION "0.2.0"

static const char *const status_texts[] = {
	[CD_OK] = "no error",
	[CD_NOMEM] = "out of memory",
	[CD_USAGE] = "option not known",
	[CD_DATA] = "data file is damaged",
	[CD_TOO_LONG] = "article is too long",
	[CD_INTERNAL] = "internal error",
};

const char *cd_status_text(enum cd_status status)
{
	const size_t count = sizeof(status_texts) / sizeof(*status_texts);

	return (size_t)status < count ? status_texts[status] : "unknown error";
}

const char *cd_version(void)
{
	return VERSION;
}

size_t cd_rule_count(void)
{
	return RULE_COUNT;
}

const struct cd_rule *cd_rule(size_t index)
{
	return index < RULE_COUNT ? &rule_table[index] : NULL;
}

const struct cd_rule *cd_rule_find(const char *name)
{
	for (size_t i = 0; name && i < RULE_COUNT; i++) {
		if (!strcmp(rule_table[i].name, name))
			return &rule_table[i];
	}
	return NULL;
}

bool cd_desk_selects(const struct cd_desk *desk, const struct cd_rule *rule)
{
	/* The caller's may be a copy of the table's. */
	const bool own = rule >= rule_table && rule < rule_table + RULE_COUNT;
	const struct cd_rule *row = own	   ? rule
				    : rule ? cd_rule_find(rule->name)
					   : NULL;

	return desk && row &&
	       settings_select(&desk->settings, (unsigned)(row - rule_table));
}

const char *cd_language(size_t index)
{
	return language_code(index);
}

const char *cd_desk_error(const struct cd_desk *desk)
{
	return desk ? desk->error : cd_status_text(CD_NOMEM);
}

const char *cd_desk_version(const struct cd_desk *desk)
{
	return desk ? desk->version : "";
}

/* Values that a cast, or a binding of another language, may bring. */
static enum cd_status choose_styles(struct cd_desk *desk,
				    const struct cd_options *options)
{
	const struct {
		const char *name;
		unsigned value, most;
	} styles[] = {
		{ "quotes", (unsigned)options->quotes, CD_QUOTES_KEEP },
		{ "casing", (unsigned)options->casing, CD_CASING_NEVER },
		{ "dashes", (unsigned)options->dashes, CD_DASHES_TYPOGRAPHIC },
	};

	for (size_t i = 0; i < sizeof(styles) / sizeof(styles[0]); i++) {
		if (styles[i].value <= styles[i].most)
			continue;
		snprintf(desk->error, sizeof(desk->error),
			 "no such value of %s: %u", styles[i].name,
			 styles[i].value);
		return CD_USAGE;
	}
	desk->settings.quotes = options->quotes;
	desk->settings.casing = options->casing;
	desk->settings.dashes = options->dashes;
	return CD_OK;
}

static enum cd_status choose_rules(struct cd_desk *desk, const char *terms)
{
	const char *bad;
	size_t len;

	if (select_rules(&desk->settings, terms, &bad, &len))
		return CD_OK;
	snprintf(desk->error, sizeof(desk->error),
		 "no such rule or stage: %.*s", (int)(len < 100 ? len : 100),
		 bad);
	return CD_USAGE;
}

static enum cd_status choose_language(struct cd_desk *desk, const char *tag)
{
	const char *near;

	desk->settings.lang = lang_find(tag);
	if (*desk->settings.lang->name || language_is_known(tag))
		return CD_OK;
	near = language_near(tag);
	snprintf(desk->error, sizeof(desk->error),
		 "no such language: %.40s%s%s%s", tag,
		 near ? ": did you mean " : "", near ? near : "",
		 near ? "?" : "");
	return CD_USAGE;
}

static enum cd_status choose_leasts(struct cd_desk *desk, const char *terms)
{
	const char *bad;
	size_t len;

	desk->settings.leasts = &desk->leasts;
	if (restore_leasts_read(&desk->leasts, terms, &bad, &len))
		return CD_OK;
	snprintf(desk->error, sizeof(desk->error),
		 "no confidence of 0 to 100 percent, such as 50 or quotes=50: "
		 "%.*s",
		 (int)(len < 100 ? len : 100), bad);
	return CD_USAGE;
}

/* The caller's model, or the language's; none where nothing is restored. */
static enum cd_status open_model(struct cd_desk *desk,
				 const struct cd_options *options)
{
	const struct lang_file *own = &desk->settings.lang->restore;
	const void *bytes = options->model;
	const size_t len = options->model_len;
	struct restore_model *model = NULL;
	enum cd_status status;

	if (bytes)
		status = restore_model_open(bytes, len, &model, desk->error,
					    sizeof(desk->error));
	else if (own->bytes && !options->no_model)
		status = restore_model_attach(
			own->bytes, (size_t)(own->end - own->bytes), &model,
			desk->error, sizeof(desk->error));
	else
		return CD_OK;
	desk->settings.model = model;
	return status;
}

static enum cd_status open_scorer(struct cd_desk *desk,
				  const struct cd_options *options)
{
	const struct lang_file *file = &desk->settings.lang->scorer;
	struct line_scorer *scorer = NULL;
	enum cd_status status = CD_OK;

	if (file->bytes)
		status = line_scorer_open(
			file->bytes, (size_t)(file->end - file->bytes), &scorer,
			desk->error, sizeof(desk->error));
	desk->settings.scorer = scorer;
	desk->settings.scorer_mode =
		options->boilerplate_recall ? SCORER_RECALL : SCORER_PRECISE;
	return status;
}

/* The user's rules, without a byte order mark; empty: none. */
static struct cd_span user_rules(const struct cd_options *options)
{
	struct cd_span rules = { options->boilerplate,
				 options->boilerplate_len };
	size_t mark;

	if (!rules.bytes)
		rules.len = 0;
	mark = utf8_mark(rules.bytes, rules.len);
	if (mark) {
		rules.bytes += mark;
		rules.len -= mark;
	}
	return rules;
}

/* Letters of another charset, or NULs, would make patterns that match nothing.
 */
static enum cd_status check_rules(struct cd_desk *desk, struct cd_span rules)
{
	const size_t valid = rules.len <= CD_ARTICLE_MAX
				     ? utf8_valid_prefix(rules.bytes, rules.len)
				     : 0;
	const size_t good = valid ? strnlen(rules.bytes, valid) : 0;

	if (good == rules.len)
		return CD_OK;
	if (rules.len > CD_ARTICLE_MAX)
		snprintf(desk->error, sizeof(desk->error),
			 "boilerplate rules:1: longer than an article");
	else
		snprintf(desk->error, sizeof(desk->error),
			 "boilerplate rules:%zu: not UTF-8 text",
			 utf8_count_lines(rules.bytes, good) + 1);
	return CD_DATA;
}

/* The tables that are compiled in, or those of the files and the user's rules.
 */
static enum cd_status open_rules(struct cd_desk *desk,
				 const struct cd_options *options)
{
	const struct cd_span rules = user_rules(options);
	struct settings *settings = &desk->settings;
	enum cd_status status = check_rules(desk, rules);

	if (status != CD_OK)
		return status;
	if (!rules.len)
		settings->strip = strip_rules_built_in(settings->lang);
	if (settings->strip)
		return CD_OK;
	status =
		strip_rules_new(settings->lang, rules.bytes, rules.len,
				&desk->strip, desk->error, sizeof(desk->error));
	settings->strip = desk->strip;
	return status;
}

static enum cd_status open_data(struct cd_desk *desk,
				const struct cd_options *options)
{
	struct settings *settings = &desk->settings;
	const struct lang_file *lists;
	enum cd_status status;

	settings->marks = options->lang && !language_is_open(options->lang)
				  ? &desk->marks
				  : NULL;
	settings->lists = &desk->lists;
	lists = &settings->lang->lists;
	if (!word_lists_read(&desk->lists, lists->bytes,
			     (size_t)(lists->end - lists->bytes)))
		return CD_NOMEM;
	status = quote_marks_for(options->lang, &desk->marks);
	if (status != CD_OK)
		return status;
	status = open_rules(desk, options);
	if (status == CD_OK)
		status = open_scorer(desk, options);
	return status == CD_OK ? open_model(desk, options) : status;
}

/* `hash` of the file's bytes, too; a missing one changes nothing. */
static uint64_t hash_file(const struct lang_file *file, uint64_t hash)
{
	return file->bytes
		       ? XXH3_64bits_withSeed(file->bytes,
					      (size_t)(file->end - file->bytes),
					      hash)
		       : hash;
}

static uint64_t hash_rules(const struct settings *settings)
{
	uint64_t hash =
		XXH3_64bits(settings->selected, sizeof(settings->selected));

	for (size_t i = 0; i < RULE_COUNT; i++)
		hash = XXH3_64bits_withSeed(rule_table[i].name,
					    strlen(rule_table[i].name), hash);
	hash = hash_file(&settings->lang->boilerplate, hash);
	hash = hash_file(&settings->lang->scorer, hash);
	return hash_file(&settings->lang->lists, hash);
}

static void write_version(struct cd_desk *desk)
{
	const struct restore_model *model = desk->settings.model;
	char icu[UNICODE_VERSION_MAX], unicode[UNICODE_VERSION_MAX];

	unicode_versions(icu, unicode);
	snprintf(desk->version, sizeof(desk->version),
		 "copydesk " VERSION " (ICU %s, Unicode %s, rules %016llx, "
		 "model %s)",
		 icu, unicode, (unsigned long long)hash_rules(&desk->settings),
		 model ? restore_model_hash(model) : "none");
}

/* Another desk with all that this one has; NULL: no memory. */
static struct cd_desk *copy_desk(const struct cd_desk *desk)
{
	struct cd_desk *copy = malloc(sizeof(*copy));

	if (copy) {
		*copy = *desk;
		copy->markdown = NULL;
		memset(copy->keeping, 0, sizeof(copy->keeping));
	}
	return copy;
}

/* The same for Markdown: what takes it apart does not run. */
static enum cd_status add_markdown(struct cd_desk *desk)
{
	struct cd_desk *copy = copy_desk(desk);
	struct settings *settings;

	if (!copy)
		return CD_NOMEM;
	settings = &copy->settings;
	settings->markdown = settings->no_model = true;
	for (size_t i = 0; i < stage_count; i++) {
		const uint64_t others = ~((uint64_t)1 << i);

		if (!stages[i]->unmarks)
			continue;
		settings->decoding &= others;
		settings->mending &= others;
		settings->reporting &= others;
	}
	desk->markdown = copy;
	return CD_OK;
}

/* The same for texts that keep their lines. */
static enum cd_status add_keeping(struct cd_desk *desk)
{
	struct cd_desk *copies[CD_LINES_COUNT] = { NULL };
	bool failed = false;

	for (int lines = CD_LINES_FREE + 1; lines < CD_LINES_COUNT; lines++) {
		copies[lines] = copy_desk(desk);
		if (copies[lines])
			copies[lines]->settings.lines = (enum cd_lines)lines;
		failed |= !copies[lines];
	}
	memcpy(desk->keeping, copies, sizeof(copies));
	return failed ? CD_NOMEM : CD_OK;
}

const struct cd_desk *cd_desk_markdown(const struct cd_desk *desk)
{
	return desk && desk->markdown ? desk->markdown : desk;
}

const struct cd_desk *cd_desk_lines(const struct cd_desk *desk,
				    enum cd_lines lines)
{
	return desk && (unsigned)lines < CD_LINES_COUNT && desk->keeping[lines]
		       ? desk->keeping[lines]
		       : desk;
}

/* One line of UTF-8, whatever stands in the value that it quotes. */
static void tidy_error(char *error)
{
	const size_t len = strlen(error);

	for (size_t at = 0; at < len; at++) {
		at += utf8_valid_prefix(error + at, len - at);
		if (at < len)
			error[at] = '?';
	}
	for (size_t at = 0; at < len; at++) {
		if ((unsigned char)error[at] < ' ' || error[at] == 0x7F)
			error[at] = '?';
	}
}

enum cd_status cd_desk_new(const struct cd_options *options,
			   struct cd_desk **desk)
{
	static const struct cd_options defaults;
	enum cd_status status;

	if (!options)
		options = &defaults;
	*desk = calloc(1, sizeof(**desk));
	if (!*desk)
		return CD_NOMEM;
	(*desk)->settings.no_model = options->no_model;
	status = choose_styles(*desk, options);
	if (status == CD_OK)
		status = choose_rules(*desk, options->rules);
	if (status == CD_OK)
		status = choose_language(*desk,
					 options->lang ? options->lang : "en");
	if (status == CD_OK)
		status = choose_leasts(*desk, options->min_confidence);
	if (status == CD_OK)
		status = open_data(*desk, options);
	if (status == CD_OK) {
		(*desk)->ready = true;
		write_version(*desk);
		status = add_keeping(*desk);
		if (status == CD_OK)
			status = add_markdown(*desk);
	} else {
		tidy_error((*desk)->error);
	}
	if (status == CD_NOMEM) {
		cd_desk_free(*desk);
		*desk = NULL;
	}
	return status;
}

void cd_desk_free(struct cd_desk *desk)
{
	if (!desk)
		return;
	free(desk->markdown);
	for (int lines = 0; lines < CD_LINES_COUNT; lines++)
		free(desk->keeping[lines]);
	strip_rules_free(desk->strip);
	line_scorer_free((struct line_scorer *)desk->settings.scorer);
	restore_model_free((struct restore_model *)desk->settings.model);
	word_lists_release(&desk->lists);
	free(desk);
}
