#!/bin/sh
# @kreuzberg/html-to-markdown-node 3.7.2 (npm): a numbered list within a
# numbered list is indented by two spaces, where Markdown wants three: read
# again, by the rules of CommonMark, the inner items are items of the outer list
# and all are numbered anew: what was second is fourth. The option for the width
# of the indent has 2 for its default, which is right for lists with bullets
# only. turndown 7.2.5 indents by the width of the number.
#
# Input: <ol><li>Ida<ol><li>tea</li><li>milk</li></ol></li><li>Ann</li></ol>
# Expected, as Markdown by commonmark 0.31.2: Ann is 2., tea 1. of an inner list
# Observed: one list of Ida, tea, milk, Ann
#
# Needs: node 20 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund @kreuzberg/html-to-markdown-node@3.7.2 \
	turndown@7.2.5 commonmark@0.31.2 >log 2>&1 || { cat log; exit 2; }

cat >read.cjs <<'JS'
const { HtmlRenderer, Parser } = require("commonmark");
const { convert } = require("@kreuzberg/html-to-markdown-node");
const Turndown = require("turndown");

const html =
  "<ol><li>Ida<ol><li>tea</li><li>milk</li></ol></li><li>Ann</li></ol>";
for (const markdown of [convert(html).content, new Turndown().turndown(html)]) {
  const again = new HtmlRenderer().render(new Parser().parse(markdown));
  console.log(again.replace(/\n/g, ""));
}
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = '<ol><li>Ida</li><li>tea</li><li>milk</li><li>Ann</li></ol>
<ol><li>Ida<ol><li>tea</li><li>milk</li></ol></li><li>Ann</li></ol>' ]
