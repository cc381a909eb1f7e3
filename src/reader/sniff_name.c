/* Endings and names of files that are no articles. */
#include "reader/sniff_name.h"

#include <stdbool.h>
#include <string.h>

#include "base/ascii.h"
#include "support/packing.h"

#define LONGEST 15 /* "editorconfig", and more */

/* Each list has a space before and after each ending. */
static const struct {
	enum content content;
	const char *endings;
} kinds[] = {
	/* clang-format off */
	{ CONTENT_SUBTITLES,
	  " srt vtt sbv ass ssa sub smi sami ttml dfxp itt scc lrc " },
	{ CONTENT_HTML, " html htm xhtml " },
	{ CONTENT_MARKUP,
	  " rst rest adoc asciidoc org textile wiki mediawiki mdx rmd qmd"
	  " typ texi texinfo pod t2t tex ltx " },
	{ CONTENT_PROGRAM,
	  " c h cc cpp cxx c++ hh hpp hxx ino mm cs java kt kts scala"
	  " groovy gradle go rs swift dart zig nim py pyi pyx pyw rb"
	  " erb php phtml pl pm lua tcl el lisp scm rkt clj cljs hs"
	  " lhs ml mli erl ex exs jl f90 f95 pas vb fs fsx js mjs cjs"
	  " jsx ts mts cts tsx vue svelte css scss sass less styl sh"
	  " bash zsh fish ksh csh bat cmd ps1 psm1 awk sed vim sql"
	  " proto graphql gql thrift asm nix tf hcl cmake mk mak"
	  " ninja bzl bazel m4 yml yaml toml ini cfg conf cnf"
	  " properties editorconfig service socket timer desktop"
	  " plist reg lock sty bst po pot diff patch rej log tmpl j2"
	  " jinja mustache hbs ejs pug haml svg xml xsl xsd"
	  " rules baseline env " },
	/* clang-format on */
};

/* Names without such an ending, or with that of a text. */
static const struct {
	enum content content;
	const char *name; /* with "*": a part that may be any */
} names[] = {
	{ CONTENT_PROGRAM, "Makefile" },
	{ CONTENT_PROGRAM, "makefile" },
	{ CONTENT_PROGRAM, "GNUmakefile" },
	{ CONTENT_PROGRAM, "Makefile.in" },
	{ CONTENT_PROGRAM, "Makefile.am" },
	{ CONTENT_PROGRAM, "Dockerfile" },
	{ CONTENT_PROGRAM, "Containerfile" },
	{ CONTENT_PROGRAM, "Vagrantfile" },
	{ CONTENT_PROGRAM, "Jenkinsfile" },
	{ CONTENT_PROGRAM, "Rakefile" },
	{ CONTENT_PROGRAM, "Gemfile" },
	{ CONTENT_PROGRAM, "Procfile" },
	{ CONTENT_PROGRAM, "SConstruct" },
	{ CONTENT_PROGRAM, "CODEOWNERS" },
	{ CONTENT_PROGRAM, "configure.ac" },
	{ CONTENT_PROGRAM, "robots.txt" },
	{ CONTENT_PROGRAM, "ads.txt" },
	{ CONTENT_PROGRAM, "app-ads.txt" },
	{ CONTENT_PROGRAM, "security.txt" },
	{ CONTENT_PROGRAM, "CMakeLists.txt" },
	{ CONTENT_PROGRAM, "requirements*.txt" },
	{ CONTENT_PROGRAM, "*-requirements.txt" },
	{ CONTENT_PROGRAM, "*_requirements.txt" },
	{ CONTENT_PROGRAM, "constraints.txt" },
	{ CONTENT_PROGRAM, "PKG-INFO" },
	{ CONTENT_PROGRAM, "METADATA" },
	{ CONTENT_LICENCE, "LICENSE" },
	{ CONTENT_LICENCE, "LICENSE.txt" },
	{ CONTENT_LICENCE, "LICENSE.md" },
	{ CONTENT_LICENCE, "License" },
	{ CONTENT_LICENCE, "License.txt" },
	{ CONTENT_LICENCE, "License.md" },
	{ CONTENT_LICENCE, "LICENSE-*" },
	{ CONTENT_LICENCE, "LICENCE" },
	{ CONTENT_LICENCE, "LICENCE.txt" },
	{ CONTENT_LICENCE, "LICENCE.md" },
	{ CONTENT_LICENCE, "LICENCE-*" },
	{ CONTENT_LICENCE, "COPYING" },
	{ CONTENT_LICENCE, "COPYING.*" },
	{ CONTENT_LICENCE, "UNLICENSE" },
	{ CONTENT_LICENCE, "COPYRIGHT" },
	{ CONTENT_LICENCE, "NOTICE" },
	{ CONTENT_LICENCE, "NOTICE.txt" },
};

/*
 * The ending, in any case, as the lists have it: all of a list is searched at
 * once. Empty: no list has such a one.
 */
static void as_listed(char *listed, const char *ending, size_t len)
{
	listed[0] = '\0';
	if (len > LONGEST || memchr(ending, ' ', len))
		return;
	listed[0] = listed[len + 1] = ' ';
	listed[len + 2] = '\0';
	for (size_t i = 0; i < len; i++)
		listed[1 + i] = (char)ascii_lower((unsigned char)ending[i]);
}

/* Whether name[0..len) is like `pattern`. */
static bool is_like(const char *pattern, const char *name, size_t len)
{
	const char *star;
	size_t size, before, after;

	/* Most differ in their first byte: no calls for these. */
	if (*pattern != '*' && *pattern != *name)
		return false;
	star = strchr(pattern, '*');
	size = strlen(pattern);
	before = star ? (size_t)(star - pattern) : size;
	after = size - before - (star != NULL);
	return (star ? len >= before + after : len == size) &&
	       !strncmp(name, pattern, before) &&
	       !strncmp(name + len - after, pattern + size - after, after);
}

static enum content content_of_name(const char *name, size_t len)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (is_like(names[i].name, name, len))
			return names[i].content;
	return CONTENT_TEXT;
}

enum content sniff_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	char listed[LONGEST + 3];
	enum content content;
	size_t len, dot;

	packing_of_name(name, &len);
	content = content_of_name(name, len);
	if (content != CONTENT_TEXT)
		return content;
	for (dot = len; dot && name[dot - 1] != '.'; dot--)
		;
	/* A hidden file without an ending has settings: ".gitignore". */
	if (dot == 1 && len > 1 && name[1] != '.')
		return CONTENT_PROGRAM;
	if (dot < 2 || dot == len)
		return CONTENT_TEXT;
	as_listed(listed, name + dot, len - dot);
	for (size_t i = 0; listed[0] && i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strstr(kinds[i].endings, listed))
			return kinds[i].content;
	return CONTENT_TEXT;
}
