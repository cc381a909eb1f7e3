#!/bin/sh
# title-case 4.3.2, ap-style-title-case 2.0.0 and titlecase 1.1.3 (npm): a word
# that begins with a ligature of one character, as PDF files give them (ﬁ,
# U+FB01), gets a capital within: the first two write FIne, as the capital of
# the ligature is two letters, the third ﬁNe, as it looks for the first letter
# after it. Unicode has a title case for this (SpecialCasing.txt: Fi);
# JavaScript only upper case.
#
# Input: a ﬁne day at the pier (the word begins with U+FB01)
# Expected: A Fine Day at the Pier (or ﬁne as it was)
# Observed: A FIne Day at the Pier, A ﬁNe Day at the Pier
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund title-case@4.3.2 titlecase@1.1.3 \
	ap-style-title-case@2.0.0 >log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { apStyleTitleCase } from "ap-style-title-case";
import { titleCase } from "title-case";
import titlecase from "titlecase";

const text = "a \uFB01ne day at the pier";
console.log(titleCase(text));
console.log(apStyleTitleCase(text));
console.log(titlecase(text));
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = 'A FIne Day at the Pier
A FIne Day at the Pier
A ﬁNe Day at the Pier' ]
