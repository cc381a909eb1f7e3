#!/bin/sh
# humanparser 2.7.0 (npm): a last name that is also the short form of a degree,
# Ma, is a suffix wherever it is the last word, so that Ann Ma has an empty last
# name. A member of parliament, "Ann Lee, M.P.", has M.P. for the first name and
# Ann Lee for the last, as after a comma only a suffix of its list is one.
# Nothing tells a doubt. The README names the suffix as one of the parts.
#
# Input: Ann Ma / Ann Lee, M.P.
# Expected: Ann, Ma / Ann, Lee, M.P.
# Observed: Ann, "", suffix Ma / M.P., Ann Lee
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund humanparser@2.7.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const { parseName } = require("humanparser");

for (const name of ["Ann Ma", "Ann Lee, M.P.", "Ann Lee"]) {
  const { firstName, lastName, suffix } = parseName(name);
  console.log(`${name}: first [${firstName}], last [${lastName}], ${suffix}`);
}
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'Ann Ma: first [Ann], last [], Ma
Ann Lee, M.P.: first [M.P.], last [Ann Lee], undefined
Ann Lee: first [Ann], last [Lee], undefined' ]
