/* Each stage alone, as the first byte chooses it. */
#include "fuzz/fuzz.h"

static const char *const stages[] = {
	"=encoding", "=casing", "=whitespace", "=boilerplate", "=quotes",
};

#define STAGES (sizeof(stages) / sizeof(*stages))

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cd_options options = { 0 };

	if (!size)
		return 0;
	options.rules = stages[data[0] % STAGES];
	options.quotes = data[0] / STAGES % 3;
	options.casing = data[0] / STAGES / 3 % 3;
	fuzz_contract(fuzz_desk(data[0], &options), (const char *)data + 1,
		      size - 1);
	return 0;
}
