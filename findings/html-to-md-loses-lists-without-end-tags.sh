#!/bin/sh
# html-to-md 0.8.8 (npm): a list or a table whose items, rows and cells have no end
# tags is gone with all its words, and what is around it closes up. HTML lets </li>,
# </tr> and </td> be left out (13.1.2.4, optional tags), and pages written by hand or
# made smaller by a program do so. Where one item only lacks its tag, the tag <li> is
# text in the item before. Nothing is thrown or printed; the README names no such case.
#
# Input: <p>A</p><ul><li>One<li>Two</ul><p>B</p>
#        <p>A</p><table><tr><td>Lee<td>5</table><p>B</p>
# Expected: A, a list of One and Two (a table of Lee and 5), B
# Observed: A, B
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund html-to-md@0.8.8 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import html2md from "html-to-md";

for (const page of [
  "<p>A</p><ul><li>One<li>Two</ul><p>B</p>",
  "<p>A</p><table><tr><td>Lee<td>5</table><p>B</p>",
  "<ul><li>One</li><li>Two<li>Three</li></ul>",
  "<p>A</p><ul><li>One</li><li>Two</li></ul><p>B</p>",
])
  console.log(html2md(page).replace(/\n+/g, " / "));
JS
seen=$(node read.mjs 2>&1)
echo "$seen"
[ "$seen" = 'A / B
A / B
* One / * Two<li>Three
A / * One / * Two / B' ]
