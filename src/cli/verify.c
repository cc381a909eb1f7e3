/* copydesk verify ORIGINAL CLEANED: prove that no letter was lost. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/command.h"
#include "cli/pair.h"

/* Two folders in work. */
struct trees {
	struct verify *verify;
	const char *there;  /* the one that is not walked */
	struct buffer path; /* of the file there */
};

static bool is_folder(const char *path)
{
	struct stat what;

	return stat(path, &what) == 0 && S_ISDIR(what.st_mode);
}

/* The path of the same file in the other folder; NULL: no memory. */
static const char *other_path(struct trees *trees, const char *relative)
{
	const size_t len = strlen(trees->there);

	buffer_reset(&trees->path);
	buffer_add_text(&trees->path, trees->there);
	if (len && trees->there[len - 1] != '/')
		buffer_add_byte(&trees->path, '/');
	buffer_add_text(&trees->path, relative);
	return buffer_text(&trees->path);
}

static bool is_missing(const char *path)
{
	struct stat what;

	return stat(path, &what) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

/* A file of the originals. */
static bool visit_original(void *context, const struct walk_file *file)
{
	struct trees *trees = context;
	struct verify *verify = trees->verify;
	const char *path = other_path(trees, file->relative);

	/* The other commands pass over it, too. */
	if (!file->named && plans_exclude(&verify->plans, file->path))
		return true;
	if (file->problem && file->harmless)
		complain(file->path, file->problem);
	else if (file->problem)
		verify_complain(verify, file->path, file->problem);
	else if (!path)
		verify_complain(verify, file->path, "out of memory");
	else
		verify_pair(verify, file, path);
	return true;
}

/* A file of the cleaned ones: it has an original. */
static bool visit_cleaned(void *context, const struct walk_file *file)
{
	struct trees *trees = context;
	const char *path = other_path(trees, file->relative);
	const struct broken added = { file->path, 1, 1,
				      "a file without an original" };

	if (!file->problem && path && is_missing(path))
		verify_broken(trees->verify, &added);
	return true;
}

static void walk_trees(struct trees *trees, const char *here, const char *there,
		       bool (*visit)(void *context,
				     const struct walk_file *file))
{
	const struct verify *verify = trees->verify;
	struct passed passed = { 0 };
	const struct walk walk = {
		.visit = visit,
		.context = trees,
		.choice = &verify->options->choice,
		.follow = verify->options->follow,
		.passed = &passed,
	};

	trees->there = there;
	walk_path(&walk, here);
}

static void verify_trees(struct verify *verify)
{
	char **paths = verify->options->paths;
	struct trees trees = { .verify = verify };

	verify->is_tree = true;
	buffer_init(&trees.path);
	walk_trees(&trees, paths[0], paths[1], visit_original);
	walk_trees(&trees, paths[1], paths[0], visit_cleaned);
	buffer_release(&trees.path);
	if (!verify->files && !verify->broken && !verify->trouble)
		verify_complain(verify, "nothing to read", "no file");
}

/* One is a folder: the other is a file, or is not there. */
static void refuse_mixed(struct verify *verify, const char *other)
{
	struct stat what;

	if (stat(other, &what) != 0)
		verify_complain(verify, other, strerror(errno));
	else
		verify_complain(verify, "verify",
				"name two files, or two folders");
}

static void verify_paths(struct verify *verify)
{
	char **paths = verify->options->paths;
	const struct walk_file original = {
		.path = paths[0],
		.relative = paths[0],
		.named = true,
	};

	if (is_folder(paths[0]) != is_folder(paths[1]))
		refuse_mixed(verify, paths[is_folder(paths[0])]);
	else if (is_folder(paths[0]))
		verify_trees(verify);
	else
		verify_pair(verify, &original, paths[1]);
}

static bool prepare(struct verify *verify)
{
	const struct options *options = verify->options;

	if (options->path_count != 2) {
		complain("verify",
			 "name two files or folders: ORIGINAL CLEANED");
		return false;
	}
	if (!strcmp(options->paths[0], "-") &&
	    !strcmp(options->paths[1], "-")) {
		complain("verify", "only one of the two is standard input");
		return false;
	}
	if (options->stripped &&
	    !listing_read(&verify->listing, options->stripped))
		return false;
	verify->spans =
		malloc((verify->listing.count + 1) * sizeof(*verify->spans));
	if (!verify->spans)
		complain("verify", "out of memory");
	return verify->spans != NULL;
}

static void release(struct verify *verify)
{
	plans_release(&verify->plans);
	listing_release(&verify->listing);
	free(verify->spans);
	record_finder_release(&verify->old_finder);
	record_finder_release(&verify->new_finder);
	buffer_release(&verify->old_text);
	buffer_release(&verify->new_text);
}

int command_verify(const struct options *options, const struct setup *setup)
{
	const struct plan plain = { .desk = setup->desk };
	struct verify verify = { .options = options };

	plans_init(&verify.plans, options, &plain);
	setup_reader(&verify.reader, options);
	if (prepare(&verify))
		verify_paths(&verify);
	else
		verify.trouble++;
	if (fflush(stdout))
		verify_complain(&verify, "standard output", strerror(errno));
	if (verify.lost && !options->stripped)
		complain("verify",
			 "what was stripped as boilerplate counts as lost: "
			 "see --stripped");
	if (verify.unlisted)
		complain(options->stripped,
			 "names none of the files that lost letters: verify "
			 "names them as the run did that wrote it");
	release(&verify);
	if (verify.trouble)
		return EXIT_TROUBLE;
	return verify.broken ? EXIT_FOUND : EXIT_CLEAN;
}
