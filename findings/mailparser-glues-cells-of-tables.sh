#!/bin/sh
# mailparser 3.14.2 (npm): of a mail that has HTML only, the text that it makes joins
# the cells of a table's row, and its rows, without a space where the HTML has no white
# space between the tags, as programs write it: results of a vote become one word, as do
# the columns in which newsletters are set. A browser shows cells apart in either case.
# Blocks (div, p, section) are parted by lines.
#
# Input: a table with the rows Name, Votes / Ann Lee, 56 / Bo Cole, 11
# Expected: each cell apart    Observed: NameVotesAnn Lee56Bo Cole11; with line ends
#           between the tags Pier Sold
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund mailparser@3.14.2 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import { simpleParser } from "mailparser";

const head = "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
for (const html of [
  "<table><tr><th>Name</th><th>Votes</th></tr>" +
    "<tr><td>Ann Lee</td><td>56</td></tr>" +
    "<tr><td>Bo Cole</td><td>11</td></tr></table>",
  "<table>\n<tr>\n<td>Pier</td>\n<td>Sold</td>\n</tr>\n</table>",
  "<div>Pier</div><div>Sold</div>",
])
  console.log(JSON.stringify((await simpleParser(head + html)).text));
JS
seen=$(node read.mjs 2>&1)
printf '%s\n' "$seen"
[ "$seen" = '"NameVotesAnn Lee56Bo Cole11"
"Pier Sold"
"Pier\nSold"' ]
