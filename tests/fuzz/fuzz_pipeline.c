/* The whole pipeline on any bytes; the first byte chooses the options. */
#include "fuzz/fuzz.h"

#define KEYS 36 /* combinations of options: a desk each is made once */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cd_options options = { 0 };
	uint8_t key;

	if (!size)
		return 0;
	key = data[0] % KEYS;
	options.quotes = key % 3;
	options.casing = key / 3 % 3;
	options.dashes = key / 9 & 1 ? CD_DASHES_TYPOGRAPHIC : CD_DASHES_KEEP;
	options.lang = key / 9 & 1 ? "de" : NULL;
	options.rules = key / 18 ? "all" : NULL;
	fuzz_contract(fuzz_desk(key, &options), (const char *)data + 1,
		      size - 1);
	return 0;
}
