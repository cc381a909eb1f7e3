#!/bin/sh
# transliteration 2.6.1 (npm): a minus sign (U+2212) is dropped, so that frost
# becomes warmth and a loss a gain: −5 °C is 5 degC. Degrees, times, division
# and plus-minus of the same text are written in ASCII; circled numbers and the
# sign ℃ are dropped, too. The README says that characters which are not
# recognised are removed, and the minus is the sign that style guides ask for.
# any-ascii 0.3.3 writes -5.
#
# Input: It was −5 °C, ±2, at pier ① (a loss of −3 × 4).
# Expected: It was -5 degC, +-2, at pier 1 (a loss of -3 x 4).
# Observed: It was 5 degC, +-2, at pier  (a loss of 3 x 4).
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund transliteration@2.6.1 any-ascii@0.3.3 \
	>log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { transliterate } from "transliteration";
import anyAscii from "any-ascii";

const text = "It was −5 °C, ±2, at pier ① (a loss of −3 × 4).";
console.log(transliterate(text));
console.log(anyAscii(text));
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = 'It was 5 degC, +-2, at pier  (a loss of 3 x 4).
It was -5 degC, +-2, at pier 1 (a loss of -3 * 4).' ]
