/*
 * Being told to stop (SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, or SIGPIPE by
 * a reader who has gone) while files are half written: the work ends where it
 * is, temporary files are removed, and the program dies of the signal.
 */
#ifndef COPYDESK_SUPPORT_SIGNALS_H
#define COPYDESK_SUPPORT_SIGNALS_H

#include <signal.h>

/* The signal that came; 0: none. */
extern volatile sig_atomic_t stop_signal;

/* Heed the signals from now on; blocking reads are interrupted. */
void signals_watch(void);

/* Die of the signal that came; returns when none did. */
void signals_die(void);

#endif
