#!/bin/sh
# json-2-csv 5.6.0 (npm): of a CSV file that ends with a line end, as RFC 4180
# allows and most writers do, csv2json() keeps it in the last value. With CRLF, and
# eol set so, it makes one more record, of the first column alone and empty. The
# README has eol as the end of a line, and names neither.
#
# Input: id,text / 1,It left. / 2,It came back. (and a line end)
# Expected: two records, "It left." and "It came back."
# Observed: "It came back.\n"; with CRLF three records
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund json-2-csv@5.6.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const { csv2json } = require("json-2-csv");

for (const eol of ["\n", "\r\n"]) {
  const csv = ["id,text", "1,It left.", "2,It came back.", ""].join(eol);
  console.log(JSON.stringify(csv2json(csv, { delimiter: { eol } })));
}
JS
seen=$(node read.cjs)
printf "%s\n" "$seen"
[ "$seen" = '[{"id":1,"text":"It left."},{"id":2,"text":"It came back.\n"}]
[{"id":1,"text":"It left."},{"id":2,"text":"It came back."},{"id":""}]' ]
