#!/bin/sh
# What goes wrong outside: full disks, closed pipes, unreadable input.
. "${0%/*}/lib"

text 'He said "so".\n' >a.txt
if [ -w /dev/full ]; then
	cp a.txt in
	for command in '' check diff rules --help --version; do
		# shellcheck disable=SC2086
		"$COPYDESK" $command <in >/dev/full 2>err
		rc=$?
		status "full disk: ${command:-filter}" 2
		says "full disk: ${command:-filter}: message" err \
			'^copydesk: standard output: No space left'
	done
	text 'First of it.\n\nADVERTISEMENT\n\nLast of it.\n' >ad.txt
	run --stripped=/dev/full ad.txt
	status 'full disk: --stripped' 2
	run -o /dev/full a.txt
	status 'full disk: -o' 2
	run check --write-baseline=/dev/full a.txt
	is 'full disk: no baseline is told of' \
		'copydesk: /dev/full: No space left on device' "$(cat err)"
else
	skip 'full disk' 'no /dev/full'
fi
if (ulimit -f 1) 2>/dev/null; then
	i=0
	while [ $i -lt 400 ]; do
		i=$((i + 1))
		text 'This is what he said in %s: "so".\n\n' $i
	done >big.txt
	cp big.txt limited.txt
	(
		ulimit -f 1
		"$COPYDESK" fix limited.txt 2>err
	)
	rc=$?
	status 'full disk: fix' 2
	same 'full disk: fix leaves the file' big.txt limited.txt
	is 'full disk: fix leaves no temporary file' '' \
		"$(find . -name '.copydesk*')"
	# No step was made that a next run could go on from.
	(
		ulimit -f 1
		"$COPYDESK" --resume=j --stripped=s -o resumed.txt big.txt 2>err
	)
	rc=$?
	status 'full disk: --resume' 2
	is 'full disk: --resume leaves nothing without a journal' '' \
		"$(ls -A j s resumed.txt .copydesk-* 2>/dev/null)"
fi

if (ulimit -f 1) 2>/dev/null; then
	mkdir -p many/sub many-out/sub.txt
	text 'He  said so.\n' >many/a.txt
	text 'He  said so.\n' >many/sub.txt
	cp big.txt many/big.txt
	sed 's/said/  said/' big.txt >many/late.txt
	(
		ulimit -f 1
		"$COPYDESK" --output-dir=many-out --stats=stats many 2>err
	)
	rc=$?
	status 'full disk: --output-dir' 2
	says 'full disk: --output-dir: what is not written has not changed' err \
		'^copydesk: 1 of 3 articles changed, 3 not written,'
	says 'full disk: --output-dir: --stats says so' stats \
		'"unread": 0,'
	is 'full disk: --output-dir: no half a file' 'a.txt sub.txt' \
		"$(ls -A many-out | tr '\n' ' ' | sed 's/ $//')"
fi

# A closed pipe ends quietly, by SIGPIPE.
i=0
while [ $i -lt 20000 ]; do
	i=$((i + 1))
	text 'This is what he said in %s: "so".\n\n' $i
done >long.txt
{
	"$COPYDESK" long.txt 2>err
	echo $? >rc
} | head -n 1 >/dev/null
is 'closed pipe: filter ends by SIGPIPE' 141 "$(cat rc)"
is 'closed pipe: quietly' '' "$(cat err)"
{
	"$COPYDESK" check long.txt 2>err
	echo $? >rc
} | head -n 1 >/dev/null
is 'closed pipe: check' 141 "$(cat rc)"
is 'closed pipe: check: quietly' '' "$(cat err)"

mkdir piped
"$COPYDESK" --stripped=piped/s.jsonl long.txt 2>err | head -n 1 >/dev/null
is 'closed pipe: no temporary file is left' '' "$(ls -A piped)"
is 'closed pipe: with --stripped: quietly' '' "$(cat err)"

# Outputs that would overwrite an input, or one another.
text 'First of it.\n\nADVERTISEMENT\n\nLast of it.\n' >ad.txt
cp ad.txt ad
run --stripped=ad.txt ad.txt
status 'outputs: --stripped is no input' 2
same 'outputs: the input stays' ad ad.txt
"$COPYDESK" --stripped=ad.txt <ad.txt >out 2>err
rc=$?
status 'outputs: nor is it standard input' 2
same 'outputs: which stays' ad ad.txt
run --stripped=both -o both ad.txt
status 'outputs: -o and --stripped differ' 2
run --stripped=- ad.txt
status 'outputs: two in one stream' 2
run --stripped=- -o clean ad.txt
status 'outputs: --stripped=-' 0
says 'outputs: --stripped=- is standard output' out '"ADVERTISEMENT'

# What is no text.
text '\037\213\010\010\0\0\0\0\0\003aaa"b" c\n' >packed.txt
run packed.txt
status 'compressed data: trouble' 2
is 'compressed data: no output' '' "$(cat out)"
says 'compressed data: message' err ': packed.txt: truncated gzip input, at its start'

# Where no input can be read, nothing is replaced.
for input in missing packed.txt; do
	for output in '-o old' '--stripped=old' '-o old.tar'; do
		echo 'what was there' >old
		cp old old.tar
		run $output $input
		status "no input: $output $input" 2
		is "no input: $output $input: what was there stays" \
			'what was there' "$(head -c 99 ${output#*[ =]})"
	done
done
run --stripped=old --output-dir=made missing
is 'no input: --output-dir' 'what was there' "$(cat old)"
run -o old .
is 'no input: a folder' 'what was there' "$(cat old)"
run -o one.txt missing a.txt
is 'no input: but another one' 'He said “so”.' "$(cat one.txt)"
rm -r made old old.tar one.txt

# An output that is not whole replaces nothing, least of all its input.
truncate -s 300M huge.txt
if (ulimit -v 200000 && "$COPYDESK" --version) >/dev/null 2>&1; then
	(
		ulimit -v 200000
		"$COPYDESK" -j1 --max-article=1G \
			--format=text -o huge.txt huge.txt 2>err
	)
	rc=$?
	status 'short memory: trouble' 2
	is 'short memory: -o leaves what was there' 314572800 \
		"$(stat -c %s huge.txt)"
	says 'short memory: and says so' err '^copydesk: huge.txt: not written'
else
	skip 'short memory' 'the program needs more to start'
fi
rm huge.txt

if [ -e /dev/stdout ]; then
	{
		echo one
		"$COPYDESK" -o /dev/stdout a.txt
		"$COPYDESK" --stripped=/dev/stderr a.txt
		echo four
	} >lines 2>err
	is 'outputs: /dev/stdout is written to, not replaced' 4 \
		"$(wc -l <lines)"
fi

# Closed streams.
"$COPYDESK" a.txt >&- 2>err
rc=$?
status 'closed output: trouble' 2
"$COPYDESK" <&- >out 2>err
rc=$?
status 'closed input: trouble' 2
"$COPYDESK" a.txt >out 2>&-
is 'closed errors: no trouble' 0 $?
cp a.txt f.txt
"$COPYDESK" fix f.txt <&- >&- 2>&-
is 'closed streams: fix works' 'He said “so”.' "$(cat f.txt)"

# What cannot be read.
run .
status 'a folder as a file' 2
if [ -r /proc/self/mem ]; then
	run /proc/self/mem a.txt
	status 'a read that fails' 2
	says 'a read that fails: the next file is done' out '“so”'
	says 'a read that fails: message' err '^copydesk: /proc/self/mem: '
fi
run ''
status 'an empty name' 2
text 'Text.\n' >"$(printf 'n\nl.txt')"
run check "$(printf 'n\nl.txt')"
status 'a newline in a name' 0

finish
