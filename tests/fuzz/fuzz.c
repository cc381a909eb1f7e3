/* What the fuzzers share. */
#include "fuzz/fuzz.h"

/* Not law_calm: noise may come out as it went in. */
static law *const laws[] = {
	law_utf8,   law_idempotent, law_letters,
	law_places, law_explained,  law_changes,
};

const struct cd_desk *fuzz_desk(uint8_t key, const struct cd_options *options)
{
	/* A fuzzer's process ends with it. */
	static struct cd_desk *desks[FUZZ_DESKS];

	if (!desks[key])
		FUZZ_HOLD(cd_desk_new(options, &desks[key]) == CD_OK);
	return desks[key];
}

void fuzz_contract(const struct cd_desk *desk, const char *text, size_t len)
{
	struct trial trial = { .desk = desk, .text = { text, len } };

	FUZZ_HOLD(cd_run(desk, text, len, &trial.result) == CD_OK);
	for (size_t i = 0; i < sizeof(laws) / sizeof(*laws); i++) {
		const char *broken = laws[i](&trial);

		if (broken) {
			trial_show(&trial);
			fprintf(stderr, "%s does not hold\n", broken);
			abort();
		}
	}
	cd_result_free(trial.result);
	cd_result_free(trial.again);
}

char *fuzz_copy(const uint8_t *data, size_t size)
{
	char *copy = malloc(size + 1);

	FUZZ_HOLD(copy);
	memcpy(copy, data, size);
	copy[size] = '\0';
	return copy;
}
