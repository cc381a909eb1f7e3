#!/bin/sh
# JSON Lines: what changes, what stays, and what is no record.
. "${0%/*}/lib"

# one NAME RECORD WANTED: a record through the filter.
one() {
	text '%s\n' "$2" >in
	text '%s\n' "$3" >wanted
	run --format=jsonl
	same "jsonl: $1" wanted out
	is "jsonl: $1: exit" 0 "$rc"
}

# bad NAME RECORD: what is not a record passes, and is trouble.
bad() {
	text '%s\n' "$2" >in
	run --format=jsonl
	same "bad record: $1: passes as it is" in out
	is "bad record: $1: exit" 2 "$rc"
	says "bad record: $1: place" err '^copydesk: <stdin>:1: record is not valid: '
}

bad 'lines of CR alone' "$(printf '{"text":"Go  on"}\r{"text":"Go  on"}\r')"
says 'bad record: lines of CR alone: what to do' err 'end in CR alone: write them with LF'
one 'other bytes stay' \
	'{ "n" : 1.50e+03,"text":"Go  on" , "z":[ {}, [ ],null ] }' \
	'{ "n" : 1.50e+03,"text":"Go on" , "z":[ {}, [ ],null ] }'
one 'numbers beyond a double stay' \
	'{"id":123456789012345678901234567890,"x":1e999,"text":"Go  on"}' \
	'{"id":123456789012345678901234567890,"x":1e999,"text":"Go on"}'
one 'an unchanged text keeps its escapes' \
	'{"text":"caf\u00e9 \/ \u0041\n"}' '{"text":"caf\u00e9 \/ \u0041\n"}'
one 'a changed text is escaped as little as can be' \
	'{"text":"caf\u00e9 \/ \\ Go  on\nc"}' '{"text":"café / \\ Go on\nc"}'
one 'quotes become curly' '{"text":"a \"b\" c"}' '{"text":"a “b” c"}'
one 'of equal keys the last is normalised' \
	'{"text":"Go  on","text":"Do  so"}' '{"text":"Go  on","text":"Do so"}'
one 'an escaped key is the key' '{"te\u0078t":"Go  on"}' '{"te\u0078t":"Go on"}'
one 'an inner key is not the field' \
	'{"m":{"text":"Go  on"},"text":"Do  so"}' '{"m":{"text":"Go  on"},"text":"Do so"}'
one 'a field that is no string passes' '{"text":5, "a":"Go  on"}' '{"text":5, "a":"Go  on"}'
one 'an empty text' '{"text":""}' '{"text":""}'
one 'a blank line' '  ' '  '
one 'a carriage return at the end' "$(text '{"text":"a"}\r')" \
	"$(text '{"text":"a"}\r')"
one 'a pair of surrogates' '{"text":"Go  on \ud83d\ude00"}' '{"text":"Go on 😀"}'
one 'a lone surrogate in another field stays' \
	'{"x":"\ud800","text":"Go  on"}' '{"x":"\ud800","text":"Go on"}'
text '{"text":"Go \\udc00 on."}\n' >in
run --format=jsonl --ignore=encoding/lost-mark
is 'jsonl: a lone surrogate becomes U+FFFD' '{"text":"Go � on."}' "$(cat out)"
run check --format=jsonl --ignore=encoding/lost-mark
says 'jsonl: a lone surrogate is reported' out '^<stdin>:1:10: encoding/invalid-byte'

bad 'not JSON' 'hello'
bad 'an array' '["text"]'
bad 'a string' '"text"'
bad 'cut short' '{"text":"Go  on"'
bad 'a string without an end' '{"text":"Go  on}'
bad 'a comma too many' '{"text":"Go  on",}'
bad 'no comma' '{"text":"Go  on" "x":1}'
bad 'two values' '{"text":"Go  on"} {}'
bad 'Go onare word' '{text:"Go  on"}'
bad 'a wrong number' '{"text":"Go  on","n":01}'
bad 'a wrong escape' '{"text":"Go  on\x"}'
bad 'a short escape' '{"text":"Go  on\u12"}'
bad 'a raw tab' "$(text '{"text":"a\tb"}')"
bad 'brackets that do not match' '{"text":"Go  on","n":[1}'
bad 'bytes beside the text that are not UTF-8' \
	"$(text '{"x":"\377","text":"Go  on"}')"

# NUL, depth, the mark at the start.
text '{"text":"a\0b"}\n{"text":"Do  so"}\n' >in
run --format=jsonl
is 'jsonl: NUL in a record: exit' 2 "$rc"
text '{"text":"a\0b"}\n{"text":"Do so"}\n' >wanted
same 'jsonl: NUL truncates nothing' wanted out
{
	text '{"text":"Go  on","n":'
	head -c 3000 /dev/zero | tr '\0' '['
	head -c 3000 /dev/zero | tr '\0' ']'
	text '}\n{"text":"Do  so"}\n'
} >in
run --format=jsonl
is 'jsonl: nested too deep: exit' 2 "$rc"
is 'jsonl: the next record is done' '{"text":"Do so"}' "$(tail -n 1 out)"
text '\357\273\277{"text":"Do  so"}\n' >in
run --format=jsonl
is 'jsonl: the byte order mark goes' '{"text":"Do so"}' "$(cat out)"
run check --format=jsonl
says 'jsonl: the byte order mark is reported' out '^<stdin>:1:1: encoding/bom'

# Fields, endings, places.
text '{"text":"Go  on","body":"Do  so"}\n' >x.jsonl
rm in
run --field=body x.jsonl
is 'jsonl: --field' '{"text":"Go  on","body":"Do so"}' "$(cat out)"
cp x.jsonl x.ndjson
run x.ndjson
is 'jsonl: known by the ending' '{"text":"Go on","body":"Do  so"}' "$(cat out)"
text '{"text":"Go  on"}' >in
run --stdin-filename=news.jsonl
is 'jsonl: known by --stdin-filename' '{"text":"Go on"}' "$(cat out)"
text '{}\n\n{"x":"é","text":"\\u00e9x.\\nGo  on \\"then\\"."}\n' >in
run check --format=jsonl --select=whitespace/run,quotes
cat >wanted <<'EOT'
<stdin>:1:1: reader/no-field record has no such text field
<stdin>:3:30: whitespace/run [*] more than one space: `o  o` -> `o o`
<stdin>:3:35: quotes/straight [*] straight quotation mark: `"` -> `“`
<stdin>:3:41: quotes/straight [*] straight quotation mark: `"` -> `”`
EOT
same 'jsonl: columns are those of the record as it is' wanted out
run check --format=jsonl --select=whitespace/run \
	--output-format=json-lines --ignore=reader
says 'jsonl: JSON has record, field and offset' out \
	'"record": 2, "field": "text", "line": 3, "col": 30, .*"offset": 7'

# Too long.
{
	text '{"text":"Do  so"}\n{"text":"'
	head -c 5000 /dev/zero | tr '\0' 'a'
	text '  b"}\n{"text":"e"}\n'
} >in
run --format=jsonl --max-article=4K
is 'jsonl: too long: exit' 2 "$rc"
says 'jsonl: too long: place' err '^copydesk: <stdin>:2: .*longer'
sed '1s/  / /; 3s/  / /' in >wanted
same 'jsonl: too long passes as it is' wanted out
run check --format=jsonl --max-article=4K
says 'jsonl: too long is a finding' out '^<stdin>:2:1: reader/too-long'

# --stripped.
text '{"text":"First line of it.\\n\\nADVERTISEMENT\\n\\nLast line of it."}\n' >in
run --format=jsonl --stripped=gone.jsonl
if [ -s gone.jsonl ]; then
	says 'stripped: a line of it' gone.jsonl \
		'^\{"file": "<stdin>", "record": 1, "field": "text", "start": 19, "end": [0-9]+, "rule": "boilerplate/ad", "text": "ADVERTISEMENT'
	cp in original
	cp out cleaned
	rm in
	run verify --format=jsonl --stripped=gone.jsonl original cleaned
	status 'stripped: verify holds with it' 0
	run verify --format=jsonl original cleaned
	status 'stripped: verify fails without it' 1
	text '{"top":"%s","text":"%s"}\n' 'First one.\n\nADVERTISEMENT' \
		'It is the second of them.\n\nADVERTISEMENT\n\nLast.' >original
	run --format=jsonl --field=top --field=text --stripped=gone.jsonl \
		original
	is 'stripped: both fields are listed' 2 \
		"$(grep -cE '"field": "(top|text)"' gone.jsonl)"
	run --format=jsonl original
	cp out cleaned
	run verify --format=jsonl --stripped=gone.jsonl original cleaned
	status 'stripped: verify reads those of its field' 0
	grep -v '"text", "start"' gone.jsonl >other.jsonl
	run verify --format=jsonl --stripped=other.jsonl original cleaned
	status 'stripped: verify reads no other field'"'s" 1
else
	fail 'stripped: a line of it' 'nothing was stripped'
fi

# A field that no record has: nothing was cleaned, and that must be said.
text '{"title":"Go  on"}\n{}\n{"text":"a"}\n' >some.jsonl
run some.jsonl
status 'no field: in some records' 0
same 'no field: they pass' some.jsonl out
for command in '' check fix diff; do
	# shellcheck disable=SC2086
	run $command --field=content some.jsonl
	status "no field: in all records: ${command:-filter}" 2
	says "no field: message: ${command:-filter}" err \
		"^copydesk: some.jsonl: no record has a text in the field 'content'"
done

text '{"text":["Go  on"]}\n{"text":{"en":"Go  on"}}\n' >within.jsonl
run within.jsonl
status 'no field: arrays and objects only' 2
says 'no field: which is said' err "no record has a text in the field 'text'"
text '[{"a":{"b":"One."}},{"a":{"b":"Two."}}]' >in
run --format=json --field=/a/b
says 'no field: a pointer into an array' err 'of each element is --field=/\*/a/b'
text '{"text":null}\n{"text":5}\n' >null.jsonl
run null.jsonl
status 'no field: no text is no fault' 0

# A byte that is none of the charset that was named: where it is.
text '{"text":"one"}\n{"text":"So \202\240 \377 it ends."}\n' >japan.jsonl
run check --from-code=Shift_JIS japan.jsonl
status 'charset: a bad byte: exit' 1
says 'charset: a bad byte: its place' out '^japan.jsonl:2:15: encoding/invalid'
run --from-code=Shift_JIS japan.jsonl
says 'charset: a bad byte is marked' out '"So あ � it ends."'

# Members of members as other tools write them.
text '{"body": {"text": "He  said."}, "parts": [{"t": "It  is."}]}\n' >deep.jsonl
while read -r name pointer; do
	run --field="$name" deep.jsonl
	status "no field: $name" 2
	says "no field: $name: what is meant" err "is --field=$pointer\)$"
	run --field="$(printf '%s' "$pointer" | tr -d '\\')" deep.jsonl
	status "no field: $name: the pointer is right" 0
done <<'END'
body.text /body/text
.body.text /body/text
$.body.text /body/text
body/text /body/text
parts[].t /parts/\*/t
parts[*].t /parts/\*/t
parts[0].t /parts/0/t
END
run --field=plain deep.jsonl
says 'no field: a plain name has no pointer' err 'see --field$'
# Of several values of a field each finding says which one its bytes are of.
text '{"parts":[{"t":"He  said."},{"t":"Fine."},{"t":"She  said."}]}\n' >parts.jsonl
run check --field='/parts/*/t' --output-format=json-lines parts.jsonl
is 'values: none, for the first' 0 "$(sed -n 1p out | grep -c '"value"')"
is 'values: the third' 1 \
	"$(sed -n 2p out | grep -c '"field": "/parts/\*/t", "value": 3, "line": 1')"
run explain --field='/parts/*/t' parts.jsonl
is 'values: explain' 'parts.jsonl, record 1, /parts/*/t, value 3' \
	"$(grep value out | tail -n 1)"
finish
