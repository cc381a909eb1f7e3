#!/bin/sh
# fast-xml-parser 5.12.1 (npm): of XML's references the five names (&lt;, &amp; ...) are
# replaced and the numbers are not: &#8217; and &#x201c; stay in the text as they are.
# XML 1.0 (4.1) has both as part of the syntax, which every processor replaces; many
# feeds and NITF files write quotation marks so. They are read with {htmlEntities:
# true}, which the documentation has for names of HTML. In the same text &#38; stays
# and &amp; becomes &, so that both look alike if somebody decodes it later.
#
# Input: <p>The mayor&#8217;s &#x201c;no&#x201d; &amp; R&#38;D</p>
# Expected: The mayor’s “no” & R&D
# Observed: The mayor&#8217;s &#x201c;no&#x201d; & R&#38;D
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund fast-xml-parser@5.12.1 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import { XMLParser } from "fast-xml-parser";

const xml = "<p>The mayor&#8217;s &#x201c;no&#x201d; &amp; R&#38;D</p>";
console.log(new XMLParser().parse(xml).p);
console.log(new XMLParser({ processEntities: true }).parse(xml).p);
console.log(new XMLParser({ htmlEntities: true }).parse(xml).p);
JS
seen=$(node read.mjs 2>&1)
echo "$seen"
[ "$seen" = 'The mayor&#8217;s &#x201c;no&#x201d; & R&#38;D
The mayor&#8217;s &#x201c;no&#x201d; & R&#38;D
The mayor’s “no” & R&D' ]
