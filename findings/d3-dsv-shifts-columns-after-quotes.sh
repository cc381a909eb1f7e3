#!/bin/sh
# d3-dsv 3.0.1 (npm): tsvParse() cuts a title that begins with a word in
# quotation marks: the rest of it is taken for the next column, and the date that
# stood there is gone. A title that opens with a mark and does not close it takes
# the rest of the file with it. Tab-separated values (IANA,
# text/tab-separated-values) know no quotation marks: these are the title's, as
# headlines have them. Nothing is thrown or printed.
#
# Input: four rows of id, title and date; titles: "Last" ferry stops | Bank
# raises rates | "It is so | Shares fall
# Expected: 4 rows, their titles as they are, each with its date
# Observed: 3 rows; of the first the title is Last, the date "ferry stops"; the third
# holds the fourth row, and no date
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund d3-dsv@3.0.1 >log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { tsvParse } from "d3-dsv";

const rows = tsvParse(
  [
    "id\ttitle\tdate",
    '1\t"Last" ferry stops\t2026-03-01',
    "2\tBank raises rates\t2026-03-02",
    '3\t"It is so\t2026-03-03',
    "4\tShares fall\t2026-03-04",
  ].join("\n"),
);
for (const row of rows)
  console.log(`${row.id}: ${JSON.stringify(row.title)}, ${row.date || "no date"}`);
JS
seen=$(node read.mjs 2>&1)
printf '%s\n' "$seen"
[ "$seen" = '1: "Last", ferry stops
2: "Bank raises rates", 2026-03-02
3: "It is so\t2026-03-03\n4\tShares fall\t2026-03-04", no date' ]
