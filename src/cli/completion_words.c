/* What the completion scripts of all shells are made of. */
#include "cli/completion_words.h"

#include <ctype.h>
#include <string.h>

enum completes completes_option(const struct option_row *row)
{
	static const struct {
		const char *value; /* as --help shows it */
		enum completes completes;
	} values[] = {
		{ "RULES", COMPLETES_RULES }, { "STAGE", COMPLETES_RULES },
		{ "FILE", COMPLETES_FILES },  { "PATH", COMPLETES_FILES },
		{ "DIR", COMPLETES_FOLDERS },
	};

	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		if (!strcmp(row->value, values[i].value))
			return values[i].completes;
	}
	return row->words || strchr(row->value, '|') ? COMPLETES_WORDS
						     : COMPLETES_NOTHING;
}

enum completes completes_argument(const struct command_row *row)
{
	if (strstr(row->arguments, "RULE"))
		return COMPLETES_RULES;
	return strstr(row->arguments, "COMMAND") ? COMPLETES_COMMANDS
						 : COMPLETES_FILES;
}

bool completion_repeats(const struct option_row *row)
{
	return row->kind == KIND_RULES || row->kind == KIND_TERMS ||
	       row->kind == KIND_FIELD || row->kind == KIND_LIST ||
	       row->kind == KIND_GLOB || row->kind == KIND_FILES;
}

static void add_word(struct buffer *out, size_t from, const char *word,
		     size_t len)
{
	buffer_add_text(out, out->len > from ? " " : "");
	buffer_add(out, word, len);
}

void completion_words(struct buffer *out, const struct option_row *row)
{
	const size_t from = out->len;
	const char *at = row->value;

	for (const struct option_word *word = row->words; word && word->name;
	     word++)
		add_word(out, from, word->name, strlen(word->name));
	/* "blank|formfeed|LINE": what is in capitals is any text. */
	while (!row->words && *at) {
		const size_t len = strcspn(at, "|");

		if (islower((unsigned char)*at))
			add_word(out, from, at, len);
		at += len + (at[len] != '\0');
	}
}

void completion_rules(struct buffer *out)
{
	const size_t from = out->len;
	const char *stage = "";

	add_word(out, from, "all", 3);
	for (size_t i = 0; i < cd_rule_count(); i++) {
		const char *name = cd_rule(i)->name;
		const size_t len = strcspn(name, "/") + 1;

		if (strncmp(name, stage, len) != 0)
			add_word(out, from, name, len - 1);
		add_word(out, from, name, strlen(name));
		stage = name;
	}
}

void completion_commands(struct buffer *out)
{
	const size_t from = out->len;

	for (int i = COMMAND_CHECK; i < COMMAND_COUNT; i++)
		add_word(out, from, command_rows[i].name,
			 strlen(command_rows[i].name));
}

void completion_valued(struct buffer *out)
{
	for (size_t i = 0; i < option_row_count; i++) {
		if (!option_rows[i].value)
			continue;
		buffer_printf(out, " --%s", option_rows[i].name);
		if (option_rows[i].letter)
			buffer_printf(out, " -%c", option_rows[i].letter);
	}
}

void completion_quote(struct buffer *out, const char *text)
{
	buffer_add_byte(out, '\'');
	for (; *text; text++) {
		if (*text == '\'')
			buffer_add_text(out, "'\\''");
		else
			buffer_add_byte(out, *text);
	}
	buffer_add_byte(out, '\'');
}
