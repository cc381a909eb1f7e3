#!/bin/sh
# ent 2.2.2 (npm): &#145; to &#148; and others of &#128; to &#159;, by which pages of
# the 1990s and many archives since write quotation marks, become C1 controls, which
# nothing shows. The HTML standard (13.2.5.80) gives them the characters of
# windows-1252, and browsers, he and html-entities do so. &rsquo; is right.
#
# Input: &#147;It&#146;s late,&#148; she said. &rdquo;
# Expected: “It’s late,” she said. ”
# Observed: U+0093 It U+0092 s late, U+0094 she said. ”
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund ent@2.2.2 he@1.2.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const text = "&#147;It&#146;s late,&#148; she said. &rdquo;";

for (const name of ["ent", "he"])
  console.log(`${name}: ${escape(require(name).decode(text))}`);
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'ent: %93It%92s%20late%2C%94%20she%20said.%20%u201D
he: %u201CIt%u2019s%20late%2C%u201D%20she%20said.%20%u201D' ]
