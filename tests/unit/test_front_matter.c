/* The fields before an article in Markdown: how long they are. */
#include "support.h"

#include "base/buffer.h"
#include "text/front_matter.h"

#define LINES 1000

/* A page that was moved often has an address a line. */
static void test_long(void **state)
{
	struct buffer buffer;
	size_t len;

	(void)state;
	buffer_init(&buffer);
	buffer_add_text(&buffer, "---\ntitle: \"It's gone\"\naliases:\n");
	for (int i = 0; i < LINES; i++)
		buffer_add_text(&buffer, "  - /old/pier/\n");
	len = buffer.len;
	assert_int_equal(front_matter_length(buffer.bytes, buffer.len), 0);
	buffer_add_text(&buffer, "---\n");
	assert_int_equal(front_matter_length(buffer.bytes, buffer.len),
			 len + 4);
	buffer_add_text(&buffer, "The pier shut.\n");
	assert_int_equal(front_matter_length(buffer.bytes, buffer.len),
			 len + 4);
	buffer_release(&buffer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
