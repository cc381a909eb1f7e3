# copydesk(3) from copydesk.h: what is declared, and then its comment.
# usage: awk -v date=DATE -f mdoc.awk -f header.awk copydesk.h

{ lines[++count] = $0 }

# Begin a block of a comment: "text", "item" or "code".
function begin(kind) {
	kinds[++blocks] = kind
	texts[blocks] = ""
}

function add_line(line) {
	if (line ~ /^\t/) {
		if (blocks == 0 || kinds[blocks] != "code") {
			begin("code")
			gap = ""
		}
		texts[blocks] = texts[blocks] gap substr(line, 2) "\n"
	} else if (line ~ /^  - /) {
		begin("item")
		texts[blocks] = substr(line, 5)
	} else {
		sub(/^ +/, "", line)
		if (gap != "" || blocks == 0 || kinds[blocks] == "code")
			begin("text")
		texts[blocks] = texts[blocks] (texts[blocks] == "" ? "" : " ") line
	}
	gap = ""
}

# The comment at lines[at], to kinds and texts.
function read_comment(    line, more) {
	blocks = 0
	gap = ""
	do {
		line = lines[at]
		more = line !~ /\*\//
		sub(/ *\*\/ *$/, "", line)
		sub(/^\/\* ?/, "", line)
		sub(/^ \* ?/, "", line)
		if (line == "")
			gap = "\n"
		else
			add_line(line)
		at++
	} while (more)
}

# What is declared at lines[at], up to an empty line or a comment.
function read_code(    depth, line) {
	codes = 0
	for (; at <= count; at++) {
		line = lines[at]
		if (!depth && (line == "" || line ~ /^\/\*/))
			return
		depth += gsub(/{/, "{", line) - gsub(/}/, "}", line)
		code[++codes] = line
	}
}

# Only what is between the guards of the file and of C++ is told of.
function is_guard(line) {
	return line ~ /^#(if|endif|include|pragma)|^#define COPYDESK_H|^(extern.*{|})$/
}

function tell(    i, n, example) {
	for (i = 1; i <= blocks; i++) {
		if (kinds[i] == "code") {
			n = split(texts[i], example, "\n")
			block(example, n - 1, " -offset indent")
		} else if (kinds[i] == "text") {
			paragraph(texts[i])
		} else {
			if (kinds[i - 1] != "item")
				print ".Bl -bullet"
			print ".It"
			say(texts[i])
			if (kinds[i + 1] != "item" || i == blocks)
				print ".El"
		}
	}
}

# "Rules. The table is static": a heading, and what is left of the text.
function take_heading(    title) {
	if (!match(texts[1], /^[A-Z][a-z]+[.:]( |$)/))
		return
	title = texts[1]
	sub(/[.:].*/, "", title)
	heading(".Ss", title)
	texts[1] = substr(texts[1], RLENGTH + 1)
	texts[1] = toupper(substr(texts[1], 1, 1)) substr(texts[1], 2)
}

function prototype(text,    type, name, arguments, n, argument, i) {
	gsub(/[\t ]+/, " ", text)
	match(text, /cd_[a-z_]+\(/)
	type = substr(text, 1, RSTART - 1)
	name = substr(text, RSTART, RLENGTH - 1)
	arguments = substr(text, RSTART + RLENGTH)
	sub(/\);.*/, "", arguments)
	sub(/ $/, "", type)
	n = split(arguments, argument, /, /)
	printf ".Ft \"%s\"\n.Fo %s\n", type, name
	for (i = 1; i <= n; i++)
		printf ".Fa \"%s\"\n", argument[i]
	print ".Fc"
}

function synopsis(    i, text) {
	heading(".Sh", "SYNOPSIS")
	print ".In copydesk.h"
	for (i = 1; i <= count; i++) {
		if (lines[i] !~ /^[a-z].* \*?cd_[a-z_]+\(/)
			continue
		for (text = lines[i]; text !~ /;/;)
			text = text " " lines[++i]
		prototype(text)
	}
}

function body() {
	for (at = 1; at <= count;) {
		blocks = codes = 0
		if (lines[at] == "" || is_guard(lines[at])) {
			at++
			continue
		}
		if (lines[at] ~ /^\/\*/)
			read_comment()
		if (lines[at] != "" && !is_guard(lines[at]))
			read_code()
		take_heading()
		if (at_first++ == 0)
			texts[1] = ""
		if (codes)
			block(code, codes, "")
		tell()
	}
}

END {
	printf ".\\\" Made by src/cli/man/header.awk from copydesk.h.\n"
	printf ".Dd %s\n.Dt COPYDESK 3\n.Os\n", date
	print ".Sh NAME\n.Nm copydesk\n.Nd news-article text normaliser, as a library"
	print ".Sh LIBRARY\nlibcopydesk, as\n.Ql pkg-config --cflags --libs copydesk\nfinds it;"
	print "with\n.Fl static\nits libraries need\n.Ql -lstdc++ -lm\nafter them"
	synopsis()
	heading(".Sh", "DESCRIPTION")
	body()
	print ".Sh SEE ALSO\n.Xr copydesk 1 ,\n.Xr copydesk 5"
}
