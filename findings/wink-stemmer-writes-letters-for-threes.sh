#!/bin/sh
# wink-porter2-stemmer 2.0.1 (npm): the digit 3 is a letter to it, as it uses 3
# for a y that is a consonant and puts the y back at the end: 2030 is 20y0, 3.5
# is y.5, MP3 mpi, and 1903 190i. Years and amounts of an article are then
# neither numbers nor words. tokens.stem of wink-nlp-utils 2.1.0, which works on
# all tokens of a text, does the same. Other digits stay. The README calls it an
# implementation of the Porter 2 algorithm, which changes no digit.
#
# Input: 2030, 1903, MP3, 1904
# Expected: 2030, 1903, mp3, 1904    Observed: 20y0, 190i, mpi, 1904
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund wink-porter2-stemmer@2.0.1 \
	wink-nlp-utils@2.1.0 >log 2>&1 || { cat log; exit 2; }

cat >read.cjs <<'JS'
const stem = require("wink-porter2-stemmer");
const { tokens } = require("wink-nlp-utils");

const words = ["2030", "1903", "3.5", "MP3", "1904", "boats"];
console.log(words.map(stem).join(" "));
console.log(tokens.stem(words).join(" "));
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = '20y0 190i y.5 mpi 1904 boat
20y0 190i y.5 mpi 1904 boat' ]
