#!/bin/sh
# @kreuzberg/html-to-markdown-node 3.7.2 (npm): after <address> and <center>,
# and before a paragraph within a quotation that begins with bare text, there is
# nothing: the town of an address is one word with the sentence that follows,
# and the speaker with the last word of what she said. HTML has each of them on
# lines of their own. <div>, <section> and <footer> are right. turndown 7.2.5
# puts an empty line in all three places.
#
# Input: <address>Quay 5, Northport</address>It is open.
#        <blockquote>It is sold.<p>Ann</p></blockquote>
# Expected: the two apart    Observed: NorthportIt is open., sold.Ann
#
# Needs: node 20 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund @kreuzberg/html-to-markdown-node@3.7.2 \
	turndown@7.2.5 >log 2>&1 || { cat log; exit 2; }

cat >read.cjs <<'JS'
const { convert } = require("@kreuzberg/html-to-markdown-node");
const Turndown = require("turndown");

const pages = [
  "<address>Quay 5, Northport</address>It is open.",
  "<center>The Pier</center>It is open.",
  "<blockquote>It is sold.<p>Ann</p></blockquote>",
  "<div>The Pier</div>It is open.",
];
const line = (text) => text.trim().replace(/[\n> ]+/g, " ").trim();
for (const page of pages)
  console.log(`${line(convert(page).content)} | ` +
    line(new Turndown().turndown(page)));
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'Quay 5, NorthportIt is open. | Quay 5, Northport It is open.
The PierIt is open. | The Pier It is open.
It is sold.Ann | It is sold. Ann
The Pier It is open. | The Pier It is open.' ]
