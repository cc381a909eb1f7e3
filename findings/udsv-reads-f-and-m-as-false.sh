#!/bin/sh
# uDSV 0.7.3 (npm: udsv): inferSchema() takes a column's type from one value,
# the last that is not empty in the first nine rows. The README speaks of
# inference only. Where that value looks like a boolean (F, N, no) the typed
# methods give false for whatever is not the word for true: M and F are both
# false, and who abstained voted no. With the rows in another order the same
# columns are strings. Nothing tells that a value did not fit.
#
# Input: name,sex,vote / Ann,F,yes / Bo,M,abstain / Cy,F,no (one a line)
# Expected: the three votes and both sexes differ, or are strings
# Observed: Bo's sex and vote are those of Cy; strings if Bo is the last
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund udsv@0.7.3 >log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { inferSchema, initParser } from "udsv";

const ann = "Ann,F,yes\n";
const bo = "Bo,M,abstain\n";
const cy = "Cy,F,no\n";
for (const rows of [ann + bo + cy, ann + cy + bo]) {
  const csv = "name,sex,vote\n" + rows;
  const typed = initParser(inferSchema(csv)).typedArrs(csv);
  console.log(typed.map((row) => row.join(" ")).join(", "));
}
JS
seen=$(node read.mjs 2>&1)
echo "$seen"
[ "$seen" = 'Ann false true, Bo false false, Cy false false
Ann F yes, Cy F no, Bo M abstain' ]
