#!/bin/sh
# unfluff 3.2.0 (npm): of the text that it extracts an inline element is dropped
# with its words unless three stopwords are among them: its test for short
# paragraphs is done on every element but links, bold and the like. A
# newspaper's name in <cite>, a day in <time>, a short quote in <q> and the 2 of
# H2O leave the sentence, which reads on. The README speaks of the main text of
# a page only. <b> keeps the same words.
#
# Input: On <time>Monday</time> she told <cite>The Quay</cite> that 9,000
#        <abbr>kg</abbr> of CO<sub>2</sub> ..., between two longer paragraphs.
# Expected: On Monday she told The Quay that 9,000 kg of CO2 ...
# Observed: On  she told  that 9,000  of CO ...
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund unfluff@3.2.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.js <<'JS'
const unfluff = require("unfluff");

const long =
  "<p>The board of the harbour met in the old hall, and it was said that " +
  "all of the boats are to be sold before the end of the year.</p>";
const line =
  "On <time>Monday</time> she told <cite>The Quay</cite> that 9,000 " +
  "<abbr>kg</abbr> of CO<sub>2</sub> was in the air over us all.";
for (const text of [line, line.replace(/<(\/?)\w+>/g, "<$1b>")]) {
  const page =
    "<html><head><title>Pier</title></head><body><article>" +
    `${long}<p>${text}</p>${long}</article></body></html>`;
  console.log(unfluff(page, "en").text.split("\n\n")[1]);
}
JS
seen=$(node read.js 2>&1)
echo "$seen"
[ "$seen" = 'On  she told  that 9,000  of CO was in the air over us all.
On Monday she told The Quay that 9,000 kg of CO2 was in the air over us all.' ]
