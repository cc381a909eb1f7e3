#!/bin/sh
# @chatwoot/markdown-to-txt 2.0.4 (npm): between headings, paragraphs, items of
# lists and rows of tables there is nothing, so that the last word of each and
# the first of the next become one. It is a fork of markdown-to-txt whose README
# it has, and which promises a clean version of the text; markdown-to-txt 2.0.1
# puts line ends there. (lodash is for it.)
#
# Input: "# Pier", "It is sold.", "It rains." (three blocks), "- one", "- two"
# Expected: five lines    Observed: PierIt is sold.It rains.onetwo
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund @chatwoot/markdown-to-txt@2.0.4 \
	markdown-to-txt@2.0.1 lodash@4.17.21 >log 2>&1 || { cat log; exit 2; }

cat >read.cjs <<'JS'
const text = "# Pier\n\nIt is sold.\n\nIt rains.\n\n- one\n- two\n";
for (const name of ["@chatwoot/markdown-to-txt", "markdown-to-txt"])
  console.log(require(name).markdownToTxt(text).replace(/\n+/g, " / "));
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'PierIt is sold.It rains.onetwo
Pier / It is sold. / It rains. / one / two' ]
