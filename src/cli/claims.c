/* Names of an archive's members. */
#include "cli/claims.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

struct claim {
	dev_t device; /* of the file, or of its archive */
	ino_t inode;
	bool is_member; /* of one */
	char name[];
};

static int by_name(const void *a, const void *b)
{
	const struct claim *one = a, *other = b;

	return strcmp(one->name, other->name);
}

static bool is_same_archive(const struct claim *a, const struct claim *b)
{
	return a->is_member && b->is_member && a->device == b->device &&
	       a->inode == b->inode;
}

static bool is_folder(const struct file *file)
{
	return file->member && !member_is_file(file->member) &&
	       !member_link(file->member);
}

const char *claims_take(struct claims *claims, const struct file *file)
{
	const char *name =
		file->member ? member_path(file->member) : file->relative;
	struct claim *claim, **node;
	bool clashes;

	if (is_folder(file))
		return NULL;
	while (!strncmp(name, "./", 2))
		name += 2;
	claim = malloc(sizeof(*claim) + strlen(name) + 1);
	if (!claim)
		return "out of memory";
	*claim = (struct claim){ file->device, file->inode,
				 file->member != NULL };
	strcpy(claim->name, name);
	node = tsearch(claim, &claims->tree, by_name);
	if (node && *node == claim)
		return NULL;
	clashes = node && !is_same_archive(*node, claim);
	free(claim);
	if (!node)
		return "out of memory";
	return clashes ? "another input has its name in the archive" : NULL;
}

void claims_release(struct claims *claims)
{
	while (claims->tree) {
		struct claim *claim = *(struct claim **)claims->tree;

		tdelete(claim, &claims->tree, by_name);
		free(claim);
	}
}
