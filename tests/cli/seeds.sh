#!/bin/sh
# The seeds: two forms of one story come out as the same article, but for the
# words that one of them lost. Needs the data folder.
data=${COPYDESK_DATA:-../shared}
first=$(ls "$data"/seeds/000_*.txt 2>/dev/null)
second=$(ls "$data"/seeds/001_*.txt 2>/dev/null)
if [ -z "$first" ] || [ -z "$second" ]; then
	echo "skip seeds: no $data/seeds"
	exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$COPYDESK" "$first" >"$work/0" 2>"$work/errors" || echo "exit $?" >>"$work/errors"
"$COPYDESK" "$second" >"$work/1" 2>>"$work/errors" || echo "exit $?" >>"$work/errors"

# One word a line; the last line ends too.
words() {
	{
		cat
		echo
	} | tr -s ' \n' '\n'
}

words <"$work/0" >"$work/words0"
words <"$work/1" >"$work/words1"

verdict() {
	if [ -z "$2" ]; then
		echo "ok $1"
	else
		echo "not ok $1: $2"
	fi
}

verdict 'seeds run' "$(cat "$work/errors")"

# The second has every sentence: nothing but furniture went.
verdict 'seed 001 keeps the article' "$(
	sed -n '/^A U\.S\. proposal/,$p' "$second" |
		grep -vE "^RELATED: |contributed to this report" |
		words | diff - "$work/words1" | grep '^[<>]' | head -3)"

for form in 0 1; do
	verdict "no furniture is left in form $form" "$(
		grep -nE 'RELATED|Story highlights|skeptical.*activity in Syria$|\(CNN\)|CNN  ?—|contributed to this report|^John Kerry is in' \
			"$work/$form" | cut -c1-60)"
done

# What the first lost: hyphenated words (or the hyphenated half of one), dashes,
# and one comma before "not", which its author took out.
verdict 'the two forms differ by lost words only' "$(
	diff "$work/words1" "$work/words0" | awk '
		/^[0-9]/ { next }
		/^</ { lost[++n] = $2; if ($2 !~ /[-–]/ && $2 != "[Kerry],") print }
		/^>/ { if (index(lost[n], $2) != 1) print }')"
