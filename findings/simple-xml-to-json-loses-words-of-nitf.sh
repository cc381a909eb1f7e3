#!/bin/sh
# simple-xml-to-json 1.2.7 (npm): a name with a point in it ends at the point, and
# what follows is taken for attributes, up to the end of the first element within:
# of NITF's body.head and body.content the first paragraph is read so. Its marked
# words become keys, and the text after each that key's value; of two marked words
# that are the same the text after the first is gone. Names may have points (XML
# 1.0, section 2.3). Nothing is thrown. The README's list of drawbacks has
# reserved words and attributes named content. A name with a hyphen is read as it
# should be.
#
# Input: <body.content><p>On <chron>Monday</chron> she left; by
#        <chron>Monday</chron> he had it.</p></body.content> (on one line)
# Expected: all words, as with the name body-content
# Observed: {"body":{"p":"On ","Monday":" he had it."}}
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund simple-xml-to-json@1.2.7 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const { convertXML } = require("simple-xml-to-json");

const text =
  "<p>On <chron>Monday</chron> she left; " +
  "by <chron>Monday</chron> he had it.</p>";
for (const name of ["body.content", "body-content"])
  console.log(JSON.stringify(convertXML(`<${name}>${text}</${name}>`)));
JS
node read.cjs | tee seen
[ "$(head -n 1 seen)" = '{"body":{"p":"On ","Monday":" he had it."}}' ]
grep -q '^{"body-content":.* she left; by ' seen
