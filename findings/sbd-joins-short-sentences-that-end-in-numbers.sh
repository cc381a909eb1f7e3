#!/bin/sh
# sbd 1.0.19 (npm), which finds sentences: one of four words or fewer that ends in a
# number does not end there, as if the number were that of a list. Ages, years and
# scores stand so in news: of "He is 24. She is 31. They met in 2019." the first two
# are one sentence. With a word more, or a dollar sign before the number, it ends.
#
# Input: He is 24. She is 31. They met in 2019.
# Expected: He is 24. | She is 31. | They met in 2019.
# Observed: He is 24. She is 31. | They met in 2019.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund sbd@1.0.19 >log 2>&1 || {
	cat log
	exit 2
}

cat >read.cjs <<'JS'
const { sentences } = require("sbd");

for (const text of [
  "He is 24. She is 31. They met in 2019.",
  "The price rose to 24. It fell.",
  "They paid $24. It was cheap.",
])
  console.log(sentences(text).join(" | "));
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'He is 24. She is 31. | They met in 2019.
The price rose to 24. | It fell.
They paid $24. | It was cheap.' ]
