#!/bin/sh
# markdown-it-plain-text 0.3.0 with markdown-it 15.0.3 (npm): a line end within
# a paragraph, which Markdown reads as a space, is nothing, so that in a file
# whose lines are wrapped a word of every line is one with the first of the
# next. A hard line break goes, too. Between two marked parts of a line, on the
# other hand, there are spaces that the text does not have: a star becomes "sold
# ." The README says that the text is without formatting.
#
# Input: The board met on / Monday. It is *sold*. (one paragraph in two lines)
# Expected: The board met on Monday. It is sold.
# Observed: The board met onMonday. It is sold .
#
# Needs: node 20 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund markdown-it@15.0.3 \
	markdown-it-plain-text@0.3.0 >log 2>&1 || { cat log; exit 2; }

cat >read.cjs <<'JS'
const MarkdownIt = require("markdown-it");
const plainText = require("markdown-it-plain-text");

const reader = new MarkdownIt().use(plainText);
console.log(reader.render("The board met on\nMonday. It is *sold*.").trim());
console.log(reader.plainText);
JS
seen=$(node read.cjs)
echo "$seen"
[ "$(echo "$seen" | tail -n 1 | sed 's/ *$//')" = \
	'The board met onMonday. It is sold .' ]
