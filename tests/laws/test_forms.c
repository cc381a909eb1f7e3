/*
 * The texts of tests/cases as a whole in other forms, and beside others: flat,
 * wrapped, in capitals, tokenised, with marks that were lost, set in, quoted,
 * and above or below what an article may have. Rules look at the whole text,
 * and at what is around a line. See recorded.h.
 */
#include "support.h"

#include "laws/recorded.h"

/* What an article beside others is run with. */
static const struct cd_options every = {
	.rules = "all",
	.quotes = CD_QUOTES_STRAIGHT,
	.dashes = CD_DASHES_TYPOGRAPHIC,
	.boilerplate_recall = true,
	.no_model = true,
};

static struct cd_desk *desk; /* for these */

#define FROM 8
#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* A text in another form. */
struct form {
	const char *from[FROM];	 /* each becomes `to`, */
	const char *to;		 /* where % is what was there */
	const char *front, *end; /* of each line */
	char first, last;	 /* letters of this range change their case */
	size_t columns;		 /* lines are broken there */
	size_t shortest;	 /* lines are cut there */
};

/* clang-format off */
static const struct form forms[] = {
	{ .first = 'a', .last = 'z' },
	{ .first = 'A', .last = 'Z' },
	{ .first = 'a', .last = 'm' },
	{ .from = { "\n" }, .to = " " },
	{ .from = { "\n" }, .to = "  " },
	{ .from = { "\n" }, .to = "   " },
	{ .from = { "\n" }, .to = "\n\n" },
	{ .from = { "\n" }, .to = "\r\n" },
	{ .from = { "\n" }, .to = "\n\t" },
	{ .from = { "\n" }, .to = "" },
	{ .from = { "\n" }, .to = "\\n" },
	{ .from = { "\n" }, .to = "<br>" },
	{ .from = { " " }, .to = "  " },
	{ .from = { " " }, .to = "\n" },
	{ .from = { " " }, .to = "\t" },
	{ .from = { " " }, .to = "\u00A0" },
	{ .from = { " " }, .to = "_" },
	{ .from = { " " }, .to = "" },
	{ .from = { ". ", "? ", "! " }, .to = "% " },
	{ .from = { ". ", "? ", "! " }, .to = "%\n" },
	{ .from = { ". ", "? ", "! " }, .to = "%  \n\n" },
	{ .from = { ". " }, .to = "." },
	{ .from = { ". " }, .to = " " },
	{ .from = { "." }, .to = "" },
	{ .from = { "." }, .to = "?" },
	{ .from = { ".", ",", "\u2019", "\"", "?" }, .to = "" },
	{ .from = { ".", ",", "\u2019", "\"", "?", "-", "'" }, .to = " " },
	{ .from = { ",", ".", "?", ":", ";", "(", ")" }, .to = " % " },
	{ .from = { ",", ".", "?", ":", "!" }, .to = " %" },
	{ .from = { ", " }, .to = " - " },
	{ .from = { ", " }, .to = " -- " },
	{ .from = { ", " }, .to = "\u2014" },
	{ .from = { ", " }, .to = " (" },
	{ .from = { ", " }, .to = ": " },
	{ .from = { "\u201C", "\u201D" }, .to = "\"" },
	{ .from = { "\u201C", "\u201D", "\"" }, .to = "\u201D" },
	{ .from = { "\u201C", "\u201D", "\"" }, .to = "''" },
	{ .from = { "\u201C", "\u201D", "\"" }, .to = "&quot;" },
	{ .from = { "\u201C", "\u201D", "\"" }, .to = "\\\"" },
	{ .from = { "\u201C", "\u201D", "\"" }, .to = " % " },
	{ .from = { "\u2019", "'" }, .to = "\"" },
	{ .from = { "\u2019", "'" }, .to = "`" },
	{ .from = { "\u2019", "'" }, .to = "?" },
	{ .from = { "\u2019", "'" }, .to = "\u00E2\u20AC\u2122" },
	{ .from = { "\u2019", "'" }, .to = "\uFFFD" },
	{ .from = { "\u2019", "'" }, .to = "&#8217;" },
	{ .from = { "e" }, .to = "\u00E9" },
	{ .from = { "e" }, .to = "\u00C3\u00A9" },
	{ .from = { "o" }, .to = "\u043E" },
	{ .from = { "o" }, .to = "0" },
	{ .from = { "\u201C" }, .to = "\u00E2\u20AC\u0153" },
	{ .from = { "\u201D" }, .to = "\u00E2\u20AC\xC2\x9D" },
	{ .from = { "\u2019", "\u201C" }, .to = "\u00C2%" },
	{ .from = { "\u2019", "'" }, .to = "&rsquo;" },
	{ .from = { "\u2019", "'" }, .to = " #39;" },
	{ .from = { "\u2019", "'" }, .to = "\\u2019" },
	{ .from = { "\u2019", "'" }, .to = "\\'" },
	{ .from = { "\u2019", "'" }, .to = "=E2=80=99" },
	{ .from = { "\u2019", "'" }, .to = "%E2%80%99" },
	{ .from = { "\"", "\u201C", "\u201D" }, .to = "quot;" },
	{ .from = { "\"", "\u201C", "\u201D" }, .to = "``" },
	{ .from = { " " }, .to = "&nbsp;" },
	{ .from = { " " }, .to = "\u00C2\u00A0" },
	{ .from = { " " }, .to = " =\n" },
	{ .from = { " " }, .to = "\u200B " },
	{ .from = { " " }, .to = "\\ " },
	{ .from = { "the " }, .to = "<b>%</b>" },
	{ .from = { "the " }, .to = "[[%]]" },
	{ .from = { "the " }, .to = "**%**" },
	{ .from = { "the " }, .to = "_%_ " },
	{ .from = { "the " }, .to = "<a href=\"http://a.example/\">%" },
	{ .from = { "the " }, .to = "[%](http://a.example/b) " },
	{ .from = { "the " }, .to = "\\emph{%}" },
	{ .from = { "e" }, .to = "\\'e" },
	{ .from = { "e" }, .to = "e\u0301" },
	{ .from = { "e" }, .to = "e\u00AD" },
	{ .from = { "e" }, .to = "=C3=A9" },
	{ .from = { "e" }, .to = "\uFFFD" },
	{ .from = { "e" }, .to = "?" },
	{ .from = { "fi", "fl", "ff" }, .to = "\uFB01" },
	{ .from = { "t" }, .to = "t\b" "t" },
	{ .from = { "1", "2", "5", "9" }, .to = "3" },
	{ .from = { "-", "\u2013", "\u2014" }, .to = " % " },
	{ .from = { "&", "<", ">" }, .to = "&amp;%" },
	{ .from = { "(", ")", "[", "]" }, .to = "" },
	{ .front = "    " },
	{ .front = "# " },
	{ .front = "== ", .end = " ==" },
	{ .front = "* " },
	{ .front = "\uFEFF" },
	{ .front = "\f" },
	{ .front = "1\n00:00:12,000 --> 00:00:14,000\n", .end = "\n" },
	{ .front = "<li>" },
	{ .front = "[1] " },
	{ .front = "Page 3\n" },
	{ .front = "\\item " },
	{ .end = "\n-----" },
	{ .end = "[1]" },
	{ .end = "&#13;" },
	{ .end = "=20" },
	{ .end = "<br />" },
	{ .front = "> " },
	{ .front = "\u2022 " },
	{ .front = "- " },
	{ .front = "12. " },
	{ .front = "IDA MARSH: " },
	{ .front = "<p>", .end = "</p>" },
	{ .front = "**", .end = "**" },
	{ .front = "| ", .end = " |" },
	{ .front = "\u201C", .end = "\u201D" },
	{ .front = "(", .end = ")" },
	{ .front = "\"", .end = "\"," },
	{ .front = "The council said on Monday: " },
	{ .end = " The council met on Monday." },
	{ .end = "  " },
	{ .end = ":" },
	{ .end = "." },
	{ .end = " |" },
	{ .end = "\\" },
	{ .columns = 24 },
	{ .columns = 45 },
	{ .columns = 62 },
	{ .columns = 75, .front = "   " },
	{ .columns = 62, .front = "> " },
	{ .columns = 62, .first = 'a', .last = 'z' },
	{ .columns = 62, .first = 'A', .last = 'Z' },
	{ .shortest = 24 },
	{ .shortest = 48 },
	{ .shortest = 90 },
};

/* What may be above a text, or below it. */
static const char *const others[] = {
	"The council of Port Ellis met on Monday. \u201CWe knew,\u201D said Ida "
	"Marsh, \u201Cthat the crane wouldn\u2019t last.\u201D",
	"The council met on Monday.\n\nNobody was there to see it.\n\nThe "
	"vote is in May.\n\nIda Marsh wrote it down.",
	"the council of port ellis met on monday and nobody was there to see "
	"it so ida marsh wrote it down and the vote is in may they said",
	"THE COUNCIL OF PORT ELLIS MET ON MONDAY. NOBODY WAS THERE TO SEE IT.",
	"The council of Port Ellis met on Monday in the old hall near the\n"
	"river and heard from several people about the plan to close the\n"
	"small library beside it, which had been open for forty years.",
	"The council met , he said , and they did n't vote .  `` No , '' she "
	"said .",
	"Home\nNews\nSport\nWeather\nSign in\nSubscribe\nMore",
	"Read more: Ten towns that lost their ferries\nFollow us on Twitter "
	"@portellis\n\u00A9 2019 Port Ellis Post. All rights reserved.",
	"PORT ELLIS (AP) \u2014 The council met on Monday.",
	"Q: Why now?\nA: We had no money.\nQ: And then?\nA: We asked.",
	"\u2022 one boat\n\u2022 two piers\n\u2022 a bridge that leaks",
	"int main(void)\n{\n\treturn pier(3);\n}",
	"Name  | Goals | Town\nMarsh | 3     | Ellis\nReed  | 12    | Lowell",
	"    We have no bread,\n    So the boats go out again,\n    They sing "
	"of rain,\n    And the quay is full of men.",
	"Der Rat der Stadt hat am Montag nicht getagt, und die F\u00E4hre "
	"f\u00E4hrt wieder nach M\u00FCnchen.",
	"It\u00E2\u20AC\u2122s a caf\u00C3\u00A9, &amp; it isn&#39;t <b>open"
	"</b>.",
};
/* clang-format on */

static const char *const joints[] = { "\n\n", "\n", " ", "   " };

static void add(struct text *text, const char *bytes)
{
	if (bytes)
		text_add(text, bytes, strlen(bytes));
}

/* What begins in[at] that the form changes, or NULL. */
static const char *from_at(const struct form *form, const struct text *in,
			   size_t at)
{
	for (size_t i = 0; i < FROM && form->from[i]; i++) {
		const size_t len = strlen(form->from[i]);

		if (in->len - at >= len &&
		    !memcmp(in->bytes + at, form->from[i], len))
			return form->from[i];
	}
	return NULL;
}

static void add_changed(struct text *text, const struct form *form,
			const char *from)
{
	for (const char *to = form->to; *to; to++)
		if (*to == '%')
			add(text, from);
		else
			text_add(text, to, 1);
}

static void add_byte(struct text *text, const struct form *form, char byte)
{
	if (form->first && byte >= form->first && byte <= form->last)
		byte ^= 0x20;
	text_add(text, &byte, 1);
}

/* Whether the byte is the line's last, or no more of it is kept. */
static bool ends_line(const struct form *form, const struct text *in, size_t at,
		      size_t column)
{
	return in->bytes[at] == '\n' ||
	       (form->columns && in->bytes[at] == ' ' &&
		column >= form->columns);
}

static void try_form(struct recorded_case *one, const struct form *form)
{
	const struct text *in = &one->test->in;
	struct text text = { NULL, 0 };
	size_t column = 0;

	add(&text, form->front);
	for (size_t at = 0; at < in->len;) {
		const char *from = from_at(form, in, at);

		if (from) {
			add_changed(&text, form, from);
			at += strlen(from);
			continue;
		}
		if (ends_line(form, in, at, column)) {
			add(&text, form->end);
			add(&text, "\n");
			add(&text, form->front);
			column = 0;
		} else if (!form->shortest || column < form->shortest) {
			add_byte(&text, form, in->bytes[at]);
			column++;
		}
		at++;
	}
	add(&text, form->end);
	if (text.bytes)
		recorded_try(one, one->own, text.bytes, text.len, false);
	free(text.bytes);
}

/* Parts, as many as are not NULL, one after the other. */
static void try_parts(struct recorded_case *one, const char *const parts[5])
{
	struct text text = { NULL, 0 };

	for (size_t i = 0; i < 5 && parts[i]; i++)
		add(&text, parts[i]);
	recorded_try(one, desk, text.bytes, text.len, false);
	free(text.bytes);
}

/* Above others, below them, between them, and twice. */
static void try_others(struct recorded_case *one)
{
	const char *const in = one->test->in.bytes;

	for (size_t i = 0; i < COUNT(others); i++) {
		const char *joint = joints[(i + one->state) % COUNT(joints)];
		const char *next = others[(i + 1) % COUNT(others)];

		try_parts(one, (const char *[5]){ others[i], joint, in });
		try_parts(one, (const char *[5]){ in, joint, others[i] });
		try_parts(one, (const char *[5]){ others[i], joint, in, joint,
						  next });
	}
	for (size_t i = 0; i < COUNT(joints); i++)
		try_parts(one, (const char *[5]){ in, joints[i], in, joints[i],
						  in });
}

static void try_forms(struct recorded_case *one)
{
	for (size_t i = 0; i < COUNT(forms); i++)
		try_form(one, &forms[i]);
	try_others(one);
}

int main(void)
{
	int failed;

	desk = desk_for(&every);
	failed = recorded_run("forms", "tests/neighbours/forms", try_forms);
	cd_desk_free(desk);
	return failed;
}
