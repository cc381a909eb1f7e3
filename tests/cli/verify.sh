#!/bin/sh
# verify: the contract on two files.
. "${0%/*}/lib"

text 'He said  "so" &amp; left.\n' >a.txt
run a.txt
cp out b.txt
run verify a.txt b.txt
status 'verify: holds' 0
is 'verify: says nothing' '' "$(cat out err)"
text 'The same.\n' >s.txt
run verify s.txt s.txt
status 'verify: the same file' 0
run verify a.txt a.txt
status 'verify: left as it was, with what could be repaired' 0
sed 's/left/lift/' b.txt >c.txt
run verify a.txt c.txt
status 'verify: another letter' 1
says 'verify: its place' out '^c.txt:1:[0-9]+: '
sed 's/ left//' b.txt >c.txt
run verify a.txt c.txt
status 'verify: a lost word' 1
sed 's/left/left us/' b.txt >c.txt
run verify a.txt c.txt
status 'verify: a word too many' 1
sed 's/left/Left/' b.txt >c.txt
run verify a.txt c.txt
status 'verify: case may change' 0
text 'He said \377so & left.\n' >c.txt
run verify a.txt c.txt
status 'verify: not UTF-8' 1
run verify a.txt missing.txt
status 'verify: a missing file is trouble' 2

text '%s\n' '{"n":1,"text":"He  left."}' '{"text":"She \"stays\"."}' >a.jsonl
run a.jsonl
cp out b.jsonl
run verify a.jsonl b.jsonl
status 'verify: JSON Lines' 0
sed 's/"n":1/"n":2/; s/left/left/' b.jsonl >c.jsonl
run verify a.jsonl c.jsonl
status 'verify: a byte beside the text' 1
says 'verify: its record' out '^c.jsonl:1:'
sed 's/stays/stay/' b.jsonl >c.jsonl
run verify a.jsonl c.jsonl
says 'verify: a letter in a record' out '^c.jsonl:2:2[0-9]: '
sed '2d' b.jsonl >c.jsonl
run verify a.jsonl c.jsonl
status 'verify: a record is missing' 1

text 'First of it.\n\nADVERTISEMENT\n\nLast of it.\n' >a.txt
run --stripped=gone.jsonl a.txt
cp out b.txt
run verify a.txt b.txt
status 'verify: what was stripped is missed' 1
run verify --stripped=gone.jsonl a.txt b.txt
status 'verify: but not when it is listed' 0
text 'no listing\n' >bad.jsonl
run verify --stripped=bad.jsonl a.txt b.txt
status 'verify: a listing that is none is trouble' 2

finish
