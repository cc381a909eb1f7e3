/* Configuration files: named by --config, or found above a file. */
#include "cli/plans.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#include "cli/config.h"
#include "cli/find_config.h"
#include "support/complain.h"
#include "support/quote.h"

/* What a .copydesk makes of the command line where some sections hold. */
struct variant {
	struct variant *next;
	uint64_t sections;
	struct buffer text; /* options point into it */
	struct options options;
	struct setup setup;
	struct plan plan;
};

/* A .copydesk. */
struct found {
	struct found *next;
	char *path;		  /* owned */
	struct buffer text;	  /* as it was read */
	struct variant *variants; /* owned: the last is that of no section */
	struct buffer error;	  /* empty: it is good */
	bool said;		  /* the error */
};

/* Whether no rule is on that would change a text; some notes always are. */
static bool is_silent(const struct cd_desk *desk)
{
	for (size_t i = 0; i < cd_rule_count(); i++) {
		if (cd_rule(i)->kind != CD_NOTE &&
		    cd_desk_selects(desk, cd_rule(i)))
			return false;
	}
	return true;
}

void plans_init(struct plans *plans, const struct options *options,
		const struct plan *plain)
{
	memset(plans, 0, sizeof(*plans));
	plans->options = options;
	plans->plain = *plain;
	plans->plain.fields = fields_or_text(&options->fields);
	plans->plain.fields_source = options_fields_source(options);
	plans->plain.no_header = options->no_header;
	plans->plain.format = (enum format)options->format;
	plans->plain.ignored = options->ignored;
	plans->plain.ignored_count = options->ignored_count;
	plans->plain.silent = is_silent(plain->desk);
}

static void variant_free(struct variant *variant)
{
	setup_release(&variant->setup);
	options_release(&variant->options);
	buffer_release(&variant->text);
	free(variant);
}

static void found_free(struct found *found)
{
	while (found->variants) {
		struct variant *next = found->variants->next;

		variant_free(found->variants);
		found->variants = next;
	}
	buffer_release(&found->text);
	buffer_release(&found->error);
	free(found->path);
	free(found);
}

void plans_release(struct plans *plans)
{
	while (plans->found) {
		struct found *next = plans->found->next;

		found_free(plans->found);
		plans->found = next;
	}
	free(plans->folder);
	buffer_release(&plans->within);
	buffer_release(&plans->name);
}

/* Read it; what is wrong goes to found->error. */
static void read_found(struct found *found)
{
	const char *fault = config_fault(found->path);
	struct buffer why;

	buffer_init(&why);
	if (fault)
		buffer_add_text(&why, fault);
	else if (read_named(found->path, AS_CONFIG, &found->text, &why) &&
		 !buffer_text(&found->text))
		buffer_add_text(&why, "out of memory");
	if (why.len || why.failed)
		buffer_printf(&found->error, " %s",
			      buffer_text(&why) ? why.bytes : "out of memory");
	buffer_release(&why);
}

/* Of all that holds: of the rules and models it names, too, by the desk. */
static uint64_t hash_config(const struct found *found,
			    const struct variant *variant)
{
	const char *version = cd_desk_version(variant->setup.desk);
	const uint64_t hash = XXH3_64bits_withSeed(
		version, strlen(version),
		XXH3_64bits_withSeed(found->text.bytes, found->text.len,
				     variant->sections));

	return hash ? hash : 1;
}

static struct plan plan_of(const struct plans *plans, const struct found *found,
			   const struct variant *variant)
{
	const struct options *options = &variant->options;
	struct plan plan = plans->plain;

	plan.desk = variant->setup.desk;
	plan.config = hash_config(found, variant);
	plan.fields = fields_or_text(&options->fields);
	plan.fields_source = options_fields_source(options);
	plan.no_header = options->no_header;
	plan.format = (enum format)options->format;
	plan.fail_level = (enum cd_severity)options->fail_level;
	plan.ignored = options->ignored;
	plan.ignored_count = options->ignored_count;
	plan.silent = is_silent(plan.desk);
	return plan;
}

/* Make options, desk and plan; false: found->error says why not. */
static bool make_variant(struct plans *plans, struct found *found,
			 struct variant *variant)
{
	struct config config = { .source = CONFIG_FOUND,
				 .sections = variant->sections };
	struct buffer why;
	bool good = false;

	buffer_init(&why);
	buffer_add(&variant->text, found->text.bytes, found->text.len);
	config.text = (char *)buffer_text(&variant->text);
	if (!config.text)
		buffer_add_text(&found->error, " out of memory");
	else if (!options_derive(&variant->options, plans->options, &config,
				 &why))
		buffer_add(&found->error, why.bytes, why.len);
	else if (!setup_desk(&variant->setup, &variant->options))
		buffer_add_text(&found->error, " see the message above");
	else
		good = true;
	if (good)
		variant->plan = plan_of(plans, found, variant);
	buffer_release(&why);
	return good;
}

/* What holds with these sections; NULL: found->error says why nothing does. */
static struct variant *variant_of(struct plans *plans, struct found *found,
				  uint64_t sections)
{
	struct variant *variant;

	for (variant = found->variants; variant; variant = variant->next) {
		if (variant->sections == sections)
			return variant;
	}
	variant = calloc(1, sizeof(*variant));
	if (!variant) {
		buffer_add_text(&found->error, " out of memory");
		return NULL;
	}
	variant->sections = sections;
	if (!make_variant(plans, found, variant)) {
		variant_free(variant);
		return NULL;
	}
	variant->next = found->variants;
	found->variants = variant;
	return variant;
}

/* What is known of the configuration file `path` (owned). */
static struct found *look_up(struct plans *plans, char *path)
{
	struct found *found;

	for (found = plans->found; found; found = found->next) {
		if (!strcmp(found->path, path)) {
			free(path);
			return found;
		}
	}
	found = calloc(1, sizeof(*found));
	if (!found) {
		free(path);
		return NULL;
	}
	found->path = path;
	found->next = plans->found;
	plans->found = found;
	read_found(found);
	/* All sections: what is wrong in one is said at once. */
	if (!found->error.len && variant_of(plans, found, UINT64_MAX))
		variant_of(plans, found, 0);
	return found;
}

/* What was found for the folder of `path`: plans->last. False: no memory. */
static bool enter_folder(struct plans *plans, const char *path)
{
	char *folder = config_folder(path), *config;

	if (!folder)
		return false;
	if (plans->folder && !strcmp(plans->folder, folder)) {
		free(folder);
		return true;
	}
	config = config_find(folder, &plans->within);
	plans->last = config ? look_up(plans, config) : NULL;
	free(plans->folder);
	plans->folder = folder;
	return !plans->within.failed;
}

/* The file's path below the folder of what was found; NULL: no memory. */
static const char *name_within(struct plans *plans, const char *path)
{
	const char *slash = strrchr(path, '/');

	buffer_reset(&plans->name);
	buffer_add(&plans->name, plans->within.bytes, plans->within.len);
	buffer_add_text(&plans->name, slash ? slash + 1 : path);
	return buffer_text(&plans->name);
}

/* The sections of what was found that hold for the file. */
static uint64_t sections_for(struct plans *plans, const char *path)
{
	const struct found *found = plans->last;
	const char *name = name_within(plans, path);
	struct buffer text;
	uint64_t sections = 0;

	if (!name || !memchr(found->text.bytes, '[', found->text.len))
		return 0;
	buffer_init(&text);
	buffer_add(&text, found->text.bytes, found->text.len);
	if (buffer_text(&text))
		sections = config_sections(text.bytes, name);
	buffer_release(&text);
	return sections;
}

static bool reads_found(const struct plans *plans, const char *path)
{
	return path && !plans->options->config && !plans->options->no_config;
}

/* "PATH:LINE: what is wrong": the file may be of a stranger's repository. */
static void add_error(struct buffer *out, const char *path,
		      struct buffer *error)
{
	const char *text = buffer_text(error);

	quote_name(out, path);
	buffer_add_byte(out, ':');
	quote_message(out, text ? text : " out of memory");
}

/*
 * What holds for the file: *variant, NULL where nothing was found. False: `why`
 * says what is wrong.
 */
static bool find_variant(struct plans *plans, const char *path,
			 struct variant **variant, struct buffer *why)
{
	struct found *found;

	*variant = NULL;
	if (!reads_found(plans, path))
		return true;
	if (!enter_folder(plans, path)) {
		buffer_add_text(why, "out of memory");
		return false;
	}
	found = plans->last;
	if (!found)
		return true;
	if (!found->error.len)
		*variant = variant_of(plans, found, sections_for(plans, path));
	if (*variant)
		return true;
	/* It concerns all files below it, and is said once. */
	if (!found->said)
		add_error(why, found->path, &found->error);
	found->said = true;
	return false;
}

const struct plan *plans_choose(void *context, const char *path,
				struct buffer *why)
{
	struct plans *plans = context;
	struct variant *variant;

	if (!find_variant(plans, path, &variant, why))
		return NULL;
	return variant ? &variant->plan : &plans->plain;
}

/*
 * Whether one of the patterns is that of the path or of a folder on it. The
 * last `others` are the command line's, which the walk knows.
 */
static bool excludes(const struct choice_list *list, size_t others, char *path)
{
	for (char *at = path;;) {
		char *slash = strchr(at, '/');

		if (slash)
			*slash = '\0';
		for (size_t i = 0; i + others < list->count; i++) {
			if (choice_matches(list->items[i], path))
				return true;
		}
		if (!slash)
			return false;
		*slash = '/';
		at = slash + 1;
	}
}

bool plans_exclude(void *context, const char *path)
{
	struct plans *plans = context;
	const struct variant *variant;
	const char *name;

	if (!reads_found(plans, path) || !enter_folder(plans, path) ||
	    !plans->last || plans->last->error.len)
		return false;
	variant = variant_of(plans, plans->last, 0);
	name = name_within(plans, path);
	return variant && name &&
	       excludes(&variant->options.choice.exclude,
			plans->options->choice.exclude.count,
			plans->name.bytes);
}

const struct options *plans_options(struct plans *plans, const char *path,
				    const char **config, struct buffer *why)
{
	struct variant *variant;

	*config = NULL;
	if (!find_variant(plans, path, &variant, why))
		return NULL;
	if (!variant)
		return plans->options;
	*config = plans->last->path;
	return &variant->options;
}

bool plans_read_config(struct options *options, struct buffer *text)
{
	struct config config = { .source = CONFIG_NAMED };
	struct options derived;
	struct buffer why, line;
	bool good;

	if (!options->config)
		return true;
	if (!read_whole(options->config, AS_CONFIG, text) || !buffer_text(text))
		return false;
	buffer_init(&why);
	config.text = text->bytes;
	good = options_derive(&derived, options, &config, &why);
	if (good) {
		derived.paths = options->paths;
		derived.path_count = options->path_count;
		derived.given = options->given;
		derived.given_count = options->given_count;
		buffer_release(&options->rules);
		free(options->ignored);
		fields_release(&options->fields);
		*options = derived;
	} else {
		buffer_init(&line);
		buffer_add_text(&line, "copydesk: ");
		add_error(&line, options->config, &why);
		buffer_add_byte(&line, '\n');
		complain_lines(&line);
		buffer_release(&line);
		options_release(&derived);
	}
	buffer_release(&why);
	return good;
}
