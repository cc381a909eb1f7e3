/* What the first bytes of an input show, and what they do not. */
#include "support.h"

#include "base/buffer.h"
#include "reader/guess.h"
#include "reader/sniff.h"

struct text_row {
	const char *text;
	enum content content;
};

static void expect_contents(const struct text_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct cd_span start = { rows[i].text,
					       strlen(rows[i].text) };

		if (sniff_text(start, true) != rows[i].content)
			fail_msg("%s: %s, not %s", rows[i].text,
				 content_name(sniff_text(start, true)),
				 content_name(rows[i].content));
	}
}

static void test_contents(void **state)
{
	static const struct text_row rows[] = {
		{ "", CONTENT_TEXT },
		{ "The ferry left.\n", CONTENT_TEXT },
		{ "{\"a\":1}", CONTENT_JSONL },
		{ "\xEF\xBB\xBF{\"a\":1}\n{\"a\":2}\n", CONTENT_JSONL },
		{ "{\"a\":1}\nnot a record\n", CONTENT_JSONL },
		{ "{\"a\":\"caf\xE9\"}\n{\"a\":1}\n", CONTENT_JSONL },
		{ "{\n  \"a\": 1\n}\n", CONTENT_JSON },
		{ "[\n{\"a\": 1},\n{\"a\": 2}]", CONTENT_JSON },
		{ "[\"a\", \"b\"]\n", CONTENT_JSON },
		{ "{\n  \"a\": 1\n}\n{\n  \"a\": 2\n}\n", CONTENT_JSON },
		{ "{\"a\":1}{\"a\":2}\n", CONTENT_JSON },
		{ "{\"a\": \"b\tc\"}\n", CONTENT_JSON },
		{ "{\"a\": \"b\tc\"}\n{\"a\": 1}\n", CONTENT_JSONL },
		{ "[{\"a\": 1}, {\"a\": \"b", CONTENT_JSON },
		{ "{\"a\": 1", CONTENT_JSON },
		{ "{\"a\" he said: so\n", CONTENT_TEXT },
		{ "[]", CONTENT_TEXT },
		{ "[Music] The band left.\n", CONTENT_TEXT },
		{ "[1] The first note.\n[2] The second.\n", CONTENT_TEXT },
		{ "{The editor was away.}\n", CONTENT_TEXT },
		{ "{\"quoted\"} he said\n", CONTENT_TEXT },
		{ "{\\rtf1\\ansi The ferry left.}", CONTENT_RTF },
		{ "<ASCII-WIN>\n<ParaStyle:Body>The ferry left.\n",
		  CONTENT_TAGGED },
		{ "<ASCII> they said\n", CONTENT_TEXT },
		{ "<v7.31><e9>\n@Body:The ferry left.\n", CONTENT_TAGGED },
		{ "<v7> they said\n", CONTENT_TEXT },
		{ "id,title,text\n1,A,\"b, c\"\n", CONTENT_CSV },
		{ "id,title\n1,A\n2,B\n3,C\n", CONTENT_CSV },
		{ ",title,text\n0,A,\"b\n\"\"c\"\"\"\n", CONTENT_CSV },
		{ "id\ttitle\n1\tA story, it is said\n", CONTENT_TSV },
		{ "id;title\n1;A\n2;B, c\n3;C\n", CONTENT_SSV },
		{ "id|title\n1|A\n2|B, c\n3|C\n", CONTENT_PSV },
		{ "\"a, b\",title\n\"1\",A\n", CONTENT_CSV },
		{ "Smith; Lowell; Bo\nEllis; Brown; Low\nA; b; c\nD; e; f\n",
		  CONTENT_TEXT },
		{ "| a | b |\n| - | - |\n| c | d |\n| e | f |\n",
		  CONTENT_TEXT },
		{ "He came;she went.\nWe stayed;it rained.\nSo;it ended.\n",
		  CONTENT_TEXT },
		{ "Hello, world\nIt is, they say, cold\n", CONTENT_TEXT },
		{ "Rain, sun\n\"Snow,\" she said\n\"Wind,\" he said\n",
		  CONTENT_TEXT },
		{ "Ellis,Lowell\nare towns.\n", CONTENT_TEXT },
		{ "one line, no end", CONTENT_TEXT },
		{ "<?xml version=\"1.0\"?>\n<doc>a</doc>", CONTENT_XML },
		{ "<rss version=\"2.0\"><channel>", CONTENT_XML },
		{ "<!DOCTYPE html>\n<html><body>", CONTENT_HTML },
		{ "<!-- saved -->\n<HTML lang=\"en\">", CONTENT_HTML },
		{ "<?xml version=\"1.0\"?><!DOCTYPE html><html>",
		  CONTENT_HTML },
		{ "<DOC>\n<DOCNO> ES1 </DOCNO>\n<TEXT>\nA\n</TEXT>\n</DOC>\n",
		  CONTENT_XML },
		{ "<REUTERS TOPICS=\"YES\">\n<BODY>A</BODY></REUTERS>",
		  CONTENT_XML },
		{ "<doctor> they said\n", CONTENT_TEXT },
		{ "<p>The ferry left.</p>\n", CONTENT_TEXT },
		{ "< 5 percent of voters\n", CONTENT_TEXT },
		{ "From a@b.example Mon Nov 23 10:00:00 2020\nSubject: "
		  "c\n\nd\n",
		  CONTENT_MBOX },
		{ "From Monday on, 10:30 boats leave in 2020\nSubject to "
		  "wind\n",
		  CONTENT_TEXT },
	};

	(void)state;
	expect_contents(rows, sizeof(rows) / sizeof(rows[0]));
}

/* What programs read, and stories that begin like it. */
static void test_data(void **state)
{
	static const struct text_row rows[] = {
		{ "TY  - NEWS\nTI  - A ferry leaves\nER  - \n",
		  CONTENT_REFERENCES },
		{ "% ours\n@article{ellis1999,\n  title = {A},\n}\n",
		  CONTENT_REFERENCES },
		{ "%0 Newspaper Article\n%T A\n", CONTENT_REFERENCES },
		{ "TY is short for thank you.\n", CONTENT_TEXT },
		{ "@ellis_ferry left the harbour.\n", CONTENT_TEXT },
		{ "%0 of them came.\n", CONTENT_TEXT },
		{ "BEGIN:VCARD\nFN:Ida\nEND:VCARD\n", CONTENT_CARDS },
		{ "% a draft\n\\documentclass{article}\n", CONTENT_LATEX },
		{ ".TH FERRY 1\n.SH NAME\n", CONTENT_MANUAL },
		{ "#!/bin/sh\necho a\n", CONTENT_CODE },
		{ "diff --git a/x b/x\n", CONTENT_PATCH },
		{ "--- a\r\n+++ b\r\n@@ -1 +1 @@\r\n", CONTENT_PATCH },
		{ "--- The ferry left ---\n+++ more +++\n", CONTENT_TEXT },
		{ "-- a dump\n\nDROP TABLE IF EXISTS `a`;\n", CONTENT_SQL },
		{ "-- Ida Lowell\n\nINSERT INTO a VALUES ('b');\n",
		  CONTENT_SQL },
		{ "Insert into the slot one coin, it said.\n", CONTENT_TEXT },
		{ "-- Ida Lowell wrote this.\nThe ferry left.\n",
		  CONTENT_TEXT },
		{ "#: a.c:1\nmsgid \"a\"\nmsgstr \"b\"\n", CONTENT_CATALOGUE },
		{ "['The ferry left.', \"It's late.\"]\n", CONTENT_PYTHON },
		{ "{'title': 'A', 'n': 3, 'when': datetime.date(1999, 1, 2)}\n"
		  "{'title': 'B'}\n",
		  CONTENT_PYTHON },
		{ "('A', u'It\\'s late.', None)\n", CONTENT_PYTHON },
		{ "['No end, it said.\n", CONTENT_TEXT },
		{ "('Late,' she said) The ferry left.\n", CONTENT_TEXT },
		{ "(AP) - The ferry left.\n", CONTENT_TEXT },
		{ "b = \"c\"\nd=e\n", CONTENT_TEXT },
		{ "# ours\n[a]\nb = \"c\"\nd.e=f\n\n[g]\n", CONTENT_SETTINGS },
		{ "A=1, they said.\nThe rest went home.\nB=2\nC=3\n",
		  CONTENT_TEXT },
		{ "2020-01-02 10:11:12,3 INFO a\n2020-01-02 10:11:13 b\n c\n",
		  CONTENT_LOG },
		{ "Oct 12 10:11:12 host a: b\nOct  2 10:11:13 host a: c\n",
		  CONTENT_LOG },
		{ "10.0.0.1 - - [12/Oct/1999:13:55:36 -0700] \"GET /\" 200\n"
		  "10.0.0.2 - - [12/Oct/1999:13:55:37 -0700] \"GET /\" 200\n",
		  CONTENT_LOG },
		{ "2020-01-02 10:11:12\nThe ferry left.\nIt was late.\n",
		  CONTENT_TEXT },
		{ "Oct 12 was late.\nOct 13 was not.\n", CONTENT_TEXT },
		{ "``_`` It_PRP left_VBD ''_'' ,_, Ann_NNP said_VBD ._.\n",
		  CONTENT_ANNOTATED },
		{ "The/DT ferry/NN 's/POS owner/NN left/VBD ./.\n",
		  CONTENT_ANNOTATED },
		{ "(ROOT (S (NP (DT The) (NN ferry))))\n", CONTENT_ANNOTATED },
		{ "The/at ferry/nn left/vbd ``/`` late/rb ''/'' ,/, said/vbd "
		  "Ida/np$-hl ./.\n",
		  CONTENT_ANNOTATED },
		{ "The/AT0 ferry_NN1 left/VVD-VVN late/AV0\n",
		  CONTENT_ANNOTATED },
		{ "His/her ferry and/or boat, 24/7, a/B c/12\n", CONTENT_TEXT },
		{ "tape1 1 ida 0.00 3.05 <o,f0> the ferry left\n"
		  "tape1 1 ida 3.10 6.00 <o,f0> it was late\n",
		  CONTENT_ANNOTATED },
		{ "tape1 1 0.00 0.31 the\ntape1 1 0.31 0.20 ferry\n",
		  CONTENT_ANNOTATED },
		{ "The fare rose 0.50 2.00 times.\nIt is a 3.5 4.5 now.\n",
		  CONTENT_TEXT },
		{ "(3 (2 The) (4 (3 boat) (2 rocks)))\n", CONTENT_ANNOTATED },
		{ "@Begin\n@Languages:\teng\n*IDA:\tmore boat .\n",
		  CONTENT_ANNOTATED },
		{ "The TV/PC and and/or N/A were late.\n", CONTENT_TEXT },
		{ "From: Ida <i@b.example>\nContent-Type: multipart/mixed;\n"
		  "\tboundary=a\n\n--a\n",
		  CONTENT_MAIL },
		{ "From: Ida <i@b.example>\nSubject: late\n\nIt left.\n",
		  CONTENT_TEXT },
		{ "1\r\n00:00:01,000 --> 00:00:04,000\r\nThe ferry left.\r\n",
		  CONTENT_SUBTITLES },
		{ "WEBVTT\n\n00:01.000 --> 00:04.000\nThe ferry left.\n",
		  CONTENT_SUBTITLES },
		{ "WEBVTT - Evening news\n\n00:01.000 --> 00:04.000\nIt "
		  "left.\n",
		  CONTENT_SUBTITLES },
		{ "Scenarist_SCC V1.0\n\n00:00:01:00\t9420 94ae\n",
		  CONTENT_SUBTITLES },
		{ "102\n00:09:01,000 --> 00:09:04,000\nIt left.\n",
		  CONTENT_SUBTITLES },
		{ "0:00:01.000,0:00:04.000\nThe ferry left.\n",
		  CONTENT_SUBTITLES },
		{ "00:01.000 --> 00:04.000\nThe ferry left.\n",
		  CONTENT_SUBTITLES },
		{ "1\n\nThe ferry left at 10:00 --> so they said.\n",
		  CONTENT_TEXT },
		{ "10:00 --> 11:00 The ferry leaves\n", CONTENT_TEXT },
		{ "10:00, 11:00 and 12:00 are late.\n", CONTENT_TEXT },
		{ "102\nThe ferry left.\n", CONTENT_TEXT },
		{ "{1}{1}25.000\n{100}{150}The ferry left.|It did.\n",
		  CONTENT_SUBTITLES },
		{ "<SAMI>\n<BODY>\n<SYNC Start=9>The ferry left.\n",
		  CONTENT_XML },
		{ "<tt xml:lang=\"en\"\n "
		  "xmlns=\"http://www.w3.org/ns/ttml\">\n",
		  CONTENT_XML },
		{ "{12} is a set, and {13} is one, too.\n", CONTENT_TEXT },
		{ "{12}{a} is none.\n", CONTENT_TEXT },
		{ "WEBVTT is a form of subtitles.\n", CONTENT_TEXT },
		{ "    1 of 20 DOCUMENTS\n\nEllis Post\n", CONTENT_EXPORT },
		{ "Document 1 of 3\n\nA ferry leaves\n", CONTENT_EXPORT },
		{ "1 of 1 DOCUMENTS\n\nEllis Post\n", CONTENT_TEXT },
		{ "A\n\nDocument ELLPO00020040101e011\n\nB\n\n"
		  "Document ELLPO00020040102e012\n",
		  CONTENT_EXPORT },
		{ "A\n\nLoad-Date: May 1\n\nEnd of Document\n\nB\n\n"
		  "Load-Date: May 2\n\nEnd of Document\n",
		  CONTENT_EXPORT },
		{ "A\n\nLoad-Date: May 1\n\nEnd of Document\n", CONTENT_TEXT },
		{ "WC 3 words\nAN Document ELLPO00020040101e011\n"
		  "Document ELLPO00020040101e011\n",
		  CONTENT_TEXT },
		{ "Document Elliscarriesnonumber\n\n"
		  "Document Elliscarriesnonumber\n",
		  CONTENT_TEXT },
		{ ".I 17\n.W\nferr sound\n", CONTENT_EXPORT },
		{ ".I see no ferry.\n", CONTENT_TEXT },
		{ "-DOCSTART- -X- -X- O\n\nThe DT B-NP O\n",
		  CONTENT_ANNOTATED },
		{ "# text = The ferry left.\n1\tThe\tthe\n",
		  CONTENT_ANNOTATED },
		{ "#begin document (nw/0001); part 000\nnw 0 0 The\n",
		  CONTENT_ANNOTATED },
		{ "# ::snt It left.\n(l / leave-01)\n", CONTENT_ANNOTATED },
		{ "[ The/DT ferry/NN ]\nleft/VBD\n[ it/PRP ]\nsaid/VBD\n"
		  "./.\n",
		  CONTENT_ANNOTATED },
		{ "The|DT|O ferry|NN|O left|VBD|O ''|''|O .|.|O\n",
		  CONTENT_ANNOTATED },
		{ "Home|News Sport|TV Boats|Tarn Weather|Lowell\n",
		  CONTENT_TEXT },
		{ "# Sentence pair (1) source length 2\nit left\n",
		  CONTENT_ANNOTATED },
		{ "\\data\\\nngram 1=4\n", CONTENT_ANNOTATED },
		{ "the 0.1 -0.2 0.3\n, 0.1 0.2 0.3\n. 0.1 0.2 0.3\n"
		  "of 0.1 0.2 0.3\nto 0.1 0.2 -0.3\n",
		  CONTENT_ANNOTATED },
		{ "[ The ferry/boat ]\nleft\n[ it ]\n", CONTENT_TEXT },
		{ "<CHAPTER ID=1>\nThe session\n", CONTENT_XML },
		{ "1 of 4 people left.\n", CONTENT_TEXT },
	};

	(void)state;
	expect_contents(rows, sizeof(rows) / sizeof(rows[0]));
}

/* Tables that begin with their first record: eight of them. */
static void test_headless(void **state)
{
	static const struct {
		const char *row;
		enum content content;
	} rows[] = {
		{ "true\tThe ferry left, it is said.\n", CONTENT_TSV },
		{ "\"3\",\"A ferry left.\",\"It is, they say, cold.\"\n",
		  CONTENT_CSV },
		{ "3;\"The ferry left; it is cold, they say.\"\n",
		  CONTENT_SSV },
		/* paragraphs, speakers, quotations */
		{ "\tThe ferry left, it is said.\n", CONTENT_TEXT },
		{ "Q:\tWhen did the ferry leave?\n", CONTENT_TEXT },
		{ "\"The ferry left,\" she said.\n", CONTENT_TEXT },
		{ "The ferry left, it is said.\n", CONTENT_TEXT },
		{ "The ferry left; it is cold.\n", CONTENT_TEXT },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buffer text;

		buffer_init(&text);
		for (int n = 0; n < 7; n++)
			buffer_add_text(&text, rows[i].row);
		/* seven may be chance */
		assert_int_equal(
			sniff_text((struct cd_span){ text.bytes, text.len },
				   true),
			CONTENT_TEXT);
		buffer_add_text(&text, rows[i].row);
		if (sniff_text((struct cd_span){ text.bytes, text.len },
			       true) != rows[i].content)
			fail_msg("row %zu", i);
		buffer_release(&text);
	}
}

/* The first kilobytes of a long record are enough. */
static void test_cut_off(void **state)
{
	struct buffer text;

	(void)state;
	buffer_init(&text);
	buffer_add_text(&text, "{\"text\": \"");
	while (text.len < 65536)
		buffer_add_text(&text, "The ferry left at noon. ");
	for (size_t len = 60000; len < 60100; len++) {
		const struct cd_span start = { text.bytes, len };

		assert_int_equal(sniff_text(start, false), CONTENT_JSONL);
	}
	buffer_release(&text);
}

static void test_charsets(void **state)
{
	static const struct {
		const char *bytes;
		size_t len;
		const char *charset;
	} rows[] = {
#define ROW(bytes, charset) { bytes, sizeof(bytes) - 1, charset }
		ROW("N\0o\0.\0\n\0", "UTF-16LE"),
		ROW("\0N\0o\0.\0\n", "UTF-16BE"),
		ROW("H\0e\0\031 s\0 \0i\0n\0", "UTF-16LE"),
		ROW("\x1F\x04\x30\x04\x40\x04\x3E\x04\x3C\x04\n\0", "UTF-16LE"),
		ROW("\x04\x1F\x04\x30\x04\x40\x04\x3E\x04\x3C\0\n", "UTF-16BE"),
		ROW("N\0\0\0o\0\0\0", "UTF-32LE"),
		ROW("\0\0\0N\0\0\0o", "UTF-32BE"),
		ROW("He left.\0\n", NULL),
		/* a byte is left over, or one character is of elsewhere */
		ROW("a\0b\0c", NULL),
		ROW("l\0e\0ft", NULL),
		ROW("a\0b\n", NULL),
		ROW("a\0b c d e f g h i\0", NULL),
		ROW("\0\0\0\0\0\0\0\0", NULL),
		ROW("\033$B$3$l$O\033(B", "ISO-2022-JP"),
		ROW("\033$)C\016a\017", "ISO-2022-KR"),
		ROW("\033[31mred\033[0m", NULL),
		ROW("\033$B\xC3\xA9", NULL),
		ROW("plain", NULL),
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		int confidence;
		const char *charset = cd_unmarked_charset(
			rows[i].bytes, rows[i].len, &confidence);

		if ((charset || rows[i].charset) &&
		    (!charset || !rows[i].charset ||
		     strcmp(charset, rows[i].charset) != 0))
			fail_msg("row %zu: %s", i, charset ? charset : "none");
	}
}

/* Each byte, wherever it is. */
static void test_needs_more(void **state)
{
	char text[150];

	(void)state;
	memset(text, 'a', sizeof(text));
	for (size_t at = 0; at < sizeof(text); at++) {
		for (int c = 0; c < 256; c++) {
			const bool odd = c < '\t' || (c > '\r' && c < ' ');

			text[at] = (char)c;
			assert_int_equal(guess_needs_more(text, sizeof(text)),
					 odd);
			assert_false(guess_needs_more(text, at));
		}
		text[at] = 'a';
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_contents),
		cmocka_unit_test(test_data),
		cmocka_unit_test(test_headless),
		cmocka_unit_test(test_cut_off),
		cmocka_unit_test(test_charsets),
		cmocka_unit_test(test_needs_more),
	};

	return cmocka_run_group_tests_name("sniff", tests, NULL, NULL);
}
