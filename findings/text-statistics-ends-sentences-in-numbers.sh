#!/bin/sh
# text-statistics 0.1.1 (npm): before it counts it puts a space after a point that has
# none, and a point at the end of the text, also where there is one. So a text has one
# sentence more than it has, an amount of 3.5 million is in two, U.S. ends two and an
# address on the web as many as it has points; an article on money is easier to read
# than the same one on boats. Without the last point the count is right. The README
# calls it a "reasonably faithful port" of TextStatistics.php, and names no limit.
#
# Input: It is sold. / It cost 3.5 million. / The U.S. pier is sold. / It is sold
# Expected: 1, 1, 1, 1    Observed: 2, 3, 4, 1
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund text-statistics@0.1.1 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.js <<'JS'
const statistics = require("text-statistics");

for (const text of [
  "It is sold.",
  "It cost 3.5 million.",
  "The U.S. pier is sold.",
  "It is sold",
]) {
  const { text: kept } = statistics(text);
  console.log(statistics(text).sentenceCount(), kept);
}
JS
seen=$(node read.js 2>&1)
echo "$seen"
[ "$seen" = '2 It is sold..
3 It cost 3. 5 million..
4 The U. S.pier is sold..
1 It is sold.' ]
