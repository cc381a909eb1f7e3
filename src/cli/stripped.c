/* The file of --stripped: written whole, or not at all. */
#include "cli/stripped.h"

bool stripped_open(struct output *output, const struct options *options)
{
	output_init(output);
	if (!options->stripped || output_to_path(output, options->stripped))
		return true;
	complain(options->stripped, output->error);
	output_discard(output);
	return false;
}

bool stripped_close(struct output *output, const struct options *options)
{
	return !options->stripped || finish_output(output, options->stripped);
}
