/* The completion scripts, by shell. */
#include "cli/completion.h"

void completion_write(struct buffer *out, enum completion shell)
{
	static void (*const writers[])(struct buffer *) = {
		[COMPLETION_BASH] = completion_bash,
		[COMPLETION_ZSH] = completion_zsh,
		[COMPLETION_FISH] = completion_fish,
	};

	writers[shell](out);
}
