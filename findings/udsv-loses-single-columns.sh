#!/bin/sh
# uDSV 0.7.3 (npm: udsv): of a CSV file with one column every row is lost where
# any field is quoted. inferSchema() takes a value for the column's name, and
# the parser that is made of this schema gives no rows. Nothing is thrown or
# printed. Without the quotes, or with a second column, the rows are read.
#
# Input: three lines: text, "Pier sold", "Boats in" (the marks are in the file)
# Expected: a column text, 2 rows   Observed: a column "Boats in", 0 rows
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund udsv@0.7.3 >log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { inferSchema, initParser } from "udsv";

const files = {
  quoted: 'text\n"Pier sold"\n"Boats in"\n',
  plain: "text\nPier sold\nBoats in\n",
  "two columns": 'text,n\n"Pier sold",1\n"Boats in",2\n',
};
for (const [name, csv] of Object.entries(files)) {
  const schema = inferSchema(csv);
  const rows = initParser(schema).stringArrs(csv);
  console.log(`${name}: column ${schema.cols[0].name}, ${rows.length} rows`);
}
JS
seen=$(node read.mjs 2>&1)
echo "$seen"
[ "$seen" = 'quoted: column "Boats in", 0 rows
plain: column text, 2 rows
two columns: column text, 2 rows' ]
