#!/bin/sh
# smartquotes 2.3.2 (npm): a quotation that begins with an inner quotation,
# "'Go,' ..., gets a double prime (the sign of inches) for its opening mark, and
# the closing one a quotation mark, so that nothing opens what is closed. With a
# word before the inner quotation the marks are a pair. A thousand with an
# apostrophe, as Swiss papers write it, gets the sign of feet. The README names
# primes for measurements only.
#
# Input: "'Go,' she said," Bo told us. "I 'went' home." It cost 1'200 francs.
# Expected: “‘Go,’ she said,” ...  “I ‘went’ home.” ... 1’200 francs.
# Observed: ″‘Go,’ she said,” ...  “I ‘went’ home.” ... 1′200 francs.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund smartquotes@2.3.2 >log 2>&1 ||
	{ cat log; exit 2; }

cat >curl.cjs <<'JS'
const smartquotes = require("smartquotes");

console.log(smartquotes(`"'Go,' she said," Bo told us.`));
console.log(smartquotes(`"I 'went' home."`));
console.log(smartquotes("It cost 1'200 francs."));
JS
seen=$(node curl.cjs)
echo "$seen"
[ "$seen" = '″‘Go,’ she said,” Bo told us.
“I ‘went’ home.”
It cost 1′200 francs.' ]
