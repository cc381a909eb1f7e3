#!/bin/sh
# Streams: read sizes, separators, cuts, NUL, memory.
. "${0%/*}/lib"

i=0
while [ $i -lt 60 ]; do
	i=$((i + 1))
	text 'Paragraph %s  says "so", \303\251 and  more.\n\n' $i
done >a.txt
sed 's/\(.*\)/{"text":"\1"}/; s/"so"/\\"so\\"/' a.txt >a.jsonl

# pieces SIZE FILE ARGUMENT...: the program reading SIZE bytes at a time.
pieces() {
	size=$1
	file=$2
	shift 2
	dd bs="$size" if="$file" 2>/dev/null |
		dd bs="$size" 2>/dev/null | "$COPYDESK" "$@" >out 2>err
}

for arguments in '' '--max-article=100' '--max-article=30' \
	'--separator=blank' '--separator=blank --max-article=30' \
	'check' 'check --separator=blank' 'diff' 'diff --max-article=100'; do
	# shellcheck disable=SC2086
	"$COPYDESK" $arguments <a.txt >wanted 2>/dev/null
	for size in 1 7 4096; do
		# shellcheck disable=SC2086
		pieces $size a.txt $arguments
		same "read size $size: text ${arguments:-filter}" wanted out
	done
done
for arguments in '' '--max-article=50' check diff; do
	# shellcheck disable=SC2086
	"$COPYDESK" $arguments --format=jsonl <a.jsonl >wanted 2>/dev/null
	for size in 1 7 4096; do
		# shellcheck disable=SC2086
		pieces $size a.jsonl $arguments --format=jsonl
		same "read size $size: jsonl ${arguments:-filter}" wanted out
	done
done
text '\377\376H\0i\0 \0 \0o\0.\0\n\0' >wide.txt
"$COPYDESK" <wide.txt >wanted
pieces 1 wide.txt
same 'read size 1: UTF-16' wanted out
text '\357\273\277{"text":"Go  on."}\n' >bom.jsonl
"$COPYDESK" --format=jsonl <bom.jsonl >wanted
pieces 1 bom.jsonl --format=jsonl
same 'read size 1: a byte order mark' wanted out

# Separators stay as they are read.
text 'One  it is.\n\n\n\nTwo  it is.\n \nThree.\n' >in
run --separator=blank
text 'One it is.\n\n\n\nTwo it is.\n \nThree.\n' >wanted
same 'separator: blank' wanted out
text 'One  it is.\n\fTwo  it is.\f\f\nThree.\n' >in
run --separator=formfeed
text 'One it is.\n\fTwo it is.\f\f\nThree.\n' >wanted
same 'separator: formfeed' wanted out
text 'One  it is.\n\0Two  it is.\0' >in
run --separator=nul
text 'One it is.\n\0Two it is.\0' >wanted
same 'separator: nul' wanted out
text -- '-----\nOne  it is.\n\n-----\n\nTwo  it is.\n-----\n' >in
run --separator=-----
text -- '-----\nOne it is.\n\n-----\n\nTwo it is.\n-----\n' >wanted
same 'separator: a line' wanted out
text 'One  it is.\n%%%% \nTwo  it is.\n \t%%%%\r\nThree  it is.\n' >in
run --separator=%%
text 'One it is.\n%%%% \nTwo it is.\n \t%%%%\nThree it is.\n' >wanted
same 'separator: a line with blanks at its ends' wanted out
mv out in
run --separator=%%
same 'separator: a line with blanks: twice' in out
text 'One  it is.\r\n\r\nTwo  it is.\r\n' >in
run --separator=blank
text 'One it is.\n\nTwo it is.\n' >wanted
same 'separator: its line ends become newlines' wanted out
text 'One it is.\r\n\r\nTwo it is.\r\n\r\nThree it is.\r\n' >in
run --max-article=16
is 'cuts: no carriage return stays' 0 "$(tr -dc '\r' <out | wc -c)"

# A cut takes no space and no letter, wherever it falls.
text 'A three-hour-long-and-more hearing, of caf\303\251-owners\342\200\224all of them.\n' >in
for size in 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32; do
	run --max-article=$size
	same "cuts: nothing is lost: $size" in out
done

# NUL and control characters truncate nothing.
text 'One \0 two.\n\001\002Three.\n' >in
run
says 'NUL: the text after it' out 'two\.'
says 'NUL: the last line' out 'Three\.'

# A stream is answered while it is open.
mkfifo pipe
rm -f out
"$COPYDESK" --format=jsonl <pipe >out 2>err &
pid=$!
exec 3>pipe
text '{"text":"Go  on."}\n' >&3
i=0
while [ ! -s out ] && [ $i -lt 300 ]; do
	i=$((i + 1))
	sleep 0.1
done
is 'stream: a record is answered at once' '{"text":"Go on."}' "$(cat out)"
exec 3>&-
wait $pid

# Memory does not grow with the input. The limit is one of addresses: glibc keeps
# 64 MB of them for each thread's arena, which are no memory.
MALLOC_ARENA_MAX=1
export MALLOC_ARENA_MAX
many() {
	awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++)
		print "Paragraph " i " of a long text without an end.\n" }'
}
if (ulimit -v 200000 && "$COPYDESK" --help) >/dev/null 2>&1; then
	many 600000 | (
		ulimit -v 200000
		"$COPYDESK" -j2 --ignore=boilerplate | cksum
	) >out 2>err
	many 600000 | cksum >wanted
	same 'memory: 28 MB of text in bounded memory' wanted out
	{
		text '{"text":"'
		head -c 60000000 /dev/zero | tr '\0' 'a'
		text '"}\n{"text":"Go  on."}\n'
	} | (
		ulimit -v 200000
		"$COPYDESK" -j2 --format=jsonl | tail -n 1
	) >out 2>err
	is 'memory: a record of 60 MB passes' '{"text":"Go on."}' "$(cat out)"
	head -c 60000000 /dev/zero | tr '\0' '\n' | (
		ulimit -v 200000
		"$COPYDESK" -j2 --separator=blank | wc -c
	) >out 2>err
	is 'memory: 60 MB of blank lines' 60000000 "$(tr -d ' ' <out)"
else
	skip 'memory' 'the program does not start in 200 MB (a sanitizer?)'
fi

finish
