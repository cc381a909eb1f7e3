#!/bin/sh
# -j N: the same bytes, messages and status at any number.
. "${0%/*}/lib"

i=0
while [ $i -lt 1500 ]; do
	i=$((i + 1))
	case $((i % 5)) in
	0) text '{"n":%s}\n' $i ;;
	1) text 'no record %s\n' $i ;;
	*) text '{"n":%s,"text":"He said  \\"so\\" to %s of them at noon, and left the hall without another word on it."}\n' $i $i ;;
	esac
done >a.jsonl
i=0
while [ $i -lt 3000 ]; do
	i=$((i + 1))
	text 'Paragraph %s says "so" to  them, and it is long enough to count.\n\n' $i
done >a.txt
mkdir -p tree/inner
i=0
while [ $i -lt 40 ]; do
	i=$((i + 1))
	text 'He said "so"  %s times.\n' $i >tree/$i.txt
	text '{"text":"He said \\"so\\"."}\nbad\n' >tree/inner/$i.jsonl
done
ln -s nowhere.txt tree/20a.txt
ln -s .. tree/inner/loop
cp a.txt tree/big.txt

for arguments in 'a.jsonl' 'a.txt' 'a.jsonl a.txt missing a.jsonl' \
	'--separator=blank a.txt' 'check a.jsonl a.txt missing' \
	'check --output-format=json tree a.txt' 'diff a.txt a.jsonl' \
	'--max-article=5000 a.txt' 'diff tree' 'check tree tree'; do
	# shellcheck disable=SC2086
	"$COPYDESK" -j1 $arguments >wanted 2>wanted.err
	wanted=$?
	for jobs in 2 7; do
		# shellcheck disable=SC2086
		run -j$jobs $arguments
		status "jobs: -j$jobs $arguments: exit" $wanted
		same "jobs: -j$jobs $arguments" wanted out
		same "jobs: -j$jobs $arguments: messages" wanted.err err
	done
done

for jobs in 1 7; do
	rm -rf tree$jobs
	cp -R tree tree$jobs
	(
		cd tree$jobs || exit 2
		"$COPYDESK" fix -j$jobs --stripped=../gone$jobs . . 2>../err$jobs
	)
done
if diff -r --no-dereference tree1 tree7 >/dev/null 2>&1; then
	pass 'jobs: fix of a folder named twice'
else
	fail 'jobs: fix of a folder named twice' "$(diff -rq --no-dereference tree1 tree7 | head -3)"
fi
same 'jobs: fix: messages' err1 err7
same 'jobs: fix: what was stripped' gone1 gone7
is 'jobs: fix: nothing changed meanwhile' 0 "$(grep -c "changed while" err7)"
cp a.txt twice.txt
run fix -j4 twice.txt twice.txt ./twice.txt
status 'jobs: a file named thrice' 0
run -j0
status 'jobs: -j0 is as many as there are CPUs' 0
run --output-dir=out1 -j1 tree
run --output-dir=out7 -j7 tree
if diff -r out1 out7 >/dev/null; then
	pass 'jobs: --output-dir'
else
	fail 'jobs: --output-dir' "$(diff -rq out1 out7 | head -3)"
fi

finish
