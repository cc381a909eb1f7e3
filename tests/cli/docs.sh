#!/bin/sh
# README.md and the man page say what the program does; the samples come out as
# they say.
top=$(cd "${0%/*}/../.." && pwd)
. "${0%/*}/lib"

run rules --output-format=markdown
mv out wanted
sed -n '/^| rule | kind/,/^$/{/^|/p;}' "$top/src/stages/README.md" >got
same 'docs: the rules in src/stages/README.md' wanted got

# Each version that a rule came with is told of in the changes.
missing=
for version in $("$COPYDESK" rules --output-format=json |
	sed -n 's/.*"since": "\([^"]*\)".*/\1/p' | sort -u) "$("$COPYDESK" --version |
	sed 's/copydesk \([^ ]*\).*/\1/;q')"; do
	grep -qF "**$version**" "$top/src/README.md" || missing="$missing $version"
done
is 'docs: the changes name each version' '' "$missing"

run help all
sed -n 's/^ *\(-[a-zA-Z], \)\{0,1\}\(--[a-z-]*\).*/\2/p' out | sort -u >options
missing=
while read -r option; do
	grep -qE "Fl (Fl |-)${option#--}( |$)" "$top/src/cli/man/copydesk.1" ||
		missing="$missing $option"
done <options
is 'docs: options in the man page' '' "$missing"

# The map of a stage names all of its parts.
missing=
for map in "$top"/src/stages/*/README.md; do
	for part in "${map%/*}"/*.c; do
		grep -qF "\`${part##*/}\`" "$map" || missing="$missing $part"
	done
done
is 'docs: the parts of each stage in its README.md' '' "$missing"

# No stray files.
if git -C "$top" ls-files >tracked 2>/dev/null && [ -s tracked ]; then
	is 'docs: names at the top' \
		'LICENSE Makefile README.md findings include samples src tests' \
		"$(sed 's|/.*||; /^\./d' tracked | LC_ALL=C sort -u |
			tr '\n' ' ' | sed 's/ $//')"
	is 'docs: dot-files at the top' \
		'.ci .clang-format .editorconfig .github .gitignore .pre-commit-hooks.yaml' \
		"$(sed -n 's|/.*||; /^\./p' tracked | LC_ALL=C sort -u |
			tr '\n' ' ' | sed 's/ $//')"
else
	skip 'docs: names at the top' 'no git checkout'
fi

# People review the rules in a diff: short lines, and sets in order.
rules=$top/src/lang/en/boilerplate.rules
is 'docs: no line of the rules over 100 columns' '' \
	"$(expand "$rules" | awk 'length > 100 { print NR }')"
is 'docs: no rule of ours is unbounded' '' "$(grep -nw unbounded "$rules")"
is 'docs: sets of the rules one phrase a line, sorted' '' "$(LC_ALL=C awk '
	/^[^\t]/ { in_set = /^set .*=$/; last = "" }
	in_set && /^\t/ && !/ \| / && $0 <= last { print NR }
	in_set && /^\t/ { last = $0 }' "$rules")"

run "$top/samples/page.txt"
same 'docs: the sample page' "$top/samples/page.clean.txt" out
run "$top/samples/flat.txt"
same 'docs: the sample of a data set' "$top/samples/flat.clean.txt" out

# What holds for any reasonable model; the words stay, whatever it says.
run --version
if grep -q 'model none' out; then
	skip 'docs: the sample of wire copy' 'no model is built in'
else
	run "$top/samples/wire.txt"
	says 'docs: wire copy has its dateline' out \
		'^PORT ELLIS \(Reuters\) - The last U\.S\. ferry'
	says 'docs: wire copy has its quotations' out \
		'“We looked at every number twice,” said Ida Lowell'
	says 'docs: wire copy has no mark before a decade but its own' out \
		'since the ’?90s\.'
	cp out wire.clean
	run verify "$top/samples/wire.txt" wire.clean
	status 'docs: wire copy has its words' 0
fi

finish
