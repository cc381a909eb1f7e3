/* The whole pipeline on any bytes; the first byte chooses the options. */
#include "fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cd_options options = { 0 };

	if (!size)
		return 0;
	options.quotes = data[0] % 3;
	options.casing = data[0] / 3 % 3;
	options.dashes =
		data[0] & 0x40 ? CD_DASHES_TYPOGRAPHIC : CD_DASHES_KEEP;
	options.lang = data[0] & 0x40 ? "de" : NULL;
	options.rules = data[0] & 0x80 ? "all" : NULL;
	fuzz_contract(fuzz_desk(data[0], &options), (const char *)data + 1,
		      size - 1);
	return 0;
}
