#!/bin/sh
# csv-parse 7.0.3 (npm): with {cast: true} whatever is written in hexadecimal,
# octal or binary becomes the number 0: the test for a number takes it for one,
# and the conversion stops at the x. Identifiers of a column, 0x01, 0x02 and so
# on, are all the same after it. Nothing is thrown. By the README of the option
# fields are converted to integers and floats. d3-dsv 3.0.2 gives 1, 2 and 31;
# Papa Parse 5.7.1 leaves the text.
#
# Input: id,text / 0x01,Pier sold / 0x02,Boats in / 0x1F,Nets dry
# Expected: 1, 2, 31, or the text    Observed: 0, 0, 0
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund csv-parse@7.0.3 papaparse@5.7.1 \
	d3-dsv@3.0.2 >log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { parse } from "csv-parse/sync";
import { autoType, csvParse } from "d3-dsv";
import Papa from "papaparse";

const csv = "id,text\n0x01,Pier sold\n0x02,Boats in\n0x1F,Nets dry\n";
const ids = (rows) => JSON.stringify(rows.map((row) => row.id));
const typed = { header: true, dynamicTyping: true, skipEmptyLines: true };

console.log("csv-parse:", ids(parse(csv, { columns: true, cast: true })));
console.log("d3-dsv:", ids(csvParse(csv, autoType)));
console.log("papaparse:", ids(Papa.parse(csv, typed).data));
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = 'csv-parse: [0,0,0]
d3-dsv: [1,2,31]
papaparse: ["0x01","0x02","0x1F"]' ]
