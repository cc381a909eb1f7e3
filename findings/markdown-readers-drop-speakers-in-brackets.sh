#!/bin/sh
# markdown2 2.4.1 (Debian 12: python3-markdown2 2.4.1-1), pandoc 2.17.1.1 (pandoc
# 2.17.1.1-2~deb12u1, its own Markdown) and snarkdown 2.0.0 (npm): a paragraph that
# begins with a name in brackets and a colon, as transcripts have speakers and editors
# their notes, is not in the result. It is taken for the address of a link, of however
# many words. By CommonMark (0.31.2, 4.7) and Markdown.pl an address has no spaces, so
# that this is text; the manuals show addresses without one, and do not say that a
# sentence is one. Nothing is printed. commonmark and marked keep the paragraph.
# (kramdown's manual has such a sentence, and a backslash for it.)
#
# Input: [Ann Lee]: We won the pier. / (an empty line) / It rained.
# Expected: two paragraphs    Observed: It rained.
#
# Needs: apt-get (Debian 12), python3, node 18 or newer, npm, the libraries of pandoc
# (apt-get install pandoc). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-markdown2=2.4.1-1 \
	pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 \
	libyaml-0-2=0.2.5-1 liblua5.3-0=5.3.6-2 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
npm install --no-audit --no-fund snarkdown@2.0.0 commonmark@0.31.2 \
	marked@15.0.12 >log 2>&1 || { cat log; exit 2; }
LD_LIBRARY_PATH=$(dirname "$(find root -name 'liblua5.3.so.0' | head -n 1)")
export LD_LIBRARY_PATH

printf '[Ann Lee]: We won the pier.\n\nIt rained.\n' >talk.md
cat >read.cjs <<'JS'
const fs = require("fs");
const snarkdown = require("snarkdown");
const { Parser, HtmlRenderer } = require("commonmark");
const { parse } = require("marked");

const text = fs.readFileSync("talk.md", "utf8");
console.log("snarkdown:", snarkdown(text));
console.log(
  "commonmark:", new HtmlRenderer().render(new Parser().parse(text)).trim());
console.log("marked:", parse(text).trim());
JS
{
	printf 'markdown2: '
	PYTHONPATH=root/usr/lib/python3/dist-packages python3 -c \
		'import markdown2; print(markdown2.markdown(open("talk.md").read()))'
	printf 'pandoc: '
	root/usr/bin/pandoc --data-dir=root/usr/share/pandoc/data talk.md
	node read.cjs
} | sed '/^$/d' | tee seen
[ "$(cat seen)" = 'markdown2: <p>It rained.</p>
pandoc: <p>It rained.</p>
snarkdown: It rained.
commonmark: <p>[Ann Lee]: We won the pier.</p>
<p>It rained.</p>
marked: <p>[Ann Lee]: We won the pier.</p>
<p>It rained.</p>' ]
