#!/bin/sh
# wtf_wikipedia 10.4.2 (npm): the text of a place in the west or the south has
# both a minus and the letter, -0.5°W, which is east; the page shows 0°30′W. A
# minus by the template {{minus}} is dropped, as any template that it does not
# know, so that frost becomes warmth: {{minus}}5 °C is 5 °C. Dashes, fractions
# and currencies by their templates are written. The README says of coord that
# it is parsed.
#
# Input: At {{coord|51|30|N|0|30|W}} it was {{minus}}5 °C in 1914{{ndash}}18.
# Expected: At 51.5°N, 0.5°W (or 0°30′W) it was −5 °C in 1914–18.
# Observed: At 51.5°N, -0.5°W it was 5 °C in 1914–18.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund wtf_wikipedia@10.4.2 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import wtf from "wtf_wikipedia";

console.log(wtf("At {{coord|51|30|N|0|30|W}} it was {{minus}}5 °C " +
  "in 1914{{ndash}}18.").text());
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = 'At 51.5°N, -0.5°W it was 5 °C in 1914–18.' ]
