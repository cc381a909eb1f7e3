#!/bin/sh
# parse-price 1.1.8 (npm): without a decimal point at the end the first comma is read
# as one, and what follows a second comma is left out. $1,234,567 is 1.234, and
# Rs 1,23,456, as India writes a lakh, 1.23. With cents, $1,234,567.00, the commas
# part thousands. A minus is left out, and of a range one number is made. The README
# has a number from a localized price, or NaN.
#
# Input: $1,234,567.00 / $1,234,567 / Rs 1,23,456 / -5 / $5-6
# Expected: 1234567, 1234567, 123456, -5, NaN
# Observed: 1234567, 1.234, 1.23, 5, 56
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund parse-price@1.1.8 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const module_ = require("parse-price");
const parsePrice = module_.default || module_;
const prices = ["$1,234,567.00", "$1,234,567", "Rs 1,23,456", "-5", "$5-6"];

console.log(prices.map(parsePrice).join(" / "));
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = '1234567 / 1.234 / 1.23 / 5 / 56' ]
