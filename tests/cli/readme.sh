#!/bin/sh
# README.md and samples/TUTORIAL.md are true: each command of a console block is
# run as it is written, and prints what is written below it (spaces at line ends do
# not count); the other commands of README.md run without trouble.
top=$(cd "${0%/*}/../.." && pwd)
. "${0%/*}/lib"

PATH=$(dirname "$COPYDESK"):$PATH
export PATH
run --version
grep -q 'model none' out && no_model=yes || no_model=

# console NAME FILE FOLDER: the blocks of a file, run in a folder. Each command
# goes to N.command, what it should print to N.wanted, N from 1.
console() {
	rm -f [0-9]*.command [0-9]*.wanted
	awk '/^```console$/ { here = 1; next }
		/^```$/ { here = 0 }
		here && /^\$ / {
			number++
			print substr($0, 3) >(number ".command")
			printf "" >(number ".wanted")
			next
		}
		here { print >(number ".wanted") }' "$2"
	number=1
	while [ -e $number.command ]; do
		command=$(cat $number.command)
		(cd "$3" && sh -c "$command" 2>&1) | sed 's/[ \t]*$//' >got
		if [ "$no_model" ] && echo "$command" | grep -q wire; then
			skip "$1: $command" 'no model is built in'
		else
			same "$1: $command" $number.wanted got
		fi
		number=$((number + 1))
	done
	is "$1: it has examples" yes "$([ $number -gt 3 ] && echo yes)"
}

console readme "$top/README.md" "$top"
mkdir tutorial
cp -r "$top/samples" tutorial/samples
console tutorial "$top/samples/TUTORIAL.md" tutorial

# What the other commands are about.
mkdir -p use/corpus/2020
cd use || exit 2
cp "$top/samples/page.txt" corpus/a.txt
cp "$top/samples/flat.txt" corpus/2020/b.txt
cp "$top/samples/flat.txt" article.txt
cp "$top/samples/flat.txt" raw.txt
find corpus -type f >list
text '{"text":"It  is so.","body":"He  left.","id":%s}\n' 1 2 3 4 >corpus.jsonl
text 'id,title,content\n1,A  title,He  left.\n' >news.csv
text '{"articles":[{"body":{"text":"He  left."}}]}\n' >export.json
cp "$top/samples/library/clean.c" .
tar cf - corpus 2>/dev/null | zstd -q >corpus.tar.zst 2>/dev/null || rm -f corpus.tar.zst
sed -n 's/^    \(copydesk .*\)/\1/p' "$top/README.md" >commands
while read -r command; do
	case $command in
	*tar.zst*) [ -e corpus.tar.zst ] || {
		skip "readme: $command" 'no tar, or no zstd'
		continue
	} ;;
	esac
	sh -c "$command" >out 2>err </dev/null
	is "readme: $command" yes "$([ $? -lt 2 ] && echo yes || cat err)"
done <commands
is 'readme: it has commands' yes "$([ "$(wc -l <commands)" -gt 15 ] && echo yes)"

finish
