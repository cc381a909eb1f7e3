/* A clock that nobody sets: for lengths of time. */
#ifndef COPYDESK_SUPPORT_CLOCK_H
#define COPYDESK_SUPPORT_CLOCK_H

double clock_seconds(void);

#endif
