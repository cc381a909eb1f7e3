/*
 * What restoration does to texts, edit by edit, for calibrate.py.
 *
 * usage: edits MODEL < TEXTS
 *
 * A text is its length in bytes, a line break and its bytes. For each edit one
 * line: where it begins and ends, how sure it is in percent, and the new bytes
 * in hexadecimal; after each text a line with a full stop. Every edit is made,
 * however unsure.
 */
#include <copydesk.h>

#include <stdio.h>
#include <stdlib.h>

#define TEXT_MAX (1 << 24)

static bool read_file(const char *path, struct cd_options *options)
{
	FILE *file = fopen(path, "rb");
	char *bytes = malloc(TEXT_MAX);

	if (!file || !bytes)
		return false;
	options->model = bytes;
	options->model_len = fread(bytes, 1, TEXT_MAX, file);
	return !fclose(file);
}

static void write_edits(struct cd_result *result)
{
	const struct cd_finding *findings;
	size_t count;

	if (cd_findings(result, &findings, &count) != CD_OK)
		exit(2);
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < findings[i].edit_count; k++) {
			const struct cd_edit *edit = &findings[i].edits[k];

			printf("%zu %zu %d ", edit->off, edit->end,
			       edit->confidence);
			for (size_t b = 0; b < edit->text.len; b++)
				printf("%02x",
				       (unsigned char)edit->text.bytes[b]);
			putchar('\n');
		}
	}
	puts(".");
}

int main(int argc, char **argv)
{
	struct cd_options options = {
		.rules = "=casing",
		.min_confidence = "quotes=0,numbers=0,currency=0,breaks=0",
	};
	struct cd_desk *desk = NULL;
	struct cd_result *result = NULL;
	char *text = malloc(TEXT_MAX);
	size_t len;

	if (argc != 2 || !text || !read_file(argv[1], &options) ||
	    cd_desk_new(&options, &desk) != CD_OK) {
		fprintf(stderr, "edits: %s\n", cd_desk_error(desk));
		return 2;
	}
	while (scanf("%zu", &len) == 1 && getchar() == '\n' &&
	       len <= TEXT_MAX && fread(text, 1, len, stdin) == len) {
		if (cd_run(desk, text, len, &result) != CD_OK)
			return 2;
		write_edits(result);
	}
	cd_result_free(result);
	cd_desk_free(desk);
	free(text);
	free((void *)options.model);
	return 0;
}
