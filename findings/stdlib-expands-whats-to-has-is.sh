#!/bin/sh
# @stdlib/nlp-expand-contractions 0.2.3 (npm): "What's" becomes "What has/is",
# both words with the slash, in the text. The README says that of several
# expansions a chosen one is put ("She would" for "She'd"); so it is with who's,
# where's and it's. After a typographer's apostrophe (U+2019) nothing is
# expanded, without a sign.
#
# Input: What's sold? Who's there? It’s sold.
# Expected: What is sold? Who is there? It is sold.
# Observed: What has/is sold? Who is there? It’s sold.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund @stdlib/nlp-expand-contractions@0.2.3 \
	>log 2>&1 || { cat log; exit 2; }

cat >read.cjs <<'JS'
const expand = require("@stdlib/nlp-expand-contractions");

console.log(expand("What's sold? Who's there? It\u2019s sold."));
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = "What has/is sold? Who is there? It’s sold." ]
