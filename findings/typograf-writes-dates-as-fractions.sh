#!/bin/sh
# typograf 7.8.0 (npm): with its rules as they are, a date of which the first
# two numbers make 1/2, 1/4 or 3/4 gets a fraction sign, so that 1/2/2024 is
# ½/2024, and no reader or program finds the day and the month in it. A day
# without a year, on 3/4, is ¾, too. The list of rules says "1/2 → ½" only. Of
# other dates (5/6/2024) and of addresses on the web nothing is changed.
#
# Input: It was on 1/2/2024, 3/4/24 and 5/6/2024. (locale en-US)
# Expected: the same    Observed: It was on ½/2024, ¾/24 and 5/6/2024.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund typograf@7.8.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const Typograf = require("typograf");

const typograf = new Typograf({ locale: ["en-US"] });
console.log(typograf.execute("It was on 1/2/2024, 3/4/24 and 5/6/2024."));
console.log(typograf.execute("The fair is on 3/4 at the pier."));
JS
seen=$(node read.cjs | sed 's/\xC2\xA0/ /g')
echo "$seen"
[ "$seen" = 'It was on ½/2024, ¾/24 and 5/6/2024.
The fair is on ¾ at the pier.' ]
