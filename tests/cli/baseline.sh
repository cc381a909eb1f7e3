#!/bin/sh
# Baselines: accept what is there, fail by what is new, shrink, merge.
. "${0%/*}/lib"

mkdir -p d/e
text 'Go  on.\n\nHe said "so" and "so".\n' >d/a.txt
text 'And  on.\n' >d/e/b.txt
text 'It is clean.\n' >d/clean.txt
run check --write-baseline=base d
status 'baseline: to write one accepts all' 0
is 'baseline: it shows none' '' "$(cat out)"
is 'baseline: and says so' \
	'copydesk: no new findings in 3 files, 6 in the baseline' "$(cat err)"
is 'baseline: a line for each path, rule and text' \
	'd/a.txt quotes/straight 4|d/a.txt whitespace/run 1|d/e/b.txt whitespace/run 1' \
	"$(grep -v '^#' base | grep . | awk '{ print $1, $2, $4 }' | paste -sd '|')"
is 'baseline: an empty line between paths' 2 "$(grep -c '^$' base)"
cp base first
run check --write-baseline=base d
same 'baseline: the same again' first base
run check --write-baseline=base ./d/e ./d/a.txt ./d/clean.txt
same 'baseline: in any order, with "./" before the paths' first base
ln -s "$PWD" "$PWD.link"
for path in "$PWD/d" d// ./d/./ "$PWD/./d" "$PWD.link/d"; do
	case $path in
	*.link/*) from=$PWD.link ;;
	*) from=$PWD ;;
	esac
	# shellcheck disable=SC2086
	(cd "$from" && run check --baseline=base $path && echo "$rc" >rc.of)
	is "baseline: however the folder is named: $(echo "$path" |
		sed "s,$PWD,here,g")" 0 "$(cat rc.of)"
done
rm "$PWD.link" rc.of
run check --output-format=gitlab "$PWD/d/a.txt"
says 'gitlab: the paths of the repository, as it asks for' out \
	'"path": "d/a.txt"'
run check --output-format=sarif "$PWD/d/a.txt"
says 'sarif: so here' out '"uri": "d/a.txt"'
run check --output-format=github "$PWD/d/a.txt"
says 'github: and here' out 'file=d/a.txt,'
run check "$PWD/d/a.txt"
is 'check: else files are named as they were' "$PWD/d/a.txt:1:3" \
	"$(head -n 1 out | cut -d: -f1-3)"

run check --baseline=base d
status 'baseline: nothing new' 0
is 'baseline: nothing new is shown' '' "$(cat out)"
text 'Lines before it.\n\nGo  on.\n\nHe said "so" and "so".\n' >d/a.txt
run check --baseline=base d
status 'baseline: lines before do not matter' 0
text 'Go  on.\n\nHe said "so" and "so".\n\nGo  on.\n' >d/a.txt
run check --baseline=base d
status 'baseline: the same line once more is new' 1
is 'baseline: only the new one is shown' \
	'd/a.txt:5:3: whitespace/run [*] more than one space: `o  o` -> `o o`' \
	"$(cat out)"
is 'baseline: and counted' \
	'copydesk: 1 new finding in 1 of 3 files, 1 fixable [*], 6 in the baseline' \
	"$(cat err)"
run check --baseline=base -l d
is 'baseline: -l names the files with new ones' d/a.txt "$(cat out)"
run check --baseline=base --statistics d
says 'baseline: --statistics counts new ones' out '^ *1  *1  *1  whitespace/run$'
run check --baseline=base --output-format=json d
is 'baseline: json has the new one' 1 "$(grep -c '"rule"' out)"

# Gone.
text 'Go on.\n\nHe said "so" and "so".\n' >d/a.txt
run check --baseline=base d
status 'baseline: gone ones do not fail' 0
is 'baseline: gone ones are told' \
	'copydesk: no new findings in 3 files, 5 in the baseline, 1 of it gone: write it anew' \
	"$(cat err)"
run check --baseline=base d/e
is 'baseline: of files that were not looked at none is gone' \
	'copydesk: no new findings in 1 file, 1 in the baseline' "$(cat err)"
mv d/a.txt away
run check --baseline=base d/e
says 'baseline: of files that are no more all are gone' err \
	', 5 of it gone: write it anew$'
# Renamed: the same lines, and no more of them.
mkdir moved
mv away moved/z.txt
run check --baseline=base d moved
is 'baseline: a file of another name: nothing is new' \
	'0 copydesk: no new findings in 3 files, 5 in the baseline, 1 of it gone: write it anew' \
	"$rc $(cat err)"
cp moved/z.txt moved/y.txt
run check --baseline=base d moved
is 'baseline: a copy of it is' 1 "$rc"
says 'baseline: a copy of it is, once' err '^copydesk: 4 new findings in 1 of 4'
rm moved/y.txt
text 'And she said "no".\n' >>moved/z.txt
run check --baseline=base d moved
says 'baseline: and what is new there' err '^copydesk: 2 new findings in 1 of 3'
sed -i '$d' moved/z.txt
cp base old
run check --baseline=old --write-baseline=old d moved
is 'baseline: written anew it has the new name' \
	'd/e/b.txt whitespace/run 1|moved/z.txt quotes/straight 4' \
	"$(grep -v '^#' old | grep . | awk '{ print $1, $2, $4 }' | paste -sd '|')"
mv moved/z.txt d/a.txt
rmdir moved
rm old
run check --baseline=base --write-baseline=base d/a.txt
grep -v 'd/a.txt.whitespace' first >wanted
same 'baseline: written anew, other files stay in it' wanted base

# Names and faults.
name=$(printf 'd/e/t\tn\n100%%#.txt')
text 'Go  on.\n' >"$name"
run check --write-baseline=names d/e
says 'baseline: a name is one line' names \
	'^d/e/t%09n%0A100%25%23.txt	whitespace/run	[0-9a-f]{16}	1$'
run check --baseline=names d/e
status 'baseline: and is read again' 0
rm "$name"
run check --baseline=missing d
status 'baseline: a missing one is trouble' 2
for line in 'd/a.txt' 'd/a.txt	whitespace/run	39fa2ee980eb94b0' \
	'd/a.txt	whitespace/run	39fa2ee980eb94b	1' \
	'd/a.txt	whitespace/run	39fa2ee980eb94b0	x' \
	'd/a.txt	whitespace/run	39fa2ee980eb94b0	1	1' \
	'd/%zz	whitespace/run	39fa2ee980eb94b0	1' \
	'	whitespace/run	39fa2ee980eb94b0	1'; do
	text '#\n\n%s\n' "$line" >wrong
	run check --baseline=wrong d
	is "baseline: no line of one: $line" 'copydesk: wrong: line 3 is no line of a baseline' \
		"$(cat err)"
done
text 'd/a.txt\told/rule\t39fa2ee980eb94b0\t2\n' >old
run check --baseline=old d/clean.txt
says 'baseline: findings of rules that are no more are gone' err ', 2 of it gone'
text 'd/a.txt\twhitespace/run\t39fa2ee980eb94b0\t2\r\n' >crlf
run check --baseline=crlf d/clean.txt
status 'baseline: lines may end in CR LF' 0

# Merging.
if ! command -v git >/dev/null; then
	skip 'baseline: git merges two' 'there is no git'
	finish
	exit
fi
rm -rf d
mkdir d
for file in a b c d; do
	text 'Go  on, %s.\n' $file >d/$file.txt
done
git init -q -b trunk . && git config user.name t && git config user.email t@t
commit() {
	"$COPYDESK" check -q --write-baseline=base d &&
		git add base d && git commit -qm "$1"
}
# branch NAME: from the first commit.
branch() {
	git checkout -q -b "$1" start
}
merges() {
	git checkout -q one && git merge -q -m merged two >merge.log 2>&1
	is "merge: $1" 0 $?
	git merge --abort 2>/dev/null
	run check -q --baseline=base d
	is "merge: and nothing is new ($1)" 0 "$rc"
}
commit start && git tag start
branch one
text 'Go on, b.\n' >d/b.txt
text 'Go  on, a, and  on.\n' >d/a.txt
commit 'one mends b and changes a'
branch two
text 'Go on, c.\n' >d/c.txt
commit 'two mends c, which is next to b'
merges 'branches that change files next to each other'
git branch -q -D two
git checkout -q start
branch two
text 'Go  on, new.\n' >d/cc.txt
commit 'two has a new file'
merges 'a new file on one branch'
git checkout -q start
text 'base merge=union\n' >.gitattributes
git add .gitattributes && git commit -qm union && git tag -f start >/dev/null
git branch -q -D one two
branch one
text 'Go  on, one.\n' >d/bone.txt
commit 'one has a new file'
branch two
text 'Go  on, two.\n' >d/btwo.txt
commit 'two has another at the same place'
merges 'new files at the same place, with merge=union'

# An editor may put a byte order mark and carriage returns.
mkdir marked
text 'Go  on.\n' >marked/a.txt
run check --write-baseline=plain marked
{
	text '\357\273\277'
	sed 's/$/\r/' plain
} >edited
run check --baseline=edited marked
status 'baseline: with a byte order mark' 0
run check --write-baseline=again --stats=- marked
status 'baseline: --stats on standard output' 0
says 'baseline: the numbers are there' out '"findings": 1'

# Members of an archive are there as long as it is, and was not looked at.
mkdir boxed
text 'Go  on.\n' >boxed/a.txt
text 'Go  up.\n' >boxed/b.txt
tar cf boxed.tar boxed
run check --write-baseline=box boxed.tar boxed
run check --baseline=box boxed/a.txt
is 'baseline: an archive that is there is not gone' \
	'copydesk: no new findings in 1 file, 1 in the baseline' "$(cat err)"
cp box kept
run check --baseline=box --write-baseline=box boxed/a.txt
same 'baseline: and stays in it' kept box
tar cf boxed.tar boxed/a.txt
run check --baseline=box boxed.tar
is 'baseline: a member that is gone is' \
	'copydesk: no new findings in 1 file, 1 in the baseline, 1 of it gone: write it anew' \
	"$(cat err)"
rm boxed.tar
run check --baseline=box boxed
says 'baseline: with the archive all of them are' err ', 2 of it gone'
rm -r boxed box kept

# What could not be read may be in the baseline that is there.
mkdir -p half hollow
echo 'The  clerk read.' >half/a.txt
run check --write-baseline=old half
cp old kept
for paths in '' missing.txt hollow 'half missing.txt'; do
	# shellcheck disable=SC2086
	run check --write-baseline=old $paths
	status "baseline: not all could be read: exit 2: $paths" 2
	same "baseline: not all could be read: it stays: $paths" kept old
	says "baseline: not all could be read: said: $paths" err \
		'^copydesk: old: not written: not all could be read$'
done
run check
is 'check: nothing to read: and nothing else is said' \
	'copydesk: nothing to read: no file, no bytes' "$(cat err)"

finish
