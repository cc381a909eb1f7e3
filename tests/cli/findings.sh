#!/bin/sh
# check's output for people: the line with a mark, sums, names, numbers.
top=$(cd "${0%/*}/../.." && pwd)
. "${0%/*}/lib"

text 'One.\nHe said "so"  é.\n' >a.txt
text 'It is clean.\n' >clean.txt
text 'Go  on.\n\nAnd  on.\n' >b.txt

# The last line.
run check a.txt clean.txt b.txt
is 'summary: findings, files, fixable' \
	'copydesk: 5 findings in 2 of 3 files, 5 fixable [*]' "$(cat err)"
run check clean.txt
is 'summary: a clean file' 'copydesk: no findings in 1 file' "$(cat err)"
is 'summary: it is not among the findings' '' "$(cat out)"
run check -q a.txt
is 'summary: -q leaves it out' '' "$(cat err)"
text '{"x":1}\n' >note.jsonl
run check note.jsonl b.txt
says 'summary: what only reports is not fixable' err \
	'^copydesk: 3 findings in 2 of 2 files, 2 fixable \[\*\]$'

# The line with a mark under it.
run check --output-format=full --select=quotes,whitespace a.txt
cat >wanted <<'EOT'
a.txt:2:9: quotes/straight [*] straight quotation mark
    2 | He said "so"  é.
      |         ^ `"` -> `“`

a.txt:2:12: quotes/straight [*] straight quotation mark
    2 | He said "so"  é.
      |            ^ `"` -> `”`

a.txt:2:13: whitespace/run [*] more than one space
    2 | He said "so"  é.
      |             ^^ `"  é` -> `" é`
EOT
same 'full: the line and a mark' wanted out
filler='All the Words that Came before It and '
text '%s%s%sgo  on %s%s%s.\n' "$filler" "$filler" "$filler" \
	"$filler" "$filler" "$filler" >long.txt
run check --output-format=full --select=whitespace/run long.txt
cat >wanted <<'EOT'
long.txt:1:117: whitespace/run [*] more than one space
    1 | ...at Came before It and go  on All the Words that Came before ...
      |                            ^^ `o  o` -> `o o`
EOT
same 'full: a window of 60 columns in a long line' wanted out
text 'At the end  of %s%s%s\n' "$filler" "$filler" "$filler" >front.txt
run check --output-format=full --select=whitespace/run front.txt
says 'full: the front of a line has no dots' out '^    1 \| At the end'
# The mark is under the text in a terminal: two columns for a wide character.
text '文文\tgo  on\n' >wide.txt
run check --output-format=full --select=whitespace/run wide.txt
is 'full: columns of wide characters and escapes' \
	'      |         ^^ `o  o` -> `o o`' "$(sed -n 3p out)"
is 'full: the tab is an escape' '    1 | 文文\tgo  on' "$(sed -n 2p out)"
run check --output-format=full note.jsonl
is 'full: a finding of no text has one line' 1 "$(wc -l <out)"
run check --output-format=full --color=always --select=whitespace/run b.txt
says 'full: colour' out "$(printf '\033')\\[33m\\^\\^$(printf '\033')\\[0m "
text '\r\n\r\nGo  on.\r\n' >crlf.txt
run check --output-format=full --select=whitespace/run crlf.txt
is 'full: a line that ends in CR LF' '    3 | Go  on.\r' "$(sed -n 2p out)"

# Names, numbers, the first ones.
run check -l a.txt clean.txt b.txt
status '-l: findings' 1
is '-l: names only' 'a.txt b.txt' "$(paste -sd ' ' out)"
run check -l clean.txt
status '-l: none' 0
run check --statistics a.txt clean.txt b.txt
cat >wanted <<'EOT'
  findings     fixable     files  rule
         3           3         2  whitespace/run
         2           2         1  quotes/straight
EOT
same 'statistics: a table' wanted out
status 'statistics: the exit status is that of the findings' 1
run check --statistics --output-format=json a.txt b.txt
is 'statistics: json' '[ {"rule": "whitespace/run", "count": 3, "fixable": 3, "files": 2}, {"rule": "quotes/straight", "count": 2, "fixable": 2, "files": 1} ]' \
	"$(tr -s '\n ' ' ' <out | sed 's/ $//')"
run check --statistics clean.txt
is 'statistics: of nothing' '' "$(cat out)"
run check --max-findings=2 a.txt b.txt
is 'max-findings: so many lines' 2 "$(wc -l <out)"
is 'max-findings: all count' \
	'copydesk: 5 findings in 2 of 2 files, 5 fixable [*], 2 shown' "$(cat err)"
run check --max-findings=2 --output-format=json a.txt b.txt
is 'max-findings: the array ends' ']' "$(tail -n 1 out)"
run check --max-findings=0 a.txt
status 'max-findings: none is none' 2

# Where they go.
run check a.txt
mv out wanted
run check --output-file=findings.out a.txt
same 'output-file: the findings' wanted findings.out
is 'output-file: and nothing else' '' "$(cat out)"
status 'output-file: the same status' 1
run check --output-file=no/such/folder a.txt
status 'output-file: trouble' 2

# Restorations.
run --version
if grep -q 'model none' out; then
	skip 'restore: its edits' 'no model is built in'
else
	run check "$top/samples/wire.txt"
	says 'restore: without the model it can be fixed' out \
		':1:1: casing/lowercased \[\*\] text is lowercased$'
	run check --casing=never "$top/samples/wire.txt"
	is 'restore: not with --casing=never' 0 "$(grep -c casing/ out)"
	cp "$top/samples/wire.txt" .
	cp wire.txt wire.md
	run check wire.md
	is 'restore: of Markdown it is not fixed, and not said to be' \
		'wire.md:1:1: casing/lowercased text is lowercased' "$(cat out)"
	says 'restore: nor counted' err ', 0 fixable'
	run check --restore wire.txt
	says 'restore: what was restored' out \
		'^wire.txt:1:1: casing/lowercased \[\*\] text is lowercased; restored: '
	says 'restore: each edit with its place and confidence' out \
		'^wire.txt:1:13: casing/lowercased \[\*\] `reuters` -> `Reuters` \([0-9]+%\)$'
	is 'restore: it is one finding' \
		'copydesk: 1 finding in 1 of 1 file, 1 fixable [*]' "$(cat err)"
	# The edits' columns are those of the record as it is.
	printf '{"a":"é\\n","text":"' >record.jsonl
	tr -d '\n' <wire.txt | tr -s '"' "'" >>record.jsonl
	printf '"}\n' >>record.jsonl
	run check --restore record.jsonl
	says 'restore: places in a record' out \
		'^record.jsonl:1:32: casing/lowercased \[\*\] `reuters` -> `Reuters` '
fi

finish
