#!/bin/sh
# explain: each edit of an article in its order, and why.
top=$(cd "${0%/*}/../.." && pwd)
. "${0%/*}/lib"

text 'He  said "so".\n\nThe owner \357\277\275 paid &amp; left.\n' >a.txt
run explain a.txt
status 'explain: whatever there is, it exits 0' 0
cat >wanted <<'EOT'
a.txt
  1:3      100%  whitespace/run  `e  s` -> `e s`
  1:10     100%  quotes/straight  `"` -> `“`
  1:13     100%  quotes/straight  `"` -> `”`
  3:11        -  encoding/lost-character  lost character
  3:18     100%  encoding/entity  `&amp;` -> `&`
EOT
sed '/^$/,$d' out >got
same 'explain: the edits in order, and what is only reported' wanted got
says 'explain: the reason, once' out '^    One space between words\.$'
is 'explain: of each rule that took part' 4 "$(grep -c '^    ' out)"
text 'It is clean.\n' >clean.txt
run explain clean.txt
is 'explain: a clean article' 'clean.txt   clean' "$(paste -sd ' ' out)"
text '{"a":"é","text":"Go  on."}\n{"x":1}\n' >r.jsonl
run explain r.jsonl
is 'explain: a record, in its own columns' \
	'r.jsonl, record 1, text|  1:20     100%  whitespace/run  `o  o` -> `o o`|r.jsonl, record 2, text|  2:1         -  reader/no-field  record has no such text field' \
	"$(sed '/^$/,$d' out | paste -sd '|')"
text 'Go  on.\n\f\nAnd  on.\n' >two.txt
run explain --separator=formfeed two.txt
says 'explain: an article among others' out '^two.txt, article 2$'
run explain --color=always a.txt
says 'explain: colour' out "$(printf '\033')\\[33mwhitespace/run$(printf '\033')\\[0m"
run explain --output-format=sarif a.txt
status 'explain: text or json only' 2
run explain missing.txt
status 'explain: a missing file is trouble' 2
run explain --output-format=json clean.txt
is 'explain: json of a clean article' '[]' "$(cat out)"
run explain --output-format=json a.txt clean.txt a.txt
is 'explain: json is one array' '[]' "$(sed 's/{.*}//' out | tr -d '\n ,')"

if ! command -v python3 >/dev/null; then
	skip 'explain: the edits make the text' 'there is no python3'
	finish
	exit
fi
# The edits, applied by someone else, make what the filter writes.
for file in "$top"/samples/flat.txt "$top"/samples/page.txt \
	"$top"/samples/wire.txt a.txt; do
	run "$file"
	mv out clean.out
	run explain --output-format=json "$file"
	mv out edits.out
	if python3 "$top/tests/formats/read.py" edits edits.out "$file" \
		clean.out >said 2>&1; then
		pass "explain: the edits of ${file##*/} make its clean text"
	else
		fail "explain: the edits of ${file##*/} make its clean text" \
			"$(tail -n 1 said)"
	fi
done

finish
