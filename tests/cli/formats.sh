#!/bin/sh
# check's formats for programs, read by parsers that are not ours.
top=$(cd "${0%/*}/../.." && pwd)
. "${0%/*}/lib"

if ! command -v python3 >/dev/null; then
	skip 'formats: read by Python' 'there is no python3'
	exit 0
fi

# reads NAME ARGUMENT...: tests/formats/read.py takes it.
reads() {
	if python3 "$top/tests/formats/read.py" "$@" >said 2>&1; then
		pass "formats: $*"
	else
		fail "formats: $*" "$(tail -n 1 said)"
	fi
}

text "Go  on.\\n" >a.txt
# Files of each kind, with names and texts that a format has to escape.
mkdir -p d/e
cp "$top"/samples/*.txt d
text 'He said "so" — 文文 <b>&amp;</b>.\r\nGo  on.\tTo \001 the end\n' >'d/e/q"<&>%.txt'
cp 'd/e/q"<&>%.txt' "$(printf 'd/e/\377 x\ny:z,.txt')"
text '{"text":"Go  on, \\"he\\" said."}\n{"x":1}\n' >d/r.jsonl
text 'caf\351  au lait.\n' >d/latin.txt
text '\n' >d/e/clean.txt
run check --output-format=json-lines d
found=$(wc -l <out)
[ "$found" -gt 40 ] && pass 'formats: there are findings' ||
	fail 'formats: there are findings' "$found"
for format in json json-lines sarif gitlab junit checkstyle github; do
	run check --output-format=$format d
	mv out $format.out
	reads $format $format.out "$found"
done
run check --output-format=junit d/e/clean.txt
is 'junit: a clean file passes' \
	'    <testcase classname="d/e/clean.txt" name="clean"/>' \
	"$(grep testcase out)"
for format in json sarif gitlab junit checkstyle; do
	run check --output-format=$format d/e/clean.txt
	mv out none.out
	reads $format none.out 0
	run check --output-format=$format --max-findings=3 d
	mv out three.out
	reads $format three.out 3
done

run check --output-format=junit --max-findings=1 a.txt d/e/clean.txt d/r.jsonl
is 'junit: what --max-findings leaves out is not clean' 1 \
	"$(grep -c 'name="clean"' out)"
run rules --output-format=sarif
status 'formats: rules have none of these' 2

# Paths.
run check --output-format=sarif ./d/e
says 'sarif: a path is a URI' sarif.out '"uri": "d/e/q%22%3C%26%3E%25.txt"'
says 'sarif: bytes that are no UTF-8' out '"uri": "d/e/%FF%20x%0Ay%3Az%2C.txt"'
(cd d/e && run check --output-format=sarif "${PWD%/*}/latin.txt")
says 'sarif: an absolute path' d/e/out '"uri": "file:///'
rm d/e/out d/e/err
run check --output-format=gitlab ./d/latin.txt
says 'gitlab: a path in the repository' out '"path": "d/latin.txt"'

# The fixes of all findings together are what the filter writes.
for sample in page flat; do
	run --casing=never "d/$sample.txt"
	mv out clean.out
	run check --casing=never --output-format=sarif "d/$sample.txt"
	mv out sarif.out
	reads fixes sarif.out "d/$sample.txt" clean.out
done
run --casing=never 'd/e/q"<&>%.txt'
mv out clean.out
run check --output-format=sarif 'd/e/q"<&>%.txt'
mv out sarif.out
reads fixes sarif.out 'd/e/q"<&>%.txt' clean.out
text 'One.\rHe said "so"  then.\r\n\r\rGo  on \342\200\250 "there".\n' >mac.txt
run mac.txt
mv out clean.out
run check --output-format=sarif mac.txt
mv out sarif.out
reads fixes sarif.out mac.txt clean.out
text 'Go  on.\n' >packed.txt
gzip -k packed.txt
tar cf packed.tar packed.txt
text 'WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: 8\r\n\r\nGo  on.\n\r\n\r\n' >d/w.warc
for file in d/r.jsonl d/latin.txt d/w.warc packed.txt.gz packed.tar; do
	run check --output-format=sarif $file
	is "sarif: no fixes of $file, whose bytes are others" '0 1' \
		"$(grep -c '"fixes"' out) $(grep -c 'whitespace/run.*"locations"' out)"
done
rm d/w.warc packed.*

# Fingerprints: lines before it and the same line again do not move a finding.
text 'Go  on.\n\nThen go  on, "he" said.\n\nGo  on.\n' >a.txt
run check --output-format=sarif a.txt
mv out first.out
{ yes 'It is clean.' | head -n 10 && cat a.txt; } >moved.txt
mv moved.txt a.txt
run check --output-format=sarif a.txt
mv out moved.out
reads moved first.out moved.out
is 'fingerprints: an occurrence each' 2 "$(grep -o '[0-9a-f]*:[12]"' moved.out |
	sort -u | sed 's/:.*//' | uniq -d | wc -l)"
run check --output-format=sarif ./a.txt
mv out dotted.out
reads moved first.out dotted.out

# github: the worst first, ten of a kind, and how many more.
{ text '{"x":1}\n' && text '{"text":"Go  on."}\n%.0s' 1 2 3 4 5 6 7 8 9 10 11 12; } >many.jsonl
run check --output-format=github many.jsonl
is 'github: ten warnings, then the notice' '10 ::warning 2 ::notice' \
	"$(cut -d ' ' -f 1 out | uniq -c | paste -sd ' ' | tr -s ' ' | sed 's/^ //')"
is 'github: how many more' \
	'::notice title=copydesk::2 more findings are not shown here' \
	"$(tail -n 1 out)"
text '{"x":1}\n%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 >notes.jsonl
run check --output-format=github notes.jsonl
is 'github: ten notices with the last one' 10 "$(grep -c '^::notice' out)"
says 'github: it counts the one that it took the place of' out '::3 more findings'

finish
