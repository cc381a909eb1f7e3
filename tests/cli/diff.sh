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
run diff "$PWD/a.txt"
is 'diff: of a path from the root to here: it applies here' '--- a/a.txt' \
	"$(head -n 1 out)"
is 'diff: and nothing is said' '' "$(cat err)"
mkdir elsewhere
(cd elsewhere && run diff "${PWD%/*}/a.txt")
is 'diff: of a path from the root to elsewhere' "--- a$PWD/a.txt" \
	"$(head -n 1 elsewhere/out)"
says 'diff: it applies there' elsewhere/err '^copydesk: the patch applies in /$'
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

# Word by word.
text 'One.\n\nHe  said "so".\nIt was\nlong.\n' >words.txt
run diff --word-diff --stage=quotes words.txt
text '%s\n' '--- a/words.txt' '+++ b/words.txt' '@@ -1,5 +1,5 @@' 'One.' '' \
	'He  said [-"-]{+“+}so[-"-]{+”+}.' 'It was' 'long.' >wanted
same 'diff: --word-diff' wanted out
text 'A story.\n\nAdvertisement\n\nIt ends' >strip.txt
run diff --word-diff strip.txt
text '%s\n' '--- a/strip.txt' '+++ b/strip.txt' '@@ -1,5 +1,3 @@' 'A story.' \
	'' '[-Advertisement↵-]' '[-↵-]' 'It ends' >wanted
same 'diff: --word-diff shows line ends' wanted out
run diff --word-diff --color=always words.txt
says 'diff: --word-diff in colour' out \
	"$(printf '\033')\\[31m\\[-\"-\\]$(printf '\033')\\[0m"
run diff --word-diff clean.txt
is 'diff: --word-diff of clean text' '0 ' "$rc $(cat out err)"

# One stage: a patch of its changes alone.
text 'He  said &quot;so&quot; to the board.  It was "over".\n' >stage.txt
run diff --stage=quotes stage.txt
status 'diff: --stage' 1
says 'diff: --stage leaves what others change' out '^\+He  said “so” to'
says 'diff: --stage has its own' out 'It was “over”'
run diff --stage=whitespace/run stage.txt
says 'diff: --stage takes a rule' out '^\+He said &quot;so&quot; to'
run diff --stage=all stage.txt
says 'diff: --stage=all' out '^\+He said “so” to the board. It was “over”'
run diff --stage=boilerplate stage.txt
is 'diff: --stage without changes' '0 ' "$rc $(cat out err)"
text '{"text": "He  said \\"so\\"."}\n' >stage.jsonl
run diff --stage=whitespace stage.jsonl
says 'diff: --stage of records' out '^\+\{"text": "He said \\"so\\"\."\}'
text 'One\r\n\r\nHe said "so".\r\n\r\n' >ends.txt
run diff --stage=quotes --separator=blank ends.txt
is 'diff: --stage between articles' 1 "$(grep -c '^+[^+]' out)"
run diff --stage=quote stage.txt
status 'diff: --stage of no such name' 2
says 'diff: --stage suggests one' err 'did you mean quotes'

# At a terminal, by a pager; with colour, which the pager is told to keep.
# terminal COMMAND...: what a terminal shows, and the status.
terminal() {
	script -qec "$*" /dev/null </dev/null | tr -d '\r' >out
}
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
	terminal "PAGER='sed s/^/page:/' '$COPYDESK' diff a.txt; echo rc=\$?"
	says 'diff: a pager' out '^page:.*--- a/a.txt'
	says 'diff: a pager gets colour' out "$(printf '\033')\\[31m-He"
	says 'diff: a pager, and the status' out '^rc=1$'
	terminal "PAGER='echo \$LESS; cat' '$COPYDESK' diff a.txt"
	says 'diff: less is told how' out '^FRX$'
	terminal "PAGER=false COPYDESK_PAGER='sed s/^/mine:/' \
		'$COPYDESK' diff a.txt"
	says 'diff: COPYDESK_PAGER is before PAGER' out '^mine:'
	for pager in "PAGER=cat" "PAGER=" "PAGER='sed s/^/page:/' LESS="; do
		case $pager in *LESS=) option=--no-pager ;; *) option= ;; esac
		terminal "$pager '$COPYDESK' diff $option a.txt"
		is "diff: no pager: $pager $option" 0 "$(grep -c '^page:' out)"
		says "diff: no pager: $pager $option shows it" out 'a/a.txt'
	done
	terminal "PAGER='sed s/^/page:/' '$COPYDESK' diff clean.txt; echo rc=\$?"
	is 'diff: a pager of nothing' 'rc=0' "$(cat out)"
	# one that reads little, of much: the program ends, and says nothing
	i=0
	while [ $i -lt 9000 ]; do
		i=$((i + 1))
		text 'He said "so" for the %sth  time, and it was long.\n\n' $i
	done >much.txt
	terminal "PAGER='head -n 2' timeout 20 '$COPYDESK' diff much.txt; echo end"
	is 'diff: a pager that ends early' 3 "$(grep -c . out)"
	rm much.txt
	PAGER='sed s/^/page:/' "$COPYDESK" diff a.txt >out
	is 'diff: no pager where there is no terminal' 0 \
		"$(grep -c '^page:' out)"
else
	skip 'diff: by a pager' 'no script(1)'
fi

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

# What is no patch says so.
text '\377\376H\0i\0 \0 \0x\0\n\0' >wide.txt
text '\377\376H\0i\0\n\0' >wide-clean.txt
run diff wide.txt wide-clean.txt fixed.txt
status 'diff: UTF-16' 1
says 'diff: UTF-16: the text is shown' out '^\+Hi x$'
says 'diff: UTF-16: it is no patch' err \
	'^copydesk: 2 files are compressed.* and is no patch$'
run diff -q wide.txt
same 'diff: UTF-16: quiet' /dev/null err
if command -v gzip >/dev/null; then
	text 'He  said.\n' >packed.txt
	gzip packed.txt
	run diff packed.txt.gz
	says 'diff: compressed: it is no patch' err '^copydesk: 1 file is compr'
fi
run diff big.txt
same 'diff: a patch says nothing' /dev/null err

finish
