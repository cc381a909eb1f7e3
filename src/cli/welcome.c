/* What to try first: four commands that work as they are shown, on the samples.
 */
#include "cli/welcome.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Where the samples are from the program's folder: as built, as installed. */
static const char *const places[] = {
	"/samples",
	"/../share/doc/copydesk/samples",
};

/* The program's folder; empty where the system does not say. */
static void find_program(char *path, size_t room)
{
	const ssize_t len = readlink("/proc/self/exe", path, room - 1);
	char *slash;

	path[len > 0 ? len : 0] = '\0';
	slash = strrchr(path, '/');
	if (slash)
		*slash = '\0';
}

/* The folder of the samples, by a short name where it has one. */
static bool find_samples(char *path, size_t room)
{
	char program[PATH_MAX];

	if (access("samples/page.txt", R_OK) == 0)
		return snprintf(path, room, "samples") > 0;
	find_program(program, sizeof(program));
	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
		char page[PATH_MAX];

		if (snprintf(path, room, "%s%s", program, places[i]) <
			    (int)room &&
		    snprintf(page, sizeof(page), "%s/page.txt", path) <
			    (int)sizeof(page) &&
		    access(page, R_OK) == 0)
			return *program;
	}
	return false;
}

/* "VERB FOLDER/FILE" */
static const struct {
	const char *verb, *file, *what;
} tries[] = {
	{ "", "/flat.txt", "an article, cleaned" },
	{ "diff ", "/page.txt", "what changes in a page" },
	{ "check ", "", "what is not clean, by place and rule" },
};

void welcome(void)
{
	const int verb_and_file = 14;
	char path[PATH_MAX];
	const bool found = find_samples(path, sizeof(path));
	const char *folder = found ? path : "FOLDER";
	const int width = verb_and_file + (int)strlen(folder);

	fputs("copydesk reads raw news articles and writes clean text. Try:\n",
	      stderr);
	for (size_t i = 0; i < sizeof(tries) / sizeof(*tries); i++) {
		const int used = (int)(strlen(tries[i].verb) + strlen(folder) +
				       strlen(tries[i].file));

		fprintf(stderr, "  copydesk %s%s%s%*s  %s\n", tries[i].verb,
			folder, tries[i].file, width - used, "", tries[i].what);
	}
	fprintf(stderr, "  copydesk %-*s  the commands, and how to use them\n",
		width, "help");
}
