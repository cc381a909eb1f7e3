/* Two files, opened and looked at. */
#include "cli/pair.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/table.h"

/* As the other commands look at a file. */
static enum look look(struct pair *pair)
{
	struct verify *verify = pair->verify;
	const struct look_options options = {
		.nul_separates = verify->reader.separator == SEPARATOR_NUL,
		.separates = options_given(verify->options, "separator"),
		.headless = options_given(verify->options, "no-header"),
	};
	struct file *file = pair->old.file;
	const struct plan *plan;
	struct buffer why;
	enum look found = LOOK_TROUBLE;

	buffer_init(&why);
	plan = plans_choose(&verify->plans,
			    strcmp(file->path, "-") ? file->path : NULL, &why);
	if (plan) {
		file_plan(file, plan, verify->reader.separator);
		found = look_at(&options, file, &pair->old.input, &why);
	}
	if (found != LOOK_READ && found != LOOK_ARCHIVE &&
	    (why.len || why.failed || plan))
		complain(file->name,
			 buffer_text(&why) ? why.bytes : "out of memory");
	verify->trouble += found == LOOK_TROUBLE;
	buffer_release(&why);
	return found;
}

static struct input_options input_of(const struct verify *verify,
				     const char *charset)
{
	return (struct input_options){
		.charset = charset,
		.nul_separates = verify->reader.separator == SEPARATOR_NUL,
	};
}

static bool is_missing(const char *path)
{
	struct stat what;

	return strcmp(path, "-") != 0 && stat(path, &what) != 0 &&
	       (errno == ENOENT || errno == ENOTDIR);
}

/* The cleaned file; of a folder it is the proof that fails where it is not. */
static bool open_cleaned(struct pair *pair, const struct walk_file *original,
			 const char *path)
{
	const struct broken missing = { path, 1, 1, "the file is missing" };
	const struct walk_file file = {
		.path = path,
		.relative = original->relative,
		.named = original->named,
	};

	if (pair->verify->is_tree && is_missing(path)) {
		verify_broken(pair->verify, &missing);
		return false;
	}
	if (side_open(&pair->fresh, &file, input_of(pair->verify, NULL)))
		return true;
	pair->verify->trouble++;
	return false;
}

void verify_pair(struct verify *verify, const struct walk_file *original,
		 const char *cleaned)
{
	struct pair pair = { .verify = verify };
	enum look found = LOOK_LEAVE;

	if (side_open(&pair.old, original,
		      input_of(verify, verify->options->from_code)))
		found = look(&pair);
	else
		verify->trouble++;
	if ((found == LOOK_READ || found == LOOK_ARCHIVE) &&
	    open_cleaned(&pair, original, cleaned)) {
		if (found == LOOK_ARCHIVE)
			pair_members(&pair);
		else
			pair_prove(&pair);
	}
	side_close(&pair.old);
	side_close(&pair.fresh);
}
