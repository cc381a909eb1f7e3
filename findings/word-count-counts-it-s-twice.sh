#!/bin/sh
# word-count 0.3.1 (npm): a word with a typographer's apostrophe (U+2019) is two, one
# with the straight one is one, so that the same article has more words after its marks
# were curled, by one for each contraction and possessive. A number with a comma or a
# point is two, too, and 1,234,567 three; 5-6 is one. The README says "word count in
# respect of CJK characters", and names neither.
#
# Input: It’s the board’s pier. / It's the board's pier. / It cost 1,234,567.
# Expected: 4, 4, 3    Observed: 6, 4, 5
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund word-count@0.3.1 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.js <<'JS'
const count = require("word-count");

for (const text of [
  "It’s the board’s pier.",
  "It's the board's pier.",
  "It cost 1,234,567.",
  "It cost 1234567.",
])
  console.log(count(text), text);
JS
seen=$(node read.js 2>&1)
echo "$seen"
[ "$seen" = "6 It’s the board’s pier.
4 It's the board's pier.
5 It cost 1,234,567.
3 It cost 1234567." ]
