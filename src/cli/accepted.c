/* The baseline of a check. */
#include "cli/accepted.h"

#include "cli/command.h"

bool accepted_wanted(const struct options *options)
{
	return options->baseline || options->write_baseline;
}

/* Why it is none: at the line; SIZE_MAX: there was no memory. */
static void complain_line(const char *path, size_t line)
{
	struct buffer what;

	buffer_init(&what);
	buffer_printf(&what, "line %zu is no line of a baseline", line);
	complain(path, line != SIZE_MAX && buffer_text(&what)
			       ? what.bytes
			       : "out of memory");
	buffer_release(&what);
}

bool accepted_read(struct baseline *baseline, const struct options *options)
{
	const char *path = options->baseline;
	struct buffer text;
	size_t wrong = 0;
	bool done;

	if (!path)
		return true;
	buffer_init(&text);
	done = read_whole(path, AS_BASELINE, &text);
	if (done)
		wrong = buffer_text(&text) ? baseline_read(baseline, text.bytes)
					   : SIZE_MAX;
	if (wrong)
		complain_line(path, wrong);
	buffer_release(&text);
	return done && !wrong;
}

bool accepted_write(struct baseline *baseline, const struct options *options)
{
	const char *path = options->write_baseline;
	struct output output;
	struct buffer text;
	bool done = false;

	if (!path)
		return true;
	buffer_init(&text);
	if (!baseline_text(baseline, &text)) {
		complain(path, "out of memory");
	} else if (open_output(&output, path)) {
		output_write(&output, text.bytes, text.len);
		done = finish_output(&output, output_name(path));
	}
	buffer_release(&text);
	return done;
}
