#!/bin/sh
# typographic-quotes 2.0.1 (npm), locale en-us, after typographic-apostrophes 1.1.1 and
# before typographic-apostrophes-for-possessive-plurals 1.0.5, the order that its README
# calls important: whatever is between an apostrophe at a word's start and one at a
# word's end becomes a quotation in double marks, so that words which nobody said are
# somebody's speech. Without the first of the three 'n' in rock 'n' roll is such a word.
# The README has double marks for what stands in double marks, and single ones within.
#
# Input: 'Tis the pupils' ball. / He left 'em the boys' room.
# Expected: with apostrophes, or as they were
# Observed: “Tis the pupils” ball. / He left “em the boys” room.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund typographic-quotes@2.0.1 \
	typographic-apostrophes@1.1.1 \
	typographic-apostrophes-for-possessive-plurals@1.0.5 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.js <<'JS'
const get = (name) => {
  const got = require(name);
  return got.default || got;
};
const quotes = get("typographic-quotes");
const steps = [
  get("typographic-apostrophes"),
  quotes,
  get("typographic-apostrophes-for-possessive-plurals"),
];
const locale = { locale: "en-us" };
for (const text of [
  "'Tis the pupils' ball.",
  "He left 'em the boys' room.",
  "The boys' room.",
  "She said \"He said 'Go' twice.\"",
])
  console.log(steps.reduce((all, step) => step(all, locale), text));
console.log(quotes("Rock 'n' roll is here.", locale));
JS
seen=$(node read.js 2>&1)
echo "$seen"
[ "$seen" = '“Tis the pupils” ball.
He left “em the boys” room.
The boys’ room.
She said “He said ‘Go’ twice.”
Rock “n” roll is here.' ]
