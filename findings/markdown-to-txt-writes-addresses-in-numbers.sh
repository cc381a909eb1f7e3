#!/bin/sh
# markdown-to-txt 2.0.1 with marked 4.3.0 (npm): an address of mail in plain text
# comes out as references of HTML, &#x61;&#110;..., one for each letter, other ones in
# each run. marked hides such addresses from collectors of them in its pages, by
# default, and the package decodes what marked escapes, but for this. It is so for
# <ann@quay.example> and for the bare address; as the text of a link with mailto: it
# is right. The README: "convert markdown to plain text", "a clean version of the
# text". Two runs over the same file differ. (lodash is for it.)
#
# Input: Write to <ann@quay.example> by Monday.
# Expected: Write to ann@quay.example by Monday.
# Observed: Write to &#x61;&#110;&#x6e;&#x40;&#113;... by Monday.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund markdown-to-txt@2.0.1 marked@4.3.0 \
	lodash@4.17.21 >log 2>&1 || { cat log; exit 2; }

cat >read.cjs <<'JS'
const { markdownToTxt } = require("markdown-to-txt");

for (const text of [
  "Write to <ann@quay.example> by Monday.",
  "Write to ann@quay.example by Monday.",
  "Write to [ann@quay.example](mailto:ann@quay.example) by Monday.",
])
  console.log(markdownToTxt(text));
JS
node read.cjs | tee seen
number='&#\(x[0-9a-f]*\|[0-9]*\);'
[ "$(grep -c "^Write to \($number\)\{16\} by Monday\.\$" seen)" -eq 2 ]
[ "$(tail -n 1 seen)" = 'Write to ann@quay.example by Monday.' ]
