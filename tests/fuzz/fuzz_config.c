/* A configuration file: refused with a reason, or its options make a desk. */
#include "fuzz/fuzz.h"

#include "cli/config.h"

static void make_desk(struct options *options)
{
	const struct cd_options wanted = {
		.rules = buffer_text(&options->rules),
		.lang = options->lang,
		.min_confidence = buffer_text(&options->min_confidence),
	};
	struct cd_desk *desk;

	if (cd_desk_new(&wanted, &desk) != CD_OK)
		FUZZ_HOLD(*cd_desk_error(desk));
	cd_desk_free(desk);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct options base, derived;
	struct config config;
	struct buffer why;
	char *text;

	if (!size)
		return 0;
	text = fuzz_copy(data + 1, size - 1);
	options_init(&base);
	buffer_init(&why);
	config.text = text;
	config.source = data[0] & 1 ? CONFIG_NAMED : CONFIG_FOUND;
	config.sections = data[0] >> 1;
	if (options_derive(&derived, &base, &config, &why))
		make_desk(&derived);
	else
		FUZZ_HOLD(why.len);
	options_release(&derived);
	options_release(&base);
	buffer_release(&why);
	free(text);
	return 0;
}
