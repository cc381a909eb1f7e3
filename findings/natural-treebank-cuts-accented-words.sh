#!/bin/sh
# natural 8.1.1 (npm): TreebankWordTokenizer makes a token of each letter that
# is not ASCII and of what is on its two sides, so that a name with an accent is
# no word any more; the tokenizer's rules are for punctuation, and the Penn
# Treebank keeps such words. The README shows it for "my dog hasn't any fleas."
# only. talisman 1.1.4, which follows the same rules, keeps the words whole.
#
# Input: José's café can't open.
# Expected: José 's café ca n't open .
# Observed: Jos é 's caf é ca n't open .
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund natural@8.1.1 talisman@1.1.4 \
	>log 2>&1 || { cat log; exit 2; }

cat >read.cjs <<'JS'
const text = "José's café can't open.";
const talisman = require("talisman/tokenizers/words/treebank");
const natural = new (require("natural").TreebankWordTokenizer)();

console.log(talisman(text).join(" "));
console.log(natural.tokenize(text).join(" "));
JS
seen=$(node read.cjs | grep -v injected)
echo "$seen"
[ "$seen" = "José 's café ca n't open .
Jos é 's caf é ca n't open ." ]
