/* Messages on standard error. */
#include "support/complain.h"

#include <stdio.h>

#include "support/quote.h"
#include "support/signals.h"

void complain(const char *name, const char *what)
{
	struct buffer message;

	/* What fails now fails because of the signal, which says it all. */
	if (stop_signal)
		return;
	buffer_init(&message);
	complain_to(&message, name, what);
	if (message.failed)
		fputs("copydesk: out of memory\n", stderr);
	fwrite(message.bytes, 1, message.len, stderr);
	buffer_release(&message);
}

void complain_to(struct buffer *out, const char *name, const char *what)
{
	buffer_add_text(out, "copydesk: ");
	quote_name(out, name);
	buffer_printf(out, ": %s\n", what);
}
