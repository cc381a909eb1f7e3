/* The table of top-level domains, and what is a host by it. */
#include "support.h"

#include "text/address.h"
#include "text/domains.h"

static void test_sorted(void **state)
{
	const char *name, *last = "";
	enum domain kind;

	(void)state;
	for (size_t i = 0; (name = domain_at(i, &kind)) != NULL; i++) {
		assert_true(strcmp(last, name) < 0);
		assert_int_equal(domain_find(name, strlen(name)), kind);
		assert_int_not_equal(kind, DOMAIN_NONE);
		last = name;
	}
}

static void test_find(void **state)
{
	(void)state;
	assert_int_equal(domain_find("Com", 3), DOMAIN_PLAIN);
	assert_int_equal(domain_find("de", 2), DOMAIN_NAME);
	assert_int_equal(domain_find("it", 2), DOMAIN_PATH);
	assert_int_equal(domain_find("But", 3), DOMAIN_NONE);
	assert_int_equal(domain_find("c", 1), DOMAIN_NONE);
	assert_int_equal(domain_find("onlinenews", 10), DOMAIN_NONE);
}

static size_t address_length(const char *text)
{
	struct address_run run = { 0 };
	unsigned kind;

	return address_at(text, 0, strlen(text), &run, &kind);
}

static void test_hosts(void **state)
{
	static const char *const hosts[] = {
		"holt.com",  "holt.news",   "holt.co.uk",
		"t.me/holt", "www.holt.it", "holt.io/ferry",
	};
	static const char *const others[] = {
		"said.it was", "said.But no", "Holt.In",
		"holt.plan",   "U.S.",	      "4.5/6",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(hosts) / sizeof(*hosts); i++)
		assert_int_equal(address_length(hosts[i]), strlen(hosts[i]));
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		assert_int_equal(address_length(others[i]), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sorted),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_hosts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
