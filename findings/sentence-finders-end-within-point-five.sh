#!/bin/sh
# @stdlib/nlp-sentencize 0.2.4, natural 8.1.1 and wink-nlp-utils 2.1.0 (npm): a sentence
# ends in a number without a zero before its point, as American papers write shares:
# Oil fell .5 percent is "Oil fell ." and "5 percent", a fall of 5 percent for who reads
# the second alone. sbd 1.0.19 leaves it whole; 0.5 is whole in all.
#
# Input: Oil fell .5 percent. It rose 0.5 percent.
# Expected: Oil fell .5 percent. / It rose 0.5 percent.
# Observed: Oil fell . / 5 percent. / It rose 0.5 percent.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund @stdlib/nlp-sentencize@0.2.4 natural@8.1.1 \
	wink-nlp-utils@2.1.0 sbd@1.0.19 >log 2>&1 || {
	cat log
	exit 2
}

cat >read.cjs <<'JS'
const { SentenceTokenizer } = require("natural");
const finders = {
  stdlib: require("@stdlib/nlp-sentencize"),
  natural: (text) => new SentenceTokenizer([]).tokenize(text),
  wink: require("wink-nlp-utils").string.sentences,
  sbd: require("sbd").sentences,
};
const text = "Oil fell .5 percent. It rose 0.5 percent.";

for (const [name, find] of Object.entries(finders))
  console.error(`${name}: ${find(text).join(" / ")}`);
JS
node read.cjs >/dev/null 2>all
seen=$(grep -E '^(stdlib|natural|wink|sbd): ' all)
echo "$seen"
[ "$seen" = 'stdlib: Oil fell . / 5 percent. / It rose 0.5 percent.
natural: Oil fell . / 5 percent. / It rose 0.5 percent.
wink: Oil fell . / 5 percent. / It rose 0.5 percent.
sbd: Oil fell .5 percent. / It rose 0.5 percent.' ]
