#!/bin/sh
# compromise 14.17.0 (npm): numbers().toNumber(), "convert 'five' to 5" by the
# README, writes the year "twenty twenty-four" as 0-4, and json() gives it as
# the two numbers 0 and 4. "Nineteen eighty-four" becomes 19 80-4. Of an amount
# with a sign and a word ($2 million) the sign is lost, which a plain $2 keeps.
# "Twenty-four" and "two million" are read as they should be.
#
# Input: It opened in twenty twenty-four. / It cost $2 million.
# Expected: It opened in 2024. (or as it was) / It cost $2000000.
# Observed: It opened in 0-4. / It cost 2000000.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund compromise@14.17.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import nlp from "compromise";

for (const text of [
  "It opened in twenty twenty-four.",
  "It opened in nineteen eighty-four.",
  "It sold twenty-four boats.",
  "It cost $2 million.",
  "It cost $2.",
  "It cost two million dollars.",
]) {
  const doc = nlp(text);
  const numbers = doc.numbers().json().map(({ number }) => number.num);
  doc.numbers().toNumber();
  console.log(`${doc.text()} (${numbers.join(", ")})`);
}
JS
seen=$(node read.mjs 2>&1)
echo "$seen"
[ "$seen" = 'It opened in 0-4. (0, 4)
It opened in 19 80-4. (19, 80, 4)
It sold 24 boats. (24)
It cost 2000000. (2000000)
It cost $2. (2)
It cost 2000000 dollars. (2000000)' ]
