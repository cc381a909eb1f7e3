/* Commands of TeX. */
#include "stages/encoding/tex.h"

#include <string.h>

#include "base/ascii.h"
#include "stages/encoding/backslash.h"

#define COMMAND_MAX 16 /* bytes of a name */

/* Names of TeX that begin as an escape does. */
static const char *const commands[] = {
	"nabla", "neq",	  "newcommand", "newline",  "notin",  "rangle",
	"rceil", "ref",	  "rfloor",	"rho",	    "right",  "rightarrow",
	"tau",	 "text",  "textbf",	"textit",   "textrm", "tfrac",
	"theta", "tilde", "times",	"triangle",
};

static bool is_listed(const char *word, size_t len)
{
	for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++)
		if (bytes_are(word, len, commands[i]))
			return true;
	return false;
}

/*
 * "sold.\par" at a line's end, where blanks go, too: RTF has the command.
 */
static bool is_paragraph(const struct pass *pass, size_t at, size_t len)
{
	size_t end = at + len;

	if (!bytes_are(pass->text + at, len, "par"))
		return false;
	if (pass_byte(pass, end) == '\\')
		return true;
	while (end < pass->len && pass->text[end] != '\n' &&
	       backslash_after(pass, end) <= ' ')
		utf8_next(pass->text, &end);
	return end == pass->len || pass->text[end] == '\n';
}

/*
 * "\frac{", "{\quad", "$\theta$", "\par" at a line's end: no line of a wire is
 * before it.
 */
bool tex_is_command(const struct pass *pass, size_t at)
{
	const unsigned before = pass_byte_before(pass, at);
	size_t len = 0;
	unsigned after;

	while (len < COMMAND_MAX &&
	       ascii_is_letter(pass_byte(pass, at + 1 + len)))
		len++;
	if (len < 2)
		return false;
	after = pass_byte(pass, at + 1 + len);
	if (after == '{' || is_listed(pass->text + at + 1, len) ||
	    is_paragraph(pass, at + 1, len))
		return true;
	return !backslash_is_letter(pass_byte(pass, at + 1)) &&
	       (before <= ' ' || strchr("$({}[=+^_&|~", (int)before));
}

bool tex_newlines_are_glued(const struct pass *pass)
{
	size_t at = next_backslash(pass, 0);

	for (; at < pass->len; at = next_backslash(pass, at + 1)) {
		const size_t end = at + strlen(TEX_NEWLINE);

		if (pass_has(pass, at, TEX_NEWLINE) &&
		    (pass_has(pass, end, TEX_TAB) ||
		     (ascii_is_letter(pass_byte(pass, end)) &&
		      !pass_has(pass, end, "char"))))
			return true;
	}
	return false;
}
