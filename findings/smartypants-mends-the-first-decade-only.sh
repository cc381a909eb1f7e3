#!/bin/sh
# smartypants 0.2.2 (npm): of the decades in a text only the first gets its
# apostrophe. The port of SmartyPants replaces "'(?=\d\d)" without the flag g,
# so each later '80s is taken for the start of a quotation, and gets an opening
# mark. In HTML that is so for each run of text between two tags. Perl's
# original and Python's smartypants mend all of them.
#
# Input:    In the '70s, the '80s and the '90s.
# Expected: In the ’70s, the ’80s and the ’90s.
# Observed: In the ’70s, the ‘80s and the ‘90s.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund smartypants@0.2.2 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const { smartypantsu } = require("smartypants");

console.log(smartypantsu("In the '70s, the '80s and the '90s."));
console.log(smartypantsu("<p>The '70s</p><p>The '80s, the '90s</p>"));
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'In the ’70s, the ‘80s and the ‘90s.
<p>The ’70s</p><p>The ’80s, the ‘90s</p>' ]
