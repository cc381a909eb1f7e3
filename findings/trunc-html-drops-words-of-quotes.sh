#!/bin/sh
# trunc-html 1.1.2 (npm): the words of <q>, <time>, <cite>, <small>, <u> and
# <figcaption> are not in the result, neither as HTML nor as text, and the rest
# reads on, though the text is shorter than the limit. Its sanitiser knows a
# list of elements and drops the others with all that is in them; the README
# says of it only that its options can be given, and of the function that it
# cuts by the length of the text. <em>, <mark> and <abbr> stay.
#
# Input: On <time>Monday</time> she told <cite>The Quay</cite>:
#        <q>No <em>more</em> boats</q>. (limit 400)
# Expected: On Monday she told The Quay: No more boats.
# Observed: On  she told : .
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund trunc-html@1.1.2 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const truncate = require("trunc-html");

const text =
  "On <time>Monday</time> she told <cite>The Quay</cite>: " +
  "<q>No <em>more</em> boats</q>.";
for (const html of [text, text.replace(/time|cite|q(?=>)/g, "mark")]) {
  const cut = truncate(html, 400);
  console.log(cut.text);
}
console.log(truncate("<small>a</small><u>b</u><em>c</em>", 400).html);
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'On  she told : .
On Monday she told The Quay: No more boats.
<em>c</em>' ]
