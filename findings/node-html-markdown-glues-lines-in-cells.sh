#!/bin/sh
# node-html-markdown 2.0.0 (npm): within a cell of a table lines, paragraphs and items
# of a list are joined without a space, so that two numbers become one and words run
# together. Where the end tags of cells and rows are left out, as HTML allows (13.1.2.4,
# optional tags), the table's rows become one, in which each number stands beside the
# name of the next row.
#
# Input: a cell with 5<br>6; one with <p>One.</p><p>Two.</p>; <tr><th>Name<th>Votes
#        <tr><td>Ann Lee<td>56<tr><td>Bo Cole<td>11
# Expected: 5 and 6; One. Two.; three rows
# Observed: 56; One.Two.; one row: Name, Votes Ann Lee, 56 Bo Cole, 11
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund node-html-markdown@2.0.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import { NodeHtmlMarkdown } from "node-html-markdown";

const cell = (html) => `<table><tr><td>x</td><td>${html}</td></tr></table>`;
for (const html of [
  cell("5<br>6"),
  cell("<p>One.</p><p>Two.</p>"),
  cell("<ul><li>one</li><li>two</li></ul>"),
  "<table><tr><th>Name<th>Votes<tr><td>Ann Lee<td>56<tr><td>Bo Cole<td>11</table>",
])
  console.log(NodeHtmlMarkdown.translate(html).split("\n")[0]);
JS
seen=$(node read.mjs 2>&1)
echo "$seen"
[ "$seen" = '| x | 56 |
| x | One.Two. |
| x | onetwo |
| Name | Votes Ann Lee | 56 Bo Cole | 11 |' ]
