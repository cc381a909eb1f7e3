/* The fields of a rule. */
#include "stages/boilerplate/rule_fields.h"

#include <string.h>

#include "base/ascii.h"
#include "stages/stage.h"

struct named {
	const char *name;
	uint32_t value;
};

static const struct named wheres[] = {
	{ "any", WHERE_ANY },
	{ "top", WHERE_TOP },
	{ "later", WHERE_LATER },
	{ "head", WHERE_HEAD },
	{ "between", WHERE_BETWEEN },
	{ "tail", WHERE_TAIL },
	{ "end", WHERE_END },
	{ "edge", WHERE_EDGE },
	{ NULL, 0 },
};

static const struct named hows[] = {
	{ "line", HOW_LINE },
	{ "prefix", HOW_PREFIX },
	{ "suffix", HOW_SUFFIX },
	{ "inside", HOW_INSIDE },
	{ "shape", HOW_SHAPE },
	{ "regex", HOW_REGEX },
	{ "front", HOW_FRONT },
	{ "back", HOW_BACK },
	{ "inline", HOW_INLINE },
	{ "rear", HOW_REAR },
	{ NULL, 0 },
};

static const struct named untils[] = {
	{ "match", UNTIL_MATCH },
	{ "sentence", UNTIL_SENTENCE },
	{ "headline", UNTIL_HEADLINE },
	{ "bracket", UNTIL_BRACKET },
	{ "body", UNTIL_BODY },
	{ "open", UNTIL_OPEN },
	{ "end", UNTIL_END },
	{ "above", UNTIL_ABOVE },
	{ "contact", UNTIL_CONTACT },
	{ "tags", UNTIL_TAGS },
	{ "menu", UNTIL_MENU },
	{ "glued", UNTIL_GLUED },
	{ "label", UNTIL_LABEL },
	{ "aside", UNTIL_ASIDE },
	{ NULL, 0 },
};

/* clang-format off */
static const struct named features[] = {
	{ "open", FEATURE_OPEN },
	{ "caps", FEATURE_CAPS },
	{ "title", FEATURE_TITLE },
	{ "bullet", FEATURE_BULLET },
	{ "handle", FEATURE_HANDLE },
	{ "url", FEATURE_URL },
	{ "mail", FEATURE_MAIL },
	{ "number", FEATURE_NUMBER },
	{ "quote", FEATURE_QUOTE },
	{ "bar", FEATURE_BAR },
	{ "bracket", FEATURE_BRACKET },
	{ "name", FEATURE_NAME },
	{ "short", FEATURE_SHORT },
	{ "long", FEATURE_LONG },
	{ "colon", FEATURE_COLON },
	{ "query", FEATURE_QUERY },
	{ "said", FEATURE_SAID },
	{ "near", FEATURE_NEAR },
	{ "clause", FEATURE_CLAUSE },
	{ "speaker", FEATURE_SPEAKER },
	{ "called", FEATURE_CALLED },
	{ "common", FEATURE_COMMON },
	{ "you", FEATURE_YOU },
	{ "glued", FEATURE_GLUED },
	{ "tight", FEATURE_TIGHT },
	{ "table", FEATURE_TABLE },
	{ "inset", FEATURE_INSET },
	{ "leads", FEATURE_LED },
	{ "row", FEATURE_ROW },
	{ NULL, 0 },
};
/* clang-format on */

bool field_is(struct field field, const char *name)
{
	return field.len && name[0] == field.text[0] &&
	       strlen(name) == field.len &&
	       !memcmp(name, field.text, field.len);
}

static const struct named *find_name(const struct named *table,
				     struct field field)
{
	for (; table->name; table++)
		if (field_is(field, table->name))
			return table;
	return NULL;
}

/* The class as a rule: "related" is boilerplate/related; "*": RULE_COUNT. */
bool rule_fields_class(struct field field, struct strip_rule *rule)
{
	static const char stage[] = "boilerplate/";
	const size_t skip = sizeof(stage) - 1;

	if (field_is(field, "*")) {
		rule->rule = RULE_COUNT;
		return true;
	}
	/* those after it are no lines': a page's, and what is only noted */
	for (size_t i = 0; i <= RULE_BOILERPLATE_USER; i++) {
		const char *name = rule_table[i].name;

		if (name[0] == stage[0] && !strncmp(name, stage, skip) &&
		    field_is(field, name + skip)) {
			rule->rule = (uint16_t)i;
			return true;
		}
	}
	return false;
}

struct field field_next(const char **at, const char *end)
{
	struct field field;

	while (*at < end && ascii_is_space((unsigned char)**at))
		(*at)++;
	field.text = *at;
	while (*at < end && !ascii_is_space((unsigned char)**at))
		(*at)++;
	field.len = (size_t)(*at - field.text);
	return field;
}

struct field field_trimmed(const char *at, const char *end)
{
	while (at < end && ascii_is_space((unsigned char)*at))
		at++;
	while (end > at && ascii_is_space((unsigned char)end[-1]))
		end--;
	return (struct field){ at, (size_t)(end - at) };
}

bool rule_fields_where(struct field field, struct strip_rule *rule)
{
	const struct named *name = find_name(wheres, field);

	if (name)
		rule->where = (uint8_t)name->value;
	return name != NULL;
}

bool rule_fields_how(struct field field, struct strip_rule *rule)
{
	const struct named *name = find_name(hows, field);

	if (name)
		rule->how = (uint8_t)name->value;
	return name != NULL;
}

/* Digits from *at up to `end`; -1 without one, or when there are too many. */
static long read_number(const char **at, const char *end)
{
	long value = -1;

	for (; *at < end && **at >= '0' && **at <= '9'; (*at)++) {
		value = (value < 0 ? 0 : value) * 10 + (**at - '0');
		if (value > 30000)
			return -1;
	}
	return value;
}

/* "words=4-30", "words=4": a range, or a single number. */
static bool read_range(const char *at, const char *end, uint16_t *min,
		       uint16_t *max)
{
	const long low = read_number(&at, end);
	long high = low;

	if (at < end && *at == '-') {
		at++;
		high = read_number(&at, end);
	}
	if (low < 0 || high < low || at != end)
		return false;
	*min = (uint16_t)low;
	*max = (uint16_t)high;
	return true;
}

static bool read_fact(struct field field, struct strip_rule *rule)
{
	const bool forbid = field.len && field.text[0] == '!';
	const struct named *fact;

	if (forbid) {
		field.text++;
		field.len--;
	}
	fact = find_name(features, field);
	if (!fact)
		return false;
	/* Neighbours that go must not be what kept a line: see classify.c. */
	if (forbid && fact->value & FEATURES_LATE)
		return false;
	*(forbid ? &rule->forbid : &rule->need) |= fact->value;
	return true;
}

static bool is_points(struct field field)
{
	return field.text[0] == '+' || field.text[0] == '-' ||
	       (field.text[0] >= '0' && field.text[0] <= '9');
}

static bool read_points(struct field field, struct strip_rule *rule)
{
	const bool negative = field.text[0] == '-';
	const char *at = field.text + (negative || field.text[0] == '+');
	const char *end = field.text + field.len;
	const long value = read_number(&at, end);

	if (value < 0 || at != end)
		return false;
	rule->points = (int16_t)(negative ? -value : value);
	return true;
}

bool rule_fields_attribute(struct field field, struct strip_rule *rule)
{
	const char *end = field.text + field.len;
	const struct named *name;
	uint16_t low, high;

	if (is_points(field))
		return read_points(field, rule);
	if (field_is(field, "unbounded"))
		return rule->unbounded = true;
	if (field_is(field, "lone"))
		return rule->lone = true;
	if (field.len > 6 && !memcmp(field.text, "words=", 6))
		return read_range(field.text + 6, end, &rule->min_words,
				  &rule->max_words);
	if (field.len > 6 && !memcmp(field.text, "lines=", 6)) {
		if (!read_range(field.text + 6, end, &low, &high) || high > 255)
			return false;
		rule->lines = (uint8_t)high;
		return true;
	}
	if (field.len > 6 && !memcmp(field.text, "until=", 6)) {
		field.text += 6;
		field.len -= 6;
		name = find_name(untils, field);
		if (name)
			rule->until = (uint8_t)name->value;
		return name != NULL;
	}
	return read_fact(field, rule);
}
