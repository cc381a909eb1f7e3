/* Headers of WARC records, the digest, and cutting a stream into records. */
#include "support.h"

#include "reader/warc.h"
#include "support/digest.h"

/* Lengths at which the last block of SHA-1 is filled in another way. */
static void test_digest(void **state)
{
	static const struct {
		size_t len;
		const char *digest;
	} known[] = {
		{ 0, "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ" },
		{ 55, "YHELXXBCPFXCRQHBKFR5ECEZWZLCDVS2" },
		{ 56, "YLNTGD3AQOCUZGOUWW73N2HST4QBXZUZ" },
		{ 63, "APYJ6WYVRJ5IZWWZEC65YKNYDQMKKUPV" },
		{ 64, "ACMLVASLLQLEE66XUEJCUWSEFIS6YZCN" },
		{ 119, "52LRAZNKUAL6AYZKRSTMO65TX6FR37CW" },
		{ 120, "6NGBJCBYKNDKKVYJXICW3XIIFAG5JRWW" },
		{ 1000, "FEPJU3DGTFEUTNL3UXTFANQ6TD6DNMN2" },
	};
	char text[1000], digest[DIGEST_TEXT];

	(void)state;
	memset(text, 'a', sizeof(text));
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		digest_sha1(text, known[i].len, digest);
		assert_string_equal(digest, known[i].digest);
	}
}

static void test_header(void **state)
{
	static const char text[] = "WARC/1.1\r\n"
				   "content-length:  12\r\n"
				   "WARC-Type: conversion\r\n"
				   "warc-payload-digest: sha256:00 \r\n"
				   "WARC-Block-Digest:\r\n"
				   "Content-Type: text/plain; charset=UTF-8\r\n"
				   "\r\nA block.";
	static const char wanted[] =
		"WARC/1.1\r\n"
		"content-length:  0\r\n"
		"WARC-Type: conversion\r\n"
		"warc-payload-digest: "
		"sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ \r\n"
		"WARC-Block-Digest:sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\n"
		"Content-Type: text/plain; charset=UTF-8\r\n"
		"\r\n";
	const size_t len = sizeof(text) - sizeof("A block.");
	struct warc_header header;
	struct buffer out;

	(void)state;
	assert_int_equal(warc_read(text, sizeof(text) - 1, &header),
			 WARC_WHOLE);
	assert_int_equal(header.len, len);
	assert_int_equal(header.block, 12);
	assert_true(header.article);
	for (size_t i = 0; i < len; i++)
		assert_int_equal(warc_read(text, i, &header), WARC_PART);
	warc_read(text, len, &header);
	buffer_init(&out);
	assert_true(warc_write_header(text, &header, "", 0, &out));
	assert_string_equal(buffer_text(&out), wanted);
	buffer_release(&out);
}

static void test_no_header(void **state)
{
	static const char *const bad[] = {
		"WARC/one\r\n\r\n",
		"A story about WARC/1.0\r\n\r\n",
		"WARC/1.0\r\nWARC-Type: conversion\r\n\r\n",
		"WARC/1.0\r\nContent-Length: -1\r\n\r\n",
		"WARC/1.0\r\nContent-Length: 1 2\r\n\r\n",
		"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n",
		"WARC/1.0\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
	};
	struct warc_header header;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(warc_read(bad[i], strlen(bad[i]), &header),
				 WARC_NONE);
}

/* However the bytes come, records begin at the same places. */
static void test_cut(void **state)
{
	static const char text[] =
		"WARC/1.0\r\nContent-Length: 3\r\n\r\n"
		"abc\r\n\r\n"
		"WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
		"WARC/1.0\nContent-Length: 9\n\nWARC/1.0\n\n\n";
	static const size_t begins[] = { 0, 38, 73 };

	(void)state;
	for (size_t step = 1; step < sizeof(text); step++) {
		struct warc_cutter cutter;
		size_t at = 0, found = 0;

		memset(&cutter, 0, sizeof(cutter));
		while (at < sizeof(text) - 1) {
			size_t left = sizeof(text) - 1 - at;
			bool begin;
			size_t size;

			left = left < step ? left : step;
			size = warc_cut(&cutter, text + at, left, &begin);
			assert_true(size <= left);
			if (begin)
				assert_int_equal(begins[found++], at);
			at += size;
		}
		assert_int_equal(found, 3);
		warc_cutter_release(&cutter);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_digest),
		cmocka_unit_test(test_header),
		cmocka_unit_test(test_no_header),
		cmocka_unit_test(test_cut),
	};

	return cmocka_run_group_tests_name("warc", tests, NULL, NULL);
}
