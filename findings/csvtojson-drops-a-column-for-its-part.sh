#!/bin/sh
# csvtojson 2.0.14 (npm): of a table with the columns body and body.html, as exports of
# nested records have them, one is dropped without a word: a point in a column's name
# makes an object of it, and whichever of the two comes later takes the other's place.
# The order of the columns decides which text is lost. The README has points for nested
# objects ({flatKeys: true} keeps the names), and nothing of columns that meet. A column
# called "No. 10" or "St. Ives" becomes two levels as well; "U.S." does not.
#
# Input: id,body,body.html / 1,The pier,<p>The pier</p>; the last two exchanged
# Expected: both columns    Observed: body.html alone; body alone
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund csvtojson@2.0.14 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import csv from "csvtojson";

for (const table of [
  "id,body,body.html\n1,The pier,<p>The pier</p>\n",
  "id,body.html,body\n1,<p>The pier</p>,The pier\n",
  "U.S.,No. 10,St. Ives\n5,6,7\n",
])
  console.log(JSON.stringify(await csv().fromString(table)));
JS
seen=$(node read.mjs 2>&1)
printf '%s\n' "$seen"
[ "$seen" = '[{"id":"1","body":{"html":"<p>The pier</p>"}}]
[{"id":"1","body":"The pier"}]
[{"U.S.":"5","No":{" 10":"6"},"St":{" Ives":"7"}}]' ]
