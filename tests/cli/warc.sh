#!/bin/sh
# WARC: records of web archives, of which text/plain conversions are articles.
. "${0%/*}/lib"

# digest FILE: its SHA-1 in base32, by other programs.
digest() {
	sha1sum "$1" | cut -d ' ' -f 1 | tr a-f A-F | basenc -d --base16 |
		base32
}

# record TYPE MEDIA FILE DIGEST: a record with that block.
record() {
	text 'WARC/1.0\r\nWARC-Type: %s\r\n' "$1"
	text 'WARC-Record-ID: <urn:uuid:%s>\r\n' "$1-1"
	text 'WARC-Block-Digest: sha1:%s\r\nContent-Type: %s\r\n' "$4" "$2"
	text 'Content-Length: %s\r\n\r\n' "$(wc -c <"$3")"
	cat "$3"
	text '\r\n\r\n'
}

text 'software: invented\r\n' >info
text 'HTTP/1.1 200 OK\r\n\r\n\0\377 He  said "so".' >page
text 'He  said "so".\n\nWARC/1.0\n' >raw
text 'He said “so”.\n\nWARC/1.0\n' >clean
text 'He said so.\n' >good
{
	record warcinfo application/warc-fields info AAAA
	record response application/http page BBBB
	record conversion text/plain raw CCCC
	record conversion text/plain good DDDD
	record conversion text/html raw EEEE
	record conversion 'text/plain; charset=latin1' raw FFFF
} >in.warc
{
	record warcinfo application/warc-fields info AAAA
	record response application/http page BBBB
	record conversion text/plain clean "$(digest clean)"
	record conversion text/plain good DDDD
	record conversion text/html raw EEEE
	record conversion 'text/plain; charset=latin1' raw FFFF
} >wanted
cp in.warc in.wet
run in.warc
status 'warc: exit' 0
same 'warc: only conversions to plain text change' wanted out
cp in.warc in
run
same 'warc: known by its bytes' wanted out
rm in
cp in.warc other
run fix -q other
same 'warc: fix does the same' wanted other
run other
same 'warc: a second run changes nothing' wanted out
run --max-article=16 in.warc
status 'warc: a record that is too long is trouble' 2
says 'warc: and its line is said' err '^copydesk: in.warc:[0-9]+: record is longer'
same 'warc: and passes through' in.warc out
run check in.warc
says 'warc: places are those of the file' out \
	'^in.warc:29:3: whitespace/run'
run diff in.warc
says 'warc: diff shows the header, too' out '^\+Content-Length: '
run check --output-format=json in.warc
says 'warc: a record has its number' out '"record": 3, '

# The proof: blocks, headers, and all that is beside them.
run verify in.warc wanted
status 'warc: verify holds' 0
run verify in.warc in.warc
status 'warc: verify holds where nothing changed' 0
text 'He said “no”.\n\nWARC/1.0\n' >wrong
{
	record warcinfo application/warc-fields info AAAA
	record response application/http page BBBB
	record conversion text/plain wrong "$(digest wrong)"
	sed 1,33d in.warc
} >changed.warc
run verify in.warc changed.warc
status 'warc: verify sees a letter' 1
says 'warc: and its place' out '^changed.warc:29:10: a letter'
sed "s/$(digest clean)/$(digest wrong)/" wanted >changed.warc
run verify in.warc changed.warc
status 'warc: verify sees a wrong digest' 1
says 'warc: and the record' out '^changed.warc:29:1: the header before it'
sed '24s/-1>/-2>/' wanted >changed.warc
run verify in.warc changed.warc
status 'warc: verify sees a header' 1
sed 's/invented/inventec/' wanted >changed.warc
run verify in.warc changed.warc
status 'warc: verify sees a record that is no article' 1
says 'warc: and says so' out 'something between the records'
record conversion text/plain good DDDD | cat wanted - >changed.warc
run verify in.warc changed.warc
status 'warc: verify counts records' 1
text 'He said so.\n\nRead more: Mill\n' >raw2
text 'He said so.\n' >clean2
record conversion text/plain raw2 GGGG >more.warc
run -q --stripped=gone -o less.warc more.warc
run verify --stripped=gone more.warc less.warc
status 'warc: verify knows what was stripped' 0
run verify more.warc less.warc
status 'warc: and misses it else' 1

if command -v gzip >/dev/null; then
	# A member a record: each can be read from where it begins.
	run -o out.wet.gz in.warc
	status 'warc.gz: exit' 0
	gzip -dc out.wet.gz >out
	same 'warc.gz: holds the records' wanted out
	is 'warc.gz: as many members as records' 6 \
		"$(LC_ALL=C grep -aobP '\x1f\x8b\x08\x00\x00\x00\x00\x00' \
			out.wet.gz | wc -l)"
	from=$(LC_ALL=C grep -aobP '\x1f\x8b\x08\x00\x00\x00\x00\x00' \
		out.wet.gz | LC_ALL=C sed -n '3s/:.*//p')
	tail -c +$((from + 1)) out.wet.gz | gzip -dc >out
	says 'warc.gz: a member begins a record' out '^WARC/1.0'
	is 'warc.gz: which is the third' conversion-1 "$(sed -n \
		'3s/.*uuid:\(.*\)>.*/\1/p' out)"
	gzip -nc in.warc >in.warc.gz
	run in.warc.gz
	same 'warc.gz: read' wanted out
	run fix -q in.warc.gz
	cmp -s in.warc.gz out.wet.gz
	is 'warc.gz: fix writes members, too' 0 $?
	i=0
	while [ $i -lt 300 ]; do
		cat in.warc >&3
		cat wanted >&4
		i=$((i + 1))
	done 3>many.warc 4>many
	run -o many.warc.gz many.warc
	gzip -dc many.warc.gz >out
	same 'warc.gz: many records' many out
	head -c $(($(wc -c <many.warc.gz) - 20)) many.warc.gz >cut.warc.gz
	run cut.warc.gz
	status 'warc.gz: truncated: exit' 2
	says 'warc.gz: truncated: place' err '^copydesk: cut.warc.gz: .*after line'
	head -c "$(wc -c <out)" many >front
	same 'warc.gz: truncated: what came before is written' front out
	[ -s out ]
	is 'warc.gz: truncated: which is something' 0 $?
else
	skip warc.gz 'no gzip(1)'
fi

head -c 470 in.warc >cut.warc
run cut.warc
status 'warc: cut: exit' 2
says 'warc: cut: said' err 'ends within a WARC record, after line'
run fix cut.warc
status 'warc: cut: fix' 2
{
	cat in.warc
	text 'WARC/1.0\r\nWARC-Type: conversion\r\n\r\n'
} >bad.warc
run bad.warc
status 'warc: no length: exit' 2
says 'warc: no length: said' err 'is not a WARC record, after line'
same 'warc: no length: what came before is written' wanted out
mkdir folder
cp in.warc folder
run fix folder
says 'warc: taken from a folder' err '1 of 2 articles changed'

finish
