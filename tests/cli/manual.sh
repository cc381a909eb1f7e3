#!/bin/sh
# The manual: no complaint of mandoc; (3) has all of the header, (5) what files may
# hold; their examples work. docs.sh looks for the options in (1).
top=$(cd "${0%/*}/../.." && pwd)
. "${0%/*}/lib"
made=$top/$(build_folder "$top")/man
[ -d "$made" ] || made=$(build_folder "$top")/man

if command -v mandoc >/dev/null; then
	for page in "$top/src/cli/man/copydesk.1" "$made/copydesk.3" \
		"$made/copydesk.5"; do
		# Whether other pages are installed is not the page's matter.
		is "manual: ${page##*/}" '' "$(mandoc -Tlint -W style "$page" \
			2>/dev/null | grep -v 'manual not found')"
	done
	mandoc -Tascii "$made/copydesk.3" | col -b >page
	missing=
	for name in $(grep -oE '\b(cd_[a-z_]+\(|CD_[A-Z_0-9]+)' \
		"$top/include/copydesk.h" | sort -u); do
		grep -qF "$name" page || missing="$missing $name"
	done
	is 'manual: (3) has what the header declares' '' "$missing"
else
	skip 'manual' 'no mandoc'
fi

# What a .copydesk may set, found by trying.
text 'It is so.\n' >clean.txt
run help all
sed -n 's/^ *\(-[a-zA-Z0-9], \)\{0,1\}--\([a-z-]*\)\(=*\).*/\2 \3/p' out |
	sort -u >options
while read -r name value; do
	echo "$name${value:+ = 1}" >.copydesk
	run check clean.txt
	grep -q 'command line or --config' err || echo "$name"
done <options >wanted
rm .copydesk
sed -n '/^Such a file may only/,/^It is at most/s/^\.Ql \([a-z-]*\).*/\1/p' \
	"$made/copydesk.5" | sort >got
same 'manual: (5) says what a .copydesk may set' wanted got

# The words of boilerplate rules, as the code has them.
missing=
for word in $(sed -n 's/{ "\([a-z-]*\)", [A-Z]/\n&/gp' \
	"$top/src/stages/boilerplate/rule_fields.c" |
	sed -n 's/^{ "\([a-z-]*\)".*/\1/p' | grep -v '^match$'); do
	grep -qE "fB(until=)?$word(=[^ ]*)?.fR" "$made/copydesk.5" ||
		missing="$missing $word"
done
is 'manual: (5) has the words of boilerplate rules' '' "$missing"

# Its examples: the last literal block, and the first.
awk '/^\.Bd/ { here = 1; n++; next } /^\.Ed/ { here = 0 }
	here { print >("example." n) }' "$made/copydesk.5"
last=$(grep -c '^\.Bd' "$made/copydesk.5")
text 'It is so.\n\nFiled from the harbor\n\nIt was so.\n\nHarbor photo agency\n' \
	>furniture.txt
run check --boilerplate="example.$last" --select=boilerplate/user furniture.txt
is 'manual: (5) the example of rules' '3 7 ' \
	"$(sed -n 's/^furniture.txt:\([0-9]*\):.*/\1/p' out | tr '\n' ' ')"
cp example.1 .copydesk
text '“It  is so.”\n' >quoted.txt
run quoted.txt
is 'manual: (5) the example of a configuration' '"It is so."' "$(cat out)"

# The examples of (1), run as they are written; scale.sh tries those of parallel(1).
mkdir -p use/corpus
cd use || exit 2
text 'It  is so.\n' >raw.txt
cp raw.txt corpus/a.txt
text '{"text":"He  left.","body":"It  is so."}\n' >raw.jsonl
text '{"text":"It  is so."}\n{"text":"He left."}\n' >corpus.jsonl
PATH=$(dirname "$COPYDESK"):$PATH
export PATH
sed -n '/^\.Sh EXAMPLES/,/^\.Sh SEE/{s/^\.Dl //; s/\\&//; s/\\e$/\\/; /^\./d; p;}' \
	"$top/src/cli/man/copydesk.1" >examples
grep '^copydesk ' examples >commands
while read -r command; do
	sh -c "$command" >out 2>err </dev/null
	is "manual: (1) $command" yes "$([ $? -lt 2 ] && echo yes || cat err)"
done <commands
is 'manual: (1) has examples' yes "$([ "$(wc -l <commands)" -ge 5 ] && echo yes)"
is 'manual: (1) what they wrote' 'It is so.|It is so.' \
	"$(cat clean.txt)|$(cat corpus/a.txt)"
if command -v jq >/dev/null; then
	for part in 1 2; do
		copydesk -q --shard=$part/2 --stats=part-$part.json \
			corpus.jsonl >/dev/null
	done
	sed -n '/^jq /,/part-/p' examples >add
	sh add >sum 2>err
	is 'manual: (1) statistics are added up' '2 1' \
		"$(jq -r '"\(.articles) \(.changed)"' sum 2>&1)$(cat err)"
else
	skip 'manual: (1) statistics are added up' 'no jq'
fi
cd ..

finish
