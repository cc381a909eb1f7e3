/* What to try first. */
#ifndef COPYDESK_CLI_WELCOME_H
#define COPYDESK_CLI_WELCOME_H

/* For a person at a terminal who named nothing: to standard error. */
void welcome(void);

#endif
