/*
 * Addresses of the web, e-mail addresses and handles in a text.
 */
#ifndef COPYDESK_BOILERPLATE_ADDRESS_H
#define COPYDESK_BOILERPLATE_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

/* What may be one, read once though it may hold many words; 0 at first. */
struct address_run {
	size_t end; /* where it ends */
	size_t dot; /* behind its last period; its front where it has none */
	bool mail, host;
};

/*
 * Whether one begins at text[at]: its end, and in *flag what it is (TOKEN_URL
 * and so on); 0 when there is none. `run` is kept while a text is read from
 * front to end.
 */
size_t address_at(const char *text, size_t at, size_t end,
		  struct address_run *run, unsigned *flag);

#endif
