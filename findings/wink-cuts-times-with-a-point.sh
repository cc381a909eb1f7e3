#!/bin/sh
# wink-tokenizer 5.3.0 and wink-nlp 2.4.0 with wink-eng-lite-web-model 1.8.1
# (npm): a time as British papers write it, 3.30pm, is cut within its minutes:
# the number 3.3 and the time 0pm. 11.45pm gives 11.4 and 5pm, 10.15am gives 10,
# a point and the time 15am. Numbers that follow a point are right with other
# units (2.50kg), and so is 3:30pm. The README shows 3pm as a time.
#
# Input: It left at 3.30pm, not at 11.45pm or 3:30pm, with 2.50kg.
# Expected: 3.30pm (or 3.30 and pm), 11.45pm
# Observed: 3.3 0pm, 11.4 5pm
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund wink-tokenizer@5.3.0 wink-nlp@2.4.0 \
	wink-eng-lite-web-model@1.8.1 >log 2>&1 || { cat log; exit 2; }

cat >read.cjs <<'JS'
const tokenizer = require("wink-tokenizer")();
const nlp = require("wink-nlp")(require("wink-eng-lite-web-model"));

const text = "It left at 3.30pm, not at 11.45pm or 3:30pm, with 2.50kg.";
const tokens = tokenizer.tokenize(text);
console.log(tokens.map((token) => token.value).join(" "));
console.log(nlp.readDoc(text).tokens().out().join(" "));
JS
seen=$(node read.cjs)
echo "$seen"
tokens='It left at 3.3 0pm , not at 11.4 5pm or 3:30pm , with 2.50 kg .'
[ "$seen" = "$tokens
$tokens" ]
