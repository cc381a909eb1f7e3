#!/bin/sh
# html-to-text 10.0.1, turndown 7.2.5, node-html-markdown 2.0.0 (npm): the number
# that a page gives a list item by its value attribute is replaced by the place
# in the list: a ranking of places 9 and 10 reads 1 and 2. The first two do
# count from the start attribute of the list, so numbers are not ignored as a
# whole; node-html-markdown counts from 1 there, too. Browsers, lynx and w3m
# print 9 and 10.
#
# Input: <ol><li value="9">Ida</li><li>Ann</li></ol>
# Expected: 9. Ida 10. Ann    Observed: 1. Ida 2. Ann
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
const libraries = {
  "html-to-text": convert,
  turndown: (page) => new Turndown().turndown(page),
  "node-html-markdown": (page) => NodeHtmlMarkdown.translate(page),
};

for (const [name, read] of Object.entries(libraries)) {
  const line = (page) => read(page).trim().split(/\s+/).join(" ");
  const value = line('<ol><li value="9">Ida</li><li>Ann</li></ol>');
  const start = line('<ol start="9"><li>Ida</li><li>Ann</li></ol>');
  console.log(`${name}: value: ${value}; start: ${start}`);
}
JS
seen=$(node read.js)
echo "$seen"
[ "$seen" = 'html-to-text: value: 1. Ida 2. Ann; start: 9. Ida 10. Ann
turndown: value: 1. Ida 2. Ann; start: 9. Ida 10. Ann
node-html-markdown: value: 1. Ida 2. Ann; start: 1. Ida 2. Ann' ]
