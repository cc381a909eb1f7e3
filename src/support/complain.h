/* Messages on standard error. */
#ifndef COPYDESK_SUPPORT_COMPLAIN_H
#define COPYDESK_SUPPORT_COMPLAIN_H

/* "copydesk: NAME: what" to standard error. */
void complain(const char *name, const char *what);

#endif
