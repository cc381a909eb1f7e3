#!/bin/sh
# diff: what fix would do, as a patch that patch(1) takes.
. "${0%/*}/lib"

text 'Clean text.\n' >clean.txt
run diff clean.txt
status 'diff: none' 0
is 'diff: none says nothing' '' "$(cat out err)"
text 'One.\n\nHe said "so".\n\nTwo.\n' >a.txt
run diff a.txt
status 'diff: some' 1
text '%s\n' '--- a/a.txt' '+++ b/a.txt' '@@ -1,5 +1,5 @@' ' One.' ' ' \
	'-He said "so".' '+He said “so”.' ' ' ' Two.' >wanted
same 'diff: unified' wanted out
text 'He said "so".' >b.txt
run diff b.txt
text '%s\n' '--- a/b.txt' '+++ b/b.txt' '@@ -1 +1 @@' '-He said "so".' \
	'\ No newline at end of file' '+He said “so”.' \
	'\ No newline at end of file' >wanted
same 'diff: without a final newline' wanted out
run diff a.txt missing.txt b.txt
status 'diff: a missing file is trouble' 2
is 'diff: the others are shown' 2 "$(grep -c '^---' out)"
run diff --color=always a.txt
says 'diff: colour' out "$(printf '\033')\\[31m-He"
cp a.txt in
run diff
says 'diff: standard input' out '^--- a/<stdin>'
run diff --stdin-filename=x.txt
says 'diff: --stdin-filename' out '^--- a/x.txt'
text '\377\376H\0i\0.\0\n\0' >wide.txt
run diff wide.txt
status 'diff: another charset is a difference' 1

# A patch does what fix does.
i=0
while [ $i -lt 3000 ]; do
	i=$((i + 1))
	case $((i % 37)) in
	0) text 'He said "so" for the %sth  time.\n\n' $i ;;
	1) text 'A line with a tab:\tand "more".\n' ;;
	5) text '\n\n' ;;
	*) text 'Line %s of the text, which is clean.\n\n' $i ;;
	esac
done >big.txt
cp big.txt fixed.txt
cp big.txt patched.txt
run fix fixed.txt
if command -v patch >/dev/null; then
	"$COPYDESK" diff big.txt >big.patch
	patch -s patched.txt big.patch
	same 'diff: patch does what fix does' fixed.txt patched.txt
	cp big.txt patched.txt
	"$COPYDESK" diff --max-article=1000 big.txt >big.patch
	cp big.txt fixed.txt
	"$COPYDESK" fix --max-article=1000 fixed.txt
	patch -s patched.txt big.patch
	same 'diff: with cuts, too' fixed.txt patched.txt
else
	skip 'diff: patch does what fix does' 'no patch(1)'
fi

finish
