#!/bin/sh
# html-to-text 10.0.1, turndown 7.2.5, node-html-markdown 2.0.0 (npm): the text
# of <q> comes out without quotation marks. By the HTML standard the marks of
# <q> are not in the page: whoever shows it puts them in, and its author must
# not. What somebody said becomes what the article says; no README names it.
# pandoc, w3m and lynx of Debian 12 write the marks.
#
# Input: She said <q>we won</q> twice.
# Expected: She said “we won” twice. (or with straight marks)
# Observed: She said we won twice.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund html-to-text@10.0.1 turndown@7.2.5 \
	node-html-markdown@2.0.0 >log 2>&1 || { cat log; exit 2; }

cat >read.js <<'JS'
const { convert } = require("html-to-text");
const Turndown = require("turndown");
const { NodeHtmlMarkdown } = require("node-html-markdown");

const page = "<p>She said <q>we won</q> twice.</p>";
console.log("html-to-text:", convert(page));
console.log("turndown:", new Turndown().turndown(page));
console.log("node-html-markdown:", NodeHtmlMarkdown.translate(page));
JS
seen=$(node read.js)
echo "$seen"
[ "$seen" = 'html-to-text: She said we won twice.
turndown: She said we won twice.
node-html-markdown: She said we won twice.' ]
