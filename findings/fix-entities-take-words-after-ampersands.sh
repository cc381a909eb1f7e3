#!/bin/sh
# string-fix-broken-named-entities 7.0.20 and detergent 9.2.14 (npm), which mend
# references of HTML: a short word after an ampersand that is the name of a
# character is taken for one that was broken, though it has neither semicolon
# nor place for one. Of "sell &amp; it goes", valid HTML, the word "it" is gone:
# an invisible multiplication sign stands there. "New & Improved" has a
# Fraktur letter I, and "&amp; in" is an element sign.
#
# Input: sell &amp; it goes    New & Improved
# Expected: sell & it goes     New & Improved
# Observed: sell U+2062 goes   New U+2111 proved (without these spaces)
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund string-fix-broken-named-entities@7.0.20 \
	detergent@9.2.14 ranges-apply@7.0.20 >log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { fixEnt } from "string-fix-broken-named-entities";
import { rApply } from "ranges-apply";
import { det } from "detergent";

const show = (text) => console.log(JSON.stringify(text).replace(
  /[\u0080-\uffff]/g,
  (c) => "<" + c.charCodeAt(0).toString(16) + ">",
));
for (const text of ["sell &amp; it goes", "New & Improved", "left &amp; in"])
  show(rApply(text, fixEnt(text, { decode: true })));
show(det("New & Improved", { convertEntities: false }).res);
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = '"sell <2062>goes"
"New <2111>proved"
"left <2208>"
"New <2111>proved"' ]
