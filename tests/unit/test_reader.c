/* Cutting: nothing is lost, nothing is too long, and where it is cut. */
#include "support.h"

#include <unistd.h>

#include "reader/reader.h"

static const struct input_options by_bytes = { .charset = NULL };

static FILE *file_of(const char *text, size_t len)
{
	FILE *file = tmpfile();

	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, len, file), len);
	assert_int_equal(fflush(file), 0);
	assert_int_equal(lseek(fileno(file), 0, SEEK_SET), 0);
	return file;
}

/* What was read: all bytes, and the pieces as "[...]" among them. */
struct copy {
	struct buffer all, marked;
	size_t pieces, longest, last_record;
};

static void copy_release(struct copy *copy)
{
	buffer_release(&copy->all);
	buffer_release(&copy->marked);
}

static void copy_chunk(struct copy *copy, const struct chunk *chunk)
{
	const char *text = chunk->text.bytes;
	size_t at = 0;

	buffer_add(&copy->all, text, chunk->text.len);
	for (size_t i = 0; i < chunk->count; i++) {
		const struct piece *piece = &chunk->pieces[i];

		assert_true(piece->at >= at);
		buffer_add(&copy->marked, text + at, piece->at - at);
		buffer_add_byte(&copy->marked, '[');
		buffer_add(&copy->marked, text + piece->at, piece->len);
		buffer_add_byte(&copy->marked, ']');
		at = piece->at + piece->len;
		if (piece->len > copy->longest)
			copy->longest = piece->len;
		copy->pieces++;
		assert_true(piece->record >= copy->last_record);
		copy->last_record = piece->record;
	}
	assert_true(chunk->text.len >= at);
	buffer_add(&copy->marked, text + at, chunk->text.len - at);
}

static void read_text(const char *text, size_t len,
		      const struct reader_options *options, struct copy *copy)
{
	FILE *file = file_of(text, len);
	struct input input;
	struct reader reader;
	struct chunk chunk;

	memset(copy, 0, sizeof(*copy));
	chunk_init(&chunk);
	assert_true(input_start(&input, fileno(file), &by_bytes));
	reader_start(&reader, &input, options);
	while (reader_next(&reader, &chunk) == READER_CHUNK)
		copy_chunk(copy, &chunk);
	assert_null(reader.error);
	reader_stop(&reader);
	input_stop(&input);
	chunk_release(&chunk);
	fclose(file);
	assert_int_equal(copy->all.len, len);
	if (len)
		assert_memory_equal(copy->all.bytes, text, len);
}

static void test_separators(void **state)
{
	static const struct {
		enum separator separator;
		const char *line, *text, *wanted;
	} rows[] = {
		{ SEPARATOR_NONE, NULL, "a\n\nb\n", "[a\n\nb\n]" },
		{ SEPARATOR_NONE, NULL, "\n", "[\n]" },
		{ SEPARATOR_BLANK, NULL, "a\nb\n\nc", "[a\nb\n]\n[c]" },
		{ SEPARATOR_BLANK, NULL, "\n \t\na\n \r\n\nb\n\n",
		  "\n \t\n[a\n] \r\n\n[b\n]\n" },
		{ SEPARATOR_FORMFEED, NULL, "a\n\fb\f\f\nc\f",
		  "[a\n]\f[b]\f\f\n[c]\f" },
		{ SEPARATOR_LINE, "--", "--\na\n\n--\r\n\nb\n---\nc\n--",
		  "--\n[a\n]\n--\r\n\n[b\n---\nc\n--]" },
		{ SEPARATOR_LINE, "--", "a --\n--b\n--\n--\n",
		  "[a --\n--b\n]--\n--\n" },
		{ SEPARATOR_LINE, "--", "a\r--\rb\r\n--\r\r\nc",
		  "[a\r]--\r[b\r\n]--\r\r\n[c]" },
		{ SEPARATOR_LINE, "--",
		  "a\xC2\x85--\xE2\x80\xA8"
		  "b\xE2\x80\xA9--\xE2\x80\xA9",
		  "[a\xC2\x85]--\xE2\x80\xA8[b\xE2\x80\xA9]--\xE2\x80\xA9" },
		{ SEPARATOR_BLANK, NULL, "a\rb\r\rc\r\r\nd\r\r",
		  "[a\rb\r]\r[c\r\r\nd\r\r]" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct reader_options options = {
			.format = FORMAT_TEXT,
			.separator = rows[i].separator,
			.line = rows[i].line,
			.max_article = 1000,
		};
		struct copy copy;

		read_text(rows[i].text, strlen(rows[i].text), &options, &copy);
		assert_string_equal(buffer_text(&copy.marked), rows[i].wanted);
		copy_release(&copy);
	}
}

static void test_limit(void **state)
{
	static const struct {
		size_t limit;
		const char *text, *wanted;
	} rows[] = {
		{ 12, "aaa aaa\n\nbbb bbb bbb", "[aaa aaa\n]\n[bbb bbb bbb]" },
		{ 12, "aa aa\nbb bb\ncc cc", "[aa aa\nbb bb\n][cc cc]" },
		{ 12, "Aa aa. Bb bb cc", "[Aa aa.] [Bb bb cc]" },
		{ 12, "Aa \"aa.\"  Bb bb cc", "[Aa \"aa.\"]  [Bb bb cc]" },
		{ 8, "aaa   bbb ccc", "[aaa]   [bbb ccc]" },
		{ 4, "aaaaaaaa", "[aaaa][aaaa]" },
		{ 4, "aaa\xC3\xA9zzz", "[aaa][\xC3\xA9zz][z]" },
		{ 4, "a\xF0\x9F\x98\x80zzz", "[a][\xF0\x9F\x98\x80][zzz]" },
		{ 2, "\x80\x80\x80\x80\x80", "[\x80\x80][\x80\x80][\x80]" },
		{ 1, "\xF0\x9F\x98\x80", "[\xF0][\x9F][\x98][\x80]" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct reader_options options = {
			.format = FORMAT_TEXT,
			.max_article = rows[i].limit,
		};
		struct copy copy;

		read_text(rows[i].text, strlen(rows[i].text), &options, &copy);
		assert_string_equal(buffer_text(&copy.marked), rows[i].wanted);
		copy_release(&copy);
	}
}

static void test_records(void **state)
{
	const struct reader_options options = {
		.format = FORMAT_JSONL,
		.max_article = 4,
	};
	static const char text[] = "\xEF\xBB\xBF{}\n\n \r\n{1}\n{12345}\n{2}";
	struct copy copy;

	(void)state;
	read_text(text, sizeof(text) - 1, &options, &copy);
	assert_string_equal(buffer_text(&copy.marked),
			    "\xEF\xBB\xBF[{}]\n\n \r\n[{1}]\n[{12345}]\n[{2}]");
	assert_int_equal(copy.last_record, 4);
	copy_release(&copy);
}

/* Any bytes, any limit, any separator: all come through, none too long. */
static void test_any(void **state)
{
	static const char alphabet[] = "ab .\n\n\f\r \"\xC3\xA9\x80{}";
	uint64_t seed = 3;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		const struct reader_options options = {
			.format = random_below(&seed, 4) ? FORMAT_TEXT
							 : FORMAT_JSONL,
			.separator = (enum separator)random_below(&seed, 5),
			.line = "a",
			.max_article = 1 + random_below(&seed, 30),
			.fill = random_below(&seed, 2),
		};
		const size_t len = random_below(&seed, 200);
		struct copy copy;
		char text[200];

		for (size_t k = 0; k < len; k++)
			text[k] = alphabet[random_below(&seed,
							sizeof(alphabet) - 1)];
		read_text(text, len, &options, &copy);
		if (options.format == FORMAT_TEXT)
			assert_true(copy.longest <= options.max_article);
		copy_release(&copy);
	}
}

/* A long input: the limit holds the memory, too. */
static void test_memory(void **state)
{
	const struct reader_options options = {
		.format = FORMAT_TEXT,
		.max_article = 10000,
	};
	const size_t len = 3000000;
	char *text = malloc(len);
	FILE *file;
	struct input input;
	struct reader reader;
	struct chunk chunk;

	(void)state;
	memset(text, 'a', len);
	file = file_of(text, len);
	chunk_init(&chunk);
	assert_true(input_start(&input, fileno(file), &by_bytes));
	reader_start(&reader, &input, &options);
	while (reader_next(&reader, &chunk) == READER_CHUNK)
		assert_true(chunk.text.cap + reader.carry.cap < 500000);
	reader_stop(&reader);
	input_stop(&input);
	chunk_release(&chunk);
	fclose(file);
	free(text);
}

static void test_no_memory(void **state)
{
	const struct reader_options options = {
		.format = FORMAT_TEXT,
		.separator = SEPARATOR_BLANK,
		.max_article = 100,
	};
	bool done = false;

	(void)state;
	for (long n = 0; !done; n++) {
		FILE *file = file_of("a\n\nb\n\nc\n", 8);
		struct input input;
		struct reader reader;
		struct chunk chunk;
		enum reader_status status = READER_FAILED;

		assert_true(n < 100);
		chunk_init(&chunk);
		fail_allocations_after(n);
		if (input_start(&input, fileno(file), &by_bytes)) {
			reader_start(&reader, &input, &options);
			do {
				status = reader_next(&reader, &chunk);
			} while (status == READER_CHUNK);
			fail_allocations_off();
			assert_true(status == READER_END || reader.error);
			reader_stop(&reader);
		}
		fail_allocations_off();
		input_stop(&input);
		chunk_release(&chunk);
		fclose(file);
		done = status == READER_END;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_separators),
		cmocka_unit_test(test_limit),
		cmocka_unit_test(test_records),
		cmocka_unit_test(test_any),
		cmocka_unit_test(test_memory),
		cmocka_unit_test(test_no_memory),
	};

	return cmocka_run_group_tests_name("reader", tests, NULL, NULL);
}
