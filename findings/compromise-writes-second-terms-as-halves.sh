#!/bin/sh
# compromise 14.17.0 (npm): numbers().toNumber() takes an ordinal after "a" for a part
# of one: a second term is 0.5th term, a third party 0.333rd party. The article goes as
# well, and the ending of the ordinal stays. "The second term" and "an eighth" are read
# as they are meant. The README: "convert 'five' to 5".
#
# Input: She won a second term. / She won the second term.
# Expected: She won a 2nd term. / She won the 2nd term.
# Observed: She won 0.5th term. / She won the 2nd term.
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
  "She won a second term.",
  "She won the second term.",
  "It is a third party.",
  "He did it a second time.",
]) {
  const doc = nlp(text);
  doc.numbers().toNumber();
  console.log(doc.text());
}
JS
seen=$(node read.mjs 2>&1)
echo "$seen"
[ "$seen" = 'She won 0.5th term.
She won the 2nd term.
It is 0.333rd party.
He did it 0.5th time.' ]
