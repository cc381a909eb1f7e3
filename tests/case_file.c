/* Reading the rule tables. */
#include "case_file.h"

#include "support.h"

#include "base/utf8.h"

struct reading {
	case_visitor *visit;
	void *context;
};

void text_add(struct text *text, const char *bytes, size_t len)
{
	text->bytes = realloc(text->bytes, text->len + len + 1);
	assert_non_null(text->bytes);
	memcpy(text->bytes + text->len, bytes, len);
	text->len += len;
	text->bytes[text->len] = '\0';
}

/* \u{XXXX}, \x{XX}, \s, \t, \r and \\. */
static void unescape(struct text *text)
{
	size_t to = 0;

	for (size_t at = 0; at < text->len; at++) {
		char *end;
		unsigned long value;

		if (text->bytes[at] != '\\' || at + 1 == text->len) {
			text->bytes[to++] = text->bytes[at];
			continue;
		}
		at++;
		switch (text->bytes[at]) {
		case 's':
			text->bytes[to++] = ' ';
			break;
		case 't':
			text->bytes[to++] = '\t';
			break;
		case 'r':
			text->bytes[to++] = '\r';
			break;
		case 'u':
		case 'x':
			value = strtoul(text->bytes + at + 2, &end, 16);
			if (text->bytes[at] == 'x')
				text->bytes[to++] = (char)value;
			else
				to += utf8_encode((uint32_t)value,
						  text->bytes + to);
			at = (size_t)(end - text->bytes);
			break;
		default:
			text->bytes[to++] = text->bytes[at];
		}
	}
	text->len = to;
	text->bytes[to] = '\0';
}

/* The last newline of a section is not part of the text. */
void text_close(struct text *text)
{
	if (!text->bytes)
		text_add(text, "", 0);
	if (text->len && text->bytes[text->len - 1] == '\n')
		text->bytes[--text->len] = '\0';
}

/* Options are lines "quotes=curly", "rules==quotes", "lang=de" ... */
static void set_option(struct test_case *c, struct cd_options *options,
		       char *line)
{
	char *value = strchr(line, '=');

	assert_non_null(value);
	*value++ = '\0';
	if (!strcmp(line, "rules"))
		options->rules = value;
	else if (!strcmp(line, "lang"))
		options->lang = value;
	else if (!strcmp(line, "dashes"))
		options->dashes = !strcmp(value, "keep")
					  ? CD_DASHES_KEEP
					  : CD_DASHES_TYPOGRAPHIC;
	else if (!strcmp(line, "quotes"))
		options->quotes = !strcmp(value, "keep") ? CD_QUOTES_KEEP
				  : !strcmp(value, "straight")
					  ? CD_QUOTES_STRAIGHT
					  : CD_QUOTES_CURLY;
	else if (!strcmp(line, "casing"))
		options->casing = !strcmp(value, "never")    ? CD_CASING_NEVER
				  : !strcmp(value, "always") ? CD_CASING_ALWAYS
							     : CD_CASING_AUTO;
	else if (!strcmp(line, "model")) {
		options->no_model = !strcmp(value, "none");
		c->needs_model = !strcmp(value, "built-in");
	} else if (!strcmp(line, "boilerplate")) {
		options->boilerplate = value;
		options->boilerplate_len = strlen(value);
	} else
		fail_msg("unknown option in a case: %s", line);
}

void case_options(struct test_case *c, struct cd_options *options)
{
	char *line, *save = NULL;

	for (line = strtok_r(c->options, "\n", &save); line;
	     line = strtok_r(NULL, "\n", &save))
		set_option(c, options, line);
}

static void end_case(const struct reading *reading, struct test_case *c)
{
	if (c->title[0]) {
		text_close(&c->in);
		unescape(&c->in);
		if (c->has_out) {
			text_close(&c->out);
			unescape(&c->out);
		}
		if (c->has_findings)
			text_close(&c->findings);
		reading->visit(reading->context, c);
	}
	free(c->in.bytes);
	free(c->out.bytes);
	free(c->findings.bytes);
	memset(c, 0, sizeof(*c));
}

static void begin_case(struct test_case *c, const char *heading, size_t line)
{
	const char *colon = strstr(heading, ": ");

	assert_non_null(colon);
	c->line = line;
	snprintf(c->rule, sizeof(c->rule), "%.*s", (int)(colon - heading),
		 heading);
	snprintf(c->title, sizeof(c->title), "%s", colon + 2);
}

/* The section that a "--- NAME" line opens; NULL: options. */
static struct text *open_section(struct test_case *c, const char *name)
{
	if (!strcmp(name, "in"))
		return &c->in;
	if (!strcmp(name, "out")) {
		c->has_out = true;
		return &c->out;
	}
	if (!strcmp(name, "findings")) {
		c->has_findings = true;
		return &c->findings;
	}
	assert_string_equal(name, "options");
	return NULL;
}

static void read_cases(const struct reading *reading, char *bytes)
{
	struct test_case c = { 0 };
	struct text *section = NULL;
	size_t number = 0;
	char *next;

	for (char *line = bytes; line && *line; line = next) {
		char *end = strchr(line, '\n');
		const size_t len = end ? (size_t)(end - line) : strlen(line);

		next = end ? end + 1 : NULL;
		number++;
		if (len >= 4 && !memcmp(line, "=== ", 4)) {
			end_case(reading, &c);
			line[len] = '\0';
			begin_case(&c, line + 4, number);
			section = NULL;
		} else if (len >= 4 && !memcmp(line, "--- ", 4)) {
			line[len] = '\0';
			section = open_section(&c, line + 4);
		} else if (section) {
			text_add(section, line, len + (end != NULL));
		} else if (c.title[0] && len && line[0] != '#') {
			const size_t have = strlen(c.options);

			snprintf(c.options + have, sizeof(c.options) - have,
				 "%.*s\n", (int)len, line);
		}
	}
	end_case(reading, &c);
}

bool cases_each(const char *path, case_visitor *visit, void *context)
{
	const struct reading reading = { visit, context };
	size_t len;
	char *bytes = read_file(path, &len);

	if (!bytes)
		return false;
	read_cases(&reading, bytes);
	free(bytes);
	return true;
}

size_t case_first_change(const struct test_case *c)
{
	size_t at = 0;

	if (!c->has_out)
		return 0;
	while (at < c->in.len && at < c->out.len &&
	       c->in.bytes[at] == c->out.bytes[at])
		at++;
	return at;
}
