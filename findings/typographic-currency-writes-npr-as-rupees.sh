#!/bin/sh
# typographic-currency 1.1.2 (npm), which typographic-base 1.0.4 (npm), "typography
# set for fixing common issues", runs over a whole text: the codes of currencies
# become their signs wherever the letters stand, with no amount beside them, in
# either case. NPR, the broadcaster, is a rupee sign, as it is the code of Nepal's
# currency, and PHP a peso; so in addresses on the web, which then lead nowhere. Code
# and sign are not one to one: a sum in Yemeni rials is one in Iranian or Saudi ones,
# and "20 usd" becomes "20 $". The README has the name of a currency replaced, and
# shows an amount each time.
#
# Input: NPR said so. / See http://npr.example/php now. / It cost 5 euros.
# Expected: the same
# Observed: ₨ said so. / See http://₨.example/₱ now. / It cost 5 euros.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund typographic-currency@1.1.2 \
	typographic-base@1.0.4 >log 2>&1 || { cat log; exit 2; }

cat >read.js <<'JS'
const currency = require("typographic-currency").default;
const base = require("typographic-base");

for (const text of [
  "NPR said so.",
  "See http://npr.example/php now.",
  "It cost 5 YER or 5 SAR.",
  "It cost 5 euros.",
])
  console.log(`${currency(text)} | ${base(text, { locale: "en-us" })}`);
JS
seen=$(node read.js 2>&1)
echo "$seen"
[ "$seen" = '₨ said so. | ₨ said so.
See http://₨.example/₱ now. | See http://₨.example/₱ now.
It cost 5 ﷼ or 5 ﷼. | It cost 5 ﷼ or 5 ﷼.
It cost 5 euros. | It cost 5 euros.' ]
