/* The program, but for what a process is: signals and its streams. */
#ifndef COPYDESK_CLI_RUN_H
#define COPYDESK_CLI_RUN_H

/* Do what the arguments say; the exit status. */
int run_arguments(int argc, char **argv);

#endif
