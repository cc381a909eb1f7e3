#!/bin/sh
# html2plaintext 2.1.4 (npm): blocks that are no paragraph have nothing between
# them. The cells and rows of a table, two <div>s, the term and text of a <dl>
# and the paragraphs of a list item become one word with the next; <p> and <br>
# do end a line. By the README white space is treated as a browser treats it.
#
# Input: a table of two rows, "Pier", "Tonnes", "North", "91"
# Expected: the four apart, by any white space    Observed: PierTonnesNorth91
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund html2plaintext@2.1.4 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.js <<'JS'
const text = require("html2plaintext");
const rows = [["Pier", "Tonnes"], ["North", "91"]]
  .map((row) => `<tr><td>${row.join("</td><td>")}</td></tr>`)
  .join("");

console.log("table:", text(`<table>${rows}</table>`));
console.log("div:", text("<div>The pier is shut.</div><div>It rains.</div>"));
console.log("item:", text("<ul><li><p>It is shut.</p><p>It rains.</p></li></ul>"));
console.log("br:", JSON.stringify(text("<p>It is shut.<br>It rains.</p>")));
JS
seen=$(node read.js)
printf '%s\n' "$seen"
[ "$seen" = 'table: PierTonnesNorth91
div: The pier is shut.It rains.
item: - It is shut.It rains.
br: "It is shut.\nIt rains."' ]
