/* Charsets: deciding, decoding, byte order marks. */
#include "support.h"

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include "base/utf8.h"
#include "unicode/charset.h"

struct article {
	const char *charset; /* ICU's name */
	const char *text;
};

/* A paragraph each, as the outlets of these languages write. */
static const struct article articles[] = {
	{ "windows-1252", "He didn’t say “no” – the café’s owner paid €50." },
	{ "windows-1252", "A naïve résumé." },
	{ "windows-1252",
	  "Le président a déclaré à l’Assemblée que les réformes étaient "
	  "nécessaires. « Nous irons jusqu’au bout », a-t-il ajouté, malgré "
	  "la grève générale prévue à Paris où les élèves manifesteront." },
	{ "windows-1252",
	  "Die Maßnahmen für Flüchtlinge würden verschärft. „Wir müssen "
	  "größere Anstrengungen machen“, sagte der Minister in Köln." },
	{ "macintosh", "It’s “so”, he said in a café — or so…" },
	{ "windows-1250",
	  "Prezydent powiedział, że rząd będzie musiał zająć się sprawą "
	  "jeszcze w tym tygodniu. Według ministra pieniądze są już w "
	  "budżecie, ale potrzebne są również zmiany w ustawie." },
	{ "ISO-8859-2",
	  "Prezydent powiedział, że rząd będzie musiał zająć się sprawą "
	  "jeszcze w tym tygodniu. Według ministra pieniądze są już w "
	  "budżecie, ale potrzebne są również zmiany w ustawie." },
	{ "windows-1250",
	  "Předseda vlády řekl, že příští rok přinese změny v důchodovém "
	  "systému. Podle něj je třeba zvýšit věk odchodu do důchodu a "
	  "podpořit rodiny s dětmi, které žijí v chudších krajích." },
	{ "windows-1251",
	  "Президент заявил, что правительство примет меры уже на этой "
	  "неделе. По словам министра, деньги в бюджете есть." },
	{ "KOI8-R",
	  "Президент заявил, что правительство примет меры уже на этой "
	  "неделе. По словам министра, деньги в бюджете есть." },
	{ "ISO-8859-7",
	  "Ο πρωθυπουργός δήλωσε ότι η κυβέρνηση θα λάβει νέα μέτρα αυτή "
	  "την εβδομάδα." },
	{ "Shift_JIS",
	  "首相は火曜日、政府が今週中に新しい対策を取ると発表した。大臣による"
	  "と予算はあるが法律の改正が必要だという。" },
	{ "EUC-KR",
	  "총리는 화요일 정부가 이번 주에 새로운 조치를 취할 것이라고 "
	  "발표했다." },
	{ "GB18030", "总理星期二宣布，政府将在本周采取新的措施。部长表示，预算"
		     "中有资金。" },
};

static size_t encode(const struct article *article, char *out, size_t room)
{
	UChar wide[1024];
	UErrorCode error = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(article->charset, &error);
	int32_t count, len;

	u_strFromUTF8(wide, 1024, &count, article->text, -1, &error);
	len = ucnv_fromUChars(converter, out, (int32_t)room, wide, count,
			      &error);
	assert_true(U_SUCCESS(error));
	ucnv_close(converter);
	return (size_t)len;
}

static void test_articles(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(articles) / sizeof(*articles); i++) {
		char bytes[2048];
		const size_t len = encode(&articles[i], bytes, sizeof(bytes));
		struct charset_report report;
		struct buffer out;

		buffer_init(&out);
		charset_report_init(&report);
		assert_int_equal(
			charset_decode_article(bytes, len, &out, &report),
			CD_OK);
		assert_string_equal(report.name, articles[i].charset);
		assert_int_equal(report.bad_count, 0);
		assert_int_equal(out.len, strlen(articles[i].text));
		assert_memory_equal(out.bytes, articles[i].text, out.len);
		charset_report_release(&report);
		buffer_release(&out);
	}
}

static void test_damaged(void **state)
{
	/* Unicode 15, table 3-8: one U+FFFD for each maximal subpart. */
	static const char bytes[] = "é\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63"
				    "\x80\xBF\x64 éééé é";
	static const char wanted[] = "éa\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
				     "b\xEF\xBF\xBD"
				     "c\xEF\xBF\xBD\xEF\xBF\xBD"
				     "d éééé é";
	static const uint32_t places[] = { 3, 6, 9, 13, 17, 20 };
	struct charset_report report;
	struct buffer out;

	(void)state;
	buffer_init(&out);
	charset_report_init(&report);
	assert_int_equal(
		charset_decode_article(bytes, sizeof(bytes) - 1, &out, &report),
		CD_OK);
	assert_string_equal(report.name, "UTF-8");
	assert_int_equal(out.len, sizeof(wanted) - 1);
	assert_memory_equal(out.bytes, wanted, out.len);
	assert_int_equal(report.bad_count, 6);
	assert_memory_equal(report.bad, places, sizeof(places));
	charset_report_release(&report);
	buffer_release(&out);
}

/* Whatever the bytes are, the text is valid UTF-8. */
static void test_noise(void **state)
{
	uint64_t seed = 5;

	(void)state;
	for (int round = 0; round < 400; round++) {
		char bytes[600];
		const size_t len = 1 + random_below(&seed, sizeof(bytes));
		struct charset_report report;
		struct buffer out;

		for (size_t i = 0; i < len; i++)
			bytes[i] = (char)random_below(&seed, 256);
		buffer_init(&out);
		charset_report_init(&report);
		assert_int_equal(
			charset_decode_article(bytes, len, &out, &report),
			CD_OK);
		assert_int_equal(utf8_valid_prefix(out.bytes, out.len),
				 out.len);
		charset_report_release(&report);
		buffer_release(&out);
	}
}

static void test_marks(void **state)
{
	static const struct {
		const char *bytes;
		size_t len;
		const char *name;
		size_t mark;
	} rows[] = {
		{ "\xEF\xBB\xBF"
		  "a",
		  4, "UTF-8", 3 },
		{ "\xFF\xFE"
		  "a\0",
		  4, "UTF-16LE", 2 },
		{ "\xFE\xFF\0a", 4, "UTF-16BE", 2 },
		{ "\xFF\xFE\0\0", 4, "UTF-32LE", 4 },
		{ "\0\0\xFE\xFF", 4, "UTF-32BE", 4 },
		{ "\xFF\xFE", 2, "UTF-16LE", 2 },
		{ "\xEF\xBB", 2, NULL, 0 },
		{ "abc", 3, NULL, 0 },
		{ "", 0, NULL, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t mark = 9;
		const char *name =
			cd_bom_charset(rows[i].bytes, rows[i].len, &mark);

		assert_int_equal(mark, rows[i].mark);
		if (rows[i].name)
			assert_string_equal(name, rows[i].name);
		else
			assert_null(name);
	}
}

/* The same text for each way to cut the stream. */
static void test_pieces(void **state)
{
	static const char wanted[] = "a😀é\xEF\xBF\xBDz";
	static const char wide[] = "a\0\x3D\xD8\x00\xDE\xE9\0\x00\xD8z\0";
	const size_t len = sizeof(wide) - 1;

	(void)state;
	for (size_t step = 1; step <= len; step++) {
		struct cd_decoder *decoder;
		struct buffer out;
		bool lossy = false;

		buffer_init(&out);
		assert_int_equal(cd_decoder_new("UTF-16LE", &decoder), CD_OK);
		for (size_t at = 0; at < len; at += step) {
			const size_t n = len - at < step ? len - at : step;
			struct cd_span utf8;

			assert_int_equal(cd_decode(decoder, wide + at, n,
						   at + n == len, &utf8,
						   &lossy),
					 CD_OK);
			buffer_add(&out, utf8.bytes, utf8.len);
		}
		assert_true(lossy);
		assert_int_equal(out.len, sizeof(wanted) - 1);
		assert_memory_equal(out.bytes, wanted, out.len);
		cd_decoder_free(decoder);
		buffer_release(&out);
	}
}

static void test_names(void **state)
{
	struct cd_decoder *decoder;

	(void)state;
	assert_int_equal(cd_decoder_new("no-such-charset", &decoder), CD_USAGE);
	assert_null(decoder);
	assert_int_equal(cd_decoder_new("", &decoder), CD_USAGE);
	assert_int_equal(cd_decoder_new("latin1", &decoder), CD_OK);
	cd_decoder_free(decoder);
	cd_decoder_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_articles), cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_noise),	 cmocka_unit_test(test_marks),
		cmocka_unit_test(test_pieces),	 cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests_name("charset", tests, NULL, NULL);
}
