#!/bin/sh
# lunr 2.3.9 (npm): what is not a letter of ASCII is cut off the two ends of a word when
# a text is indexed, by its trimmer, and not when a query is read, so that a name which
# begins or ends with such a letter is not found by its own spelling: Éire, Łódź, Žižek
# and café have no match, in the text that they were copied from. "ire" finds Éire, with
# every text that has the word ire. The letters within a word stay (naïve is found). By
# the guide's page on languages English is supported, which has such names.
#
# Input: Éire votes / ire of the board / the café / so naïve
# Expected: Éire: 0, ire: 1, café: 2, naïve: 3
# Observed: Éire: none, ire: 0 1, café: none, naïve: 3
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund lunr@2.3.9 >log 2>&1 || { cat log; exit 2; }

cat >read.js <<'JS'
const lunr = require("lunr");

const texts = ["Éire votes", "ire of the board", "the café", "so naïve", "in Łódź"];
const index = lunr(function () {
  this.field("text");
  texts.forEach((text, id) => this.add({ id, text }));
});
for (const query of ["Éire", "ire", "café", "naïve", "Łódź"]) {
  const found = index.search(query).map((match) => match.ref);
  console.log(`${query}: ${found.sort().join(" ") || "none"}`);
}
JS
seen=$(node read.js 2>&1)
echo "$seen"
[ "$seen" = 'Éire: none
ire: 0 1
café: none
naïve: 3
Łódź: none' ]
