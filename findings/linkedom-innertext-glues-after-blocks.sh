#!/bin/sh
# linkedom 0.18.15 (npm): innerText puts no line end after a block: what comes
# after a heading, a figure or an inner <div> is one word with its last. Cells
# of a table are glued, <pre> loses its line ends, and <script> is text. By the
# HTML standard a block is on lines of its own and cells have a tab between
# them. The README does not name it; <p> after <p> is right, so that pages of
# plain paragraphs hide it.
#
# Input: <div>It was sold.<div>Boats</div>The board met.</div>
#        <h2>Tonnes</h2>By pier<table><tr><td>North</td><td>91</td></tr></table>
# Expected: It was sold. / Boats / The board met. / Tonnes / By pier / North 91
# Observed: It was sold. / BoatsThe board met. / TonnesBy pierNorth91
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund linkedom@0.18.15 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import { parseHTML } from "linkedom";

const lines = (html) => parseHTML(`<html><body>${html}</body></html>`)
  .document.body.innerText.split(/\n+/).filter((line) => line).join(" / ");

console.log(lines("<p>It was sold.</p><p>The board met.</p>"));
console.log(lines("<div>It was sold.<div>Boats</div>The board met.</div>"));
console.log(lines("<h2>Tonnes</h2>By pier" +
  "<table><tr><td>North</td><td>91</td></tr></table>"));
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = 'It was sold. / The board met.
It was sold. / BoatsThe board met.
TonnesBy pierNorth91' ]
