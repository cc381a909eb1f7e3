/* Each stage alone, as the first byte chooses it. */
#include "fuzz/fuzz.h"

static const char *const stages[] = {
	"=encoding", "=casing", "=whitespace", "=boilerplate", "=quotes",
};

#define STAGES (sizeof(stages) / sizeof(*stages))
#define KEYS (STAGES * 3 * 3) /* a desk each is made once */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cd_options options = { 0 };
	uint8_t key;

	if (!size)
		return 0;
	key = data[0] % KEYS;
	options.rules = stages[key % STAGES];
	options.quotes = key / STAGES % 3;
	options.casing = key / STAGES / 3;
	fuzz_contract(fuzz_desk(key, &options), (const char *)data + 1,
		      size - 1);
	return 0;
}
