#!/bin/sh
# Which files are read, and that something is.
top=$(cd "${0%/*}/../.." && pwd)
. "${0%/*}/lib"

dirty='He  said "so".\n'
mkdir -p d/x/y d/drafts
for name in d/a.txt d/b.story d/c.nfo d/x/y/e.txt d/drafts/f.txt d/g.TXT; do
	text "$dirty" >$name
done
# fixed NAME OPTION...: which files of d a fix with the options changes.
fixed() {
	rm -rf e
	cp -r d e
	name=$1
	wanted=$2
	shift 2
	run fix "$@" e
	is "$name" "$wanted" "$(diff -rq d e | sed 's/^Files d\/\(.*\) and .*/\1/' |
		LC_ALL=C sort | tr '\n' ' ')"
}
fixed 'walk: the usual endings' \
	'a.txt b.story drafts/f.txt g.TXT x/y/e.txt '
fixed 'walk: --ext' 'c.nfo ' --ext=nfo
fixed 'walk: --ext of several, with dots' 'b.story c.nfo ' --ext=.nfo,story
fixed 'walk: --include with a name' 'a.txt ' --include='a.*'
fixed 'walk: --include with folders' 'x/y/e.txt ' --include='x/**/*.txt'
fixed 'walk: ** is no folder, too' 'a.txt x/y/e.txt ' \
	--include='**/[ae].txt'
fixed 'walk: --exclude of a folder' 'a.txt b.story g.TXT x/y/e.txt ' \
	--exclude=drafts
fixed 'walk: --exclude of files' 'a.txt drafts/f.txt g.TXT ' \
	--exclude='*.story' --exclude='x/y'
fixed 'walk: * stays in a folder' 'a.txt ' --include='/*.txt'

for pattern in drafts/ ./drafts e/drafts ./e/drafts drafts/f.txt './e/drafts/*'; do
	fixed "walk: --exclude=$pattern" 'a.txt b.story g.TXT x/y/e.txt ' \
		--exclude="$pattern"
done
fixed 'walk: --include with the path that is printed' 'x/y/e.txt ' \
	--include='e/x/**'
run check --exclude='*.{txt,nfo}' d
status 'walk: braces are no pattern' 2
says 'walk: braces: what to do' err '^copydesk: --exclude=.*: has braces'

rm -rf e && cp -r d e
printf '\357\273\277e/a.txt\r\n\r\ne/x\r\n' >list
run check -l --files-from=list
status 'files-from: a list of Windows: exit' 1
is 'files-from: a list of Windows' 'e/a.txt e/x/y/e.txt ' "$(tr '\n' ' ' <out)"
printf 'e/a.txt\n\ne/x\n' >list
run fix --files-from=list
status '--files-from: names and folders' 0
is '--files-from: they are read' 2 "$(grep -l '“' -r e | wc -l)"
printf 'e/b.story\0e/c.nfo\0' >in
run fix --files-from=- -0
is '--files-from: from standard input, with NULs' 4 \
	"$(grep -l '“' -r e | wc -l)"
rm in
printf 'd/b.story\0d/c.nfo\0' >list
for names in list -; do
	cp list in
	run check --files-from=$names
	status "--files-from: NULs that nobody spoke of: $names" 2
	says "--files-from: NULs: $names: what to do" err ': say --null$'
	same "--files-from: NULs: $names: no part is done" /dev/null out
done
run --shard=1/2 --output-dir=o --files-from=list
is '--files-from: NULs are told of once' 1 "$(grep -c NUL err)"
rm in
run check --files-from=missing
status '--files-from: no such list' 2
printf -- '-\n' >list
run fix --files-from=list
status '--files-from: fix takes no standard input' 2

# Nothing to read is no success.
mkdir empty other
text 'x' >other/a.pdf
text 'x' >other/b.pdf
text 'x' >other/c
for command in check diff fix learn '--output-dir=o'; do
	run $command empty
	status "nothing: $command of an empty folder" 2
	says "nothing: $command says so" err '^copydesk: nothing to read: '
done
run check other
says 'nothing: what was passed over' err '3 passed over: 2 .pdf, 1 others'
for command in check diff learn; do
	: >in
	run $command
	status "nothing: $command of an empty standard input" 2
	[ $command = learn ] && continue
	run $command -
	status "nothing: $command of one that is named" 0
	rm in
done
text 'So it is.\n' >clean.txt
run check clean.txt empty
status 'nothing: another file is enough' 0

# At a terminal nobody waits.
if command -v script >/dev/null; then
	# terminal ARGUMENT...: run at a terminal; its output to ./out.
	terminal() {
		(cd d && timeout 10 script -qec "'$COPYDESK' $*; echo rc \$?" \
			../out) >/dev/null 2>&1 </dev/null
	}
	terminal check --color=never
	says 'terminal: check takes the folder' out '^./a.txt:1:3: '
	terminal
	is 'terminal: the filter says in five lines what to try' 5 \
		"$(grep -cE '^( *copydesk) [^ ]+ ' out)"
	says 'terminal: and fails' out '^rc 2'
	(cd "$top" && timeout 10 script -qec "'$COPYDESK'" "$work/out") \
		>/dev/null 2>&1 </dev/null
	tr -d '\r' <out | sed -n 's/^  copydesk \(.*[^ ]\)   *[^ ].*/\1/p' >tries
	is 'terminal: with the samples' \
		'samples/flat.txt|diff samples/page.txt|check samples|help|' \
		"$(sed 's/  .*//' tries | tr '\n' '|')"
	while read -r words; do
		(cd "$top" && eval "'$COPYDESK' $words") >out 2>err </dev/null
		is "terminal: $words" yes "$([ $? -lt 2 ] && echo yes)"
	done <tries
	terminal --quotes=keep
	says 'terminal: with options only' out 'name files, or - for'
	terminal learn
	says 'terminal: learn, too' out '^rc 2'
else
	skip terminal 'no script(1)'
fi

# Links in a folder: what they lead to is read once, or is not of the folder.
mkdir out1 in1
text "$dirty" >out1/a.txt
text "$dirty" >b.txt
text "$dirty" >in1/c.txt
ln -s ../out1 in1/link
ln -s ../b.txt in1/b.txt
ln -s c.txt in1/d.txt
ln -s . in1/loop
ln -s nowhere.txt in1/e.txt
text "$dirty" >wanted
for command in check diff 'report -o page' learn '--output-dir=copies' fix; do
	run $command in1
	is "links: $command: no trouble" "$command" \
		"$([ $rc -le 1 ] && echo "$command")"
	case $command in
	check | --* | fix)
		says "links: $command: counted" err \
			' 5 passed over: 5 symbolic links \(--follow\)'
		;;
	esac
done
run check in1
is 'links: each text is read once' 1 "$(ls copies | wc -l | tr -d ' ')"
same 'links: a folder outside is not rewritten' wanted out1/a.txt
same 'links: nor a file outside' wanted b.txt
is 'links: a file inside is' 'He said “so”.' "$(cat in1/c.txt)"
run verify in1 copies
status 'links: verify does not follow them' 0
run check --exclude=e.txt in1
says 'links: an excluded one is not counted' err ' 4 symbolic links'
mkdir only
ln -s ../b.txt only/b.txt
run check only
status 'links: nothing else: exit 2' 2
is 'links: nothing else: said' \
	'copydesk: nothing to read: 1 passed over: 1 symbolic link (--follow)' \
	"$(cat err)"
run check only/b.txt in1/link
says 'links: those named are followed' out '^only/b.txt:1:3'
says 'links: to folders, too' out '^in1/link/a.txt:1:3'
run check --follow in1
says 'links: --follow' out '^in1/link/a.txt:1:3'
says 'links: --follow: a loop is noted' err 'in1/loop: symbolic link loop'
run fix --follow in1
is 'links: fix --follow' 'He said “so”.' "$(cat out1/a.txt)"

finish
