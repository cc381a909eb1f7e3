#!/bin/sh
# README.md's console blocks are true: each command is run as it is written, in
# the project's folder, and prints what is written below it. Spaces at line ends
# do not count.
top=$(cd "${0%/*}/../.." && pwd)
. "${0%/*}/lib"

PATH=$(dirname "$COPYDESK"):$PATH
export PATH

# Each command to N.command, what it should print to N.wanted, N from 1.
awk '/^```console$/ { here = 1; next }
	/^```$/ { here = 0 }
	here && /^\$ / {
		number++
		print substr($0, 3) >(number ".command")
		printf "" >(number ".wanted")
		next
	}
	here { print >(number ".wanted") }' "$top/README.md"

number=1
while [ -e $number.command ]; do
	(cd "$top" && sh -c "$(cat "$work/$number.command")" 2>&1) |
		sed 's/[ \t]*$//' >got
	same "readme: $(cat $number.command)" $number.wanted got
	number=$((number + 1))
done
[ $number -gt 3 ] && pass 'readme: it has examples' ||
	fail 'readme: it has examples' "only $((number - 1))"

finish
