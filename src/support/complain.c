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
	complain_lines(&message);
	buffer_release(&message);
}

/* Parts of a line would say something else. */
void complain_lines(const struct buffer *lines)
{
	if (lines->failed)
		fputs("copydesk: out of memory\n", stderr);
	else if (lines->len)
		fwrite(lines->bytes, 1, lines->len, stderr);
}

void complain_to(struct buffer *out, const char *name, const char *what)
{
	buffer_add_text(out, "copydesk: ");
	quote_name(out, name);
	buffer_add_text(out, ": ");
	quote_message(out, what);
	buffer_add_byte(out, '\n');
}
