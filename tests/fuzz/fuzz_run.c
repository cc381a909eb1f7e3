/*
 * libFuzzer target: the contract on whatever the fuzzer makes up. The first
 * byte chooses the options. Built by `make fuzz` (clang).
 */
#include <stdlib.h>
#include <string.h>

#include <copydesk.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_rest(const struct cd_desk *desk, struct cd_span text)
{
	struct cd_result *again = NULL;

	if (cd_run(desk, text.bytes, text.len, &again) != CD_OK ||
	    cd_changed(again))
		abort();
	cd_result_free(again);
}

static void check_findings(struct cd_result *result)
{
	const struct cd_finding *findings;
	size_t count;

	if (cd_findings(result, &findings, &count) != CD_OK)
		abort();
	for (size_t i = 0; i < count; i++) {
		if (!strncmp(findings[i].rule->name, "internal/", 9))
			abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct cd_options options = { 0 };
	struct cd_result *result = NULL;
	struct cd_desk *desk;

	if (!size)
		return 0;
	options.quotes = data[0] % 3;
	options.casing = data[0] / 3 % 3;
	options.rules = data[0] & 0x80 ? "all" : NULL;
	if (cd_desk_new(&options, &desk) != CD_OK ||
	    cd_run(desk, (const char *)data + 1, size - 1, &result) != CD_OK)
		abort();
	check_findings(result);
	check_rest(desk, cd_text(result));
	cd_result_free(result);
	cd_desk_free(desk);
	return 0;
}
