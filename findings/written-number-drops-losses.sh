#!/bin/sh
# written-number 0.11.1 (npm): of a number below zero it gives an empty text, so that a
# sentence on a loss has none, and a decimal number is rounded without a word: 1.5
# percent is two, 0.4 is zero. A text that is a number with commas is empty as well.
# The README shows whole numbers, and names neither limit.
#
# Input: -5 / 1.5 / 0.4 / 3
# Expected: minus five / one point five / zero point four / three, or an error
# Observed: (nothing) / two / zero / three
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund written-number@0.11.1 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import written from "written-number";

for (const number of [-5, -1000, 1.5, 0.4, 100.99, "1,000", 3])
  console.log(`${number}: [${written(number)}]`);
JS
seen=$(node read.mjs 2>&1)
echo "$seen"
[ "$seen" = '-5: []
-1000: []
1.5: [two]
0.4: [zero]
100.99: [one hundred and one]
1,000: []
3: [three]' ]
