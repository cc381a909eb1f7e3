#!/bin/sh
# keyword-extractor 0.3.0 (npm) takes the points and colons out of its words, those
# within numbers, too: a ferry that cost $5.5 million has the keywords $55 and
# million, a rise of 3.5 percent is 35, a match that ended 2:1 is 21. An index or a
# tag made of them says another amount; addresses lose their dots as well.
#
# Input: The ferry cost $5.5 million, 3.5 percent more, and they won 2:1.
# Expected: ferry, cost, $5.5, million, 3.5, percent, won, 2:1
# Observed: ferry, cost, $55, million, 35, percent, won, 21
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund keyword-extractor@0.3.0 >log 2>&1 || {
	cat log
	exit 2
}

cat >read.cjs <<'JS'
const { extract } = require("keyword-extractor");

for (const text of [
  "The ferry cost $5.5 million, 3.5 percent more, and they won 2:1.",
  "The list is at ferries.example.org.",
])
  console.log(
    extract(text, { language: "english", remove_digits: false,
                    return_changed_case: false }).join(" | "));
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'ferry | cost | $55 | million | 35 | percent | won | 21
list | ferriesexampleorg' ]
