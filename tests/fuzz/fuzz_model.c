/*
 * A small model file with bytes changed and its checksum made to fit: it is
 * refused with a reason, or its answers keep the contract. Each change is three
 * bytes of place and one of value; a file that is none is tried, too.
 */
#include "fuzz/fuzz.h"

#include "small_model.h"

#define CHANGE 4

static const char wire[] =
	"port ellis  reuters    the ferry s owner said on tuesday   we looked "
	"at every number twice   ida lowell told the 2nd board  it didn t work";

/* Where in the file: one in two is in the head and the table of sections. */
static size_t place_of(const struct model_file *file, const uint8_t *data)
{
	const size_t place =
		data[0] | (size_t)data[1] << 8 | (size_t)data[2] << 16;
	const size_t end = data[2] & 0x80 ? 2048 : file->len;

	return (place & 0x7FFFFF) % end;
}

static void try_model(const void *bytes, size_t len)
{
	const struct cd_options options = {
		.casing = CD_CASING_ALWAYS,
		.model = bytes,
		.model_len = len,
	};
	struct cd_desk *desk;

	if (cd_desk_new(&options, &desk) != CD_OK)
		FUZZ_HOLD(*cd_desk_error(desk));
	else
		fuzz_contract(desk, wire, sizeof(wire) - 1);
	cd_desk_free(desk);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* Made once, and mended after each run: it is some megabytes. */
	static struct model_file file, clean;

	if (!file.bytes) {
		clean = model_file_make();
		file = clean;
		/* of its own length, so that reads beyond it are seen */
		file.bytes = malloc(file.len);
		FUZZ_HOLD(file.bytes);
		memcpy(file.bytes, clean.bytes, file.len);
	}
	for (size_t at = 0; at + CHANGE <= size; at += CHANGE)
		file.bytes[place_of(&file, data + at)] = data[at + CHANGE - 1];
	model_file_seal(&file);
	try_model(file.bytes, file.len);
	for (size_t at = 0; at + CHANGE <= size; at += CHANGE) {
		const size_t place = place_of(&file, data + at);

		file.bytes[place] = clean.bytes[place];
	}
	try_model(data, size);
	return 0;
}
