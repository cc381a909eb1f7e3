#!/bin/sh
# words-to-numbers 1.5.1 (npm): a number of hundreds and tens before thousand or
# million is taken apart: only what is directly before the large word is
# multiplied by it, and the hundreds are put where they do not belong. 750,000
# boats are 50,700, and 250 million people 50,000,200. Two hundred thousand and
# fifty thousand are read as they should be. The README has "one hundred and
# five" and "twenty thousand five hundred and sixty nine", and no limit.
#
# Input: seven hundred and fifty thousand boats, one hundred and five thousand
#        boats, two hundred and fifty million boats
# Expected: 750000, 105000, 250000000    Observed: 50700, 5100, 50000200
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund words-to-numbers@1.5.1 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const { wordsToNumbers } = require("words-to-numbers");

for (const words of [
  "seven hundred and fifty thousand",
  "one hundred and five thousand",
  "two hundred and fifty million",
  "two hundred thousand",
  "fifty thousand",
])
  console.log(wordsToNumbers(`${words} boats`));
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = '50700 boats
5100 boats
50000200 boats
200000 boats
50000 boats' ]
