#!/bin/sh
# jira2md 3.0.1 (npm): what is between two exclamation marks of a sentence is the address
# of a picture, so that "Stop! Go! Now!" is Stop and an image. Two plus signs, tildes or
# carets of a line, a gain of +5 and +3, are the marks of an insertion, an index or a
# power, and all between them is such. A remark in brackets, [the board], becomes
# <the board>, which a reader of HTML takes for a tag. By Jira's notation an image has a
# file's name, a mark stands at its words, and a link has an address. The README lists
# the kinds of marks, and no limit.
#
# Input: Stop! Go! Now! / A gain of +5 and +3. / “[The board] was wrong.”
# Expected: the same
# Observed: Stop![]( Go! Now) / A gain of <ins>5 and </ins>3. / “<The board> was wrong.”
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund jira2md@3.0.1 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.js <<'JS'
const jira2md = require("jira2md");

for (const text of [
  "Stop! Go! Now!",
  "A gain of +5 and +3.",
  "From ~5 to ~7 km.",
  "10^6 and 10^7",
  "“[The board] was wrong.”",
  "From -5 to -3, and 5 * 3 * 2.",
])
  console.log(jira2md.to_markdown(text));
JS
seen=$(node read.js 2>&1)
echo "$seen"
[ "$seen" = 'Stop![]( Go! Now)
A gain of <ins>5 and </ins>3.
From <sub>5 to </sub>7 km.
10<sup>6 and 10</sup>7
“<The board> was wrong.”
From -5 to -3, and 5 * 3 * 2.' ]
