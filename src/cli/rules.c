/* copydesk rules [RULE]: the table of rules, or one explained. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/rule_example.h"
#include "cli/rule_names.h"

static int name_width(const char *name)
{
	size_t width = 0;

	for (size_t i = 0; i < cd_rule_count(); i++) {
		const size_t len = strlen(cd_rule(i)->name);

		if (rule_is_named(cd_rule(i), name) && len > width)
			width = len;
	}
	return (int)width;
}

static const char *on_off(const struct setup *setup, const struct cd_rule *rule)
{
	return cd_desk_selects(setup->desk, rule) ? "on" : "off";
}

static void list(struct buffer *out, const struct setup *setup,
		 const char *name)
{
	const int width = name_width(name);

	for (size_t i = 0; i < cd_rule_count(); i++) {
		const struct cd_rule *rule = cd_rule(i);

		if (!rule_is_named(rule, name))
			continue;
		buffer_printf(out, "%-*s  %-7s  %-3s  %-7s  %s\n", width,
			      rule->name, report_kind(rule->kind),
			      on_off(setup, rule),
			      report_severity(rule->severity), rule->summary);
	}
}

static void explain(struct buffer *out, const struct setup *setup,
		    const struct cd_rule *rule)
{
	static const char *const kinds[] = {
		[CD_FIX] = "fix: changes form only",
		[CD_RESTORE] = "restore: gives back what the model infers",
		[CD_STRIP] = "strip: takes out whole spans of page furniture",
		[CD_NOTE] = "note: reports and changes nothing",
	};

	buffer_printf(out, "%s: %s\n\n%s\n\n", rule->name, rule->summary,
		      rule->reason);
	buffer_printf(out, "kind      %s\n", kinds[rule->kind]);
	buffer_printf(out, "severity  %s\n", report_severity(rule->severity));
	buffer_printf(out, "default   %s%s\n", rule->on ? "on" : "off",
		      rule->on == cd_desk_selects(setup->desk, rule)
			      ? ""
			      : " (changed by the options given)");
	buffer_printf(out, "since     %s\n", rule->since);
	rule_example(out, rule->name);
}

/* The table of src/stages/README.md. */
static void list_markdown(struct buffer *out, const char *name)
{
	buffer_add_text(out, "| rule | kind | default | what |\n"
			     "| --- | --- | --- | --- |\n");
	for (size_t i = 0; i < cd_rule_count(); i++) {
		const struct cd_rule *rule = cd_rule(i);

		if (rule_is_named(rule, name))
			buffer_printf(out, "| `%s` | %s | %s | %s |\n",
				      rule->name, report_kind(rule->kind),
				      rule->on ? "on" : "off", rule->summary);
	}
}

static void list_json(struct buffer *out, const struct setup *setup,
		      const char *name, enum report_format format)
{
	const bool array = format == REPORT_JSON;
	bool first = true;

	buffer_add_text(out, array ? "[" : "");
	for (size_t i = 0; i < cd_rule_count(); i++) {
		const struct cd_rule *rule = cd_rule(i);

		if (!rule_is_named(rule, name))
			continue;
		buffer_add_text(out, !array ? "" : first ? "\n  " : ",\n  ");
		buffer_printf(out, "{\"rule\": \"%s\", \"kind\": \"%s\"",
			      rule->name, report_kind(rule->kind));
		buffer_printf(out, ", \"severity\": \"%s\"",
			      report_severity(rule->severity));
		buffer_printf(out, ", \"default\": %s, \"selected\": %s",
			      rule->on ? "true" : "false",
			      cd_desk_selects(setup->desk, rule) ? "true"
								 : "false");
		buffer_printf(
			out, ", \"since\": \"%s\", \"summary\": ", rule->since);
		report_string(out, rule->summary);
		buffer_add_text(out, ", \"reason\": ");
		report_string(out, rule->reason);
		buffer_add_text(out, array ? "}" : "}\n");
		first = false;
	}
	buffer_add_text(out, array ? "\n]\n" : "");
}

static int unknown_rule(const char *name)
{
	const char *near = rule_name_near(name);

	fprintf(stderr, "copydesk: no rule '%s'%s%s%s\n", name,
		near ? ": did you mean " : "", near ? near : "",
		near ? "?" : ": 'copydesk rules' lists them");
	return EXIT_TROUBLE;
}

int command_rules(const struct options *options, const struct setup *setup)
{
	const char *name = options->path_count ? options->paths[0] : NULL;
	struct buffer text;

	if (options->path_count > 1) {
		complain("rules", "one rule at a time");
		return EXIT_TROUBLE;
	}
	if (name && !strcmp(name, "all"))
		name = NULL;
	if (name && !rule_name_known(name))
		return unknown_rule(name);
	buffer_init(&text);
	if (options->report_format == REPORT_JSON ||
	    options->report_format == REPORT_JSON_LINES)
		list_json(&text, setup, name,
			  (enum report_format)options->report_format);
	else if (options->report_format == REPORT_MARKDOWN)
		list_markdown(&text, name);
	else if (name && cd_rule_find(name))
		explain(&text, setup, cd_rule_find(name));
	else
		list(&text, setup, name);
	return print_text(&text);
}
