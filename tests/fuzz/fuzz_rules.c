/*
 * A file of boilerplate rules, up to a NUL, and an article for them: a file is
 * refused with a reason, or its rules keep the contract. The built-in rules
 * take far longer to compile than the file; only some runs have them beside it.
 */
#include "fuzz/fuzz.h"

/* Runs without them to one with them, by the input's length. */
#define ALONE 32

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *nul = size ? memchr(data, 0, size) : NULL;
	const size_t len = nul ? (size_t)(nul - data) : size;
	char *rules = fuzz_copy(data, len);
	struct cd_options options = {
		.rules = "=boilerplate",
		.lang = size % ALONE ? "und" : NULL,
		.boilerplate = rules,
		.boilerplate_len = len,
	};
	struct cd_desk *desk;

	if (cd_desk_new(&options, &desk) != CD_OK)
		FUZZ_HOLD(*cd_desk_error(desk));
	else if (nul)
		fuzz_contract(desk, (const char *)nul + 1, size - len - 1);
	cd_desk_free(desk);
	free(rules);
	return 0;
}
