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

/* The bytes become `wanted`, read as `name`; the caller releases the report. */
static void decode_as(const char *bytes, const char *wanted, const char *name,
		      struct charset_report *report)
{
	struct buffer out;

	buffer_init(&out);
	charset_report_init(report);
	assert_int_equal(
		charset_decode_article(bytes, strlen(bytes), &out, report),
		CD_OK);
	assert_string_equal(report->name, name);
	assert_int_equal(out.len, strlen(wanted));
	assert_memory_equal(out.bytes, wanted, out.len);
	buffer_release(&out);
}

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
	{ "windows-949",
	  "똠얌꿍 식당의 펲시 간판은 버들면에서 가장 낡은 것이라고 "
	  "식당 주인이 화요일 말했다." },
	{ "EUC-JP",
	  "はやぶさ島の渡し船は十月で終わるといわれている。とても古い船だか"
	  "らです。" },
	{ "EUC-JP",
	  "ゆりかごの町議会は火曜日、ふるい木の橋をこわすことを決めた。もう"
	  "じゅうぶん待ちました、と町長は語った。Lowell町長によると、こわす"
	  "のは三月からになる。" },
	{ "ibm-866",
	  "В Норденске закрыли паром \"Ида\". Его чинили трижды, "
	  "сказала владелица. Совет решит в среду, что делать с причалом." },
	{ "windows-949",
	  "총리는 화요일 정부가 이번 주에 새로운 조치를 취할 것이라고 "
	  "발표했다." },
	{ "UTF-16LE", "The ferry’s owner said “no”.\n" },
	{ "UTF-16BE", "It will stop.\n" },
	{ "UTF-16LE", "Паром ушёл.\n" },
	{ "UTF-16BE", "Паром ушёл, сообщил владелец 😀.\n" },
	{ "UTF-16LE", "渡轮将于十月停运，船主星期二表示。\n" },
	{ "UTF-16BE", "연락선은 10월에 운항을 멈춘다고 선주가 말했다.\n" },
	{ "UTF-32LE", "The ferry’s owner said “no”.\n" },
	{ "UTF-32BE", "Паром ушёл.\n" },
	{ "ISO-2022-JP", "これは新聞の記事です。\n" },
	{ "ISO-2022-KR", "연락선은 운항을 멈춘다.\n" },
	{ "windows-1250",
	  "Gradsko vijeće je u utorak odlučilo srušiti stari drveni most. "
	  "Dosta smo čekali, rekla je načelnica Đurđica Šušnjić. Počet će u "
	  "travnju, ako išta bude šlo; žao nam je." },
	{ "windows-1250",
	  "Consiliul local a aprobat marţi demolarea vechiului pod de lemn. Am "
	  "aşteptat destul, a spus primăriţa, Viorica Stănculeţ." },
	{ "windows-1252",
	  "La pièce de Miloš Šimek, très belle, a plu à Žižkov, où Špela Žižek "
	  "était là. Après, ils dînèrent, et le frère du père chercha la "
	  "mère." },
	{ "windows-1252",
	  "A 1º de março a câmara aprovou, por 14 votos, a demolição da ponte. "
	  "São 2ª e 3ª fases; não há razão, disse Þóra Þórsdóttir, a irmã." },
	{ "ISO-8859-2",
	  "Gradsko vijeće je odlučilo srušiti most. Dosta smo čekali, rekla je "
	  "Anđa Šušnjić, a još uvijek žele čekati." },
	{ "ISO-8859-2",
	  "Mestni svet je sklenil, da bo most čez reko že jeseni podrl. Ljudje "
	  "so čakali, je rekla županja, in še čakajo." },
	{ "windows-1254",
	  "Işık Adası’na giden vapur sonbaharda çalışmayacak. Şirketin sahibi "
	  "geminin onarımını ödeyemeyeceğini söyledi." },
	{ "windows-1257",
	  "Prāmis uz salu rudenī vairs nekursēs. Īpašnieks teica, ka nevar "
	  "samaksāt par kuģa remontu, un cilvēki gaidīs." },
	{ "windows-1257",
	  "Keltas į salą rudenį nebeplauks. Savininkė sakė, kad už laivo "
	  "remontą sumokėti negali, o žmonės vis dar laukia žinių." },
	{ "windows-1250",
	  "A sziget felé tartó komp ősszel már nem jár. A tulajdonosnő szerint "
	  "nem tudják kifizetni a hajó javítását, és kérdezték őt erről." },
	{ "ibm-852",
	  "A sziget felé tartó komp ősszel már nem jár. A tulajdonosnő szerint "
	  "nem tudják kifizetni a hajó javítását, és kérdezték őt erről." },
	{ "ibm-850",
	  "A balsa para a ilha não funcionará no outono. A dona disse que já "
	  "não pode pagar a reparação; a câmara decidirá em março." },
	{ "macintosh",
	  "La barque ne passera plus cet été. « Nous avons tout compté », a "
	  "dit "
	  "la propriétaire, très fâchée ; la mairie décidera en août." },
	{ "x-mac-cyrillic",
	  "Паром на остров Ида осенью больше не пойдёт. Владелица сказала, что "
	  "не может платить. «Моряки ждали», добавила она, «и ещё ждём "
	  "дня»." },
	{ "windows-1251",
	  "Пором на острів Іда восени більше не ходитиме. Власниця каже, що не "
	  "може сплатити за ремонт." },
	{ "Shift_JIS", "小さな島への渡し船は秋に終わると船主が語ったが、決定は"
		       "来週になる。" },
	{ "windows-1256", "العبّارة إلى جزيرة الحور لن تبحر بعد اليوم، قالت "
			  "مالكتها مساء الثلاثاء." },
	{ "windows-1256", "قايق جزيره از پاييز ديگر حرکت "
			  "نمي‌کند. "
			  "مالک "
			  "گفت "
			  "که پول تعمير را ندارد "
			  "و گروه کوچک مردم چشم به راه "
			  "مي‌مانند." },
	{ "ibm-855",
	  "Паром на остров осенью больше не пойдет. Владелица сказала, что "
	  "не может платить за ремонт, и все еще ждет решения совета." },
	{ "windows-1252",
	  "It’s the owner’s boat—Lowell’s—and it isn’t the crew’s—or Arden’s; "
	  "the town’s don’t know—yet. “So be it,” she’d said—twice." },
	{ "windows-1252",
	  "Bátur Þóru Þórsdóttur siglir ekki í haust. Bærinn á eftir að greiða "
	  "það, sagði hún, og við bíðum öll." },
	{ "windows-874",
	  "สภาเทศบาลมีมติเมื่อวันอังคารให้รื้อสะพานไม้เก่า “เรารอมานานพอแล้ว” "
	  "นายกเทศมนตรีกล่าว" },
	{ "ibm-866",
	  "Президент заявил, что правительство примет меры уже на этой "
	  "неделе. По словам министра, деньги в бюджете есть." },
	{ "KOI8-U",
	  "Президент заявив, що уряд вживе заходів уже цього тижня. За словами "
	  "міністра, гроші в бюджеті є, а її закон іще ні." },
	{ "ibm-850",
	  "Der Gemeinderat hat beschlossen, die alte Brücke über den Fluß "
	  "abzureißen. Wir müssen größere Anstrengungen machen, sagte er." },
	{ "ibm-852",
	  "Předseda vlády řekl, že příští rok přinese změny v důchodovém "
	  "systému. Podle něj je třeba zvýšit věk odchodu do důchodu." },
	{ "windows-949",
	  "버들면의회는 화요일 낡은 나무다리를 철거하기로 했다." },
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
		assert_in_range(report.confidence, 1, 100);
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

	(void)state;
	decode_as(bytes, wanted, "UTF-8", &report);
	assert_int_equal(report.bad_count, 6);
	assert_memory_equal(report.bad, places, sizeof(places));
	charset_report_release(&report);
}

/* A surrogate pair is one character; half of one is none. */
static void test_surrogates(void **state)
{
	static const char bytes[] =
		"played on \xED\xA0\xBD\xED\xB8\x80, \xED\xB8\x80";
	static const char wanted[] = "played on 😀, \xEF\xBF\xBD\xEF\xBF\xBD"
				     "\xEF\xBF\xBD";
	struct charset_report report;

	(void)state;
	decode_as(bytes, wanted, "CESU-8", &report);
	assert_int_equal(report.bad_count, 3);
	charset_report_release(&report);
}

/* Valid UTF-8 with NULs and escapes that is nothing else. */
static void test_marked_by_nothing(void **state)
{
	static const struct cd_span rows[] = {
		{ "The ferry\0is old", 16 },
		{ "\0\0\0\0\0\0\0\0", 8 },
		{ "It is \x1B[31mred\x1B[0m, it’s said", 30 },
		{ "a\0", 2 },
		{ "word by word here\0\n", 18 },
		{ "words\0", 6 },
		{ "wordword\0\n", 10 },
		{ "It’s “so”", 15 },
		{ "\x1B$B and it’s “so”", 23 },
		{ "a\0b\0c\0d\0e\1f\2g\3h\4", 16 },
		/* UTF-8 above ASCII that would be East Asian as UTF-16 */
		{ "wordword \0\u02DD\u02DD\u02DD\u02DD\u02DD\u02DD\u02DD", 24 },
		{ "\0\u00BA\u00DF", 5 },
		/* lines that are drawn, and a NUL */
		{ "============================================================"
		  "JEF\0",
		  64 },
		{ "", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_true(charset_is_utf8(rows[i].bytes, rows[i].len));
}

/* What is left of marks is no letter of Latvian, however common \xE2 is there.
 */
static void test_remnants(void **state)
{
	static const char bytes[] =
		"The owner\xE2s boat didn\xE2t sail, \xE2we said\xE2, and the "
		"na\xC3\xAFve crew\xE2s r\xC3\xA9sum\xC3\xA9 isn\xE2t "
		"\xE2so\xE2 "
		"or \xE2no\xE2 but it\xE2s \xE2yes\xE2 in \xBFs.";
	struct charset_report report;
	struct buffer out;

	(void)state;
	buffer_init(&out);
	charset_report_init(&report);
	assert_int_equal(
		charset_decode_article(bytes, sizeof(bytes) - 1, &out, &report),
		CD_OK);
	assert_string_not_equal(report.name, "windows-1257");
	charset_report_release(&report);
	buffer_release(&out);
}

/* UTF-8 with bytes of Windows-1252, and with what is left of damage. */
static void test_mixed(void **state)
{
	static const struct {
		const char *bytes, *wanted, *name;
	} rows[] = {
		{ "It’s the caf\xE9, \x93so\x94 – the owner\x92s",
		  "It’s the café, “so” – the owner’s",
		  "UTF-8 and windows-1252" },
		{ "It’s “so” at 20\xB0"
		  "C, for \xA3"
		  "5 or \x80"
		  "6, \xC9t\xE9.",
		  "It’s “so” at 20°C, for £5 or €6, Été.",
		  "UTF-8 and windows-1252" },
		{ "Lowell’s “no” va \xE0 Norden, na\xEFve",
		  "Lowell’s “no” va à Norden, naïve",
		  "UTF-8 and windows-1252" },
		/* cut short; a mark whose last bytes are gone */
		{ "It’s “so” \xE2\x80 he", "It’s “so” \xEF\xBF\xBD he",
		  "UTF-8" },
		{ "It’s “so”, don\xE2t", "It’s “so”, don\xEF\xBF\xBDt",
		  "UTF-8" },
		/* bytes of another script, a byte inside a word, noise */
		{ "渡轮“将于十\xE6停运", "渡轮“将于十\xEF\xBF\xBD停运",
		  "UTF-8" },
		{ "It’s “so” in ca\xB6"
		  "es",
		  "It’s “so” in ca\xEF\xBF\xBD"
		  "es",
		  "UTF-8" },
		{ "It’s “so” \xFE and", "It’s “so” \xEF\xBF\xBD and", "UTF-8" },
		{ "It’s “so” \xE9 and", "It’s “so” \xEF\xBF\xBD and", "UTF-8" },
		/* one that makes no sense speaks against all of them */
		{ "It’s the caf\xE9 – don\xE2t",
		  "It’s the caf\xEF\xBF\xBD – don\xEF\xBF\xBDt", "UTF-8" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct charset_report report;

		decode_as(rows[i].bytes, rows[i].wanted, rows[i].name, &report);
		charset_report_release(&report);
	}
}

/* One bad byte beside one sequence of UTF-8: UTF-8; beside marks: not. */
static void test_validity_first(void **state)
{
	static const struct {
		const char *bytes, *name;
	} rows[] = {
		{ "A \xC0\xAF b café", "UTF-8" },
		{ "It\xE2\x80\x99s 5\xB5 and \xFF", "UTF-8" },
		{ "CAF\xC9\x94 \x93 so \x94 \x93 no \x94", "windows-1252" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct charset_report report;
		struct buffer out;

		buffer_init(&out);
		charset_report_init(&report);
		assert_int_equal(charset_decode_article(rows[i].bytes,
							strlen(rows[i].bytes),
							&out, &report),
				 CD_OK);
		assert_string_equal(report.name, rows[i].name);
		assert_in_range(report.confidence, 50, 100);
		charset_report_release(&report);
		buffer_release(&out);
	}
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

/* ICU's detector refuses some bytes as a whole: noise, and no error. */
static void test_refused(void **state)
{
	static const struct cd_span rows[] = {
		{ "T l.\0\0\xF0`\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x8D\xFF",
		  19 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct charset_report report;
		struct buffer out;

		buffer_init(&out);
		charset_report_init(&report);
		assert_int_equal(charset_decode_article(rows[i].bytes,
							rows[i].len, &out,
							&report),
				 CD_OK);
		assert_string_equal(report.name, "UTF-8");
		charset_report_release(&report);
		buffer_release(&out);
	}
}

/* UTF-16 that its last byte rules out: the bytes are the text, unchanged. */
static void test_taken_back(void **state)
{
	static const char bytes[] = "\0 \0jefo";
	struct cd_desk *desk = desk_for(
		&(struct cd_options){ .rules = "=casing,+encoding/charset" });
	struct cd_result *result = NULL;
	const struct cd_finding *findings;
	size_t count;

	(void)state;
	assert_int_equal(cd_run(desk, bytes, 7, &result), CD_OK);
	assert_false(cd_changed(result));
	assert_int_equal(cd_findings(result, &findings, &count), CD_OK);
	assert_int_equal(count, 0);
	cd_result_free(result);
	cd_desk_free(desk);
}

/*
 * As much NUL as text, and whole UTF-8: no byte of it is in another charset,
 * so nothing is read anew and nothing fails.
 */
static void test_nuls_in_utf8(void **state)
{
	char bytes[129];
	struct cd_desk *desk = desk_for(
		&(struct cd_options){ .rules = "=casing,+encoding/charset" });

	(void)state;
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = i % 2 ? 't' : '\0';
	for (size_t len = 1; len <= sizeof(bytes); len++) {
		struct cd_result *result = NULL;

		assert_int_equal(cd_run(desk, bytes, len, &result), CD_OK);
		cd_result_free(result);
	}
	cd_desk_free(desk);
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
	struct cd_span utf8;
	bool lossy = false;

	(void)state;
	assert_int_equal(cd_decoder_new("no-such-charset", &decoder), CD_USAGE);
	assert_null(decoder);
	assert_int_equal(cd_decoder_new("", &decoder), CD_USAGE);
	assert_int_equal(cd_decoder_new("latin1", &decoder), CD_OK);
	/* the end of a stream may have no bytes */
	assert_int_equal(cd_decode(decoder, NULL, 0, true, &utf8, &lossy),
			 CD_OK);
	assert_int_equal(utf8.len, 0);
	assert_false(lossy);
	cd_decoder_free(decoder);
	cd_decoder_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_articles),
		cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_noise),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_taken_back),
		cmocka_unit_test(test_nuls_in_utf8),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_surrogates),
		cmocka_unit_test(test_marked_by_nothing),
		cmocka_unit_test(test_validity_first),
		cmocka_unit_test(test_mixed),
		cmocka_unit_test(test_remnants),
	};

	return cmocka_run_group_tests_name("charset", tests, NULL, NULL);
}
