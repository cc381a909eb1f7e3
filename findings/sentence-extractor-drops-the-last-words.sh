#!/bin/sh
# sentence-extractor 1.0.7 (npm): extract() gives what ends with . ? or ! and drops
# the rest: the last sentence of a text that has no mark at its end, a headline or a
# line of a list, and what stands after the last mark, be it the quotation mark of a
# closing quotation, a bracket or a whole sentence in curly marks, "It is so.”". A
# text without a mark is no sentence at all. The README: it "can accurately extract
# sentences", as long as they follow "basic grammar rules".
#
# Input: The pier is sold. Boats are in / He said: "Go." / “Go,” she said. “It is so.”
# Expected: all words and marks
# Observed: The pier is sold. / He said: "Go. / “Go,” she said.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund sentence-extractor@1.0.7 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.js <<'JS'
const { extract } = require("sentence-extractor");

for (const text of [
  "The pier is sold. Boats are in",
  'He said: "Go."',
  "“Go,” she said. “It is so.”",
  "Boats are in",
  "Boats are in.",
])
  console.log(JSON.stringify(extract(text)));
JS
seen=$(node read.js 2>&1)
echo "$seen"
[ "$seen" = '["The pier is sold."]
["He said: \"Go."]
["“Go,” she said."]
[]
["Boats are in."]' ]
