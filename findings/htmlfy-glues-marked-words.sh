#!/bin/sh
# htmlfy 1.1.0 (npm): minify(), which "turns HTML into a single line" by the
# README, drops the space between two inline elements. Two words in bold and
# italics, a link after a name and two numbers are then one word in a browser,
# and for whatever reads the page. Of <pre> the lines become one, too. In HTML
# the space is text (a line end as well), and other minifiers keep it; the README
# sends those who want the smallest size to htmlnano, and names no such loss.
# prettify() of the same package calls minify(), and joins the lines of <pre>.
#
# Input:    <p>The <b>north</b> <i>pier</i>, 3 <b>40</b> <b>50</b></p>
# Expected: the same    Observed: The <b>north</b><i>pier</i>, 3 <b>40</b><b>50</b>
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund htmlfy@1.1.0 >log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { minify, prettify } from "htmlfy";

console.log(minify("<p>The <b>north</b> <i>pier</i>, 3 <b>40</b> <b>50</b></p>"));
console.log(minify("<p>The <b>north</b>\n<i>pier</i></p>"));
console.log(prettify("<pre>Quay   5\n  Northport</pre>"));
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = '<p>The <b>north</b><i>pier</i>, 3 <b>40</b><b>50</b></p>
<p>The <b>north</b><i>pier</i></p>
<pre>Quay 5 Northport</pre>' ]
