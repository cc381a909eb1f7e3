/*
 * The program, many times in one process. The sanitizers make each start of it
 * dear (a tenth of a second), and the scripts of tests/cli start it thousands
 * of times: there they ask this program, by way of tests/cli/lib. A leak is
 * told when it ends, a descriptor that a run leaves open at once.
 *
 * usage: serve REQUESTS ANSWERS (two FIFOs)
 *
 * A request is a list of strings, each ended by NUL: the folder, the umask, how
 * many arguments there are, these, the environment, and an empty string. The
 * answer is a line with the exit status. Standard input is the file `in` of the
 * folder, or nothing; the others go to its files `out` and `err`.
 */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/run.h"

#define STRINGS_MAX 4096
#define DESCRIPTORS_LOOKED_AT 256
#define EXIT_BROKEN 98

extern char **environ;

struct request {
	char *folder;
	mode_t mask;
	int argc;
	char *argv[STRINGS_MAX];
	char *env[STRINGS_MAX];
};

static _Noreturn void broken(const char *what)
{
	fprintf(stderr, "serve: %s: %s\n", what, strerror(errno));
	exit(EXIT_BROKEN);
}

/* The next string of the requests, to be freed; NULL at their end. */
static char *next_string(FILE *requests)
{
	char *text = NULL;
	size_t size = 0;

	if (getdelim(&text, &size, '\0', requests) > 0)
		return text;
	free(text);
	return NULL;
}

static long next_number(FILE *requests, int base)
{
	char *text = next_string(requests);
	const long number = text ? strtol(text, NULL, base) : -1;

	free(text);
	return number;
}

/* false: there are no more. */
static bool read_request(struct request *request, FILE *requests)
{
	size_t n = 0;

	*request = (struct request){ .folder = next_string(requests) };
	if (!request->folder)
		return false;
	request->mask = (mode_t)next_number(requests, 8);
	request->argc = 1 + (int)next_number(requests, 10);
	if (request->argc < 1 || request->argc >= STRINGS_MAX)
		broken("arguments");
	request->argv[0] = strdup("copydesk");
	for (int i = 1; i < request->argc; i++)
		request->argv[i] = next_string(requests);
	while (n + 1 < STRINGS_MAX &&
	       (request->env[n] = next_string(requests)) && *request->env[n])
		n++;
	free(request->env[n]);
	request->env[n] = NULL;
	return true;
}

static void free_request(struct request *request)
{
	for (int i = 0; i < request->argc; i++)
		free(request->argv[i]);
	for (size_t i = 0; request->env[i]; i++)
		free(request->env[i]);
	free(request->folder);
}

static void become(int fd, int wanted)
{
	if (fd < 0 || dup2(fd, wanted) < 0)
		broken("a stream");
	if (fd != wanted)
		close(fd);
}

static void open_streams(void)
{
	const int flags = O_WRONLY | O_CREAT | O_TRUNC;
	const int in = open("in", O_RDONLY);

	become(in >= 0 ? in : open("/dev/null", O_RDONLY), STDIN_FILENO);
	become(open("out", flags, 0666), STDOUT_FILENO);
	become(open("err", flags, 0666), STDERR_FILENO);
	/* What the run before left unread. */
	__fpurge(stdin);
	clearerr(stdin);
}

static int count_descriptors(void)
{
	int n = 0;

	for (int fd = 0; fd < DESCRIPTORS_LOOKED_AT; fd++)
		n += fcntl(fd, F_GETFD) >= 0;
	return n;
}

static int serve(struct request *request)
{
	int open_before;
	int status;

	if (chdir(request->folder) != 0)
		broken(request->folder);
	umask(request->mask);
	environ = request->env;
	open_streams();
	open_before = count_descriptors();
	optind = 0; /* getopt_long() begins anew */
	status = run_arguments(request->argc, request->argv);
	fflush(NULL);
	environ = NULL;
	if (count_descriptors() <= open_before)
		return status;
	dprintf(STDERR_FILENO, "serve: a descriptor was left open\n");
	return EXIT_BROKEN;
}

int main(int argc, char **argv)
{
	FILE *requests = argc == 3 ? fopen(argv[1], "re") : NULL;
	FILE *answers = requests ? fopen(argv[2], "we") : NULL;
	const int said = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
	struct request *request = malloc(sizeof *request);

	if (!answers || said < 0 || !request)
		broken("usage: serve REQUESTS ANSWERS");
	signal(SIGXFSZ, SIG_IGN);
	while (read_request(request, requests)) {
		const int status = serve(request);

		free_request(request);
		if (fprintf(answers, "%d\n", status) < 0 ||
		    fflush(answers) != 0)
			broken("an answer");
	}
	free(request);
	fclose(requests);
	fclose(answers);
	/* What leaks is told where the script's own messages go. */
	return dup2(said, STDERR_FILENO) < 0 ? EXIT_BROKEN : EXIT_SUCCESS;
}
