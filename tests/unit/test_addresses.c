/* Addresses, and what else a machine reads. */
#include "support.h"

#include "text/address.h"
#include "text/machine_name.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

struct row {
	const char *text; /* "^": where an address may be, "|": its end */
	unsigned kind;
};

/* The text without its signs; their places, or those of its start. */
static void read_row(const char *row, char *text, size_t *at, size_t *end)
{
	size_t len = 0;

	*at = 0;
	*end = 0;
	for (; *row; row++) {
		if (*row == '^')
			*at = len;
		else if (*row == '|')
			*end = len;
		else
			text[len++] = *row;
	}
	text[len] = '\0';
}

static void test_addresses(void **state)
{
	static const struct row rows[] = {
		{ "^http://pier.example|", ADDRESS_URL },
		{ "^https://pier.example/a?b=c#d|", ADDRESS_URL },
		{ "^https://pier.example/a|.", ADDRESS_URL },
		{ "^https://pier.example/a|?!", ADDRESS_URL },
		{ "^https://pier.example/a|,:", ADDRESS_URL },
		{ "^https://pier.example/a/| so", ADDRESS_URL },
		{ "^www.pier.zz|", ADDRESS_URL },
		{ "^http", 0 },
		{ "^httpd", 0 },
		{ "^pier.com|", ADDRESS_URL },
		{ "^pier.com/boats|", ADDRESS_URL },
		{ "^pier.boats.org| so", ADDRESS_URL },
		{ "^pier.Com", 0 },
		{ "^pier.boats", 0 },
		{ "^pier.it", 0 },
		{ "^pier.it/a|", ADDRESS_URL },
		{ "^pier", 0 },
		{ "^.com", 0 },
		{ "^a.com|", ADDRESS_URL },
		{ "see ^pier.com|", ADDRESS_URL },
		{ "^t.co/aB3|", ADDRESS_URL },
		{ "^https://t.co/aB3|", ADDRESS_URL | ADDRESS_POST },
		{ "^http://t.co/aB3|", ADDRESS_URL | ADDRESS_POST },
		{ "^https://fb.watch/a|", ADDRESS_URL | ADDRESS_POST },
		{ "^https://pic.x.com/a|", ADDRESS_URL | ADDRESS_POST },
		{ "^pic.twitter.com/aB3|", ADDRESS_URL | ADDRESS_POST },
		{ "^https://t.com/aB3|", ADDRESS_URL },
		{ "^ida@pier.example|", ADDRESS_MAIL },
		{ "^ida@pier.example|.", ADDRESS_MAIL },
		{ "^Ida@Pier", 0 },
		{ "^ida.b@pier", 0 },
		{ "^@ida_3| so", ADDRESS_HANDLE },
		{ "^@4711", 0 },
		{ "^@4711a|", ADDRESS_HANDLE },
		{ "^@_|", ADDRESS_HANDLE },
		{ "^@", 0 },
		{ "@^@ida", 0 },
		{ "^@ida|-b", ADDRESS_HANDLE },
		{ "^-pier.com", 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct address_run run = { 0 };
		char text[128];
		size_t at, end, found;
		unsigned kind = 0;

		read_row(rows[i].text, text, &at, &end);
		found = address_at(text, at, strlen(text), &run, &kind);
		if (found != end || (found && kind != rows[i].kind))
			fail_msg("%s: %zu, kind %u", rows[i].text, found, kind);
	}
}

/* The rest of a run was read with its start: it says the same. */
static void test_run(void **state)
{
	static const char text[] = "https://pier.example/a.b-c-d so";
	struct address_run run = { 0 };
	unsigned kind;

	(void)state;
	assert_int_equal(address_at(text, 0, strlen(text), &run, &kind), 28);
	assert_int_equal(run.end, 28);
	assert_int_equal(run.dot, 23);
	assert_int_equal(address_at(text, 21, strlen(text), &run, &kind), 0);
	assert_int_equal(address_at(text, 29, strlen(text), &run, &kind), 0);
	assert_int_equal(run.end, 31);
}

static bool is_name(const char *text)
{
	struct machine_name_walk walk = { .text = text, .len = strlen(text) };

	return machine_name_holds(&walk, 0, 1);
}

static void test_machine_names(void **state)
{
	static const char *const names[] = {
		"pier_3",	"_pier_",    "ida@pier",  "a@_",
		"http://a",	"a://b",     "pier.com",  "pier.com/a",
		"Pier.COM",	"pier.De",   "pier.it/a", "/boats/list.txt",
		"boats/list.t", "www.a",     "WWW.a",	  "(pier.com)",
		"3.com",	"12(xviii)", "3(a)(ii)",  "--log-l",
	};
	static const char *const others[] = {
		"pier",		"pier_",    "pier@",	  "@",
		"a:b",		"a:/b",	    "pier.Then",  "pier.comb",
		".com",		"list.txt", "and/or",	  "boats/.t",
		"boats/list.3", "ww.a",	    "pier.it",	  "pier.com3",
		"awww.",	"a/b.",	    "12(winter)", "--log--l",
		"a(ii)",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++)
		if (!is_name(names[i]))
			fail_msg("no name: %s", names[i]);
	for (size_t i = 0; i < COUNT(others); i++)
		if (is_name(others[i]))
			fail_msg("a name: %s", others[i]);
}

/* Each chunk by itself, and what reaches over its end is in none. */
static void test_walk(void **state)
{
	static const char text[] = "see pier.com so\tida@b\nthe pier";
	struct machine_name_walk walk = { .text = text, .len = strlen(text) };

	(void)state;
	assert_false(machine_name_holds(&walk, 0, 3));
	assert_true(machine_name_holds(&walk, 4, 8));
	assert_true(machine_name_holds(&walk, 9, 12));
	assert_false(machine_name_holds(&walk, 9, 13));
	assert_false(machine_name_holds(&walk, 13, 15));
	assert_true(machine_name_holds(&walk, 18, 19));
	assert_int_equal(walk.at, 16);
	assert_int_equal(walk.end, 21);
	assert_false(machine_name_holds(&walk, 22, 25));
	assert_false(machine_name_holds(&walk, 26, 30));
	assert_int_equal(walk.end, 30);
}

static enum site_part part_of(const char *text, size_t at)
{
	struct machine_name_walk walk = { .text = text, .len = strlen(text) };

	if (!machine_name_holds(&walk, at, at + 1))
		return SITE_NONE;
	return machine_name_site(&walk, at);
}

/* What may be the name of a company, and what is an address alone. */
static void test_sites(void **state)
{
	static const char *const sites[] = {
		"pier.com",
		"Pier.COM",
		"(pier.com)",
		"\"pier.com,\"",
		"pier.de.",
		"pier.com:",
		"pier.com\xE2\x80\x99s",
		"pier.com\xE2\x80\x94the",
	};
	static const char *const addresses[] = {
		"a@pier.com",	"pier.com/a", "www.pier.com", "a.pier.com",
		"pier.com:80",	"pier.com?a", "pier.com#a",   "http://pier.com",
		"old-pier.com", "pier.com-a", "@pier.com",    "/pier.com",
		"pier.com.a",	"pier.com_",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(sites); i++) {
		const size_t dot = (size_t)(strchr(sites[i], '.') - sites[i]);

		if (part_of(sites[i], dot - 1) != SITE_NAME ||
		    part_of(sites[i], dot + 1) != SITE_DOMAIN)
			fail_msg("no site: %s", sites[i]);
	}
	for (size_t i = 0; i < COUNT(addresses); i++)
		if (part_of(addresses[i], 1) != SITE_NONE)
			fail_msg("a site: %s", addresses[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_addresses),
		cmocka_unit_test(test_run),
		cmocka_unit_test(test_machine_names),
		cmocka_unit_test(test_walk),
		cmocka_unit_test(test_sites),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
