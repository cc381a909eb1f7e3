/* Configuration files: named by --config, or found above a file. */
#include "cli/plans.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/config.h"

/* A .copydesk and what it makes of the command line. */
struct found {
	struct found *next;
	char *path;	    /* owned */
	struct buffer text; /* options point into it */
	struct options options;
	struct setup setup;
	struct plan plan;
	struct buffer error; /* empty: it is good */
	bool said;	     /* the error */
};

void plans_init(struct plans *plans, const struct options *options,
		const struct plan *plain)
{
	memset(plans, 0, sizeof(*plans));
	plans->options = options;
	plans->plain = *plain;
	plans->plain.fields = fields_or_text(&options->fields);
	plans->plain.fields_given = options->fields.count != 0;
	plans->plain.format = (enum format)options->format;
}

static void found_free(struct found *found)
{
	setup_release(&found->setup);
	options_release(&found->options);
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
}

/* The folder of a path, as written; free() it. */
static char *folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t len = slash ? (size_t)(slash - path) : 0;
	char *folder;

	if (slash == path)
		len = 1;
	folder = malloc(len + 2);
	if (!folder)
		return NULL;
	memcpy(folder, len ? path : ".", len ? len : 1);
	folder[len ? len : 1] = '\0';
	return folder;
}

static bool is_there(const char *path)
{
	struct stat info;

	return lstat(path, &info) == 0 && !S_ISDIR(info.st_mode);
}

/* Longer than any that someone wrote. */
#define CONFIG_MAX 65536

/*
 * Why a file that was found is not to be read; NULL: it is. What it holds is
 * quoted in messages, so a link must not lead out of its folder.
 */
static const char *find_fault(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *real = realpath(path, NULL);
	struct stat info;
	const char *fault = NULL;

	if (!real || stat(path, &info))
		fault = strerror(errno);
	else if (strncmp(real, path, (size_t)(slash - path) + 1) != 0)
		fault = "a symbolic link out of its folder is not followed";
	else if (!S_ISREG(info.st_mode))
		fault = "is not a file";
	else if (info.st_size > CONFIG_MAX)
		fault = "is longer than 64 KiB";
	free(real);
	return fault;
}

/* The .copydesk in `folder` or the nearest above it, or NULL; free() it. */
static char *find_config(const char *folder)
{
	static const char name[] = "/.copydesk";
	char *real = realpath(folder, NULL);
	char *path = real ? malloc(strlen(real) + sizeof(name)) : NULL;

	while (path) {
		char *slash;

		sprintf(path, "%s%s", real, name);
		if (is_there(path))
			break;
		slash = strrchr(real, '/');
		if (!slash) {
			free(path);
			path = NULL;
			break;
		}
		*slash = '\0';
	}
	free(real);
	return path;
}

/* Read it and make its desk; what is wrong goes to found->error. */
static void load(struct plans *plans, struct found *found)
{
	const char *fault = find_fault(found->path);
	struct buffer why;

	buffer_init(&why);
	if (fault) {
		buffer_printf(&found->error, " %s", fault);
	} else if (!read_whole(found->path, &found->text)) {
		buffer_add_text(&found->error, " cannot be read");
	} else if (memchr(found->text.bytes, '\0', found->text.len)) {
		buffer_add_text(&found->error, " holds a NUL byte");
	} else if (!buffer_text(&found->text) ||
		   !options_derive(&found->options, plans->options,
				   found->text.bytes, CONFIG_FOUND, &why)) {
		buffer_add(&found->error, why.bytes, why.len);
	} else if (!setup_desk(&found->setup, &found->options)) {
		buffer_add_text(&found->error, " see the message above");
	} else {
		found->plan = plans->plain;
		found->plan.desk = found->setup.desk;
		found->plan.fields = fields_or_text(&found->options.fields);
		found->plan.fields_given = found->options.fields.count != 0;
		found->plan.format = (enum format)found->options.format;
	}
	buffer_release(&why);
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
	load(plans, found);
	return found;
}

const struct plan *plans_choose(void *context, const char *path,
				struct buffer *why)
{
	struct plans *plans = context;
	char *folder, *config;

	if (plans->options->config || plans->options->no_config || !path)
		return &plans->plain;
	folder = folder_of(path);
	if (!folder) {
		buffer_add_text(why, "out of memory");
		return NULL;
	}
	if (!plans->folder || strcmp(plans->folder, folder)) {
		config = find_config(folder);
		plans->last = config ? look_up(plans, config) : NULL;
		free(plans->folder);
		plans->folder = folder;
	} else {
		free(folder);
	}
	if (!plans->last)
		return &plans->plain;
	if (!plans->last->error.len)
		return &plans->last->plan;
	/* It concerns all files below it, and is said once. */
	if (!plans->last->said)
		buffer_printf(why, "%s:%s", plans->last->path,
			      buffer_text(&plans->last->error));
	plans->last->said = true;
	return NULL;
}

bool plans_read_config(struct options *options, struct buffer *text)
{
	struct options derived;
	struct buffer why;
	bool good;

	if (!options->config)
		return true;
	if (!read_whole(options->config, text) || !buffer_text(text))
		return false;
	if (memchr(text->bytes, '\0', text->len)) {
		complain(options->config, "holds a NUL byte");
		return false;
	}
	buffer_init(&why);
	good = options_derive(&derived, options, text->bytes, CONFIG_NAMED,
			      &why);
	if (good) {
		derived.paths = options->paths;
		derived.path_count = options->path_count;
		derived.given = options->given;
		derived.given_count = options->given_count;
		buffer_release(&options->rules);
		fields_release(&options->fields);
		*options = derived;
	} else {
		fprintf(stderr, "copydesk: %s:%s\n", options->config,
			buffer_text(&why) ? why.bytes : "out of memory");
		options_release(&derived);
	}
	buffer_release(&why);
	return good;
}
