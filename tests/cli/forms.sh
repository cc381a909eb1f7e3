#!/bin/sh
# Tables and JSON documents: the fields change, all other bytes stay.
. "${0%/*}/lib"

text 'id,title,body\r\n1,"A ""b""","He  said ""no"" ,\r\ntwice."\n' >n.csv
text '2,Two,He  went\n"3" ,Three,fine\n\n4,"unquoted, no",It  is\n' >>n.csv
text 'id,title,body\r\n1,"A ""b""","He said “no”,\ntwice."\n' >wanted
text '2,Two,He went\n"3" ,Three,fine\n\n4,"unquoted, no",It is\n' >>wanted
run --field=body n.csv
same 'csv: the column changes, the rest stays' wanted out
status 'csv: a record with marks that do not close is trouble' 2
says 'csv: it is named' err '^copydesk: n.csv:5: .*quotation marks do not close'
run --field=3 n.csv
same 'csv: a column by its number' wanted out
run --field=body --field=title n.csv
sed 's/"A ""b"""/A “b”/; s/1,A “b”/1,"A “b”"/' wanted >wanted2
same 'csv: several columns' wanted2 out

text 'id,body\n1,a,b\n2\n3,He  is\n' >bad.csv
run --field=body bad.csv
text 'id,body\n1,a,b\n2\n3,He is\n' >wanted
same 'csv: records with other fields pass through' wanted out
status 'csv: they are trouble' 2
says 'csv: they are named' err '^copydesk: bad.csv:2: .*3 fields'
run check --field=body bad.csv
says 'csv: check reports them' out '^bad.csv:2:1: reader/bad-record'
says 'csv: check reports a place in the file' out '^bad.csv:4:5: whitespace/run'
run n.csv
status 'csv: no such column is trouble' 2
says 'csv: the columns are named' err \
	"^copydesk: n.csv: no column 'text': see --field .*id, title, body"
text 'id,body\n1,He said so to us\n2,It  was a  day\n' >plain.csv
text 'id,body\n1,He said so to us\n2,It was a day\n' >wanted
cp plain.csv fixed.csv
run fix --field=body fixed.csv
same 'csv: fix' wanted fixed.csv
text 'id,body\n1,"He said: ""stop"", or\nso."\n' >q.csv
run --quotes=keep --field=body q.csv
same 'csv: an unchanged record keeps its bytes' q.csv out
text 'id,body\n1,He said ,so to us\n' >m.csv
text 'text\n1  a\n' >o.csv
run o.csv
text 'text\n1 a\n' >wanted
same 'csv: one column named text needs no --field' wanted out
text 'a\tb\n1\tHe  said, "no"\n' >t.tsv
text 'a\tb\n1\t"He said, “no”"\n' >wanted
sed -i 's/"He/He/; s/”"/”/' wanted
run --field=b t.tsv
same 'tsv: a tab separates' wanted out
text 'a\tb\n1\tIt  is .\\nIt was.\n' >t.tsv
text 'a\tb\n1\tIt is.\\nIt was.\n' >wanted
run --field=b t.tsv
same 'tsv: a record stays a line where line ends are escapes' wanted out
run check --field=b t.tsv
says 'tsv: columns of what is written as escapes' out '^t.tsv:2:5: .*run' \
	'^t.tsv:2:8: .*before-mark'

# Several columns of one name; no header.
text 'text,id,text\na  b,"1  2","c  ""d"" e"\n' >two.csv
text 'text,id,text\na b,"1  2","c “d” e"\n' >wanted
run two.csv
same 'csv: all columns of one name' wanted out
cp out two.clean.csv
run verify two.csv two.clean.csv
status 'csv: all columns of one name: verify' 0
run --stripped=- --field=id two.csv -o out.csv
status 'csv: another column' 0
yes text | head -n 17 | tr '\n' , | sed 's/,$/\n/' >many.csv
run many.csv
status 'csv: 17 columns of one name are trouble' 2
says 'csv: 17 columns of one name: why' err 'more than 16 columns'
text 'He  said so, all day.,x\n"So  it ""is"".",y\n' | sed 's/so,/so;/' >nh.csv
text 'He said so; all day.,x\n"So it “is”.",y\n' >wanted
for option in '--format=csv --no-header' --no-header; do
	# shellcheck disable=SC2086
	run $option --field=1 nh.csv
	same "csv: $option: each row is a record" wanted out
	status "csv: $option" 0
done
cp nh.csv mh.csv
cp wanted clean.csv
run fix --no-header --field=1 mh.csv
same 'csv: --no-header: fix' wanted mh.csv
run verify --no-header --field=1 nh.csv clean.csv
status 'csv: --no-header: verify' 0
text 'He said, so.,y\n' >clean.csv
run verify --no-header --field=1 nh.csv clean.csv
status 'csv: --no-header: verify sees what is lost' 1
run check --no-header --field=1 nh.csv
says 'csv: --no-header: check: the first row' out '^nh.csv:1:3: whitespace/run'
run --field=1 nh.csv
status 'csv: a first row of text is no header' 2
says 'csv: a first row of text: what to do' err 'column 1 .*--no-header'
run --no-header --field=text nh.csv
status 'csv: --no-header: columns have no names' 2
says 'csv: --no-header: what to name' err "no column 'text': .* up to 2"
run --no-header --field=3 nh.csv
status 'csv: --no-header: no such number' 2
text '1\tHe  said\n' >in
run --no-header --format=tsv --field=2
text '1\tHe said\n' >wanted
same 'tsv: --no-header: one row' wanted out
rm in
mkdir nohead
text 'no-header\nfield=2\n' >nohead/.copydesk
text '1,He  said\n2,It  is\n' >nohead/a.csv
text '1,He said\n2,It is\n' >wanted
run fix nohead
same 'csv: no-header of a .copydesk' wanted nohead/a.csv

# Other marks than a comma in what is called .csv.
text 'id;titel;text\n1;Eins, zwei;"Er  kam; ""ja""."\n2;Drei;Es  war\n' >s.csv
text 'id;titel;text\n1;Eins, zwei;"Er kam; “ja”."\n2;Drei;Es war\n' >wanted
run s.csv
same 'csv: semicolons separate' wanted out
run --format=ssv s.csv
same 'ssv: semicolons separate' wanted out
cp s.csv s.ssv
cp s.csv d.csv
run fix s.ssv d.csv
same 'ssv: by its ending' wanted s.ssv
same 'csv: semicolons: fix' wanted d.csv
for mark in '|' '\t'; do
	tr ';' "$mark" <s.csv | sed 's/kam./kam;/' >b.csv
	tr ';' "$mark" <wanted | sed 's/kam./kam;/' >wanted2
	run b.csv
	same "csv: $mark separates" wanted2 out
done
text '\357\273\277"Text";"Nr."\r\n"a  b";"1"' >b.csv
text '\357\273\277"Text";"Nr."\r\n"a b";"1"' >wanted
run --field=Text b.csv
same 'csv: semicolons, a byte order mark, one record without an end' wanted out
dd bs=1 if=s.csv 2>/dev/null | "$COPYDESK" --stdin-filename=x.csv >out
"$COPYDESK" s.csv >wanted
same 'csv: semicolons, a byte at a time' wanted out
"$COPYDESK" --field=text <s.csv >out
same 'csv: semicolons, from standard input with --field' wanted out
for mark in ';' ',' '|'; do
	text "sep=$mark\\r\\nnr${mark}text\\n1${mark}a  b\\n" >b.csv
	text "sep=$mark\\r\\nnr${mark}text\\n1${mark}a b\\n" >wanted
	run b.csv
	same "csv: sep=$mark tells what separates" wanted out
	status "csv: sep=$mark: exit" 0
done
# In doubt it is left alone, and said.
for form in 'text;nr\na  b\n' 'text;nr\n' 'text;x|nr\na  b\n' \
	'nr;x, y;text\n1;2, 3;a  b\n'; do
	text "$form" >b.csv
	cp b.csv kept
	run fix b.csv
	status 'csv: doubt: exit' 2
	says 'csv: doubt: what to name' err \
		'^copydesk: b.csv: semicolons seem to separate .*: --format=ssv'
	same 'csv: doubt: it stays as it was' kept b.csv
done
run --format=csv --field=1 s.csv
says 'csv: named, with semicolons: what to name' err -- '--format=ssv'
same 'csv: named, with semicolons: nothing is written' /dev/null out
text 'text\nHe  came; she\nwent; he  did\n' >b.csv
text 'text\nHe came; she\nwent; he did\n' >wanted
run b.csv
same 'csv: one column, semicolons in its texts' wanted out
text 'text,a;b\nx  y,1;2\n' >b.csv
text 'text,a;b\nx y,1;2\n' >wanted
run b.csv
same 'csv: a comma in the header' wanted out
# However the bytes arrive.
sed 's/$/ /' n.csv >long.csv
for i in 1 2 3 4 5 6 7; do
	cat long.csv long.csv >longer.csv
	mv longer.csv long.csv
done
run --format=csv --field=title long.csv
cp out wanted
for size in 1 7 4096; do
	dd bs=$size if=long.csv 2>/dev/null |
		"$COPYDESK" -j2 --format=csv --field=title >out 2>err
	same "csv: in blocks of $size" wanted out
done

text '[ {"a": {"t": "He  said \\"x\\""}},\n {"a": {"t": "fine."}} ,{"b": 1}\n]\n' \
	>n.json
text '[ {"a": {"t": "He said “x”"}},\n {"a": {"t": "fine."}} ,{"b": 1}\n]\n' \
	>wanted
run --field=/*/a/t n.json
same 'json: a pointer with a star' wanted out
status 'json: a record without the field is none' 0
run --field=/1/a/t n.json
same 'json: a pointer to one element' n.json out
run --field=a n.json
status 'json: an object is no text of a field' 2
same 'json: and stays' n.json out
run check --field=/*/a/t n.json
says 'json: check reports a place in the file' out '^n.json:1:18: whitespace/run'
text '{"news": [{"t": ["x  y", 1, "z  z"]}], "more": "a  b"}' >o.json
text '{"news": [{"t": ["x y", 1, "z z"]}], "more": "a b"}' >wanted
run --field=/news/*/t/* --field=more o.json
same 'json: several pointers into an object' wanted out
text '["a  b", {"text": "c  d"}]' >p.json
text '["a b", {"text": "c d"}]' >wanted
run --field=/* --field=text p.json
same 'json: strings of an array' wanted out
text '{"a/b": {"": "x  y"}}\n' >q.jsonl
text '{"a/b": {"": "x y"}}\n' >wanted
run --field=/a~1b/ q.jsonl
same 'jsonl: a pointer with an escape' wanted out
text '[]' >in
run --format=json
status 'json: an empty array is fine' 0
same 'json: and stays' in out
for bad in '[{"text": "a  b"},' '[{"text": "a  b"}] x' '[,1]' '[{"text":' \
	'[{"text": "a  b"} {"text": "a"}]' '{"text": "a  b"' ; do
	text '%s' "$bad" >in
	run --format=json
	status "json: trouble: $bad" 2
done
rm in
# Documents one after the other, over lines or not, as jq writes them.
text '{\n  "text": "He  said \\"{\\"."\n}\n{\n  "a": 1\n}\n' >in
text '{"text": "c  d"}{"text": "e  f"} [{"text": "g  h"}]\n[]\n' >>in
cp in many.json
cp in many.jsonl
text '{\n  "text": "He said “{”."\n}\n{\n  "a": 1\n}\n' >wanted
text '{"text": "c d"}{"text": "e f"} [{"text": "g h"}]\n[]\n' >>wanted
run --format=json
status 'json: documents one after the other' 0
same 'json: their texts change' wanted out
run many.json
same 'json: such a file' wanted out
run --field=text
same 'json: known by its bytes' wanted out
run many.jsonl
same 'jsonl: objects over lines are known by their bytes' wanted out
for size in 1 3; do
	dd bs=$size if=many.json 2>/dev/null | "$COPYDESK" --format=json >out
	same "json: documents in blocks of $size" wanted out
done
run check --format=json
says 'json: a place in the second' out '^<stdin>:7:12: '
i=0
while [ $i -lt 3000 ]; do
	i=$((i + 1))
	text '{\n "n": [%s],\n "text": "He  said \\"so\\"."\n}\n' $i
done >long.json
"$COPYDESK" -j1 long.json >wanted
for jobs in 2 7; do
	run -j$jobs long.json
	same "json: documents, -j$jobs" wanted out
done
text '{"text": "a  b"}\n,\n{"text": "c  d"}\n' >in
run --format=json
status 'json: what is between documents is trouble' 2
text '{"text": "a b"}\n,\n{"text": "c  d"}\n' >wanted
same 'json: what is between documents stays' wanted out
rm in
run --field=/a~2 n.json
status 'field: a wrong pointer is usage' 2

# The same articles in each form.
text '{"text": "He  said, \\"no\\"."}\n{"text": "It  is."}\n' >s.jsonl
text '[{"text": "He  said, \\"no\\"."},\n{"text": "It  is."}]\n' >s.json
text 'n,text\n1,"He  said, ""no""."\n2,It  is.\n' >s.csv
for form in jsonl json csv; do
	"$COPYDESK" s.$form | grep -o 'He said, “no”\.' >got.$form
	"$COPYDESK" s.$form | grep -o 'It is\.' >>got.$form
done
same 'forms: json as jsonl' got.jsonl got.json
same 'forms: csv as jsonl' got.jsonl got.csv

# What other readers read from what is written.
"$COPYDESK" --field=body plain.csv >clean.csv
if command -v sqlite3 >/dev/null; then
	is 'csv: sqlite3 reads it' 'It was a day' "$(sqlite3 :memory: \
		'.import --csv clean.csv t' "select body from t where id='2'")"
fi
if command -v mlr >/dev/null; then
	is 'csv: Miller reads it' 'It was a day' "$(mlr --icsv --onidx \
		filter '$id == 2' then cut -f body clean.csv)"
fi
if command -v python3 >/dev/null; then
	is 'csv: Python reads it' "He said “no”,
twice." "$("$COPYDESK" --field=body n.csv 2>/dev/null | python3 -c '
import csv, sys
sys.stdin.reconfigure(newline="", encoding="utf-8")
sys.stdout.reconfigure(encoding="utf-8")
print(list(csv.reader(sys.stdin))[1][2])')"
fi

# A table in another charset: what stays beside the texts would be left in it.
text 'id,text,author\n1,"caf\351  noir","M\374ller"\n2,"x  y",Miller\n' \
	>two.csv
text 'id,text,gr\366\337e\n1,"x  y",5\n' >head.csv
for name in two head; do
	cp $name.csv kept
	run fix $name.csv
	status "csv: another charset: fix: $name" 2
	same "csv: another charset: it stays: $name" kept $name.csv
	says "csv: another charset: said: $name" err 'not UTF-8 beside its text'
done
run two.csv
status 'csv: another charset: filter' 2
is 'csv: another charset: the other rows are clean' 1 "$(grep -c 'x y' out)"
is 'csv: another charset: such a row stays' "$(sed -n 2p two.csv | od -c)" \
	"$(sed -n 2p out | od -c)"
run fix --from-code=ISO-8859-1 two.csv
status 'csv: another charset: one that is named' 0
is 'csv: another charset: is decoded' '1,"café noir","Müller"' \
	"$(sed -n 2p two.csv)"
text 'id,text\n1,"caf\351  noir"\n' >text.csv
run fix text.csv
is 'csv: another charset: of the texts only' '1,"café noir"' "$(sed -n 2p text.csv)"

text 'body,id\rHe  is,1\r' >mac.csv
run --field=body mac.csv
status 'csv: lines that end in CR alone are trouble' 2
says 'csv: CR alone: what to do' err '^copydesk: mac.csv: its lines end in CR alone'
text 'id,"a\rbody"\n1,He  is\n' >cr.csv
run --field=2 cr.csv
status 'csv: a CR in a name in marks is none' 0

# Data sets of JSON Lines are called .json, too.
text '\n{"text": "He  is"}\r\n\n{"text": "He  was", "n": 1}' >lines.json
run lines.json
status 'json: an object a line' 0
text '\n{"text": "He is"}\r\n\n{"text": "He was", "n": 1}' >wanted
same 'json: an object a line: read as JSON Lines' wanted out
run --format=json lines.json
status 'json: an object a line: where the form is named' 0
same 'json: an object a line: the same, named' wanted out
run fix lines.json
same 'json: an object a line: fix' wanted lines.json
text '{"text": "He  is"}\n' >one.json
"$COPYDESK" one.json >out
text '{"text": "He is"}\n' | same 'json: one object' - out

# What Python writes for numbers that are none.
text '[{"text": "He  is", "n": NaN}, {"n": [-Infinity, Infinity], "text": "I  am"}]' >nan.json
run nan.json
status 'json: NaN is passed over' 0
is 'json: NaN stays' \
	'[{"text": "He is", "n": NaN}, {"n": [-Infinity, Infinity], "text": "I am"}]' \
	"$(cat out)"

# One after the other, as named: few programs read that.
text 'text\na  b\n' >one.csv
text '{"text":"a  b"}\n' >two.jsonl
run one.csv two.jsonl two.jsonl
status 'two forms: exit' 0
is 'two forms: said, once' 'copydesk: two.jsonl: follows a file of another form in one output; --output-dir keeps them apart' \
	"$(cat err)"
run one.csv one.csv
is 'two tables: said' 'copydesk: one.csv: its header becomes a row of the one output; --output-dir keeps tables apart' \
	"$(cat err)"
is 'two tables: written' 'text|a b|text|a b' "$(paste -sd '|' out)"
run --no-header --field=1 one.csv one.csv
is 'two tables without headers' '' "$(cat err)"
run two.jsonl two.jsonl
is 'two files of one form' '' "$(cat err)"
text '' >none.csv
text '' >none.jsonl
run one.csv none.csv
is 'a table and nothing' '' "$(cat err)"
run two.jsonl none.csv two.jsonl
is 'nothing of another form' '' "$(cat err)"
run one.csv none.jsonl one.csv
is 'two tables with nothing between them' 'copydesk: one.csv: its header becomes a row of the one output; --output-dir keeps tables apart' \
	"$(cat err)"

finish
