#!/bin/sh
# Many files: sums, progress, shares, mirrors, and the tools that spread work.
. "${0%/*}/lib"

# A corpus of 60 articles in 3 folders, one of JSON Lines, one of a text.
i=0
mkdir -p d/a d/b
while [ $i -lt 60 ]; do
	i=$((i + 1))
	if [ $((i % 3)) = 0 ]; then
		words='It was said so'
	else
		words='He  said "so"'
	fi
	case $((i % 2)) in
	0) folder=d/a ;;
	*) folder=d/b ;;
	esac
	text '%s to number %s.\n' "$words" $i >$folder/$i.txt
	text '{"id": %s, "text": "%s to number %s."}\n' $i \
		"$(echo "$words" | sed 's/"/\\"/g')" $i >>r.jsonl
	text '%s to number %s.\n\n' "$words" $i >>blank.txt
	text '%s to number %s.\n\f' "$words" $i >>feed.txt
	text '%s to number %s.\n-- --\n' "$words" $i >>line.txt
	text 'x' >d/$i.pdf
done

cp -r d e
run fix e
is 'summary: fix' \
	'copydesk: 40 of 60 articles changed, 60 passed over: 60 .pdf, 120 findings' \
	"$(cat err)"
run fix e
says 'summary: nothing to do' err '^copydesk: 0 of 60 articles changed, .* 0 findings'
rm -r e
cp -r d e
text '\377\376\000' >e/odd.gz
run fix -q --stats=stats.json e
is 'summary: -q' '' "$(cat out err)"
text '{"text": ' | gzip -c 2>/dev/null | head -c 12 >e/cut.jsonl.gz
run fix e
says 'summary: what was not read' err ', 1 not read, '
run --output-dir=o d
says 'summary: mirrors' err '^copydesk: 40 of 60 articles changed, '
run d/a/2.txt
is 'summary: the filter says nothing' '' "$(cat err)"
if command -v jq >/dev/null; then
	is 'stats: numbers' '60 60 40 120' \
		"$(jq -r '"\(.files) \(.articles) \(.changed) \(.findings)"' \
			stats.json)"
	is 'stats: by rule' 'whitespace/run 40 quotes/straight 80 ' \
		"$(jq -r '.rules | to_entries[] | "\(.key) \(.value)"' \
			stats.json | tr '\n' ' ')"
	text 'THE FERRY LEFT THE HARBOUR ON MONDAY AND %s ON TUESDAY.\n' \
		'SAILED TO THE NORTH, THE OWNER SAID. IT CAME BACK' \
		'WAS FULL, THE COUNCIL SAID IN A NOTE. IT WILL STAY' \
		>capitals.txt
	run -q --stats=c.json capitals.txt d/a/2.txt
	is 'stats: by condition' 'uppercased 1' \
		"$(jq -r '.conditions | to_entries[] | "\(.key) \(.value)"' \
			c.json)"
	is 'stats: by folder' 'a 30 20 b 30 20 ' \
		"$(jq -r '.folders | to_entries[] |
			"\(.key) \(.value.files) \(.value.changed)"' \
			stats.json | tr '\n' ' ')"
	for k in 1 2 3; do
		run --output-dir=p --stats=s$k.json --shard=$k/3 d
	done
	is 'stats: those of shares add up' '60 40 120' "$(jq -rs '
		map({files, changed, findings}) |
		reduce .[] as $s ({}; . as $a | $s | with_entries(
			.value += ($a[.key] // 0))) |
		"\(.files) \(.changed) \(.findings)"' s1.json s2.json s3.json)"
else
	skip stats 'no jq(1)'
fi

# Standard output has one use: a text that is lost there is lost.
for arguments in '' check 'fix --stripped=-' diff report \
	'check --write-baseline=-' '-o -' 'check --output-file=-'; do
	# shellcheck disable=SC2086
	run $arguments --stats=- d/a
	status "stats: to standard output: $arguments" 2
	same "stats: to standard output: $arguments: nothing" /dev/null out
	says "stats: to standard output: $arguments: why" err \
		'^copydesk: standard output: holds something else'
done
run --stats=- -o o.jsonl r.jsonl
says 'stats: standard output, where it is free' out '"files": 1'
run check --stats=- --output-file=found r.jsonl
says 'stats: standard output, check' out '"files": 1'

# Progress, where it is asked for.
run --progress=never -o o.jsonl r.jsonl
is 'progress: never' '' "$(cat err)"
i=0
while [ $i -lt 5 ]; do
	i=$((i + 1))
	sleep 0.4
	head -n 20 r.jsonl
done | "$COPYDESK" --format=jsonl --progress=always >out 2>err
says 'progress: always' err 'MB/s, [0-9]+ articles, [0-9]+ changed'
is 'progress: the line is wiped' 1 "$(tail -c 4 err | grep -c '\[K$')"

# Shares: disjoint, complete, and in order.
cat >expect.sh <<'END'
# expect NAME N ARGUMENT...: the shares' outputs are the output of the whole.
expect() {
	name=$1
	of=$2
	shift 2
	run "$@"
	mv out wanted
	: >got
	k=0
	while [ $k -lt "$of" ]; do
		k=$((k + 1))
		run --shard=$k/"$of" "$@"
		cat out >>got
	done
	same "shard: $name in $of" wanted got
}
END
. ./expect.sh
# As many parts as articles, and more: tests/unit/test_shards.c.
for of in 1 2 7; do
	expect jsonl $of r.jsonl
	expect 'blank lines' $of --separator=blank blank.txt
	expect 'form feeds' $of --separator=formfeed feed.txt
	expect 'lines' $of --separator='-- --' line.txt
done
for of in 1 2 7; do
	rm -rf o p
	k=0
	while [ $k -lt $of ]; do
		k=$((k + 1))
		run -q --output-dir=p --shard=$k/$of d
	done
	run -q --output-dir=o d
	diff -r o p >err && pass "shard: a folder in $of" ||
		fail "shard: a folder in $of" "$(head -3 err)"
done
find d -name '*.txt' >list
rm -rf p
for k in 1 2 3; do
	run -q --output-dir=p --root=d --shard=$k/3 --files-from=list
done
diff -r o p >err && pass 'shard: a list' || fail 'shard: a list' "$(cat err)"
# A job array of one: the only part is the whole, of any file.
text 'He  said.\n' >one.txt
run --shard=1/1 one.txt
is 'shard: 1/1 is the whole' '0 He said.' "$rc $(cat out)"
for wrong in 0/3 4/3 3 1/0 a/b 1/2x; do
	run --shard=$wrong r.jsonl
	status "shard: $wrong is none" 2
done
# A record without the field is judged by itself in a part of its own.
text '{"text": "A  b."}\n{"number": 1, "longer": 2}\n{"text": "C  d."}\n' \
	>lone.jsonl
for k in 1 2 3 4; do
	run --shard=$k/4 lone.jsonl
	status "shard: a record without the field, alone: $k/4" 0
done
i=0
while [ $i -lt 40 ]; do
	i=$((i + 1))
	echo '{"words": "A  b."}'
done >wrong.jsonl
run --shard=1/2 wrong.jsonl
status 'shard: no record of many has it' 2
mkdir lones
echo 'A  b.' >lones/a.txt
echo 'C  d.' >lones/c.txt
for k in 1 7; do
	run learn --shard=$k/7 -o part.rules lones
	status "shard: learn of $k/7" 0
done
# What is cut anywhere is no part of it.
text '\377\376{\0\042\0a\0\042\0:\0001\0}\0\n\0' >wide.jsonl
text '{\n  "text": "a"\n}\n{\n  "text": "b"\n}\n' >spread.jsonl
text '\037\213\010\010\0\0\0\0\0\003aaa"b" c\n' >packed.jsonl
for name in wide spread packed; do
	run --shard=1/2 $name.jsonl
	status "shard: $name: exit" 2
	same "shard: $name: nothing is written" /dev/null out
	says "shard: $name: why" err 'one file has shares where.*not compressed'
done
run --shard=1/2 d/a/2.txt
status 'shard: one article has none' 2

# Mirrors of named files.
rm -rf p
find d -name '*.txt' -print0 | xargs -0 "$COPYDESK" -q --output-dir=p --root=d
diff -r o p >err && pass 'root: xargs mirrors a folder' ||
	fail 'root: xargs mirrors a folder' "$(cat err)"
run --output-dir=p --root=d/a d/b/1.txt
status 'root: what is not below it is trouble' 2
says 'root: it is named' err '^copydesk: d/b/1.txt: is not below --root'
rm -rf p
run --output-dir=p --root=/ "$PWD/d/b/1.txt" d/a
status 'root: all' 0
is 'root: all: paths from there' 1 "$(ls "p$PWD/d/b" | wc -l)"
run --output-dir=p --root=none d/b/1.txt
status 'root: one that is not there' 2
text 'no folder' >file
run --output-dir=file/p d
status 'output-dir: cannot be made' 2
says 'output-dir: why' err '^copydesk: file/p: Not a directory'
mkdir -p q/b
text 'no folder' >q/a
run -q --output-dir=q d
status 'output-dir: a folder in it cannot be made' 2
says 'output-dir: why not' err '^copydesk: q/a/.*: Not a directory'
run --output-dir=p --root=d/a d/a/../b/1.txt
status 'root: nor by way of ..' 2

# GNU parallel.
if command -v parallel >/dev/null && parallel --version 2>/dev/null |
	grep -q GNU; then
	export PARALLEL_HOME="$work/home"
	mkdir -p home
	export HOME="$work/home"
	: >home/.parallel-will-cite
	rm -rf p
	find d -name '*.txt' -print0 |
		parallel -0 -j2 -n 7 "$COPYDESK" -q --output-dir=p --root=d 2>err
	is 'parallel: folders' 0 $?
	diff -r o p >err && pass 'parallel: the same files' ||
		fail 'parallel: the same files' "$(cat err)"
	"$COPYDESK" r.jsonl >wanted
	parallel --pipepart -a r.jsonl -k -j2 --block 1k \
		"$COPYDESK" -j1 --format=jsonl >out 2>err
	same 'parallel: --pipepart of JSON Lines' wanted out
	parallel --pipe -k -j2 --block 1k "$COPYDESK" -j1 --format=jsonl \
		<r.jsonl >out 2>err
	same 'parallel: --pipe of JSON Lines' wanted out
	# check's 1 is a finding, not a failure: only 2 is one.
	find d -name '*.txt' | parallel -k -j2 -n 7 \
		"$COPYDESK check {} || test \$? = 1" >out 2>err
	is 'parallel: check does not fail' 0 $?
	is 'parallel: check finds' 120 "$(wc -l <out)"
else
	skip parallel 'no GNU parallel'
fi

# Hadoop Streaming and Spark's pipe(): a record in, a record out, at once.
if command -v python3 >/dev/null; then
	cat >driver.py <<'END'
"""Feed a line, wait for its answer; at the end close, and see the exit."""
import subprocess
import sys

program = subprocess.Popen(sys.argv[2:], stdin=subprocess.PIPE,
                           stdout=subprocess.PIPE)
with open(sys.argv[1], "rb") as lines:
    for line in lines:
        program.stdin.write(line)
        program.stdin.flush()
        answer = program.stdout.readline()
        if not answer.endswith(b"\n"):
            sys.exit("no answer to " + repr(line))
        sys.stdout.buffer.write(answer)
program.stdin.close()
rest = program.stdout.read()
sys.exit(program.wait() if not rest else "more than was asked for")
END
	"$COPYDESK" r.jsonl >wanted
	for options in '-j1 --format=jsonl' '-j2 --format=jsonl' '-j2'; do
		timeout 20 python3 driver.py r.jsonl "$COPYDESK" $options \
			>out 2>err
		is "pipe: $options: exit 0" 0 $?
		same "pipe: $options: an answer a record" wanted out
	done
	text '{"text": "a  b"}\nno record\n' >bad.jsonl
	timeout 20 python3 driver.py bad.jsonl "$COPYDESK" --format=jsonl \
		>out 2>err
	is 'pipe: a bad record is passed through, and trouble' 2 $?
else
	skip pipe 'no python3(1)'
fi

finish
