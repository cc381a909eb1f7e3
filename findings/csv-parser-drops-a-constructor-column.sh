#!/bin/sh
# csv-parser 3.2.1 (npm): a column whose head is "constructor" is not in the
# rows: a table of motor races, with a driver and a constructor in each row, or
# of ships or bridges, comes without it. The name is skipped for the safety of
# the objects, as are prototype and __proto__; nothing is thrown or printed, the
# event of the heads has null for it, and the README does not name it. Papa
# Parse 5.7.1, csv-parse 7.0.3 and d3-dsv 3.0.2 give the column.
#
# Input: driver,constructor,laps / Lee,Quay Motors,57
# Expected: all three fields    Observed: driver and laps
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund csv-parser@3.2.1 papaparse@5.7.1 \
	csv-parse@7.0.3 d3-dsv@3.0.2 >log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { Readable } from "node:stream";
import csvParser from "csv-parser";
import { parse } from "csv-parse/sync";
import { csvParse } from "d3-dsv";
import Papa from "papaparse";

const csv = "driver,constructor,laps\nLee,Quay Motors,57\n";
const show = (name, row) => console.log(`${name}: ${JSON.stringify(row)}`);

show("papaparse", Papa.parse(csv, { header: true }).data[0]);
show("csv-parse", parse(csv, { columns: true })[0]);
show("d3-dsv", csvParse(csv)[0]);
Readable.from([csv]).pipe(csvParser())
  .on("headers", (heads) => show("csv-parser, heads", heads))
  .on("data", (row) => show("csv-parser", row));
JS
seen=$(node read.mjs)
echo "$seen"
all='{"driver":"Lee","constructor":"Quay Motors","laps":"57"}'
[ "$seen" = "papaparse: $all
csv-parse: $all
d3-dsv: $all
csv-parser, heads: [\"driver\",null,\"laps\"]
csv-parser: {\"driver\":\"Lee\",\"laps\":\"57\"}" ]
