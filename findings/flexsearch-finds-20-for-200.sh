#!/bin/sh
# flexsearch 0.8.212 (npm): in an index as it is a figure that follows itself is dropped,
# as a letter is, and a number of four figures or more is cut into groups of three: 200
# finds 20 votes and 2000 votes with 200, the first of them 2000, 22 games 2 games, and
# 198 what happened in 1984. In the answer they look like any other match. The README
# has the deduplication of letters for some of its encoders, and no word on figures.
#
# Input: 2000 votes / 200 votes / 20 votes / 22 games / 2 games / in 1984
# Expected: for 200 the 200 votes, for 22 the 22 games, for 198 nothing
# Observed: all three votes; both games; 1984
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund flexsearch@0.8.212 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.js <<'JS'
const { Index } = require("flexsearch");

const texts = ["2000 votes", "200 votes", "20 votes", "22 games", "2 games", "in 1984"];
const index = new Index();
texts.forEach((text, id) => index.add(id, text));
for (const query of ["200", "22", "198", "1984"])
  console.log(`${query}:`, index.search(query).map((id) => texts[id]).join(", "));
JS
seen=$(node read.js 2>&1)
echo "$seen"
[ "$seen" = '200: 2000 votes, 200 votes, 20 votes
22: 22 games, 2 games
198: in 1984
1984: in 1984' ]
