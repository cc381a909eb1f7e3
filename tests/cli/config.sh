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
# A repository of others: what it says controls no terminal, and forges no line.
text 'quotes=\033[1m"\r::error::\302\233\377\n' >top/.copydesk
run check top/a.txt
says 'config: a value with controls' err \
	'quotes=\\033\[1m"\\r::error::\\302\\233\\377: not one of curly'
text 'q\033=keep\n' >top/.copydesk
run check top/a.txt
says 'config: a name with controls' err "unknown option 'q.033'"
run check --config=top/.copydesk top/a.txt
says 'config: so of --config' err "^copydesk: top/.copydesk:1: .*'q.033'"
text 'field=\033[1m\n' >top/.copydesk
run check --show-settings top/a.txt
says 'config: --show-settings with controls' out '^  field=.033\[1m  '
text 'a,\033[1m\nx,Go  on.\n' >top/c.csv
run check --no-config top/c.csv
says 'config: columns with controls' err 'there are: a, .033\[1m\)$'
rm top/c.csv
text 'qoutes=keep\n' >top/.copydesk
run check top
status 'config: an unknown option is trouble' 2
text 'select=no/such\n' >top/.copydesk
run top/a.txt
status 'config: an unknown rule is trouble' 2

# What a file may say that was found: how grave a finding is, and what is left out.
rm -rf top
mkdir -p top/drafts/old top/skip/deep
text 'Go  on, "he" said.\n' >top/a.txt
for file in drafts/b drafts/old/c skip/d skip/deep/e; do
	cp top/a.txt top/$file.txt
done
text 'select=whitespace/run\nfail-level=error\n' >top/.copydesk
run check top
status 'config: fail-level' 0
run check --fail-level=note top
status 'config: the command line overrides fail-level' 1
text 'select=whitespace/run\nexclude=skip\n' >top/.copydesk
run check -l top
is 'config: exclude' 'top/a.txt top/drafts/b.txt top/drafts/old/c.txt' \
	"$(paste -sd ' ' out)"
run check -l top/skip/d.txt top/drafts
is 'config: a file that is named is read all the same' \
	'top/skip/d.txt top/drafts/b.txt top/drafts/old/c.txt' "$(paste -sd ' ' out)"
text 'exclude=skip/deep/*.txt\nexclude=old\n' >top/.copydesk
run check -l top
is 'config: exclude by a path' 'top/a.txt top/drafts/b.txt top/skip/d.txt' \
	"$(paste -sd ' ' out)"
run check -l --exclude='drafts' top
is 'config: the command line adds to exclude' 'top/a.txt top/skip/d.txt' \
	"$(paste -sd ' ' out)"
run check -l --exclude='top' top
is 'config: its patterns are of the folders it names' \
	'top/a.txt top/drafts/b.txt top/skip/d.txt' "$(paste -sd ' ' out)"

# Sections.
cat >top/.copydesk <<'EOT'
quotes=keep
[drafts/**] # not yet
ignore=whitespace
quotes=curly
[drafts/old/*.txt]
quotes=keep
EOT
run check top/a.txt top/drafts
is 'sections: each file has those that match, the later wins' \
	'top/a.txt:1:3: top/drafts/b.txt:1:9: top/drafts/b.txt:1:12:' \
	"$(cut -d ' ' -f 1 out | paste -sd ' ')"
(cd top/drafts && "$COPYDESK" check -q -l .) >out
is 'sections: paths are below the file, wherever one is' './b.txt' "$(cat out)"
text '[*.txt]\nquotes=keep\n' >top/.copydesk
run top/drafts/b.txt
is 'sections: the filter, and a pattern without a slash' 'Go on, "he" said.' \
	"$(cat out)"
for line in '[]' '[a' 'output=x' 'quotes=round' 'exclude=x'; do
	text 'lang=en\n[nothing.txt]\n%s\n' "$line" >top/.copydesk
	run check top/a.txt
	is "sections: what is wrong is said wherever it is: $line" 2 "$rc"
	says "sections: its line: $line" err '/top/.copydesk:3: '
done
text '[a.txt]\nquotes=keep\n' >house.conf
run --config=house.conf top/a.txt
says 'sections: not in a file that is named' err \
	'^copydesk: house.conf:1: sections are for a .copydesk only'
rm house.conf

# One finding.
rm top/.copydesk
run check --output-format=json-lines --select=whitespace/run top/a.txt
hash=$(sed 's/.*"hash": "\([0-9a-f]*\)".*/\1/' out)
text '[drafts/b.txt]\nignore=whitespace/run:%s\n' "$hash" >top/.copydesk
run check --select=whitespace/run top/a.txt top/drafts/b.txt
is 'ignore: one finding of one path' 'top/a.txt:1:3:' "$(cut -d ' ' -f 1 out)"
text 'Go  on, "he" says.\n' >top/drafts/b.txt
run check -l --select=whitespace/run top/drafts/b.txt
is 'ignore: the line is another, and so is the finding' top/drafts/b.txt "$(cat out)"
for term in no/such:0123456789abcdef whitespace/run:0123 whitespace/run: \
	whitespace:0123456789abcdef; do
	run check --ignore=$term top/a.txt
	is "ignore: no finding: $term" 2 "$rc"
done

# What holds, and what says so.
text '\nquotes=keep\n[drafts/*]\ncasing=never\n' >top/.copydesk
run check --show-settings --lang=de top/drafts/b.txt top/a.txt
status 'settings: shown' 0
says 'settings: of a line' out '^  quotes=keep  *# /.*/top/.copydesk:2$'
is 'settings: of a section' 1 "$(grep -c '^  casing=never  *# /.*/top/.copydesk:4$' out)"
is 'settings: of the command line' 2 "$(grep -c '^  lang=de  *# command line$' out)"
is 'settings: the default' 1 "$(grep -c '^  casing=auto  *# default$' out)"
run check --show-settings --ext=story,md --field=x --field=y --shard=1/2 \
	--select=quotes,whitespace --ignore=quotes/curly --exclude=drafts \
	--exclude='b,c' --min-confidence=50 --min-confidence=quotes=60 \
	--ignore=whitespace/run:0011223344556677 top/a.txt
for setting in select=quotes,whitespace ignore=quotes/curly field=x,y \
	ext=story,md exclude=drafts,b,c shard=1/2 min-confidence=50,quotes=60; do
	is "settings: $setting" 1 "$(grep -c "^  $setting *# command line$" out)"
done
says 'settings: a finding' out '^  ignore=whitespace/run:0011223344556677$'
run check --show-settings
status 'settings: of no file' 2
text 'ignore=all\n' >top/.copydesk
run check top
says 'summary: all rules are off' err ', 5 with all rules off \(ignore=all\)$'
rm top/.copydesk
mkdir top/other
cp in top/a.txt
cp in top/other/a.txt

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
