/* The pager. */
#include "cli/pager.h"

#include <errno.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/complain.h"
#include "support/signals.h"

extern char **environ;

/* The command for the shell; NULL: none is wanted. */
static const char *pager_command(void)
{
	const char *command = getenv("COPYDESK_PAGER");

	if (!command)
		command = getenv("PAGER");
	if (!command)
		command = "less";
	return *command && strcmp(command, "cat") ? command : NULL;
}

/* Start it, reading from `from`; `to` is not for it. 0, or an error. */
static int spawn(struct pager *pager, const char *command, int from, int to)
{
	char *const arguments[] = { "sh", "-c", (char *)command, NULL };
	posix_spawn_file_actions_t actions;
	int error = posix_spawn_file_actions_init(&actions);

	if (error)
		return error;
	error = posix_spawn_file_actions_adddup2(&actions, from, STDIN_FILENO);
	if (!error)
		error = posix_spawn_file_actions_addclose(&actions, from);
	if (!error)
		error = posix_spawn_file_actions_addclose(&actions, to);
	if (!error)
		error = posix_spawn(&pager->pid, "/bin/sh", &actions, NULL,
				    arguments, environ);
	posix_spawn_file_actions_destroy(&actions);
	return error;
}

void pager_start(struct pager *pager)
{
	const char *command = pager_command();
	int ends[2], error;

	pager->pid = 0;
	if (!isatty(STDOUT_FILENO) || !command || pipe(ends))
		return;
	/* Quit where all fits, keep colours, leave the screen: as git. */
	setenv("LESS", "FRX", 0);
	setenv("LV", "-c", 0);
	error = spawn(pager, command, ends[0], ends[1]);
	if (error) {
		complain(command, strerror(error));
		pager->pid = 0;
	} else {
		dup2(ends[1], STDOUT_FILENO);
		/* The terminal is the pager's until it ends. */
		signals_watch();
	}
	close(ends[0]);
	close(ends[1]);
}

void pager_finish(struct pager *pager)
{
	if (!pager->pid)
		return;
	while (waitpid(pager->pid, NULL, 0) < 0 && errno == EINTR)
		;
	pager->pid = 0;
}
