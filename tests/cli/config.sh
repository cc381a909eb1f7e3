#!/bin/sh
# Configuration files: found, named, refused.
. "${0%/*}/lib"

mkdir -p top/inner/deep top/other
text 'He said "so".\n' >in
for folder in . top top/inner top/inner/deep top/other; do
	cp in $folder/a.txt
done
text '# The house style.\n\n  quotes=keep  \n' >top/.copydesk
text -- '--quotes = straight\n' >top/inner/.copydesk

run a.txt
is 'config: none above' 'He said “so”.' "$(cat out)"
run top/a.txt
is 'config: beside the file' 'He said "so".' "$(cat out)"
run top/other/a.txt
is 'config: above the file' 'He said "so".' "$(cat out)"
text 'He said “so”.\n' >top/inner/deep/b.txt
run top/inner/deep/b.txt
is 'config: the nearest one counts' 'He said "so".' "$(cat out)"
run --quotes=keep top/inner/deep/b.txt
is 'config: the command line overrides' 'He said “so”.' "$(cat out)"
run --no-config top/a.txt
is 'config: --no-config' 'He said “so”.' "$(cat out)"
run
is 'config: standard input reads none' 'He said “so”.' "$(cat out)"
run --stdin-filename=top/x.txt
is 'config: but with a name it does' 'He said "so".' "$(cat out)"
(cd top/other && "$COPYDESK" a.txt) >out
is 'config: above the working folder' 'He said "so".' "$(cat out)"
cp -R top fixed
run fix fixed a.txt
same 'config: a folder: its own' in fixed/a.txt
is 'config: each file has its own' 'He said "so".' \
	"$(cat fixed/inner/deep/b.txt)"
is 'config: and none has none' 'He said “so”.' "$(cat a.txt)"

# Rules: the command line's terms come later.
text 'ignore=quotes\nextend-select=quotes/apostrophe\n' >top/.copydesk
cp in top/a.txt
run top/a.txt
is 'config: rules' 'He said "so".' "$(cat out)"
run --extend-select=quotes top/a.txt
is 'config: rules of the command line come later' 'He said “so”.' "$(cat out)"
text 'format=jsonl\nfield=body\n' >top/.copydesk
text '{"body":"Go  on.","text":"Go  on."}\n' >top/r.txt
run top/r.txt
is 'config: format and field' '{"body":"Go on.","text":"Go  on."}' "$(cat out)"

# What a found file may not say.
for line in 'output=x' 'stripped=x' 'model=x' 'lossy' 'jobs=1'; do
	text '\n%s\n' "$line" >top/.copydesk
	run top/a.txt a.txt
	is "config: found, it may not say $line" 2 "$rc"
	says "config: found, it may not say $line: place" err \
		'^copydesk: top/a.txt: .*/top/.copydesk:2: '
	is "config: the next file is done ($line)" 'He said “so”.' "$(cat out)"
done
for line in quotes=round 'select=whitespace, quoets' 'lang=e# ours'; do
	text '%s\n' "$line" >top/.copydesk
	run top/a.txt
	says "config: the setting that is wrong: $line" err \
		"/top/.copydesk:1: $line: "
done
text 'qoutes=keep\n' >top/.copydesk
run top/a.txt
says 'config: the nearest option' err "'qoutes': did you mean quotes\\?"
text '\357\273\277quotes=keep\n' >top/.copydesk
run top/a.txt
status 'config: a byte order mark' 0
text 'quotes=round\n' >top/.copydesk
run top/a.txt
says 'config: a wrong value' err '\.copydesk:1: quotes=round: not one of curly'
text 'qoutes=keep\n' >top/.copydesk
run check top
status 'config: an unknown option is trouble' 2
text 'select=no/such\n' >top/.copydesk
run top/a.txt
status 'config: an unknown rule is trouble' 2

# --config.
text 'quotes=keep\nmax-article=1K\n' >house.conf
run --config=house.conf a.txt top/other/a.txt
status 'config: --config' 0
text 'He said “so”.\n\nHe said "so".\n' >wanted
same 'config: --config holds for all files' wanted out
run --config=house.conf --quotes=curly
is 'config: the command line overrides --config' 'He said “so”.' "$(cat out)"
run --config=missing.conf
status 'config: a missing --config is trouble' 2
text 'quotes\n' >house.conf
run --config=house.conf
status 'config: a wrong --config is trouble' 2
says 'config: its place' err '^copydesk: house.conf:1: quotes needs a value'

finish
