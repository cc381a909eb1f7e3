#!/bin/sh
# words-to-numbers 1.5.1 (npm): the word "point" is a number wherever it is, so
# that "the point is" becomes "the 0 is" in a sentence that has no number at
# all. A decimal with million or thousand after it becomes NaN, in the text, and
# nothing is thrown. "Three point five" alone is 3.5. By the README the original
# text is returned with its numbers replaced.
#
# Input: The point is that it was sold for three point five million pounds.
# Expected: The point is that it was sold for 3500000 pounds.
# Observed: The 0 is that it was sold for NaN pounds.
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

for (const text of [
  "The point is that it was sold for three point five million pounds.",
  "She made her point.",
  "It was three point five pounds.",
])
  console.log(wordsToNumbers(text));
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'The 0 is that it was sold for NaN pounds.
She made her 0.
It was 3.5 pounds.' ]
