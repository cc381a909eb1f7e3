#!/bin/sh
# markdown-to-text 0.1.1 (npm): underscores inside words go, in addresses too, which
# then lead nowhere. In CommonMark (0.31.2, 6.2) an underscore inside a word is no
# emphasis, and *, which may be, is taken out as well. The README has "Parse the
# markdown and returns a string", and names no such case.
#
# Input: See http://pell.example/the_old_pier and file_of_may, 2*3*4
# Expected: the same (or 234 at the end)
# Observed: See http://pell.example/theoldpier and fileofmay, 234
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund markdown-to-text@0.1.1 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const { default: removeMarkdown } = require("markdown-to-text");

console.log(
  removeMarkdown(
    "See http://pell.example/the_old_pier and file_of_may, 2*3*4",
  ),
);
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'See http://pell.example/theoldpier and fileofmay, 234' ]
