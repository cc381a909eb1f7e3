#!/bin/sh
# Markdown files keep their markup; other markup is left alone by fix.
. "${0%/*}/lib"

text '# The "Ferry"\n\nSee  now [the *board*](https://example.org/b "It'\''s here").\n' >raw
text '\n> "No", `x  "y"`,\n> he said.\n' >>raw
text '# The “Ferry”\n\nSee now [the *board*](https://example.org/b "It'\''s here").\n' >clean
text '\n> “No”, `x  "y"`,\n> he said.\n' >>clean
mkdir tree
for name in a.md b.MARKDOWN tree/c.md; do
	cp raw $name
done
run fix a.md b.MARKDOWN tree
status 'markdown: fix' 0
for name in a.md b.MARKDOWN tree/c.md; do
	same "markdown: only words change: $name" clean $name
done
run a.md
same 'markdown: a second run changes nothing' clean out
cp raw in
run --stdin-filename=x.md
same 'markdown: by the name of standard input' clean out
run --format=markdown
same 'markdown: by --format' clean out
run
is 'markdown: a text without a name loses its markup' 0 "$(grep -c '\*' out)"
rm in
cp raw a.md
run --format=text a.md
is 'markdown: --format=text takes it out' 0 "$(grep -c '\*' out)"
gzip -c raw >b.md.gz
run b.md.gz
same 'markdown: compressed' clean out
if command -v tar >/dev/null; then
	tar -cf t.tar a.md
	run -o u.tar t.tar
	tar -xOf u.tar a.md >out
	same 'markdown: in an archive' clean out
fi
text '# The “Ferry”\n\nThen it *stopped*.\n' >ok.md
run check ok.md
status 'markdown: markup is no fault' 0
text 'The ferry stops in October, the board said.\n\nShare this on Facebook\n' >ad.md
run fix ad.md
is 'markdown: furniture stays' 1 "$(grep -c Facebook ad.md)"
run check ad.md
status 'markdown: furniture is reported' 1
run a.md
cp out c.md
run verify a.md c.md
status 'markdown: verify: the proof holds' 0
text 'The ferry stopped.\n' >c.md
run verify a.md c.md
status 'markdown: verify: a lost word is seen' 1
run check --field=x ok.md
status 'markdown: it has no fields' 2
text '{"text": "He  said \\"no\\"."}\n' >j.md
run fix -q j.md
same 'markdown: what is JSON Lines is read so' /dev/null err
is 'markdown: JSON Lines keep their form' '{"text": "He said “no”."}' "$(cat j.md)"

# Of a part of a text nobody knows whether it begins in a block of code.
{
	text 'He said "no".\n\n```\n'
	i=0
	while [ $i -lt 100 ]; do
		text 'The code of "a"\n\n'
		i=$((i + 1))
	done
	text '```\n'
} >long.md
run --max-article=200 long.md
status 'markdown: too long is trouble' 2
same 'markdown: too long stays as it is' long.md out
says 'markdown: too long is said once' err \
	'^copydesk: long.md:1: text is longer than --max-article'
is 'markdown: no more is said' 1 "$(wc -l <err)"
run --max-article=100 --separator=blank long.md
status 'markdown: its parts may be separated' 0

for ending in rst adoc org textile wiki mdx qmd pod rst.gz; do
	text 'The *Ferry*\n===========\n\nHe  said "so".\n' >x
	case $ending in
	*.gz) gzip -c x >x.$ending ;;
	*) cp x x.$ending ;;
	esac
	cp x.$ending kept
	run fix x.$ending
	status "other markup: fix refuses it: .$ending" 2
	says "other markup: it says why: .$ending" err \
		'is a document with markup, not text: left alone'
	same "other markup: it stays: .$ending" kept x.$ending
	run x.$ending
	status "other markup: the filter reads it: .$ending" 0
done
run fix --format=text x.rst
status 'other markup: --format=text takes it' 0
finish
