#!/bin/sh
# remove-markdown 0.7.0 (npm): whatever is between < and > goes, be it a tag or
# not. An address in pointed brackets, which Markdown defines as a link with
# the address as its text, is deleted; so are the words between "5 < 7" and "9 >
# 3" of one sentence, though HTML and Markdown allow no space after the < of a
# tag. The README promises the text without the formatting. [text](address)
# keeps its text.
#
# Input: Write to <desk@quay.example> now.      Was 5 < 7 and 9 > 3 tonnes.
# Expected: Write to desk@quay.example now.     Was 5 < 7 and 9 > 3 tonnes.
# Observed: Write to  now.                      Was 5  3 tonnes.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund remove-markdown@0.7.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.js <<'JS'
const module_ = require("remove-markdown");
const text = module_.default || module_;

console.log(text("Write to <desk@quay.example> now."));
console.log(text("Was 5 < 7 and 9 > 3 tonnes."));
console.log(text("Write to [the desk](mailto:desk@quay.example) now."));
JS
seen=$(node read.js)
echo "$seen"
[ "$seen" = 'Write to  now.
Was 5  3 tonnes.
Write to the desk now.' ]
