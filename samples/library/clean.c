/*
 * Clean standard input with libcopydesk; findings go to standard error.
 *
 *	cc -o clean clean.c $(pkg-config --cflags --libs copydesk)
 *	./clean <article.txt
 */
#include <copydesk.h>
#include <stdio.h>
#include <stdlib.h>

/* All of standard input; NULL: memory ran out, or it cannot be read. */
static char *read_all(size_t *len)
{
	size_t room = 65536;
	char *bytes = malloc(room);

	*len = 0;
	while (bytes) {
		const size_t got = fread(bytes + *len, 1, room - *len, stdin);
		char *more;

		*len += got;
		if (!got)
			break;
		if (*len < room)
			continue;
		room *= 2;
		more = realloc(bytes, room);
		if (!more)
			free(bytes);
		bytes = more;
	}
	if (bytes && ferror(stdin)) {
		free(bytes);
		bytes = NULL;
	}
	return bytes;
}

static void print_findings(struct cd_result *result)
{
	const struct cd_finding *findings;
	size_t count;

	if (cd_findings(result, &findings, &count) != CD_OK)
		return;
	for (size_t i = 0; i < count; i++)
		fprintf(stderr, "%zu:%zu: %s: %s\n", findings[i].line,
			findings[i].col, findings[i].rule->name,
			findings[i].message);
}

int main(void)
{
	struct cd_desk *desk = NULL;
	struct cd_result *result = NULL;
	enum cd_status status;
	size_t len;
	char *bytes = read_all(&len);

	if (!bytes) {
		perror("clean");
		return 2;
	}
	status = cd_desk_new(NULL, &desk);
	if (status == CD_OK)
		status = cd_run(desk, bytes, len, &result);
	if (status == CD_OK) {
		const struct cd_span text = cd_text(result);

		fwrite(text.bytes, 1, text.len, stdout);
		print_findings(result);
	} else {
		fprintf(stderr, "clean: %s\n", cd_status_text(status));
	}
	cd_result_free(result);
	cd_desk_free(desk);
	free(bytes);
	return status == CD_OK && !fflush(stdout) ? 0 : 2;
}
