#!/bin/sh
# hyphen 1.14.1 (npm): hyphenateSync() of a text puts soft hyphens into the
# addresses that it has, on the web and of mail, as into words. They are not
# seen, and who copies the address, or a program that makes a link of it, has
# another one, which leads nowhere. Words with digits and abbreviations (U.S.)
# stay. hyphenateHTMLSync() leaves tags alone, not the text between them. The
# README does not name addresses.
#
# Input: Write to desk@photography.example, or see www.photography.example/news.
# Expected: no soft hyphen (U+00AD) within the addresses
# Observed: desk@pho-tog-ra-phy.ex-am-ple, www.pho-tog-ra-phy.ex-am-ple (here
#           with hyphens for them)
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund hyphen@1.14.1 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const { hyphenateHTMLSync, hyphenateSync } = require("hyphen/en");

const text =
  "Write to desk@photography.example, or see www.photography.example/news.";
for (const write of [hyphenateSync, hyphenateHTMLSync])
  console.log(write(text).replaceAll("\u00AD", "-"));
JS
seen=$(node read.cjs)
echo "$seen"
line='Write to desk@pho-tog-ra-phy.ex-am-ple, or see '
line="${line}www.pho-tog-ra-phy.ex-am-ple/news."
[ "$seen" = "$line
$line" ]
