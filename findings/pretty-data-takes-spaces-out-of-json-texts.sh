#!/bin/sh
# pretty-data 0.40.0 (npm): jsonmin(), "minify JSON text" by the README, takes
# the spaces around braces, square brackets and before commas out of the values,
# too: it replaces them in the whole text and knows no strings. A word before a
# note in braces becomes one with it, and what stood apart closes up. The result
# is valid JSON, so that no reader finds a fault. json() of the same package, and
# vkbeautify 0.99.3, which has the same functions, keep the texts.
#
# Input:    {"text": "It fell {by 5} , she said: [sic] {laughs} yes"}
# Expected: {"text":"It fell {by 5} , she said: [sic] {laughs} yes"}
# Observed: {"text":"It fell{by 5}, she said:[sic]{laughs}yes"}
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund pretty-data@0.40.0 vkbeautify@0.99.3 \
	>log 2>&1 || { cat log; exit 2; }

cat >read.cjs <<'JS'
const { pd } = require("pretty-data");
const vkbeautify = require("vkbeautify");

const json = '{"text": "It fell {by 5} , she said: [sic] {laughs} yes"}';
console.log(pd.jsonmin(json));
console.log(vkbeautify.jsonmin(json));
console.log(JSON.parse(pd.json(json)).text === JSON.parse(json).text);
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = '{"text":"It fell{by 5}, she said:[sic]{laughs}yes"}
{"text":"It fell {by 5} , she said: [sic] {laughs} yes"}
true' ]
