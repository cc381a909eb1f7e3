#!/bin/sh
# numeral 2.0.6 (npm): of a text that is no plain number the signs are dropped
# and the digits joined: a score or a range with a hyphen, 5-6, is minus 56, and
# 1e3 is 13. A minus sign (U+2212), as style guides ask for it, is no minus: −5
# is 5. "1.5 million" is 1.5, where 1.5m is 1500000. Nothing tells that the rest
# was not understood; a text without a digit is null. The README says nothing of
# it.
#
# Input: 5-6, 1e3, −5 (U+2212), 1.5 million
# Expected: null (or 1000 and -5, 1500000)    Observed: -56, 13, 5, 1.5
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund numeral@2.0.6 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const numeral = require("numeral");

for (const text of ["5-6", "1e3", "\u22125", "1.5 million", "1.5m", "boats"])
  console.log(`${text}: ${numeral(text).value()}`);
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = '5-6: -56
1e3: 13
−5: 5
1.5 million: 1.5
1.5m: 1500000
boats: null' ]
