#!/bin/sh
# The filter: standard input and files to standard output, a file, a folder.
. "${0%/*}/lib"

text 'He said "hello"  to us.\n' >in
text 'He said “hello” to us.\n' >clean
run
status 'filter: exit 0 when text changed' 0
same 'filter: cleans standard input' clean out
is 'filter: says nothing' '' "$(cat err)"
run -
same 'filter: - is standard input' clean out
run --exit-non-zero-on-fix
status 'filter: --exit-non-zero-on-fix' 1
cp clean in
run --exit-non-zero-on-fix
status 'filter: --exit-non-zero-on-fix on clean text' 0
same 'filter: clean text passes' clean out

text 'No newline at the end.' >in
run
same 'filter: a missing final newline stays missing' in out
: >in
run
same 'filter: nothing gives nothing' in out
status 'filter: nothing is no trouble' 0

# Several files.
text 'One  file.\n' >a.txt
text 'Two files.' >b.txt
text 'Three files.\n' >c.txt
run a.txt b.txt c.txt
text 'One file.\n\nTwo files.\n\nThree files.\n' >wanted
same 'filter: one blank line between files' wanted out
run --separator=formfeed a.txt b.txt
text 'One file.\n\fTwo files.' >wanted
same 'filter: a form feed between files' wanted out
run --separator=nul a.txt b.txt
text 'One file.\n\0Two files.' >wanted
same 'filter: NUL between files' wanted out
run --separator=%% a.txt b.txt
text 'One file.\n%%%%\nTwo files.' >wanted
same 'filter: the separator line between files' wanted out
text '{"text": "a"}' >a.jsonl
text '{"text": "b"}\n' >b.jsonl
run a.jsonl b.jsonl
text '{"text": "a"}\n{"text": "b"}\n' >wanted
same 'filter: records of several files, one a line' wanted out
run a.txt missing.txt c.txt
status 'filter: a missing file is trouble' 2
text 'One file.\n\nThree files.\n' >wanted
same 'filter: the other files are done' wanted out
says 'filter: the missing file is named' err '^copydesk: missing.txt: No such file'

# -o and --output-dir.
run -o made.txt a.txt
status 'output: exit 0' 0
text 'One file.\n' >wanted
same 'output: -o writes the file' wanted made.txt
is 'output: -o leaves no other file' '' "$(find . -name '.copydesk*')"
cp a.txt self.txt
run -o self.txt self.txt
same 'output: -o may name the input' wanted self.txt
chmod 640 self.txt
cp a.txt keep.txt
run -o self.txt keep.txt
is 'output: -o keeps the mode' '-rw-r-----' "$(ls -l self.txt | cut -c1-10)"
run -o no/such/folder/x.txt a.txt
status 'output: -o into nowhere is trouble' 2
run -o /dev/null a.txt
status 'output: -o to a device' 0
is 'output: the device is still one' 'c' "$(ls -l /dev/null | cut -c1)"

mkdir -p tree/inner/.hidden tree/empty
cp a.txt tree/one.txt
cp b.txt tree/inner/two.text
cp a.txt tree/inner/.hidden/no.txt
cp a.txt tree/.no.txt
cp a.txt tree/readme.nfo
run tree
status 'folder: needs --output-dir' 2
says 'folder: the hint' err 'output-dir'
run --output-dir=clean.d tree b.txt
status 'folder: with --output-dir' 0
is 'folder: which files are taken' \
	'clean.d/b.txt clean.d/inner/two.text clean.d/one.txt' \
	"$(find clean.d -type f | sort | tr '\n' ' ' | sed 's/ $//')"
same 'folder: cleaned' wanted clean.d/one.txt
mkdir twin
cp c.txt twin/b.txt
rm -rf clean.d
run --output-dir=clean.d b.txt twin/b.txt
status 'folder: two inputs for one output are trouble' 2
same 'folder: the first of them stays' b.txt clean.d/b.txt
run --output-dir=tree/out tree
run --output-dir=tree/out tree
is 'folder: the output folder is not walked' 'tree/out/one.txt' \
	"$(find tree/out -name 'one.txt')"
mkdir -p wide/a wide/b
i=0
while [ $i -lt 60 ]; do
	i=$((i + 1))
	cp a.txt wide/a/$i.txt
done
run --output-dir=wide/b/out wide
is 'output-dir: is not read, however late it is met' 60 \
	"$(find wide/b/out -type f | wc -l)"
# No text is written where another, or the same, is read from.
mkdir -p from to/sub
text 'One  it is.\n' >from/a.txt
for line in '--output-dir=to from/a.txt to/a.txt' '--output-dir=to to/a.txt' \
	'--output-dir=to from to' '--output-dir=to to from' \
	'--output-dir=to from/a.txt to' '--output-dir=to/sub/.. to/a.txt' \
	'--output-dir=to --root=. to/../to/sub/../a.txt --files-from=list' \
	'--output-dir=to from/a.txt --files-from=list'; do
	text 'Two  it is.\n' >to/a.txt
	echo to/a.txt >list
	# shellcheck disable=SC2086
	run $line
	case $line in
	*--root*) ;;
	*) status "output-dir: what is read stays: $line" 2 ;;
	esac
	is "output-dir: what is read stays: $line" 'Two  it is.' "$(cat to/a.txt)"
done
says 'output-dir: and why' err '^copydesk: from/a.txt: its place .* is an input.s$'
run --output-dir=to to/a.txt
says 'output-dir: its own place' err '^copydesk: to/a.txt: its place .* is its own: '
text 'Two  it is.\n' >to/sub/b.txt
run --output-dir=to to/sub
is 'output-dir: a folder within it' 'Two it is.' "$(cat to/b.txt)"
run --output-dir=to to/sub
is 'output-dir: and again' '0 Two it is.' "$rc $(cat to/b.txt)"
run -o x --output-dir=y a.txt
status 'output: -o and --output-dir exclude each other' 2

# A stream that is open already, by its name.
if [ -d /dev/fd ]; then
	"$COPYDESK" -o /dev/fd/7 a.txt 7>seven 2>err
	rc=$?
	status 'output: /dev/fd/7' 0
	run a.txt
	same 'output: /dev/fd/7 has the text' out seven
	for path in /dev/fd/7x /dev/fd/77777777777 /dev/fd/; do
		run -o "$path" a.txt
		status "output: $path" 2
	done
fi

# What cannot be decoded is told, as the input may be gone later.
text 'It is \201\215\217 caf\303\251 in the \303\251tude of na\303\257ve r\303\251sum\303\251.\n' >torn.txt
text 'It is \357\277\275 here.\n' >whole.txt
run torn.txt whole.txt
status 'lossy: the filter goes on' 0
is 'lossy: it says so, once' \
	'copydesk: torn.txt: has bytes that cannot be decoded: U+FFFD is in their place (copydesk check says where)' \
	"$(cat err)"
run -q --output-dir=torn torn.txt whole.txt
says 'lossy: in a folder, too' err '^copydesk: torn.txt: has bytes that cannot'
finish
