#!/bin/sh
# --resume: runs that are killed at random moments, and go on.
# KILLS: how many of each of the 9 kinds (2); SEED: of the moments; RECORDS: of the
# inputs, fewer of them where the program is slow.
. "${0%/*}/lib"
kills=${KILLS:-2}
seed=${SEED:-$$}

make_records() {
	awk -v n="$1" 'BEGIN {
		split("Tarnwick,Ellis Sound,Millherald,Quillby", town, ",")
		for (i = 1; i <= n; i++) {
			text = "The ferry of " town[i % 4 + 1] " left on day " i
			for (k = 0; k < i % 7; k++)
				text = text ".  It was \\\"late\\\" , they said"
			if (i % 50 == 0)
				text = text ".\\n\\nADVERTISEMENT\\n\\nIt came back"
			printf "{\"id\": %d, \"text\": \"%s.\"}\n", i, text
		}
	}'
}
make_records "${RECORDS:-40000}" >r.jsonl
{
	echo '['
	sed '$!s/$/,/' r.jsonl
	echo ']'
} >r.json
{
	text 'id,text\r\n'
	sed 's/^{"id": \([0-9]*\), "text": /\1,/; s/}$//; s/\\"/""/g; s/\\n/\n/g' \
		r.jsonl
} >r.csv
sed 's/.*"text": "//; s/"}$//; s/\\"/"/g; s/\\n/\n/g; s/$/\n/' r.jsonl >r.txt
mkdir -p d/a d/b
split -l 200 --additional-suffix=.jsonl r.jsonl d/a/
cp r.csv d/b
gzip -nc r.jsonl >z.jsonl.gz 2>/dev/null || cp r.jsonl z.jsonl

# uninterrupted ARGUMENT...: a run that nobody kills. In as many seconds as it takes
# here others are killed: a slow build, or a busy machine, is slow with both.
uninterrupted() {
	begun=$(date +%s%N)
	"$COPYDESK" -q --stripped=whole.jsonl "$@"
	most=$(awk -v begun="$begun" -v ended="$(date +%s%N)" \
		'BEGIN { print (ended - begun) / 1e9 }')
}

# pause MOST: up to so many seconds.
pause() {
	seed=$((seed + 1))
	sleep "$(awk -v s=$seed -v most="$1" \
		'BEGIN { srand(s); print rand() * most }')"
}

# unseen NAME...: the run was over before it could be killed. A line for each
# all the same: how many tests pass must not depend on the machine's load.
unseen() {
	for test; do
		pass "$test (the run was over too soon)"
	done
}

# killed NAME OUT WANTED ARGUMENT...: killed again and again, then let run.
killed() {
	name=$1 out=$2 wanted=$3
	shift 3
	cut=0 on=0 i=0
	rm -rf "$out" j s.jsonl
	while [ $i -lt "$kills" ]; do
		i=$((i + 1))
		"$COPYDESK" -q --resume=j --stripped=s.jsonl "$@" 2>err &
		pid=$!
		pause "$most"
		kill -9 $pid 2>/dev/null && cut=$((cut + 1))
		wait $pid 2>/dev/null
		if [ ! -e j ] && [ ! -e "$out" ]; then
			: # it had not begun
		elif [ ! -e j ]; then
			is_whole || fail "$name" "not whole without being killed"
			rm -rf "$out" s.jsonl
		elif [ "$(wc -l <j)" -gt 1 ]; then
			on=$((on + 1))
			# A line that was cut off.
			[ $((i % 2)) = 0 ] && head -c 40 j >tail && cat tail >>j
		fi
	done
	run -q --resume=j --stripped=s.jsonl "$@"
	status "$name: exit" 0
	check_whole "$name: killed $cut times"
	[ ! -e j ]
	is "$name: no journal is left" 0 $?
	all=$((all + on))
}

is_whole() {
	diff -r "$wanted" "$out" >differs && cmp -s whole.jsonl s.jsonl
}

check_whole() {
	if is_whole; then
		pass "$1"
	else
		fail "$1" "$(head -c 300 differs) $(wc -c s.jsonl whole.jsonl)"
	fi
}

all=0
for input in r.jsonl r.json r.csv z.jsonl*; do
	uninterrupted -o whole $input
	killed "$input" got whole -o got $input
done
uninterrupted --separator=blank -o whole r.txt r.txt
killed 'texts' got whole --separator=blank -o got r.txt r.txt
uninterrupted --output-dir=folder d
killed 'a folder' clean folder -j2 --output-dir=clean d
[ $all -gt 0 ]
is 'some runs went on' 0 $?

# fix: files that are done are not read again.
mkdir many
head -n 9000 r.jsonl | split -l 20 --additional-suffix=.jsonl - many/
head -n 3000 r.txt | split -l 60 --additional-suffix=.txt - many/
cp -r many dirty
run fix -q many
cp -r many wanted
for jobs in 1 2; do
	rm -rf many j
	cp -r dirty many
	i=0 cut=0
	while [ $i -lt $((kills + 1)) ]; do
		i=$((i + 1))
		"$COPYDESK" fix -q -j$jobs --resume=j many 2>err &
		pid=$!
		pause 0.4
		kill -9 $pid 2>/dev/null && cut=$((cut + 1))
		wait $pid 2>/dev/null
		rm -f many/.copydesk-*
		if [ -e j ]; then
			[ $((i % 2)) = 0 ] && head -c 20 j >tail && cat tail >>j
		elif [ $i -le "$kills" ]; then # done, or not begun
			diff -r wanted many >differs || diff -r dirty many >differs ||
				fail "fix, -j$jobs: no journal" "$(head -n 3 differs)"
			rm -rf many
			cp -r dirty many
		fi
	done
	before=0
	[ -e j ] && before=$(($(wc -l <j) - 1))
	run fix -j$jobs --resume=j many
	status "fix, -j$jobs: exit" 0
	diff -r wanted many >differs
	is "fix, -j$jobs: killed $cut times" '' "$(head -n 3 differs)"
	[ ! -e j ]
	is "fix, -j$jobs: no journal is left" 0 $?
	if [ $before -gt 0 ]; then
		says "fix, -j$jobs: what is done is not read again" err \
			"(^| )$before done before"
	else
		unseen "fix, -j$jobs: what is done is not read again"
	fi
done

# wait_for LINES: until the journal has more.
wait_for() {
	tries=0
	until [ -e j ] && [ "$(wc -l <j)" -gt "$1" ] || [ $tries -ge 100 ]; do
		tries=$((tries + 1))
		sleep 0.05
	done
}

# A file that was changed meanwhile is read again, trouble is told again.
rm -rf many j
cp -r dirty many
echo 'no record' >many/aa.jsonl
"$COPYDESK" fix -q -j1 --resume=j many 2>err &
pid=$!
wait_for 5
kill -9 $pid
wait $pid 2>/dev/null
rm -f many/.copydesk-*
if [ -e j ]; then
	cp j kept
	run fix --resume=j --quotes=straight many
	status 'fix: other options: exit' 2
	says 'fix: other options: said' err '^copydesk: j: was written with other'
	same 'fix: other options: the journal stays' kept j
	name=$(sed -n '3s/.*"file": "\(.*\)", "check".*/\1/p' j)
	cp "dirty/${name##*/}" "$name"
	run fix -q --resume=j many
	status 'fix: a bad record: exit' 2
	says 'fix: a bad record is told again' err '^copydesk: many/aa.jsonl:1'
	same 'fix: a file that was changed is fixed' "wanted/${name##*/}" "$name"
else
	unseen 'fix: other options: exit' 'fix: other options: said' \
		'fix: other options: the journal stays' \
		'fix: a bad record: exit' 'fix: a bad record is told again' \
		'fix: a file that was changed is fixed'
fi
rm -f j

# One big file in place: goes on within it, by -o.
"$COPYDESK" -q -o whole r.jsonl
cp r.jsonl place.jsonl
i=0
while [ $i -lt "$kills" ]; do
	i=$((i + 1))
	"$COPYDESK" -q --resume=j -o place.jsonl place.jsonl 2>err &
	pid=$!
	pause 0.5
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	[ -e j ] || break
	cmp -s r.jsonl place.jsonl || fail 'in place' 'changed before the end'
done
run -q --resume=j -o place.jsonl place.jsonl
status 'in place: exit' 0
same 'in place: is whole' whole place.jsonl

# A configuration from a pipe is what it holds, whatever the pipe is called.
text 'quotes=keep\n' >held
text 'quotes=curly\n' >other
rm -rf new j
cat held | "$COPYDESK" -q --config=/dev/stdin --resume=j -o new r.jsonl r.csv &
pid=$!
wait_for 2
kill -9 $pid
wait $pid 2>/dev/null
cat other | "$COPYDESK" --config=/dev/stdin --resume=j -o new r.jsonl r.csv 2>err
is 'piped configuration: another one' 2 $?
says 'piped configuration: said' err '^copydesk: j: was written with other options'
cat held | "$COPYDESK" -q --config=/dev/fd/3 --resume=j -o new r.jsonl r.csv 3<&0
is 'piped configuration: the same one, by another name' 0 $?
"$COPYDESK" -q --quotes=keep r.jsonl r.csv >whole
same 'piped configuration: is whole' whole new

# What is refused.
rm -rf new
"$COPYDESK" -q --resume=j -o new r.jsonl r.csv &
pid=$!
wait_for 2
kill -9 $pid
wait $pid 2>/dev/null
cp j kept
run --resume=j --quotes=straight -o new r.jsonl r.csv
status 'other options: exit' 2
says 'other options: said' err '^copydesk: j: was written with other options'
run --resume=j --no-config -o new r.jsonl r.csv
status 'other options: --no-config: exit' 2
text 'ignore=whitespace/run\n' >.copydesk
run --resume=j -o new r.jsonl r.csv
status 'another .copydesk: exit' 2
says 'another .copydesk: said' err '^copydesk: r.jsonl: .* or its .copydesk:'
rm .copydesk
run --resume=j -o new r.csv r.jsonl
status 'other inputs: exit' 2
touch -d 2001-01-01 r.jsonl
run --resume=j -o new r.jsonl r.csv
status 'a changed input: exit' 2
says 'a changed input: said' err '^copydesk: r.jsonl: changed since the journal'
[ -e new ]
is 'a changed input: nothing is written' 1 $?
same 'the journal stays as it was' kept j
rm j
"$COPYDESK" -q --resume=j -o new2 r.txt &
pid=$!
wait_for 1
kill -9 $pid
wait $pid 2>/dev/null
if [ -e j ]; then
	: >.copydesk-new2.part
	run --resume=j -o new2 r.txt
	status 'an output that was lost: exit' 2
	says 'an output that was lost: said' err 'has lost what the journal'
else
	unseen 'an output that was lost: exit' 'an output that was lost: said'
fi
rm -f j
run --resume=j r.jsonl
status 'standard output: exit' 2
run --resume=j -o new.jsonl.gz r.jsonl
status 'compressed: exit' 2
text 'no journal\n' >j
run --resume=j -o new r.jsonl
status 'no journal: exit' 2
is 'no journal: it stays' 'no journal' "$(cat j)"
rm j
run --resume=/dev/null -o new r.jsonl
status 'a device for a journal: exit' 2
says 'a device for a journal: said' err 'is no regular file'

# Names as long as a folder takes.
mkdir long
name=$(printf '%0246d' 0)
for end in 1.jsonl 2.jsonl; do
	head -n 3 r.jsonl >"long/$name$end"
done
"$COPYDESK" -q --output-dir=wanted-long long
run -q --resume=j --output-dir=got-long long
status 'long names: exit' 0
diff -r wanted-long got-long >differs
is 'long names: all are written' '' "$(head -n 3 differs)"

finish
